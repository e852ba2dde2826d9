// A release cannot test what is internal.
#if DEBUG
  import Standards

  @testable import Sheets

  extension FuzzTarget {
    /// As a file, whatever it is; and, since a checksum hides the parts of a workbook from chance, as each of its parts.
    static func workbook(_ bytes: [UInt8]) throws {
      try withFile(bytes) { name, _ in
        guard let reader = try? SheetReader(path: "\(memory)/\(name)") else { return }
        try look(at: rows(of: reader))
      }
      let middle = bytes.count / 2
      let once = parts(of: [bytes[...]])
      try require(once == parts(of: [bytes[..<middle], bytes[middle...]]), "other parts in two pieces")
      try look(at: once.rows)
    }

    private static func rows(of reader: SheetReader) -> [SheetRow] {
      var rows: [SheetRow] = []
      while let row = try? reader.next() { rows.append(row) }
      return rows
    }

    /// Rows count upwards, and none is wider or holds more than a sheet takes.
    private static func look(at rows: [SheetRow]) throws {
      for (row, next) in zip(rows, rows.dropFirst()) { try require(row.number < next.number, "rows that go back") }
      for row in rows {
        try require(row.cells.count <= SheetReader.mostColumns && row.cells.last != .empty, "a row of no such width")
        for case .number(let number) in row.cells { try require(number.isFinite, "a number that is none") }
      }
    }

    private struct Parts: Equatable {
      var rows: [SheetRow] = []
      var strings: [String?] = []
      var looks = SheetLooks()
      var dates: [Bool] = []
      var sheets: [String] = []
      var relations: [String] = []
    }

    /// What the bytes are as a sheet, shared texts, styles, a workbook and relations.
    private static func parts(of pieces: [ArraySlice<UInt8>]) -> Parts {
      func read(_ handler: some XMLHandler) -> Bool {
        do {
          let xml = try XMLReader(part: "", handler: handler)
          for piece in pieces { try xml.feed(piece) }
          try xml.finish()
          return true
        } catch {
          return false
        }
      }
      var parts = Parts()
      let strings = SharedStrings()
      if read(strings) { parts.strings = (0...strings.count).map { strings[$0] } }
      let formats = CellFormats(part: "")
      if read(formats) { parts.dates = (0..<8).map { formats[$0].isDate } }
      let setting = WorksheetRows.Setting(strings: strings, formats: formats, countsFrom1904: false, isAsShown: true)
      let rows = WorksheetRows(part: "", setting: setting)
      if read(rows) { (parts.rows, parts.looks) = (rows.rows, rows.looks) }
      let workbook = WorkbookSheets(part: "")
      if read(workbook) { parts.sheets = workbook.sheets.map { "\($0.name) \($0.id) \($0.isShown)" } }
      let relations = PackageRelations(of: "xl/workbook.xml")
      if read(relations) { parts.relations = relations.relations.map { "\($0.id) \($0.kind) \($0.part)" } }
      return parts
    }

    /// However the bytes arrive the text is the same, and its bytes are those that came.
    static func gb18030(_ bytes: [UInt8]) throws {
      func text(_ pieces: [ArraySlice<UInt8>]) -> [UInt8]? {
        var decoder = GB18030.Decoder()
        var text: [UInt8] = []
        for piece in pieces where !decoder.decode(piece, into: &text) { return nil }
        return decoder.isWhole ? text : nil
      }
      let middle = bytes.count / 2
      let whole = text([bytes[...]])
      try require(whole == text([bytes[..<middle], bytes[middle...]]), "another text in two pieces")
      if let whole { try require(GB18030.encode(String(decoding: whole, as: UTF8.self)) == bytes, "other bytes") }
      try withFile(bytes) { name, _ in
        guard let reader = try? SheetReader(path: "\(memory)/\(name)") else { return }
        try look(at: rows(of: reader))
      }
    }
  }
#endif
