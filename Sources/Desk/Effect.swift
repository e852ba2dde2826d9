import Records
import Terminal

/// What a page asks of the world; performed by the session and nowhere else.
public enum Effect: Hashable, Sendable {
  /// Write the record's snapshot; the answer is `.saved` or `.failed`.
  case save(Record)
  /// Try again what could not be written.
  case retry
  /// Keep the settings; only a failure is answered, with `.settingsFailed`.
  case saveSettings(Settings)
  /// A fresh identity for the next record; the answer is `.identity`.
  case prepareIdentity
  /// Open a family's record by its code and what only the family knows; the answer is `.opened` or a refusal.
  case open(code: String, secret: String)
  /// Let the family that sat here go on; the answer is `.unlocked` or a refusal.
  case unlock(Record, secret: String)
  /// Draw the whole screen again, where something else wrote over it.
  case redraw
  /// End the program.
  case leave
}

/// What comes back from the world.
public enum News: Hashable, Sendable {
  case saved(RecordID, revision: Int, at: Timestamp)
  case failed(RecordID, StoreError)
  /// The settings could not be written.
  case settingsFailed(StoreError)
  case identity(RecordIdentity)
  /// The record's code was taken before its first save.
  case renamed(RecordID, RecordIdentity)
  case opened(Record)
  case unlocked
  /// The code or the secret is wrong: which, nobody is told.
  case refused
  /// Too many wrong tries: so many seconds to wait.
  case wait(seconds: Int)
  case unreadable(StoreError)
}

/// Everything that a page can be told.
public enum Input: Hashable, Sendable {
  case event(Event)
  case news(News)
}
