import Foundation

/// The programs of this package that were built together with the tests.
public enum BuiltProgram {
  /// The full path of a program, which lies beside the tests' own.
  public static func path(_ name: String) throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name).path
  }
}
