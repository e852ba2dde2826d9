import FormModel
import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk
@testable import Filling

/// Several items are answered or put off at once, each of them still seen and changed by itself; and what is wrong is said
/// where it is mended.
@Suite struct TogetherTests {
  private static let answered = ["nationality", "id_type", "overseas_status"]

  // MARK: One question for three items

  @Test func `the household answers three items, which can be taken back together and changed one by one`() throws {
    var sitting = try Scene.household.play()
    sitting.press(.enter)
    #expect(sitting.shows(words(of: OwedPhrase.chooseFirst)), "nothing is taken that nobody chose")
    sitting.type("1")
    #expect(Self.answered.map { sitting.value($0) } == ["CHN", "1", "00"])
    #expect(Self.answered.allSatisfy { sitting.answer($0)?.source == .accepted })
    sitting.press(.control("z"))
    #expect(Self.answered.allSatisfy { sitting.value($0) == nil } && sitting.shows("是内地户口的孩子吗"))
    sitting.press(.control("y"))
    #expect(Self.answered.map { sitting.value($0) } == ["CHN", "1", "00"])
    // By its number an item is gone to by itself.
    sitting.press(.function(6))
    sitting.enter("5")
    #expect(sitting.shows(label(of: "id_type")))
    sitting.type("6")
    #expect(sitting.value("id_type") == "A" && sitting.value("nationality") == "CHN")
  }

  @Test func `whoever chose wrongly goes back to the question and chooses again`() throws {
    var sitting = try Scene.householdRegion.play()
    sitting.press(.up)
    #expect(sitting.shows("是内地户口的孩子吗"))
    sitting.type("2")
    sitting.type("2")
    #expect(Self.answered.map { sitting.value($0) } == ["MAC", "7", "03"])
    sitting.press(.up)
    #expect(sitting.shows("▸ 2  港澳台"))
    sitting.type("4")
    #expect(Self.answered.map { sitting.value($0) } == ["CHN", "Z", "00"])
    sitting.press(.up)
    sitting.type("3")
    #expect(sitting.item == "nationality" && Self.answered.allSatisfy { sitting.value($0) == nil })
    sitting.enter("FRA")
    #expect(sitting.item == "id_type" && sitting.shows("“护照”"))
    sitting.enter()
    #expect(sitting.value("id_type") == "A")
  }

  @Test func `the page put up again after a cut asks what it asked`() throws {
    for scene in [Scene.household, .householdRegion, .shared, .addressHead] {
      let sitting = try scene.play()
      let entry = try #require(sitting.guided?.entry)
      let place = try #require(entry.restPoint(sitting.context), "\(scene)")
      let again = try #require(FormEntry(at: place, entry.held, sitting.context))
      #expect(again.filling.asking == entry.filling.asking && again.editor == entry.editor, "\(scene)")
    }
    // The version before knew no questions, and no place in front of an address.
    for scene in [Scene.household, .addressHead] {
      let sitting = try scene.play()
      let entry = try #require(sitting.guided?.entry)
      var place = try #require(entry.restPoint(sitting.context)?.object)
      place["asking"] = nil
      let again = try #require(FormEntry(at: .object(place), entry.held, sitting.context))
      #expect(again.filling.asking == .item && again.editor.textEditor?.text ?? "" == "", "\(scene)")
    }
  }

  // MARK: What only one's own word answers

  @Test func `health, disability, orphan, left behind and blood are never offered, by nothing`() throws {
    let form = try Sitting.form.get()
    let told = form.fields.indices.filter { form.fields[$0].isOnlyTold }
    #expect(told.count == 6)
    for scene in [Scene.shared, .checkGood, .household] {
      let sitting = try scene.play()
      let filling = try #require(sitting.guided?.entry.filling)
      for field in told {
        #expect(filling.suggestion(for: field, sitting.context.filling) == nil)
        #expect(!filling.sharedFields(sitting.context.filling).contains(field))
        #expect(form.question(answering: field) == nil)
      }
    }
  }

  // MARK: A paper that is not here

  @Test
  func `what is read from a paper that is not here is put off with one reason and one day, and back with one key`()
    throws
  {
    var sitting = try Sitting()
    sitting.enter("潘小明")
    sitting.type("1")
    sitting.press(.function(2))
    #expect(sitting.shows("\(words(of: OwedPhrase.paperMissing))") && sitting.shows(" 5 "), "\(sitting)")
    sitting.type("4")
    sitting.press(.control("u"))
    sitting.enter("20260309")
    let read = ["id_number", "ethnic_group", "native_place", "hukou_type", "hukou_place"]
    let owed = read.compactMap { sitting.answer($0)?.owed }
    #expect(owed.count == 5 && Set(owed).count == 1 && owed.first?.reason == .document, "\(sitting)")
    #expect(sitting.item == "sex", "what a family knows by heart is asked")
    sitting.type("1")
    sitting.enter("20220305")
    #expect(sitting.item == "blood_type")
    sitting.enter()
    sitting.enter("hcq")
    #expect(sitting.item == "address", "\(sitting)")
    for _ in 0..<4 { sitting.press(.control("z")) }
    #expect(read.allSatisfy { sitting.answer($0) == nil })
  }

