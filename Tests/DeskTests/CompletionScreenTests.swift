import FormModel
import Records
import Sentences
import Standards
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk

/// The work list: what families still owe, form by form or item by item. See the manual of keys.
@Suite struct CompletionScreenTests {
  /// Eight children of three classes: some owe something, one of them since yesterday.
  static func children() throws -> [Record] {
    [
      try Child.record(1, name: "潘小明", className: "中一班", owed: ["hukou_place": "2026-03-06", "address": "2026-03-20"]),
      try Child.record(2, name: "买买提·艾力", className: "大一班", owed: ["hukou_place": "2026-03-01"]),
      try Child.record(3, name: "𠮷田小满", className: "小一班", without: ["address", "orphan", "health"]),
      try Child.record(4, name: "", className: nil, without: ["name", "address"]),
      try Child.record(5, name: "陈一", className: "大一班", without: ["address"], by: Classroom.teacher),
      try Child.record(6, name: "林都有", className: "大一班"),
      try Child.record(7, name: "何代填", className: "中一班", by: Classroom.teacher),
      try Child.record(8, name: "黄小海", className: "中一班", owed: ["hukou_place": "2026-03-12"]),
    ]
  }

  static func room(_ records: [Record]? = nil, _ holder: Authority = Classroom.teacher) throws -> Classroom {
    try Classroom(records ?? children(), at: { _ in CompletionScreen(holder: holder) })
  }

  private func names(_ room: Classroom) -> [String] { room.completion?.list?.rows.map(\.name) ?? [] }

  // MARK: The list

  struct Narrowing: Sendable, CustomTestStringConvertible {
    var keys: String
    var names: [String]
    var testDescription: String { "‘\(keys)’" }
  }

  @Test(arguments: [
    Narrowing(keys: "", names: ["买买提·艾力", "潘小明", "黄小海", "𠮷田小满", "", "陈一"]),
    Narrowing(keys: "b", names: ["𠮷田小满"]),
    Narrowing(keys: "bb", names: ["潘小明", "黄小海"]),
    Narrowing(keys: "bbb", names: ["买买提·艾力", "陈一"]),
    Narrowing(keys: "bbbb", names: ["买买提·艾力", "潘小明", "黄小海", "𠮷田小满", "", "陈一"]),
    // 2 March 2026 is a Monday: overdue is what was due before it, and the week ends on the 8th.
    Narrowing(keys: "d", names: ["买买提·艾力"]),
    Narrowing(keys: "dd", names: ["买买提·艾力", "潘小明"]),
    Narrowing(keys: "ddd", names: ["买买提·艾力", "潘小明", "黄小海", "𠮷田小满", "", "陈一"]),
    Narrowing(keys: "i15\n", names: ["买买提·艾力", "潘小明", "黄小海"]),
    Narrowing(keys: "i15\ni", names: ["买买提·艾力", "潘小明", "黄小海", "𠮷田小满", "", "陈一"]),
    Narrowing(keys: "i15\nbb", names: ["潘小明", "黄小海"]),
    Narrowing(keys: "u", names: ["陈一", "何代填"]),
    Narrowing(keys: "/小\n", names: ["潘小明", "黄小海", "𠮷田小满"]),
  ])
  func `the list is narrowed by single letters`(_ narrowing: Narrowing) throws {
    var room = try Self.room()
    for scalar in narrowing.keys.unicodeScalars { room.press(scalar == "\n" ? .enter : .text(scalar)) }
    #expect(names(room) == narrowing.names)
  }

  @Test func `a teacher sees the own classes and the children of none`() throws {
    let room = try Self.room(nil, .teacher(name: "李老师", classes: ["中一班"]))
    #expect(names(room) == ["潘小明", "黄小海", ""])
  }

