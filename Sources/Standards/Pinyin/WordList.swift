/// The words of a table by their syllables, in one sorted array: the words that begin with some syllables are a run of
/// it.
struct WordList: Sendable {
  /// Up to fourteen syllables of nine bits each, the first in the highest ones; what is not used is 0.
  struct Key: Hashable, Comparable, Sendable {
    static let most = 14
    private static let bits = 9

    private(set) var value: UInt128 = 0
    private(set) var count = 0

    mutating func append(_ syllable: Int) {
      count += 1
      value |= Self.step(count) * UInt128(syllable)
    }

    /// The key behind all that begin with this one.
    var end: UInt128 { value &+ Self.step(count) }

    /// The syllable at a place, 0 where there is none.
    static func syllable(_ place: Int, of value: UInt128) -> Int {
      Int(truncatingIfNeeded: value / step(place + 1)) & ((1 << bits) - 1)
    }

    private static func step(_ count: Int) -> UInt128 { 1 << UInt128(128 - count * bits) }

    static func < (one: Key, other: Key) -> Bool { one.value < other.value }
  }

  struct Word: Sendable {
    var key: UInt128
    /// The negative logarithm of how likely the word is.
    var cost: Float
    /// Where it stands in the table.
    var row: Int32
    /// Without its last character: a place without the word for what it is.
    var isShort = false
  }

  private let table: TSVTable
  private let textColumn: Int
  private let codeColumn: Int?
  private(set) var words: [Word]

  /// The words need not be in any order; `code` is the column of a place's number.
  init(_ words: [Word], of table: TSVTable, text: Int, code: Int? = nil) {
    self.table = table
    textColumn = text
    codeColumn = code
    self.words = words
    // A table is kept in this order, so that nothing has to be sorted while somebody waits.
    let isSorted = zip(words, words.dropFirst()).allSatisfy { ($0.key, $0.cost) <= ($1.key, $1.cost) }
    if !isSorted { self.words.sort { ($0.key, $0.cost) < ($1.key, $1.cost) } }
  }

  func text(_ word: Word) -> String {
    let text = table.text(row: Int(word.row), column: textColumn)
    return word.isShort ? String(text.dropLast()) : text
  }

  /// How much nearer than any other a place is to a county, as a cost to take away.
  func nearness(_ word: Word, to county: [UInt8]?) -> Float {
    guard let county, county.count == 6, let codeColumn else { return 0 }
    let range = table.range(row: Int(word.row), column: codeColumn)
    return table.withBytes { bytes in
      let code = bytes[range]
      if code.elementsEqual(county) { return 5 }
      guard code.prefix(2).elementsEqual(county.prefix(2)) else { return 0 }
      if code.dropFirst(2).allSatisfy({ $0 == UInt8(ascii: "0") }) { return 3 }
      guard code.prefix(4).elementsEqual(county.prefix(4)) else { return 1 }
      return 4
    }
  }

  // MARK: Runs

  /// A run of words that begin with the same syllables.
  struct Run: Sendable {
    var range: Range<Int>
    var key = Key()
  }

  var all: Run { Run(range: words.indices) }

  /// The words of a run that go on with a syllable.
  func run(_ run: Run, then syllable: Int) -> Run? {
    guard run.key.count < Key.most else { return nil }
    var key = run.key
    key.append(syllable)
    let first = place(of: key.value, in: run.range)
    let end = place(of: key.end, in: first..<run.range.upperBound)
    return first < end ? Run(range: first..<end, key: key) : nil
  }

  /// The runs behind a run that go on with one of these syllables, with the syllables in their order.
  func visit(_ run: Run, then syllables: Range<Int>, _ body: (Run) -> Void) {
    guard run.key.count < Key.most else { return }
    var key = run.key
    key.append(syllables.lowerBound)
    var index = place(of: key.value, in: run.range)
    while index < run.range.upperBound {
      let syllable = Key.syllable(run.key.count, of: words[index].key)
      guard syllables.contains(syllable), let next = self.run(run, then: syllable) else { return }
      body(next)
      index = next.range.upperBound
    }
  }

  /// The words of a run that have no further syllable, the likeliest first.
  func ends(of run: Run) -> ArraySlice<Word> { words[run.range].prefix { $0.key == run.key.value } }

  private func place(of key: UInt128, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
