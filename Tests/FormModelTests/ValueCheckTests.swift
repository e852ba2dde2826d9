import Standards
import Testing

@testable import FormModel

/// What one value says by itself: lists, texts, dates.
@Suite struct ValueCheckTests {
  @Test(arguments: [
    CheckRow("GB/T 2261.1: 1 and 2", ["sex": "3"], "error not-in-list sex"),
    CheckRow("a sheet's cell that is no entry", ["sex": .foreign("男孩")], "error not-in-list sex"),
    CheckRow("a cell equals no code, even if it reads like one", ["sex": .foreign("1")], "error not-in-list sex"),
    CheckRow("GB/T 3304: 36, 57 is ours, 98 the sheet's", ["ethnic_group": "36"]),
    CheckRow("GB/T 3304", ["ethnic_group": "57"]),
    CheckRow("GB/T 3304", ["ethnic_group": "98"]),
    CheckRow("GB/T 3304: codes have two digits", ["ethnic_group": "1"], "error not-in-list ethnic_group"),
    CheckRow("the sheet: three values, not yes and no", ["left_behind": "2"]),
    CheckRow("the sheet", ["left_behind": "3"], "error not-in-list left_behind"),
    CheckRow("the sheet: a development zone's code has letters", ["birthplace": "1301A2000000"]),
    CheckRow("the sheet: twelve characters", ["birthplace": "441302"], "error not-in-list birthplace"),
    CheckRow("the sheet: never the name", ["hukou_place": .foreign("惠城区")], "error not-in-list hukou_place"),
    CheckRow("the sheet: the child's documents are fewer", ["id_type": "B"], "error not-in-list id_type"),
    CheckRow("the sheet: a guardian's may be the household book", ["guardian_id_type": "B"]),
  ])
  func `a chosen value is an entry of its list`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test(arguments: [
    CheckRow("80 bytes, 26 hanzi", ["name": .value(hanzi(26))]),
    CheckRow("80 bytes, at the limit", ["name": .value(hanzi(25) + "·潘")], "error too-long name"),
    CheckRow("the dot counts three bytes", ["name": .value(hanzi(13) + "·" + hanzi(12))]),
    CheckRow("one over", ["name": .value(hanzi(13) + "·" + hanzi(13))], "error too-long name"),
    CheckRow("81 bytes", ["name": .value(hanzi(27))], "error too-long name", "error too-many-hanzi name"),
    CheckRow("three bytes a hanzi of any plane", ["name": .value(String(repeating: "𠮷", count: 26))]),
    CheckRow(
      "three bytes a hanzi of any plane", ["name": .value(String(repeating: "𠮷", count: 27))], "error too-long name",
      "error too-many-hanzi name"),
    CheckRow(
      "guardian", ["guardian_name": .value(hanzi(27))], "error too-long guardian_name",
      "error too-many-hanzi guardian_name"),
    CheckRow("180 bytes, 60 hanzi", ["native_place": .value(hanzi(60))]),
    CheckRow("181 bytes", ["native_place": .value(hanzi(60) + "a")], "error too-long native_place"),
    CheckRow("180 bytes", ["address": .value(hanzi(59) + "号")]),
    CheckRow("183 bytes", ["address": .value(hanzi(60) + "号")], "error too-long address"),
    CheckRow("40 letters and digits", ["class_code": .value(String(repeating: "Z9", count: 20))]),
    CheckRow("41", ["class_code": .value(String(repeating: "Z", count: 41))], "error too-long class_code"),
    CheckRow("letters and digits", ["class_code": "中二班"], "error class-code class_code"),
    CheckRow("letters and digits", ["class_code": "A-1"], "error class-code class_code"),
    CheckRow("20 characters", ["guardian_id_type": "2", "guardian_id_number": .value(hanzi(20))]),
    CheckRow(
      "21", ["guardian_id_type": "2", "guardian_id_number": .value(hanzi(21))],
      "error too-many-characters guardian_id_number"),
    CheckRow("as many as there are, where the document is another", ["id_type": "Z", "id_number": .value(hanzi(60))]),
  ])
  func `a text is as long as the sheet's column, at the limit and one over`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test(arguments: [
    ("广东\u{7}省", TextProblem.control("\u{7}")), ("广东\n省", .control("\n")), ("广东\t省", .control("\t")),
    ("广东\u{9B}31m省", .control("\u{9B}")), ("广东\u{7F}省", .control("\u{7F}")), ("广东\u{2028}省", .control("\u{2028}")),
    ("广东\u{202E}省", .invisible("\u{202E}")), ("广东\u{200B}省", .invisible("\u{200B}")),
    ("广东\u{E000}省", .privateUse("\u{E000}")), ("广东\u{F0000}省", .privateUse("\u{F0000}")),
    ("广东\u{10FFFD}省", .privateUse("\u{10FFFD}")), ("广东\u{FFFD}省", .damaged("\u{FFFD}")),
    ("广东\u{FFFE}省", .damaged("\u{FFFE}")), ("广东\u{2FFFF}省", .damaged("\u{2FFFF}")),
  ])
  func `a character that no paper has is refused with its reason`(text: String, problem: TextProblem) throws {
    let found = try CheckRow("", ["native_place": .value(text)]).findings()
    #expect(found.map(\.rule) == [.refusedCharacter(problem)])
    #expect(found.map(\.severity) == [.error])
  }

