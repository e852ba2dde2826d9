import Standards
import Testing

@testable import FormModel

/// The form and the lists that are built in.
@Suite struct BuiltInFormTests {
  /// Every form that is built in: a file beside the lists, not below them.
  static let names = FormFolder.embeddedNames.filter { $0.hasSuffix(".json") && !$0.contains("/") }

  @Test(arguments: names)
  func `every form is read and its words are found in its lists`(file: String) throws {
    let form = try Form.load(String(file.dropLast(".json".count)), from: .embedded)
    try form.verify(file: file)
    #expect(form.order.sorted() == Array(form.fields.indices))
    for field in form.fields.indices { #expect(form.section(of: field) != nil) }
  }

  @Test func `the forms are more than none`() { #expect(Self.names.contains("preschool-28.json")) }

  @Test(arguments: FormFolder.embeddedNames.filter { $0.hasPrefix("lists/") })
  func `every list is read and says where it is from`(file: String) throws {
    let table = try TSVTable(file, in: .embedded)
    #expect(table.remarks["standard"]?.isEmpty == false)
    #expect(table.count > 0)
  }

  /// The sheet's headings of 2018, in its order, and which items it marks as required (必填, or 中国 only).
  @Test func `the items stand as on the sheet`() throws {
    let form = try Sample.form()
    #expect(
      form.fields.map(\.heading) == [
        "姓名", "班级编码", "性别", "出生日期", "身份证件类型", "身份证件号码", "血型", "国籍/地区", "民族", "港澳台侨外", "出生所在地", "籍贯", "户口性质", "非农业户口类型",
        "户口所在地", "现住址", "入园日期", "就读方式", "是否独生子女", "是否留守儿童", "是否进城务工人员子女", "健康状况", "是否残疾幼儿", "残疾幼儿类别", "是否孤儿", "监护人姓名",
        "监护人身份证件类型", "监护人身份证件号码",
      ])
    #expect(
      form.fields.map(\.name) == [
        "name", "class_code", "sex", "birth_date", "id_type", "id_number", "blood_type", "nationality", "ethnic_group",
        "overseas_status", "birthplace", "native_place", "hukou_type", "nonagricultural_type", "hukou_place", "address",
        "entry_date", "attendance", "only_child", "left_behind", "migrant_worker_child", "health", "disabled",
        "disability_type", "orphan", "guardian_name", "guardian_id_type", "guardian_id_number",
      ])
    let misprint = form.fields.filter { !$0.otherHeadings.isEmpty }
    #expect(misprint.map(\.otherHeadings) == [["否进城务工人员子女"]])
    #expect(misprint.map(\.heading) == ["是否进城务工人员子女"])
  }

