/// One cell of a screen: a character with the marks that join it, or the second half of a wide one.
///
/// Cells are compared by their scalars, not by canonical equivalence as `String` is: a compatibility ideograph in a
/// name is another sign on the screen than the hanzi it decomposes to.
public struct Cell: Hashable, Sendable {
  /// The character; U+0000 in the second half of the wide character on the left.
  let base: Unicode.Scalar
  /// The marks that join it.
  let marks: Marks
  public var style: Style

  /// At most four marks, which is what ncurses keeps beside a cell's character.
  ///
  /// Plain numbers, 0 where there is none: a screen is thousands of cells, made anew at every key, and an array in each
  /// would have to be counted.
  struct Marks: Hashable, Sendable {
    private var one: UInt32 = 0
    private var two: UInt32 = 0
    private var three: UInt32 = 0
    private var four: UInt32 = 0

    /// Adds a mark; a fifth is left out.
    mutating func append(_ mark: Unicode.Scalar) {
      if one == 0 {
        one = mark.value
      } else if two == 0 {
        two = mark.value
      } else if three == 0 {
        three = mark.value
      } else if four == 0 {
        four = mark.value
      }
    }

    var scalars: [Unicode.Scalar] {
      one == 0 ? [] : [one, two, three, four].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
    }
  }

  public static let blank = Cell(base: " ", style: .plain)

  init(base: Unicode.Scalar, marks: Marks = Marks(), style: Style) {
    self.base = base
    self.marks = marks
    self.style = style
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