  @Test func `a list that has not come, an empty one and an unreadable file each say so`() throws {
    #expect(try SheetPicture.listLoading.play().shows(words(of: CompletionPhrase.loading)))
    #expect(try SheetPicture.listReading.play().shows("400 / 1000"))
    #expect(try SheetPicture.listEmpty.play().shows(words(of: CompletionPhrase.emptyGaps)))
    #expect(try SheetPicture.listUnreadable.play().shows("有 1 份读不出来"))
    #expect(try SheetPicture.listRefused.play().shows("没有找到"))
  }

  @Test func `a thousand children scroll without looking at them again`() throws {
    let one = try Child.record(1, without: ["address"])
    let form = try Classroom.form.get()
    let setting = CheckSetting(today: Classroom.morning.date)
    let rows = (0..<1_000).map { number in
      var summary = RecordSummary(one, form: form, setting: setting)
      summary.id = Classroom.identity(number).id
      summary.name = "孩子\(number)"
      return summary
    }
    var room = try Self.room([])
    let filter = try #require(room.completion).filter(room.context)
    room.tell(.work(.listed(filter, for: .rows, rows, touched: [], unreadable: [])))
    let asked = room.effects.count
    for _ in 0..<30 { room.press(.pageDown) }
    room.press(.down, .end, .up)
    #expect(room.effects.count == asked, "no key of walking asks for anything")
    #expect(room.shows("孩子998"))
    #expect(room.completion?.list?.window(15) == 985..<1_000)
    // The highlight stays with its child when the list comes anew.
    room.tell(.work(.listed(filter, for: .rows, Array(rows.dropFirst(500)), touched: [], unreadable: [])))
    #expect(room.completion?.list?.current?.name == "孩子998")
  }

  // MARK: From gap to gap

  @Test func `Enter opens a form at its first gap, goes from gap to gap and comes back to the list`() throws {
    var room = try Self.room()
    room.press(.down, .down, .down)
    #expect(room.completion?.list?.current?.name == "𠮷田小满")
    room.press(.enter)
    #expect(room.item == "address")
    room.enter("示范路8号")
    #expect(room.item == "health")
    room.type("1")
    #expect(room.item == "orphan")
    room.type("2")
    #expect(room.shows("▸ ✓ 交表"), "somebody has to hand the draft in")
    room.press(.enter, .enter)
    #expect(room.completion != nil, "after the last gap the list is shown again")
    #expect(names(room) == ["买买提·艾力", "潘小明", "黄小海", "", "陈一"])
    #expect(room.storedValue("orphan", of: 2) == "0")
  }

  @Test func `an owed item is a gap, and a new gap on the way is met`() throws {
    var room = try Self.room([
      Child.record(1, without: ["orphan"], owed: ["hukou_type": "2026-03-06", "blood_type": "2026-03-06"])
    ])
    room.press(.enter)
    #expect(room.item == "blood_type")
    room.type("4")
    #expect(room.item == "hukou_type")
    room.type("2")
    #expect(room.item == "nonagricultural_type", "registered in a town, so it is asked in which")
    room.press(.enter)
    #expect(room.item == "orphan", "Enter passes over what is not at hand")
    room.press(.function(10))
    #expect(room.completion != nil)
    #expect(names(room) == ["潘小明"])
  }

  @Test func `F2 puts a gap off and goes to the next`() throws {
    var room = try Self.room([Child.record(1, without: ["address", "orphan"])])
    room.press(.enter, .function(2))
    room.type("1")
    room.press(.enter)
    #expect(room.item == "orphan")
    #expect(room.stored[0].answers[15]?.owed?.reason == .document)
  }

  @Test func `what a teacher completes waits for the family`() throws {
    var room = try Self.room([Child.record(1, without: ["orphan"])])
    room.press(.enter)
    room.type("2")
    room.press(.enter, .enter)
    #expect(room.completion != nil)
    #expect(room.stored[0].status == .submitted)
    #expect(room.stored[0].unconfirmedFields == [24])
    room.type("u")
    #expect(names(room) == ["潘小明"])
  }

