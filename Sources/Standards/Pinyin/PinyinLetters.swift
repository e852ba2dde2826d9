/// What somebody typed, cut into places: letters, and between them signs that stay as they are; and the syllables that
/// may begin at each place.
struct PinyinLetters: Sendable {
  /// Some letters, and the syllables that they may stand for.
  struct Edge: Sendable {
    var end: Int
    var syllables: Range<Int>
    var cost: Float
    /// The letters do not spell the syllable to its end.
    var isOpen = false

    /// Whether the letters are the syllable's own, all of them.
    var isSpelled: Bool { cost == 0 }
  }

  /// How easily what is behind a place is read: what its spelling costs, and into how many syllables it is cut.
  struct Rest: Comparable, Sendable {
    var cost: Float
    var syllables: Int

    static func < (one: Rest, other: Rest) -> Bool { (one.cost, one.syllables) < (other.cost, other.syllables) }
  }

  /// More than anybody types before taking something.
  static let most = 160

  /// What a slip or a southern spelling costs: one in twenty is typed so.
  static let slip: Float = 3
  /// What the first letters of a syllable cost in its place: in a word, and at the end of what was typed so far.
  private static let abbreviated: Float = 5
  private static let unfinished: Float = 1.5
  /// What a letter costs that begins no syllable.
  private static let unread: Float = 20

  /// The letters in lower case, and 0 where a sign stands.
  private(set) var letters: [UInt8] = []
  private var signs: [Int: String] = [:]
  /// How many bytes of what was typed are before each place, and before the end.
  private(set) var offsets: [Int] = []
  private var edges: [[Edge]] = []
  private(set) var rest: [Rest] = []

  /// An apostrophe or a space ends a syllable; what is neither a letter nor a sign of addresses is passed over.
  init(_ typed: some StringProtocol, _ syllables: Syllables) {
    var breaks: Set<Int> = []
    var offset = 0
    for scalar in typed.unicodeScalars {
      guard letters.count < Self.most else { break }
      switch scalar {
      case "a"..."z", "A"..."Z":
        letters.append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
        offsets.append(offset)
      case "'", " ": breaks.insert(letters.count)
      default:
        guard scalar.isHanzi || scalar == "·" || (0x21...0x7E).contains(scalar.value) else { break }
        signs[letters.count] = String(scalar)
        letters.append(0)
        offsets.append(offset)
      }
      offset += scalar.utf8.count
    }
    offsets.append(offset)
    edges = letters.indices.map { edges(from: $0, breaks, syllables) }
    rest = Array(repeating: Rest(cost: 0, syllables: 0), count: letters.count + 1)
    for place in letters.indices.reversed() {
      rest[place] = rest[place + 1]
      if letters[place] == 0 { continue }
      rest[place].cost += Self.unread
      for edge in edges[place] {
        let behind = Rest(cost: edge.cost + rest[edge.end].cost, syllables: rest[edge.end].syllables + 1)
        rest[place] = min(rest[place], behind)
      }
    }
  }

  var count: Int { letters.count }

  /// Whether there is anything to read.
  var isEmpty: Bool { letters.allSatisfy { $0 == 0 } }

  /// The syllables that may begin at a place, exact ones first.
  subscript(place: Int) -> [Edge] { edges[place] }

  /// What stays as it is at a place.
  func sign(at place: Int) -> String? { signs[place] }

  private func edges(from start: Int, _ breaks: Set<Int>, _ syllables: Syllables) -> [Edge] {
    var found: [Edge] = []
    var spelling = Syllables.Spelling()
    var end = start
    while end < letters.count, end == start || !breaks.contains(end), spelling.append(letters[end]) {
      end += 1
      if let exact = syllables.number(spelling) {
        found.append(Edge(end: end, syllables: exact..<exact + 1, cost: 0))
      }
      for slip in syllables.slips(spelling) {
        found.append(
          Edge(end: end, syllables: slip.syllable..<slip.syllable + 1, cost: Self.slip * Float(slip.count)))
      }
      let isLast = end == letters.count && !breaks.contains(end)
      if isLast || Syllables.isInitial(letters[start..<end]), let beginning = syllables.beginning(spelling) {
        found.append(
          Edge(end: end, syllables: beginning, cost: isLast ? Self.unfinished : Self.abbreviated, isOpen: true))
      }
    }
    return found
  }
}
