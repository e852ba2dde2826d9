import FormModel
import Records
import Standards
import Terminal
import Testing
import TextLayout

@testable import Desk
@testable import Wording

/// What the pages of reviewing say, item by item.
@Suite struct WorkWordsTests {
  @Test(arguments: Language.allCases)
  func `a name that the first release did not know is this computer's`(_ language: Language) throws {
    let context = try WorkDesk(language).context
    let here = language == .chinese ? "本机" : "this computer"
    for name in ["uid 0", "uid 1000", Person.unnamed] {
      let staff = Person(role: .staff, name: name)
      #expect(context.named(staff) == here && context.namedElsewhere(staff) == here)
      let family = Person(role: .guardian, name: name, relation: "52")
      #expect(context.namedElsewhere(family) == (language == .chinese ? "母亲" : "mother"))
    }
    #expect(context.named(Person(role: .staff, name: "uid 老师")) == "uid 老师")
    #expect(context.namedElsewhere(Person(role: .guardian, name: "潘先生", relation: "51")) == "潘先生")
  }

  // MARK: Sentences

  @Test(arguments: [Language.chinese, .english])
  func `every item is said in exactly one sentence, in the order of asking`(_ language: Language) throws {
    var desk = try WorkDesk(language)
    let records = [
      try desk.add("潘小明", sequence: 1, minutes: 5),
      try desk.add("约翰", sequence: 2, minutes: 6, until: .draft),
      Record(
        identity: WorkDesk.identity(77), form: desk.context.form,
        created: Stamp(at: WorkDesk.morning(), by: Person(role: .guardian, name: "desk"))),
    ]
    for record in records {
      let sentences = ReadBack(record, mask: NumberMask(), desk.context).sentences
      #expect(sentences.flatMap(\.fields).sorted() == Array(desk.context.form.fields.indices))
      let places = sentences.compactMap { sentence in
        sentence.fields.compactMap { desk.context.form.order.firstIndex(of: $0) }.min()
      }
      #expect(places == places.sorted())
      for sentence in sentences {
        #expect(!sentence.text.isEmpty && !sentence.text.contains("{}"))
        #expect(!sentence.provenance.isEmpty)
      }
    }
  }

  /// The first sentence of a form, by what changes in it.
  @Test func `sentences say what stands there, what is blank and what comes later`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, until: .draft)
    let debt = Owed(reason: .document, who: .guardian, due: nil, note: "")
    func sentences(_ moves: [Move]) throws -> [ReadBack.Sentence] {
      var copy = desk
      try copy.make(moves, on: child, as: WorkDesk.mother)
      return ReadBack(try copy.record(child), mask: NumberMask(), copy.context).sentences
    }
    let whole = try sentences([])
    #expect(whole[0].text == "潘小明，男，2011年3月5日出生")
    #expect(whole[0].provenance == "母亲填")
    #expect(whole[0].mark == "✓")
    #expect(whole[2].text == "证件是居民身份证，号码 441302 ******** 1031")
    #expect(whole[5].text == "非农业户口，在城市，户口在 广东省 · 惠州市 · 惠城区")
    #expect(whole[8].text == "是独生子女，非留守儿童，不是进城务工人员子女")
    let blank = try sentences([.clear(field: desk.field("birth_date"))])
    #expect(blank[0].text == "潘小明，男，出生日期没有填")
    #expect(blank[0].mark == "○")
    let owed = try sentences([.owe(debt, field: desk.field("address"))])
    #expect(owed[6].text == "现住址以后补")
    #expect(owed[6].mark == "…")
    #expect(owed[6].provenance == "… 以后补：证件不在身边")
  }

  @Test func `sources are told once where items share them and by item where they do not`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5, until: .draft)
    let birth = try desk.field("birth_date")
    try desk.make(
      [.answer("2011-03-05", field: birth, source: .derived, from: "id_number")], on: child, as: WorkDesk.teacher)
    let sentence = ReadBack(try desk.record(child), mask: NumberMask(), desk.context).sentences[0]
    #expect(sentence.provenance == "姓名、性别：母亲填；出生日期：从身份证件号码读出 ◇ 待确认")
    #expect(sentence.waiting == [birth])
    #expect(sentence.mark == "◇")
  }

  @Test func `a question that is open is told in its own words where the record is at hand`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    try desk.make([.sendBack([Move.Question("缺门牌号", field: 15)])], on: child, as: WorkDesk.staff)
    let wording = Wording(.chinese)
    let form = desk.context.form
    #expect(wording.message(.query(0), form: form, record: try desk.record(child)) == "还没有回答的问题：现住址：缺门牌号")
    #expect(wording.message(.query(0), form: form) == "有一个问题还没有回答。")
  }

  // MARK: Slips

  /// Surnames, as the slip tells them.
  @Test(arguments: [
    ("潘小明", "潘"), ("欧阳明月", "欧阳"), ("欧阳", "欧"), ("单于", "单"), ("买买提·艾力", "艾力"), ("𠮷田小满", "𠮷"),
    ("John Smith", "Smith"), ("", ""),
  ])
  func `a slip names the child by surname only`(_ name: String, _ surname: String) {
    #expect(FamilySlip.surname(of: name) == surname)
  }

  @Test(arguments: [Language.chinese, .english])
  func `a slip fits half a line and bears no number and no given name`(_ language: Language) throws {
    let desk = try WorkDesk.day(language)
    for record in desk.stored.values {
      let lines = FamilySlip(record: record, desk.context).lines
      let text = lines.joined(separator: "\n")
      #expect(lines.allSatisfy { TextWidth.of($0) <= 38 }, "\(text)")
      #expect(text.contains(record.code.text))
      #expect(!text.contains("小明") && !text.contains("441302") && !text.contains("1380000"))
    }
    let slip = FamilySlip(record: try desk.child("潘小明"), desk.context).lines.joined(separator: "\n")
    for part in language == .chinese ? ["户口性质", "2015年2月1日", "户口簿首页"] : ["1 February 2015", "Household book"] {
      #expect(slip.contains(part), "\(part)")
    }
  }

  // MARK: Numbers

  @Test func `no list and no page shows a whole number until it is asked for`() throws {
    var desk = try WorkDesk.day()
    let child = try desk.child("潘小明")
    let number = try #require(child.answers[try desk.field("id_number")]?.value)
    desk.size = Size(132, 60)
    desk.review()
    #expect(!desk.shows(number))
    try desk.open(child)
    #expect(!desk.shows(number))
    desk.type("h")
    #expect(!desk.shows(number))
    desk.press(.enter)
    desk.type("v")
    #expect(desk.shows(number))
    #expect(desk.desk.timeout(at: desk.context) == 5_000, "the screen is drawn again when it is over")
    desk.wait(seconds: 5)
    #expect(!desk.shows(number))
  }
}
