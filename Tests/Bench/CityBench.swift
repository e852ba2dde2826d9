import Foundation

/// Records of a whole city in one file: checked, gathered and counted, beside a reader that only parses them.
struct CityBench {
  private let program: ProgramUnderTest
  private let children: Int
  private static let day = "2026-01-01"

  init(_ program: ProgramUnderTest, children: Int) { (self.program, self.children) = (program, children) }

  /// Parses each line, with what is fastest in Python, and prints the seconds.
  private static let orjson = """
    import orjson, sys, time
    start = time.perf_counter()
    with open(sys.argv[1], "rb") as file:
        for line in file:
            orjson.loads(line)
    print(time.perf_counter() - start)
    """

  func run(_ table: inout Table) throws {
    var checked = Spent()
    for size in [children / 100, children / 10, children] {
      let file = "\(program.folder)/city-\(size).jsonl"
      Table.say("\(size) invented children")
      let made = try program.run("simulate", "--children", "\(size)", "--errors", "0.02", "--on", Self.day, "-o", file)
      Table.say("checking them")
      // The file is in the system's cache for each of them: it was just written, and is read once before.
      checked = try best { try program.run("check", "--on", Self.day, "--format", "tsv", file) }
      let theirs = try (1...3).compactMap { _ in try program.python(Self.orjson, file)?.first }.min()
      let megabytes = Double((try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0) / 1e6
      table.add(
        "`check`, \(size) records, \(Int(megabytes)) MB",
        "\(checked.text), \(Int(megabytes / checked.clock)) MB/s, \((checked.clock / Double(size)).seconds) a record",
        beside: theirs.map { "orjson, parsing alone: \($0.seconds)" } ?? "", ratio: theirs.map { checked.clock / $0 })
      if size == children { try rest(file, checked, made, &table) }
      try FileManager.default.removeItem(atPath: file)
    }
  }

  private func rest(_ file: String, _ checked: Spent, _ made: Spent, _ table: inout Table) throws {
    let output = "\(program.folder)/all.jsonl"
    Table.say("gathering and counting them")
    let gathered = try best {
      try? FileManager.default.removeItem(atPath: output)
      return try program.run("collect", file, "-o", output)
    }
    try FileManager.default.removeItem(atPath: output)
    let counted = try best { try program.run("stats", "--by", "county", "--on", Self.day, file) }
    let check = "`check` of the same: \(checked.clock.seconds)"
    table.add("`collect` into a new file", gathered.text, beside: check, ratio: gathered.clock / checked.clock)
    table.add("`stats` by county", counted.text, beside: check, ratio: counted.clock / checked.clock)
    table.add("`simulate`", made.text, beside: check, ratio: made.clock / checked.clock)
  }

  private func best(_ body: () throws -> Spent) throws -> Spent {
    var best = try body()
    for _ in 0..<2 {
      let again = try body()
      if again.clock < best.clock { best = again }
    }
    return best
  }
}
