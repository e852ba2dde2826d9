/// A language that a person can read the program in.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One text in both languages.
public struct Localized: Hashable, Sendable {
  /// Simplified Chinese (zh-Hans).
  public var chinese: String
  public var english: String

  public init(_ chinese: String, _ english: String) {
    (self.chinese, self.english) = (chinese, english)
  }

  public subscript(language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
