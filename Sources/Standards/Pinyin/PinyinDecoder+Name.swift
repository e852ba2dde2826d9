extension PinyinDecoder {
  /// What a name goes on with: at its beginning surnames, those of two syllables first, and then characters of given
  /// names; then every other character that is read so.
  ///
  /// What is spelled as it should be comes first, then what only begins so, then what is a slip.
  func addName(_ letters: PinyinLetters, isGiven: Bool?, to found: inout Found) {
    var ranked: [Ranked] = isGiven == false ? doubleSurnames(letters) : []
    for edge in letters[0] where letters.rest[edge.end] < .infinity {
      for syllable in edge.syllables {
        let reading = tables.syllables.names[syllable]
        func add(_ text: String, _ kind: PinyinCandidate.Kind, _ place: Int) {
          ranked.append(
            Ranked(
              candidate: PinyinCandidate(text: text, reading: reading, kind: kind, letters: edge.end),
              cost: edge.cost + letters.rest[edge.end], place: place))
        }
        switch isGiven {
        case false?: for (text, place) in tables.hanzi.surnames(reading) { add(text, .surname, place) }
        case true?: for (text, place) in tables.hanzi.given(reading) { add(text, .given, place) }
        case nil: break
        }
        // Rare characters are looked for by their whole syllable.
        guard !edge.isOpen else { continue }
        for (place, character) in tables.hanzi.characters(.reading, reading).enumerated() {
          add(String(character), .character, place)
        }
      }
    }
    for item in ranked.sorted(by: <) where !found.isFull { found.add(item.candidate) }
  }

  /// A candidate and what it is sorted by.
  private struct Ranked: Comparable {
    var candidate: PinyinCandidate
    var cost: Float
    /// The place in the order of all that is of its kind.
    var place: Int
    var isDouble = false

    static func < (one: Ranked, other: Ranked) -> Bool {
      if one.isDouble != other.isDouble { return one.isDouble }
      if one.tier != other.tier { return one.tier < other.tier }
      if one.candidate.letters != other.candidate.letters { return one.candidate.letters > other.candidate.letters }
      return one.place < other.place
    }

    static func == (one: Ranked, other: Ranked) -> Bool { !(one < other) && !(other < one) }

    /// Any other character comes behind what names are made of, but before what is spelled in another way.
    private var tier: Float { candidate.kind == .character ? cost + 2 : cost }
  }

  private func doubleSurnames(_ letters: PinyinLetters) -> [Ranked] {
    var ranked: [Ranked] = []
    for edge in letters[0] where !edge.isOpen && edge.end < letters.count {
      for second in letters[edge.end] where !second.isOpen {
        let names = tables.syllables.names
        let reading = "\(names[edge.syllables.lowerBound]) \(names[second.syllables.lowerBound])"
        for (text, place) in tables.hanzi.surnames(reading) {
          ranked.append(
            Ranked(
              candidate: PinyinCandidate(text: text, reading: reading, kind: .surname, letters: second.end),
              cost: edge.cost + second.cost + letters.rest[second.end], place: place, isDouble: true))
        }
      }
    }
    return ranked
  }
}
