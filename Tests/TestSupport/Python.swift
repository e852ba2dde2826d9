import Foundation

/// A Python that has what a test needs to be independent of the program.
public enum Python {
  /// No Python of the machine has the module.
  public struct Missing: Error, CustomStringConvertible {
    public var module: String
    public var description: String { "python3 has no \(module): the README's test command installs python3-\(module)" }
  }

  /// The path of the first Python whose module offers the name; the one on the path may be another than the system's,
  /// for which the README installs it.
  public static func path(with module: String, offering name: String) throws -> String {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let candidates = path.split(separator: ":").map { "\($0)/python3" } + ["/usr/bin/python3"]
    for python in candidates where FileManager.default.isExecutableFile(atPath: python) {
      if try BuiltProgram.run([python, "-c", "from \(module) import \(name)"]).status == 0 { return python }
    }
    throw Missing(module: module)
  }
}
