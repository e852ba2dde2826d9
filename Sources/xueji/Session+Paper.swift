import Desk
import Glibc
import Records
import Sheets

extension Session {
  /// Writes what a page of teachers or staff wants on paper into a new file, and tells where it lies or why it does not.
  mutating func print(_ printout: Printout, to path: String, for holder: Authority) {
    // Families are alone with a kiosk: nothing is written for them beside the store.
    guard !isKiosk, holder.role != .guardian else { return }
    guard let format = Paper.Format(ofFileNamed: path) else {
      return tell(.work(.printed(to: path, .unknownKind(path))))
    }
    do throws(StoreError) {
      let paper = try paper(printout, for: holder)
      try AtomicFile.create(paper.bytes(as: format), to: path)
      tell(.work(.printed(to: Self.whole(path), nil)))
    } catch {
      tell(.work(.printed(to: path, .notWritten(error))))
    }
  }

  private mutating func paper(_ printout: Printout, for holder: Authority) throws(StoreError) -> Paper {
    switch printout {
    case .form(let record): return .forms(of: [record], context)
    case .slips(let ids):
      settle()
      var records: [Record] = []
      for id in ids {
        guard let record = try index.record(named: id.text, setting: context.setting), holder.maySee(record) else {
          throw StoreError(.notFound, path: id.text)
        }
        records.append(record)
      }
      return .slips(of: records, context)
    }
  }

  /// The path from the root: whoever looks for the file does not know where the program was started.
  static func whole(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    let start = String(cString: folder)
    return start == "/" ? "/\(path)" : "\(start)/\(path)"
  }
}
