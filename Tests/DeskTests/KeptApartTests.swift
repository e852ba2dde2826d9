import FormModel
import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk

/// A key means what the page says it means: not what the page before or the one after would make of it.
@Suite struct KeptApartTests {
  @Test(arguments: [Key.enter, .function(10), .control("x"), .text("n")])
  func `a key that bounces, is held or was still waiting does not pass the page with the code`(key: Key) throws {
    var sitting = try Sitting(.home)
    sitting.press(.text("1"))
    sitting.fillAll()
    sitting.handIn()
    func isAtCode(_ sitting: Sitting) -> Bool { sitting.desk.page is FarewellScreen }
    for _ in 0..<50 {
      sitting.pass(milliseconds: 30)
      sitting.send(.key(key))
    }
    #expect(isAtCode(sitting))
    sitting.pass(milliseconds: KeyRest.length)
    sitting.send(.key(key))
    #expect(!isAtCode(sitting))
  }

  @Test(arguments: [Key.enter, .escape, .function(10), .control("x"), .text("n"), .text("s")])
  func `nor that with the code of a teacher's new form`(key: Key) throws {
    var teacher = Teacher(try Classroom.newForm())
    _ = try teacher.fills(TenthFormTests.child(1))
    var room = teacher.room
    func isAtCode(_ room: Classroom) -> Bool { room.sheet?.cover == .parting }
    for _ in 0..<50 {
      room.pass(milliseconds: 30)
      room.send(.key(key))
    }
    #expect(isAtCode(room) && !room.hasLeft)
    room.pass(milliseconds: KeyRest.length)
    room.send(.key(key))
    #expect(!isAtCode(room) || room.hasLeft)
  }

  @Test func `an Enter out of habit hands no form in, and one after a look does`() throws {
    for passed in [100, KeyRest.length] {
      var teacher = Teacher(try Classroom.newForm())
      _ = try teacher.fills(TenthFormTests.child(1), upTo: "check")
      var room = teacher.room
      room.pass(milliseconds: passed)
      room.send(.key(.enter))
      #expect((room.sheet?.cover == .parting) == (passed == KeyRest.length))
    }
  }

  @Test func `after the last child of a walk Enter opens nobody's form`() throws {
    let records = try [Child.record(1, without: ["address", "native_place"]), Child.record(2, without: ["address"])]
    var room = try Classroom(records, at: { _ in CompletionScreen(holder: Classroom.teacher) })
    room.press(.text("e"))
    room.enter("16")
    room.enter("示范路1号")
    room.enter("示范路2号")
    #expect(room.completion?.walk == nil)
    let effects = room.effects.count
    room.press(.enter, .enter, .enter)
    #expect(room.completion != nil && room.effects.count == effects)
    room.pass(milliseconds: KeyRest.length)
    room.press(.enter)
    #expect(room.sheet != nil)
  }

  @Test func `a walk through gaps that was begun in the middle comes back to those before it, and ends`() throws {
    let record = try Child.record(without: ["ethnic_group", "native_place", "guardian_name"])
    let held = try #require(HeldRecord(record, holder: Classroom.teacher))
    let form = try Classroom.form.get()
    var room = try Classroom(
      [record], at: { SheetScreen(held, onlyGaps: true, at: form.index(of: "native_place"), $0) })
    room.press(.function(6))
    room.enter("12")
    #expect(room.item == "native_place")
    room.press(.enter)
    #expect(room.item == "guardian_name")
    room.press(.enter)
    #expect(room.item == "ethnic_group")
    room.press(.enter)
    #expect(room.hasLeft)
  }

  @Test func `going through every item of an approved record says and proposes nothing`() throws {
    let approved = try Child.after(
      [.handIn, .approve], try Child.record(by: Authority.family(Records.Sitting(Sitting.family))))
    let held = try #require(HeldRecord(approved, holder: Classroom.teacher))
    var room = try Classroom([approved], at: { SheetScreen(held, $0) })
    for _ in 0..<30 {
      room.press(.down)
      if case .text = room.sheet?.entry.notice { Issue.record("\(room)") }
    }
    #expect(room.stored == [approved])
  }

  // MARK: The settings

  @Test func `the settings ask for staff once there is an account`() throws {
    var visit = try Visit()
    visit.press(.text("4"))
    #expect(visit.asked == [.knock] && visit.screen().text().contains(words(of: DoorPhrase.settingsTitle)))
    visit.hear(.door(.entered(LeavingDeskTests.teacher)))
    guard visit.desk.page is DoorScreen else {
      Issue.record("a teacher is in")
      return
    }
    visit.hear(.door(.entered(LeavingDeskTests.staff)))
    guard visit.desk.page is SettingsScreen else {
      Issue.record("staff are not in")
      return
    }
    visit.pass(milliseconds: 300_000)
    visit.send(.tick)
    #expect(visit.isHome)
    // Nobody has an account: whoever is there may.
    visit.press(.text("4"))
    visit.hear(.door(.noAccounts))
    guard visit.desk.page is SettingsScreen else {
      Issue.record("nobody is in")
      return
    }
  }

  /// Into the settings, and the classes typed anew.
  private func change(to classes: String, settings: Settings) throws -> Visit {
    var visit = try Visit(settings: settings)
    visit.press(.text("4"))
    visit.hear(.door(.entered(LeavingDeskTests.staff)))
    visit.press(.tab, .tab)
    for _ in 0..<20 { visit.press(.backspace) }
    visit.type(classes)
    visit.press(.enter, .enter)
    return visit
  }

