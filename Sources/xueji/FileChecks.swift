import FormModel
import Glibc
import Records
import Sheets
import Standards

/// Checks files one after the other; what is wrong with one never stops the next.
struct FileChecks {
  private let forms: FormLibrary
  private var form: Form { forms.form }
  private let today: CalendarDate
  private let desk: Checker
  private let sheet: Checker
  /// Reads the children of the store when the first sheet is checked; nil where that failed and has been said.
  private let children: () -> StoredChildren?
  private var stored: StoredChildren?
  var report: FindingReport
  private(set) var hasUnreadable = false

  init(
    forms: FormLibrary, today: CalendarDate, kindergarten: String?, report: FindingReport,
    children: @escaping () -> StoredChildren?
  ) {
    self.forms = forms
    self.today = today
    desk = Checker(form: forms.form, setting: CheckSetting(today: today, kindergarten: kindergarten, place: .desk))
    sheet = Checker(form: forms.form, setting: CheckSetting(today: today, kindergarten: kindergarten, place: .sheet))
    self.children = children
    self.report = report
  }

  /// Records are known by the file's name, anything else is looked into.
  ///
  /// A form's own folder that cannot be read ends it: nobody could say which headings are known.
  mutating func check(_ file: String) throws(FormProblem) {
    // Some systems shout: EXPORT.JSON.
    let name = file.lowercased()
    let isLines = name.hasSuffix(".jsonl")
    guard isLines || name.hasSuffix(".json") else { return try checkSheet(file) }
    let descriptor = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return unreadable(file, .cannotOpen) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
      return unreadable(file, .notAFile)
    }
    var duplicates = SheetDuplicates(form: form, stored: storedChildren())
    if isLines {
      checkLines(file, descriptor, &duplicates)
    } else {
      checkRecord(file, descriptor, &duplicates)
    }
  }

  private mutating func unreadable(_ file: String, _ problem: FileProblem) {
    hasUnreadable = true
    report.file(file, problem)
  }

  // MARK: Records

  private mutating func checkRecord(_ file: String, _ descriptor: Int32, _ duplicates: inout SheetDuplicates) {
    var reader = FilePieces(descriptor: descriptor)
    var bytes: [UInt8] = []
    while bytes.count <= Record.largestFile {
      guard let piece = reader.next() else { return unreadable(file, .cannotRead) }
      if piece.isEmpty { break }
      bytes.append(contentsOf: piece)
    }
    guard bytes.count <= Record.largestFile else { return unreadable(file, .tooLarge) }
    check(bytes, file, row: 1, &duplicates)
  }

  private mutating func checkLines(_ file: String, _ descriptor: Int32, _ duplicates: inout SheetDuplicates) {
    var lines = LineReader(descriptor: descriptor, limit: Record.largestFile)
    var row = 0
    while let line = lines.next() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      row += 1
      if lines.isCut {
        unreadable(file, .lineTooLarge(row: row))
      } else {
        check(line, file, row: row, &duplicates)
      }
    }
    if lines.hasFailed { unreadable(file, .cannotRead) }
  }

  private mutating func check(_ bytes: [UInt8], _ file: String, row: Int, _ duplicates: inout SheetDuplicates) {
    do throws(RecordProblem) {
      let record = try RecordAnswers(bytes, forms: forms)
      let findings = Checker(form: record.form, setting: desk.setting).findings(in: record.answers)
      report.form = record.form
      defer { report.form = form }
      for finding in findings where finding.severity != .warning || !record.hasAccepted(finding) {
        report.finding(finding, in: record.answers, file: file, row: row)
      }
      // Another form's children are others: the same child may be in both.
      guard !record.isWithdrawn, record.form.name == form.name else { return }
      let place = SheetPlace(child: row, row: row)
      for finding in duplicates.findings(
        of: record.answers.moved(from: record.form, to: form), at: place, own: record.id)
      {
        report.finding(finding, in: record.answers, file: file, row: row)
      }
    } catch {
      unreadable(file, .notARecord(row: row, problem: error))
    }
  }

  // MARK: Sheets

  private mutating func checkSheet(_ file: String) throws(FormProblem) {
    var problem: SheetProblem?
    var reader: SheetReader?
    func next() -> SheetRow? {
      do throws(SheetProblem) {
        return try reader?.next()
      } catch {
        problem = error
        return nil
      }
    }
    do throws(SheetProblem) { reader = try SheetReader(path: file) } catch { problem = error }
    var top: [SheetRow] = []
    while top.count < SheetColumns.mostTitles, let row = next() { top.append(row) }
    let found = try SheetColumns.find(in: top, form: form)
    if let found, found.columns.areOfficial {
      let count = checkChildren(file, found.columns) {
        for row in top[(found.index + 1)...] { $0(row) }
        while let row = next() { $0(row) }
      }
      if count == 0, problem == nil { report.onlyHeadings(file) }
    } else if problem == nil, try !checkTables(file) {
      if let found {
        let count = checkChildren(file, found.columns) { for row in top[(found.index + 1)...] { $0(row) } }
        if count == 0 { report.onlyHeadings(file) }
      } else {
        unreadable(file, .noHeadings)
      }
    }
    if let problem { unreadable(file, .notATable(problem)) }
  }

  /// Checks the rows of a sheet, and says how many children stand in them.
  private mutating func checkChildren(
    _ file: String, _ columns: SheetColumns, _ rows: (_ body: (SheetRow) -> Void) -> Void
  ) -> Int {
    for problem in columns.problems { report.columns(file, problem) }
    var check = SheetCheck(columns: columns, checker: sheet, stored: storedChildren())
    var report = report
    rows { row in
      for finding in check.findings(in: row) { report.finding(finding, of: check, file: file, row: row) }
    }
    self.report = report
    return check.place.child
  }

  /// Looks at all sheets of a file: those with the official headings are checked as such, others as rosters; false where
  /// none has any.
  private mutating func checkTables(_ file: String) throws(FormProblem) -> Bool {
    let tables: [SheetTable]
    do throws(SheetProblem) {
      tables = try SheetReader.tables(path: file, mostRows: RosterFile.mostRows).tables
    } catch {
      unreadable(file, .notATable(error))
      return true
    }
    let headings = try RosterHeadings(form: form)
    var isFound = false
    var unread: [String] = []
    for table in tables {
      let label = tables.count > 1 ? "\(file)「\(table.name ?? "")」" : file
      if let found = try SheetColumns.find(in: Array(table.rows.prefix(SheetColumns.mostTitles)), form: form),
        found.columns.areOfficial
      {
        let count = checkChildren(label, found.columns) { for row in table.rows[(found.index + 1)...] { $0(row) } }
        if count == 0 { report.onlyHeadings(label) }
      } else if let roster = RosterSheet(table, for: .children, headings: headings, takesHidden: true) {
        checkRoster(label, roster, headings)
      } else {
        unread.append(label)
        continue
      }
      isFound = true
    }
    if isFound { for label in unread { report.unread(label) } }
    return isFound
  }

  /// Checks the rows of a roster, and says what of it is not read.
  private mutating func checkRoster(_ label: String, _ roster: RosterSheet, _ headings: RosterHeadings) {
    report.roster(label, roster)
    var check = RosterCheck(roster, words: headings.words, checker: desk, stored: storedChildren())
    for line in roster.lines {
      switch line.kind {
      case .child:
        let findings = check.findings(in: line)
        for finding in findings { report.finding(finding, of: check, file: label, row: line.row) }
      case .unused: break
      case .heading, .separator, .section, .total, .signature, .instruction: report.leftOut(line, file: label)
      }
    }
  }

  private mutating func storedChildren() -> StoredChildren {
    if let stored { return stored }
    let read = children()
    if read == nil { hasUnreadable = true }
    let children = read ?? StoredChildren()
    stored = children
    return children
  }
}
