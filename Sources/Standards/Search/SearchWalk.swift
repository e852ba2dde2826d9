/// Where in the query a match can stand: a set of positions as bits.
struct SearchLanes {
  /// Reached with whole syllables only.
  var full: UInt64 = 0
  /// Reached with any beginnings of syllables; holds `full`.
  var any: UInt64 = 0

  static let start = SearchLanes(full: 1, any: 1)

  var isEmpty: Bool { any == 0 }

  static func | (left: SearchLanes, right: SearchLanes) -> SearchLanes {
    SearchLanes(full: left.full | right.full, any: left.any | right.any)
  }

  static func |= (left: inout SearchLanes, right: SearchLanes) { left = left | right }
}

/// What walking along one name gave.
struct SearchWalk {
  /// The query is used up.
  var isMatch = false
  /// … with whole syllables, save the last.
  var isClean = false
  /// … at the name's end, or where its suffix begins.
  var isWhole = false
  /// … at the name's very end.
  var isEntire = false
  /// … with whole syllables only, at the name's end or where its suffix begins.
  var isWholeAndFull = false
  /// … with one letter or hanzi for each character, as far as the walk went.
  var isOneEach = false
  /// Where a name below may go on.
  var exits = SearchLanes()

  static func best(_ left: SearchWalk, _ right: SearchWalk) -> SearchWalk {
    left.quality <= right.quality ? left : right
  }

  /// Smaller is better; 4 for no match.
  var quality: Int { isMatch ? (isWhole ? 0 : 2) + (isClean ? 0 : 1) : 4 }
}

/// What is read into letters beside what they spell.
enum SearchLeniency {
  case none
  /// What is one sound in the south, and what is written for a sound by mistake.
  case sounds
  /// Slips of the hand.
  case slips
}

/// A query and how far it agrees with each syllable from each of its positions.
struct SearchMatcher {
  let query: SearchQuery
  private let units: [UInt32]
  private let letters: UInt64
  private let tones: UInt64
  private let end: UInt64
  private let unitsWithoutTones: Int
  /// For position × syllable how many letters agree, 0 for none.
  private let reach: [UInt8]
  /// For position × syllable a bit for each number of letters that are another spelling of it; empty where only exact
  /// ones count.
  private let slips: [UInt16]
  private let syllableCount: Int

  /// `reading` is how much is read into the letters beside what they spell.
  init(_ query: SearchQuery, index: SearchIndex, reading: SearchLeniency = .none) {
    self.query = query
    units = query.units
    letters = query.letters
    tones = query.tones
    end = query.end
    unitsWithoutTones = query.count - query.tones.nonzeroBitCount
    syllableCount = index.syllables.count
    var reach = [UInt8](repeating: 0, count: query.count * index.syllables.count)
    for position in 0..<query.count where query.letters >> UInt64(position) & 1 != 0 {
      for syllable in index.syllablesByLetter[Int(query.units[position] - 0x61)] {
        reach[position * index.syllables.count + Int(syllable)] = Self.agreement(
          query, from: position, syllable: index.syllables[Int(syllable)],
          length: Int(index.syllableLengths[Int(syllable)]))
      }
    }
    self.reach = reach
    slips = reading == .none ? [] : Self.slips(query, index, reading)
  }

  private static func slips(_ query: SearchQuery, _ index: SearchIndex, _ reading: SearchLeniency) -> [UInt16] {
    let mandarin = Syllables.mandarin
    var places: [Int: Int] = [:]
    for (place, syllable) in index.syllables.enumerated() {
      let letters = (0..<Int(index.syllableLengths[place])).map {
        UInt8(truncatingIfNeeded: syllable >> UInt64(8 * $0))
      }
      if let spelling = Syllables.Spelling(letters), let number = mandarin.number(spelling) { places[number] = place }
    }
    var slips = [UInt16](repeating: 0, count: query.count * index.syllables.count)
    for position in 0..<query.count {
      var spelling = Syllables.Spelling()
      for end in position..<query.count {
        let bit: UInt64 = 1 << UInt64(end)
        if end > position, query.breaks & bit != 0 { break }
        guard query.letters & bit != 0, spelling.append(UInt8(truncatingIfNeeded: query.units[end])) else { break }
        let found = reading == .sounds ? mandarin.slips(spelling) : Syllables.misspellings(spelling)
        for slip in found where slip.count == 1 {
          if let place = places[slip.syllable] {
            slips[position * index.syllables.count + place] |= 1 << UInt16(spelling.count)
          }
        }
      }
    }
    return slips
  }

  /// A bit for each letter that a name may begin with.
  func firstLetters(in index: SearchIndex) -> UInt32 {
    var letters: UInt32 = 0
    for syllable in 0..<syllableCount where reach[syllable] != 0 || !slips.isEmpty && slips[syllable] != 0 {
      letters |= index.firstLetter(ofSyllable: syllable)
    }
    return letters
  }