  @Test func `what was given back with a question is in the list, and opens where it was asked`() throws {
    let address = try #require(Classroom.form.get().index(of: "address"))
    let asked = Move.sendBack([Move.Question("缺门牌号", field: address)])
    var room = try Self.room([Child.after([.handIn, asked], Child.record())])
    #expect(room.shows("？1"))
    room.press(.enter)
    #expect(room.sheet != nil)
    #expect(room.shows(Wording(.chinese)(CheckPhrase.asked, "缺门牌号")))
  }

  @Test func `c opens the read-back of the highlighted child, and n a new form`() throws {
    var room = try Self.room()
    room.type("c")
    #expect(room.isReadingBack)
    room.press(.function(10))
    #expect(room.completion != nil)
    room.type("n")
    #expect(room.sheet != nil)
    room.enter("新来的")
    #expect(room.stored.last?.answers[0]?.value == "新来的")
    room.press(.function(10), .enter)
    #expect(room.completion != nil)
  }

  @Test func `in the list of what waits for confirmation Enter opens the read-back`() throws {
    var room = try Self.room()
    room.type("u")
    room.press(.enter)
    #expect(room.isReadingBack)
  }

  // MARK: One item, every child

  @Test func `one item is filled in for one child after the other`() throws {
    var room = try Self.room()
    room.type("e")
    room.enter("16")
    #expect(room.shows("挨个补：现住址"))
    #expect(room.shows("1 / 4"))
    room.enter("示范路1号")
    room.press(.function(2))
    room.type("1")
    room.press(.enter)
    #expect(room.shows("… 以后补"))
    room.press(.up)
    room.press(.down)
    room.enter("示范路3号")
    room.press(.up, .up)
    #expect(room.shows("2 / 4"))
    room.enter("示范路2号")
    room.press(.down)
    room.enter("示范路4号")
    #expect(room.completion?.walk == nil)
    #expect(room.shows("现住址：补了 4 个，共 4 个"))
    // Where the household's place is known, the line has begun with it.
    let begins = [false, true, true, true].map { $0 ? "广东省惠州市惠城区" : "" }
    #expect(
      [0, 2, 3, 4].map { room.storedValue("address", of: $0) }
        == zip(begins, 1...4).map { "\($0)示范路\($1)号" })
    #expect(room.stored[0].answers[15]?.confirmation == .unconfirmed)
  }

  @Test func `a full code goes on to the next child by itself`() throws {
    var room = try Self.room()
    room.type("e")
    room.enter("15")
    for _ in 0..<3 { room.type("441302000000") }
    #expect(room.completion?.walk == nil)
    #expect([0, 1, 7].allSatisfy { room.storedValue("hukou_place", of: $0) == "441302000000" })
  }

  @Test func `leaving in the middle keeps what is typed`() throws {
    var room = try Self.room()
    room.type("e")
    room.enter("16")
    room.type("示范路1号")
    room.press(.function(10))
    #expect(room.completion?.walk == nil)
    #expect(room.storedValue("address", of: 0) == "示范路1号")
    room.press(.function(10))
    #expect(room.hasLeft)
  }

  @Test func `a record that cannot be opened is said and passed over`() throws {
    var room = try Self.room()
    room.refusal = StoreError(.notFound, path: "records/2026-03-02/x.json")
    room.type("e")
    room.enter("16")
    #expect(room.shows("没有找到"))
    room.refusal = nil
    room.press(.enter)
    #expect(room.shows("2 / 4"))
    room.enter("示范路2号")
    #expect(room.storedValue("address", of: 2) == "广东省惠州市惠城区示范路2号")
  }

  @Test func `an item that nobody lacks says so`() throws {
    var room = try Self.room()
    room.type("e")
    room.enter("28")
    #expect(room.shows(words(of: CompletionPhrase.walkNone)))
    room.type("e")
    room.enter("29")
    #expect(room.shows("没有第 29 项"))
    room.press(.escape)
    #expect(room.completion?.panel == nil)
  }
}
