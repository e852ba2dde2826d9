import ArgumentParser
import City
import Desk
import FormModel
import Glibc
import Records
import Sheets
import Standards
import Wording

/// Counts the children of stores and files, by what is asked for every year.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration("stats", CommandPhrase.stats, ManualPhrase.stats)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json, html
  }

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.countedSources, "files")) var sources: [String] = []
  @Option(help: .saying(OptionPhrase.fromDay, "date")) var from: CalendarDate?
  @Option(help: .saying(OptionPhrase.toDay, "date")) var to: CalendarDate?
  @Option(help: .saying(OptionPhrase.grouping, "what")) var by = Grouping.class
  @Option(help: .saying(OptionPhrase.format, "format")) var format = Format.text
  @Option(help: .saying(OptionPhrase.suppress, "count")) var suppress: Int?
  @Flag(help: .saying(OptionPhrase.named)) var named = false
  @Option(help: .saying(OptionPhrase.listed, "name")) var list: String?
  @Option(name: .shortAndLong, help: .saying(OptionPhrase.statsFile, "file")) var output: String?

  private static let usualLimit = 5

  func run() throws {
    let wording = storeOptions.wording
    if let suppress, !(2...1_000).contains(suppress) {
      throw Output.refuse(wording.badCount("--suppress", 2, 1_000), 64)
    }
    let forms = try storeOptions.library()
    let set = try set(forms.form)
    let listing = try list.map { name in
      guard let figure = set.index(of: name) else {
        throw Output.refuse(wording.unknownFigure(name, known: set.figures.map { $0.label[wording.language] }), 64)
      }
      return figure
    }
    let figures = try counted(set, forms, listing)
    let page = StatsPage(figures, shown(figures.table, set), on: date.today, wording)
    let text: String
    if listing != nil {
      text = page.names
    } else {
      switch format {
      case .text: text = page.text
      case .csv: text = page.csv
      case .json: text = page.json
      case .html: text = page.html
      }
    }
    try write(text)
    for sentence in wording.counted(figures) { Output.complain(sentence) }
    if figures.refused > 0 { throw ExitCode(65) }
  }

  /// What is counted: who is there, or who came and went.
  private func set(_ form: Form) throws -> FigureSet {
    let wording = storeOptions.wording
    guard from != nil || to != nil else {
      guard let set = FigureSet.named(form) else {
        throw Output.refuse(wording.noFigures(form.name), 78)
      }
      return set
    }
    guard let from, let period = Period(from: from, to: to ?? date.today) else {
      throw Output.refuse(wording.badPeriod, 64)
    }
    return FigureSet.named(form, in: period)
  }

  /// Named lists and what staff look at are whole; what is handed on is not, unless somebody says so.
  private func shown(_ table: FigureTable, _ set: FigureSet) -> FigureTable {
    let isHandedOn = format == .csv || format == .html
    guard !named, let limit = suppress ?? (isHandedOn ? Self.usualLimit : nil) else { return table }
    return table.suppressed(limit, set)
  }

  private func counted(_ set: FigureSet, _ forms: FormLibrary, _ listing: Int?) throws -> Figures {
    let source = SourceFiles(sources.isEmpty ? [StoreOptions.path(storeOptions.store)] : sources)
    let checks = RecordChecks(
      forms, simulated: try storeOptions.library(isSimulated: true), setting: CheckSetting(today: date.today))
    var figures = Figures(set, by: by)
    var bar = ProgressBar(storeOptions.wording)
    var (done, isStopped) = (0, false)
    Interruption.watch()
    figures.count(source, checks, forms: forms, on: date.today, listing: listing) { read in
      done += read
      bar.show(done >> 20, of: source.bytes >> 20, unit: "MB")
      isStopped = Interruption.hasCome
      return !isStopped
    }
    bar.end()
    // Part of the figures would be taken for all of them.
    if isStopped { throw Output.refuse(storeOptions.wording.stoppedCounting, 130) }
    return figures
  }

  private func write(_ text: String) throws {
    guard let output else {
      var standard = Output()
      standard.write(text)
      return standard.flush()
    }
    do throws(StoreError) {
      try AtomicFile.create(Array(text.utf8), to: output)
    } catch {
      throw Output.refuse(
        error.code == .exists ? storeOptions.wording.existsAlready(error.path) : storeOptions.wording.message(error),
        [error].exitCode)
    }
  }
}

extension Grouping: ExpressibleByArgument {}
