import FormModel
import Records
import Standards
import Testing

@testable import Sheets

/// What stands on a paper form, before it is laid out.
@Suite struct PaperFormTests {
  private let form: Form

  init() throws { form = try PaperSample.form.get() }

  private func row(_ name: String, of paper: PaperForm) throws -> PaperForm.Row {
    let field = try #require(form.index(of: name))
    return try #require(paper.sections.flatMap(\.rows).first { $0.number == field + 1 })
  }

  @Test(arguments: [
    ("name", "潘小明"), ("id_number", "441302 20220305 1236"), ("birth_date", "2022年3月5日"), ("ethnic_group", "毛南族"),
    ("birthplace", "广东省 · 惠州市 · 惠城区"), ("class_code", "中二班"), ("sex", "男"),
    ("guardian_id_number", "441302 19900101 0028"),
  ])
  func `a value stands as a person reads it, numbers whole`(name: String, shown: String) throws {
    let row = try row(name, of: PaperSample.paper(PaperSample.record()))
    #expect(row.entry == .value(shown) && row.mark.isEmpty)
  }

  @Test func `every item stands once, in the desk's sections, the misprinted one by its right name`() throws {
    for paper in [try PaperSample.paper(PaperSample.record()), try blank()] {
      let rows = paper.sections.flatMap(\.rows)
      #expect(rows.map(\.number) == form.order.map { $0 + 1 })
      #expect(rows.map(\.number).sorted() == Array(1...28))
      #expect(paper.sections.map(\.title) == form.sections.map(\.label.chinese))
      #expect(rows.first { $0.number == 21 }?.label == "是不是进城务工人员的孩子")
    }
  }