  @Test func `the number is asked before what it says, and three answers are suggested`() throws {
    let form = try Sample.form()
    #expect(form.sections.map(\.label.chinese) == ["孩子", "户口与住址", "在园", "家庭与健康", "监护人"])
    #expect(
      form.order.prefix(9).map { form.fields[$0].name } == [
        "name", "nationality", "id_type", "id_number", "sex", "birth_date", "ethnic_group", "overseas_status",
        "blood_type",
      ])
    let suggested = form.fields.filter { $0.suggestion != nil }.map { [$0.name, $0.suggestion ?? ""] }
    #expect(
      suggested == [["id_type", "1"], ["nationality", "CHN"], ["overseas_status", "00"], ["guardian_id_type", "1"]])
  }

  /// The sheet's drop-down texts of 2018 with the system's codes.
  @Test(arguments: [
    ("sex", "1 男 · 2 女"), ("yesno", "1 是 · 0 否"),
    ("id-child", "1 居民身份证 · 6 香港特区护照/身份证明 · 7 澳门特区护照/身份证明 · 8 台湾居民来往大陆通行证 · 9 境外永久居住证 · A 护照 · Z 其他"),
    (
      "id-adult",
      "1 居民身份证 · 2 军官证 · 3 士兵证 · 4 文职干部证 · 5 部队离退休证 · 6 香港特区护照/身份证明 · 7 澳门特区护照/身份证明 · 8 台湾居民来往大陆通行证 · 9 境外永久居住证 · A 护照 · B 户口簿 · Z 其他"
    ),
    (
      "blood", "0 未知血型 · 1 A血型 · 2 B血型 · 3 AB血型 · 4 O血型 · 5 RH阳性血型 · 6 RH阴性血型 · 7 HLA血型 · 8 未定血型 · 9 其他血型"
    ),
    (
      "overseas",
      "00 非港澳台侨 · 01 香港同胞 · 02 香港同胞亲属 · 03 澳门同胞 · 04 澳门同胞亲属 · 05 台湾同胞 · 06 台湾同胞亲属 · 11 华侨 · 12 侨眷 · 13 归侨 · 14 归侨子女 · 21 归国留学人员 · 31 非华裔中国人 · 41 外籍华裔人 · 51 外国人 · 99 其他"
    ),
    ("hukou", "1 农业户口 · 2 非农业户口"), ("nonagri", "1 城市 · 2 县城 · 3 乡镇"), ("attend", "1 走读 · 2 住校"),
    ("left", "0 非留守儿童 · 1 单亲留守儿童 · 2 双亲留守儿童"), ("health", "10 健康或良好 · 20 一般或较弱 · 30 有慢性病 · 50 残疾"),
    ("disab", "1 视力残疾 · 2 听力残疾 · 3 言语残疾 · 4 肢体残疾 · 5 智力残疾 · 6 精神残疾 · 7 多重残疾 · 9 其他残疾"),
  ])
  func `a list has the sheet's words, character for character`(name: String, words: String) throws {
    let list = try Sample.form().lists.load(name)
    #expect(list.choices.map { "\($0.code) \($0.text)" }.joined(separator: " · ") == words)
    for choice in list.choices { #expect(list.code(ofText: choice.text) == choice.code) }
  }

  /// How many entries the large lists have, and the ones that are easily lost.
  @Test(arguments: [
    ("ethnic", 60, ["01 汉族", "36 毛难族", "56 基诺族", "57 穿青人族", "58 穿青族", "97 其他", "98 外国血统中国籍人士"]),
    ("country", 239, ["CHN 中国", "HKG 香港", "MAC 澳门", "TWN 台湾", "MOZ 莫桑比亚"]),
    ("region", 3_418, ["441302000000 441302000000", "1301A2000000 1301A2000000", "5426A1000000 5426A1000000"]),
  ])
  func `the large lists are whole`(name: String, count: Int, entries: [String]) throws {
    let list = try Sample.form().lists.load(name)
    #expect(list.choices.count == count)
    for entry in entries {
      let parts = entry.split(separator: " ").map(String.init)
      #expect(list.choice(parts[0])?.text == parts[1])
    }
  }

  @Test(arguments: ["5401A1000000", "5422A1000000", "5423A1000000", "5426A1000000"])
  func `a region without a name is known and not offered`(code: String) throws {
    let lists = try Sample.form().lists
    #expect(lists.list("region").choice(code)?.label.chinese == code)
    #expect(lists.search("region", code, near: nil, limit: 9) == [])
    #expect(try CheckRow("", ["birthplace": .value(code)]).found() == [])
  }

  @Test func `an old spelling is shown as it is today and taken in both`() throws {
    let list = try Sample.form().lists.load("ethnic")
    #expect(list.choice("36")?.label.chinese == "毛南族")
    #expect(list.code(ofText: "毛难族") == "36")
    #expect(list.code(ofText: "毛南族") == "36")
    #expect(list.code(ofText: "毛") == nil)
    let place = try #require(try Sample.form().lists.load("region").choice("441302000000"))
    #expect(place.path + [place.label.chinese] == ["广东省", "惠州市", "惠城区"])
  }
}
