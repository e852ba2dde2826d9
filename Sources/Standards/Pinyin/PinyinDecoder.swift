/// Turns letters into Chinese: a small decoder that knows what the item asks for, and learns nothing.
///
/// A text is the likeliest row of words (Viterbi over all ways to cut the letters into syllables); a name goes syllable
/// by syllable, since a name is no row of words. Spellings of the south and slips are read too, behind what is spelled
/// as it should be.
public struct PinyinDecoder: Sendable {
  let tables: PinyinTables

  public init(folder: FormFolder) throws { tables = try PinyinTables(in: folder) }

  /// What the letters may stand for, the likeliest first.
  ///
  /// `before` is what the item has already: a name that has begun goes on with a given name, and a number with 号. For
  /// a name, `typed` may itself begin with hanzi; the candidates are then for the first letters behind them. `near`
  /// are six digits of counties: their places, and those above them, are likelier than others. A code point or a radical with
  /// strokes is looked up as such: see `rare`.
  public func candidates(
    for typed: String, after before: String = "", item: PinyinItem, near: [String] = [], limit: Int = 9
  ) -> [PinyinCandidate] {
    guard limit > 0 else { return [] }
    if let rare = rare(typed, limit: limit) { return rare }
    var found = Found(limit: limit)
    switch item {
    case .name:
      let taken = typed.prefix { !Self.isLetter($0) }
      let open = typed[taken.endIndex...].prefix { Self.isLetter($0) || $0 == "'" || $0 == " " }
      let letters = PinyinLetters(open, tables.syllables)
      guard !letters.isEmpty else { return [] }
      let hasBegun = (before + taken).unicodeScalars.contains { $0.isHanzi }
      addName(letters, hasBegun: hasBegun, skipping: taken.utf8.count, to: &found)
    case .address, .text:
      let letters = PinyinLetters(typed, tables.syllables)
      guard !letters.isEmpty else { return [] }
      let near = item == .address ? near.compactMap { Divisions.number($0.utf8.prefix(6)) } : []
      let walk = WordWalk(tables, letters, near: near.map(Int32.init), before: before)
      for sentence in walk.sentences() { found.add(sentence) }
      for word in walk.words() where !found.isFull { found.add(word) }
      addCharacters(letters, to: &found)
    }
    return found.candidates
  }

  private static func isLetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }

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
}
