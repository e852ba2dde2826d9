import FormModel
import Records

extension Wording {
  /// Why nothing was printed, and what to do. Nothing that was typed is at stake here, so a full disk is told of in
  /// other words than at the desk.
  public func message(_ problem: PrintProblem) -> String {
    switch problem {
    case .unknownKind(let name):
      say(
        "“\(plain(name))”要用 .html（浏览器）或 .txt（针式打印机）结尾，请改一下名字。",
        "“\(plain(name))” should end in .html, for a browser, or .txt, for a line printer; change the name.")
    case .notWritten(let error): notPrinted(error)
    }
  }

  private func notPrinted(_ error: StoreError) -> String {
    let path = plain(error.path)
    return switch error.code {
    case .full:
      say(
        "磁盘满了，没有写出来；请腾出一些地方，或换一个磁盘。", "The disk is full and nothing was written; make room, or name another disk.")
    case .readOnly:
      say("那个磁盘不能写，请换一个地方。", "That disk cannot be written; choose another place.")
    case .permission:
      say("没有权限写 \(path)，请换一个地方。", "There is no permission to write \(path); choose another place.")
    case .vanished, .notAFolder, .notFound:
      say("没有 \(path) 这个地方，请看看名字里的文件夹。", "There is no place \(path); look at the folder in the name.")
    case .tooManyFiles, .tooLarge, .damaged, .newer, .otherForm, .conflict, .otherRecord, .exists, .changedOutside,
      .otherVersion, .severalRecords, .brokenOff,
      .locked, .incomplete, .io:
      message(error)
    }
  }
}

/// Why nothing was printed.
public enum PrintProblem: Hashable, Sendable {
  /// The file's name says neither `.html` nor `.txt`.
  case unknownKind(String)
  case notWritten(StoreError)
}
