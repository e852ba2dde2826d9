/// How an entry answered a query; an earlier case is the better match.
public enum SearchMatch: UInt8, CaseIterable, Sendable {
  /// The whole code, or the first six digits of a sheet's twelve.
  case exactCode
  /// The whole name in hanzi (or in English), with or without 省, 市, 区, 县, 自治州 … at its end.
  case exactName
  /// The beginning of the code.
  case codePrefix
  /// The beginning of the name in hanzi.
  case namePrefix
  /// The whole name in full pinyin, with or without its suffix.
  case exactPinyin
  /// One initial (or hanzi) for each character of the name, with or without its suffix.
  case initials
  /// The beginning of the name in pinyin, initials, or a mixture with hanzi.
  case pinyinPrefix
  /// The beginning of a word of the English name.
  case english
  /// Names above it, alone or before its own: 广东惠城, `gdhz`.
  case path
  /// Something inside the name.
  case inside
  /// Current place for an abolished one that the query found.
  case successor
  /// Spelled as in the south, or with a slip: what was meant, perhaps.
  case similar
  /// Nothing was typed.
  case listed

  /// Whether a whole name or code was typed as it is spelled.
  var isWhole: Bool {
    switch self {
    case .exactCode, .exactName, .exactPinyin, .initials: true
    case .codePrefix, .namePrefix, .pinyinPrefix, .english, .path, .inside, .successor, .similar, .listed: false
    }
  }
}

/// One answer of a search.
public struct SearchHit: Hashable, Sendable {
  /// The entry's position in the index.
  public var index: Int
  public var match: SearchMatch

  public init(index: Int, match: SearchMatch) {
    (self.index, self.match) = (index, match)
  }
}
