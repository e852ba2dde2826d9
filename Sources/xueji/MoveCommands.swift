import ArgumentParser
import Desk
import FormModel
import Records
import Standards

/// Approves records that wait.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: HelpText.text("通过", "Approve records."), discussion: MoveOptions.discussion)

  @OptionGroup var options: MoveOptions

  func run() throws { try options.make { _ in .approve } }
}

/// Gives records back with a question.
struct ReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: HelpText.text("退回", "Give records back with a question."),
    discussion: MoveOptions.discussion)

  @OptionGroup var options: MoveOptions
  @OptionGroup var reason: ReasonOptions
  @Option(help: HelpText.option("问的是第几项或哪个字段", "The item or field asked about.", valueName: "item"))
  var item: String?

  func run() throws {
    try options.make { form throws(ValidationError) in
      let field = try item.map { text throws(ValidationError) in try form.field(text) }
      return .sendBack([Move.Question(reason.text, field: field)])
    }
  }
}

/// Withdraws records.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: HelpText.text("撤回", "Withdraw records; nothing is deleted."),
    discussion: MoveOptions.discussion)

  @OptionGroup var options: MoveOptions
  @OptionGroup var reason: ReasonOptions

  func run() throws { try options.make { _ in .withdraw(reason: reason.text) } }
}

/// Brings withdrawn records back.
struct ReinstateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reinstate", abstract: HelpText.text("恢复", "Bring withdrawn records back."),
    discussion: MoveOptions.discussion)

  @OptionGroup var options: MoveOptions
  @OptionGroup var reason: ReasonOptions

  func run() throws { try options.make { _ in .reinstate(reason: reason.text) } }
}

struct ReasonOptions: ParsableArguments {
  @Option(help: HelpText.option("原因，或者要问的话", "The reason, or what is asked.", valueName: "text")) var reason: String?

  var text: String { TextNormaliser.normalise(reason ?? "", as: .freeText) }
}

/// A move on each of some records, one line a record.
struct MoveOptions: ParsableArguments {
  static let discussion = HelpText.text(
    """
    一份一行：code、result（done、refused、not-found、failed）、name、message。记在 --as 或登录名的名下。有没做成的，退出码是 1；有读\
    不了的登记是 65，磁盘出错是 74。
    """,
    """
    One line a record: code, result (done, refused, not-found, failed), name, message. An act is recorded under --as, \
    or the login name, as staff. Exit code 1 where something was refused or not found, 65 where a record \
    cannot be read, 74 where the disk failed.
    """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @OptionGroup var date: DateOptions
  @Argument(help: HelpText.option("取件码或编号", "Codes or ids.")) var codes: [String]

  func make(_ move: (Form) throws -> Move) throws {
    let work = try storeOptions.work(common, date)
    let move = try move(work.form)
    let desk = RecordDesk(store: work.store, index: work.index, holder: person.staff, setting: work.setting)
    var output = Output()
    var status: Int32 = 0
    output.row("code", "result", "name", "message")
    for code in codes { row(code, move, desk, work, &status, &output) }
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
  /// The field with this item number or name.
  func field(_ text: String) throws(ValidationError) -> Int {
    if let number = Int(text), fields.indices.contains(number - 1) { return number - 1 }
    if let field = index(of: text) { return field }
    throw ValidationError(
      HelpText.text(
        "没有“\(Output.plain(text))”这一项，可以是 1–\(fields.count) 或字段名",
        "There is no item “\(Output.plain(text))”, only 1–\(fields.count) and the fields' names"))
  }
}
