import Foundation
import Standards
import TestSupport
import Testing

@testable import Sheets

/// A workbook that was cut off, or of which a block was lost, is never read as a shorter one.
@Suite struct DamagedSheetTests {
  /// Of a file of so many kilobytes every block is tried.
  private static let block = 512

  private func workbook() throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("d-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]))
    let writer = try XLSXWriter(path: path, sheet: "幼儿", columns: 3, width: 20)
    var generator = Steps(state: 7)
    for row in 0..<400 {
      // What does not repeat packs badly, so that the rows fill many blocks.
      let text = String((0..<12).map { _ in Character(UnicodeScalar(UInt8.random(in: 97...122, using: &generator))) })
      try writer.write([.text("潘小明\(row)"), .text("44130220220305\(1_000 + row)"), .text(text)])
    }
    try writer.finish()
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func read(_ bytes: [UInt8]) throws -> (rows: [SheetRow], problem: SheetProblem?) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("d-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return readAll(path)
  }

  @Test func `a workbook cut or emptied at any block is refused, or has lost nothing`() throws {
    let whole = try workbook()
    let rows = try read(whole).rows
    #expect(rows.count == 400 && whole.count > 20 * Self.block)
    var (tried, refused) = (0, 0)
    for start in stride(from: 0, to: whole.count, by: Self.block) {
      let end = min(whole.count, start + Self.block)
      let cut = Array(whole[..<start])
      let emptied = whole[..<start] + Array(repeating: 0, count: end - start) + whole[end...]
      let zeroEnd = cut + Array(repeating: 0, count: whole.count - start)
      for damaged in [cut, Array(emptied), zeroEnd] {
        let found = try read(damaged)
        tried += 1
        if found.problem != nil {
          refused += 1
        } else {
          #expect(found.rows.map(\.cells) == rows.map(\.cells), "block at \(start)")
        }
      }
    }
    #expect(refused > tried / 2)
    print("damaged workbooks: \(tried) tried, \(refused) refused, \(tried - refused) whole all the same, lost 0")
  }
}
