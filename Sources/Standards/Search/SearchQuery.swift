/// What a person typed, made comparable.
///
/// Positions are bits of a `UInt64`, so a query is cut at `longest` characters; nobody types a longer one, and a pasted
/// page must not stop the desk.
struct SearchQuery {
  static let longest = 63

  /// Hanzi, digits, letters in lower case; separators are in `breaks`.
  private(set) var units: [UInt32] = []
  /// Bit i: a space or an apostrophe stands before unit i, so no syllable goes on across it.
  private(set) var breaks: UInt64 = 0
  /// Bit i: unit i is a letter.
  private(set) var letters: UInt64 = 0
  /// Bit i: unit i is a digit 1–5 after a letter, which may be a tone.
  private(set) var tones: UInt64 = 0

  init(_ text: String) {
    for scalar in text.unicodeScalars.prefix(4 * Self.longest) {
      guard units.count < Self.longest else { break }
      switch SearchText.fold(scalar) {
      case .unit(let unit): append(unit)
      case .separator: breaks |= 1 << UInt64(units.count)
      case .nothing: break
      case .diaeresis:
        if units.last == UInt32(UInt8(ascii: "u")) { units[units.count - 1] = UInt32(UInt8(ascii: "v")) }
      }
    }
  }

  /// The query as the lists spell it, where it is typed otherwise: traditional hanzi, and yu for ü (lyu, nyue).
  var respelled: SearchQuery? {
    var other = self
    other.units = units.map(TraditionalHanzi.simplified)
    for place in stride(from: units.count - 1, through: 2, by: -1) where isUmlaut(endingAt: place) {
      other.remove(at: place)
      other.units[place - 1] = UInt32(UInt8(ascii: "v"))
    }
    return other.units == units ? nil : other
  }

  /// Whether the yu behind an l or an n ends here, with nothing between the letters.
  private func isUmlaut(endingAt place: Int) -> Bool {
    let letters = [UInt8(ascii: "y"), UInt8(ascii: "u")].map(UInt32.init)
    return Array(units[place - 1...place]) == letters && breaks >> UInt64(place - 1) & 0b11 == 0
      && [UInt8(ascii: "l"), UInt8(ascii: "n")].contains { units[place - 2] == UInt32($0) }
  }

  private mutating func remove(at place: Int) {
    func closed(_ bits: UInt64) -> UInt64 {
      let below = bits & ((1 << UInt64(place)) - 1)
      return below | (bits >> UInt64(place + 1)) << UInt64(place)
    }
    units.remove(at: place)
    (breaks, letters, tones) = (closed(breaks), closed(letters), closed(tones))
  }

  private mutating func append(_ unit: UInt32) {
    let bit: UInt64 = 1 << UInt64(units.count)
    if SearchText.isLetter(unit) { letters |= bit }
    let mayBeTone = unit >= 0x31 && unit <= 0x35 && breaks & bit == 0
    if mayBeTone, let last = units.last, SearchText.isLetter(last) { tones |= bit }
    units.append(unit)
  }

  /// `SearchIndex.mark` of everything that only itself can stand for: all but letters and what may be tones.
  var marks: UInt64 {
    var marks: UInt64 = 0
    for (position, unit) in units.enumerated() where (letters | tones) >> UInt64(position) & 1 == 0 {
      marks |= SearchIndex.mark(unit)
    }
    return marks
  }

  var count: Int { units.count }
  /// The position after the last unit.
  var end: UInt64 { 1 << UInt64(units.count) }
  var hasLetters: Bool { letters != 0 }
  var startsWithLetter: Bool { letters & 1 != 0 }
  /// Only letters and digits, as a code or an English name is.
  var isASCII: Bool { units.allSatisfy { $0 < 0x80 } }
}
