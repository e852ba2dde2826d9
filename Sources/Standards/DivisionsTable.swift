/// How `lists/division.tsv` is read.
extension Divisions.Columns {
  init(_ table: TSVTable) throws(TableError) {
    code = try table.requiredColumn("code")
    name = try table.requiredColumn("name")
    level = try table.requiredColumn("level")
    parent = try table.requiredColumn("parent")
    from = try table.requiredColumn("from")
    until = try table.requiredColumn("to")
    kind = try table.requiredColumn("kind")
    pinyin = try table.requiredColumn("pinyin")
    otherPinyin = try table.requiredColumn("other_pinyin")
  }
}

extension Divisions {
  /// The number of exactly six ASCII digits.
  public static func number(_ text: some Collection<UInt8>) -> Int? {
    var number = 0
    var count = 0
    for byte in text {
      guard byte >= 0x30, byte <= 0x39, count < 6 else { return nil }
      number = number * 10 + Int(byte - 0x30)
      count += 1
    }
    return count == 6 ? number : nil
  }
}

extension Divisions.Entry {
  /// Reads a row's numbers without making a text of any field; the error names the row's line and the field.
  init(
    row: Int, of table: TSVTable, columns: Divisions.Columns, bytes: UnsafeBufferPointer<UInt8>
  ) throws(TableError) {
    func field(_ column: Int) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[table.range(row: row, column: column)] }
    func year(_ column: Int) -> Int16? {
      let digits = field(column)
      guard digits.count == 4 else { return nil }
      return digits.reduce(0) { year, byte in
        guard let year, byte >= 0x30, byte <= 0x39 else { return nil }
        return year * 10 + Int16(byte - 0x30)
      }
    }
    func fault(_ column: Int) -> TableError {
      TableError(
        .badValue, path: table.name, line: table.line(row: row), detail: table.text(row: row, column: column))
    }
    // No code begins with 0: a spreadsheet that ate a digit is found here.
    guard let code = Divisions.number(field(columns.code)), code >= 100_000 else { throw fault(columns.code) }
    guard let level = Division.Level(tableText: field(columns.level)) else { throw fault(columns.level) }
    let parent = field(columns.parent).isEmpty ? 0 : Divisions.number(field(columns.parent))
    guard let parent, parent != 0 || level == .province else { throw fault(columns.parent) }
    guard let from = year(columns.from) else { throw fault(columns.from) }
    let until = year(columns.until)
    guard until ?? from >= from, until != nil || field(columns.until).isEmpty else { throw fault(columns.until) }
    guard let kind = Division.Kind(tableText: field(columns.kind)) else { throw fault(columns.kind) }
    self.code = Int32(code)
    self.parent = Int32(parent)
    self.row = Int32(row)
    self.from = from
    self.until = until ?? Self.stands
    self.level = level
    self.kind = kind
  }
}
