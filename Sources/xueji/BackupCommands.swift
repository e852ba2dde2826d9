import ArgumentParser
import Desk
import Records

/// Writes a dated archive of the store.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: HelpText.text("备份", "One dated archive of the store, read back after writing."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @Argument(help: HelpText.option("备份文件；不写就放在 backups 里", "The archive; otherwise in backups below the store."))
  var file: String?

  func run() throws {
    let wording = common.wording
    let store = storeOptions.store(try common.library())
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
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: HelpText.text(
      "从备份恢复", "Put back what is missing or older; newer records are never overwritten."),
    discussion: HelpText.text("不带 --yes 只说会做什么，什么也不改。", "Without --yes it only says what it would do."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @Argument(help: HelpText.option("备份文件", "The archive.")) var file: String
  @Flag(help: HelpText.option("真的恢复", "Do it.")) var yes = false
  @Flag(help: HelpText.option("备份坏了也恢复读得出来的", "Also what can be read of a damaged archive.")) var partly = false

  func run() throws {
    let wording = common.wording
    let store = storeOptions.store(try common.library())
    var output = Output()
    var hasRefused = false
    var count = 0
    do throws(StoreError) {
      let hasManifest = try store.restore(from: file, applying: yes, partly: partly) { step in
        if step.changes { count += 1 }
        if case .refused(let refusal) = step.verdict {
          hasRefused = true
          Output.complain(wording.refusal(refusal, name: step.name))
        } else if step.verdict != .same {
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
    if hasRefused { throw ExitCode(65) }
  }
}
