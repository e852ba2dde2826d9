import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk

/// Who leaves the desk, how, and what stands there afterwards: idle, kiosk, suspended.
@Suite struct LeavingDeskTests {
  static let staff = Authority.staff(name: "王主任")
  static let teacher = Authority.teacher(name: "李老师", classes: ["中二班"])

  // MARK: The last page says how the form stands

  @Test func `a form that is complete and not handed in is said to be so`() throws {
    var sitting = try Sitting(.home)
    sitting.press(.text("1"))
    sitting.fillAll()
    sitting.press(.function(10), .function(10))
    #expect(sitting.shows("✓ \(CheckPhrase.readyTitle.text.chinese)"), "\(sitting)")
    #expect(sitting.shows("再选“交表”"))
  }

  @Test func `an item that took what was proposed shows it when one comes back to it`() throws {
    var sitting = try Sitting(.home)
    sitting.press(.text("1"))
    sitting.fillAll()
    sitting.handIn()
    sitting.tell(.record(.saved(try #require(sitting.stored.keys.first), revision: 99, at: sitting.context.now)))
    sitting.press(.text("n"))
    sitting.enter("潘小红")
    sitting.press(.function(6))
    sitting.enter("28")
    sitting.press(.enter)
    #expect(sitting.value("guardian_id_number") == Sitting.mother)
    sitting.press(.function(10))
    #expect(sitting.shows(words(of: CheckPhrase.fillerTitle)), "\(sitting)")
    sitting.press(.up)
    #expect(sitting.item == "guardian_id_number" && !sitting.shows("0 / 18"), "\(sitting)")
  }

  @Test func `a form that was given back at another desk a moment ago is not thanked for`() throws {
    var sitting = try Sitting(.home)
    sitting.press(.text("1"))
    sitting.fillAll()
    sitting.handIn()
    let handedIn = try #require(sitting.stored.values.first)
    sitting.tell(.record(.saved(handedIn.id, revision: handedIn.revision, at: sitting.context.now)))
    #expect(sitting.shows("✓ 交好了"), "\(sitting)")
    var staff = try #require(HeldRecord(handedIn, holder: Self.staff))
    let refusal = staff.make(
      .sendBack([Move.Question("写到县", field: 11)]), at: sitting.context.now, form: sitting.context.form,
      setting: sitting.context.setting)
    try #require(refusal == nil)
    sitting.tell(.record(.changedElsewhere(staff.record)))
    #expect(!sitting.shows("✓ 交好了") && sitting.shows("！ 老师把表退回来了，问了 1 处"), "\(sitting)")
  }

  // MARK: Idle

  @Test(arguments: [Event.tick, .key(.text("1")), .paste("x"), .resize(Size(80, 24))])
  func `after five minutes the door and every work page are covered, whatever comes first`(event: Event) throws {
    for isInside in [false, true] {
      var visit = isInside ? try Visit.entered(Self.staff) : try Visit.door()
      if isInside { visit.press(.text("m"), .text("3")) } else { visit.type("李老师") }
      #expect(visit.desk.timeout(at: visit.context) == 300_000)
      visit.pass(milliseconds: 299_999)
      #expect(visit.desk.timeout(at: visit.context) == 1)
      visit.send(.tick)
      #expect(!visit.isHome)
      visit.pass(milliseconds: 1)
      let count = visit.asked.count
      visit.send(event)
      #expect(visit.isHome)
      #expect(visit.asked.dropFirst(count).isEmpty)
      let text = visit.screen().text()
      #expect(!text.contains("李老师") && !text.contains("王主任"))
      // Nothing of it comes back: the next visitor stands before an empty door.
      if event != .key(.text("1")) { visit.press(.text("3")) }
      #expect(!visit.screen().text().contains("李老师"))
    }
  }

  @Test func `a key before the five minutes are over begins them anew`() throws {
    var visit = try Visit.entered(Self.staff)
    visit.pass(milliseconds: 299_999)
    visit.press(.down)
    visit.pass(milliseconds: 299_999)
    visit.send(.tick)
    #expect(visit.isAtWork)
  }

  @Test func `what somebody types after the limit goes nowhere`() throws {
    var visit = try Visit(.fill(Sitting.identity(0)))
    visit.type("潘小明")
    visit.pass(milliseconds: 300_000)
    visit.type("坏")
    #expect(!visit.screen().text().contains("潘"))
    guard let lock = visit.desk.page as? LockScreen else {
      Issue.record("not covered")
      return
    }
    // Half a word is no answer: it stands in its line.
    let field = try #require(visit.context.form.index(of: "name"))
    #expect(lock.covered.record.answers[field] == nil)
    guard case .form(let entry) = lock.covered, case .text(let line) = entry.editor else {
      Issue.record("not kept")
      return
    }
    #expect(line.text == "潘小明")
  }

  @Test func `a page that was opened at a shell ends the program after five minutes`() throws {
    var visit = try Visit(.completion(Self.staff))
    visit.pass(milliseconds: 300_000)
    visit.send(.tick)
    #expect(visit.asked == [.leave])
  }

  // MARK: Kiosk

  @Test func `at a kiosk nobody leaves, and nothing can be set`() throws {
    var visit = try Visit(.home, isKiosk: true)
    GoldenScreen.check(visit.screen(), "home-kiosk-80x24")
    visit.press(.function(10), .control("x"), .control("c"), .control("z"), .control("\\"), .escape, .text("4"))
    #expect(visit.asked.isEmpty)
    #expect(visit.isHome)
    visit.press(.down, .down, .down, .down, .enter)
    #expect(visit.asked == [.knock])
    visit.press(.function(10))
    #expect(visit.isHome)
  }

  @Test func `a kiosk asks no family about the kindergarten`() throws {
    #expect(try Visit(.home, isKiosk: true, settings: Settings()).isHome)
  }

  @Test(arguments: [Event.terminate, .lost])
  func `a kiosk ends when the machine does`(event: Event) throws {
    var visit = try Visit(.home, isKiosk: true)
    visit.send(event)
    #expect(visit.asked == [.leave])
  }

  @Test func `the work room leads back to the first page`() throws {
    for isKiosk in [false, true] {
      var visit = try Visit.entered(Self.staff, isKiosk: isKiosk)
      visit.press(.function(10))
      #expect(visit.isHome)
      #expect(visit.asked == [.knock, .askCutOff(Self.staff), .askArchive])
    }
  }

  // MARK: Suspended

  @Test func `only staff suspend, on a page where nothing is typed, and never at a kiosk`() throws {
    var cases: [(name: String, visit: Visit, suspends: Bool)] = [
      ("home", try Visit(), false), ("form", try Visit(.fill(Sitting.identity(0))), false),
      ("door", try Visit.door(), false),
      ("coming back", try Visit(.comeBack(code: "K7M4")), false),
      ("staff", try Visit.entered(Self.staff), true), ("teacher", try Visit.entered(Self.teacher), false),
      ("staff at a kiosk", try Visit.entered(Self.staff, isKiosk: true), false),
      ("at a shell", try Visit(.completion(Self.staff)), true),
    ]
    for index in cases.indices {
      cases[index].visit.press(.control("z"))
      #expect(cases[index].visit.asked.contains(.suspend) == cases[index].suspends, "\(cases[index].name)")
    }
  }

  // MARK: Shown for a moment

  @Test func `something is shown for five seconds and covered by itself`() {
    let now = Visit.morning
    func later(_ milliseconds: Int) -> Timestamp {
      Timestamp(milliseconds: now.milliseconds + milliseconds, offset: 480)
    }
    var reveal = Reveal()
    #expect(!reveal.isShown(at: now))
    #expect(reveal.wakes(at: now) == nil)
    reveal.show(at: now)
    #expect(reveal.wakes(at: now) == later(5_000))
    #expect(reveal.isShown(at: later(4_999)))
    #expect(!reveal.isShown(at: later(5_000)))
    #expect(reveal.wakes(at: later(5_000)) == nil)
    // A clock that was set back.
    #expect(!reveal.isShown(at: later(-1)))
    reveal.show(at: now)
    reveal.cover()
    #expect(!reveal.isShown(at: now))
  }
}
