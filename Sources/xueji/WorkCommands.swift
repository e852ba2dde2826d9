import ArgumentParser
import Desk
import Records
import Standards
import Wording

/// Opens a record's sheet: every item at once.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration("sheet", CommandPhrase.sheet)

  @OptionGroup var acting: ActingOptions
  @Flag(help: .saying(OptionPhrase.plain)) var plain = false
  @Argument(help: .saying(OptionPhrase.code)) var code: String

  func run() throws {
    let record = try acting.record(code, acting.library())
    guard let held = HeldRecord(record, holder: acting.staff) else { return }
    try Session.run(Launch(.sheet(held), acting, isPlain: plain))
  }
}

/// Opens the list of records that owe something.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration("complete", CommandPhrase.complete)

  @OptionGroup var acting: ActingOptions
  @Flag(help: .saying(OptionPhrase.plain)) var plain = false

  func run() throws {
    try Session.run(Launch(.completion(acting.staff), acting, isPlain: plain))
  }
}

/// Opens the review: everything that waits, or the page of a day.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration("review", CommandPhrase.review)

  @OptionGroup var acting: ActingOptions
  @Option(help: .saying(OptionPhrase.pageOf, "date")) var day: CalendarDate?

  func run() throws {
    let filter = day.map { SummaryFilter(day: $0) } ?? .waiting
    try Session.run(Launch(.review(acting.staff, filter), acting))
  }
}
