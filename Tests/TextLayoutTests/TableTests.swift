import Foundation
import TestSupport
import Testing

/// The tables of characters are what the script makes of the Unicode Character Database.
@Suite struct TableTests {
  private static let isInstalled = FileManager.default.fileExists(atPath: "/usr/share/unicode/EastAsianWidth.txt")

  @Test(.enabled(if: isInstalled, "The package unicode-data is not installed."))
  func `the tables are what the script makes`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = root.appendingPathComponent("Tests/Tables/unicode_tables.py").path
    let made = try BuiltProgram.run(["/usr/bin/env", "python3", script, "--into", folder.path])
    #expect(made.status == 0, "\(made.errors)")
    for (name, place) in [
      ("TextWidth+Ranges.swift", "Sources/TextLayout"), ("look-alike.tsv", "Forms/lists"),
      ("traditional.tsv", "Forms/lists"),
    ] {
      let kept = try String(contentsOf: root.appendingPathComponent("\(place)/\(name)"), encoding: .utf8)
      let found = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(Array(kept.utf8) == Array(found.utf8), "\(name)")
      #expect(kept.contains("Unicode 15.0.0"), "\(name)")
    }
  }

  private static let hasCharmaps = FileManager.default.fileExists(atPath: "/usr/bin/iconv")

  @Test(.enabled(if: hasCharmaps, "iconv is not installed."))
  func `the characters of old fonts are what the script makes`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = root.appendingPathComponent("Tests/Tables/private_use.py").path
    let made = try BuiltProgram.run(["/usr/bin/env", "python3", script, "--into", folder.path])
    #expect(made.status == 0, "\(made.errors)")
    let kept = try Data(contentsOf: root.appendingPathComponent("Forms/lists/private-use.tsv"))
    #expect(kept == (try Data(contentsOf: folder.appendingPathComponent("private-use.tsv"))))
  }

  /// Where jieba's word list is kept: `XUEJI_JIEBA=…/dict.txt`.
  private static let words = ProcessInfo.processInfo.environment["XUEJI_JIEBA"]

  @Test(.enabled(if: isInstalled && words != nil, "XUEJI_JIEBA names no word list."))
  func `what Chinese is typed with is what the script makes`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = root.appendingPathComponent("Tests/Tables/hanzi.py").path
    let made = try BuiltProgram.run(
      ["/usr/bin/env", "python3", script, try #require(Self.words), "--into", folder.path])
    #expect(made.status == 0, "\(made.errors)")
    for name in ["hanzi.tsv", "words.tsv"] {
      let kept = try Data(contentsOf: root.appendingPathComponent("Forms/lists/\(name)"))
      #expect(kept == (try Data(contentsOf: folder.appendingPathComponent(name))), "\(name)")
    }
  }
}
