import ArgumentParser
import Desk
import Records
import Wording

/// The first page.
struct HomeCommand: ParsableCommand {
  static let kiosk = "--kiosk"
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: HelpText.wording(CommandPhrase.home))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions

  @Flag(help: .saying(OptionPhrase.kiosk)) var kiosk = false

  func run() throws {
    var launch = Launch(.home, common, storeOptions, person)
    launch.isKiosk = kiosk
    try Session.run(launch)
  }
}

/// A family fills a form in, or goes on with one.
struct FillCommand: ParsableCommand {
  static let name = "fill"
  static let plain = "--plain"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: HelpText.wording(CommandPhrase.fill))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @Flag(help: .saying(OptionPhrase.plain)) var plain = false
  @Argument(help: .saying(OptionPhrase.familyCode)) var code: String?

  func run() throws {
    guard let code else { return try run(.newForm) }
    guard let code = RecordCode(code) ?? RecordCode.lookAlikes(of: code).first else {
      Output.complain(common.wording.badCode(code))
      throw ExitCode(64)
    }
    try run(.comeBack(code: code.text))
  }

  private func run(_ start: Desk.Start) throws {
    var launch = Launch(start, common, storeOptions, person)
    launch.isPlain = plain || Launch.isPlainHere
    try Session.run(launch)
  }
}

extension Desk.Start {
  /// A new form; that its code is free is seen at its first save, so that the first screen need not wait for it.
  static var newForm: Desk.Start {
    var generator = SystemRandomNumberGenerator()
    return .fill(RecordIdentity(milliseconds: SystemClock.now.milliseconds, avoiding: [], using: &generator))
  }
}

extension Launch {
  init(
    _ start: Desk.Start, _ common: CommonOptions, _ storeOptions: StoreOptions, _ person: PersonOptions
  ) {
    self.start = start
    (lang, forms, form) = (common.lang, common.forms, common.formName)
    store = storeOptions.store
    name = person.name
  }
}
