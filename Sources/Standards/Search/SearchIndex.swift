/// A list that can be searched without an input method: by code, hanzi, pinyin, initials, and mixtures of them.
///
/// Every reading of a character counts (长子县 is found by `zz` and by `cz`), ü may be typed as v, u, yu or ü, hanzi
/// may be traditional ones, tones and apostrophes may be there or not, and the names above a place may stand before its
/// own: 广东惠城, `gdhz`. A place may be called without its suffix (惠城), and 延边州 stands for 延边朝鲜族自治州.
///
/// An abolished place finds itself and the current places that share its stem (惠阳市: 惠阳区): those with the same
/// first four digits; else, where its prefecture was abolished too or the name is the same to the letter, those of
/// the province, unless the stem is a common word such as 城区; else the places of the prefecture that bears it.
///
/// The index keeps numbers in flat arrays and its own copy of the texts. Building it takes milliseconds, so it is made
/// when a list is first opened; a search allocates little and takes less than a millisecond.
public struct SearchIndex: Sendable {
  /// A character of a name: itself, folded, and its readings.
  struct Glyph: Sendable {
    static let noReading = UInt16.max
    var scalar: UInt32
    /// The usual reading, a position in `syllables`.
    var reading: UInt16
    /// Where its other readings stand in `otherReadings` (their count, then they); 0 for none.
    var others: UInt16
  }

  /// A name: a province's is kept once for all its counties.
  struct Component: Sendable {
    var glyphs: Range<UInt32>
    var text: Range<UInt32>
    /// The length in glyphs without the suffix, and without the peoples before it.
    var longStem: UInt8
    var shortStem: UInt8
    var count: UInt8

    func isEnd(_ length: Int) -> Bool { length == Int(count) || length == Int(longStem) || length == Int(shortStem) }
  }

  /// A step of a path: a name and the step above.
  struct Node: Sendable {
    static let none = Int32(-1)
    var component: Int32
    var parent: Int32
  }

  struct Entry: Sendable {
    var component: Int32
    var node: Int32
    var code: Range<UInt32>
    /// The first 16 bytes of the code in lower case, as two numbers whose order is the text's.
    var codeHead: UInt64
    var codeTail: UInt64
    /// The division it lies in as a number of six digits, 0 when the code is none of a place.
    var area: Int32
    var retiredYear: Int16
    var level: UInt8
    var isSelectable: Bool
    /// In `words`: the English name.
    var english: Range<UInt32>
    /// In `successorEntries`.
    var successors: Range<UInt32>

    static let stands = Int16.max
    var isRetired: Bool { retiredYear != Self.stands }
  }

  /// A name that finds an entry: its own, or another spelling.
  struct Name: Sendable {
    var entry: Int32
    var component: Int32
    var node: Int32
    /// The first glyph's scalar, and a bit for each letter that a reading of it begins with.
    var head: UInt32
    var headLetters: UInt32
    /// The same for all its glyphs: `SearchIndex.mark` of each scalar, and the first letters of all readings.
    var marks: UInt64
    var letters: UInt32
  }

  /// One of 64 bits for a character, so that most names without it are passed over at a glance.
  static func mark(_ scalar: UInt32) -> UInt64 { 1 << UInt64(scalar &* 0x9E37_79B1 >> 26) }

  var glyphs: [Glyph] = []
  var otherReadings: [UInt16] = [0]
  var components: [Component] = []
  var nodes: [Node] = []
  var entries: [Entry] = []
  var names: [Name] = []
  var successorEntries: [Int32] = []
  /// UTF-8 of all names and codes.
  var text: [UInt8] = []
  /// English names: letters in lower case, bit 7 set on the first of a word.
  var words: [UInt8] = []
  /// Each distinct syllable, its bytes from the lowest up.
  var syllables: [UInt64] = []
  var syllableLengths: [UInt8] = []
  /// The syllables of each first letter.
  var syllablesByLetter: [[UInt16]] = Array(repeating: [], count: 26)
  var hasEnglish = false

  init() {}

  /// An index over any list, in the list's order.
  public init(entries: [SearchEntry]) {
    var builder = SearchIndexBuilder()
    builder.add(entries)
    self = builder.finish()
  }

  /// How many entries there are; positions of hits are below it.
  public var count: Int { entries.count }

  /// What to show of an entry.
  public subscript(index: Int) -> SearchItem {
    let entry = entries[index]
    return SearchItem(
      code: string(entry.code), name: name(entry.component), path: path(entry.node),
      retiredYear: entry.isRetired ? Int(entry.retiredYear) : nil, isSelectable: entry.isSelectable)
  }

  /// The position of the entry with exactly this code; the current one where a code was used twice.
  public func index(ofCode code: some StringProtocol) -> Int? {
    var found: Int?
    for (index, entry) in entries.enumerated() where text[entry.code.asInts].elementsEqual(code.utf8) {
      if !entry.isRetired { return index }
      found = index
    }
    return found
  }

  private func path(_ node: Int32) -> [String] {
    var path: [String] = []
    var next = node
    while next != Node.none {
      path.append(name(nodes[Int(next)].component))
      next = nodes[Int(next)].parent
    }
    path.reverse()
    return path
  }

  private func name(_ component: Int32) -> String { string(components[Int(component)].text) }

  private func string(_ range: Range<UInt32>) -> String { String(decoding: text[range.asInts], as: UTF8.self) }
}

extension Range<UInt32> {
  var asInts: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