  @Test func `what is blank, put off or not asked says so, and how much is missing stands at the foot`() throws {
    let (hukou, address) = (try #require(form.index(of: "hukou_type")), try #require(form.index(of: "address")))
    func owed(_ day: Int, _ note: String) -> Owed {
      Owed(reason: .document, who: .guardian, due: CalendarDate(year: 2026, month: 2, day: day), note: note)
    }
    let record = try PaperSample.record(
      ["health": nil, "blood_type": nil],
      [.owe(owed(9, "户口本在老家要过年才能拿来"), field: hukou), .owe(owed(3, ""), field: address)])
    let paper = try PaperSample.paper(record)
    #expect(try row("hukou_type", of: paper).entry == .absent("待补 户口本在老家… 2026-02-09"))
    #expect(try row("address", of: paper).entry == .absent("待补  2026-02-03"))
    #expect(try row("health", of: paper).entry == .absent("还没有填"))
    #expect(try row("blood_type", of: paper).entry == .absent("可以不填"))
    #expect(try row("disability_type", of: paper).entry == .absent("不适用"))
    #expect(paper.remarks.first == "缺 3 2026-02-03")
  }

  @Test func `what a teacher gave is marked for the guardian, and counted`() throws {
    let paper = try PaperSample.paper(PaperSample.record(by: PaperSample.teacher))
    #expect(try row("name", of: paper).mark == "◇ 请核对")
    #expect(try row("class_code", of: paper).mark.isEmpty)
    #expect(paper.remarks == ["◇ \(PaperSample.answers.count)", "为什么要填"])
    #expect(try PaperSample.paper(PaperSample.record()).remarks == ["为什么要填"])
  }

  @Test func `a change that was proposed stands below the value that still holds`() throws {
    let field = try #require(form.index(of: "address"))
    let record = try PaperSample.record()
    var json = try #require(record.json(form: form).object)
    json["proposals"] = .array([
      .object([
        "field": .string("address"), "value": .string(String(repeating: "新", count: 60)),
        "at": .string("2026-01-01T08:00:00.000+08:00"),
        "by": .object(["role": .string("guardian"), "name": .string("潘女士")]),
      ])
    ])
    let paper = try PaperSample.paper(Record(json: .object(json), form: form))
    let row = try #require(paper.sections.flatMap(\.rows).first { $0.number == field + 1 })
    #expect(row.entry == .value("示范路8号3栋"))
    #expect(row.remarks == ["改成 \(String(repeating: "新", count: 23))…"])
  }

  @Test func `the head tells code, class, state, number and day, and no name`() throws {
    let record = try PaperSample.record(className: nil)
    let paper = try PaperSample.paper(record)
    #expect(paper.facts.map(\.value) == [record.code.text, "—", "draft", "尚未下发", "2026年1月1日"])
    #expect(try row("class_code", of: paper).entry == .absent("可以不填"))
  }

  // MARK: The form to complete

  @Test func `what is known stands, and there is room to write where something is missing or wrong`() throws {
    let address = try #require(form.index(of: "address"))
    let record = try PaperSample.record(
      ["health": nil, "blood_type": nil, "guardian_id_number": "441302199001010027"],
      [.owe(Owed(reason: .document, who: .guardian, due: nil, note: ""), field: address)])
    let paper = PaperForm(
      completing: record, form: form, setting: PaperSample.setting, settings: Settings(),
      words: PaperSample.Words(language: .chinese))
    #expect(try row("name", of: paper).entry == .value("潘小明"))
    #expect(try row("address", of: paper).entry == .blanks([PaperForm.Blank()]))
    guard case .choices = try row("health", of: paper).entry else { return #expect(Bool(false), "to be ticked") }
    let wrong = try row("guardian_id_number", of: paper)
    #expect(wrong.entry == .blanks([PaperForm.Blank(boxes: 18, after: "")]))
    #expect(wrong.remarks.first == "441302 19900101 0027", "what stands wrong is printed beside")
    #expect(try row("blood_type", of: paper).entry == .absent("可以不填"))
    let html = Paper.forms([paper]).html
    #expect(html.components(separatedBy: "☐ 以后补").count == 4, "a box to put it off, where something is to be written")
  }

  // MARK: The empty form

  private func blank(_ classes: [String] = ["小一班", "大一班"]) throws -> PaperForm {
    PaperForm(blank: form, kindergarten: "示范幼儿园", classes: classes, words: PaperSample.Words(language: .chinese))
  }

  @Test func `short lists are printed to be ticked, the rest has room to write`() throws {
    let paper = try blank()
    let line = PaperForm.Blank(boxes: 0, after: "")
    func entry(_ name: String) throws -> PaperForm.Entry { try row(name, of: paper).entry }
    #expect(try entry("sex") == .choices(["男", "女"], other: nil))
    #expect(try entry("class_code") == .choices(["小一班", "大一班"], other: nil))
    #expect(try entry("nationality") == .choices(["中国"], other: "其他"))
    #expect(try entry("ethnic_group") == .blanks([line]))
    #expect(try entry("address") == .blanks([line]))
    #expect(try entry("id_number") == .blanks([PaperForm.Blank(boxes: 18, after: "")]))
    #expect(try entry("birthplace") == .blanks(["省", "市", "县"].map { PaperForm.Blank(boxes: 0, after: $0) }))
    #expect(
      try entry("entry_date")
        == .blanks([
          PaperForm.Blank(boxes: 4, after: "年"), PaperForm.Blank(boxes: 2, after: "月"),
          PaperForm.Blank(boxes: 2, after: "日"),
        ]))
    #expect(try row("class_code", of: blank([])).entry == .blanks([line]))
  }

  @Test func `an item says where to look, and when it is asked at all`() throws {
    let paper = try blank()
    #expect(
      try row("nonagricultural_type", of: paper).remarks == ["户口性质=非农业户口 才填", "户口簿首页“住址”。"])
    #expect(try row("disability_type", of: paper).remarks.first == "是不是残疾幼儿=是 才填")
    #expect(try row("ethnic_group", of: paper).remarks == ["户口簿上孩子那一页，第三行“民族”。"])
    #expect(paper.remarks == ["照着写", "国籍或地区≠中国：9 11 13 14 15 19 20 21"])
  }
}
