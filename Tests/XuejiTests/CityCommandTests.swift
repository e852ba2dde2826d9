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
    let one = try folder.write(lines.reduce(into: [UInt8]()) { $0 += $1 + [0x0A] }, to: "one.jsonl")
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
      #expect(try Xueji.run(["withdraw", code, "--cause", "left", "--reason", reason, "--store", store]).status == 0)
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

  @Test func `a store of many kindergartens is gathered, again without a change, and on after a stop`() throws {
    let stores = try simulate("stores", "--children", "60", "--kindergartens", "3", "--errors", "0.3")
    let sources = ["1", "2", "3"].map { "\(stores)/\($0)" }
    let all = folder.path("all")
    let told = try kinds(collect(sources, "all"))
    #expect(told["source"]?.map { $0["new"]?.int } == [20, 20, 20] && told["same-number"]?.isEmpty == false)
    func files() throws -> [String: Data] {
      let names = FileManager.default.enumerator(atPath: all + "/records")?.compactMap { $0 as? String } ?? []
      let records = names.filter { $0.hasSuffix(".json") }.map { ($0, URL(fileURLWithPath: "\(all)/records/\($0)")) }
      return Dictionary(uniqueKeysWithValues: try records.map { ($0, try Data(contentsOf: $1)) })
    }
    let first = try files()
    #expect(first.count == 60)
    #expect(try kinds(collect(sources, "all"))["source"]?.map { $0["same"]?.int } == [20, 20, 20])
    #expect(try files() == first)
    // What a run that was cut off has written already is there, and the rest follows.
    for name in first.keys.sorted().prefix(25) { try FileManager.default.removeItem(atPath: "\(all)/records/\(name)") }
    let rest = try #require(try kinds(collect(sources, "all"))["source"])
    #expect(rest.reduce(0) { $0 + ($1["new"]?.int ?? 0) } == 25)
    #expect(try files() == first)
    // It is whole by its own rules, and says of each record whose it is.
    #expect(try Xueji.run(["doctor", "--store", all]).status == 0)
    let listed = try Xueji.objects(Xueji.run(["list", "--json", "--store", all, "--on", Self.day]))
    let kindergartens = listed.map { $0["kindergarten"] as? String ?? "" }
    #expect(Set(kindergartens).count == 3 && !kindergartens.contains(""))
    // A later revision takes the place of the earlier.
    let approved = try #require(listed.first { $0["status"] as? String == "approved" })
    let name = "\(approved["code"] as? String ?? "")@\(approved["kindergarten"] as? String ?? "")"
    #expect(try Xueji.run(["show", name, "--store", all]).status == 0)
    let home = try #require(
      sources.first { try Xueji.run(["show", approved["id"] as? String ?? "", "--store", $0]).status == 0 })
    let withdrawn = ["withdraw", approved["id"] as? String ?? "", "--cause", "转园", "--store", home]
    #expect(try Xueji.run(withdrawn).status == 0)
    #expect(
      try kinds(collect([home], "all"))["source"]?.map { [$0["newer"]?.int, $0["same"]?.int] } == [[1, 19]])
    #expect(try files().count == 60)
    // A kindergarten's own store takes nobody else's records.
    #expect(try Xueji.run(["collect", sources[0], "-o", sources[1]]).status == 64)
  }

  @Test func `a code that two kindergartens have leads to none of theirs until one is named`() throws {
    let stores = try simulate("stores", "--children", "2", "--kindergartens", "2")
    let all = folder.path("all")
    #expect(try collect([stores + "/1", stores + "/2"], "all").status == 0)
    var listed = try Xueji.objects(Xueji.run(["list", "--json", "--store", all, "--on", Self.day]))
    // The second child gets the first one's code, which the end of its id spells.
    let (code, id) = (try #require(listed[0]["code"] as? String), try #require(listed[1]["id"] as? String))
    let other = id.dropLast(8) + (listed[0]["id"] as? String ?? "").suffix(8)
    for name in FileManager.default.enumerator(atPath: all + "/records")?.compactMap({ $0 as? String }) ?? [] {
      guard name.hasSuffix("\(id).json") else { continue }
      let file = "\(all)/records/\(name)"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let own = "\"code\": \"\(listed[1]["code"] as? String ?? "")\""
      #expect(text.contains(own))
      let changed = text.replacingOccurrences(of: own, with: "\"code\": \"\(code)\"")
        .replacingOccurrences(of: id, with: other)
      try folder.write(changed, to: "all/records/\(name.replacingOccurrences(of: id, with: other))")
      try FileManager.default.removeItem(atPath: file)
    }
    listed = try Xueji.objects(Xueji.run(["list", "--json", "--store", all, "--on", Self.day]))
    #expect(listed.allSatisfy { $0["code"] as? String == code })
    for command in ["show", "slip"] {
      let refused = try Xueji.run([command, code, "--store", all])
      #expect(refused.status == 65 && refused.output.isEmpty)
      for record in listed {
        let kindergarten = try #require(record["kindergarten"] as? String)
        #expect(refused.errors.contains("\(code)@\(kindergarten)"))
      }
    }
    for record in listed {
      let name = "\(code)@\(record["kindergarten"] as? String ?? "")"
      let shown = try Xueji.run(["show", name, "--json", "--store", all])
      #expect(shown.text.contains(record["id"] as? String ?? "?"))
    }
    #expect(try Xueji.run(["show", code + "@nowhere", "--store", all]).status == 1)
  }

  @Test func `what is for programs is read by another reader, line by line`() throws {
    let stores = try simulate("stores", "--children", "40", "--kindergartens", "2", "--errors", "0.5")
    let python = """
      import json, sys
      rows = [json.loads(line) for line in sys.stdin]
      flat = all(not isinstance(v, (list, dict)) for row in rows for v in row.values())
      print(len(rows), len({tuple(sorted(row)) for row in rows}), flat)
      """
    for command in ["list --json --store '\(stores)/1'", "check --format json '\(stores)/1' '\(stores)/2'"] {
      let read = try Xueji.shell("\"$X\" \(command) --on \(Self.day) | python3 -c '\(python)'")
      let words = read.text.split(whereSeparator: \.isWhitespace)
      // Every row has the same keys.
      #expect(
        words.count == 3 && words[0] != "0" && words[1] == "1" && words[2] == "True", "\(read.text) \(read.errors)")
    }
  }

  @Test func `invented children are not gathered with others`() throws {
    let city = try simulate("city.jsonl", "--children", "3")
    let record = try folder.write(SampleSheet.record(), to: "a.json")
    #expect(try collect([city, record]).status == 65)
    #expect(!FileManager.default.fileExists(atPath: folder.path("all.jsonl")))
  }
}
