import FormModel
import Records

/// The sentences of backing up and restoring.
extension Wording {
  public func backedUp(_ backup: Backup) -> String {
    guard backup.skipped.isEmpty else {
      return say(
        "备份了能读的，不全：\(plain(backup.path))，\(backup.entries) 个文件。",
        "What can be read is backed up, and that is not all: \(plain(backup.path)), \(backup.entries) files.")
    }
    return say(
      "备份好了，读过一遍没有问题：\(plain(backup.path))，\(backup.entries) 个文件。",
      "Backed up, and read back without a fault: \(plain(backup.path)), \(backup.entries) files.")
  }

  public func skipped(_ problem: StoreError) -> String {
    say(
      "\(plain(problem.path)) 读不了，没有备份；请运行 \(program) doctor。",
      "\(plain(problem.path)) could not be read and is not in the backup; run \(program) doctor.")
  }

  public var noManifest: String {
    say(
      "这份备份里没有清单，少了什么看不出来。", "This archive has no manifest, so that nobody can say whether anything is missing from it."
    )
  }

  /// An archive that is not whole; what is left of it is put back only where that is asked for.
  public func damagedArchive(_ error: StoreError, isRestored: Bool) -> String {
    isRestored
      ? say(
        "备份 \(plain(error.path)) 坏了（\(plain(error.detail))），只恢复了读得出来的。",
        "The archive \(plain(error.path)) is damaged (\(plain(error.detail))); only what could be read was put back.")
      : say(
        "备份 \(plain(error.path)) 坏了（\(plain(error.detail))），什么也没有恢复；请用另一份，或加上 --partly 恢复读得出来的。",
        "The archive \(plain(error.path)) is damaged (\(plain(error.detail))) and nothing was put back; take another, or say --partly for what can be read."
      )
  }

  /// Why a store could not be mended or filled.
  public func storeFailed(_ error: StoreError) -> String {
    switch error.code {
    case .full: say("磁盘满了，请腾出一些地方再试一次。", "The disk is full; make room and try again.")
    case .readOnly: say("磁盘不能写，请找管理员，然后再试一次。", "The disk cannot be written; ask whoever looks after it, and try again.")
    case .permission, .vanished, .tooManyFiles, .notAFolder, .notFound, .tooLarge, .damaged, .newer, .otherForm,
      .conflict, .otherRecord, .exists, .changedOutside, .otherVersion, .severalRecords, .brokenOff, .locked,
      .incomplete, .io:
      message(error)
    }
  }

  /// Nothing that was typed is at stake here, so a full disk is told of in other words than at the desk.
  public func backupFailed(_ error: StoreError) -> String {
    switch error.code {
    case .full:
      say(
        "磁盘满了，没有备份；请腾出一些地方，或备份到别的磁盘。",
        "The disk is full and nothing was backed up; make room, or name a file on another disk.")
    case .readOnly:
      say("磁盘不能写，没有备份；请备份到别的磁盘。", "The disk cannot be written and nothing was backed up; name a file on another disk.")
    case .damaged:
      say(
        "备份写完后读出来不对（\(plain(error.detail))），已经删去；请换一个磁盘再备份。",
        "The backup did not read back as it was written (\(plain(error.detail))) and was removed; try another disk.")
    case .permission, .vanished, .tooManyFiles, .notAFolder, .notFound, .tooLarge, .newer, .otherForm, .conflict,
      .otherRecord, .exists, .changedOutside, .otherVersion, .severalRecords, .brokenOff, .locked, .incomplete, .io:
      message(error)
    }
  }

  public func verdict(_ verdict: RestoreStep.Verdict, isDone: Bool) -> String {
    switch verdict {
    case .missing: isDone ? say("恢复了", "was put back") : say("这里没有，会恢复", "is missing here and would be put back")
    case .older(let store, let archive):
      isDone
        ? say("从第 \(store) 版换成了备份的第 \(archive) 版", "revision \(store) was replaced by the backup's \(archive)")
        : say(
          "这里是第 \(store) 版，会换成备份的第 \(archive) 版", "revision \(store) here would be replaced by the backup's \(archive)")
    case .shorter:
      isDone ? say("补全了", "was made complete") : say("备份里更全，会补全", "is longer in the backup and would be made complete")
    case .same: say("一样", "is the same")
    case .newer(let store, let archive):
      say(
        "这里是第 \(store) 版，比备份的第 \(archive) 版新，不动", "stays: revision \(store) here is newer than the backup's \(archive)")
    case .differs: say("和备份不一样，分不出新旧，不动", "stays: it differs from the backup, and nothing says which is newer")
    case .unreadableHere:
      say(
        "这里的读不懂，不动；请先运行 \(program) doctor --repair",
        "stays: the one here cannot be read; run \(program) doctor --repair first")
    case .refused(let refusal): reason(refusal)
    }
  }

  public func refusal(_ refusal: RestoreStep.Refusal, name: String) -> String {
    say("不恢复 \(shortened(name))：\(reason(refusal))。", "\(shortened(name)) is not put back: \(reason(refusal)).")
  }

  public func restored(_ count: Int, isDone: Bool) -> String {
    guard count > 0 else { return say("没有要恢复的。", "There is nothing to put back.") }
    return isDone
      ? say("恢复了 \(count) 个文件。", "Files put back: \(count).")
      : say("会恢复 \(count) 个文件；要恢复请加上 --yes。", "Files that would be put back: \(count). Say --yes to do it.")
  }

  private func reason(_ refusal: RestoreStep.Refusal) -> String {
    switch refusal {
    case .absolute: say("名字从根目录开始", "its name begins at the root")
    case .climbing: say("名字里有 ..", "its name has .. in it")
    case .link: say("是一个链接", "it is a link")
    case .device: say("不是普通文件", "it is no plain file")
    case .tooDeep: say("文件夹太深", "it lies too deep")
    case .tooLarge: say("太大了", "it is too large")
    case .unknown: say("不是登记台的文件", "it is no file of a store")
    case .doubled: say("备份里出现了两次", "it is in the backup twice")
    case .foreign: say("内容和名字不符", "what is in it is not what its name says")
    }
  }

  /// A name that somebody made as long as a page is shown as far as it says something.
  private func shortened(_ name: String) -> String {
    let shown = plain(String(name.prefix(100)))
    return name.count > 100 ? shown + "…" : shown
  }
}
