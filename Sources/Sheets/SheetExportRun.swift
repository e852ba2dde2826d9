import FormModel
import Records
import Standards

/// One export while it goes on.
struct SheetExportRun {
  /// A record that is in one of the two files.
  private struct Gone {
    var sending: Sending
    var kind: LedgerEntry.Kind
    var revision: Int
    var row: Int
    var classCode: String?

    var isCorrection: Bool {
      switch kind {
      case .first, .again: false
      case .correction, .withdrawn: true
      }
    }
  }

  private let export: SheetExport
  private let request: SheetExport.Request
  private let ledger: Ledger
  private let classField: Int?
  private let classHeading: String?
  private var sheet: SheetFile?
  private var corrections: SheetFile?
  private var gone: [Gone] = []
  /// Records that the ledger knows as gone, and that do not say so themselves.
  private var forgotten: [(sending: Sending, out: Ledger.Out)] = []
  private(set) var outcome = SheetExport.Outcome()

  init(_ export: SheetExport, _ request: SheetExport.Request, _ ledger: Ledger) {
    self.export = export
    self.request = request
    self.ledger = ledger
    let classField = export.form.fields.firstIndex { if case .classCode = $0.kind { true } else { false } }
    self.classField = classField
    classHeading = export.edition.columns.first { $0.field == classField }?.heading
  }

  // MARK: One record

  /// Decides what becomes of records, and writes each where it belongs.
  mutating func take(_ sendings: [Sending]) throws(SheetExportError) {
    for (sending, candidate) in zip(sendings, export.desk.candidates(sendings, ledger)) {
      switch candidate {
      case .success(let candidate): try take(candidate, sending)
      case .failure(let error):
        outcome.lines.append(SheetExport.Line(code: sending.record.text, name: "", result: .unreadable(error)))
      }
    }
  }

  private mutating func take(_ candidate: ExportDesk.Candidate, _ sending: Sending) throws(SheetExportError) {
    // Wherever such a record has got to.
    guard candidate.record.origin?.isSimulated != true else { throw .simulated }
    var warnings: [Finding] = []
    guard let result = try result(of: candidate, sending, &warnings) else { return }
    let record = candidate.record
    let name = record.value(.childName, form(of: record)) ?? ""
    var line = SheetExport.Line(code: record.code.text, name: name, result: result, edition: record.edition)
    switch result {
    case .sent, .corrected:
      line.warnings = warnings
      line.rare = rare(in: record)
    case .withdrawn, .out, .childOut, .notApproved, .otherForm, .refused, .duplicate, .unreadable, .missing: break
    }
    outcome.lines.append(line)
  }

  /// The characters of a record's texts that are beyond the Basic Plane.
  private func rare(in record: Record) -> [SheetExport.Rare] {
    let fields = form(of: record).fields
    return fields.indices.flatMap { field -> [SheetExport.Rare] in
      guard case .text = fields[field].kind, let value = record.answers[field]?.value else { return [] }
      return value.unicodeScalars.filter { $0.value > 0xFFFF && $0.isHanzi }
        .map { SheetExport.Rare(field: field, character: $0) }
    }
  }

