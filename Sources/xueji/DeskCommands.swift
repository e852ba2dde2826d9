import ArgumentParser
import Desk
import Records

/// The first page.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: "首页 (the first page; also without a command)")

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions

  func run() throws {
    try Session.run(.home, common, storeOptions, role: .guardian, name: person.recordedName)
  }
}

/// A family fills a form in, or goes on with one.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "登记一个孩子，或凭取件码继续 (register a child, or go on with a code)")

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var person: PersonOptions
  @Argument(help: "取件码 (code)") var code: String?

  func run() throws {
    if let code, RecordCode(code) == nil {
      Output.complain(common.wording.badCode(code))
      throw ExitCode(64)
    }
    try Session.run(
      code.map { .comeBack(code: $0.uppercased()) } ?? .fill, common, storeOptions, role: .guardian,
      name: person.recordedName)
  }
}
