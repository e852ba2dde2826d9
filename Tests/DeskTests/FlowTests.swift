import FormModel
import Records
import Sentences
import Standards
import Terminal
import Testing
import Wording

@testable import Desk

/// Whole sittings: what families really do.
@Suite struct FlowTests {
  /// The values of the record that is on the screen or, once it has left, in the store.
  private func values(_ sitting: Sitting) throws -> [String: String] {
    let record = try #require(sitting.record ?? sitting.stored.values.max { $0.revision < $1.revision })
    var values: [String: String] = [:]
    for (field, definition) in sitting.context.form.fields.enumerated() {
      values[definition.name] = record.answers[field]?.value
    }
    return values
  }

  @Test func `a child of the mainland: 28 items, all good, handed in`() throws {
    var sitting = try Sitting()
    sitting.fillAll()
    #expect(sitting.shows(words(of: CheckPhrase.allGood)))
    let expected = [
      "name": "潘小明", "sex": "1", "birth_date": "2022-03-05", "id_type": "1", "id_number": Sitting.boy,
      "nationality": "CHN", "ethnic_group": "01", "overseas_status": "00", "birthplace": "441302000000",
      "native_place": "广东惠州", "hukou_type": "1", "hukou_place": "441302000000", "address": "广东省惠州市惠城区示范路8号3栋",
      "entry_date": "2025-09-01", "attendance": "1", "only_child": "1", "left_behind": "0",
      "migrant_worker_child": "0", "health": "10", "disabled": "0", "orphan": "0", "guardian_name": "潘大明",
      "guardian_id_type": "1", "guardian_id_number": Sitting.mother,
    ]
    #expect(try values(sitting) == expected)
    #expect(sitting.record?.contact.className == "小一班")
    sitting.handIn()
    let record = try #require(sitting.stored.values.first)
    #expect(record.status == .submitted)
    #expect(record.contact.telephone == "13800000000")
    #expect(record.changed.by.relation == "52")
    #expect(sitting.shows("交好了") && sitting.shows("Z E 9 Z"))
    #expect(!sitting.shows("潘小明"))
  }

  @Test func `a child of Hong Kong: its region is offered, and nothing else gets stuck`() throws {
    var sitting = try Sitting()
    sitting.enter("陈大文")
    sitting.type("2")
    #expect(sitting.shows("香港：中国香港 · 香港特区护照/身份证明 · 香港同胞"))
    sitting.type("1")
    #expect(sitting.value("nationality") == "HKG" && sitting.value("id_type") == "6")
    #expect(sitting.value("overseas_status") == "01" && sitting.answer("overseas_status")?.source == .accepted)
    #expect(sitting.item == "id_number")
    sitting.enter("H12345678")
    sitting.type("1")
    sitting.enter("20220305")
    #expect(sitting.item == "blood_type", "no ethnic group is asked")
    sitting.press(.enter)
    #expect(sitting.item == "native_place", "no birthplace is asked")
    sitting.enter("香港")
    #expect(sitting.item == "address", "no household registration is asked")
    sitting.enter("示范路8号3栋")
    sitting.fillKindergarten()
    #expect(sitting.item == "health", "the family items of mainland children are not asked")
    sitting.type("122")
    sitting.fillGuardian()
    #expect(sitting.shows(words(of: CheckPhrase.allGood)), "\(sitting.screen)")
    let values = try values(sitting)
    for name in ["ethnic_group", "birthplace", "hukou_type", "hukou_place", "only_child", "left_behind"] {
      #expect(values[name] == nil, "\(name)")
    }
  }

  @Test func `the region that was offered can be declined`() throws {
    var sitting = try Scene.region.play()
    sitting.press(.tab)
    #expect(sitting.item == "id_type" && sitting.value("nationality") == nil)
    sitting.press(.up)
    sitting.enter("zg")
    #expect(sitting.answer("nationality")?.source == .told)
    sitting.type("2")
    #expect(sitting.item == "id_number", "it is not offered again")
  }

  @Test(arguments: [
    // The document's key on the screen, and the region that is offered.
    ("2", "HKG"), ("3", "MAC"), ("4", "TWN"),
  ])
  func `a document of another region brings the region up`(document: String, region: String) throws {
    var sitting = try Sitting()
    sitting.enter("陈大文")
    sitting.press(.function(6))
    sitting.enter("5")
    sitting.type(document)
    #expect(sitting.item == "nationality")
    sitting.enter()
    #expect(sitting.value("nationality") == region)
    #expect(sitting.value("hukou_type") == nil && sitting.item == "id_type")
  }

