extension Unicode.Scalar {
  /// Whether it may stand in a code point.
  public var isHexadecimal: Bool {
    ("0"..."9").contains(self) || ("a"..."f").contains(self) || ("A"..."F").contains(self)
  }
}

extension PinyinDecoder {
  /// Characters that nobody reads aloud with certainty; nil where the query is for something else.
  ///
  /// By code point (`U+2B5AF`, also without the sign), or as a dictionary orders them: `u3` is all radicals of three strokes, `u氵5` or `氵5`
  /// the characters of one with five strokes beside it, and `85.5` the same by the radical's number of 214.
  func rare(_ query: String, limit: Int) -> [PinyinCandidate]? {
    guard let first = query.unicodeScalars.first else { return nil }
    let length = query.utf8.count
    if first == "U" || first == "u" {
      let rest = query.dropFirst()
      if rest.first == "+" { return codePoint(rest.dropFirst(), length: length) }
      // More digits than strokes have.
      if rest.utf8.count > 3, rest.unicodeScalars.allSatisfy(\.isHexadecimal) { return codePoint(rest, length: length) }
      if let strokes = Self.number(rest) { return radicals(strokes: strokes, limit: limit, length: length) }
      return characters(besideRadicalIn: rest, limit: limit, length: length) ?? []
    }
    return characters(besideRadicalIn: query[...], limit: limit, length: length)
  }

  private func characters(besideRadicalIn query: Substring, limit: Int, length: Int) -> [PinyinCandidate]? {
    if let form = query.unicodeScalars.first, form.isHanzi,
      let strokes = Self.number(query.unicodeScalars.dropFirst())
    {
      let radicals = tables.hanzi.radicals(form)
      return radicals.isEmpty ? nil : characters(of: radicals, strokes: strokes, limit: limit, length: length)
    }
    let parts = query.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let radical = Self.number(parts[0]), let strokes = Self.number(parts[1]) else { return nil }
    return characters(of: ["\(radical)'", "\(radical)"], strokes: strokes, limit: limit, length: length)
  }

  private static func number(_ text: some StringProtocol) -> Int? { number(text.unicodeScalars) }

  private static func number(_ digits: some Collection<Unicode.Scalar>) -> Int? {
    guard (1...3).contains(digits.count) else { return nil }
    return digits.reduce(0) { number, digit in
      guard let number, ("0"..."9").contains(digit) else { return nil }
      return number * 10 + Int(digit.value - 0x30)
    }
  }

  private func codePoint(_ digits: Substring, length: Int) -> [PinyinCandidate] {
    guard (4...6).contains(digits.utf8.count), let value = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(value), scalar.isHanzi
    else { return [] }
    return [
      PinyinCandidate(
        text: String(scalar), reading: origin(of: [scalar])[scalar]?.reading ?? "", kind: .codepoint, length: length)
    ]
  }

  private func radicals(strokes: Int, limit: Int, length: Int) -> [PinyinCandidate] {
    let key = strokes < 10 ? "0\(strokes)" : "\(strokes)"
    return tables.hanzi.characters(.form, key).prefix(limit).map { scalar in
      PinyinCandidate(text: String(scalar), reading: "", kind: .radical, length: length)
    }
  }

  private func characters(of radicals: [String], strokes: Int, limit: Int, length: Int) -> [PinyinCandidate] {
    let found = radicals.flatMap { tables.hanzi.characters(.radical, "\($0).\(strokes)") }.prefix(limit)
    let origins = origin(of: Set(found))
    return found.map { scalar in
      PinyinCandidate(text: String(scalar), reading: origins[scalar]?.reading ?? "", kind: .radical, length: length)
    }
  }

  /// How a character is read and found in a dictionary.
  public struct Origin: Hashable, Sendable {
    /// The reading that it is mostly looked up by; empty where none is known.
    public var reading: String
    /// Its radical, and the strokes beside it: 钅 and 7; nil where no dictionary has it.
    public var radical: Radical?

    public struct Radical: Hashable, Sendable {
      public var form: Unicode.Scalar
      public var strokes: Int
    }
  }

  /// The origins of some characters; of what is no hanzi there is none.
  public func origin(of characters: Set<Unicode.Scalar>) -> [Unicode.Scalar: Origin] {
    let readings = tables.hanzi.keys(.reading, listing: characters)
    let radicals = tables.hanzi.keys(.radical, listing: characters)
    var found: [Unicode.Scalar: Origin] = [:]
    for character in characters where radicals[character] != nil || readings[character] != nil {
      found[character] = Origin(
        reading: readings[character]?.first ?? "", radical: radicals[character]?.first.flatMap(radical))
    }
    return found
  }

  /// `167'.7` as somebody would say it.
  private func radical(_ key: String) -> Origin.Radical? {
    let parts = key.split(separator: ".")
    guard parts.count == 2, let strokes = Int(parts[1]),
      let form = tables.hanzi.form(ofRadical: String(parts[0]))
    else { return nil }
    return Origin.Radical(form: form, strokes: strokes)
  }
}
