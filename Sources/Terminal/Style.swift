/// How a cell looks. Colour only helps: what it says is always said in words or signs as well.
public struct Style: Hashable, Sendable {
  public enum Colour: UInt8, Sendable, CaseIterable {
    case normal
    case red
    case green
    case yellow
    case blue
    case cyan
    case grey
  }

  public var colour: Colour
  public var isBold: Bool
  public var isUnderlined: Bool
  public var isReversed: Bool

  public init(
    _ colour: Colour = .normal, bold: Bool = false, underlined: Bool = false, reversed: Bool = false
  ) {
    self.colour = colour
    isBold = bold
    isUnderlined = underlined
    isReversed = reversed
  }

  public static let plain = Style()
}