  // MARK: The error travels

  /// How two items come to contradict each other; the second is left last.
  enum Contradiction: CaseIterable {
    case sex, lunar, guardian, entry, address

    var said: String {
      switch self {
      case .sex: "号码里是男；"
      case .lunar: "农历"
      case .guardian: "孩子"
      case .entry: "2 岁"
      case .address: "门牌号"
      }
    }
  }

  private func play(_ kind: Contradiction) throws -> (Sitting, field: String, other: String?) {
    var sitting = try Sitting()
    sitting.fillAll()
    sitting.press(.escape, .function(6))
    func again(_ item: String, _ value: String) {
      sitting.enter(item)
      sitting.press(.control("u"))
      sitting.enter(value)
    }
    switch kind {
    case .sex:
      sitting.enter("3")
      sitting.type("2")
      return (sitting, "sex", "男")
    case .lunar:
      again("4", "20220203")
      return (sitting, "birth_date", "2022年3月5日")
    case .guardian:
      again("28", Sitting.boy)
      return (sitting, "guardian_id_number", nil)
    case .entry:
      again("17", "20230901")
      return (sitting, "entry_date", "2022年3月5日")
    case .address:
      again("16", "示范路")
      return (sitting, "address", nil)
    }
  }

  @Test(arguments: Contradiction.allCases)
  func `a contradiction is said at the second item when it is left, once, with the other value`(
    kind: Contradiction
  ) throws {
    var (sitting, field, other) = try play(kind)
    // Of one item by itself the list of findings asks.
    if kind != .address {
      #expect(sitting.item == field && sitting.shows(kind.said), "\(sitting)")
      if let other { #expect(sitting.shows(other), "\(sitting)") }
      #expect(!sitting.shows("✓"), "what is doubted is not called right\(sitting)")
      sitting.press(.enter)
      #expect(sitting.item != field, "it is said once\(sitting)")
    }
    if sitting.guided?.entry.panel == nil { sitting.press(.function(5)) }
    guard case .check(let check) = sitting.guided?.entry.panel, let row = check.rows.first else {
      return #expect(Bool(false), "\(sitting)")
    }
    #expect(sitting.shows("改好这 \(check.inTheWay) 处"), "\(sitting)")
    guard case .finding(let finding) = row else { return #expect(Bool(false), "\(sitting)") }
    // From the list the page says at once what is wrong, and Enter leads back without saying it again.
    sitting.press(.home)
    sitting.press(.enter)
    if case .check(let check) = sitting.guided?.entry.panel, check.asked != nil { sitting.type("2") }
    #expect(finding.fields.contains(try #require(sitting.guided?.entry.field)), "\(sitting)")
    #expect(sitting.shows(kind.said) && !sitting.shows("✓"), "\(sitting)")
  }

  // MARK: See before handing in

  @Test func `the list shows the whole form before it is handed in, and leads to each line`() throws {
    var sitting = try Scene.checkGood.play()
    for text in ["潘小明 · ~男 · ~2022年3月5日出生", "~国籍中国", "#走读", "广东省惠州市惠城区示范路8号3栋", "监护人 潘大明"] {
      #expect(sitting.shows(text), "\(text)\(sitting)")
    }
    #expect(sitting.shows(words(of: CheckPhrase.nextNothing)) && sitting.shows(words(of: CheckPhrase.marks)))
    guard case .check(let check) = sitting.guided?.entry.panel else { return #expect(Bool(false)) }
    let fields = check.rows.flatMap { row -> [Int] in if case .answers(let fields) = row { fields } else { [] } }
    let record = try #require(sitting.record)
    let filled = record.answers.indices.filter { record.answers[$0] != nil }
    #expect(Set(filled).isSubset(of: fields) && fields.count == Set(fields).count)
    sitting.press(.home, .enter)
    #expect(sitting.item == "name")
    sitting.enter()
    #expect(sitting.shows(words(of: CheckPhrase.allGood)), "Enter leads back")
  }

  @Test func `putting off is recommended only for what can be brought`() throws {
    var sitting = try Scene.checkFindings.play()
    sitting.press(.home)
    #expect(sitting.shows("改好这 ") && !sitting.shows(words(of: CheckPhrase.blanksAside)) && !sitting.shows("以后补   Esc"))
    sitting.press(.function(2))
    #expect(sitting.shows(words(of: OwedPhrase.ask)), "the key works all the same")
    sitting.press(.escape, .function(5))
    while case .check(let check) = sitting.guided?.entry.panel, !check.isBlank { sitting.press(.down) }
    #expect(sitting.shows(words(of: CheckPhrase.blanksAside)))
  }
}
