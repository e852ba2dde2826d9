/// The syllables of Mandarin as they are typed, without tones and with `v` for ü, numbered from 1 in the order of the
/// alphabet, and what somebody from the south, or in a hurry, types for each of them.
struct Syllables: Sendable {
  /// Some letters may be any syllable of a run: one where they spell it, many where they only begin it.
  struct Reading: Hashable, Sendable {
    var syllables: Range<Int>
    /// The negative logarithm of how likely it is that these letters are typed for it.
    var cost: Float
  }

  /// Nobody types more letters for one syllable.
  static let longest = 6

  /// What a slip or a southern spelling costs: one in twenty is typed so.
  static let slip: Float = 3

  /// The spelling of each syllable; the first is none.
  let names: [String]
  private let numbers: [String: Int]
  private let packed: [UInt32: Int]
  private let slips: [String: [Reading]]

  init(_ spellings: some Sequence<String>) {
    names = [""] + Set(spellings).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    numbers = Dictionary(uniqueKeysWithValues: names.enumerated().dropFirst().map { ($1, $0) })
    packed = Dictionary(uniqueKeysWithValues: numbers.map { (Self.packed($0.key.utf8), $0.value) })
    var slips: [String: [Reading]] = [:]
    for (number, name) in names.enumerated().dropFirst() {
      for (typed, count) in SouthernSpelling.variants(of: name) {
        slips[typed, default: []].append(Reading(syllables: number..<number + 1, cost: Self.slip * Float(count)))
      }
    }
    self.slips = slips
  }

  /// The key of syllables with spaces between them; nil where one of them is none, or there are too many.
  func key(_ spelling: some Collection<UInt8>) -> WordList.Key? {
    var key = WordList.Key()
    for part in spelling.split(separator: UInt8(ascii: " ")) {
      guard key.count < WordList.Key.most, let number = packed[Self.packed(part)] else { return nil }
      key.append(number)
    }
    return key.count > 0 ? key : nil
  }

  /// Up to six letters in one number, so that a table is read without a text for each of its syllables.
  private static func packed(_ letters: some Sequence<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 << 5 | UInt32($1 & 0x1F) }
  }

  /// The syllable that the letters spell.
  func exact(_ letters: String) -> Reading? {
    numbers[letters].map { Reading(syllables: $0..<$0 + 1, cost: 0) }
  }

  /// The syllables that the letters are another spelling of.
  func slips(_ letters: String) -> [Reading] { slips[letters] ?? [] }

  /// The syllables that begin with the letters; nil where none does.
  func beginning(_ letters: String) -> Range<Int>? {
    let first = place(of: letters)
    var end = first
    while end < names.count, names[end].hasPrefix(letters) { end += 1 }
    return first < end ? first..<end : nil
  }

  private func place(of letters: String) -> Int {
    var (low, high) = (1, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].utf8.lexicographicallyPrecedes(letters.utf8) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What a syllable may begin with, so that these letters alone can stand for it.
  static let initials: Set<String> = [
    "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w", "zh", "ch", "sh",
  ]
}

/// How syllables are typed by those who do not tell some sounds apart, and the commonest slips of the hand.
enum SouthernSpelling {
  private static let onsets: [(String, String)] = [("z", "zh"), ("c", "ch"), ("s", "sh"), ("n", "l"), ("r", "l")]

  /// What stands for hu- where f- and h- are one sound, and for f-.
  private static let breaths: [(String, String)] = [
    ("hu", "fu"), ("hua", "fa"), ("huan", "fan"), ("huang", "fang"), ("hui", "fei"), ("hun", "fen"), ("huo", "fo"),
  ]

  private static let finals: [(String, String)] = [
    ("ang", "an"), ("eng", "en"), ("ing", "in"), ("iang", "ian"), ("uang", "uan"),
  ]

  /// Endings that are no syllable's, and what they mean.
  private static let slips: [(typed: String, meant: String)] = [
    ("gn", "ng"), ("on", "ong"), ("iou", "iu"), ("uei", "ui"), ("uen", "un"), ("ue", "ve"), ("v", "u"), ("u", "v"),
  ]

  /// Every other spelling of a syllable, with the number of sounds that differ.
  static func variants(of name: String) -> [String: Int] {
    var found: [String: Int] = [:]
    func add(_ typed: String, _ count: Int) {
      if typed != name { found[typed] = min(found[typed] ?? count, count) }
    }
    let endings = [(name, 0)] + endings(of: name).map { ($0, 1) }
    for (ending, count) in endings {
      add(ending, count)
      for onset in beginnings(of: ending) { add(onset, count + 1) }
    }
    for (one, other) in breaths {
      if name == one { add(other, 1) }
      if name == other { add(one, 1) }
    }
    return found
  }

  private static func beginnings(of name: String) -> [String] {
    onsets.flatMap { short, long -> [String] in
      if name.hasPrefix(long) { return [short + name.dropFirst(long.count)] }
      guard name.hasPrefix(short) else { return [] }
      return [long + name.dropFirst(short.count)]
    }
  }

  private static func endings(of name: String) -> [String] {
    var found: [String] = []
    for (long, short) in finals {
      if name.hasSuffix(long) {
        found.append(name.dropLast(long.count) + short)
      } else if name.hasSuffix(short) {
        found.append(name.dropLast(short.count) + long)
      }
    }
    for slip in slips where name.hasSuffix(slip.meant) {
      found.append(name.dropLast(slip.meant.count) + slip.typed)
    }
    return found
  }
}
