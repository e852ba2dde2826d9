// A release cannot test what is internal.
#if DEBUG
  import FormModel
  import Glibc
  import Sheets
  import Standards
  import Terminal

  @testable import FormModel
  @testable import Records

  /// A reader of untrusted bytes, and what must hold of it whatever it is given.
  public enum FuzzTarget: String, CaseIterable, Sendable {
    case json, csv, keys, number, date, form, journal, record, tar, tsv, search, workbook, gb18030

    /// What a reader did that it must not do.
    public struct Broken: Error { public var what: String }

    /// Hands bytes to the reader. A crash is a defect, and so is a broken promise, which is thrown.
    public func run(_ bytes: [UInt8]) throws {
      switch self {
      case .json: try Self.json(bytes)
      case .csv: try Self.csv(bytes)
      case .keys: try Self.keys(bytes)
      case .number: Self.number(String(decoding: bytes, as: UTF8.self))
      case .date: try Self.date(String(decoding: bytes, as: UTF8.self))
      case .form: Self.form(bytes)
      case .journal: try Self.journal(bytes)
      case .record: try Self.record(bytes)
      case .tar: try Self.tar(bytes)
      case .tsv: Self.tsv(bytes)
      case .search: try Self.search(String(decoding: bytes, as: UTF8.self))
      case .workbook: try Self.workbook(bytes)
      case .gb18030: try Self.gb18030(bytes)
      }
    }

    static func require(_ holds: Bool, _ what: String) throws { if !holds { throw Broken(what: what) } }

    private static let today = CalendarDate(iso: "2015-01-28")
    private static let builtIn = try? Form.load(from: .embedded)
    private static let divisions = try? Divisions(in: .embedded)
    private static let index = (try? TSVTable("lists/ethnic.tsv", in: .embedded)).flatMap { try? SearchIndex.list($0) }
    private static let places = divisions.map { SearchIndex.divisions($0) }

    // MARK: The readers

    /// What can be read is written so that it reads the same.
    private static func json(_ bytes: [UInt8]) throws {
      guard let value = try? JSONValue.parse(bytes) else { return }
      for pretty in [false, true] {
        let written = value.serialized(pretty: pretty)
        let again = try? JSONValue.parse(written)
        try require(again?.serialized(pretty: pretty) == written, "another value after writing")
      }
    }

    /// However the bytes arrive, the rows are the same.
    private static func csv(_ bytes: [UInt8]) throws {
      func rows(_ pieces: [ArraySlice<UInt8>]) -> [[SheetCell]]? {
        var reader = CSVReader()
        var rows: [[SheetCell]] = []
        do {
          for piece in pieces { try reader.feed(piece) { rows.append($0) } }
          try reader.finish { rows.append($0) }
          return rows
        } catch {
          return nil
        }
      }
      let middle = bytes.count / 2
      try require(rows([bytes[...]]) == rows([bytes[..<middle], bytes[middle...]]), "other rows in two pieces")
      guard let form = builtIn, let today, let rows = rows([bytes[...]]), let first = rows.first else { return }
      let columns = try SheetColumns(headings: first.map(\.plainText), form: form)
      var answers = Answers(Array(repeating: .blank, count: form.fields.count))
      for row in rows.dropFirst().prefix(20) {
        _ = columns.read(row, into: &answers, form: form, today: today)
      }
    }

    private static func keys(_ bytes: [UInt8]) throws {
      for bracketsPaste in [true, false] {
        var decoder = KeyDecoder(bracketsPaste: bracketsPaste)
        var now = 0
        var count = 0
        for piece in bytes.split(separator: 0xFF, omittingEmptySubsequences: false) {
          count += decoder.feed(Array(piece), at: now).count
          now += 40
          if let deadline = decoder.deadline, deadline <= now { count += decoder.timeout(at: now).count }
        }
        count += decoder.finish().count
        try require(count <= 2 * bytes.count + 4, "more events than bytes")
      }
    }

    private static func number(_ text: String) {
      guard let today else { return }
      let reading = CitizenNumber.read(text, on: today) { divisions?.knows(area: $0) ?? false }
      for sex in Sex.allCases {
        _ = CitizenNumber.slip(in: reading.normalised, birthDate: today, sex: sex, on: today) { _ in true }
      }
      _ = CitizenNumber.upgrade(fifteen: text)
      for type in DocumentType.allCases { _ = DocumentNumber.check(text, type: type, on: today) }
      _ = DocumentNumber.masked(text)
      for kind in [.personName, .freeText, .code] as [TextNormaliser.Kind] {
        _ = TextNormaliser.normalise(text, as: kind)
      }
      _ = TextNormaliser.problem(in: text)
    }

    /// A day that was read is written so that it reads the same.
    private static func date(_ text: String) throws {
      guard let today else { return }
      if case .success(let day) = DateReader.read(text, today: today) {
        try require(CalendarDate(iso: day.iso) == day, "\(day.iso)")
        try require(DateReader.read(day.iso, today: today) == .success(day), "\(day.iso) read as typed")
      }
      if let day = CalendarDate(iso: text) { try require(day.iso == text, "\(text)") }
      if let moment = Timestamp(text) { try require(Timestamp(moment.text) == moment, "\(text)") }
    }

    private static func form(_ bytes: [UInt8]) {
      var reader = FormReader(file: "form.json", lists: ChoiceLists(folder: .embedded))
      guard let form = try? reader.read(bytes) else { return }
      try? form.verify(file: "form.json")
    }

    /// Never more is dropped than there is, and what was read is written and read the same.
    private static func journal(_ bytes: [UInt8]) throws {
      let (values, dropped) = JournalLine.read(bytes)
      try require((0...bytes.count).contains(dropped), "dropped \(dropped)")
      let written = values.flatMap { JournalLine.bytes($0) }
      try require(JournalLine.read(written).values.count == values.count, "other lines after writing")
      guard let form = builtIn else { return }
      // A checksum hides the rest from chance, so that the same bytes are tried behind a right one as well.
      let json = (try? JSONValue.parse(bytes)) ?? values.first
      if let json { _ = try? JournalBase(json: json, forms: FormLibrary(form)) }
    }

    private static func record(_ bytes: [UInt8]) throws {
      guard let form = builtIn, let today, let record = try? Record(bytes, form: form) else { return }
      let file = record.file(form: form)
      try require((try? Record(file, form: form)) == record, "another record after writing")
      try require(!Record.isChangedOutside(file), "a checksum of its own is wrong")
      let summary = RecordSummary(record, form: form, setting: CheckSetting(today: today))
      try require(summary.bytes.withUnsafeBytes { RecordSummary($0) } != nil, "no summary after writing")
      try require(record.merging(record, form: form).record == record, "another record joined with itself")
    }

    private static func tar(_ bytes: [UInt8]) throws {
      try withFile(bytes) { name, folder in
        var reader = try TarReader(name, in: folder)
        var entries = 0
        while let entry = try? reader.next() {
          entries += 1
          try require(entry.size >= 0 && entries <= bytes.count / 512 + 1, "more entries than blocks")
        }
      }
    }

    /// For what reads files alone: one that holds the bytes, in memory where that is possible.
    static func withFile(_ bytes: [UInt8], _ body: (_ name: String, _ folder: Folder) throws -> Void) throws {
      let name = "fuzz-\(getpid())"
      let folder = try Folder.open(memory, create: false)
      try folder.replaceUnsynced(name, holding: bytes)
      defer { folder.remove(name) }
      try body(name, folder)
    }

    static let memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

    private static func tsv(_ bytes: [UInt8]) {
      guard let table = try? TSVTable(bytes, name: "fuzz.tsv") else { return }
      _ = try? SearchIndex.list(table)
      _ = try? Divisions(table)
      if let divisions { _ = try? SearchIndex.regions(table, divisions) }
    }

    private static func search(_ text: String) throws {
      for list in [index, places] {
        guard let list else { continue }
        for hit in list.search(text, near: String(text.prefix(6)), limit: 5) {
          try require((0..<list.count).contains(hit.index), "a hit outside the list")
        }
      }
    }
  }

  extension Folder {
    fileprivate func replaceUnsynced(_ name: String, holding bytes: [UInt8]) throws(StoreError) {
      close(try replaceUnsynced(name, with: bytes))
    }
  }
#endif
