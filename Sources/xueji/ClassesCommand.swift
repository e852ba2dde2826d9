import ArgumentParser
import Desk
import FormModel
import Records

/// The classes of the settings, and the codes that the national system has issued for them.
struct ClassesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classes", abstract: HelpText.text("班级和班级编码", "Classes, and the codes issued for them."),
    discussion: HelpText.text(
      "只写 classes 就列出各班。班级编码由全国系统下发，导出时按孩子的班填上。",
      "Alone it lists the classes. The national system issues the codes; an export puts the code of a child's class in."
    ))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: HelpText.option("班名", "The class.", valueName: "class")) var name: String?
  @Argument(help: HelpText.option("班级编码", "Its code.")) var code: String?
  @Flag(help: HelpText.option("去掉这个班的编码", "Take the class's code away.")) var clear = false

  /// As many characters as the sheet takes.
  private static let longest = 40

  func run() throws {
    let wording = common.wording
    let store = storeOptions.store(try common.library())
    do {
      var settings = try store.settings()
      if let name {
        guard settings.classes.contains(name) else { throw Output.refuse(wording.noSuchClass(name), 65) }
        guard clear != (code != nil) else { throw Output.refuse(wording.whichCode(name), 64) }
        if let code, !Self.isCode(code) { throw Output.refuse(wording.badClassCode(code), 65) }
        settings = try store.changeSettings { $0.classCodes[name] = code }
        if let code { try sayIfLate(code, of: name) }
      }
      list(settings)
    } catch let error as StoreError {
      throw Output.refuse(wording.storeFailed(error), 74)
    }
  }

  /// Children who went out before their class had this code are corrected by the next export: whoever enters it knows.
  private func sayIfLate(_ code: String, of name: String) throws {
    let work = try storeOptions.work(common, date)
    let count = try work.index.outWithAnotherCode(than: code, inClass: name, setting: work.setting)
    if count > 0 { Output.complain(common.wording.lateClassCode(count)) }
  }

  private func list(_ settings: Settings) {
    var output = Output()
    output.row("class", "code")
    for name in settings.classes { output.row(name, settings.classCodes[name] ?? "") }
    output.flush()
  }

  private static func isCode(_ text: String) -> Bool {
    (1...longest).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }
}
