extension SearchIndex {
  /// The best `limit` answers, the best first.
  ///
  /// The order is that of `SearchMatch`; among equally good matches current before abolished, then places near the
  /// division `near` (a six-digit code: the same county, the same prefecture, the same province), then the higher
  /// level, the shorter name, the list's order. Where the name was typed to the letter it comes before a name without
  /// its suffix. Lines that cannot be taken come last unless their whole name or code was typed.
  ///
  /// An empty query gives the places near `near` first and then the list's order.
  public func search(_ query: String, near: String? = nil, limit: Int = 20) -> [SearchHit] {
    guard limit > 0 else { return [] }
    let query = SearchQuery(query)
    let near = near.flatMap { Divisions.number($0.utf8.prefix(6)) }
    var scores = SearchScores(count: entries.count)
    if query.count == 0 {
      for (position, entry) in entries.enumerated() where entry.isSelectable {
        scores.keep(position, SearchRank(match: .listed, tier: .code))
      }
      return scores.best(limit, of: self, near: near, inListOrder: true)
    }
    scoreNames(query, &scores)
    if let respelled = query.respelled { scoreNames(respelled, &scores) }
    if query.isASCII {
      scoreCodes(query, &scores)
      if hasEnglish { scoreEnglish(query, &scores) }
    }
    scoreSuccessors(&scores)
    let found = scores.best(limit, of: self, near: near, inListOrder: false)
    return found + similar(query, besides: found, near: near, limit: limit - found.count)
  }

  // MARK: - Similar

  /// What was perhaps meant, behind what was found: nothing where a whole name or code was typed as it is spelled.
  private func similar(
    _ query: SearchQuery, besides found: [SearchHit], near: Int?, limit: Int
  ) -> [SearchHit] {
    guard limit > 0, query.letters.nonzeroBitCount > 1, found.first.map({ !$0.match.isWhole }) ?? true else {
      return []
    }
    let known = Set(found.map(\.index))
    for reading in [SearchLeniency.sounds, .slips] {
      // A slip in two or three letters would be anything.
      if reading == .slips, query.letters.nonzeroBitCount < 4 { break }
      let matcher = SearchMatcher(query, index: self, reading: reading)
      let (head, letters) = (query.units[0], query.startsWithLetter ? matcher.firstLetters(in: self) : 0)
      let above = nodes.isEmpty ? [] : walkNodes(query, matcher)
      var scores = SearchScores(count: entries.count)
      func keep(_ name: Name, _ quality: Int) {
        scores.keep(Int(name.entry), SearchRank(match: .similar, tier: .similar, quality: quality))
      }
      for name in names where !known.contains(Int(name.entry)) {
        let component = components[Int(name.component)]
        if name.headLetters & letters != 0 || name.head == head {
          let walk = matcher.walk(component, from: .start, in: self)
          if walk.isMatch, walk.isClean { keep(name, walk.isWholeAndFull ? 0 : walk.isWhole ? 1 : 2) }
        }
        // An even quality of a path is one of whole syllables.
        if name.node != Node.none, let path = pathRank(above[Int(name.node)], component, matcher), path.tier == .path,
          path.quality.isMultiple(of: 2)
        {
          keep(name, 3 + path.quality)
        }
      }
      let similar = scores.best(limit, of: self, near: near, inListOrder: false)
      if !similar.isEmpty { return similar }
    }
    return []
  }

  // MARK: - Codes

