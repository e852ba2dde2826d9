import Standards

/// A record's row: the mark of its file, what is searched and sorted by, and the whole summary.
struct IndexRow {
  /// What was read.
  struct Content: Sendable {
    var place: RecordStore.Place
    var day: CalendarDate
    var summary: RecordSummary?
    /// The days on which somebody changed it, but for the one on which it was begun.
    var touched: Set<CalendarDate> = []
    var problem: StoreError?

    init(
      _ place: RecordStore.Place, _ day: CalendarDate, _ record: Record, _ summary: RecordSummary,
      isChangedOutside: Bool
    ) {
      (self.place, self.day, self.summary) = (place, day, summary)
      touched = Set(record.history.map(\.at.date)).subtracting([day])
      if isChangedOutside { problem = StoreError(.changedOutside, path: place.file) }
    }

    init(_ place: RecordStore.Place, _ day: CalendarDate, _ problem: StoreError) {
      (self.place, self.day, self.problem) = (place, day, problem)
    }
  }

  private let content: Content
  private let mark: FileMark

  init(_ content: Content, mark: FileMark) {
    self.content = content
    self.mark = content.problem?.mayPass == true ? FileMark(size: mark.size, changed: 0, inode: mark.inode) : mark
  }

  /// Whether the row holds until the file's mark is another.
  var isTrusted: Bool { mark.changed != 0 }

  /// Writes the row in the place of an older one.
  func write(_ old: Int?, _ database: Database) throws(DatabaseError) {
    if let old { try Self.removeWhatHangs(on: old, database) }
    let summary = content.summary
    func number(_ number: Int?) -> DatabaseValue { number.map { .int($0) } ?? .null }
    func text(_ text: String?) -> DatabaseValue { text.map { .text($0) } ?? .null }
    let compared = summary?.comparedNumber
    try database.run(
      """
      INSERT OR REPLACE INTO record (key, day, id, size, changed, inode, code, form, status, words, name, birth, number, tail,
        class, plain, since, until, summary)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        number(old), .int(content.day.dayNumber), .text(content.place.id.text), .int(mark.size), .int(mark.changed),
        // What cannot be read is found by the code that its name spells.
        .int(mark.inode), text((summary?.code ?? RecordCode(spelledBy: content.place.id)).text),
        text(summary?.edition.name),
        number(summary?.status.number), number(summary?.wordBits),
        text(summary?.name), number(summary?.birthDate?.dayNumber), text(compared),
        text(summary?.number.map { String($0.suffix(4)) }), text(summary?.className),
        number(summary.map { $0.name.isPlain && ($0.className ?? "").isPlain && ($0.number ?? "").isPlain ? 1 : 0 }),
        number(summary?.validSince?.dayNumber), number(summary?.validUntil?.dayNumber),
        summary.map { .bytes($0.bytes) } ?? .null,
      ])
    let key = old ?? database.lastKey
    for day in content.touched {
      try database.run("INSERT INTO touch (record, day) VALUES (?, ?)", [.int(key), .int(day.dayNumber)])
    }
    try Self.write(content.problem, of: content.place.file, content.day, database)
  }

  /// Takes the row of a file that is gone away.
  static func remove(_ row: FolderLook.Stored.Row, _ database: Database) throws(DatabaseError) {
    try removeWhatHangs(on: row.key, database)
    try database.run("DELETE FROM record WHERE key = ?", [.int(row.key)])
  }

  private static func removeWhatHangs(on key: Int, _ database: Database) throws(DatabaseError) {
    try database.run("DELETE FROM touch WHERE record = ?", [.int(key)])
    var file: (day: Int, id: RecordID)?
    try database.run("SELECT day, id FROM record WHERE key = ?", [.int(key)]) { row in
      file = RecordID(row.text(1)).map { (row.int(0), $0) }
    }
    guard let file, let day = CalendarDate(dayNumber: file.day) else { return }
    try database.run(
      "DELETE FROM problem WHERE day = ? AND path = ?",
      [.int(file.day), .text(StoreLayout.path(ofDay: day.iso, StoreLayout.record(file.id)))])
  }

  /// Writes down which files of a folder no record can have.
  static func replaceOddNames(
    _ names: Set<String>, of day: CalendarDate, _ database: Database
  ) throws(DatabaseError) {
    try database.run("DELETE FROM problem WHERE day = ? AND odd = 1", [.int(day.dayNumber)])
    for name in names {
      try write(StoreError(oddName: name), of: name, day, isOdd: true, database)
    }
  }

  private static func write(
    _ problem: StoreError?, of path: String, _ day: CalendarDate, isOdd: Bool = false, _ database: Database
  ) throws(DatabaseError) {
    guard let problem else { return }
    try database.run(
      "INSERT OR REPLACE INTO problem (day, path, code, number, detail, odd) VALUES (?, ?, ?, ?, ?, ?)",
      [
        .int(day.dayNumber), .text(path), .text(problem.code.rawValue), .int(Int(problem.number)),
        .text(problem.detail), .int(isOdd ? 1 : 0),
      ])
  }
}

extension StoreError {
  /// Whether the same file may be readable the next time.
  public var mayPass: Bool {
    switch code {
    case .full, .readOnly, .permission, .vanished, .tooManyFiles, .notAFolder, .notFound, .exists, .conflict,
      .otherRecord, .locked, .brokenOff, .io:
      true
    case .tooLarge, .damaged, .otherVersion, .severalRecords, .incomplete, .newer, .otherForm, .changedOutside: false
    }
  }
}

extension Status {
  /// The number that stands for the status in a row.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension SummaryFilter.Condition {
  /// The bit that stands for the word in a row; none for what other records or the accounts decide.
  var bit: Int {
    switch self {
    case .returned: 1
    case .owed: 2
    case .unconfirmed: 4
    case .exported: 8
    case .numbered: 16
    case .gaps: 32
    case .waiting: 64
    case .ready: 128
    case .entryAhead: 256
    case .toExport: 512
    case .toNumber: 1_024
    // Other records or the accounts decide these; the bit of a word that they decide in part says that it may hold.
    case .duplicate, .numberInDraft, .stray: 0
    }
  }
}

extension RecordSummary {
  /// The words that hold of the record, as bits.
  var wordBits: Int {
    SummaryFilter.Condition.allCases.reduce(0) { $0 | ($1.isTrue(of: self) ? $1.bit : 0) }
  }
}

extension String {
  /// Whether two such texts, or parts of them, are equal only where their bytes are.
  ///
  /// Combining marks, and hanzi that stand for others, make texts of different bytes equal.
  var isPlain: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20..<0x7F, 0xB7, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x2_0000...0x2_F7FF, 0x3_0000...0x3_FFFF: true
      default: false
      }
    }
  }
}
