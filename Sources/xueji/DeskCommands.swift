import ArgumentParser
import Desk
import Records
import Wording

/// The first page.
struct HomeCommand: ParsableCommand {
  static let kiosk = "--kiosk"
  static let configuration = CommandConfiguration("home", CommandPhrase.home)

  @OptionGroup var acting: ActingOptions

  @Flag(help: .saying(OptionPhrase.kiosk)) var kiosk = false

  func run() throws {
    var launch = Launch(.home, acting)
    launch.isKiosk = kiosk
    try Session.run(launch)
  }
}

/// A family fills a form in, or goes on with one.
struct FillCommand: ParsableCommand {
  static let name = "fill"
  static let plain = "--plain"
  static let configuration = CommandConfiguration(name, CommandPhrase.fill)

  @OptionGroup var acting: ActingOptions
  @Flag(help: .saying(OptionPhrase.plain)) var plain = false
  @Argument(help: .saying(OptionPhrase.familyCode)) var code: String?

  func run() throws {
    guard let code else { return try run(.newForm) }
    guard let code = RecordCode(code) ?? RecordCode.lookAlikes(of: code).first else {
      Output.complain(acting.wording.badCode(code))
      throw ExitCode(64)
    }
    try run(.comeBack(code: code.text))
  }

  private func run(_ start: Desk.Start) throws {
    try Session.run(Launch(start, acting, isPlain: plain))
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
  /// Lines are also chosen where the terminal or whoever sits there wants them.
  init(_ start: Desk.Start, _ options: ActingOptions, isPlain: Bool? = nil) {
    self.start = start
    self.isPlain = isPlain.map { $0 || Self.isPlainHere } ?? false
    (lang, forms, form) = (options.lang, options.forms, options.formName)
    (store, name) = (options.store, options.name)
  }
}