  /// Nil for a withdrawn record that there is nothing to say of.
  private mutating func result(
    of candidate: ExportDesk.Candidate, _ sending: Sending, _ warnings: inout [Finding]
  ) throws(SheetExportError) -> SheetExport.Result? {
    let record = candidate.record
    guard record.edition.name == export.form.name else { return .otherForm(record.edition.name) }
    switch record.status {
    case .draft, .submitted: return .notApproved(record.status)
    case .withdrawn: return try withdrawn(candidate, sending)
    case .approved: break
    }
    let form = form(of: record)
    let classCode = self.classCode(of: record)
    let answers = self.answers(record.checkedAnswers.moved(from: form, to: export.form), classCode)
    // The sheet follows the newest version of the form; the record is checked by the rules of the version it was made
    // with.
    let findings = Checker(form: form, setting: export.setting)
      .findings(in: answers.moved(from: export.form, to: form))
    let obstacles = findings.filter { $0.severity != .warning }
    guard obstacles.isEmpty else { return .refused(obstacles) }
    warnings = record.open(findings, form: form)
    let cells = export.edition.cells(of: answers, form: export.form, setting: export.setting)
    let duplicates = sending.duplicates
    guard let out = candidate.out ?? candidate.double?.out else {
      guard duplicates.isEmpty else { return .duplicate(duplicates) }
      return .sent(row: try send(cells, .first, record, classCode, sending))
    }
    if request.again != nil {
      guard duplicates.isEmpty else { return .duplicate(duplicates) }
      return .sent(row: try send(cells, .again, record, classCode, sending))
    }
    guard candidate.out != nil else { return candidate.double.map { .childOut($0.code, $0.out) } }
    // The system was asked to settle the child as withdrawn; now it is here again, and goes out again.
    if out.kind == .withdrawn {
      guard duplicates.isEmpty else { return .duplicate(duplicates) }
      return .sent(row: try send(cells, .first, record, classCode, sending))
    }
    let changes = changes(from: out, to: cells, of: candidate, classCode)
    guard changes.isEmpty else {
      guard duplicates.isEmpty else { return .duplicate(duplicates) }
      if changes.allSatisfy({ $0.heading == classHeading }) { outcome.lateClassCodes += 1 }
      let said = changes.map { export.words.corrected($0.heading, $0.old) }.joined(separator: "；")
      return .corrected(row: try correct(cells, said, .correction, record, classCode, sending), changes)
    }
    if !record.isExported { forgotten.append((sending, out)) }
    return .out(out)
  }

  /// A child that went out and was withdrawn since is put into one correction sheet, for whoever keeps the national
  /// system.
  private mutating func withdrawn(
    _ candidate: ExportDesk.Candidate, _ sending: Sending
  ) throws(SheetExportError) -> SheetExport.Result? {
    let isNamed = if case .named = request.selection { true } else { false }
    guard let out = candidate.out, out.kind != .withdrawn else { return isNamed ? .notApproved(.withdrawn) : nil }
    let answers = self.answers(
      candidate.record.checkedAnswers.moved(from: form(of: candidate.record), to: export.form), out.classCode)
    let cells = export.edition.cells(of: answers, form: export.form, setting: export.setting)
    let row = try correct(cells, export.words.withdrawn, .withdrawn, candidate.record, out.classCode, sending)
    return .withdrawn(row: row)
  }

  private func form(of record: Record) -> Form { export.desk.store.forms.form(of: record) }

  /// Whether the record itself says its class code.
  private func hasClassCode(_ record: Record) -> Bool {
    record.answers.indices.contains { field in
      guard case .classCode = form(of: record).fields[field].kind else { return false }
      return record.answers[field]?.value != nil
    }
  }

  private func classCode(of record: Record) -> String? {
    guard classField != nil, !hasClassCode(record) else { return nil }
    return record.contact.className.flatMap { export.classCodes[$0] }
  }

  /// Adds the class code, which is issued for a whole class and kept with the class.
  private func answers(_ answers: Answers, _ classCode: String?) -> Answers {
    guard let classField, let classCode else { return answers }
    var answers = answers
    answers[classField] = .value(classCode)
    return answers
  }

  private func changes(
    from out: Ledger.Out, to cells: [SheetCell], of candidate: ExportDesk.Candidate, _ classCode: String?
  ) -> [SheetExport.Change] {
    let form = form(of: candidate.record)
    let past = candidate.record.answers(at: out.revision, form: form).moved(from: form, to: export.form)
    // Without the ledger nobody knows which class code the record went out with.
    let old = export.edition.cells(
      of: answers(past, candidate.isInLedger ? out.classCode : classCode), form: export.form, setting: export.setting)
    return export.edition.columns.indices.compactMap { column in
      guard !old[column].plainText.utf8.elementsEqual(cells[column].plainText.utf8) else { return nil }
      return SheetExport.Change(heading: export.edition.columns[column].heading, old: old[column].plainText)
    }
  }

  // MARK: The files

