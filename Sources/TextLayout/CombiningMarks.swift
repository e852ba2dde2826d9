/// The marks that join a character: at most four, which is what ncurses keeps beside a cell's character.
///
/// Plain numbers, 0 where there is none: a screen has thousands of cells, made anew at every key, and an array in each
/// would have to be reference-counted.
public struct CombiningMarks: Hashable, Sendable {
  private var one: UInt32 = 0
  private var two: UInt32 = 0
  private var three: UInt32 = 0
  private var four: UInt32 = 0

  public init() {}

  /// Adds a mark; a fifth is left out.
  public mutating func append(_ mark: Unicode.Scalar) {
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

  public var scalars: [Unicode.Scalar] {
    one == 0 ? [] : [one, two, three, four].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
  }
}
