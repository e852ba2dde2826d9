import Foundation
import TestSupport
import Testing

/// The real program, run without a terminal.
enum Xueji {
  /// The specimens' own time: nothing depends on the day on which the tests run.
  static let today = "2026-01-01"

  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> BuiltProgram.Outcome {
    try run(arguments, bytes: Array(input.utf8), environment: environment)
  }

  static func run(
    _ arguments: [String], bytes: [UInt8], environment: [String: String] = [:]
  ) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run([BuiltProgram.path("xueji")] + arguments, input: Data(bytes), environment: environment)
  }

  /// What a shell makes of a line in which `$X` is the program.
  static func shell(_ line: String) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["/bin/sh", "-c", line], environment: ["X": BuiltProgram.path("xueji")])
  }

  /// The objects of JSON Lines.
  static func objects(_ outcome: BuiltProgram.Outcome) throws -> [[String: Any]] { try objects(outcome.text) }

  static func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// Whether the text could make a terminal do anything but show it.
  static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\t" || !(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value))
    }
  }
}

/// A folder of its own for a test, gone with it.
final class Folder {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("xueji-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  @discardableResult
  func write(_ content: some Sequence<UInt8>, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }
}