  /// How many letters of the syllable stand in the query from a position on, whose first letter agrees.
  private static func agreement(_ query: SearchQuery, from position: Int, syllable: UInt64, length: Int) -> UInt8 {
    var count = 1
    while count < length, position + count < query.count, query.breaks >> UInt64(position + count) & 1 == 0 {
      let typed = query.units[position + count]
      let wanted = UInt32(truncatingIfNeeded: syllable >> UInt64(8 * count)) & 0xFF
      if typed != wanted {
        // ü is kept as v: lu for lü is usual, and so is jv for ju, where u is ü.
        let before = UInt8(truncatingIfNeeded: syllable >> UInt64(8 * (count - 1)))
        let isVowelU =
          typed == 0x75 && wanted == 0x76
          || typed == 0x76 && wanted == 0x75 && (before == 0x6A || before == 0x71 || before == 0x78 || before == 0x79)
        guard isVowelU else { break }
      }
      count += 1
    }
    return UInt8(count)
  }

  /// Walks along a name from its glyph `skipping` on, starting at any of the positions.
  func walk(_ component: SearchIndex.Component, from lanes: SearchLanes, skipping: Int = 0, in index: SearchIndex)
    -> SearchWalk
  {
    var result = SearchWalk()
    var lanes = lanes
    let first = Int(component.glyphs.lowerBound)
    let count = Int(component.count)
    for place in skipping..<count {
      let step = advance(lanes, over: index.glyphs[first + place], in: index)
      lanes = step.lanes
      if lanes.any == 0 { break }
      let length = place + 1
      let isEnd = component.isEnd(length)
      keep(step, in: &result, isEnd: isEnd, isEntire: length == count, used: length - skipping)
      // One character from the middle of a name says too little to go on from: the 西 of 山西.
      if length - skipping >= 2 || isEnd && skipping == 0 { result.exits |= lanes }
      if isEnd && length < count - 1 {
        // 延边州 for 延边朝鲜族自治州: from the stem to the last character.
        let jump = advance(lanes, over: index.glyphs[first + count - 1], in: index)
        keep(jump, in: &result, isEnd: true, isEntire: false, used: length + 1 - skipping)
        result.exits |= jump.lanes
      }
    }
    result.exits.full &= ~end
    result.exits.any &= ~end
    return result
  }

  private func keep(_ step: Step, in result: inout SearchWalk, isEnd: Bool, isEntire: Bool, used: Int) {
    guard step.lanes.any & end != 0 else { return }
    let isClean = step.partial & end != 0
    result.isMatch = true
    result.isClean = result.isClean || isClean
    guard isEnd else { return }
    result.isWhole = true
    result.isEntire = result.isEntire || isEntire
    if step.lanes.full & end != 0 { result.isWholeAndFull = true }
    if used == unitsWithoutTones { result.isOneEach = true }
  }

  private struct Step {
    var lanes = SearchLanes()
    /// Reached by any beginning of this character's syllables after whole ones.
    var partial: UInt64 = 0
  }

  private func advance(_ lanes: SearchLanes, over glyph: SearchIndex.Glyph, in index: SearchIndex) -> Step {
    var step = Step()
    var positions = lanes.any & ~end
    while positions != 0 {
      let position = positions.trailingZeroBitCount
      positions &= positions - 1
      let wasFull = lanes.full >> UInt64(position) & 1 != 0
      if units[position] == glyph.scalar {
        let next: UInt64 = 2 << UInt64(position)
        step.lanes.any |= next
        if wasFull {
          step.lanes.full |= next
          step.partial |= next
        }
      }
      guard letters >> UInt64(position) & 1 != 0 else { continue }
      index.forEachReading(of: glyph) { syllable in
        if !slips.isEmpty {
          var lengths = slips[position * syllableCount + syllable]
          while lengths != 0 {
            let next = UInt64(1) << UInt64(position + lengths.trailingZeroBitCount)
            lengths &= lengths - 1
            step.lanes.any |= next
            if wasFull {
              step.lanes.full |= next
              step.partial |= next
            }
          }
        }
        let agreed = UInt64(reach[position * syllableCount + syllable])
        guard agreed != 0 else { return }
        let nexts = ((UInt64(1) << agreed) - 1) << UInt64(position + 1)
        step.lanes.any |= nexts
        if wasFull {
          step.partial |= nexts
          if agreed == UInt64(index.syllableLengths[syllable]) {
            step.lanes.full |= UInt64(1) << (UInt64(position) + agreed)
          }
        }
      }
    }
    if tones != 0 {
      step.lanes.any |= (step.lanes.any & tones) << 1
      step.lanes.full |= (step.lanes.full & tones) << 1
      step.partial |= (step.partial & tones) << 1
    }
    return step
  }
}

extension SearchIndex {
  /// A bit for the letter that a syllable begins with, a being the lowest.
  func firstLetter(ofSyllable syllable: Int) -> UInt32 {
    1 << (UInt32(truncatingIfNeeded: syllables[syllable] & 0xFF) - 0x61)
  }

  /// Calls with the position in `syllables` of each reading of a character.
  @inline(__always)
  func forEachReading(of glyph: Glyph, _ body: (Int) -> Void) {
    guard glyph.reading != Glyph.noReading else { return }
    body(Int(glyph.reading))
    guard glyph.others != 0 else { return }
    let place = Int(glyph.others)
    for other in 1...Int(otherReadings[place]) { body(Int(otherReadings[place + other])) }
  }
}
