import ArgumentParser
import Desk
import FormModel
import Glibc
import Records
import Sheets
import Standards

/// Makes drafts of a roster, and fills the blanks of those that are there.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: HelpText.text("导入花名册", "Make drafts of a roster, and fill what is blank."),
    discussion: HelpText.text(
      """
      先说每一列当作什么，再问要不要导入；没有终端时要写 --yes，不写就只说会做什么。一行一个孩子：row、code、result（created、filled、\
      same、differs、refused）、name、message。已经填好的不会改掉。没有导入的写进另一个 CSV，改好可以再导入。有没导入的，退出码是 1。
      """,
      """
      It says what each column is taken for, and asks; without a terminal it wants --yes, and only says what it would do \
      otherwise. One line a child: row, code, result (created, filled, same, differs, refused), name, message. Nothing \
      that is there is written over. What was not taken goes into another CSV file, which can be mended and imported \
      again; the exit code is 1 then.
      """))

  enum Differences: String, ExpressibleByArgument, CaseIterable {
    case keep, take, ask
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @OptionGroup var date: DateOptions
  @Argument(help: HelpText.option("花名册：.xlsx 或 .csv", "The roster: .xlsx or .csv.")) var file: String
  @Option(
    help: HelpText.option(
      "某一列是什么，如 B=姓名、联系人=监护人姓名，备注= 就是不要；可以重复",
      "What a column holds, such as B=name; “B=” ignores it. May be repeated.", valueName: "column=item"))
  var map: [String] = []
  @Option(
    help: HelpText.option(
      "和登记不一样的：留着、换成名单上的、逐个问", "What differs from the record: keep it, take the roster's, or ask each time.",
      valueName: "what"))
  var differences = Differences.ask
  @Option(
    help: HelpText.option(
      "没有导入的写到哪里；不写就在名单旁边", "Where to write what was not taken; otherwise beside the roster.", valueName: "file"))
  var rest: String?
  @Flag(help: HelpText.option("不问，直接导入", "Import without asking.")) var yes = false

  func run() throws {
    let work = try storeOptions.work(common, date)
    let wording = work.wording
    let roster = try RosterFile(file, for: .children, changes: map, work.form, wording)
    for column in roster.mapping.columns { Output.status(wording.line(of: column, work.form) + "\n") }
    let isAsking = UnseenKeys.isSomebodyThere
    let isDone = yes || isAsking
    let path = rest ?? Self.restPath(beside: file)
    if isDone { try refuseUnwritable(path, wording) }
    if isAsking, !yes {
      guard let agrees = UnseenKeys.agrees(wording.askImport(roster.rows.count)) else { throw ExitCode(130) }
      guard agrees else { return Output.say(wording.nothingImported) }
    }
    var run = ImportRun(
      work, roster, holder: person.staff, differences: isAsking ? differences : differences.withoutAsking,
      isDone: isDone)
    if isDone { Interruption.watch() }
    let end = run.takeAll(roster.rows, at: { date.moment })
    if isDone { try write(run.rest, to: path, wording) }
    Output.say(wording.imported(run.counts, rest: run.rest.count, restPath: path, isDone: isDone))
    let unknown = run.classes.filter { !((try? work.store.settings())?.classes ?? []).contains($0) }
    if !unknown.isEmpty { Output.complain(wording.unknownClasses(unknown.sorted())) }
    try leave(end, run, wording)
  }

  private func leave(_ end: ImportRun.End, _ run: ImportRun, _ wording: Wording) throws {
    switch end {
    case .whole:
      if run.unseenCode != 0 { throw ExitCode(run.unseenCode) }
      if run.isDone, !run.rest.isEmpty { throw ExitCode(1) }
    case .interrupted: throw Output.refuse(wording.importInterrupted, 130)
    case .failed(let error): throw Output.refuse(wording.storeFailed(error), 74)
    }
  }

  // MARK: What was not taken

  private static func restPath(beside file: String) -> String {
    let name = file.lowercased()
    let suffix = [".csv", ".xlsx"].first { name.hasSuffix($0) && name.utf8.count > $0.utf8.count } ?? ""
    return file.dropLast(suffix.count) + "-未导入.csv"
  }

  /// Before anything is changed: afterwards nobody would know which rows were left.
  private func refuseUnwritable(_ path: String, _ wording: Wording) throws {
    var status = stat()
    guard lstat(path, &status) != 0 else { throw Output.refuse(wording.restExists(path), 64) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK) == 0 else { throw Output.refuse(wording.restUnwritable(path), 64) }
  }

  private func write(_ rest: RestSheet, to path: String, _ wording: Wording) throws {
    guard !rest.isEmpty else { return }
    do throws(StoreError) {
      try AtomicFile.create(rest.bytes, to: path)
    } catch {
      throw Output.refuse(wording.restNotWritten(path, error), 74)
    }
  }
}

extension ImportCommand.Differences {
  /// Where nobody can be asked, what is there stays.
  fileprivate var withoutAsking: ImportCommand.Differences {
    switch self {
    case .ask, .keep: .keep
    case .take: .take
    }
  }
}