  @Test(arguments: [("810000202103080012", "6", "HKG"), ("830000202103080016", "8", "TWN")])
  func `a number of another region brings its document up, and then the region`(
    number: String, document: String, region: String
  ) throws {
    var sitting = try Sitting()
    sitting.enter("陈大文")
    sitting.type("1")
    sitting.enter(number)
    #expect(sitting.item == "id_type" && sitting.shows("号码是港澳台居民的"), "\(sitting.screen)")
    sitting.enter()
    #expect(sitting.value("id_type") == document && sitting.item == "nationality")
    sitting.enter()
    #expect(sitting.value("nationality") == region)
  }

  @Test func `the identity card can be kept with a number of another region`() throws {
    var sitting = try Sitting()
    sitting.enter("陈大文")
    sitting.type("1")
    sitting.enter("810000202103080012")
    #expect(sitting.item == "id_type")
    sitting.type("1")
    #expect(sitting.value("id_type") == "1" && sitting.answer("id_type")?.source == .told)
    #expect(sitting.item == "id_number")
    sitting.enter()
    #expect(sitting.item != "id_type" && sitting.item != "nationality", "it is not offered again")
  }

  @Test func `what is mended in a name is said while it is typed`() throws {
    var sitting = try Sitting()
    sitting.type("买买提-\u{2F29}")
    #expect(sitting.shows("记成“买买提·小”"), "\(sitting.screen)")
    sitting.enter()
    #expect(sitting.value("name") == "买买提·小")
  }

  @Test func `a child born abroad, of a county that no table has: owed to staff with the paper's words`() throws {
    var sitting = try Sitting()
    sitting.fillChild()
    sitting.press(.function(3), .up, .enter)
    #expect(sitting.shows("表中没有：\(label(of: "birthplace"))"))
    sitting.type("1")
    sitting.enter("日本大阪")
    let owed = try #require(sitting.answer("birthplace")?.owed)
    #expect(owed.who == .staff && owed.note == "境外出生：日本大阪")
    #expect(sitting.item == "native_place")
    sitting.press(.up)
    #expect(sitting.shows("… 以后补：境外出生：日本大阪"))
    sitting.press(.function(10))
    sitting.type("1")
    sitting.enter()
    #expect(sitting.shows("存好了") && !sitting.shows("还要补"), "the family has nothing to bring")
  }