  private mutating func send(
    _ cells: [SheetCell], _ kind: LedgerEntry.Kind, _ record: Record, _ classCode: String?, _ sending: Sending
  ) throws(SheetExportError) -> Int {
    let row = try begun(&sheet, request.path, []).write(cells)
    if classField != nil, classCode == nil, !hasClassCode(record) { outcome.withoutClassCode += 1 }
    gone.append(Gone(sending: sending, kind: kind, revision: record.revision, row: row, classCode: classCode))
    return row
  }

  private mutating func correct(
    _ cells: [SheetCell], _ said: String, _ kind: LedgerEntry.Kind, _ record: Record, _ classCode: String?,
    _ sending: Sending
  ) throws(SheetExportError) -> Int {
    let file = try begun(&corrections, path(export.words.correctionSuffix), [export.words.correctionHeading])
    let row = try file.write(cells + [.text(said)])
    gone.append(Gone(sending: sending, kind: kind, revision: record.revision, row: row, classCode: classCode))
    return row
  }

  /// The file, created with its first row, so that there is none where nothing goes out.
  private func begun(
    _ file: inout SheetFile?, _ path: String, _ more: [String]
  ) throws(SheetExportError) -> SheetFile {
    if let file { return file }
    let begun = try SheetFile(path, format, headings: export.edition.columns.map(\.heading) + more)
    file = begun
    return begun
  }

  private var format: SheetFile.Format {
    request.path.lowercased().hasSuffix(".csv") ? .csv(request.encoding) : .workbook(sheet: export.edition.sheet)
  }

  /// The sheet's path with a suffix before its ending.
  private func path(_ suffix: String, ending: String? = nil) -> String {
    guard let parts = request.parts else { return request.path + suffix }
    return parts.stem + suffix + (ending ?? parts.ending)
  }

  private var files: [SheetFile] { [sheet, corrections].compactMap(\.self) }

  func verify() throws(SheetExportError) {
    for file in files { try file.verify() }
  }

  /// Enters what is in the files, and gives them their names.
  mutating func publish() throws(SheetExportError) {
    guard !gone.isEmpty else { return }
    let (sheet, corrections) = (fileName(sheet), fileName(corrections))
    let (stamp, again) = (request.stamp, request.again)
    let entries = gone.lazy.map { gone in
      LedgerEntry(
        gone.kind, record: gone.sending.record, revision: gone.revision, sheet: gone.isCorrection ? corrections : sheet,
        row: gone.row, classCode: gone.classCode, reason: gone.kind == .again ? again : nil, stamp: stamp)
    }
    do throws(StoreError) {
      let guide = path(export.words.guideSuffix, ending: ".txt")
      try AtomicFile.create(
        Array(
          (sheet.isEmpty ? export.words.correctionGuide(corrections) : export.words.importGuide(sheet, export.edition))
            .utf8),
        to: guide)
      try export.desk.enter(entries, after: ledger)
      for file in files {
        try file.pending.publish()
        outcome.files.append(file.pending.path)
      }
      outcome.files.append(guide)
    } catch {
      throw .store(error)
    }
  }

  private func fileName(_ file: SheetFile?) -> String {
    file?.pending.path.split(separator: "/").last.map(String.init) ?? ""
  }

  func discard() {
    for file in files { file.pending.discard() }
  }

  // MARK: The records

  /// Notes in every record that it went out; what cannot be added now is added with the next export.
  func addExports(progress: ReadingProgress, added: (Sending) -> Void) {
    let (sheet, corrections) = (fileName(sheet), fileName(corrections))
    let at = request.stamp.at
    // Lazily: a whole city's would fill the memory once more.
    let outs = gone.filter { $0.kind != .withdrawn }.lazy.map { gone in
      let out = Ledger.Out(
        kind: gone.kind, revision: gone.revision, sheet: gone.isCorrection ? corrections : sheet, row: gone.row,
        classCode: gone.classCode, at: at)
      return (sending: gone.sending, out: out)
    }
    try? export.desk.addExports(outs, at: at, progress: progress, added: added)
    try? export.desk.addExports(forgotten, at: at, progress: progress, added: added)
  }
}
