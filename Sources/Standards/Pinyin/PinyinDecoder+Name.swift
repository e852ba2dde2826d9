internal import Glibc

extension PinyinDecoder {
  /// What a name goes on with: at its beginning surnames, then characters of given names and every other one that is
  /// read so.
  ///
  /// Of each of these what is spelled as it should be comes first, then what only begins so, then what is a slip. A
  /// surname of two characters, and a name of another language, comes before all where its syllables are spelled out.
  func addName(_ letters: PinyinLetters, hasBegun: Bool, skipping skipped: Int, to found: inout Found) {
    var ranked = spelledOut(letters, hasBegun: hasBegun)
    for edge in letters[0] {
      for syllable in edge.syllables {
        let reading = tables.syllables.names[syllable]
        func add(_ text: String, _ kind: PinyinCandidate.Kind, _ place: Int) {
          ranked.append(
            Ranked(text, reading, kind, edge.end, cost: edge.cost, place: place, letters, hasBegun: hasBegun))
        }
        if !hasBegun {
          for (text, place) in tables.hanzi.surnames(reading) { add(text, .surname, place) }
        }
        for (text, place) in tables.hanzi.given(reading) { add(text, .given, place) }
        // Rare characters are looked for by their whole syllable.
        guard !edge.isOpen else { continue }
        for (place, scalar) in tables.hanzi.characters(.reading, reading).enumerated() {
          add(String(scalar), .character, place)
        }
      }
    }
    add(ranked, letters, skipping: skipped, to: &found)
  }

  /// Single characters, the commonest first.
  func addCharacters(_ letters: PinyinLetters, to found: inout Found) {
    guard !found.isFull, letters.letters[0] != 0 else { return }
    var ranked: [Ranked] = []
    for edge in letters[0] where !edge.isOpen {
      let reading = tables.syllables.names[edge.syllables.lowerBound]
      for (place, scalar) in tables.hanzi.characters(.reading, reading).enumerated() {
        ranked.append(Ranked(String(scalar), reading, .character, edge.end, cost: edge.cost, place: place, letters))
      }
    }
    add(ranked, letters, skipping: 0, to: &found)
  }

  private func add(_ ranked: [Ranked], _ letters: PinyinLetters, skipping skipped: Int, to found: inout Found) {
    for item in ranked.sorted() where !found.isFull {
      found.add(
        PinyinCandidate(
          text: item.text, reading: item.reading, kind: item.kind, length: skipped + letters.offsets[item.end]))
    }
  }

  /// Surnames of two characters, and names of other languages as far as they are spelled.
  private func spelledOut(_ letters: PinyinLetters, hasBegun: Bool) -> [Ranked] {
    var found: [Ranked] = []
    let names = tables.syllables.names
    func walk(_ run: WordList.Run, _ syllables: [Int], _ place: Int, _ cost: Float) {
      for edge in letters[place] where !edge.isOpen && cost + edge.cost <= PinyinLetters.slip {
        let syllable = edge.syllables.lowerBound
        let all = syllables + [syllable]
        if all.count == 2, !hasBegun {
          let reading = "\(names[all[0]]) \(names[all[1]])"
          for (text, rank) in tables.hanzi.surnames(reading) {
            found.append(
              Ranked(text, reading, .surname, edge.end, cost: cost + edge.cost, place: rank, letters, isFirst: true))
          }
        }
        let next = tables.words.run(run, then: syllable)
        for word in next.map({ tables.words.ends(of: $0) }) ?? [] where word.kind == .name {
          found.append(
            Ranked(
              tables.words.text(word), all.map { names[$0] }.joined(separator: " "), .word, edge.end,
              cost: cost + edge.cost, place: Self.placeOfOtherNames, letters, isFirst: all.count > 2))
        }
        if edge.end < letters.count, let next { walk(next, all, edge.end, cost + edge.cost) }
        // A surname need not begin any word.
        if edge.end < letters.count, next == nil, all.count == 1, !hasBegun {
          walk(WordList.Run(range: 0..<0), all, edge.end, cost + edge.cost)
        }
      }
    }
    walk(tables.words.all, [], 0, 0)
    return found
  }

  /// A name of two syllables of another language is as common as a rather common surname.
  private static let placeOfOtherNames = 60

  /// A candidate and what it is sorted by.
  private struct Ranked: Comparable {
    var text: String
    var reading: String
    var kind: PinyinCandidate.Kind
    var end: Int
    private var tier: Float
    private var rarity: Float

    init(
      _ text: String, _ reading: String, _ kind: PinyinCandidate.Kind, _ end: Int, cost: Float, place: Int,
      _ letters: PinyinLetters, isFirst: Bool = false, hasBegun: Bool = true
    ) {
      self.text = text
      self.reading = reading
      self.kind = kind
      self.end = end
      let rest = letters.rest[end]
      // At the beginning every surname comes first, also one that is a slip.
      let behind: Float =
        switch kind {
        case .surname, .word, .sentence, .radical, .codepoint: isFirst ? -1 : 0
        case .given: hasBegun ? 0 : PinyinLetters.slip + 0.5
        case .character: hasBegun ? 0.5 : PinyinLetters.slip + 1
        }
      tier = cost + rest.cost + behind
      // The tenth is half as common as the first, and a shorter row of syllables is likelier.
      rarity = 1.5 * logf(Float(place) + 8) + 3 * Float(rest.syllables)
    }

    static func < (one: Ranked, other: Ranked) -> Bool { (one.tier, one.rarity) < (other.tier, other.rarity) }
    static func == (one: Ranked, other: Ranked) -> Bool { (one.tier, one.rarity) == (other.tier, other.rarity) }
  }
}
