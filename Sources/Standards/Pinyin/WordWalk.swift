/// The words that letters may be, from every place on.
struct WordWalk {
  private let tables: PinyinTables
  private let letters: PinyinLetters
  private let near: [Int32]
  private let followsNumber: Bool

  /// Nothing that costs more by its spelling is what somebody meant.
  private static let dearest: Float = 16
  /// How many steps are taken at most, so that no row of initials takes longer than a moment.
  private static let mostSteps = 2_500

  /// `near` are counties' codes; `before` is what the item has already.
  init(_ tables: PinyinTables, _ letters: PinyinLetters, near: [Int32], before: String) {
    self.tables = tables
    self.letters = letters
    self.near = near
    followsNumber = before.unicodeScalars.last.map(Self.isNumeral) ?? false
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || PinyinTables.numerals.contains(scalar)
  }

  /// A word that some letters may stand for.
  private struct Match {
    var word: WordList.Word
    var end: Int
    /// What the spelling costs.
    var spelling: Float
    var syllables: Int
    /// Whether every syllable is spelled as it should be, and to its end.
    var isSpelled: Bool

    /// Whether it is more than a character that any letters could be: a word of two syllables, a place, or one of the
    /// words that addresses number things with.
    var isWord: Bool { syllables > 1 || word.area != 0 || word.kind == .numbered || word.kind == .numeral }
  }

  /// Which words a sentence may be of.
  private enum Reading {
    case any
    /// As they are spelled.
    case spelled
    /// As they are spelled, and no single characters.
    case words
  }

  // MARK: Sentence

  /// A way to a place.
  private struct Step {
    var cost: Float
    /// Where the last word began, and which of the ways there it goes on from.
    var from: (place: Int, way: Int)
    /// The word; nil for a sign.
    var match: Match?
    var number = Number.none
    /// The place that was named last: what lies in it is likelier.
    var area: Int32
  }

  /// What number the text ends with so far.
  private enum Number { case none, digits, word }

  /// How many ways to a place are kept, which name different places: 陕西 and 山西 are told apart by what follows.
  private static let mostWays = 4

  /// The likeliest row of words for what was typed, as far as it can be read; none where it cannot.
  ///
  /// What is a row of words as it is spelled comes first, however likely a slip or a longer word may be: shifanlu is 示范路,
  /// and 十环路 behind it.
  func sentences() -> [PinyinCandidate] {
    let likeliest = ways(.any)
    guard let (candidate, isSpelled) = read(likeliest) else { return [] }
    if !isSpelled, Self.reached(ways(.words)) == Self.reached(likeliest), let spelled = read(ways(.spelled)) {
      return [spelled.candidate, candidate]
    }
    return [candidate]
  }

  private func ways(_ reading: Reading) -> [[Step]] {
    var ways: [[Step]] = Array(repeating: [], count: letters.count + 1)
    ways[0] = [Step(cost: 0, from: (0, 0), match: nil, number: followsNumber ? .digits : .none, area: 0)]
    func offer(_ step: Step, at place: Int) {
      if let worst = ways[place].last, ways[place].count == Self.mostWays, worst.cost <= step.cost { return }
      if let known = ways[place].firstIndex(where: { $0.area == step.area && $0.number == step.number }) {
        if step.cost >= ways[place][known].cost { return }
        ways[place].remove(at: known)
      }
      let index = ways[place].firstIndex { $0.cost > step.cost } ?? ways[place].count
      guard index < Self.mostWays else { return }
      ways[place].insert(step, at: index)
      if ways[place].count > Self.mostWays { ways[place].removeLast() }
    }
    var steps = 0
    for place in 0..<letters.count where !ways[place].isEmpty {
      let before = ways[place]
      if let sign = letters.sign(at: place) {
        let isNumber = sign.unicodeScalars.allSatisfy(Self.isNumeral)
        for (way, step) in before.enumerated() {
          offer(
            Step(
              cost: step.cost, from: (place, way), match: nil, number: isNumber ? .digits : .none, area: step.area),
            at: place + 1)
        }
        continue
      }
      visit(from: place, onlyBest: true, onlySpelled: reading != .any, &steps) { match in
        guard reading != .words || match.isWord else { return }
        for (way, step) in before.enumerated() {
          var cost = step.cost + match.spelling + match.word.cost - nearness(match.word.area, within: step.area)
          if match.word.kind == .numbered { cost -= Self.likelier(behind: step.number) }
          offer(
            Step(
              cost: cost, from: (place, way), match: match, number: match.word.kind == .numeral ? .word : .none,
              area: match.word.area == 0 ? step.area : match.word.area), at: match.end)
        }
      }
    }
    return ways
  }

  /// The last place that a way leads to; 0 where none does.
  private static func reached(_ ways: [[Step]]) -> Int { ways.lastIndex { !$0.isEmpty } ?? 0 }

