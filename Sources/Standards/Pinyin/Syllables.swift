/// The syllables of Mandarin as they are typed, without tones and with `v` for ü, numbered from 1 in the order of the
/// alphabet, and what somebody from the south, or in a hurry, types for each of them.
struct Syllables: Sendable {
  /// Up to eight letters of five bits each, the first in the highest ones, so that numbers are ordered as the alphabet
  /// is and all spellings with one beginning follow each other.
  struct Spelling: Hashable, Comparable, Sendable {
    static let longest = 8
    private static let bits = 5

    private(set) var value: UInt64 = 0
    private(set) var count = 0

    /// Nil for what no syllable is spelled like.
    init?(_ letters: some Sequence<UInt8>) {
      for letter in letters where !append(letter) { return nil }
      if count == 0 { return nil }
    }

    init() {}

    /// False where there is no room, or it is no letter.
    mutating func append(_ letter: UInt8) -> Bool {
      guard count < Self.longest, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { return false }
      count += 1
      value |= UInt64(letter & 0x1F) &<< step
      return true
    }

    /// Behind all that begin with this one.
    var end: UInt64 { value + 1 &<< step }

    private var step: UInt64 { UInt64((Self.longest - count) * Self.bits) }

    static func < (one: Spelling, other: Spelling) -> Bool { one.value < other.value }
  }

  /// What letters may be typed for.
  struct Slip: Sendable {
    var typed: UInt64
    var syllable: Int
    /// How many sounds differ.
    var count: Int
  }

  /// The spelling of each syllable; the first is none.
  let names: [String]
  private let spellings: [UInt64]
  private let slips: [Slip]

  /// All that are typed; the tables of characters and of places have no other.
  static let mandarin = Syllables(MandarinSyllables.all.split(separator: " ").map(String.init))

  init(_ texts: some Sequence<String>) {
    let known = texts.compactMap { text in Spelling(text.utf8).map { (spelling: $0.value, name: text) } }
      .sorted { $0.spelling < $1.spelling }
    names = [""] + known.map(\.name)
    spellings = [0] + known.map(\.spelling)
    slips = Self.slips(known.map(\.name), SouthernSpelling.variants)
  }

  private static func slips(_ names: [String], _ variants: (String) -> [String: Int]) -> [Slip] {
    var slips: [Slip] = []
    slips.reserveCapacity(names.count * 16)
    for (index, name) in names.enumerated() {
      for (typed, count) in variants(name) {
        if let typed = Spelling(typed.utf8) {
          slips.append(Slip(typed: typed.value, syllable: index + 1, count: count))
        }
      }
    }
    return slips.sorted { ($0.typed, $0.count, $0.syllable) < ($1.typed, $1.count, $1.syllable) }
  }

  /// The number of the syllable that is spelled so.
  func number(_ spelling: Spelling) -> Int? {
    let place = spellings.firstIndex(atOrAbove: spelling.value)
    return place < spellings.count && spellings[place] == spelling.value ? place : nil
  }

  /// What the letters are another spelling of, what differs least first.
  func slips(_ spelling: Spelling) -> ArraySlice<Slip> { Self.run(of: spelling, in: slips) }

  /// What the letters are a slip of the hand for. Only lists ask for it, and typing must not wait for the table.
  static func misspellings(_ spelling: Spelling) -> ArraySlice<Slip> { run(of: spelling, in: mandarinMisspellings) }

  private static let mandarinMisspellings = slips(Array(mandarin.names.dropFirst()), Misspelling.variants)

  private static func run(of spelling: Spelling, in slips: [Slip]) -> ArraySlice<Slip> {
    var (low, high) = (0, slips.count)
    while low < high {
      let middle = (low + high) / 2
      if slips[middle].typed < spelling.value { low = middle + 1 } else { high = middle }
    }
    return slips[low...].prefix { $0.typed == spelling.value }
  }

  /// The syllables that begin with the letters; nil where none does.
  func beginning(_ spelling: Spelling) -> Range<Int>? {
    let range = spellings.firstIndex(atOrAbove: spelling.value)..<spellings.firstIndex(atOrAbove: spelling.end)
    return range.isEmpty ? nil : range
  }

  /// Whether these letters alone can stand for a syllable that begins with them.
  static func isInitial(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let first = letters.first, letters.count <= 2 else { return false }
    let vowels: Set<UInt8> = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x76]
    if letters.count == 1 { return !vowels.contains(first) }
    return "zcs".utf8.contains(first) && letters.last == UInt8(ascii: "h")
  }
}

extension Array where Element: Comparable {
  /// The first place of a sorted array that is no smaller.
  fileprivate func firstIndex(atOrAbove element: Element) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
