import FormModel
import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk

/// Accounts without a shell: who may do what, and that no PIN is ever shown.
@Suite struct PeopleScreenTests {
  private static let pin = "284913"

  private func sit(_ holder: Authority = WorkDesk.staff) throws -> WorkDesk {
    var desk = try WorkDesk()
    desk.sit(PeopleScreen(holder: holder))
    return desk
  }

  private func enters(_ desk: WorkDesk, _ name: String, _ pin: String) throws -> Bool {
    let entrance = try desk.memory.enter(name: name, pin: pin, at: desk.context.now.milliseconds)
    return if case .open = entrance { true } else { false }
  }

  /// Adds a teacher who looks after a class.
  private func add(_ name: String, _ desk: inout WorkDesk) {
    desk.type("n")
    desk.enter(name)
    desk.enter()
    desk.enter("中二班")
    desk.enter(Self.pin)
    desk.enter(Self.pin)
  }

  @Test func `an account that is added lets its owner in, with the classes that were said`() throws {
    var desk = try sit()
    add("赵老师", &desk)
    #expect(desk.shows("✓") && desk.shows("赵老师") && desk.shows("中二班"))
    #expect(try enters(desk, "赵老师", Self.pin))
    let account = try #require(try desk.memory.accounts().last)
    #expect(account.kind == .teacher && account.classes == ["中二班"] && account.changed?.by.name == "何老师")
  }

  @Test func `staff gives another PIN without the old one, and only where both are the same`() throws {
    var desk = try sit()
    desk.press(.enter, .text("1"))
    desk.enter("111111")
    #expect(desk.shows("✗") && desk.shows("123456"), "said before it is typed a second time")
    for typed in ["111222", "111223", "602713", "602713"] { desk.enter(typed) }
    #expect(try enters(desk, "李老师", "602713") && !enters(desk, "李老师", Self.pin))
    #expect(desk.effects.count { if case .change = $0 { true } else { false } } == 1)
  }

  @Test func `the own PIN is changed by whoever knows the present one`() throws {
    var desk = try sit(WorkDesk.teacher)
    desk.type("n")
    #expect(desk.shows("李老师") && (desk.desk.page as? PeopleScreen)?.panel == nil)
    for (old, isTaken) in [("999888", false), (Self.pin, true)] {
      desk.press(.enter)
      for typed in [old, "602713", "602713"] { desk.enter(typed) }
      #expect(desk.shows("✓") == isTaken && desk.shows("✗") != isTaken)
      desk.pass(milliseconds: 2_000)
    }
    #expect(try enters(desk, "李老师", "602713"))
  }

  @Test func `a teacher changes nobody else's account, whatever the desk asks`() throws {
    let desk = try sit()
    let stamp = Stamp(at: desk.context.now, by: WorkDesk.teacher.person)
    for change: AccountChange in [
      .add(name: "某人", .staff, classes: [], pin: Self.pin), .setPIN(name: "李老师", old: nil, new: Self.pin),
      .setPIN(name: "何老师", old: "1", new: Self.pin), .setClasses(name: "李老师", ["大一班"]), .remove(name: "李老师"),
    ] {
      #expect(try desk.memory.make(change, stamp, for: WorkDesk.teacher) == .notAllowed, "\(change)")
    }
    #expect(try desk.memory.make(.remove(name: "李老师"), stamp, for: WorkDesk.mother) == .notAllowed)
  }

  @Test func `removing asks, keeps by default, and can be taken back`() throws {
    var desk = try sit()
    desk.press(.enter, .text("3"), .enter)
    #expect(try enters(desk, "李老师", Self.pin))
    desk.press(.enter, .text("3"), .down, .enter)
    #expect(try !enters(desk, "李老师", Self.pin))
    desk.press(.enter, .text("1"))
    for typed in ["602713", "602713"] { desk.enter(typed) }
    #expect(try enters(desk, "李老师", "602713"))
  }

  @Test func `a key that means nothing decides nothing, and what works is said`() throws {
    var desk = try sit()
    desk.press(.enter)
    let said = words(of: CommonPhrase.otherKey)
    #expect(!desk.shows(said))
    desk.type("9q潘")
    #expect(desk.shows(said))
    #expect(desk.effects.allSatisfy { if case .change = $0 { false } else { true } })
  }

  @Test func `a class that the kindergarten does not have is said, and nothing is changed`() throws {
    var desk = try sit()
    desk.press(.enter, .text("2"), .control("u"))
    desk.enter("没有这个班")
    #expect(desk.shows("✗") && desk.effects.allSatisfy { if case .change = $0 { false } else { true } })
    desk.press(.control("u"))
    desk.enter("大一班，小三班")
    #expect(try desk.memory.accounts().first?.classes == ["大一班", "小三班"])
  }

  @Test func `no digit of a PIN is shown, and Esc gives everything up`() throws {
    var desk = try sit()
    desk.press(.enter, .text("1"))
    for digit in Self.pin { desk.type(String(digit)) }
    #expect(desk.shows("******") && !desk.shows(Self.pin) && desk.desk.draft(desk.context) == nil)
    desk.press(.escape)
    #expect(!desk.shows("******") && desk.shows("李老师"))
  }

  @Test(arguments: Language.allCases, [Size(80, 24), Size(60, 20)])
  func `the page and its panels look so`(language: Language, size: Size) throws {
    var desk = try WorkDesk(language)
    desk.size = size
    desk.sit(PeopleScreen(holder: WorkDesk.staff))
    add("赵老师", &desk)
    desk.press(.down, .enter)
    var pictures = [desk.screen]
    desk.press(.text("2"))
    pictures.append(desk.screen)
    desk.press(.escape)
    pictures.append(desk.screen)
    GoldenScreen.check(text: pictures.joined(separator: "\n\n"), "people-\(language.rawValue)-\(size.columns)")
  }
}
