import Standards
import Testing

@testable import FormModel

/// The rules between items that the form's file states, each with its boundary.
@Suite struct DeclaredRuleTests {
  private static let hongKong = Sample.foreign.merging(
    ["nationality": "HKG", "id_type": "6", "overseas_status": "01", "id_number": "H12345678"]) { $1 }
  private static let permit: [String: Answer] = [
    "id_number": .value(Sample.withCheck("81000020210308001"))
  ]

  @Test(arguments: [
    CheckRow(
      "only citizens have the card",
      Sample.foreign.merging(["id_type": "1", "id_number": .value(Sample.childNumber)]) { $1 },
      "error idtype-nationality nationality,id_type"),
    CheckRow("only citizens have the card", ["id_type": "1"]),
    CheckRow("Hong Kong", hongKong),
    CheckRow("Hong Kong, a residence permit", hongKong.merging(permit) { $1 }),
    CheckRow(
      "the card is China's, whatever the number", hongKong.merging(permit) { $1 }.merging(["id_type": "1"]) { $1 },
      "error idtype-nationality nationality,id_type"),
    CheckRow("a number beginning 81, of China", permit.merging(["overseas_status": "01"]) { $1 }),
    CheckRow(
      "a number beginning 81, 非港澳台侨", permit, "warning overseas-permit overseas_status,id_number"),
    CheckRow(
      "a mainland number", hongKong.merging(["id_type": "1", "id_number": .value(Sample.childNumber)]) { $1 },
      "error idtype-nationality nationality,id_type"),
    CheckRow(
      "Macao",
      hongKong.merging(["nationality": "MAC", "id_type": "7", "overseas_status": "03", "id_number": "M12345678"]) { $1 }
    ),
    CheckRow(
      "Taiwan",
      hongKong.merging(["nationality": "TWN", "id_type": "8", "overseas_status": "05", "id_number": "12345678"]) { $1 }),
    CheckRow(
      "a region is no foreign country that leaves 非港澳台侨", hongKong.merging(["overseas_status": "00"]) { $1 },
      "warning overseas-not-foreign overseas_status,nationality,id_type"),
    CheckRow(
      "a foreign child", Sample.foreign.merging(["overseas_status": "00"]) { $1 },
      "warning overseas-not-foreign overseas_status,nationality,id_type"),
    CheckRow(
      "a document of Hong Kong", ["id_type": "6", "id_number": "H12345678"],
      "warning overseas-not-foreign overseas_status,nationality,id_type"),
    CheckRow("a document of Hong Kong", ["id_type": "6", "id_number": "H12345678", "overseas_status": "01"]),
    CheckRow("外国人 of China", ["overseas_status": "51"], "warning overseas-foreign-chinese overseas_status,nationality"),
    CheckRow("外籍华裔人 is another word", ["overseas_status": "41"]),
    CheckRow(
      "unknown is not foreign", ["overseas_status": "51", "nationality": .blank], "missing required nationality"),
  ])
  func `nationality, document and 港澳台侨外 agree`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test(arguments: [
    CheckRow("on the day of birth", born("2024-09-02"), "warning age-at-entry birth_date,entry_date"),
    CheckRow("before it", born("2024-09-03"), "error birth-after-entry entry_date,birth_date"),
    CheckRow("a day short of two", born("2022-09-03"), "warning age-at-entry birth_date,entry_date"),
    CheckRow("two", born("2022-09-02")),
    CheckRow("seven", born("2017-09-02")),
    CheckRow("a day over seven", born("2017-09-01"), "warning age-at-entry birth_date,entry_date"),
    CheckRow("no first day yet", ["entry_date": .owed], "missing owed entry_date"),
  ])
  func `a child enters from two to seven`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test(arguments: [
    CheckRow("sixteen", guardian("20050308")),
    CheckRow("a day short of sixteen", guardian("20050309"), "warning guardian-age guardian_id_number,birth_date"),
    CheckRow("sixty", guardian("19610308")),
    CheckRow("a day over sixty", guardian("19610307"), "warning guardian-age guardian_id_number,birth_date"),
    CheckRow("a day older", guardian("20210307"), "warning guardian-age guardian_id_number,birth_date"),
    CheckRow("the same day", guardian("20210308"), "error guardian-not-older guardian_id_number,birth_date"),
    CheckRow("younger", guardian("20220308"), "error guardian-not-older guardian_id_number,birth_date"),
    CheckRow(
      "a wrong number says no age", ["guardian_id_number": "441302202203080020"],
      "error number-check guardian_id_number"),
    CheckRow("a passport says no age", ["guardian_id_type": "A", "guardian_id_number": "E12345678"]),
    CheckRow(
      "a residence permit does",
      ["guardian_id_type": "8", "guardian_id_number": .value(Sample.withCheck("83000020200101002"))],
      "warning guardian-age guardian_id_number,birth_date"),
    CheckRow(
      "the child's own number", ["guardian_id_number": .value(Sample.childNumber)],
      "error guardian-is-child guardian_id_number,id_number", "error guardian-not-older guardian_id_number,birth_date"),
    CheckRow(
      "whatever the document",
      ["id_type": "Z", "id_number": "X1", "guardian_id_type": "Z", "guardian_id_number": "X1"],
      "error guardian-is-child guardian_id_number,id_number"),
  ])
  func `a guardian is somebody else, and older`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test(arguments: [
    CheckRow("残疾 and 否", ["health": "50"], "warning health-disabled disabled,health"),
    CheckRow(
      "the reverse", ["disabled": "1", "disability_type": "1"], "warning disabled-health health,disabled"),
    CheckRow("both", ["health": "50", "disabled": "1", "disability_type": "1"]),
    CheckRow("a chronic illness is none", ["health": "30"]),
    CheckRow("unknown", ["health": "50", "disabled": .owed], "missing owed disabled"),
  ])
  func `health and disability agree`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test(arguments: [
    CheckRow(
      "one parent away", ["left_behind": "1", "migrant_worker_child": "1"],
      "warning left-behind-migrant left_behind,migrant_worker_child"),
    CheckRow(
      "both away", ["left_behind": "2", "migrant_worker_child": "1"],
      "warning left-behind-migrant left_behind,migrant_worker_child"),
    CheckRow("left behind only", ["left_behind": "2"]),
    CheckRow("moved to town only", ["migrant_worker_child": "1"]),
    CheckRow(
      "registered here", ["migrant_worker_child": "1"], "warning migrant-local migrant_worker_child,hukou_place",
      kindergarten: "441303"),
    CheckRow("the next county is not here", ["migrant_worker_child": "1"], kindergarten: "441302"),
    CheckRow("where the kindergarten is unknown, nothing is said", ["migrant_worker_child": "1"]),
    CheckRow(
      "another prefecture", ["migrant_worker_child": "0"],
      "warning migrant-elsewhere migrant_worker_child,hukou_type,hukou_place", kindergarten: "440103"),
    CheckRow("the same prefecture", ["migrant_worker_child": "0"], kindergarten: "441302"),
    CheckRow("townspeople are none", ["hukou_type": "2", "nonagricultural_type": "1"], kindergarten: "440103"),
    CheckRow(
      "a municipality is one prefecture: 1101 and 1102", ["hukou_place": "110228000000"], kindergarten: "110105"),
    CheckRow(
      "a county under its province is one by itself", ["hukou_place": "429004000000"],
      "warning migrant-elsewhere migrant_worker_child,hukou_type,hukou_place", kindergarten: "429005"),
    CheckRow("a county under its province is one by itself", ["hukou_place": "429004000000"], kindergarten: "429004"),
    CheckRow("a foreign child has none of it", Sample.foreign, kindergarten: "441303"),
  ])
  func `left behind, moved to town and registered agree`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test(arguments: [
    CheckRow("no number", ["address": "惠州市惠城区示范路"], "warning address-detail address"),
    CheckRow("a digit", ["address": "惠州市惠城区示范路8"]),
    CheckRow("a full-width digit", ["address": "惠州市惠城区示范路８"]),
    CheckRow("号", ["address": "示范路八号"]), CheckRow("栋", ["address": "示范小区甲栋"]), CheckRow("组", ["address": "示范镇东组"]),
    CheckRow("队", ["address": "示范镇东队"]), CheckRow("村", ["address": "示范镇东村"]),
    CheckRow(
      "a numeral in a street's name is no house number", ["address": "惠州市三新路"], "warning address-detail address"),
    CheckRow("pinyin left", ["address": "惠城区shifanlu8号"], "warning address-pinyin address"),
    CheckRow("the end of it", ["address": "示范路8hao"], "warning address-pinyin address"),
    CheckRow("initials alone", ["address": "hcq 8"], "warning address-pinyin address"),
    CheckRow("names of buildings", ["address": "示范路3号楼B单元A座e栋"]),
    CheckRow("a name of another language", ["address": "示范路8号Wanda广场loft"]),
    CheckRow("pinyin left", ["native_place": "guangdong惠州"], "warning native-place-pinyin native_place"),
    CheckRow("a foreign child's", Sample.foreign.merging(["native_place": "london"]) { $1 }),
    CheckRow("a Latin letter", ["name": "潘Amy"], "warning name-latin name"),
    CheckRow("a digit", ["name": "潘小明2"], "warning name-latin name"),
    CheckRow("an accent", ["name": "潘José"], "warning name-latin name"),
    CheckRow("a foreign child", Sample.foreign.merging(["name": "Amy Pan"]) { $1 }),
    CheckRow(
      "while the nationality is unknown", ["name": "Amy", "nationality": .blank], "missing required nationality"),
    CheckRow("one character", ["name": "潘"], "warning name-short name"),
    CheckRow("one rare character", ["name": "𠮷"], "warning name-short name"),
    CheckRow("two", ["name": "潘明"]),
    CheckRow("the guardian's", ["guardian_name": "潘小明"], "warning name-same-as-guardian name,guardian_name"),
    CheckRow("a foreign child", Sample.foreign.merging(["guardian_name": "潘小明"]) { $1 }),
  ])
  func `address and name are written out`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test func `findings follow the items of the sheet, a value's own before what it says with others`() throws {
    let row = CheckRow(
      "",
      [
        "guardian_name": .blank, "address": "=示范路", "entry_date": "2024-13-01", "birth_date": "2021-01-25", "sex": "2",
        "name": "潘",
      ])
    #expect(
      try row.found() == [
        "warning name-short name", "error number-sex sex,id_number", "error number-birth-date birth_date,id_number",
        "warning lunar-date birth_date,id_number", "error formula-start address", "warning address-detail address",
        "error date-no-such-day entry_date", "missing required guardian_name",
      ])
  }

  @Test func `one field alone is checked by its own value, without what is missing elsewhere`() throws {
    let form = try Sample.form()
    let checker = Checker(form: form, setting: CheckSetting(today: Sample.today))
    let name = try #require(form.index(of: "name"))
    var answers = Answers(count: form.fields.count)
    #expect(checker.findings(of: name, in: answers) == [])
    answers[name] = "=潘\u{7}"
    #expect(checker.findings(of: name, in: answers).map(\.rule.code) == ["refused-character", "formula-start"])
  }

  @Test func `answers are forgotten without giving up their room`() {
    var answers = Answers(["1", .owed, .foreign("?")])
    answers.clear()
    #expect(answers == Answers(count: 3))
  }

  private static func born(_ iso: String) -> [String: Answer] {
    ["birth_date": .value(iso), "id_type": "Z", "id_number": .blank]
  }

  private static func guardian(_ birth: String) -> [String: Answer] {
    ["guardian_id_number": .value(Sample.withCheck("441302\(birth)002"))]
  }
}
