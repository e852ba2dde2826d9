import Foundation
import Standards
import TestSupport
import Testing

/// Many files at once, checked and gathered by the real program.
@Suite(.onOwnThreads) struct CityCommandTests {
  private let folder: Folder
  private static let day = "2026-01-01"

  init() throws { folder = try Folder() }

  private func simulate(_ name: String, _ arguments: String...) throws -> String {
    let path = folder.path(name)
    let outcome = try Xueji.run(["simulate", "--on", Self.day, "-o", path] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return path
  }

  /// `file row rule` of each finding, the file by its name.
  private func findings(_ files: [String]) throws -> (lines: [String], status: Int) {
    let store = ["--store", folder.path("none"), "--on", Self.day]
    let outcome = try Xueji.run(["check", "--format", "tsv"] + store + files)
    let rows = outcome.lines.dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let lines = rows.map { "\($0[0].split(separator: "/").last ?? "") \($0[1]) \($0[6])" }
    return (lines, outcome.status)
  }

  @Test func `what a city has wrong is found, in its file and in its stores`() throws {
    let file = try simulate("city.jsonl", "--children", "120", "--kindergartens", "4", "--errors", "0.2")
    let stores = try simulate("stores", "--children", "120", "--kindergartens", "4", "--errors", "0.2")
    let labels = try String(contentsOfFile: folder.path("city.errors.jsonl"), encoding: .utf8).split(separator: "\n")
    var expected: [String] = []
    for label in labels {
      expected += try #require(JSONValue.parse(Array(label.utf8))["rules"]?.array).compactMap(\.string)
    }
    #expect(Set(expected).contains("duplicate-in-file"))
    func found(_ path: String) throws -> [String] {
      try findings([path]).lines.compactMap { $0.split(separator: " ").last.map(String.init) }
        .filter { $0 != "required" && $0 != "owed" }
    }
    #expect(try found(file).sorted() == expected.sorted())
    // A record of a store is a file of its own.
    let across = expected.map { $0 == "duplicate-in-file" ? "duplicate-across-files" : $0 }
    #expect(try found(stores).sorted() == across.sorted())
  }

  @Test func `whatever is wrong with a line, the others are checked`() throws {
    func child(_ number: Int) -> [String: Any?] {
      ["name": "潘小" + ["明", "红", "强", "丽"][number - 1], "id_number": Self.numbers[number - 1]]
    }
    let (good, other) = (child(1), child(2))
    let lines: [[UInt8]] = [
      try line(1, good, sex: "2"), Array("no JSON".utf8), try line(2, other),
      Array(#"{"answers":{},"answers":{}}"#.utf8),
      [0x22, 0xFF, 0x22], Array(repeating: UInt8(ascii: "a"), count: 6 << 20),
      Array(#"{"format":"xueji-record/1","form":{"name":"other","version":3},"answers":{}}"#.utf8),
      try line(3, child(3), sex: "2"),
    ]
    let one = try folder.write(Array(lines.joined(separator: [0x0A])) + [0x0A], to: "one.jsonl")
    let cut = try line(4, child(4)).dropLast(20)
    let two = try folder.write(try line(1, good, sex: "2") + [0x0A] + cut, to: "two.jsonl")
    let (found, status) = try findings([one, folder.path("gone.json"), two])
    #expect(
      found == [
        "one.jsonl 1 number-sex", "one.jsonl 0 unreadable", "one.jsonl 0 unreadable", "one.jsonl 0 unreadable",
        "one.jsonl 0 unreadable", "one.jsonl 0 unreadable", "one.jsonl 8 number-sex", "gone.json 0 unreadable",
        "two.jsonl 1 number-sex", "two.jsonl 1 record-twice", "two.jsonl 0 unreadable",
      ])
    #expect(status == 65)
  }

  /// Invented, of one birth date and sex.
  private static let numbers = ["441302202203051236", "441302202203051252", "441302202203051279", "441302202203051295"]

  private func line(_ id: Int, _ changes: [String: Any?], sex: String? = nil) throws -> [UInt8] {
    var changes = changes
    if let sex { changes["sex"] = sex }
    return Array(try SampleSheet.record(changes, with: ["id": SampleStore.id(id)]))
  }

  @Test func `children of a sheet and of records are compared with each other`() throws {
    let record = try folder.write(SampleSheet.record(), to: "a.json")
    let sheet = try folder.write(SampleSheet.csv([SampleSheet.row]), to: "b.csv")
    #expect(try findings([record, sheet]).lines == ["b.csv 1 duplicate-across-files"])
    #expect(try findings([sheet, record]).lines == ["a.json 1 duplicate-across-files"])
  }

  // MARK: Gathering

  private func collect(_ sources: [String], _ output: String = "all.jsonl") throws -> BuiltProgram.Outcome {
    try Xueji.run(["collect", "-o", folder.path(output), "--format", "json"] + sources)
  }

  private func kinds(_ outcome: BuiltProgram.Outcome) throws -> [String: [JSONValue]] {
    Dictionary(grouping: try outcome.lines.map { try JSONValue.parse(Array($0.utf8)) }) { $0["kind"]?.string ?? "" }
  }

  @Test func `stores are gathered once, and again without a change`() throws {
    let stores = try simulate("stores", "--children", "60", "--kindergartens", "3", "--errors", "0.3")
    let sources = ["1", "2", "3"].map { "\(stores)/\($0)" }
    let first = try collect(sources)
    let told = try kinds(first)
    #expect(told["source"]?.map { $0["new"]?.int } == [20, 20, 20])
    let all = try Data(contentsOf: URL(fileURLWithPath: folder.path("all.jsonl")))
    #expect(all.split(separator: 0x0A).count == 60)
    // The doubles are told with both kindergartens.
    let doubles = try #require(told["same-number"])
    for double in doubles {
      #expect(double["record"]?["kindergarten"] != double["other"]?["kindergarten"])
      #expect(double["record"]?["name"] == double["other"]?["name"])
    }
    #expect(first.status == 1 && !doubles.isEmpty)
    let second = try collect(sources)
    #expect(try kinds(second)["source"]?.map { $0["same"]?.int } == [20, 20, 20])
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("all.jsonl"))) == all)
    // In another order, and from what was gathered, they are the same.
    let third = try collect([folder.path("all.jsonl"), sources[2]], "again.jsonl")
    #expect(try kinds(third)["source"]?.map { [$0["new"]?.int, $0["same"]?.int] } == [[60, 0], [0, 20]])
  }

  @Test func `a later revision takes the place of an earlier one, and of two versions none is chosen`() throws {
    let store = try simulate("store", "--children", "12", "--kindergartens", "1")
    #expect(try collect([store]).status == 0)
    let listed = try Xueji.run(["list", "--store", store, "--status", "approved", "--on", Self.day])
    let codes = listed.lines.dropFirst().compactMap { $0.split(separator: "\t").first.map(String.init) }
    let other = folder.path("copy")
    try FileManager.default.copyItem(atPath: store, toPath: other)
    func withdraw(_ code: String, in store: String, _ reason: String) throws {
      #expect(try Xueji.run(["withdraw", code, "--reason", reason, "--store", store]).status == 0)
    }
    try withdraw(codes[0], in: store, "one")
    try withdraw(codes[1], in: store, "one")
    try withdraw(codes[1], in: other, "two")
    let told = try kinds(collect([store, other]))
    let counts = try #require(told["source"])
    #expect(counts.map { $0["newer"]?.int } == [2, 0])
    #expect(counts.map { $0["older"]?.int } == [0, 1])
    #expect(counts.map { $0["versions"]?.int } == [0, 1])
    #expect(told["versions"]?.first?["record"]?["code"]?.string == codes[1])
    // The one that was there stays.
    let all = try String(contentsOfFile: folder.path("all.jsonl"), encoding: .utf8)
    #expect(all.contains("\"reason\":\"one\"") && !all.contains("\"reason\":\"two\""))
  }

  @Test func `invented children are not gathered with others`() throws {
    let city = try simulate("city.jsonl", "--children", "3")
    let record = try folder.write(SampleSheet.record(), to: "a.json")
    #expect(try collect([city, record]).status == 65)
    #expect(!FileManager.default.fileExists(atPath: folder.path("all.jsonl")))
  }
}