  private func scoreCodes(_ query: SearchQuery, _ scores: inout SearchScores) {
    guard query.count <= 16 else { return }
    var key: (head: UInt64, tail: UInt64) = (0, 0)
    var mask: (head: UInt64, tail: UInt64) = (0, 0)
    for (place, unit) in query.units.enumerated() {
      let shift = UInt64(56 - place % 8 * 8)
      if place < 8 {
        key.head |= UInt64(unit) << shift
        mask.head |= 0xFF << shift
      } else {
        key.tail |= UInt64(unit) << shift
        mask.tail |= 0xFF << shift
      }
    }
    for (position, entry) in entries.enumerated() {
      guard entry.codeHead & mask.head == key.head, entry.codeTail & mask.tail == key.tail else { continue }
      let rest = text[entry.code.asInts].dropFirst(query.count)
      let hasOnlyZeros = rest.allSatisfy { $0 == 0x30 }
      if rest.isEmpty || hasOnlyZeros && query.count >= 6 {
        scores.keep(position, SearchRank(match: .exactCode, tier: .code, quality: rest.isEmpty ? 0 : 1))
      } else {
        // Letters are a name's beginning first, and a code's only then.
        let tier: SearchTier = query.hasLetters && query.startsWithLetter ? .english : .codePrefix
        scores.keep(position, SearchRank(match: .codePrefix, tier: tier, quality: hasOnlyZeros ? 0 : 1))
      }
    }
  }

  // MARK: - English

  private func scoreEnglish(_ query: SearchQuery, _ scores: inout SearchScores) {
    let wanted = query.units.map(UInt8.init(truncatingIfNeeded:))
    for (position, entry) in entries.enumerated() where entry.english.count >= wanted.count {
      let name = words[entry.english.asInts]
      var place = name.startIndex
      while place + wanted.count <= name.endIndex {
        if name[place] & 0x80 != 0,
          name[place..<place + wanted.count].elementsEqual(wanted, by: { $0 & 0x7F == $1 })
        {
          let isWhole = wanted.count == name.count
          let isFirst = place == name.startIndex
          scores.keep(
            position,
            isWhole
              ? SearchRank(match: .exactName, tier: .exactName)
              : SearchRank(match: .english, tier: .english, quality: isFirst ? 0 : 1))
          break
        }
        place += 1
      }
    }
  }

  // MARK: - Names and paths

  /// Where in the query a place's own name can go on, once the names above it were read.
  private struct Above {
    /// After the name right above, and after a path that left names out.
    var next = SearchLanes()
    var later = SearchLanes()
    /// After any name higher up: leaves out the one right above.
    var skipping = SearchLanes()
    /// How well the query ends in this name or one above; `SearchRank.noQuality` for not at all.
    var quality = SearchRank.noQuality
    var isInside = false
  }

  private func scoreNames(_ query: SearchQuery, _ scores: inout SearchScores) {
    let matcher = SearchMatcher(query, index: self)
    let above = nodes.isEmpty ? [] : walkNodes(query, matcher)
    let head = query.units[0]
    let headLetter: UInt32 = query.startsWithLetter ? 1 << (head - 0x61) : 0
    let seeksInside = !query.startsWithLetter || query.count >= 3
    let marks = query.marks
    for name in names {
      let component = components[Int(name.component)]
      let position = Int(name.entry)
      var isFound = false
      if name.head == head || name.headLetters & headLetter != 0 {
        let walk = matcher.walk(component, from: .start, in: self)
        if walk.isMatch {
          scores.keep(position, nameRank(walk, hasLetters: query.hasLetters))
          continue
        }
      }
      if name.node != Node.none {
        let path = above[Int(name.node)]
        if let rank = pathRank(path, component, matcher) {
          scores.keep(position, rank)
          isFound = true
        }
      }
      // A name can only hold the query if it holds its hanzi and a syllable that begins as the query does.
      guard seeksInside, !isFound, name.marks & marks == marks,
        headLetter == 0 || name.letters & headLetter != 0 || name.marks & Self.mark(head) != 0
      else { continue }
      if let rank = insideRank(component, query, headLetter, matcher) {
        scores.keep(position, rank)
      }
    }
  }

  private func nameRank(_ walk: SearchWalk, hasLetters: Bool) -> SearchRank {
    if !hasLetters {
      return walk.isWhole
        ? SearchRank(match: .exactName, tier: .exactName, quality: walk.isEntire ? 0 : 1, isEntire: walk.isEntire)
        : SearchRank(match: .namePrefix, tier: .namePrefix)
    }
    if walk.isWholeAndFull { return SearchRank(match: .exactPinyin, tier: .exactPinyin, isWhole: true) }
    if walk.isOneEach { return SearchRank(match: .initials, tier: .initials, isWhole: true) }
    let quality = (walk.isClean ? 0 : 2) + (walk.isWhole ? 0 : 1)
    return SearchRank(match: .pinyinPrefix, tier: .pinyinPrefix, quality: quality, isWhole: walk.isWhole)
  }

