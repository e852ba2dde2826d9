import Glibc
import Records

/// The desk that the program runs at.
enum ThisDesk {
  /// Its machine and its terminal: wrong guesses made there still count after a restart.
  static let name: String = {
    let terminal = ttyname(STDIN_FILENO).map { String(cString: $0) } ?? ""
    return "\(Journal.host):\(terminal)"
  }()

  /// The path from the root: whoever looks for the file does not know where the program was started.
  static func whole(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    let start = String(cString: folder)
    return start == "/" ? "/\(path)" : "\(start)/\(path)"
  }
}
