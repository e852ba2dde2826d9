/// Turns letters into Chinese: a small decoder that knows what the item asks for, and learns nothing.
///
/// A text is the likeliest row of words (Viterbi over all ways to cut the letters into syllables); a name goes syllable
/// by syllable, since a name is no row of words.
public struct PinyinDecoder: Sendable {
  let tables: PinyinTables

  public init(folder: FormFolder) throws { tables = try PinyinTables(in: folder) }

  /// What the letters may stand for, the likeliest first.
  ///
  /// `near` is a county's six digits: its places, and those above it, are likelier than others. A code point or a radical
  /// with strokes is looked up as such: see `rare`.
  public func candidates(
    for typed: String, item: PinyinItem, near: String? = nil, limit: Int = 9
  ) -> [PinyinCandidate] {
    if let rare = rare(typed, limit: limit) { return rare }
    let letters = PinyinLetters(typed, tables.syllables)
    guard letters.count > 0 else { return [] }
    var found = Found(limit: limit)
    let near = near.map { Array($0.utf8.prefix(6)) }
    switch item {
    case .name: addName(letters, isGiven: false, to: &found)
    case .given: addName(letters, isGiven: true, to: &found)
    case .address, .text:
      if let sentence = sentence(letters, near) { found.add(sentence) }
      addWords(letters, near, to: &found)
      addName(letters, isGiven: nil, to: &found)
    }
    return found.candidates
  }

  /// Candidates in their order, none of them twice.
  struct Found {
    let limit: Int
    private(set) var candidates: [PinyinCandidate] = []
    private var texts: Set<String> = []

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { candidates.count >= limit }

    mutating func add(_ candidate: PinyinCandidate) {
      if !isFull, texts.insert(candidate.text).inserted { candidates.append(candidate) }
    }
  }

  /// A word that some letters may stand for.
  struct Match: Sendable {
    var word: WordList.Word
    var list: WordList
    var end: Int
    /// What the spelling costs, and the word with it.
    var spelling: Float
    var cost: Float
    var syllables: Int
  }

  /// Every word that the letters from a place on may begin with.
  func matches(_ letters: PinyinLetters, from start: Int, near: [UInt8]?, _ body: (Match) -> Void) {
    for list in [tables.words, tables.places] {
      func walk(_ run: WordList.Run, _ place: Int, _ cost: Float, _ isOpen: Bool) {
        // One syllable's first letters are no word in the middle of others.
        if run.key.count > 0, !isOpen || run.key.count > 1 || place == letters.count {
          for word in list.ends(of: run) {
            let whole = cost + word.cost - list.nearness(word, to: near)
            body(
              Match(word: word, list: list, end: place, spelling: cost, cost: whole, syllables: run.key.count))
          }
        }
        guard place < letters.count, cost < Self.dearest else { return }
        for edge in letters[place] {
          if edge.syllables.count == 1 {
            guard let next = list.run(run, then: edge.syllables.lowerBound) else { continue }
            walk(next, edge.end, cost + edge.cost, isOpen || edge.isOpen)
          } else {
            list.visit(run, then: edge.syllables) { walk($0, edge.end, cost + edge.cost, true) }
          }
        }
      }
      walk(list.all, start, 0, false)
    }
  }

  /// Nothing that costs more by its spelling is what somebody meant.
  private static let dearest: Float = 16
}
