/// A key, by its meaning and not by its bytes.
public enum Key: Hashable, Sendable {
  /// One typed scalar, never a control; the editor puts graphemes together.
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
  /// Ctrl or Alt with the left arrow, Alt-b.
  case wordLeft
  /// Ctrl or Alt with the right arrow, Alt-f.
  case wordRight
  /// Ctrl-W, Alt-Backspace.
  case deleteWordBack
  /// Alt-d, Ctrl or Alt with Delete.
  case deleteWordForward
  /// F1 is 1.
  case function(Int)
  /// Ctrl with a letter, in lower case, or with one of `@ \ ] ^ _`.
  case control(Character)
}