  private static var coded: Settings {
    var settings = Visit.kindergarten
    settings.classCodes = ["中二班": "2015020301"]
    return settings
  }

  private func saved(_ visit: Visit) -> Settings? {
    visit.effects.compactMap { effect -> Settings? in
      guard case .saveSettings(var settings, _, let renamed) = effect else { return nil }
      settings.moveCodes(renamed)
      return settings
    }.last
  }

  @Test func `a class that children are in is said with how many, and renamed or taken away as asked`() throws {
    var visit = try change(to: "大二班 大一班", settings: Self.coded)
    #expect(visit.effects.last == .countChildren(inClasses: ["中二班"]))
    #expect(saved(visit) == nil)
    visit.hear(.desk(.children(["中二班": 5])))
    #expect(visit.screen().text().contains("中二班 5 个") && visit.screen().text().contains("中二班 → 大二班"))
    GoldenScreen.check(visit.screen(), "settings-classes-children-80x24")
    var other = visit
    visit.press(.text("1"))
    #expect(visit.effects.last == .renameClasses([ClassRename("中二班", to: "大二班")], LeavingDeskTests.staff))
    #expect(saved(visit)?.classCodes == ["大二班": "2015020301"])
    var third = other
    other.press(.text("2"))
    #expect(saved(other)?.classes == ["大二班", "大一班"] && saved(other)?.classCodes == ["中二班": "2015020301"])
    third.press(.escape)
    #expect(saved(third) == nil && !third.isHome)
  }

  @Test func `a class that nobody is in is not asked about`() throws {
    var visit = try change(to: "大一班", settings: Visit.kindergarten)
    visit.hear(.desk(.children([:])))
    #expect(visit.isHome && saved(visit)?.classes == ["大一班"])
  }

  @Test func `settings that cannot be read now hold as they were known, and every page that shows them says so`() throws
  {
    var visit = try Visit()
    let unread = News.desk(.unread(StoreError(.io, path: "store.json", number: 5)))
    visit.hear(unread)
    GoldenScreen.check(visit.screen(), "home-unread-80x24")
    visit.press(.text("4"))
    visit.hear(.door(.entered(LeavingDeskTests.staff)))
    visit.hear(unread)
    #expect(visit.screen().text().contains("✗") && visit.screen().text().contains("store.json"))
    // Nothing was done there yet: what can be read at last is shown.
    var settings = Visit.kindergarten
    settings.kindergarten = "演示幼儿园"
    visit.hear(.desk(.settings(settings)))
    #expect(visit.screen().text().contains("演示幼儿园") && !visit.screen().text().contains("store.json"))
    visit.press(.function(10))
    #expect(visit.isHome && !visit.screen().text().contains("store.json"))
    visit.press(.text("3"))
    visit.hear(.door(.entered(LeavingDeskTests.staff)))
    #expect(visit.effects.last == .readSettings)
    visit.hear(unread)
    #expect(visit.screen().text().contains("store.json"))
  }

  @Test func `a class that is renamed takes the code along that it was given meanwhile`() throws {
    var visit = try change(to: "大二班 大一班", settings: Visit.kindergarten)
    visit.hear(.desk(.children([:])))
    guard case .saveSettings(let mine, let base, let renamed) = visit.effects.last else {
      Issue.record("not saved")
      return
    }
    var standing = Self.coded
    standing.take(mine, since: base)
    standing.moveCodes(renamed)
    #expect(standing.classes == ["大二班", "大一班"] && standing.classCodes == ["大二班": "2015020301"])
  }

  // MARK: Findings

  @Test func `the sheet, the walk and the read-back say that a number is known, and show what is wrong`() throws {
    let record = try Child.record(without: ["address"])
    let held = try #require(HeldRecord(record, holder: Classroom.teacher))
    let known = RecordNews.numberKnown(record.id, number: Child.boy, true)
    var sheet = try Classroom([record], at: { SheetScreen(held, $0) })
    #expect(sheet.effects.contains(.checkNumber(record)))
    sheet.tell(.record(known))
    #expect(sheet.sheet?.entry.marks(sheet.context)[5] == .warning)
    var walk = try Classroom([record], at: { _ in CompletionScreen(holder: Classroom.teacher) })
    walk.press(.text("e"))
    walk.enter("16")
    #expect(walk.effects.contains(.checkNumber(record)))
    walk.tell(.record(known))
    #expect(walk.shows("！ 潘小明"))
    var readBack = try Classroom([record], at: { _ in ReadBackScreen(held) })
    readBack.tell(.record(known))
    #expect(readBack.shows(words(of: GuidedPhrase.numberKnown)))
  }

  @Test func `an error stands at the child in the list, and in the read-back`() throws {
    let form = try Classroom.form.get()
    let number = try #require(form.index(of: "id_number"))
    let wrong = try Child.after(
      [.answer("441302202203051237", field: number, source: .told)], try Child.record(without: ["address"]))
    let list = try Classroom([wrong], at: { _ in CompletionScreen(holder: Classroom.teacher) })
    #expect(list.shows("✗ 潘小明"))
    let held = try #require(HeldRecord(wrong, holder: Classroom.teacher))
    let readBack = try Classroom([wrong], at: { _ in ReadBackScreen(held) })
    #expect(readBack.shows("✗"))
    #expect(ItemMarks(wrong, list.context)[number] == .error)
  }
}
