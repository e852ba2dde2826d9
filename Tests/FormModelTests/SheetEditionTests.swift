import Standards
import Testing

@testable import FormModel

/// The editions of the sheet that a form goes out on.
@Suite struct SheetEditionTests {
  /// The 28 headings of the edition of January 2018, as they are printed: the 21st lacks its first character.
  @Test func `the edition of 2018 has the headings as they are printed`() throws {
    let form = try Sample.form()
    let edition = try SheetEdition.load(of: form)
    #expect(
      edition.columns.map(\.heading) == [
        "姓名", "班级编码", "性别", "出生日期", "身份证件类型", "身份证件号码", "血型", "国籍/地区", "民族", "港澳台侨外", "出生所在地", "籍贯", "户口性质", "非农业户口类型",
        "户口所在地", "现住址", "入园日期", "就读方式", "是否独生子女", "是否留守儿童", "否进城务工人员子女", "健康状况", "是否残疾幼儿", "残疾幼儿类别", "是否孤儿", "监护人姓名",
        "监护人身份证件类型", "监护人身份证件号码",
      ])
    #expect(edition.edition == "2018-01")
    #expect(edition.columns.map(\.field) == Array(form.fields.indices))
    let dates = edition.columns.filter { $0.kind == .date }.map { form.fields[$0.field].name }
    #expect(dates == ["birth_date", "entry_date"])
  }

  @Test func `every edition that is built in can be loaded`() throws {
    let form = try Sample.form()
    let names = FormFolder.embeddedNames.filter { $0.hasPrefix("sheets/") && $0.hasSuffix(".json") }
    #expect(!names.isEmpty)
    for name in names {
      let edition = try SheetEdition.load(String(name.dropFirst("sheets/".count).dropLast(".json".count)), of: form)
      #expect(name == "sheets/\(edition.name).json")
      for column in edition.columns where form.fields[column.field].kind == .date { #expect(column.kind == .date) }
    }
  }

  private static let own = """
    { "format": "xueji-sheet/1", "name": "own", "form": "club-6", "edition": "2030-09",
      "title": { "zh": "棋社", "en": "Chess club" }, "sheet": "棋社",
      "columns": [ { "field": "game", "heading": "棋" }, { "field": "born", "heading": "哪天", "cell": "date" } ] }
    """

  /// What is changed in the file, and where the problem is said to be.
  @Test(arguments: [
    ("xueji-sheet/1", "xueji-sheet/9", FormProblem.Kind.wrongFormat, "format"),
    ("club-6", "other", .wrongFormat, "form"), ("\"game\"", "\"gone\"", .unknownField, "columns[0].field"),
    ("\"date\"", "\"number\"", .unknownType, "columns[1].cell"),
    ("\"哪天\"", "\"棋\"", .doubledName, "columns[1].heading"),
    ("\"cell\"", "\"kind\"", .unknownKey, "columns[1].kind"),
  ])
  func `a mistake in an edition is pointed at`(
    old: String, new: String, kind: FormProblem.Kind, place: String
  ) throws {
    var own = OwnForm()
    own.files["sheets/own.json"] = Self.own.replacing(old, with: new)
    try own.withFolder { folder in
      let form = try Form.load("club-6", from: folder)
      #expect {
        try SheetEdition.load("own", of: form)
      } throws: { error in
        let problem = error as? FormProblem
        return problem?.kind == kind && problem?.place == place && problem?.file == "sheets/own.json"
      }
    }
  }

  @Test func `another edition is another file`() throws {
    var own = OwnForm()
    own.files["sheets/own.json"] = Self.own
    try own.withFolder { folder in
      let form = try Form.load("club-6", from: folder)
      #expect(try SheetEdition.load("own", of: form).columns.map(\.heading) == ["棋", "哪天"])
      #expect(throws: FormProblem.self) { try SheetEdition.load("none", of: form) }
    }
  }
}