  /// How much likelier 号 is behind a number than elsewhere.
  private static func likelier(behind number: Number) -> Float {
    switch number {
    case .none: 0
    case .digits: 7
    case .word: 3
    }
  }

  private func read(_ ways: [[Step]]) -> (candidate: PinyinCandidate, isSpelled: Bool)? {
    let reached = Self.reached(ways)
    var (texts, readings): ([String], [String]) = ([], [])
    var (hasWord, isSpelled) = (false, true)
    var at = (place: reached, way: 0)
    while at.place > 0 {
      let step = ways[at.place][at.way]
      if let match = step.match {
        texts.append(text(of: match))
        readings.append(reading(of: match))
        hasWord = true
        isSpelled = isSpelled && match.isSpelled
      } else if let sign = letters.sign(at: step.from.place) {
        texts.append(sign)
        readings.append(sign)
      }
      at = step.from
    }
    guard hasWord else { return nil }
    let candidate = PinyinCandidate(
      text: texts.reversed().joined(), reading: readings.reversed().joined(separator: " "), kind: .sentence,
      length: letters.offsets[reached])
    return (candidate, isSpelled)
  }

  /// How much likelier a place is behind another one, or where the kindergarten is.
  private func nearness(_ area: Int32, within last: Int32) -> Float {
    guard area != 0 else { return 0 }
    var found: Float = 0
    for near in near {
      if area == near {
        found = max(found, 7)
      } else if area / 10_000 == near / 10_000 {
        found = max(found, area / 100 == near / 100 ? area % 100 == 0 ? 6 : 5 : area % 10_000 == 0 ? 4 : 2)
      }
    }
    guard last != 0, area != last else { return found }
    let isWithin = last % 10_000 == 0 ? area / 10_000 == last / 10_000 : area / 100 == last / 100 && last % 100 == 0
    return isWithin ? max(found, 6) : found
  }

  // MARK: Words

  /// The words that the letters begin with: what is spelled as it should be first, and the longest first.
  func words() -> [PinyinCandidate] {
    guard letters.letters.first != 0 else { return [] }
    var words: [(spelling: Float, match: Match, cost: Float)] = []
    var steps = 0
    visit(from: 0, onlyBest: false, onlySpelled: false, &steps) { match in
      guard match.syllables > 1 else { return }
      var cost = match.word.cost - nearness(match.word.area, within: 0)
      if followsNumber, match.word.kind == .numbered { cost -= Self.likelier(behind: .digits) }
      words.append((match.spelling + letters.rest[match.end].cost, match, cost))
    }
    words.sort { one, other in
      if one.spelling != other.spelling { return one.spelling < other.spelling }
      if one.match.syllables != other.match.syllables { return one.match.syllables > other.match.syllables }
      return one.cost < other.cost
    }
    return words.map { item in
      PinyinCandidate(
        text: text(of: item.match), reading: reading(of: item.match), kind: .word,
        length: letters.offsets[item.match.end])
    }
  }

  private func text(of match: Match) -> String {
    (match.word.area == 0 ? tables.words : tables.places).text(match.word)
  }

  private func reading(of match: Match) -> String {
    (0..<match.syllables).map { tables.syllables.names[match.word.key[$0]] }
      .joined(separator: " ")
  }

  // MARK: Walk

  /// Every word that the letters from a place on may begin with, or only the likeliest of those that are read alike;
  /// names of other languages are none.
  private func visit(
    from start: Int, onlyBest: Bool, onlySpelled: Bool, _ steps: inout Int, _ body: (Match) -> Void
  ) {
    for list in [tables.places, tables.words] {
      func walk(
        _ run: WordList.Run, _ place: Int, _ cost: Float, _ isOpen: Bool, _ isSpelled: Bool, _ steps: inout Int
      ) {
        steps += 1
        // One syllable's first letters are no word in the middle of others.
        if run.key.count > 0, !isOpen || run.key.count > 1 || place == letters.count {
          var hasPlain = false
          for word in list.ends(of: run) where word.kind != .name && !(onlyBest && hasPlain && word.kind == .plain) {
            hasPlain = hasPlain || word.kind == .plain
            body(Match(word: word, end: place, spelling: cost, syllables: Int(run.key.count), isSpelled: isSpelled))
          }
        }
        guard place < letters.count, cost < Self.dearest else { return }
        for edge in letters[place] where !onlySpelled || edge.isSpelled {
          if !edge.isOpen {
            guard let next = list.run(run, then: edge.syllables.lowerBound) else { continue }
            walk(next, edge.end, cost + edge.cost, isOpen, isSpelled && edge.isSpelled, &steps)
          } else if steps < Self.mostSteps {
            list.runs(run, then: edge.syllables) { walk($0, edge.end, cost + edge.cost, true, false, &steps) }
          }
        }
      }
      walk(list.all, start, 0, false, true, &steps)
    }
  }
}
