import Glibc
import Standards

/// The program as a shell will understand it again, for sentences that say what to run.
enum ProgramName {
  static let here = shown(CommandLine.arguments.first ?? "xueji", from: folder)

  /// - Parameters:
  ///   - started: what the program was started as.
  ///   - folder: the folder that the shell is in; what lies below it is said from there, as people would type it.
  static func shown(_ started: String, from folder: String) -> String {
    var name = started.harmless
    if !folder.isEmpty, name.hasPrefix(folder + "/") { name.removeFirst(folder.count + 1) }
    guard !name.isEmpty else { return "xueji" }
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789/._-+~".unicodeScalars.contains($0)
    }
    return isPlain ? name : "'\(name.replacing("'", with: "'\\''"))'"
  }

  private static var folder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
