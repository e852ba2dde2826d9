/// The letters that somebody typed, and where syllables may end in them.
struct PinyinLetters: Sendable {
  /// Some letters, and the syllables that they may stand for.
  struct Edge: Sendable {
    var end: Int
    var syllables: Range<Int>
    var cost: Float
    /// The letters do not spell the syllable to its end.
    var isOpen = false
  }

  /// More than anybody types before looking up.
  static let most = 80

  /// What the first letters of a syllable cost in its place: in a word, and at the end of what was typed so far.
  private static let abbreviated: Float = 5
  private static let unfinished: Float = 1.5

  let letters: [UInt8]
  private let edges: [[Edge]]
  /// What the letters from a place on cost at least; infinite where they cannot be cut into syllables.
  private(set) var rest: [Float]

  /// Everything but letters is left out; an apostrophe ends a syllable.
  init(_ typed: String, _ syllables: Syllables) {
    var letters: [UInt8] = []
    var breaks: Set<Int> = []
    for byte in typed.utf8 where letters.count < Self.most {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): letters.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      case UInt8(ascii: "'"), UInt8(ascii: " "): breaks.insert(letters.count)
      default: continue
      }
    }
    self.letters = letters
    edges = letters.indices.map { Self.edges(from: $0, letters, breaks, syllables) }
    rest = Array(repeating: .infinity, count: letters.count + 1)
    rest[letters.count] = 0
    for start in letters.indices.reversed() {
      for edge in edges[start] { rest[start] = min(rest[start], edge.cost + rest[edge.end]) }
    }
  }

  var count: Int { letters.count }

  /// The syllables that may begin at a place, exact ones first.
  subscript(place: Int) -> [Edge] { edges[place] }

  private static func edges(
    from start: Int, _ letters: [UInt8], _ breaks: Set<Int>, _ syllables: Syllables
  ) -> [Edge] {
    var found: [Edge] = []
    for length in 1...Syllables.longest where start + length <= letters.count {
      let end = start + length
      if length > 1, breaks.contains(end - 1) { break }
      let text = String(decoding: letters[start..<end], as: UTF8.self)
      if let exact = syllables.exact(text) {
        found.append(Edge(end: end, syllables: exact.syllables, cost: exact.cost))
      }
      for slip in syllables.slips(text) {
        found.append(Edge(end: end, syllables: slip.syllables, cost: slip.cost))
      }
      let isLast = end == letters.count && !breaks.contains(end)
      if isLast || Syllables.initials.contains(text), let beginning = syllables.beginning(text) {
        found.append(
          Edge(end: end, syllables: beginning, cost: isLast ? unfinished : abbreviated, isOpen: true))
      }
    }
    return found
  }
}
