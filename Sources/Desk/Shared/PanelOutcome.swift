/// What a key made of a small panel that asks something.
enum PanelOutcome<Said: Hashable & Sendable>: Hashable, Sendable {
  case stays
  /// Left without a word: nothing changes.
  case closes
  case says(Said)
}
