import Foundation
import TestSupport
import Testing

/// The tables of characters are what the script makes of the Unicode Character Database.
@Suite struct TableTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")

  /// A new folder with what a script makes.
  private static func made(by script: String, _ arguments: String...) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = root.appendingPathComponent("Tests/Tables/\(script)").path
    let made = try BuiltProgram.run(["/usr/bin/env", "python3", path] + arguments + ["--into", folder.path])
    #expect(made.status == 0, "\(made.errors)")
    return folder
  }

  private static let isInstalled = FileManager.default.fileExists(atPath: "/usr/share/unicode/EastAsianWidth.txt")

  @Test(.enabled(if: isInstalled, "The package unicode-data is not installed."))
  func `the tables are what the script makes`() throws {
    let folder = try Self.made(by: "unicode_tables.py")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, place) in [
      ("TextWidth+Ranges.swift", "Sources/TextLayout"), ("look-alike.tsv", "Forms/lists"),
      ("traditional.tsv", "Forms/lists"),
    ] {
      let kept = try String(contentsOf: Self.root.appendingPathComponent("\(place)/\(name)"), encoding: .utf8)
      let found = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(Array(kept.utf8) == Array(found.utf8), "\(name)")
      #expect(kept.contains("Unicode 15.0.0"), "\(name)")
    }
  }

  private static let hasCharmaps = FileManager.default.fileExists(atPath: "/usr/bin/iconv")

  @Test(.enabled(if: hasCharmaps, "iconv is not installed."))
  func `the characters of old fonts are what the script makes`() throws {
    let folder = try Self.made(by: "private_use.py")
    defer { try? FileManager.default.removeItem(at: folder) }
    let kept = try Data(contentsOf: Self.root.appendingPathComponent("Forms/lists/private-use.tsv"))
    #expect(kept == (try Data(contentsOf: folder.appendingPathComponent("private-use.tsv"))))
  }

  /// Where jieba's word list is kept: `XUEJI_JIEBA=…/dict.txt`.
  private static let words = ProcessInfo.processInfo.environment["XUEJI_JIEBA"]

  @Test(.enabled(if: isInstalled && words != nil, "XUEJI_JIEBA names no word list."))
  func `what Chinese is typed with is what the script makes`() throws {
    let folder = try Self.made(by: "hanzi.py", try #require(Self.words))
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["hanzi.tsv", "words.tsv"] {
      let kept = try Data(contentsOf: Self.root.appendingPathComponent("Forms/lists/\(name)"))
      #expect(kept == (try Data(contentsOf: folder.appendingPathComponent(name))), "\(name)")
    }
  }
}
