import ArgumentParser
import Desk
import Records
import Standards
import Wording

/// Opens a record's sheet: every item at once.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: HelpText.wording(CommandPhrase.sheet))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @Argument(help: .saying(OptionPhrase.code)) var code: String

  func run() throws {
    let record = try storeOptions.record(code, common.library(storeOptions), common.wording)
    guard let held = HeldRecord(record, holder: person.staff) else { return }
    try Session.run(Launch(.sheet(held), common, storeOptions, person))
  }
}

/// Opens the list of records that owe something.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: HelpText.wording(CommandPhrase.complete))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions

  func run() throws {
    try Session.run(Launch(.completion(person.staff), common, storeOptions, person))
  }
}

/// Opens the review: everything that waits, or the page of a day.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: HelpText.wording(CommandPhrase.review))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @Option(help: .saying(OptionPhrase.pageOf, "date")) var day: CalendarDate?

  func run() throws {
    let filter = day.map { SummaryFilter(day: $0) } ?? .waiting
    try Session.run(Launch(.review(person.staff, filter), common, storeOptions, person))
  }
}

extension PersonOptions {
  /// Whoever has a shell of the folder's owner acts with the owner's authority, as staff.
  var staff: Authority { .staff(name: Self.recordedName(name)) }
}
