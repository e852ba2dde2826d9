import FormModel

/// A sentence or a word that a person can read, in both languages.
///
/// `{}` stands for what the program fills in, in order. Each screen's phrases are one closed list, so that a test can
/// prove every list complete in both languages.
public protocol Phrase: CaseIterable, Sendable {
  var text: Localized { get }
}

/// Speaks one language.
public struct Wording: Hashable, Sendable {
  public var language: Language
  /// How the program is started on this machine, where a sentence says what to run.
  public var program: String

  public init(_ language: Language, program: String = "xueji") {
    (self.language, self.program) = (language, program)
  }

  /// A sentence that is made of what the program knows, in this language.
  func say(_ chinese: String, _ english: String) -> String { Localized(chinese, english)[language] }

  /// The phrase in this language, with its gaps filled.
  public func callAsFunction(_ phrase: some Phrase, _ parts: String...) -> String {
    fill(phrase.text[language], parts)
  }

  /// Fills the gaps of a sentence in order.
  public func fill(_ sentence: String, _ parts: [String]) -> String {
    guard !parts.isEmpty else { return sentence }
    var filled = ""
    var rest = sentence[...]
    for part in parts {
      guard let gap = gap(in: rest) else { break }
      filled += rest[..<gap.lowerBound]
      filled += part
      rest = rest[gap.upperBound...]
    }
    return filled + rest
  }

  /// The first gap, looked for by bytes: pages are made of such sentences, at every key.
  private func gap(in sentence: Substring) -> Range<Substring.Index>? {
    let bytes = sentence.utf8
    var rest = bytes[...]
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = bytes[bytes.index(after: brace)...]
      if rest.first == UInt8(ascii: "}") { return brace..<bytes.index(after: rest.startIndex) }
    }
    return nil
  }
}
