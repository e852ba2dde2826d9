import Glibc
import Records
import Sheets

/// Where the rows go that an import did not take: the sheets of a workbook have their own headings, and so a file each.
struct RestFiles {
  /// Why nothing can be written there.
  enum Problem: Error, Hashable {
    case exists(path: String)
    case noFolder(path: String)
  }

  let paths: [String]

  /// Beside a file: its name without its ending, and that these rows are not in.
  static func path(beside file: String, _ number: Int = 1) -> String {
    let name = file.lowercased()
    let suffix = [".csv", ".xlsx"].first { name.hasSuffix($0) && name.utf8.count > $0.utf8.count } ?? ""
    return file.dropLast(suffix.count) + "-未导入\(number > 1 ? "\(number)" : "").csv"
  }

  init(_ path: String, _ sheets: [RosterSheet]) {
    guard sheets.count > 1 else {
      paths = [path]
      return
    }
    let name = path.lowercased()
    let ending = name.hasSuffix(".csv") ? String(path.suffix(4)) : ""
    let stem = path.dropLast(ending.count)
    paths = sheets.enumerated().map { index, sheet in
      let letters = (sheet.name ?? "").map { $0 == "/" || $0.isWhitespace ? "_" : $0 }
      let isDoubled = sheets[..<index].contains { $0.name == sheet.name }
      return "\(stem)-\(String(letters))\(isDoubled ? "-\(index + 1)" : "")\(ending)"
    }
  }

  /// The first files beside a roster that are not there yet; nil where its folder takes none.
  init?(beside file: String, _ sheets: [RosterSheet]) {
    for number in 1...99 {
      let files = RestFiles(Self.path(beside: file, number), sheets)
      switch files.problem {
      case nil:
        self = files
        return
      case .exists: continue
      case .noFolder: return nil
      }
    }
    return nil
  }

  /// Why one of the files cannot be written, found before anything is changed: afterwards nobody would know which rows
  /// were left.
  var problem: Problem? {
    for path in paths {
      var status = stat()
      guard lstat(path, &status) != 0 else { return .exists(path: path) }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
      guard access(folder, W_OK) == 0 else { return .noFolder(path: path) }
    }
    return nil
  }

  /// Writes what was left of each sheet, and gives the files that were written.
  func write(_ rests: [RestSheet]) throws(NotWritten) -> [String] {
    var written: [String] = []
    for (rest, path) in zip(rests, paths) where !rest.isEmpty {
      do throws(StoreError) {
        try AtomicFile.create(rest.bytes, to: path)
      } catch {
        throw NotWritten(path: path, error: error)
      }
      written.append(path)
    }
    return written
  }

  struct NotWritten: Error {
    var path: String
    var error: StoreError
  }
}
