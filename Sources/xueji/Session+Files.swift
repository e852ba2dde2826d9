import Desk
import Glibc
import Records
import Sheets
import Wording

extension Session {
  /// Tells whoever enters a class code how many children the next export corrects because of it.
  mutating func countOut(withoutCode code: String, inClass name: String) {
    finishSaving()
    do throws(StoreError) {
      let count = index.outWithAnotherCode(
        than: code, inClass: name, ledger: try store.ledger(), setting: context.setting)
      tell(.work(.outWithoutCode(count)))
    } catch {
      tell(.unreadable(error))
    }
  }

  /// Does what staff wants done with a file, and tells what came of it.
  mutating func perform(_ task: FileTask, on path: String, for holder: Authority) {
    // Families are alone with a kiosk: nothing is read or written beside the store there.
    guard !isKiosk, holder.role == .staff else { return }
    finishSaving()
    switch task {
    case .backup: backUp(to: path)
    case .numbers:
      if let folder = Self.folder(path) { tell(.work(.roster(look(into: folder)))) } else { assign(path, holder) }
    }
  }

  private mutating func backUp(to path: String) {
    let wording = context.wording
    do throws(StoreError) {
      let backup = try store.backUp(to: path.isEmpty ? nil : archive(at: path), at: context.now)
      let problems = backup.skipped.map(wording.skipped) + [backup.shortfall].compactMap(\.self).map(wording.message)
      let lines = [(problems.isEmpty ? "✓ " : "！ ") + wording.backedUp(backup)] + problems
      tell(.work(.performed(.backup, lines, isDone: true)))
    } catch {
      tell(.work(.performed(.backup, [wording.backupFailed(error)], isDone: false)))
    }
  }

  /// In a folder, the archive has a name of the day and the hour.
  private func archive(at path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return path }
    let digits = context.now.text.prefix(16).filter { $0 != "-" && $0 != ":" && $0 != "T" }
    return (path.hasSuffix("/") ? path : path + "/") + "xueji-\(digits.prefix(8))-\(digits.suffix(4)).tar"
  }

  /// Gives the children of a list the numbers that it has.
  private mutating func assign(_ path: String, _ holder: Authority) {
    let wording = context.wording
    do throws(RosterFile.Refusal) {
      let roster = try RosterFile(
        reading: path, for: .studentNumbers, RosterFile.Options(takesHidden: true), context.forms.form, wording)
      let listing = index.list(
        SummaryFilter(), for: holder, setting: context.setting, progress: { show($0, $1) })
      var run = AssignRun(
        Workplace(store: store, forms: context.forms, wording: wording, setting: context.setting), roster, listing,
        holder: holder)
      var rows: [String] = []
      let now = context.now
      var work = LongWork(at: now)
      let failure = run.takeAll(
        at: { now }, tell: { rows.append(($0.result == .refused ? "✗ " : "✓ ") + $0.line) },
        goesOn: { goesOn(&work, $0, of: $1) })
      if work.isStopped { rows.insert("！ \(wording(OfficePhrase.numbersStopped))", at: 0) }
      for problem in listing.unreadable + run.unreadable { rows.insert("！ \(wording.message(problem))", at: 0) }
      if let failure { rows.insert("✗ \(wording.storeFailed(failure))", at: 0) }
      let missing = run.missing
      let without =
        missing.isEmpty ? [] : [wording.stillWithout(missing.count)] + missing.map { "\($0.code) \($0.name)" }
      tell(.work(.performed(.numbers, [wording.assigned(run.counts)] + rows + without, isDone: true)))
    } catch {
      tell(.work(.performed(.numbers, [error.sentence], isDone: false)))
    }
  }
}
