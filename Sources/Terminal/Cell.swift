import TextLayout

/// One cell of a screen: a character with the marks that join it, or the second half of a wide one.
///
/// Cells are compared by their scalars, not by canonical equivalence as `String` is: a compatibility ideograph in a
/// name is another sign on the screen than the hanzi it decomposes to.
public struct Cell: Hashable, Sendable {
  /// The character; U+0000 in the second half of the wide character on the left.
  let base: Unicode.Scalar
  /// The marks that join it.
  let marks: CombiningMarks
  public var style: Style

  public static let blank = Cell(base: " ", style: .plain)

  init(base: Unicode.Scalar, marks: CombiningMarks = CombiningMarks(), style: Style) {
    (self.base, self.marks, self.style) = (base, marks, style)
  }

  static func continuation(_ style: Style) -> Cell { Cell(base: "\0", style: style) }

  public var isContinuation: Bool { base == "\0" }

  /// What the cell shows: empty for the second half of a wide character.
  public var text: String {
    guard !isContinuation else { return "" }
    var text = String(Character(base))
    text.unicodeScalars.append(contentsOf: marks.scalars)
    return text
  }
}
