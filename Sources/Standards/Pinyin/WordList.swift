/// Words by their syllables, in one sorted array: the words that begin with some syllables are a run of it.
struct WordList: Sendable {
  /// Up to fourteen syllables of nine bits each, seven in either half, the first in the highest bits; what is not used
  /// is 0.
  struct Key: Hashable, Comparable, Sendable {
    static let most = 14
    private static let bits = 9
    private static let half = 7

    private var high: UInt64 = 0
    private var low: UInt64 = 0
    private(set) var count: UInt8 = 0

    /// False where there is no more room.
    mutating func append(_ syllable: Int) -> Bool {
      guard count < Self.most else { return false }
      let shift = Self.shift(Int(count))
      if count < Self.half { high |= UInt64(syllable) &<< shift } else { low |= UInt64(syllable) &<< shift }
      count += 1
      return true
    }

    /// The key behind all that begin with this one, which has a syllable at least.
    var end: Key {
      var key = self
      let step: UInt64 = 1 &<< Self.shift(Int(count) - 1)
      if count <= Self.half { key.high += step } else { key.low += step }
      return key
    }

    /// The syllable at a place, 0 where there is none.
    subscript(place: Int) -> Int {
      let value = place < Self.half ? high : low
      return Int(truncatingIfNeeded: value &>> Self.shift(place)) & ((1 << Self.bits) - 1)
    }

    private static func shift(_ place: Int) -> UInt64 {
      UInt64((half - 1 - (place < half ? place : place - half)) * bits)
    }

    static func < (one: Key, other: Key) -> Bool {
      one.high != other.high ? one.high < other.high : one.low < other.low
    }
  }

  struct Word: Comparable, Sendable {
    enum Kind: Sendable {
      case plain
      /// 一, 十: what is counted or numbered may follow.
      case numeral
      /// 号, 单元: follows a number.
      case numbered
      /// A name of another language.
      case name
      case place
      /// A place without the word for what it is.
      case shortPlace
    }

    var key: Key
    /// The negative logarithm of how likely the word is.
    var cost: Float
    /// Where it stands in the table.
    var row: Int32
    var kind: Kind
    /// A place's six digits; 0 for other words.
    var area: Int32 = 0

    /// By syllables, the likeliest first.
    static func < (one: Word, other: Word) -> Bool {
      one.key != other.key ? one.key < other.key : one.cost < other.cost
    }
  }

  private let table: TSVTable
  private let textColumn: Int
  let words: [Word]
  /// Where the words that begin with each syllable start, and where the last of them ends.
  private let starts: [Int]

  /// The words need not be in any order.
  init(_ words: [Word], of table: TSVTable, text: Int) {
    self.table = table
    textColumn = text
    // The table of words is kept in this order, so that nothing has to be sorted while somebody waits.
    let isSorted = words.indices.dropFirst().allSatisfy { !(words[$0] < words[$0 - 1]) }
    self.words = isSorted ? words : words.sorted()
    var starts: [Int] = []
    for (index, word) in self.words.enumerated() {
      while starts.count <= word.key[0] { starts.append(index) }
    }
    starts.append(self.words.count)
    self.starts = starts
  }

  func text(_ word: Word) -> String {
    let text = table.text(row: Int(word.row), column: textColumn)
    return word.kind == .shortPlace ? String(text.dropLast()) : text
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
    var key = run.key
    guard key.append(syllable) else { return nil }
    if key.count == 1 {
      guard syllable + 1 < starts.count, starts[syllable] < starts[syllable + 1] else { return nil }
      return Run(range: starts[syllable]..<starts[syllable + 1], key: key)
    }
    let first = place(of: key, in: run.range)
    guard first < run.range.upperBound, words[first].key < key.end else { return nil }
    return Run(range: first..<place(of: key.end, in: first..<run.range.upperBound), key: key)
  }

  /// The runs behind a run that go on with one of these syllables, in the order of the syllables.
  func runs(_ run: Run, then syllables: Range<Int>, _ body: (Run) -> Void) {
    var key = run.key
    guard key.append(syllables.lowerBound) else { return }
    var index = place(of: key, in: run.range)
    while index < run.range.upperBound {
      let syllable = words[index].key[Int(run.key.count)]
      guard syllables.contains(syllable), let next = self.run(run, then: syllable) else { return }
      body(next)
      index = next.range.upperBound
    }
  }

  /// The words of a run that have no further syllable, the likeliest first.
  func ends(of run: Run) -> ArraySlice<Word> { words[run.range].prefix { $0.key == run.key } }

  private func place(of key: Key, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
