import FormModel
import Foundation
import Standards
import Testing

@testable import Sheets

/// Rosters as schools send them: what stands in the file, and beside it what each row of it is and gives.
@Suite struct RosterCasesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    /// One line a row: `kind item=value …`, with `!item` for a cell that is not taken and `~item` for one put off.
    var wanted: [String]
  }

  private let roster: Roster

  init() throws { roster = try Roster() }

  private static func of(_ name: String, _ text: String, _ wanted: String...) -> Case {
    Case(testDescription: name, text: text, wanted: wanted)
  }

  static let cases: [Case] = [
    // What stands between the values.
    of("semicolons", "姓名;性别\n潘小明;男\n", "child name=潘小明 sex=1"),
    of("sep=", "sep=;\r\n姓名;现住址\r\n潘小明;a,b,c,d\r\n", "child name=潘小明 address=a,b,c,d"),
    of("sep= in quotes after a mark", "\u{FEFF}\"sep=|\"\n姓名|性别\n潘小明|男\n", "child name=潘小明 sex=1"),
    of("commas in quotes do not count", "姓名\t现住址\n潘小明\t\"一,二,三,四,五\"\n", "child name=潘小明 address=一,二,三,四,五"),
    // What a program left in the text.
    of("a DOS end", "姓名,性别\n潘小明,男\n\u{1A}", "child name=潘小明 sex=1"),
    of("a DOS end without a line", "姓名,性别\n潘小明,男\u{1A}", "child name=潘小明 sex=1"),
    of(
      "text formulas", "姓名,身份证号,班级\n潘小明,\"=\"\"441302202203051236\"\"\",=\"0302\"\n",
      "child name=潘小明 id_number=441302202203051236 class=0302"),
    of("a broken line", "姓名,现住址\n潘小明,\"惠城区\n示范路8号\"\n", "child name=潘小明 address=惠城区 示范路8号"),
    of("a broken line with returns", "姓名,现住址\n潘小明,\"惠城区\r\n示范路\t8号\"\n", "child name=潘小明 address=惠城区 示范路 8号"),
    // Rows that are no child's.
    of(
      "totals and signatures",
      "序号,姓名,性别\n1,潘小明,男\n----,,\n,合计,2人\n总计：2人,,\n填表人：李老师,,\n园长签字,,\n备注：一式两份,,\n2,,\n注 意：交园办,,\n",
      "child name=潘小明 sex=1", "separator", "total", "total", "signature", "signature", "instruction", "unused",
      "instruction"),
    of(
      "a child may be called so", "姓名,身份证号\n合计,441302202203051236\n注小明,441302202203051250\n",
      "child name=合计 id_number=441302202203051236", "child name=注小明 id_number=441302202203051250"),
    of(
      "pages", "姓名,性别\n小一班,\n潘小明,男\n姓名,性别\n小二班,\n陈小红,女\n", "section", "child name=潘小明 sex=1 class=小一班", "heading",
      "section", "child name=陈小红 sex=2 class=小二班"),
    of(
      "what stands alone and is no name", "姓名,性别\n潘小明,男\n共 2 人,\n男生1人，女生1人,\n1.请用正楷填写,\n★ 请核对后签字,\n买买提-艾力,\n潘?明,\n",
      "child name=潘小明 sex=1", "total", "total", "instruction", "instruction", "child name=买买提·艾力 +name", "child !name"),
    of("a roster of names", "姓名\n潘小明\n合计1人\n", "child name=潘小明", "total"),
    // Headings in two lines.
    of(
      "two lines", "序号,姓名,监护人,,,现住址\n,,姓名,身份证号,电话,\n1,潘小明,潘大明,441302199001010028,13800138000,示范路8号\n",
      "child name=潘小明 address=示范路8号 guardian_name=潘大明 guardian_id_number=441302199001010028 telephone=13800138000"),
    of(
      "two lines, both of groups", "幼儿信息,,母亲,\n姓名,性别,姓名,电话\n潘小明,男,赵丽华,13800138000\n",
      "child name=潘小明 sex=1"),
    of("a child below the headings is no heading", "姓名,性别,现住址\n潘小明,,户口\n", "child name=潘小明 address=户口"),
    // Words that people use.
    of(
      "words", "姓名,户口性质,健康状况,是否孤儿,国籍,就读方式,留守儿童\n潘小明,农业,良好,无,中华人民共和国,日托,否\n",
      "child name=潘小明 nationality=CHN hukou_type=1 attendance=1 left_behind=0 health=10 orphan=0"),
    of("words that leave it open", "姓名,户口性质\n潘小明,居民家庭户\n", "child name=潘小明 ~hukou_type"),
    of("six digits of a place", "姓名,户口所在地\n潘小明,441302\n", "child name=潘小明 hukou_place=441302000000"),
    of("no place", "姓名,户口所在地\n潘小明,999999\n", "child name=潘小明 !hukou_place"),
    of("who the guardian is", "姓名,监护人姓名\n潘小明,赵丽华（母）\n", "child name=潘小明 guardian_name=赵丽华 +guardian_name"),
    of("who the guardian is, first", "姓名,监护人姓名\n潘小明,母亲：赵丽华\n", "child name=潘小明 guardian_name=赵丽华 +guardian_name"),
    of("a name of several parts", "姓名,监护人姓名\n潘小明,John Smith\n", "child name=潘小明 guardian_name=John Smith"),
    // Dates.
    of(
      "times", "姓名,出生日期,入园日期\n潘小明,2022-03-05 00:00:00,2025-09-01 0:00:00\n陈小红,2022-03-05T00:00:00,2025/9/1 8:30\n",
      "child name=潘小明 birth_date=2022-03-05 entry_date=2025-09-01",
      "child name=陈小红 birth_date=2022-03-05 entry_date=2025-09-01"),
    of(
      "months", "姓名,入园日期\n潘小明,2024.9\n陈小红,2024年9月\n王小刚,202409\n赵小兰,2024\n钱小五,二〇二四年九月\n", "child name=潘小明 ~entry_date",
      "child name=陈小红 ~entry_date", "child name=王小刚 ~entry_date", "child name=赵小兰 ~entry_date",
      "child name=钱小五 ~entry_date"),
    of("a day's number", "姓名,出生日期\n潘小明,44625\n", "child name=潘小明 !birth_date"),
    of("unclear", "姓名,出生日期,入园日期\n潘小明,10/12/21,09/01/25\n", "child name=潘小明 !birth_date !entry_date"),
    of(
      "made clear by another row", "姓名,出生日期\n潘小明,10/12/21\n陈小红,10/25/21\n",
      "child name=潘小明 birth_date=2021-10-12", "child name=陈小红 birth_date=2021-10-25"),
    of(
      "day first, with whole years", "姓名,出生日期\n潘小明,05.03.2022\n陈小红,25.10.2021\n",
      "child name=潘小明 birth_date=2022-03-05", "child name=陈小红 birth_date=2021-10-25"),
    of("the year first", "姓名,出生日期\n潘小明,21/3/5\n", "child name=潘小明 birth_date=2021-03-05"),
    of(
      "two columns that disagree", "姓名,出生日期,入园日期\n潘小明,10/25/21,25/09/01\n",
      "child name=潘小明 !birth_date !entry_date"),
    // Digits that are gone. 441302202203051000 has a check character that does not fit, …042000 one that does.
    of(
      "zeros in several rows", "姓名,身份证号\n潘小明,441302202203051000\n陈小红,441302202204061000\n王小刚,441302202203051236\n",
      "child name=潘小明 !id_number", "child name=陈小红 !id_number", "child name=王小刚 id_number=441302202203051236"),
    // Signs in names, and what is said of them.
    of("a radical", "姓名,性别\n潘⼩明,男\n潘⻢明,男\n", "child name=潘小明 sex=1 +name", "child name=潘马明 sex=1 +name"),
    of(
      "what nobody sees", "姓名\n潘小明\u{FE0F}\n潘小明\u{E0100}\n潘\u{200D}小明\n潘\u{200C}小明\n潘小明\u{E0041}\n",
      "child name=潘小明 +name", "child name=潘小明\u{E0100} +name", "child name=潘小明 +name", "child name=潘小明 +name",
      "child name=潘小明 +name"),
    of(
      "dots", "姓名,监护人姓名\n买买提。艾力,\n买买提˙艾力,\n买买提﹒艾力,\n买买提ꞏ艾力,\n买买提-艾力,\n买买提·艾力,艾力•买买提（父）\n",
      "child name=买买提·艾力 +name", "child name=买买提·艾力 +name", "child name=买买提·艾力 +name", "child name=买买提·艾力 +name",
      "child name=买买提·艾力 +name", "child name=买买提·艾力 guardian_name=艾力·买买提 +guardian_name +guardian_name"),
    of("a sign in a text", "姓名,现住址\n潘小明,示范路\u{200B}8号\n", "child name=潘小明 address=示范路8号 +address"),
    of("a lost character", "姓名,性别\n潘?明,男\n潘\u{FFFD}明,男\n", "child sex=1 !name", "child sex=1 !name"),
    of("zeros in one row", "姓名,身份证号\n潘小明,441302202203051000\n", "child name=潘小明 id_number=441302202203051000"),
  ]

  @Test(arguments: cases) func `each row is what it is, and gives what it says`(roster case: Case) throws {
    let sheet = try #require(try table(`case`.text).flatMap(self.sheet))
    #expect(described(sheet) == `case`.wanted)
  }

  private func table(_ text: String) throws -> SheetTable? {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("r-\(UUID().uuidString).csv").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try SheetReader.tables(path: path, mostRows: 100).tables.first
  }

  private func sheet(_ table: SheetTable) -> RosterSheet? {
    RosterSheet(table, for: .children, headings: roster.headings)
  }

  private func described(_ sheet: RosterSheet) -> [String] {
    var reader = RosterReader(sheet, form: roster.form, setting: roster.setting, words: roster.headings.words)
    return sheet.lines.map { line in
      guard line.kind == .child else { return line.kind.rawValue }
      let row = reader.read(line)
      let items = roster.form.fields.indices.map { RosterItem.field($0) } + [.className, .telephone]
      let values = items.compactMap { item in row.values[item].map { "\(name(item))=\($0)" } }
      return
        (["child"] + values + row.faults.map { "!\(name($0.item))" }
        + row.owed.keys.map(name).sorted().map { "~\($0)" } + row.remarks.map { "+\(name($0.item))" })
        .joined(separator: " ")
    }
  }

  private func name(_ item: RosterItem) -> String {
    switch item {
    case .field(let field): roster.form.fields[field].name
    case .className: "class"
    case .telephone: "telephone"
    case .studentNumber: "number"
    }
  }

  // MARK: Columns

  private func uses(_ table: SheetTable, takesHidden: Bool = false) throws -> [String] {
    let sheet = try #require(
      RosterSheet(table, for: .children, headings: roster.headings, takesHidden: takesHidden))
    return sheet.mapping.columns.map { column in
      switch column.use {
      case .item(let item): "\(column.letters) \(name(item))"
      case .neglected(let neglect): "\(column.letters) \(column.heading) \(neglect)"
      }
    }
  }

  @Test func `a column with something in it and no heading is listed, and so is everybody else's`() throws {
    let rows = [
      Roster.row(["姓名", "父亲姓名", "关系", "", "备注", "", "性别"]),
      Roster.row(["潘小明", "潘大明", "父", "x", "", "", "男"], number: 2),
    ]
    #expect(
      try uses(SheetTable(rows: rows)) == [
        "A name", "B 父亲姓名 ofAnotherPerson", "C 关系 unknown", "D  nameless", "E 备注 unknown", "G sex",
      ])
  }

  @Test func `what is hidden is left out and counted, and taken when it is asked for`() throws {
    var looks = SheetLooks()
    looks.hiddenRows = [3, 9]
    looks.hiddenColumns = [1...1]
    let rows = [["姓名", "现住址"], ["潘小明", "示范路8号"], ["陈小红", "示范路9号"]].enumerated().map {
      Roster.row($0.element, number: $0.offset + 1)
    }
    let table = SheetTable(name: "名单", rows: rows, looks: looks)
    let sheet = try #require(self.sheet(table))
    #expect(sheet.hiddenRows == [3] && sheet.children.map(\.row.number) == [2] && sheet.className == nil)
    #expect(try uses(table) == ["A name", "B 现住址 hidden"])
    #expect(try uses(table, takesHidden: true) == ["A name", "B address"])
    let all = RosterSheet(table, for: .children, headings: roster.headings, takesHidden: true)
    #expect(all?.children.count == 2 && all?.hiddenRows == [])
  }

  @Test func `merged cells hold the same in every row that they cover`() throws {
    var looks = SheetLooks()
    looks.merged = [
      CellRange(rows: 1...1, columns: 0...2), CellRange(rows: 2...3, columns: 0...0),
      CellRange(rows: 2...2, columns: 1...2), CellRange(rows: 4...5, columns: 0...0),
    ]
    let rows = [
      ["花名册"], ["班级", "幼儿", ""], ["", "姓名", "性别"], ["小一班", "潘小明", "男"], ["", "陈小红", "女"], ["", "王小刚", "男"],
    ].enumerated().map { Roster.row($0.element, number: $0.offset + 1) }
    let sheet = try #require(self.sheet(SheetTable(rows: rows, looks: looks)))
    #expect(
      described(sheet) == [
        "child name=潘小明 sex=1 class=小一班", "child name=陈小红 sex=2 class=小一班", "child name=王小刚 sex=1",
      ])
  }

  @Test(arguments: [
    ("小一班", "小一班"), ("大班", "大班"), ("小一班名单", "小一班"), ("2026年秋季小一班花名册", nil), ("Sheet1", nil), ("班", nil), ("花名册", nil),
    ("中 二 班", "中二班"), ("2026秋 向日葵班", "向日葵班"),
  ])
  func `a sheet's name may be a class's`(name: String, wanted: String?) {
    #expect(RosterSheet.className(in: name, of: ["向日葵班"]) == wanted)
  }

  @Test func `the table of words is right`() throws {
    for row in try RosterWords.rows(in: .embedded) {
      switch row.list {
      case "row": #expect(RosterRowKind(rawValue: row.code) != nil, "\(row.code)")
      case "person": break
      case "relation": #expect(roster.form.lists.list("relation").choice(row.code) != nil, "\(row.code)")
      default:
        let list = roster.form.lists.list(row.list)
        #expect(row.code == "owed" || list.choice(row.code) != nil, "\(row.list) \(row.code)")
        for word in row.words {
          let meaning = roster.headings.words.meaning(of: word, in: row.list)
          #expect(meaning == (row.code == "owed" ? .owed : .code(row.code)), "\(row.list) \(word) is two")
        }
      }
    }
  }

  @Test func `a number cell is what its format shows`() {
    for (code, number, shown) in [
      ("0000", 302.0, "0302"), ("00", 5, "05"), ("0", 5, nil), ("0.00", 5, nil), ("General", 5, nil),
      ("\"小\"00\"班\"", 3, "小03班"),
      ("0%", 0.5, "50%"), ("0.0%", 0.125, "12.5%"), ("0000", 4.41302202203051e17, nil), ("@", 302, nil),
      ("00;-00", 7, "07"),
    ] as [(String, Double, String?)] {
      #expect(CellFormat(code).shown(number) == shown, "\(code)")
    }
    for (code, isWhole) in [
      ("yyyy-mm-dd", true), ("yyyy\"年\"m\"月\"", false), ("m\"月\"d\"日\"", false), ("yyyy/m", false),
      ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", true),
      ("yyyy-mm-dd hh:mm", true), ("h:mm", true),
    ] {
      #expect(CellFormat(code) == (code == "h:mm" ? CellFormat("h:mm") : .date(isWhole: isWhole)), "\(code)")
    }
  }
}
