import ArgumentParser
import Desk
import FormModel
import Records
import Sheets
import Standards
import Wording

/// Hands the approved records to the national system, as a sheet that it accepts.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("export", CommandPhrase.export, ManualPhrase.export)

  @OptionGroup var acting: ActingOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.codesOrApproved)) var codes: [String] = []
  @Option(help: .saying(OptionPhrase.begunOn, "date")) var day: CalendarDate?
  @Option(help: .saying(OptionPhrase.approvedOnly, "status")) var status: Status?
  @Option(name: .shortAndLong, help: .saying(OptionPhrase.sheetFile, "file")) var output: String
  @Option(help: .saying(OptionPhrase.encoding)) var encoding: SheetEncoding?
  @Option(help: .saying(OptionPhrase.again, "reason")) var again: String?
  @Option(help: .saying(OptionPhrase.edition, "name")) var sheet: String?

  func run() throws {
    let work = try acting.work(date)
    let request = try request(work)
    let classCodes: [String: String]
    do throws(StoreError) {
      // Children without their class codes would count as sent.
      classCodes = try work.store.settings().classCodes
    } catch {
      throw Output.refuse(work.wording.message(error), [error].exitCode)
    }
    let edition: SheetEdition
    do throws(FormProblem) {
      edition = try SheetEdition.load(sheet, of: work.form)
    } catch {
      throw Output.refuse(work.wording.message(error), 78)
    }
    let export = SheetExport(
      desk: ExportDesk(store: work.store, index: work.index, holder: acting.staff, setting: work.setting),
      form: work.form, edition: edition, setting: work.setting,
      classCodes: classCodes, words: work.wording.sheetWords)
    var line = ReadingLine(work.wording)
    let outcome: SheetExport.Outcome
    do throws(SheetExportError) {
      outcome = try export.run(request, progress: { line.show($0, $1) })
      line.end()
    } catch {
      line.end()
      throw Output.refuse(work.wording.message(error), error.isInput ? 65 : 74)
    }
    report(outcome, work)
    let unseen = outcome.lines.compactMap(\.result.problem)
    if !unseen.isEmpty { throw ExitCode(unseen.exitCode) }
    let isNamed = !codes.isEmpty
    if outcome.files.isEmpty || outcome.lines.contains(where: { isNamed ? !$0.result.isInFile : $0.result.isRefused }) {
      throw ExitCode(1)
    }
  }

  private func request(_ work: StoreOptions.Work) throws -> SheetExport.Request {
    let wording = work.wording
    if let status, status != .approved { throw Output.refuse(wording.onlyApproved, 64) }
    if let again, again.allSatisfy(\.isWhitespace) { throw Output.refuse(wording.againWhy, 64) }
    guard codes.isEmpty || (day == nil && status == nil) else { throw Output.refuse(wording.codesOrDay, 64) }
    let request = SheetExport.Request(
      codes.isEmpty ? .approved(day) : .named(codes), to: output, encoding: encoding ?? .utf8,
      again: again.map { TextNormaliser.normalise($0, as: .freeText) },
      stamp: Stamp(at: date.moment, by: acting.staff.person))
    guard let parts = request.parts else { throw Output.refuse(wording.sheetEnding(output), 64) }
    guard encoding == nil || parts.ending.lowercased() == ".csv" else { throw Output.refuse(wording.encodingOfCSV, 64) }
    return request
  }

  private func report(_ outcome: SheetExport.Outcome, _ work: StoreOptions.Work) {
    var output = Output()
    output.row("code", "result", "name", "sheet", "row", "message")
    for line in outcome.lines {
      output.row(
        line.cells(
          work.wording, form: line.edition.flatMap(work.forms.form) ?? work.form, sheets: outcome.files))
    }
    output.flush()
    for sentence in work.wording.exported(outcome) { Output.complain(sentence) }
  }
}

extension SheetEncoding: ExpressibleByArgument {}

extension SheetExportError {
  /// Whether something that was read is to blame, and not the disk.
  var isInput: Bool {
    switch self {
    case .store(let error): error.code == .damaged || error.code == .newer
    case .simulated: true
    case .unreadable, .differs: false
    }
  }
}

extension SheetExport.Result {
  /// Whether the record is in one of the files.
  var isInFile: Bool {
    switch self {
    case .sent, .corrected, .withdrawn: true
    case .out, .childOut, .notApproved, .otherForm, .refused, .duplicate, .unreadable, .missing: false
    }
  }

  /// Why it could not be read.
  var problem: StoreError? {
    switch self {
    case .unreadable(let error): error
    case .sent, .corrected, .withdrawn, .out, .childOut, .notApproved, .otherForm, .refused, .duplicate, .missing: nil
    }
  }

  /// Whether something is wrong with it.
  var isRefused: Bool {
    switch self {
    case .refused, .duplicate, .unreadable, .missing: true
    case .sent, .corrected, .withdrawn, .out, .childOut, .notApproved, .otherForm: false
    }
  }
}

extension SheetExport.Line {
  /// The word for the result, the same in every language.
  private var word: String {
    switch result {
    case .sent: "exported"
    case .corrected: "corrected"
    case .withdrawn: "withdrawn"
    case .out, .childOut: "already-out"
    case .notApproved: "not-approved"
    case .otherForm: "other-form"
    case .refused, .duplicate: "refused"
    case .unreadable: "failed"
    case .missing: "not-found"
    }
  }

  fileprivate func cells(_ wording: Wording, form: Form, sheets: [String]) -> [String] {
    func name(_ path: String?) -> String { path?.split(separator: "/").last.map(String.init) ?? "" }
    let (sheet, row): (String, Int?) =
      switch result {
      case .sent(let row): (name(sheets.first), row)
      case .corrected(let row, _), .withdrawn(let row): (name(sheets.dropLast().last), row)
      case .out(let out), .childOut(_, let out): (out.sheet, out.row)
      case .notApproved, .otherForm, .refused, .duplicate, .unreadable, .missing: ("", nil)
      }
    return [code, word, self.name, sheet, row.map(String.init) ?? "", wording.message(self, form: form)]
  }
}
