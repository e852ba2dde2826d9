/// What letters may stand for.
public struct PinyinCandidate: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// All that was typed at once.
    case sentence
    case word
    case surname
    /// A character of a given name.
    case given
    case character
    /// Found by its radical and the strokes beside it, or a radical itself.
    case radical
    case codepoint
  }

  public var text: String
  /// The syllables, with spaces between them; empty where nobody has written down how a character is read.
  public var reading: String
  public var kind: Kind
  /// How many bytes of what was typed it stands for; the others are still open.
  public var length: Int

  public init(text: String, reading: String, kind: Kind, length: Int) {
    self.text = text
    self.reading = reading
    self.kind = kind
    self.length = length
  }
}

/// What a text item asks for.
public enum PinyinItem: String, Hashable, Sendable, CaseIterable {
  /// A person's name: a surname first, then character by character.
  case name
  case address
  case text
}
