/// What the terminal, or the program's own clock, has to say.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted: never a command, whatever it holds.
  case paste(String)
  case resize(Size)
  /// The time that was asked for has passed.
  case tick
  /// Another thread has news.
  case wake
  /// The program was asked to end (SIGTERM, SIGHUP, SIGINT).
  case terminate
  /// The terminal is gone; nothing can be shown any more.
  case lost
}

/// A key, by its meaning and not by its bytes.
public enum Key: Hashable, Sendable {
  /// One typed scalar; the editor puts graphemes together.
  case text(Unicode.Scalar)
  case enter
  case tab
  case backTab
  case escape
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  case backspace
  case delete
  case insert
  case wordLeft
  case wordRight
  case deleteWordBack
  case deleteWordForward
  /// F1 is 1.
  case function(Int)
  /// Ctrl with a letter, in lower case.
  case control(Character)
}

/// Columns and rows of a terminal.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(_ columns: Int, _ rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place, counted from the upper left corner.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}
