import Foundation

/// The programs of this package that were built together with the tests.
public enum BuiltProgram {
  /// The full path of a program, which lies beside the tests' own.
  public static func path(_ name: String) throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// What a program said and how it ended.
  public struct Outcome: Sendable {
    /// The exit status, or 128 and the signal that ended it.
    public var status: Int
    public var output: Data
    public var errors: String

    public var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines of the output; the last one's line break makes no further line.
    public var lines: [String] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return lines
    }
    /// The fields of each line after the header.
    public var rows: [[String]] { lines.dropFirst().map { $0.components(separatedBy: "\t") } }
  }

  /// The program did not end in time.
  public struct Late: Error {}

  /// Runs a program without a terminal, as a script does, in an environment of its own.
  ///
  /// Input and output are files, so that neither side ever waits for the other.
  public static func run(
    _ command: [String], input: Data = Data(), environment: [String: String] = [:], seconds: Double = 60
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (said, complained) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
    let asked = folder.appendingPathComponent("in")
    try input.write(to: asked)
    try Data().write(to: said)
    try Data().write(to: complained)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    let pinned = [
      "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "PATH": "/usr/bin:/bin", "LOGNAME": "desk", "HOME": folder.path,
    ]
    process.environment = pinned.merging(environment) { $1 }
    let files = try [
      FileHandle(forReadingFrom: asked), FileHandle(forWritingTo: said), FileHandle(forWritingTo: complained),
    ]
    // Foundation keeps them open as long as the process, and a shell allows a thousand.
    defer { for file in files { try? file.close() } }
    (process.standardInput, process.standardOutput, process.standardError) = (files[0], files[1], files[2])
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    guard ended.wait(timeout: .now() + seconds) == .success else {
      kill(process.processIdentifier, SIGKILL)
      throw Late()
    }
    let isSignal = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: Int(process.terminationStatus) + (isSignal ? 128 : 0), output: try Data(contentsOf: said),
      errors: try String(contentsOf: complained, encoding: .utf8))
  }
}
