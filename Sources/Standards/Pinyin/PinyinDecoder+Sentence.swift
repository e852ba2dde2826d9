extension PinyinDecoder {
  /// The likeliest row of words for all the letters; nil where they cannot be cut into syllables.
  func sentence(_ letters: PinyinLetters, _ near: [UInt8]?) -> PinyinCandidate? {
    struct Step {
      var cost: Float
      var from: Int
      var match: Match
    }
    var best: [Step?] = Array(repeating: nil, count: letters.count + 1)
    for start in letters.letters.indices {
      guard start == 0 || best[start] != nil else { continue }
      let before = best[start]?.cost ?? 0
      matches(letters, from: start, near: near) { match in
        let cost = before + match.cost
        if cost < best[match.end]?.cost ?? .infinity {
          best[match.end] = Step(cost: cost, from: start, match: match)
        }
      }
    }
    var words: [Match] = []
    var place = letters.count
    while place > 0 {
      guard let step = best[place] else { return nil }
      words.append(step.match)
      place = step.from
    }
    words.reverse()
    return PinyinCandidate(
      text: words.map { $0.list.text($0.word) }.joined(), reading: words.map(reading).joined(separator: " "),
      kind: .sentence, letters: letters.count)
  }

  /// The words that the letters begin with: what is spelled as it should be first, and the longest first.
  func addWords(_ letters: PinyinLetters, _ near: [UInt8]?, to found: inout Found) {
    var words: [Match] = []
    matches(letters, from: 0, near: near) { match in
      var match = match
      match.spelling += letters.rest[match.end]
      if match.syllables > 1, match.spelling < .infinity { words.append(match) }
    }
    words.sort { one, other in
      if one.spelling != other.spelling { return one.spelling < other.spelling }
      return one.syllables != other.syllables ? one.syllables > other.syllables : one.cost < other.cost
    }
    for match in words where !found.isFull {
      found.add(
        PinyinCandidate(
          text: match.list.text(match.word), reading: reading(of: match), kind: .word, letters: match.end))
    }
  }

  private func reading(of match: Match) -> String {
    (0..<match.syllables).map { tables.syllables.names[WordList.Key.syllable($0, of: match.word.key)] }
      .joined(separator: " ")
  }
}
