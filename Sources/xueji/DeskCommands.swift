import ArgumentParser
import Desk
import Records

/// The first page.
struct HomeCommand: ParsableCommand {
  static let kiosk = "--kiosk"
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: HelpText.text("首页", "The first page; also without a command."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions

  @Flag(help: HelpText.option("登记台专用：只有首页，不能退出", "The desk is all there is: nobody leaves it."))
  var kiosk = false

  func run() throws {
    var launch = Launch(.home, common, storeOptions, person)
    launch.isKiosk = kiosk
    try Session.run(launch)
  }
}

/// A family fills a form in, or goes on with one.
struct FillCommand: ParsableCommand {
  static let name = "fill"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: HelpText.text("登记一个孩子，或凭取件码继续", "Register a child, or go on with a code."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @Argument(help: HelpText.option("取件码", "The code that the family took home.")) var code: String?

  func run() throws {
    guard let code else { return try Session.run(Launch(.newForm, common, storeOptions, person)) }
    guard let code = RecordCode(code) else {
      Output.complain(common.wording.badCode(code))
      throw ExitCode(64)
    }
    try Session.run(Launch(.comeBack(code: code.text), common, storeOptions, person))
  }
}

extension Desk.Start {
  /// A new form; that its code is free is seen at its first save, so that the first screen need not wait for it.
  static var newForm: Desk.Start {
    var generator = SystemRandomNumberGenerator()
    return .fill(RecordIdentity(milliseconds: SystemClock.now.milliseconds, using: &generator))
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
