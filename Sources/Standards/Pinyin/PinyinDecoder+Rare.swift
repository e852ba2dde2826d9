extension PinyinDecoder {
  /// Characters that nobody reads aloud with certainty: by code point (`U+2B5AF`), or by radical and the strokes beside
  /// it as a dictionary orders them (`167.5`, the radical's number of 214 first). Nil where the query is neither.
  func rare(_ query: String, limit: Int) -> [PinyinCandidate]? {
    if query.hasPrefix("U+") || query.hasPrefix("u+") {
      guard let value = UInt32(query.dropFirst(2), radix: 16), let scalar = Unicode.Scalar(value), scalar.isHanzi
      else { return [] }
      let point = "U+" + String(value, radix: 16, uppercase: true)
      return [PinyinCandidate(text: String(scalar), reading: point, kind: .codepoint, letters: query.utf8.count)]
    }
    let parts = query.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let radical = Int(parts[0]), let strokes = Int(parts[1]) else { return nil }
    return tables.hanzi.characters(.radical, "\(radical).\(strokes)").prefix(limit).map { character in
      PinyinCandidate(
        text: String(character), reading: "\(radical).\(strokes)", kind: .radical, letters: query.utf8.count)
    }
  }
}
