import FormModel
import Glibc
import Records
import Sheets
import Standards

/// Checks files one after the other; what is wrong with one never stops the next.
struct FileChecks {
  private let form: Form
  private let today: CalendarDate
  private let desk: Checker
  private let sheet: Checker
  var report: FindingReport
  private(set) var hasUnreadable = false

  init(form: Form, today: CalendarDate, kindergarten: String?, report: FindingReport) {
    self.form = form
    self.today = today
    desk = Checker(form: form, setting: CheckSetting(today: today, kindergarten: kindergarten, place: .desk))
    sheet = Checker(form: form, setting: CheckSetting(today: today, kindergarten: kindergarten, place: .sheet))
    self.report = report
  }

  mutating func check(_ file: String) {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return unreadable(file, .cannotOpen) }
    defer { close(descriptor) }
    // Some systems shout: EXPORT.CSV.
    let name = file.lowercased()
    if name.hasSuffix(".csv") {
      checkSheet(file, descriptor)
    } else if name.hasSuffix(".jsonl") {
      checkLines(file, descriptor)
    } else if name.hasSuffix(".json") {
      checkRecord(file, descriptor)
    } else {
      unreadable(file, .unknownKind)
    }
  }

  private mutating func unreadable(_ file: String, _ problem: FileProblem) {
    hasUnreadable = true
    report.file(file, problem)
  }

  // MARK: Records

  private mutating func checkRecord(_ file: String, _ descriptor: Int32) {
    var reader = ByteReader(descriptor: descriptor)
    var bytes: [UInt8] = []
    while bytes.count <= Record.largestFile {
      guard let piece = reader.next() else { return unreadable(file, .cannotRead) }
      if piece.isEmpty { break }
      bytes.append(contentsOf: piece)
    }
    guard bytes.count <= Record.largestFile else { return unreadable(file, .tooLarge) }
    check(bytes, file, row: 1)
  }

  private mutating func checkLines(_ file: String, _ descriptor: Int32) {
    var lines = LineReader(descriptor: descriptor, limit: Record.largestFile)
    var row = 0
    while let line = lines.next() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      row += 1
      if lines.isCut {
        unreadable(file, .lineTooLarge(row: row))
      } else {
        check(line, file, row: row)
      }
    }
    if lines.hasFailed { unreadable(file, .cannotRead) }
  }

  private mutating func check(_ bytes: [UInt8], _ file: String, row: Int) {
    do throws(RecordProblem) {
      let record = try RecordAnswers(bytes, form: form)
      let findings = desk.findings(in: record.answers)
      for finding in findings where finding.severity != .warning || !record.hasAccepted(finding, form: form) {
        report.finding(finding, in: record.answers, file: file, row: row)
      }
    } catch {
      unreadable(file, .notARecord(row: row, problem: error))
    }
  }

  // MARK: Sheets

  private mutating func checkSheet(_ file: String, _ descriptor: Int32) {
    var bytes = ByteReader(descriptor: descriptor)
    var csv = CSVReader()
    var columns: SheetColumns?
    var answers = Answers(count: form.fields.count)
    var row = 0
    func take(_ cells: [String]) {
      guard cells.contains(where: { !$0.isEmpty }) else { return }
      guard let known = columns else {
        let found = SheetColumns(headings: cells, form: form)
        columns = found
        for problem in found.problems { report.columns(file, problem) }
        return
      }
      row += 1
      known.read(cells, into: &answers, form: form, today: today)
      for finding in sheet.findings(in: answers) {
        // A column that is not there was said once, for the whole file.
        if finding.severity == .missing, known.columns[finding.field] == nil { continue }
        report.finding(finding, in: answers, file: file, row: row, sheetRow: cells, known)
      }
    }
    do {
      while true {
        guard let piece = bytes.next() else { return unreadable(file, .cannotRead) }
        if piece.isEmpty { break }
        try csv.feed(piece, take)
      }
      try csv.finish(take)
    } catch let problem as CSVReader.Problem {
      return unreadable(file, .notASheet(problem))
    } catch {
      return unreadable(file, .cannotRead)
    }
    if columns == nil { unreadable(file, .empty) }
  }
}

/// Why a file cannot be checked.
enum FileProblem {
  case cannotOpen
  case cannotRead
  case unknownKind
  case tooLarge
  case lineTooLarge(row: Int)
  case empty
  case notARecord(row: Int, problem: RecordProblem)
  case notASheet(CSVReader.Problem)
}
