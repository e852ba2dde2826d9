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
    let paths = RestPaths(rest ?? Self.restPath(beside: file), chosen)
    if isDone { for path in paths.all { try refuseUnwritable(path, wording) } }
    var run = ImportRun(
      work, chosen, words: roster.headings.words, holder: acting.staff,
      differences: isAsking ? differences : differences.withoutAsking, isDone: isDone)
    if isDone { Interruption.watch() }
    let end = run.takeAll(at: { date.moment })
    var written: [String] = []
    if isDone {
      for (rest, path) in zip(run.rests, paths.all) where !rest.isEmpty {
        try write(rest, to: path, wording)
        written.append(path)
      }
    }
    Output.say(wording.imported(run.counts, rest: run.restCount, restPaths: written, isDone: isDone))
    for sentence in wording.leftOut(run.leftOut, chosen) { Output.complain(sentence) }
    let unknown = run.classes.filter { !work.settings.classes.contains($0) }
    if !unknown.isEmpty { Output.complain(wording.unknownClasses(unknown.sorted())) }
    try leave(end, run, wording)
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

  private func leave(_ end: ImportRun.End, _ run: ImportRun, _ wording: Wording) throws {
    switch end {
    case .whole:
      if run.unseenCode != 0 { throw ExitCode(run.unseenCode) }
      if run.isDone, run.restCount > 0 { throw ExitCode(1) }
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

  /// Refuses a path that cannot be written to before anything is changed: afterwards nobody would know which rows were
  /// left.
  private func refuseUnwritable(_ path: String, _ wording: Wording) throws {
    var status = stat()
    guard lstat(path, &status) != 0 else { throw Output.refuse(wording.restExists(path), 64) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK) == 0 else { throw Output.refuse(wording.restUnwritable(path), 64) }
  }

  private func write(_ rest: RestSheet, to path: String, _ wording: Wording) throws {
    do throws(StoreError) {
      try AtomicFile.create(rest.bytes, to: path)
    } catch {
      throw Output.refuse(wording.restNotWritten(path, error), 74)
    }
  }
}

/// Where the rows that were not taken go: the sheets of a workbook have their own headings, and so a file each.
private struct RestPaths {
  let all: [String]

  init(_ path: String, _ sheets: [RosterSheet]) {
    guard sheets.count > 1 else {
      all = [path]
      return
    }
    let name = path.lowercased()
    let ending = name.hasSuffix(".csv") ? String(path.suffix(4)) : ""
    let stem = path.dropLast(ending.count)
    all = sheets.enumerated().map { index, sheet in
      let letters = (sheet.name ?? "").map { $0 == "/" || $0.isWhitespace ? "_" : $0 }
      let isDoubled = sheets[..<index].contains { $0.name == sheet.name }
      return "\(stem)-\(String(letters))\(isDoubled ? "-\(index + 1)" : "")\(ending)"
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
