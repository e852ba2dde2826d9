import Terminal

/// A part of the screen that a page draws in.
struct Area: Hashable, Sendable {
  var origin: Point
  var columns: Int
  var rows: Int

  /// The beginning of a row of the area.
  func point(_ row: Int, indent: Int = 0) -> Point {
    Point(column: origin.column + indent, row: origin.row + row)
  }
}