  @Test(arguments: [
    CheckRow("a name", ["name": "不知道"], "error placeholder name"),
    CheckRow("a guardian", ["guardian_name": "同上"], "error placeholder guardian_name"),
    CheckRow("text", ["native_place": "无"], "error placeholder native_place"),
    CheckRow(
      "an address", ["address": "待补"], "error placeholder address", "warning address-detail address"),
    CheckRow("a number", ["id_type": "Z", "id_number": "没有"], "error placeholder id_number"),
    CheckRow("a lost character", ["name": "潘?明"], "error refused-character name"),
    CheckRow("a radical", ["name": "潘\u{2F29}明"], "error refused-character name"),
    CheckRow("a guardian's", ["guardian_name": "潘□明"], "error refused-character guardian_name"),
    CheckRow("an emoji in an address", ["address": "示范路8号😀"], "error refused-character address"),
    CheckRow("a bracket in an address", ["address": "示范路8号(东)?"]),
    CheckRow("A1", ["guardian_name": "A1"], "warning guardian-name-latin guardian_name,guardian_id_type"),
    CheckRow(
      "A1, of no document yet", ["guardian_name": "A1", "guardian_id_type": .blank],
      "warning guardian-name-latin guardian_name,guardian_id_type", "missing required guardian_id_type"),
    CheckRow("a foreigner with a digit", Sample.foreign.merging(["name": "Amy2"]) { $1 }, "warning name-latin name"),
    CheckRow("a foreigner", ["guardian_name": "Amy", "guardian_id_type": "A", "guardian_id_number": "E12345678"]),
    CheckRow("another script", ["name": "Ольга"], "warning name-latin name"),
    CheckRow("another script", ["name": "潘\u{662}明"], "warning name-latin name"),
    CheckRow("a foreign child", Sample.foreign.merging(["name": "Ольга"]) { $1 }),
    CheckRow("々 and 〇 are hanzi", ["name": "佐々〇"]),
  ])
  func `a text says something, in the letters of a register`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test(arguments: ["潘𠮷明", "潘\u{30000}明", "潘\u{31350}明", "潘\u{2EBF0}明", "潘\u{FA0E}明", "〇明", "阿依古丽·买买提"])
  func `a rare hanzi of any plane and the dot of a minority name are kept`(name: String) throws {
    #expect(try CheckRow("", ["name": .value(name)]).found() == [])
  }

  @Test(arguments: [
    CheckRow("no space at an end", ["native_place": " 广东"], "error surrounding-space native_place"),
    CheckRow("no space at an end", ["native_place": "广东\u{3000}"], "error surrounding-space native_place"),
    CheckRow("within, it is one", ["native_place": "广东 惠州"]),
    CheckRow("only spaces", ["native_place": " "], "error surrounding-space native_place"),
    CheckRow("a spreadsheet would run it", ["native_place": "=1+1"], "error formula-start native_place"),
    CheckRow("a spreadsheet would run it", ["native_place": "+86"], "error formula-start native_place"),
    CheckRow("a spreadsheet would run it", ["native_place": "-广东"], "error formula-start native_place"),
    CheckRow("a spreadsheet would run it", ["native_place": "@广东"], "error formula-start native_place"),
    CheckRow("a spreadsheet would run it", ["native_place": "＝广东"], "error formula-start native_place"),
    CheckRow("only at the start", ["native_place": "广东=惠州+1-2@"]),
    CheckRow("numbers too", ["id_type": "Z", "id_number": "=HEX(1)"], "error formula-start id_number"),
    CheckRow(
      "class codes too", ["class_code": "-1"], "error formula-start class_code", "error class-code class_code"),
  ])
  func `a text neither begins nor ends with what a sheet mistakes`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test(arguments: [
    ("2021-02-29", DateProblem.noSuchDay, nil), ("2024-13-01", .noSuchDay, nil), ("2024-09", .incomplete, nil),
    ("九月", .incomplete, nil), ("next week", .unreadable, nil), ("1899-12-31", .yearOutOfRange, nil),
    ("2101-01-01", .yearOutOfRange, nil),
    // A day that can be read, but not as a record writes it (ISO 8601): it is offered.
    ("20240902", .unreadable, "2024-09-02"), ("2024年9月2日", .unreadable, "2024-09-02"),
  ])
  func `a record's date is a day of the calendar`(text: String, problem: DateProblem, proposal: String?) throws {
    let found = try CheckRow("", ["entry_date": .value(text)]).findings()
    #expect(found.first?.rule == .unreadableDate(problem))
    #expect(found.first?.severity == .error)
    #expect(found.first?.proposal == proposal)
  }

  @Test(arguments: [
    CheckRow("≤ today", ["entry_date": "2024-11-25"]),
    CheckRow("≤ today on the sheet", ["entry_date": "2024-11-25"], place: .sheet),
    CheckRow("within twelve months", ["entry_date": "2024-11-26"], "warning entry-ahead entry_date"),
    CheckRow("within twelve months", ["entry_date": "2025-11-25"], "warning entry-ahead entry_date"),
    CheckRow("later", ["entry_date": "2025-11-26"], "error entry-far-ahead entry_date"),
    CheckRow(
      "a sheet looks not ahead", ["entry_date": "2024-11-26"], "error entry-in-future entry_date", place: .sheet),
    CheckRow(
      "a child is born", ["birth_date": "2024-11-26", "id_type": "Z", "id_number": .blank],
      "error birth-in-future birth_date", "error birth-after-entry entry_date,birth_date"),
    CheckRow(
      "born today, registered for next autumn",
      ["birth_date": "2024-11-25", "entry_date": "2025-09-01", "id_type": "Z", "id_number": .blank],
      "warning age-at-entry birth_date,entry_date", "warning entry-ahead entry_date"),
  ])
  func `a first day may lie ahead at the desk, not on a sheet`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  private static func hanzi(_ count: Int) -> String { String(repeating: "潘", count: count) }
}
