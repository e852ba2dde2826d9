import ArgumentParser
import Desk
import FormModel
import Glibc
import Records
import Sheets
import Standards
import Wording

/// Makes drafts of a roster, and fills the blanks of those that are there.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration("import", CommandPhrase.importRoster, ManualPhrase.importRoster)

  enum Differences: String, ExpressibleByArgument, CaseIterable {
    case keep, take, ask
  }

  @OptionGroup var acting: ActingOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.roster)) var file: String
  @Option(help: .saying(OptionPhrase.onlySheet, "name")) var sheet: [String] = []
  @Option(help: .saying(OptionPhrase.rosterColumn, "column=item")) var map: [String] = []
  @Flag(help: .saying(OptionPhrase.hidden)) var hidden = false
  @Option(help: .saying(OptionPhrase.differences, "what")) var differences = Differences.ask
  @Option(help: .saying(OptionPhrase.restFile, "file")) var rest: String?
  @Flag(help: .saying(OptionPhrase.unasked)) var yes = false

  func run() throws {
    let work = try acting.work(date)
    let wording = work.wording
    // Without the settings' classes a sheet that is called after one would bring its children in without it.
    if let problem = work.settingsProblem { throw Output.refuse(wording.message(problem), [problem].exitCode) }
    let roster = try RosterFile(
      file, for: .children,
      RosterFile.Options(changes: map, sheets: sheet, takesHidden: hidden, classes: work.settings.classes), work.form,
      wording)
    describe(roster, work)
    let isAsking = UnseenKeys.isSomebodyThere
    let isDone = yes || isAsking
    var chosen = roster.sheets
    if isAsking, !yes {
      chosen = try Self.ask(roster.sheets, wording)
      guard !chosen.isEmpty else { return Output.say(wording.nothingImported) }
    }
    let files = RestFiles(rest ?? RestFiles.path(beside: file), chosen)
    switch isDone ? files.problem : nil {
    case nil: break
    case .exists(let path): throw Output.refuse(wording.restExists(path), 64)
    case .noFolder(let path): throw Output.refuse(wording.restUnwritable(path), 64)
    }
    let listing = work.list(SummaryFilter(), for: acting.staff)
    // A file that cannot be read may hold the very child that a row is about.
    let unseen = work.say(listing)
    var output = Output()
    var bar = ProgressBar(work.wording)
    let ask: (ImportPlan.Difference, Int, Record) -> Bool? = { difference, row, record in
      bar.end()
      output.flush()
      return UnseenKeys.agrees(wording.ask(difference, row: row, record, work.forms.form(of: record)))
    }
    var run = ImportRun(
      work.place, chosen, words: roster.headings.words, listing.summaries, holder: acting.staff,
      differences: differences == .take ? .take : differences == .ask && isAsking ? .ask(ask) : .keep, isDone: isDone)
    if isDone { Interruption.watch() }
    output.row("row", "code", "result", "name", "message", "errors", "warnings", "sheet")
    let end = run.takeAll(
      at: { date.moment },
      ImportRun.Listener(
        tell: { row in
          output.row(
            String(row.number), row.code, row.result.rawValue, row.name, row.messages.joined(separator: " "),
            String(row.errors), String(row.warnings), row.sheet)
        }),
      goesOn: { done, total in
        bar.show(done, of: total)
        return !Interruption.hasCome
      })
    bar.end()
    output.flush()
    var written: [String] = []
    do throws(RestFiles.NotWritten) {
      if isDone { written = try files.write(run.rests) }
    } catch {
      throw Output.refuse(wording.restNotWritten(error.path, error.error), 74)
    }
    Output.say(wording.imported(run.counts, rest: run.restCount, restPaths: written, isDone: isDone))
    for sentence in wording.leftOut(run.leftOut, chosen) { Output.complain(sentence) }
    let unknown = run.classes.filter { !work.settings.classes.contains($0) }
    if !unknown.isEmpty { Output.complain(wording.unknownClasses(unknown.sorted())) }
    try leave(end, run, unseen, wording)
  }

  /// Says what will be read, and what will not.
  private func describe(_ roster: RosterFile, _ work: StoreOptions.Work) {
    let wording = work.wording
    var before: RosterSheet?
    for sheet in roster.sheets {
      let habits = RosterHabits(sheet, form: work.form, setting: work.setting)
      if let line = wording.line(of: sheet) { Output.status(line + "\n") }
      if !sheet.titles.isEmpty { Output.status(wording.titles(of: sheet) + "\n") }
      if let before, before.mapping.columns == sheet.mapping.columns {
        Output.status(wording.sameColumns(as: before) + "\n")
      } else {
        for column in sheet.mapping.columns { Output.status(wording.line(of: column, work.form) + "\n") }
      }
      if let order = habits.order, let line = wording.line(of: order) { Output.status(line + "\n") }
      before = sheet
    }
    if !roster.unread.isEmpty { Output.status(wording.unread(roster.unread) + "\n") }
  }

  /// Asks for all sheets at once, and else for each.
  private static func ask(_ sheets: [RosterSheet], _ wording: Wording) throws -> [RosterSheet] {
    func agrees(_ question: String) throws -> Bool {
      guard let agrees = UnseenKeys.agrees(question) else { throw ExitCode(130) }
      return agrees
    }
    let rows = sheets.map(\.children.count).reduce(0, +)
    if try agrees(sheets.count == 1 ? wording.askImport(rows) : wording.askImport(rows, of: sheets.count)) {
      return sheets
    }
    guard sheets.count > 1 else { return [] }
    return try sheets.filter { try agrees(wording.askImport($0)) }
  }

  private func leave(
    _ end: ImportRun<RecordStore>.End, _ run: ImportRun<RecordStore>, _ unseen: Int32, _ wording: Wording
  ) throws {
    switch end {
    case .whole:
      if unseen != 0 { throw ExitCode(unseen) }
      if run.isDone, run.restCount > 0 { throw ExitCode(1) }
    case .interrupted: throw Output.refuse(wording.importInterrupted, 130)
    case .failed(let error): throw Output.refuse(wording.storeFailed(error), 74)
    }
  }
}