  @Test func `an item is left to staff for the reasons that it can have and no others`() throws {
    let unregistered = OwedPhrase.unregistered.text.chinese
    var sitting = try Sitting()
    sitting.fillChild()
    sitting.press(.function(3), .up, .enter)
    #expect(
      sitting.shows(OwedPhrase.abroad.text.chinese) && !sitting.shows(unregistered), "everybody was born somewhere")
    sitting.press(.escape)
    sitting.press(.function(2))
    #expect(!sitting.shows(unregistered))
    sitting.press(.escape)
    let kind = try #require(sitting.context.form.index(of: "hukou_type"))
    sitting.press(.function(6))
    sitting.enter("\(kind + 1)")
    sitting.press(.function(2))
    #expect(sitting.shows(unregistered))
    sitting.type("4")
    let owed = try #require(sitting.answer("hukou_type")?.owed)
    #expect(owed == Owed(reason: .other, who: .staff, due: nil, note: unregistered))
  }

  @Test func `whoever sits down after a family is offered nothing of it`() throws {
    var sitting = try Sitting(.home)
    sitting.type("1")
    sitting.fillAll()
    sitting.handIn()
    var late = sitting
    // The key of the first page begins no form with this family's answers.
    sitting.type("1")
    #expect(sitting.guided == nil)
    sitting.type("n")
    sitting.press(.function(6))
    let field = try #require(sitting.context.form.index(of: "guardian_id_number"))
    sitting.enter("\(field + 1)")
    let number = try #require(sitting.stored.values.first?.answers[field]?.value)
    #expect(sitting.shows(words(of: GuidedPhrase.copied)) && !sitting.shows(number))
    sitting.enter()
    #expect(sitting.answer("guardian_id_number")?.value == number, "it is whole in the form")
    late.rest(seconds: 61)
    #expect(late.shows("取件码") && !late.shows("同一家"), "the code is still being copied")
    late.type("n")
    #expect(late.guided == nil)
  }

  @Test func `a brother or sister: what the family shares is offered, and taken only with Enter`() throws {
    var sitting = try Sitting(.home)
    sitting.type("1")
    sitting.fillAll()
    sitting.handIn()
    let first = try #require(sitting.stored.keys.first)
    sitting.type("n")
    #expect(sitting.record?.id != first)
    #expect(try values(sitting).isEmpty)
    sitting.enter("潘小丽")
    #expect(sitting.shows(words(of: GuidedPhrase.sharedTitle)) && sitting.shows("示范路8号3栋"))
    let number = Sitting.mother
    #expect(!sitting.shows(number), "a number of another child's form is not shown whole")
    sitting.type("2")
    #expect(sitting.shows("是内地户口的孩子吗"), "whoever differs is asked one after the other")
    sitting.type("1")
    sitting.enter("441302202303051224")
    sitting.press(.function(6))
    sitting.enter("16")
    #expect(sitting.shows("上一个孩子填的是“广东省惠州市惠城区示范路8号3栋”"))
    sitting.press(.tab, .up)
    #expect(sitting.value("address") == nil, "looked at and left alone")
    sitting.enter()
    #expect(sitting.answer("address")?.source == .copied)
    sitting.press(.function(6))
    sitting.enter("13")
    sitting.press(.function(5), .function(5))
    #expect(sitting.value("hukou_type") == nil)
    sitting.enter()
    #expect(sitting.answer("hukou_type")?.source == .copied)
    sitting.press(.function(6))
    sitting.enter("26")
    sitting.enter("潘大梅")
    #expect(sitting.answer("guardian_name")?.source == .told)
  }

  @Test func `taken home half done and found again by the code`() throws {
    var sitting = try Sitting(.home)
    sitting.type("1")
    sitting.fillChild()
    sitting.press(.function(10))
    sitting.type("1")
    sitting.enter("13800000000")
    #expect(sitting.shows(words(of: CheckPhrase.leaveTitle)) && sitting.shows("取件码"))
    let code = try #require(sitting.stored.values.first?.code.text)
    sitting.enter()
    #expect(sitting.shows("欢迎") && !sitting.shows(code))
    sitting.type("2")
    sitting.enter(code.lowercased())
    sitting.enter("20220306")
    #expect(sitting.shows("✗ 没有找到"))
    sitting.press(.control("u"))
    #expect(!sitting.shows("✗"))
    sitting.enter("2022-3-5")
    #expect(sitting.item == "birthplace", "it goes on at the first gap")
    // The telephone of the first sitting stays when the form is handed in.
    sitting.fillHome()
    sitting.fillKindergarten()
    sitting.fillFamily()
    sitting.fillGuardian()
    sitting.enter()
    sitting.type("1")
    #expect(sitting.shows("13800000000"))
    sitting.enter()
    #expect(sitting.stored.values.first?.contact.telephone == "13800000000")
  }

  @Test func `a wrong code and a wrong date read the same`() throws {
    var screens: [String] = []
    for (code, date) in [("2222", "20220305"), ("ZE9Z", "20220306")] {
      var sitting = try Sitting(.home)
      sitting.type("1")
      sitting.fillChild()
      sitting.press(.function(10), .function(10), .enter)
      sitting.type("2")
      sitting.enter(code)
      sitting.enter(date)
      screens.append(sitting.screen.replacing(code, with: "").replacing(date, with: ""))
    }
    #expect(screens[0] == screens[1])
    #expect(screens[0].contains("✗ 没有找到"))
  }

  @Test func `handed in with something owed`() throws {
    var sitting = try Sitting()
    sitting.fillChild()
    sitting.enter()
    sitting.press(.function(2))
    sitting.type("1")
    sitting.enter()
    sitting.type("1")
    sitting.enter()
    sitting.enter("示范路8号3栋")
    sitting.fillKindergarten()
    sitting.fillFamily()
    sitting.fillGuardian()
    #expect(sitting.shows(words(of: CheckPhrase.handInOwing)) && sitting.shows("… \(label(of: "native_place"))"))
    sitting.handIn(telephone: "")
    #expect(sitting.stored.values.first?.status == .submitted)
    #expect(sitting.shows("还要补") && sitting.shows("\(label(of: "native_place"))，2026年3月9日前"))
  }
}
