import FormModel
import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// The first page behind the door: every child of the classes that somebody looks after.
@Suite struct MyClassTests {
  /// A child in every state: with gaps, waiting for the family, complete, handed in, approved, corrected, withdrawn.
  static func children() throws -> [Record] {
    let address = try #require(Classroom.form.get().index(of: "address"))
    return try CompletionScreenTests.children() + [
      Child.after([.handIn], Child.record(11, name: "交了", className: "小一班")),
      Child.after([.handIn, .approve], Child.record(12, name: "通过了", className: "中一班")),
      Child.after(
        [.handIn, .approve, .propose("示范路9号", field: address)], Child.record(13, name: "要改", className: "中一班")),
      Child.after([.withdraw(reason: "搬走了")], Child.record(14, name: "撤回了", className: "大一班")),
    ]
  }

  private func room(_ holder: Authority = Classroom.teacher) throws -> Classroom {
    try Classroom(Self.children(), at: { _ in CompletionScreen(holder: holder, isFirst: true) })
  }

  private func names(_ room: Classroom) -> [String] { room.completion?.list?.rows.map(\.name) ?? [] }

  @Test func `it is what the door leads to, and one F10 leads back to the families' first page`() throws {
    for holder in [Classroom.teacher, Classroom.staff] {
      var visit = try Visit.entered(holder)
      #expect(visit.desk.page is CompletionScreen)
      visit.press(.escape)
      #expect(visit.desk.page is WorkMenuScreen)
      visit.press(.function(10))
      #expect(visit.desk.page is CompletionScreen)
      visit.press(.text("m"))
      #expect(visit.desk.page is WorkMenuScreen)
      visit.press(.function(10))
      #expect(!visit.isHome)
      visit.press(.function(10))
      #expect(visit.isHome)
    }
  }

  @Test func `every child stands there with its state, whatever it is; a teacher sees the own classes`() throws {
    let all = try Self.children().count
    #expect(try names(room()).count == all && names(room(Classroom.staff)).count == all)
    let own = try room(.teacher(name: "李老师", classes: ["小一班"]))
    #expect(Set(names(own)) == ["𠮷田小满", "", "交了"])
    let lines = try room().screen
    for state in ["填写中", "待审", "通过", "有改动", "撤回"] { #expect(lines.contains(state), "\(state)") }
  }

  @Test func `code and telephone are those of the highlighted child alone`() throws {
    var room = try room()
    for _ in 0..<(try Self.children().count) {
      let current = try #require(room.completion?.list?.current)
      for row in room.completion?.list?.rows ?? [] where row.id != current.id {
        #expect(!room.shows(row.code.text), "\(row.name) beside \(current.name)")
      }
      #expect(room.shows(current.code.text))
      room.press(.down)
    }
  }

  @Test func `what is typed finds at once, and a new search replaces the old`() throws {
    var room = try room()
    room.type("小")
    #expect(names(room) == ["潘小明", "黄小海", "𠮷田小满"])
    room.type("明")
    #expect(names(room) == ["潘小明"])
    room.press(.enter)
    #expect(names(room) == ["潘小明"] && room.completion?.panel == nil)
    room.type("/黄")
    #expect(names(room) == ["黄小海"], "the old search is gone")
    room.press(.escape)
    #expect(names(room).count == (try Self.children().count))
    let code = try #require(room.stored.first { $0.contact.className == "大一班" }).code.text
    room.type("/\(code)")
    #expect(names(room).count == 1)
  }

  @Test func `letters are commands, and nothing typed in the line is one`() throws {
    var room = try room()
    room.type("/nhm")
    #expect(room.completion?.panel != nil && room.sheet == nil)
    room.press(.escape)
    room.type("n")
    #expect(room.sheet != nil)
  }

  // MARK: Enter

  @Test func `Enter goes where the next step is, for a teacher and for staff`() throws {
    func page(_ name: String, _ holder: Authority) throws -> any Page {
      var room = try room(holder)
      room.type("/\(name)")
      room.press(.enter, .enter)
      return room.page
    }
    for holder in [Classroom.teacher, Classroom.staff] {
      #expect((try page("陈一", holder) as? SheetScreen)?.entry.panel == nil, "to the gap")
      #expect((try page("林都有", holder) as? SheetScreen)?.entry.panel != nil, "to handing in")
    }
    #expect(try page("交了", Classroom.staff) is ReviewRecordScreen)
    let decided = try #require(try page("要改", Classroom.staff) as? ReviewRecordScreen)
    #expect(decided.panel == .proposals(highlighted: 0))
    for name in ["交了", "通过了", "要改", "撤回了"] { #expect(try page(name, Classroom.teacher) is SheetScreen) }
    #expect(try page("撤回了", Classroom.staff) is ReviewRecordScreen)
  }

  @Test func `a form that is open on another desk says so before it is edited`() throws {
    var room = try SheetPicture.myClassElsewhere.play()
    #expect(room.sheet == nil && room.shows(Classroom.staff.person.name))
    room.press(.escape)
    #expect(room.completion?.panel == nil && room.sheet == nil)
    // It is asked anew each time; a form that nobody has open is opened at once.
    room.press(.enter)
    #expect(room.sheet != nil)
    room = try SheetPicture.myClassElsewhere.play()
    room.press(.enter)
    #expect(room.sheet != nil)
  }

  @Test func `whoever was cut off is told, and g goes on`() throws {
    var room = try room()
    room.tell(.work(.cutOff(try Child.record(1, name: "潘小明"))))
    #expect(room.shows("接着填：潘小明"))
    room.type("g")
    #expect(room.effects.last == .goOn(Classroom.teacher))
    room.tell(.work(.cutOff(nil)))
    #expect(!room.shows("接着填"))
  }
}
