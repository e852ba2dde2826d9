import City
import Desk
import FormModel
import Glibc
import Records
import Sheets
import Standards

/// Checks files in the order in which they are named, those of records on all processors; what is wrong with one never
/// stops the next.
struct FileChecks {
  private let forms: FormLibrary
  private var form: Form { forms.form }
  private let desk: Checker
  private let sheet: Checker
  private let records: RecordChecks
  /// Reads the children of the store when the first file is checked; nil where that failed and has been said.
  private let children: () -> StoredChildren?
  private var stored: StoredChildren?
  /// Who has come before, in any of the files.
  private let register = ChildRegister()
  var report: FindingReport
  private var bar: ProgressBar
  private(set) var hasUnreadable = false
  /// Records and rows that were looked at.
  private(set) var checked = 0
  private(set) var isStopped = false

  init(
    forms: FormLibrary, simulated: FormLibrary, today: CalendarDate, kindergarten: String?, report: FindingReport,
    bar: ProgressBar, children: @escaping () -> StoredChildren?
  ) {
    self.forms = forms
    let setting = CheckSetting(today: today, kindergarten: kindergarten, place: .desk)
    desk = Checker(form: forms.form, setting: setting)
    sheet = Checker(form: forms.form, setting: CheckSetting(today: today, kindergarten: kindergarten, place: .sheet))
    records = RecordChecks(forms, simulated: simulated, setting: setting)
    self.children = children
    self.report = report
    self.bar = bar
  }

  /// Checks everything that the names stand for.
  ///
  /// A form's own folder that cannot be read ends it: nobody could say which headings are known.
  mutating func check(_ names: [String]) throws(FormProblem) {
    let source = SourceFiles(names)
    var (rest, done) = (source.files[...], 0)
    defer { bar.end() }
    while let file = rest.first, !isStopped {
      let run = rest.prefix(while: \.isOfRecords)
      rest = rest.dropFirst(max(1, run.count))
      switch file.kind {
      case .lines, .record: checkRecords(run, of: source.bytes, &done)
      case .other: try checkSheet(file.path)
      case .empty: unreadable(file.path, .noRecords)
      case .unseen: unreadable(file.path, .cannotOpen)
      }
    }
  }

  private mutating func unreadable(_ file: String, _ problem: FileProblem) {
    hasUnreadable = true
    report.file(file, problem)
  }

  // MARK: Records

  private mutating func checkRecords(_ files: ArraySlice<SourceFiles.File>, of bytes: Int, _ done: inout Int) {
    let (records, form, stored) = (records, form, storedChildren())
    let visit = RecordVisit<CheckedRecord>(forms) { found, _, _ in
      CheckedRecord(found, records, form: form, stored: stored)
    }
    var current: SourceFiles.File?
    var progress = done
    visit.run(files) { batch in
      if batch.file != current {
        current = batch.file
        register.begin(batch.file.path)
      }
      for (index, checked) in batch.made.enumerated() { say(checked, batch.file.path, row: batch.first + index) }
      if let problem = batch.problem { self.say(problem, in: batch) }
      progress += batch.bytes
      bar.show(progress >> 20, of: bytes >> 20, unit: "MB")
      isStopped = Interruption.hasCome
      return !isStopped
    }
    done = progress
  }

  private mutating func say(_ checked: CheckedRecord, _ file: String, row: Int) {
    self.checked += 1
    let double = register.add(checked.keys, id: checked.id)
    var answers: Answers?
    switch checked.result {
    case .right: break
    case .unreadable(let problem): return unreadable(file, .notARecord(row: row, problem: problem))
    case .said(let said):
      report.form = said.form
      for finding in said.findings { report.finding(finding, in: said.answers, file: file, row: row) }
      report.form = form
      if said.form.edition == form.edition { answers = said.answers }
    }
    var rules = [double].compactMap(\.self)
    if case .said(let said) = checked.result, let rule = said.stored { rules.append(rule) }
    for rule in rules {
      let field = form.field(rule.isAboutNumber ? .childNumber : .childName) ?? 0
      let value = rule.isAboutNumber ? checked.child?.number : checked.child?.name
      report.finding(
        SheetFinding(rule, field: field), value: value ?? answers?[field].text ?? "", file: file, row: row)
    }
  }

  private mutating func say(_ problem: SourceProblem, in batch: RecordVisit<CheckedRecord>.Batch) {
    let path = batch.file.path
    switch problem {
    case .cannotOpen: unreadable(path, .cannotOpen)
    case .notAFile: unreadable(path, .notAFile)
    case .cannotRead: unreadable(path, .cannotRead)
    case .tooLarge where batch.file.kind == .record: unreadable(path, .tooLarge)
    case .tooLarge:
      checked += 1
      _ = register.add(nil, id: nil)
      unreadable(path, .lineTooLarge(row: batch.first + batch.made.count))
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
    register.begin(file)
    var check = SheetCheck(columns: columns, checker: sheet, stored: storedChildren(), register: register)
    var report = report
    rows { row in
      for finding in check.findings(in: row) { report.finding(finding, of: check, file: file, row: row) }
    }
    self.report = report
    checked += check.place.child
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
    register.begin(label)
    var check = RosterCheck(
      roster, words: headings.words, checker: desk, stored: storedChildren(), register: register)
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
