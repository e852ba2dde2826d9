import Foundation
import TestSupport
import Testing

/// Invented children, made by the real program.
@Suite(.onOwnThreads) struct SimulateCommandTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func simulate(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try Xueji.run(["simulate", "--on", Xueji.today] + arguments)
  }

  @Test func `a file of lines is written with a list of what is wrong, and no file is written over`() throws {
    let (one, two) = (folder.path("one.jsonl"), folder.path("two.jsonl"))
    #expect(try simulate("--children", "40", "--errors", "0.5", "-o", one).status == 0)
    #expect(try simulate("--children", "40", "--errors", "0.5", "-o", two).status == 0)
    let lines = try String(contentsOfFile: one, encoding: .utf8)
    #expect(lines == (try String(contentsOfFile: two, encoding: .utf8)))
    #expect(lines.split(separator: "\n").count == 40)
    let labels = try String(contentsOfFile: folder.path("one.errors.jsonl"), encoding: .utf8)
    #expect(labels.split(separator: "\n").count > 10)
    #expect(try simulate("--children", "1", "-o", one).status == 65)
    #expect(lines == (try String(contentsOfFile: one, encoding: .utf8)))
  }

  @Test func `nothing of invented children goes out in a sheet`() throws {
    let store = folder.path("store")
    #expect(try simulate("--children", "20", "--kindergartens", "1", "-o", store).status == 0)
    let listed = try Xueji.run(["list", "--store", store, "--status", "approved", "--on", Xueji.today])
    #expect(listed.status == 0 && listed.lines.count > 5)
    let sheet = folder.path("out.xlsx")
    let export = try Xueji.run(["export", "--store", store, "-o", sheet, "--on", Xueji.today])
    #expect(export.status == 65)
    #expect(!FileManager.default.fileExists(atPath: sheet))
    // Nor from a store that does not know what it holds.
    let settings = folder.path("store/store.json")
    let text = try String(contentsOfFile: settings, encoding: .utf8)
    #expect(text.contains("\"simulated\": true"))
  }

  @Test func `several kindergartens are a store each`() throws {
    let city = folder.path("city")
    #expect(try simulate("--children", "6", "--kindergartens", "2", "-o", city).status == 0)
    for name in ["1", "2"] {
      let listed = try Xueji.run(["list", "--store", "\(city)/\(name)", "--on", Xueji.today])
      #expect(listed.lines.count == 4)
    }
  }

  @Test(arguments: [
    ["--children", "0"], ["--children", "3", "--kindergartens", "4"], ["--children", "3", "--errors", "2"],
  ])
  func `a city that cannot be is refused`(arguments: [String]) throws {
    let outcome = try Xueji.run(["simulate", "-o", folder.path("city.jsonl")] + arguments)
    #expect(outcome.status == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.path("city.jsonl")))
  }
}
