import FormModel
import Records
import Sentences
import Standards
import Terminal
import Testing
import Wording

@testable import Desk

/// One value for many: who is chosen, what is seen before it is done, and what is taken back.
@Suite struct GivingScreenTests {
  /// Of one class: two without attendance, one who has another, one who has it, one approved, one who is registered twice
  /// over; of another class one more.
  static func children() throws -> [Record] {
    let attendance = try #require(Classroom.form.get().index(of: "attendance"))
    func boards(_ number: Int, _ name: String) throws -> Record {
      try Child.after([.answer("2", field: attendance, source: .told)], Child.record(number, name: name))
    }
    return [
      try Child.record(1, name: "白小一", without: ["attendance"]),
      try Child.record(2, name: "白小二", owed: ["attendance": "2026-03-09"]),
      try boards(3, "白小三"),
      try Child.record(4, name: "白小四"),
      try Child.after(
        [.confirm(fields: [attendance], how: .telephone, who: "母亲"), .handIn, .approve], boards(5, "白小五")),
      try Child.record(6, name: "白小六", className: "大一班", without: ["attendance"]),
    ]
  }

  private func room(
    _ holder: Authority = Classroom.staff, _ stored: [Record]? = nil, filter: SummaryFilter = SummaryFilter(),
    size: Size = Size(80, 24)
  ) throws -> Classroom {
    try Classroom(
      try stored ?? Self.children(), size: size, at: { _ in GivingScreen(holder: holder, filter: filter) })
  }

  /// Chooses an item by its heading, as the list has it.
  private func choose(_ name: String, _ room: inout Classroom) throws {
    room.press(.enter)
    let field = try #require(room.context.form.index(of: name))
    let place = try #require(GivingScreen.items(room.context).firstIndex(of: field))
    for _ in 0..<place { room.press(.down) }
    room.press(.enter)
  }

  private func plan(_ room: Classroom) throws -> GivingPlan {
    guard case .plan(let plan) = (room.page as? GivingScreen)?.panel else {
      return try #require(nil as GivingPlan?, "\(room.testDescription)")
    }
    return plan
  }

  private func values(_ name: String, _ room: Classroom) throws -> [String?] {
    let field = try #require(room.context.form.index(of: name))
    return room.stored.map { $0.answers[field]?.value }
  }

  @Test func `blanks and debts are marked, another answer only by hand, and each says what it had`() throws {
    var room = try room()
    try choose("attendance", &room)
    room.type("1")
    let plan = try plan(room)
    #expect(plan.givings.map(\.effect) == [.fills, .fills, .replaces, .same, .refused(.status(.approved)), .fills])
    #expect(plan.marked.count == 3)
    for text in ["白小三", words(of: GivingPhrase.fills), "住校", words(of: GivingPhrase.same)] {
      #expect(room.shows(text), "\(text)\(room.testDescription)")
    }
    #expect(try values("attendance", room)[0] == nil, "nothing is done before somebody says so")
    room.press(.enter)
    #expect(try values("attendance", room) == ["1", "1", "2", "1", "2", "1"])
    let entry = try #require(room.stored[0].history.last)
    #expect(entry.reason == Record.givenToMany && entry.by == Classroom.staff.person && entry.field == "attendance")
    let field = try #require(room.context.form.index(of: "attendance"))
    #expect(room.stored[0].answers[field]?.confirmation == .unconfirmed)
  }

