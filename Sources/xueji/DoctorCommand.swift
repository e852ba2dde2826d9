import ArgumentParser
import Desk
import Records

/// Looks whether a store keeps its promises, and mends it if asked to.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: HelpText.text("检查登记文件夹", "Look whether a store is in order, and mend it."),
    discussion: HelpText.text(
      "不带 --repair 什么也不改。一切正常时退出码是 0，否则 1。",
      "Without --repair nothing is changed. Exit code 0 when all is in order, else 1."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @Flag(help: HelpText.option("修复，并说明做了什么", "Mend, and say what was done.")) var repair = false

  /// Mending one thing may bring another to light, such as what is in a folder that was closed to its owner.
  private static let rounds = 4

  func run() throws {
    let wording = common.wording
    let store = storeOptions.store(try common.form())
    guard store.exists else {
      Output.complain(wording.noStore(store.path))
      throw ExitCode(74)
    }
    let doctor = StoreDoctor(store)
    var output = Output()
    var found = doctor.examine()
    let isSound = !found.contains { $0.counts }
    if repair {
      for _ in 0..<Self.rounds where found.contains(where: \.isRepairable) {
        if !mend(found, doctor, wording, &output) { break }
        found = doctor.examine()
      }
    }
    for ailment in found {
      output.row(ailment.path, wording.what(ailment.kind), wording.remedy(ailment.remedy))
    }
    if found.isEmpty, isSound { output.write(wording.nothingFound + "\n") }
    output.flush()
    if found.contains(where: \.counts) { throw ExitCode(1) }
  }

  /// Mends what can be mended, and says whether anything was.
  private func mend(_ found: [Ailment], _ doctor: StoreDoctor, _ wording: Wording, _ output: inout Output) -> Bool {
    var hasMended = false
    for ailment in found where ailment.isRepairable {
      do throws(StoreError) {
        guard try doctor.repair(ailment, at: SystemClock.now) else { continue }
        hasMended = true
        output.row(ailment.path, wording.what(ailment.kind), wording.done(ailment.remedy))
      } catch {
        Output.complain(wording.storeFailed(error))
      }
    }
    return hasMended
  }
}
