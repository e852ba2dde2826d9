import ArgumentParser
import Desk
import FormModel
import Records
import Standards
import Wording

/// Approves records that wait.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration("approve", CommandPhrase.approve, ManualPhrase.moves)

  @OptionGroup var options: MoveOptions

  func run() throws { try options.make { _ in .approve } }
}

/// Gives records back with a question.
struct ReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration("return", CommandPhrase.giveBack, ManualPhrase.moves)

  @OptionGroup var options: MoveOptions
  @OptionGroup var reason: ReasonOptions
  @Option(help: .saying(OptionPhrase.askedAbout, "item")) var item: String?

  func run() throws {
    try options.make(isByItem: item != nil) { form in
      let field = try item.map { try form.field($0, options.acting.wording) }
      return .sendBack([Move.Question(reason.text, field: field)])
    }
  }
}

/// Withdraws records.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration("withdraw", CommandPhrase.withdraw, ManualPhrase.moves)

  @OptionGroup var options: MoveOptions
  @Option(help: .saying(OptionPhrase.cause, "cause")) var cause: WithdrawalCause
  @OptionGroup var reason: ReasonOptions

  func run() throws { try options.make { _ in .withdraw(cause, reason: reason.text) } }
}

extension WithdrawalCause: ExpressibleByArgument {
  /// As programs call it, or as people do.
  public init?(argument: String) {
    let named = Self.allCases.first { cause in
      Language.allCases.contains { Wording($0).cause(cause) == argument }
    }
    guard let cause = Self(rawValue: argument) ?? named else { return nil }
    self = cause
  }
}

/// Brings withdrawn records back.
struct ReinstateCommand: ParsableCommand {
  static let configuration = CommandConfiguration("reinstate", CommandPhrase.reinstate, ManualPhrase.moves)

  @OptionGroup var options: MoveOptions
  @OptionGroup var reason: ReasonOptions

  func run() throws { try options.make { _ in .reinstate(reason: reason.text) } }
}

struct ReasonOptions: ParsableArguments {
  @Option(help: .saying(OptionPhrase.reason, "text")) var reason: String?

  var text: String { TextNormaliser.normalise(reason ?? "", as: .freeText) }
}

/// A move on each of some records, one line a record.
struct MoveOptions: ParsableArguments {
  @OptionGroup var acting: ActingOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.codes)) var codes: [String]

  /// `isByItem` where the move names an item, which has another place in another form.
  func make(isByItem: Bool = false, _ move: (Form) throws -> Move) throws {
    let work = try acting.work(date)
    let usual = try move(work.form)
    let desk = RecordDesk(store: work.store, index: work.index, holder: acting.staff, setting: work.setting)
    var output = Output()
    var status: Int32 = 0
    output.row("code", "result", "name", "message")
    for code in codes {
      let record = isByItem ? try? work.index.record(named: code, setting: work.setting) : nil
      row(code, try record.map { try move(work.forms.form(of: $0)) } ?? usual, desk, work, &status, &output)
    }
    output.flush()
    // A file that cannot be read may hold the very number that was looked for.
    let unseen = work.index.unreadable(setting: work.setting)
    for problem in unseen { Output.complain(work.wording.message(problem)) }
    if !unseen.isEmpty { status = max(status, unseen.exitCode) }
    if status != 0 { throw ExitCode(status) }
  }

  private func row(
    _ code: String, _ move: Move, _ desk: RecordDesk, _ work: StoreOptions.Work, _ status: inout Int32,
    _ output: inout Output
  ) {
    var line = ReadingLine(work.wording)
    defer { line.end() }
    do throws(StoreError) {
      let outcome = try desk.make(move, ofRecordNamed: code, at: date.moment, progress: { line.show($0, $1) })
      guard let outcome else {
        status = max(status, 1)
        return output.row(code, "not-found", "", work.wording.notFound(code))
      }
      let record = outcome.held.record
      let name = record.value(.childName, work.forms.form(of: record)) ?? ""
      guard let refusal = outcome.refusal else {
        return output.row(record.code.text, "done", name, work.wording.done(move, record))
      }
      status = max(status, 1)
      let sentences = work.wording.message(refusal, form: work.forms.form(of: record), record: record)
      output.row(record.code.text, "refused", name, sentences.joined(separator: " "))
    } catch {
      status = max(status, [error].exitCode)
      output.row(code, "failed", "", work.wording.message(error))
    }
  }
}

extension Form {
  /// The field with this item number or name, or one sentence and exit code 64.
  func field(_ text: String, _ wording: Wording) throws -> Int {
    if let number = Int(text), fields.indices.contains(number - 1) { return number - 1 }
    if let field = index(of: text) { return field }
    throw Output.refuse(wording.unknownItem(text, of: fields.count), 64)
  }
}
