/// Fills a `SearchIndex`: names, then paths, then entries; names with readings first, since names without them take
/// theirs from the same characters.
struct SearchIndexBuilder {
  private(set) var index = SearchIndex()
  private var syllableNumbers: [UInt64: UInt16] = [:]
  private var readings: [UInt16] = []

  // MARK: - Names

  /// A name with its readings; `others` is a list of whole readings separated by `|`.
  mutating func addComponent(
    _ name: UnsafeBufferPointer<UInt8>, pinyin: UnsafeBufferPointer<UInt8>, others: UnsafeBufferPointer<UInt8>
  ) -> Int32 {
    let textStart = UInt32(index.text.count)
    index.text.append(contentsOf: name)
    let start = index.glyphs.count
    var decoder = UTF8()
    var bytes = name.makeIterator()
    decoding: while index.glyphs.count - start < 64 {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar):
        if case .unit(let unit) = SearchText.fold(scalar) {
          index.glyphs.append(.init(scalar: unit, reading: SearchIndex.Glyph.noReading, others: 0))
        }
      case .emptyInput: break decoding
      case .error: continue
      }
    }
    setReadings(pinyin, from: start)
    if !others.isEmpty {
      for other in others.split(separator: UInt8(ascii: "|")) { setReadings(other, from: start) }
    }
    if pinyin.isEmpty { learnReadings(from: start) }
    let stems = PlaceName.stems(index.glyphs[start...].map(\.scalar))
    index.components.append(
      .init(
        glyphs: UInt32(start)..<UInt32(index.glyphs.count), text: textStart..<UInt32(index.text.count),
        longStem: UInt8(stems.long), shortStem: UInt8(stems.short), count: UInt8(index.glyphs.count - start)))
    return Int32(index.components.count - 1)
  }

  /// The readings may be those of several spellings: the ones with a syllable for each character are its own.
  mutating func addComponent(_ name: String, readings: [String] = []) -> Int32 {
    var (count, hasASCII) = (0, false)
    for scalar in name.unicodeScalars {
      guard case .unit(let unit) = SearchText.fold(scalar) else { continue }
      count += 1
      hasASCII = hasASCII || unit < 0x80
    }
    let own = readings.filter { hasASCII || $0.utf8.split(separator: 0x20).count == count }
    var (name, pinyin, others) = (name, own.first ?? "", own.dropFirst().joined(separator: "|"))
    return name.withUTF8 { name in
      pinyin.withUTF8 { pinyin in others.withUTF8 { addComponent(name, pinyin: pinyin, others: $0) } }
    }
  }

  /// Gives the syllables to the characters in turn; digits and letters of the name stand in the reading as themselves.
  private mutating func setReadings(_ pinyin: some Collection<UInt8>, from start: Int) {
    var next = start
    for syllable in pinyin.split(separator: 0x20) {
      if next < index.glyphs.count, index.glyphs[next].scalar < 0x80 {
        // A run such as the 10 of 10团: one word of the reading for several characters.
        let run = index.glyphs[next...].prefix(syllable.count).map(\.scalar)
        if run.elementsEqual(syllable.lazy.map { UInt32($0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0) }) {
          next += run.count
          continue
        }
      }
      guard next < index.glyphs.count else { return }
      addReading(number(of: syllable), to: next)
      next += 1
    }
  }

  private mutating func addReading(_ syllable: UInt16?, to glyph: Int) {
    guard let syllable, index.glyphs[glyph].reading != syllable else { return }
    if index.glyphs[glyph].reading == SearchIndex.Glyph.noReading {
      index.glyphs[glyph].reading = syllable
      return
    }
    let place = Int(index.glyphs[glyph].others)
    readings.removeAll(keepingCapacity: true)
    if place != 0 {
      let count = Int(index.otherReadings[place])
      readings.append(contentsOf: index.otherReadings[place + 1...place + count])
    }
    guard !readings.contains(syllable), index.otherReadings.count + readings.count + 2 < Int(UInt16.max) else { return }
    index.glyphs[glyph].others = UInt16(index.otherReadings.count)
    index.otherReadings.append(UInt16(readings.count + 1))
    index.otherReadings.append(contentsOf: readings)
    index.otherReadings.append(syllable)
  }

  /// The readings of the same characters in names added before.
  private mutating func learnReadings(from start: Int) {
    for glyph in start..<index.glyphs.count where index.glyphs[glyph].scalar >= 0x80 {
      let scalar = index.glyphs[glyph].scalar
      for known in 0..<start where index.glyphs[known].scalar == scalar {
        let reading = index.glyphs[known].reading
        if reading != SearchIndex.Glyph.noReading { addReading(reading, to: glyph) }
      }
    }
  }

  /// The number of a syllable, nil for something that is none.
  private mutating func number(of syllable: some Collection<UInt8>) -> UInt16? {
    guard let first = syllable.first, first >= 0x61, first <= 0x7A, syllable.count <= 8 else { return nil }
    var packed: UInt64 = 0
    for byte in syllable.reversed() { packed = packed << 8 | UInt64(byte) }
    if let number = syllableNumbers[packed] { return number }
    let number = UInt16(index.syllables.count)
    guard number < SearchIndex.Glyph.noReading else { return nil }
    syllableNumbers[packed] = number
    index.syllables.append(packed)
    index.syllableLengths.append(UInt8(syllable.count))
    index.syllablesByLetter[Int(first - 0x61)].append(number)
    return number
  }

  // MARK: - Paths and entries

  mutating func addNode(_ component: Int32, below parent: Int32 = SearchIndex.Node.none) -> Int32 {
    index.nodes.append(.init(component: component, parent: parent))
    return Int32(index.nodes.count - 1)
  }

  mutating func addEntry(
    code: UnsafeBufferPointer<UInt8>, component: Int32, node: Int32 = SearchIndex.Node.none, level: Int = 0,
    retiredYear: Int16 = SearchIndex.Entry.stands, isSelectable: Bool = true
  ) {
    let start = UInt32(index.text.count)
    index.text.append(contentsOf: code)
    var key: (head: UInt64, tail: UInt64) = (0, 0)
    for (place, byte) in code.prefix(16).enumerated() {
      let letter = UInt64(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte) << UInt64(56 - place % 8 * 8)
      if place < 8 { key.head |= letter } else { key.tail |= letter }
    }
    index.entries.append(
      .init(
        component: component, node: node, code: start..<UInt32(index.text.count), codeHead: key.head,
        codeTail: key.tail, area: Self.area(code), retiredYear: retiredYear,
        level: UInt8(clamping: min(level, 3)), isSelectable: isSelectable, english: 0..<0, successors: 0..<0))
    addName(component)
  }

  /// The division a code lies in as a number of six digits: letters, as development zones have them, count as 9.
  private static func area(_ code: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard code.count == 6 || code.count == 12, code.prefix(2).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return 0 }
    return code.prefix(6).reduce(0) { $0 * 10 + ($1 >= 0x30 && $1 <= 0x39 ? Int32($1 - 0x30) : 9) }
  }

  /// Another spelling of the entry added last.
  mutating func addName(_ component: Int32) {
    let glyphs = index.components[Int(component)].glyphs
    guard !glyphs.isEmpty else { return }
    let head = index.glyphs[Int(glyphs.lowerBound)]
    var headLetters: UInt32 = 0
    index.forEachReading(of: head) { headLetters |= index.firstLetter(ofSyllable: $0) }
    var (marks, letters): (UInt64, UInt32) = (0, 0)
    for glyph in index.glyphs[glyphs.asInts] {
      marks |= SearchIndex.mark(glyph.scalar)
      index.forEachReading(of: glyph) { letters |= index.firstLetter(ofSyllable: $0) }
    }
    index.names.append(
      .init(
        entry: Int32(index.entries.count - 1), component: component, node: index.entries[index.entries.count - 1].node,
        head: head.scalar, headLetters: headLetters, marks: marks, letters: letters))
  }

  /// The English name of the entry added last.
  mutating func addEnglish(_ name: String) {
    let start = UInt32(index.words.count)
    var startsWord = true
    for scalar in name.unicodeScalars {
      switch SearchText.fold(scalar) {
      case .unit(let unit) where unit < 0x80:
        index.words.append(UInt8(unit) | (startsWord ? 0x80 : 0))
        startsWord = false
      case .unit, .separator: startsWord = true
      case .nothing, .diaeresis: break
      }
    }
    index.entries[index.entries.count - 1].english = start..<UInt32(index.words.count)
    index.hasEnglish = index.hasEnglish || start < index.words.count
  }

  mutating func add(_ entries: [SearchEntry]) {
    let names = entries.map { addComponent($0.name, readings: $0.pinyin) }
    var nodes: [[String]: Int32] = [:]
    for (entry, component) in zip(entries, names) {
      var node = SearchIndex.Node.none
      for depth in entry.path.indices {
        let path = Array(entry.path[...depth])
        if let known = nodes[path] {
          node = known
          continue
        }
        let readings = depth < entry.pathPinyin.count ? entry.pathPinyin[depth] : []
        node = addNode(addComponent(entry.path[depth], readings: readings), below: node)
        nodes[path] = node
      }
      var code = entry.code
      code.withUTF8 {
        addEntry(
          code: $0, component: component, node: node, level: max(0, entry.level),
          retiredYear: entry.retiredYear.map { Int16(clamping: $0) } ?? SearchIndex.Entry.stands,
          isSelectable: entry.isSelectable)
      }
      for other in entry.also where other != entry.name { addName(addComponent(other, readings: entry.pinyin)) }
      addEnglish(entry.english)
    }
  }

  consuming func finish() -> SearchIndex {
    index.findSuccessors()
    return index
  }
}
