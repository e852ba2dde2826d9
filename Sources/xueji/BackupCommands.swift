import ArgumentParser
import Desk
import Records
import Wording

/// Writes a dated archive of the store.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration("backup", CommandPhrase.backup)

  @OptionGroup var storeOptions: StoreOptions
  @Argument(help: .saying(OptionPhrase.newArchive)) var file: String?

  func run() throws {
    let wording = storeOptions.wording
    let store = storeOptions.store(try storeOptions.library())
    guard store.exists else {
      Output.complain(wording.noStore(store.path))
      throw ExitCode(74)
    }
    let backup: Backup
    do throws(StoreError) {
      backup = try store.backUp(to: file, at: SystemClock.now)
    } catch {
      Output.complain(wording.backupFailed(error))
      throw ExitCode(74)
    }
    var output = Output()
    output.write(wording.backedUp(backup) + "\n")
    output.flush()
    for problem in backup.skipped { Output.complain(wording.skipped(problem)) }
    if let shortfall = backup.shortfall { Output.complain(wording.message(shortfall)) }
    let problems = backup.skipped + [backup.shortfall].compactMap(\.self)
    if !problems.isEmpty { throw ExitCode(problems.exitCode) }
  }
}

/// Puts back from an archive what the store lacks.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration("restore", CommandPhrase.restore, ManualPhrase.restore)

  @OptionGroup var storeOptions: StoreOptions
  @Argument(help: .saying(OptionPhrase.archive)) var file: String
  @Flag(help: .saying(OptionPhrase.doRestore)) var yes = false
  @Flag(help: .saying(OptionPhrase.partly)) var partly = false

  func run() throws {
    let wording = storeOptions.wording
    let store = storeOptions.store(try storeOptions.library())
    var output = Output()
    var isPassedOver = false
    var count = 0
    do throws(StoreError) {
      let hasManifest = try store.restore(from: file, applying: yes, partly: partly) { step in
        if step.changes { count += 1 }
        if case .refused(let refusal) = step.verdict {
          isPassedOver = true
          Output.complain(wording.refusal(refusal, name: step.name))
        } else if step.verdict != .same {
          // Nobody knows what it lacks.
          if step.verdict == .unreadableHere { isPassedOver = true }
          output.row(step.name, wording.verdict(step.verdict, isDone: yes))
        }
      }
      if !hasManifest { Output.complain(wording.noManifest) }
    } catch {
      output.flush()
      Output.complain(
        error.code == .damaged ? wording.damagedArchive(error, isRestored: partly && yes) : wording.storeFailed(error))
      throw ExitCode(error.code == .damaged ? 65 : 74)
    }
    output.write(wording.restored(count, isDone: yes) + "\n")
    output.flush()
    if isPassedOver { throw ExitCode(65) }
  }
}