  @Test func `an answer is replaced where it was marked, and stands again when all is taken back`() throws {
    var room = try room()
    let before = room.stored.map(\.answers)
    try choose("attendance", &room)
    room.type("1")
    room.press(.down, .down, .text(" "), .enter)
    #expect(try values("attendance", room) == ["1", "1", "1", "1", "2", "1"])
    // Meanwhile a family has confirmed one of them, and another was changed.
    let field = try #require(room.context.form.index(of: "attendance"))
    room.replace(try Child.after([.confirm(fields: [field], how: .telephone, who: "母亲")], room.stored[1]))
    room.replace(try Child.after([.answer("2", field: field, source: .told)], room.stored[5]))
    room.type("z")
    for name in ["白小二", "白小六", words(of: GivingPhrase.changedMeanwhile)] { #expect(room.shows(name), "\(name)") }
    #expect(!room.shows("白小一") && !room.shows("白小三"))
    #expect(room.stored[0].answers == before[0] && room.stored[2].answers == before[2])
    #expect(try values("attendance", room) == [nil, "1", "2", "1", "2", "2"])
    #expect(room.stored[2].history.suffix(2).map(\.reason) == [Record.givenToMany, Record.takenBack])
    // Once taken back, there is nothing more to take back.
    room.press(.enter)
    let stored = room.stored
    room.type("z")
    #expect(room.stored == stored)
  }

  @Test func `what was given is taken back later that day too, by whoever gave it, and no other day`() throws {
    var room = try room()
    let before = room.stored.map(\.answers)
    for (item, value) in [("attendance", "1"), ("only_child", "0")] {
      try choose(item, &room)
      room.type(value)
      if item == "only_child" { room.type("m") }
      room.press(.enter, .enter)
      room.pass(milliseconds: 60_000)
    }
    #expect(room.stored.map(\.answers) != before)
    let stored = room.stored
    var again = try self.room(Classroom.staff, stored)
    // The one that was given last comes first, then the one before.
    for (name, count) in [("是否独生子女", 5), ("就读方式", 3)] {
      let line = again.screen.split(separator: "\n").first { $0.contains(name) }
      #expect(line?.contains("\(count) 个") == true, "\(again.testDescription)")
      again.press(.text("z"), .enter)
    }
    #expect(again.stored.map(\.answers) == before)
    #expect((again.page as? GivingScreen)?.last == nil && !again.screen.contains("按 z"))
    for other in [
      try self.room(.staff(name: "另一位"), stored),
      try Classroom(stored, daysLater: 1, at: { _ in GivingScreen(holder: Classroom.staff, filter: SummaryFilter()) }),
    ] { #expect((other.page as? GivingScreen)?.last == nil, "\(other.testDescription)") }
  }

  @Test func `a debt that was filled is owed again when it is taken back`() throws {
    var room = try room()
    let before = room.stored[1].answers
    try choose("attendance", &room)
    room.type("1")
    room.press(.enter, .text("z"))
    #expect(room.stored[1].answers == before && room.stored[1].history.last?.act == .owe)
  }

  @Test func `what somebody changed after it was looked at is left alone, and named`() throws {
    var room = try room()
    try choose("attendance", &room)
    room.type("1")
    let field = try #require(room.context.form.index(of: "attendance"))
    room.replace(try Child.after([.answer("2", field: field, source: .told)], room.stored[0]))
    room.press(.enter)
    #expect(try values("attendance", room)[0] == "2")
    #expect(room.shows("白小一") && room.shows(words(of: GivingPhrase.changedMeanwhile)), "\(room.testDescription)")
  }

  @Test func `what would be wrong is said of each child, and not marked`() throws {
    var room = try room(
      Classroom.staff,
      [
        Child.record(1, name: "白小一", without: ["entry_date"]), Child.record(2, name: "白小二", without: ["entry_date"]),
      ])
    try choose("entry_date", &room)
    room.type("20210901")
    let plan = try plan(room)
    #expect(plan.givings.allSatisfy { $0.findings.contains { $0.severity == .error } } && plan.marked.isEmpty)
    #expect(room.shows("✗") && room.shows("出生日期"), "\(room.testDescription)")
    // Nothing is done while nobody is marked.
    room.press(.enter)
    #expect(room.stored.allSatisfy { $0.history.last?.reason != Record.givenToMany })
    room.type("m")
    room.press(.enter)
    #expect(try values("entry_date", room) == ["2021-09-01", "2021-09-01"])
  }

  @Test func `the class is given and taken back like an item`() throws {
    var room = try room()
    try choose("class_code", &room)
    room.type("2")
    #expect(try plan(room).marked.isEmpty, "all have a class, or the other one")
    room.press(.end, .text(" "), .enter)
    #expect(room.stored.map(\.contact.className) == ["中一班", "中一班", "中一班", "中一班", "中一班", "中一班"])
    room.type("z")
    #expect(room.stored.last?.contact.className == "大一班")
  }

  @Test func `children are marked one by one, all, or by class`() throws {
    var room = try room()
    func marked() -> [String] {
      guard let screen = room.page as? GivingScreen else { return [] }
      return (screen.list?.rows ?? []).filter { screen.marked.contains($0.id) }.map(\.name)
    }
    #expect(marked().count == 6)
    room.type(" ")
    #expect(marked().count == 5 && !marked().contains("白小一"))
    room.type("mm")
    #expect(marked().isEmpty)
    room.press(.enter)
    #expect(room.shows(words(of: GivingPhrase.noneMarked)))
    room.type("bbb")
    #expect(marked() == ["白小六"])
    try choose("attendance", &room)
    room.type("1")
    #expect(try plan(room).givings.map(\.summary.name) == ["白小六"])
    room.press(.escape, .escape, .escape)
    #expect((room.page as? GivingScreen)?.panel == nil && !room.hasLeft)
  }

  @Test func `a teacher gives to the own classes alone, and moves nobody out of sight`() throws {
    let teacher = Authority.teacher(name: "李老师", classes: ["中一班"])
    var room = try room(teacher)
    #expect((room.page as? GivingScreen)?.list?.rows.count == 5)
    try choose("class_code", &room)
    room.type("3")
    #expect(try plan(room).givings.allSatisfy { !$0.isPossible })
    let other = try #require(room.stored.last)
    let given = GivenValue("1", for: try #require(room.context.form.index(of: "attendance")), of: other.edition)
    room.perform(.weigh(given, of: [other.id], teacher))
    #expect(try plan(room).givings.isEmpty)
  }

  @Test func `names, numbers, birth dates and what is only told are no items of this page`() throws {
    let room = try room()
    let fields = GivingScreen.items(room.context).map { room.context.form.fields[$0] }
    #expect(fields.allSatisfy { $0.mayRepeat && !$0.isOnlyTold && $0.derivation == nil && $0.role != .childBirthDate })
    for field in room.context.form.fields where !fields.contains(where: { $0.name == field.name }) {
      let given = GivenValue(
        "1", for: try #require(room.context.form.index(of: field.name)), of: room.context.form.edition)
      var again = room
      again.perform(.weigh(given, of: again.stored.map(\.id), Classroom.staff))
      #expect(try plan(again).givings.allSatisfy { !$0.isPossible }, "\(field.name)")
    }
  }

  @Test func `an item that is not asked of a child is not given to it`() throws {
    let nationality = try #require(Classroom.form.get().index(of: "nationality"))
    let french = try Child.after(
      [.answer("FRA", field: nationality, source: .told)], Child.record(2, name: "白小二", without: ["hukou_type"]))
    var room = try room(Classroom.staff, [Child.record(1, name: "白小一", without: ["hukou_type"]), french])
    try choose("hukou_type", &room)
    room.type("1")
    #expect(try plan(room).givings.map(\.effect) == [.fills, .notAsked])
    room.press(.enter)
    #expect(try values("hukou_type", room) == ["1", nil])
  }

  @Test func `half a date and an entry that no list has are no value`() throws {
    var room = try room()
    try choose("entry_date", &room)
    room.enter("2025-13-40")
    room.press(.enter)
    guard case .value = (room.page as? GivingScreen)?.panel else { return #expect(Bool(false)) }
    room.press(.escape, .escape)
    try choose("hukou_place", &room)
    room.press(.function(2), .function(5), .function(6), .function(8))
    guard case .value(let answer) = (room.page as? GivingScreen)?.panel else { return #expect(Bool(false)) }
    #expect(answer.entry.panel == nil)
    room.type("hcq")
    room.press(.enter)
    #expect(try plan(room).given.value == "441302000000")
  }

  @Test func `the lists of a teacher and of staff lead here with what they show`() throws {
    var room = try Classroom(
      Self.children(), at: { _ in CompletionScreen(holder: Classroom.teacher, isFirst: true) })
    room.type("bbt")
    let screen = try #require(room.page as? GivingScreen)
    #expect(screen.filter.className == "中一班" && screen.marked.count == 5)
    var desk = try WorkDesk.day()
    desk.review()
    desk.type(" t")
    #expect((desk.desk.page as? GivingScreen)?.marked.count == 1)
    desk.press(.function(10))
    #expect(desk.desk.page is ReviewScreen)
  }
}
