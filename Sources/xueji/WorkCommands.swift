import ArgumentParser
import Desk
import Records
import Standards

/// Opens a record's sheet: every item at once.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: HelpText.text("整张表一起填", "All items of a record at once."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @Argument(help: HelpText.option("取件码或编号", "The record's code or its id.")) var code: String

  func run() throws {
    let record = try storeOptions.record(code, common.library(), common.wording)
    guard let held = HeldRecord(record, holder: person.staff) else { return }
    try Session.run(Launch(.sheet(held), common, storeOptions, person))
  }
}

/// Opens the list of records that owe something.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: HelpText.text("补录、确认", "Records that owe something or wait for confirmation."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions

  func run() throws {
    let screen = CompletionScreen(holder: person.staff)
    try Session.run(Launch(.work(.completion(screen)), common, storeOptions, person))
  }
}

/// Opens the review: everything that waits, or the page of a day.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: HelpText.text("审核", "What waits for staff, or the page of a day."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @Option(help: HelpText.option("看这一天的", "The page of this day.", valueName: "date")) var day: CalendarDate?

  func run() throws {
    let screen = ReviewScreen(holder: person.staff, filter: day.map { SummaryFilter(day: $0) } ?? .waiting)
    try Session.run(Launch(.work(.review(screen)), common, storeOptions, person))
  }
}

extension PersonOptions {
  /// Whoever has a shell of the folder's owner acts with the owner's authority, as staff.
  var staff: Authority { .staff(name: Self.recordedName(name)) }
}
