/// One line of a list as it is given to `SearchIndex`.
public struct SearchEntry: Hashable, Sendable {
  public var code: String
  /// As shown.
  public var name: String
  /// The names above it, the highest first.
  public var path: [String] = []
  /// Readings of the name and of `also`: syllables separated by spaces, lower case, ü as v; the usual one first.
  public var pinyin: [String] = []
  /// Readings of each name of `path`; where they are missing, the index takes what it knows of the same characters.
  public var pathPinyin: [[String]] = []
  /// Other spellings that find it.
  public var also: [String] = []
  public var english = ""
  /// 0 is the highest; a province's is above a county's.
  public var level = 0
  /// The year it was abolished; nil while it stands.
  public var retiredYear: Int?
  /// False for a line that is shown for guidance and cannot be taken.
  public var isSelectable = true

  public init(code: String, name: String) {
    (self.code, self.name) = (code, name)
  }
}

/// One line of a list as an answer shows it.
public struct SearchItem: Hashable, Sendable {
  public var code: String
  public var name: String
  /// The names above it, the highest first.
  public var path: [String]
  /// The year it was abolished, to be marked 已撤销; nil while it stands.
  public var retiredYear: Int?
  /// False for a line that is shown for guidance and cannot be taken.
  public var isSelectable: Bool
}