  private func pathRank(_ above: Above, _ component: Component, _ matcher: SearchMatcher) -> SearchRank? {
    var best = above.quality
    var isWhole = false
    func take(_ walk: SearchWalk, whole: Int, partial: Int) {
      guard walk.isMatch else { return }
      let quality = (walk.isWhole ? whole : partial) * 2 + (walk.isClean ? 0 : 1)
      if quality < best {
        best = quality
        isWhole = walk.isWhole
      }
    }
    if !above.next.isEmpty { take(matcher.walk(component, from: above.next, in: self), whole: 0, partial: 2) }
    let others = above.later | above.skipping
    if !others.isEmpty { take(matcher.walk(component, from: others, in: self), whole: 3, partial: 5) }
    if best == SearchRank.noQuality {
      return above.isInside ? SearchRank(match: .inside, tier: .inside, quality: 1) : nil
    }
    return SearchRank(match: .path, tier: .path, quality: best, isWhole: isWhole)
  }

  /// Nodes come after the nodes above them, so one pass does.
  private func walkNodes(_ query: SearchQuery, _ matcher: SearchMatcher) -> [Above] {
    var result = [Above](repeating: Above(), count: nodes.count)
    for (position, node) in nodes.enumerated() {
      let component = components[Int(node.component)]
      let parent = node.parent == Node.none ? Above() : result[Int(node.parent)]
      var own = Above()
      own.quality = parent.quality
      own.isInside = parent.isInside
      own.skipping = parent.next | parent.later | parent.skipping
      let straight = matcher.walk(component, from: .start | parent.next, in: self)
      own.next = straight.exits
      if straight.isMatch {
        own.quality = min(own.quality, (straight.isWhole ? 1 : 4) * 2 + (straight.isClean ? 0 : 1))
      }
      let skipped = parent.later | parent.skipping
      if !skipped.isEmpty {
        let walk = matcher.walk(component, from: skipped, in: self)
        own.later = walk.exits
        if walk.isMatch { own.quality = min(own.quality, 4 * 2 + (walk.isClean ? 0 : 1)) }
      }
      if !query.startsWithLetter {
        // 兵团 for 新疆生产建设兵团.
        for place in 1..<max(1, Int(component.count))
        where glyphs[Int(component.glyphs.lowerBound) + place].scalar == query.units[0] {
          let walk = matcher.walk(component, from: .start, skipping: place, in: self)
          own.later |= walk.exits
          own.isInside = own.isInside || walk.isMatch
        }
      }
      result[position] = own
    }
    return result
  }

  private func insideRank(
    _ component: Component, _ query: SearchQuery, _ headLetter: UInt32, _ matcher: SearchMatcher
  ) -> SearchRank? {
    let first = Int(component.glyphs.lowerBound)
    for place in 1..<max(1, Int(component.count)) {
      let glyph = glyphs[first + place]
      var begins = glyph.scalar == query.units[0]
      if headLetter != 0 {
        forEachReading(of: glyph) { begins = begins || headLetter == firstLetter(ofSyllable: $0) }
      }
      if begins, matcher.walk(component, from: .start, skipping: place, in: self).isMatch {
        return SearchRank(match: .inside, tier: .inside)
      }
    }
    return nil
  }

  // MARK: - Successors

  private func scoreSuccessors(_ scores: inout SearchScores) {
    guard !successorEntries.isEmpty else { return }
    for (position, entry) in entries.enumerated() where !entry.successors.isEmpty {
      guard let rank = scores.wholeMatch(position, entry) else { continue }
      for successor in successorEntries[entry.successors.asInts] {
        scores.keep(Int(successor), rank)
      }
    }
  }
}
