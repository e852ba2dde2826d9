import Standards

/// What a row below the headings is.
public enum RosterRowKind: String, Hashable, Sendable, CaseIterable {
  case child
  /// The headings once more, as on every printed page.
  case heading
  /// A line that divides: nothing but signs.
  case separator
  /// What the rows below have in common, such as 小一班.
  case section
  case total
  case signature
  case instruction
  /// Numbered in advance, and nothing else in it.
  case unused
}

extension RosterRowKind {
  /// Looks at what stands in the row itself, whatever it is merged with.
  init(_ row: SheetRow, mapping: RosterMapping, headings: SheetRow, words: RosterWords) {
    let filled = row.cells.indices.filter { row.has($0) }
    let texts = filled.map { row.cells[$0].entry }
    let known = mapping.columns.compactMap { column in
      if case .item = column.use, row.has(column.index) { column.index } else { nil }
    }
    if filled.isEmpty || texts.allSatisfy({ !$0.isEmpty && Self.isRule($0) }) {
      self = filled.isEmpty ? .unused : .separator
    } else if texts.contains(where: Self.isLongNumber) {
      self = .child
    } else if Self.repeats(headings, row, filled) {
      self = .heading
    } else if let kind = texts.prefix(2).lazy.compactMap(words.kind(ofRowBeginning:)).first {
      self = kind
    } else if filled.count == 1, mapping.items.count > 1, let kind = Self.alone(texts[0], isKnown: !known.isEmpty) {
      self = kind
    } else if known.isEmpty {
      self = Self(withoutChild: row)
    } else {
      self = .child
    }
  }

  /// The kind of a row that nothing can be taken from: a note, unless it was only numbered in advance.
  public init(withoutChild row: SheetRow) {
    let texts = row.cells.indices.filter { row.has($0) }.map { row.cells[$0].entry }
    self = texts.allSatisfy { $0.allSatisfy { $0.isNumber || $0 == "." } } ? .unused : .instruction
  }

  /// What a text says that stands alone in its row; nil for what may be a child's name.
  private static func alone(_ text: String, isKnown: Bool) -> RosterRowKind? {
    if RosterSheet.className(in: text) != nil { return .section }
    if text.allSatisfy(\.isNumber) { return isKnown ? nil : .unused }
    if !isName(text) { return text.last == "人" && text.contains(where: \.isNumber) ? .total : .instruction }
    return isKnown ? nil : .section
  }

  /// Whether a text may be somebody's name: 共 2 人, and 1. 请用正楷填写, are none.
  private static func isName(_ text: String) -> Bool {
    text.unicodeScalars.count <= longestName
      && text.unicodeScalars.allSatisfy { scalar in
        // Signs in place of a lost character or of a name's dot are let through, for whoever mends the name.
        scalar.properties.isAlphabetic || scalar.isWhiteSpace || scalar.isInvisible
          || TextNormaliser.isDot(scalar) || "?？\u{FFFD}□'’".unicodeScalars.contains(scalar)
      }
  }

  /// A name of hanzi alone is shorter; a longer text that stands alone is no name.
  private static let longestName = 15

  private static func repeats(_ headings: SheetRow, _ row: SheetRow, _ filled: [Int]) -> Bool {
    let same = filled.count { column in
      let key = RosterHeadings.key(row.cells[column].plainText)
      let heading = RosterHeadings.key(headings.cell(column).plainText)
      return !key.isEmpty && (key == heading || heading.hasSuffix(key) && key.unicodeScalars.count > 1)
    }
    return same > 1 && same * 2 >= filled.count
  }

  private static func isRule(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic && !$0.isHanzi && $0.properties.numericType == nil }
  }

  /// As long as a document's number: nothing but a child's row has one.
  private static func isLongNumber(_ text: String) -> Bool {
    let number = CitizenNumber.repair(text).utf8
    return (15...18).contains(number.count) && number.count { (0x30...0x39).contains($0) } >= 14
  }
}
