/// What letters may stand for.
public struct PinyinCandidate: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// All the letters at once.
    case sentence
    case word
    case surname
    /// A character of a given name.
    case given
    case character
    /// Found by its radical and the strokes beside it.
    case radical
    case codepoint
  }

  public var text: String
  /// The syllables, with spaces between them; of a character found otherwise what it is found by.
  public var reading: String
  public var kind: Kind
  /// How many of the letters it takes; the others are still open.
  public var letters: Int
}

/// What a text item asks for.
public enum PinyinItem: String, Hashable, Sendable, CaseIterable {
  /// A person's name, at its beginning: a surname first.
  case name
  /// What follows the surname.
  case given
  case address
  case text
}
