/// How a cell looks. Colour only helps: what it says is always said in words or signs as well.
public struct Style: Hashable, Sendable {
  public enum Colour: UInt8, Sendable, CaseIterable {
    /// The terminal's own.
    case normal
    case red
    case green
    case yellow
    case magenta
    case cyan
    case grey
  }

  /// The colour of a sign; words and figures are drawn in the terminal's own, see `Canvas`.
  public var colour: Colour
  public var background: Colour
  public var isBold: Bool
  public var isUnderlined: Bool
  public var isReversed: Bool
  public var isDim: Bool

  public init(
    _ colour: Colour = .normal, on background: Colour = .normal, bold: Bool = false, underlined: Bool = false,
    reversed: Bool = false, dim: Bool = false
  ) {
    self.colour = colour
    self.background = background
    isBold = bold
    isUnderlined = underlined
    isReversed = reversed
    isDim = dim
  }

  public static let plain = Style()
}
