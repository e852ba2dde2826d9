import ArgumentParser
import Desk
import Records
import Wording

/// Looks whether a store keeps its promises, and mends it if asked to.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration("doctor", CommandPhrase.doctor, ManualPhrase.doctor)

  @OptionGroup var storeOptions: StoreOptions
  @Flag(help: .saying(OptionPhrase.repair)) var repair = false

  /// Mending one thing may bring another to light, such as what is in a folder that was closed to its owner.
  private static let rounds = 4

  func run() throws {
    let wording = storeOptions.wording
    let forms = try storeOptions.library()
    let store = storeOptions.store(forms)
    guard store.exists else {
      Output.complain(wording.noStore(store.path))
      throw ExitCode(74)
    }
    let doctor = StoreDoctor(store)
    let context = DeskContext(
      forms: forms, wording: wording, settings: (try? store.settings()) ?? Settings(), now: SystemClock.now)
    let journals = WaitingJournals(store: store, context: context)
    var output = Output()
    var found = doctor.examine()
    let isSound = !found.contains { $0.counts }
    if repair {
      for _ in 0..<Self.rounds where found.contains(where: \.isRepairable) {
        if !mend(found, doctor, journals, wording, &output) { break }
        found = doctor.examine()
      }
    }
    for defect in found {
      output.row(defect.path, wording.what(defect.kind), wording.remedy(defect.remedy))
    }
    // A file that cannot be read was found above.
    let failure = (try? store.archiveFailure()) ?? nil
    if let failure {
      output.row(StoreLayout.backups, wording.archiveFailed(failure.error), wording.remedy(.person))
    }
    if found.isEmpty, isSound, failure == nil { output.write(wording.nothingFound + "\n") }
    output.flush()
    if found.contains(where: \.counts) || failure != nil { throw ExitCode(1) }
  }

  /// Mends what can be mended, and says whether anything was.
  private func mend(
    _ found: [StoreDefect], _ doctor: StoreDoctor, _ journals: WaitingJournals, _ wording: Wording,
    _ output: inout Output
  ) -> Bool {
    var hasMended = false
    for defect in found where defect.isRepairable {
      do throws(StoreError) {
        let isDone =
          defect.remedy == .join
          ? try journals.join(defect.path) : try doctor.repair(defect, at: SystemClock.now)
        guard isDone else { continue }
        hasMended = true
        output.row(defect.path, wording.what(defect.kind), wording.done(defect.remedy))
      } catch {
        Output.complain(wording.storeFailed(error))
      }
    }
    return hasMended
  }
}
