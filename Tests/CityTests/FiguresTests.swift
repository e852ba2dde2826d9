import City
import FormModel
import Foundation
import Records
import Standards
import TestSupport
import Testing

/// Figures are what anybody counts who reads the records, and tell of nobody where they are handed on.
@Suite struct FiguresTests {
  private let forms: FormLibrary
  private let set: FigureSet
  private let checks: RecordChecks

  init() throws {
    forms = try Lines.forms.get()
    set = try #require(FigureSet(form: forms.form) { Localized($0, $0) })
    checks = RecordChecks(forms, simulated: forms, setting: CheckSetting(today: Lines.now.date))
  }

  private func figures(_ lines: [[UInt8]], by grouping: Grouping) throws -> Figures {
    let path = NSTemporaryDirectory() + "xueji-\(UUID().uuidString).jsonl"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(lines.reduce(into: [UInt8]()) { $0 += $1 }).write(to: URL(fileURLWithPath: path))
    var figures = Figures(set, by: grouping)
    figures.count(SourceFiles([path]), checks, forms: forms, on: Lines.now.date) { _ in true }
    return figures
  }

  @Test(arguments: Grouping.allCases)
  func `the figures are those of a count over the plain JSON`(grouping: Grouping) throws {
    let lines = try Lines.lines.get()
    let found = try figures(lines + lines.prefix(3), by: grouping)
    let table = found.table
    // Counted once more, by nothing but the text of the records.
    let rules = try #require(
      JSONValue.parse(FormFolder.embedded.bytes("figures/\(forms.form.name).json"))["figures"]?.array)
    var expected: [String: [String: Int]] = [:]
    var withdrawn = 0
    for json in try Lines.parsed.get() {
      guard json["status"]?.string != "withdrawn" else {
        withdrawn += 1
        continue
      }
      let group = try group(json, grouping)
      expected[group, default: [:]]["all", default: 0] += 1
      expected[group, default: [:]][try #require(json["status"]?.string), default: 0] += 1
      for rule in rules {
        let value = json["answers"]?[rule["field"]?.string ?? ""]?["value"]?.string
        guard let value, let name = rule["name"]?.string else { continue }
        let listed = (rule["values"] ?? rule["but"])?.array?.contains(.string(value)) == true
        if listed == (rule["values"] != nil) { expected[group, default: [:]][name, default: 0] += 1 }
      }
    }
    #expect(found.withdrawn == withdrawn && found.repeated > 0 && found.refused == 0)
    #expect(table.rows.map { $0.key.joined(separator: "/") }.sorted() == expected.keys.sorted())
    for row in table.rows {
      for (figure, cell) in zip(set.figures, row.cells) where !["whole", "missing", "wrong"].contains(figure.name) {
        #expect(
          cell == .count(expected[row.key.joined(separator: "/")]?[figure.name] ?? 0), "\(row.key) \(figure.name)")
      }
    }
  }

  private func group(_ json: JSONValue, _ grouping: Grouping) throws -> String {
    func answer(_ field: FieldRole) -> String? {
      forms.form.field(field).flatMap { json["answers"]?[forms.form.fields[$0].name]?["value"]?.string }
    }
    switch grouping {
    case .kindergarten: return json["origin"]?["kindergarten"]?.string ?? ""
    case .class: return "\(json["origin"]?["kindergarten"]?.string ?? "")/\(json["contact"]?["class"]?.string ?? "")"
    case .county: return json["origin"]?["division"]?.string ?? ""
    case .day: return String(json["created"]?["at"]?.string?.prefix(10) ?? "")
    case .age:
      // 2026-09-01, by the digits of the date alone.
      guard let birth = answer(.childBirthDate) else { return "" }
      let years = 2026 - (Int(birth.prefix(4)) ?? 0)
      return String(birth.suffix(5) <= "09-01" ? years : years - 1)
    case .sex:
      let field = try #require(forms.form.fields.first { $0.derivation?.part == .sex })
      return json["answers"]?[field.name]?["value"]?.string ?? ""
    }
  }

  @Test func `what is hidden cannot be reckoned from what stands there`() throws {
    var (hidden, shown) = (0, 0)
    for grouping in Grouping.allCases {
      let table = try figures(Lines.lines.get(), by: grouping).table
      let safe = table.suppressed(5, set)
      let pairs = zip(safe.rows.map(\.cells) + [safe.sum], table.rows.map(\.cells) + [table.sum])
      for (cells, before) in pairs {
        guard case .count(let all)? = before.first else { continue }
        for (cell, count) in zip(cells, before) {
          guard case .count(let number) = count else { continue }
          if cell == .hidden { hidden += 1 } else { shown += 1 }
          #expect(cell == .hidden || !(1...4).contains(number) && !(1...4).contains(all - number))
        }
        for name in ["sex", "hukou", "left", "disability", "status"] {
          let members = set.figures.indices.filter { set.isMember($0, of: name) }
          let hidden = members.count { cells[$0] == .hidden }
          // One alone would be what the others leave, unless the others are none.
          let isRest = members.allSatisfy { cells[$0] == .hidden || cells[$0] == .count(0) }
          #expect(hidden != 1 || isRest, "\(name)")
        }
      }
      for figure in safe.sum.indices {
        let column = safe.rows.map { $0.cells[figure] } + [safe.sum[figure]]
        #expect(column.count { $0 == .hidden } != 1, "\(set.figures[figure].name)")
      }
    }
    #expect(hidden > 200 && shown > 200)
  }

  @Test func `who came and went is what the records say, and adds up`() throws {
    let day = Lines.now.date
    let period = try #require(Period(from: day.adding(days: -20), to: day.adding(days: -3)))
    let stays = FigureSet(form: forms.form, in: period) { Localized($0, $0) }
    var found = Figures(stays, by: .kindergarten)
    let path = NSTemporaryDirectory() + "xueji-\(UUID().uuidString).jsonl"
    defer { try? FileManager.default.removeItem(atPath: path) }
    // Every third child comes in the period; some go in it, and one that was withdrawn before causes were asked for.
    let entry = try #require(forms.form.field(.entryDate))
    let field = forms.form.fields[entry].name
    var (lines, expected): ([[UInt8]], [String: Int]) = ([], [:])
    let causes = ["transfer", "left", "duplicate", "mistake", nil]
    for (index, json) in try Lines.parsed.get().enumerated() {
      guard var members = json.object, var answers = members["answers"]?.object else { continue }
      let came = index % 3 == 0 ? period.from.adding(days: index % 18) : period.from.adding(days: -30)
      let went = index % 4 == 1 ? period.from.adding(days: index % 37 - 10) : nil
      let cause = causes[index / 4 % 5]
      if var answer = answers[field]?.object, answer["value"] != nil {
        answer["value"] = .string(came.iso)
        answers[field] = .object(answer)
      } else {
        continue
      }
      members["answers"] = .object(answers)
      members["status"] = went == nil ? "approved" : "withdrawn"
      var last: [String: JSONValue] = ["act": "withdraw", "at": .string("\(went?.iso ?? "")T08:00:00.000+08:00")]
      last["cause"] = cause.map { .string($0) }
      let before: JSONValue = ["act": "withdraw", "at": "2020-01-01T08:00:00.000+08:00", "cause": "left"]
      members["history"] = went == nil ? .array([before]) : .array([before, .object(last)])
      lines.append(JSONValue.object(members).serialized(pretty: false) + [0x0A])
      // Counted by the days alone.
      let isIn = went.map { period.from <= $0 && $0 <= period.to } ?? false
      if went != nil, cause == "duplicate" || cause == "mistake" {
        if isIn { expected[cause ?? "", default: 0] += 1 }
        continue
      }
      if let went, went < period.from { continue }
      for name in ["there", came < period.from ? "before" : "came", isIn ? "went" : "end"]
        + (isIn ? [cause ?? "unsaid"] : [])
      {
        expected[name, default: 0] += 1
      }
    }
    try Data(lines.reduce(into: [UInt8]()) { $0 += $1 }).write(to: URL(fileURLWithPath: path))
    found.count(SourceFiles([path]), checks, forms: forms, on: day) { _ in true }
    for (figure, cell) in zip(stays.figures, found.table.sum) {
      #expect(cell == .count(expected[figure.name] ?? 0), "\(figure.name)")
      #expect(expected[figure.name] ?? 0 > 0, "\(figure.name)")
    }
    let count = { (name: String) in expected[name] ?? 0 }
    #expect(count("before") + count("came") - count("went") == count("end"))
    #expect(count("transfer") + count("left") + count("unsaid") == count("went"))
  }
}
