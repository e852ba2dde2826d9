import ArgumentParser
import Desk
import FormModel
import Records
import Wording

/// The classes of the settings, and the codes that the national system has issued for them.
struct ClassesCommand: ParsableCommand {
  static let configuration = CommandConfiguration("classes", CommandPhrase.classes, ManualPhrase.classes)

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.className, "class")) var name: String?
  @Argument(help: .saying(OptionPhrase.classCode)) var code: String?
  @Flag(help: .saying(OptionPhrase.clearCode)) var clear = false

  func run() throws {
    let wording = storeOptions.wording
    let store = storeOptions.store(try storeOptions.library())
    do {
      var settings = try store.settings()
      if let name {
        guard settings.classes.contains(name) else { throw Output.refuse(wording.noSuchClass(name), 65) }
        guard clear != (code != nil) else { throw Output.refuse(wording.whichCode(name), 64) }
        if let code, !Settings.isClassCode(code) { throw Output.refuse(wording.badClassCode(code), 65) }
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
    let work = try storeOptions.work(date)
    let count = work.index.outWithAnotherCode(
      than: code, inClass: name, ledger: try work.store.ledger(), setting: work.setting)
    if count > 0 { Output.complain(storeOptions.wording.lateClassCode(count)) }
  }

  private func list(_ settings: Settings) {
    var output = Output()
    output.row("class", "code")
    for name in settings.classes { output.row(name, settings.classCodes[name] ?? "") }
    output.flush()
  }
}
