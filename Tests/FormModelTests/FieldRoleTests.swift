import Standards
import Testing

@testable import FormModel

/// What a form says of its items beyond their type: roles, what is likelier, what is shared, how it is said.
@Suite struct FieldRoleTests {
  @Test func `each role stands at one item of the 28`() throws {
    let form = try Sample.form()
    let roles = FieldRole.allCases.map { role in form.field(role).map { form.fields[$0].heading } ?? "-" }
    #expect(
      roles == ["姓名", "身份证件号码", "出生日期", "入园日期", "监护人姓名", "是否进城务工人员子女", "是否留守儿童", "是否残疾幼儿", "是否孤儿"])
    #expect(
      form.fields.filter(\.isLent).map(\.heading) == [
        "班级编码", "身份证件类型", "国籍/地区", "民族", "港澳台侨外", "籍贯", "户口性质", "非农业户口类型", "户口所在地", "现住址", "入园日期", "监护人姓名",
        "监护人身份证件类型", "监护人身份证件号码",
      ])
    #expect(form.fields.filter(\.isOnlyTold).map(\.heading) == ["血型", "是否留守儿童", "健康状况", "是否残疾幼儿", "残疾幼儿类别", "是否孤儿"])
    #expect(
      form.fields.filter(\.isCarried).map(\.heading) == ["班级编码", "身份证件类型", "国籍/地区", "民族", "港澳台侨外", "入园日期", "就读方式"])
    #expect(
      form.fields.filter(\.mayRepeat).map(\.heading) == [
        "班级编码", "身份证件类型", "国籍/地区", "民族", "港澳台侨外", "出生所在地", "户口性质", "非农业户口类型", "户口所在地", "入园日期", "就读方式",
        "是否独生子女", "是否进城务工人员子女",
      ])
    #expect(
      form.fields.filter { $0.readFrom != nil }.map(\.heading) == ["身份证件号码", "民族", "籍贯", "户口性质", "非农业户口类型", "户口所在地"])
    #expect(form.fields.filter { $0.places != nil }.map(\.heading) == ["籍贯", "现住址"])
    #expect(form.sentences.flatMap(\.self).sorted() == Array(form.fields.indices))
    #expect(["ethnic", "country", "region"].map { form.lists.list($0).exampleQuery } == ["hz", "zg", "hcq"])
  }

  @Test func `a form without roles finds none`() throws {
    try OwnForm().withFolder { folder in
      let form = try Form.load("club-6", from: folder)
      #expect(FieldRole.allCases.allSatisfy { form.field($0) == nil })
      #expect(form.suggests(from: 3) == [])
      // A search that is no list's remark: the first code always finds something.
      #expect(form.lists.list("club").exampleQuery == "C")
    }
  }

  /// 18 characters that begin so belong to a document of Hong Kong, Macao or Taiwan (GB 11643, specification §4).
  @Test(
    arguments: [
      ("810000199408230021", "1", "6"), ("820000199201300022", nil, "7"), ("830000199201300022", "1", "8"),
      ("81000019940823002", "1", nil), ("8100001994082300210", "1", nil), ("441302202103080015", "1", nil),
      ("810000199408230021", "A", nil),
    ] as [(String, String?, String?)])
  func `a number may make another document likelier`(number: String, document: String?, expected: String?) throws {
    let form = try Sample.form()
    let (type, nationality) = (try #require(form.index(of: "id_type")), try #require(form.index(of: "nationality")))
    let field = try #require(form.field(.childNumber))
    let setting = CheckSetting(today: Sample.today)
    let answers = Sample.answers(
      ["id_number": .value(number), "id_type": document.map { .value($0) } ?? .blank, "nationality": .blank], form)
    for isOnlyAccepted in [false, true] {
      let likelier = form.likelier(for: type, isOnlyAccepted: isOnlyAccepted, in: answers, setting: setting)
      #expect(likelier?.value == expected)
    }
    let overseas = try #require(form.index(of: "overseas_status"))
    #expect(form.suggests(from: field) == [type, nationality, overseas])
    #expect(form.suggests(from: type) == [nationality, overseas])
    #expect(form.suggests(from: nationality) == [type, overseas])
  }

  @Test(arguments: [("6", "HKG"), ("7", "MAC"), ("8", "TWN"), ("1", nil)] as [(String, String?)])
  func `a document makes its region likelier where China was only accepted`(type: String, region: String?) throws {
    let form = try Sample.form()
    let nationality = try #require(form.index(of: "nationality"))
    let setting = CheckSetting(today: Sample.today)
    func likelier(_ value: Answer, isOnlyAccepted: Bool) -> String? {
      let answers = Sample.answers(["id_type": .value(type), "nationality": value], form)
      return form.likelier(for: nationality, isOnlyAccepted: isOnlyAccepted, in: answers, setting: setting)?.value
    }
    #expect(likelier("CHN", isOnlyAccepted: true) == region)
    #expect(likelier(.blank, isOnlyAccepted: false) == region)
    #expect(likelier("CHN", isOnlyAccepted: false) == nil)
    #expect(likelier("USA", isOnlyAccepted: true) == nil)
  }
}
