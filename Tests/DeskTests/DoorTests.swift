import FormModel
import Records
import Terminal
import TestSupport
import Testing

@testable import Desk

/// The door of the work room: name and PIN.
@Suite struct DoorTests {
  /// The door as it may stand there.
  enum Picture: String, CaseIterable {
    case empty, first, typed, refused, wait, digits, help

    func play(_ language: Language) throws -> Visit {
      var visit = try Visit.door(language)
      switch self {
      case .empty: break
      case .first: visit.hear(.door(.noAccounts))
      case .typed, .refused, .wait, .digits:
        visit.type("李老师")
        visit.press(.enter)
        visit.type("284913")
        if self != .typed { visit.press(.enter) }
        if self == .refused { visit.hear(.door(.refused)) }
        if self == .wait { visit.hear(.door(.wait(seconds: 128))) }
        if self == .digits { visit.type("a") }
      case .help: visit.press(.function(1))
      }
      return visit
    }
  }

  @Test(arguments: Picture.allCases, Language.allCases)
  func `the door at 80×24`(_ picture: Picture, language: Language) throws {
    let suffix = language == .english ? "-english" : ""
    GoldenScreen.check(try picture.play(language).screen(), "door-\(picture)\(suffix)-80x24")
  }

  @Test(arguments: [Picture.first, .wait, .help], [Size(60, 20), Size(132, 40)])
  func `the door in other windows`(_ picture: Picture, size: Size) throws {
    GoldenScreen.check(
      try picture.play(.english).screen(size), "door-\(picture)-english-\(size.columns)x\(size.rows)")
  }

  @Test func `the desk asks whether anybody could enter before anybody tries`() throws {
    #expect(try Visit.door().asked == [.knock])
  }

  @Test func `name and PIN are handed on, and nothing of the PIN is kept`() throws {
    var visit = try Visit.door()
    visit.type("李老师")
    visit.press(.enter)
    visit.type("28４913")
    #expect(!visit.screen().text().contains("28"))
    visit.press(.enter)
    #expect(visit.effects.last == .enter(name: "李老师", pin: "284913"))
    var kept = ""
    dump(visit.desk, to: &kept)
    #expect(kept.contains("李老师"))
    #expect(!kept.contains("284913"))
    // There is nothing to undo, nor to hand on a second time.
    let count = visit.effects.count
    visit.press(.control("z"), .control("y"), .enter)
    #expect(visit.effects.count == count)
    visit.hear(.door(.refused))
    visit.type("555123")
    visit.press(.enter)
    #expect(visit.effects.last == .enter(name: "李老师", pin: "555123"))
  }

  @Test func `a paste at the PIN is digits or nothing`() throws {
    var visit = try Visit.door()
    visit.type("李老师")
    visit.press(.enter)
    visit.send(.paste("28\u{1B}4913\r"))
    visit.press(.enter)
    #expect(visit.asked == [.knock])
    visit.send(.paste(" 284 913\n"))
    visit.press(.enter)
    #expect(visit.effects.last == .enter(name: "李老师", pin: "284913"))
  }

  @Test(arguments: [Key.escape, .left, .function(4)])
  func `no key but F10 leads away from the door`(key: Key) throws {
    var visit = try Visit.door()
    visit.type("李")
    visit.press(key)
    #expect(visit.asked == [.knock])
    #expect(visit.screen().text().contains("李"))
    visit.press(.function(10))
    #expect(visit.isHome)
  }

  @Test(arguments: [
    (Authority.teacher(name: "李老师", classes: ["中二班"]), false), (.staff(name: "王主任"), true),
  ])
  func `whoever is let in finds what their part is, by their name`(holder: Authority, reviews: Bool) throws {
    var visit = try Visit.entered(holder)
    #expect(visit.screen().text().contains("\(holder.person.name)，您好"))
    visit.press(.escape)
    let text = visit.screen().text()
    #expect(text.contains(holder.person.name))
    #expect(text.contains("补录、确认"))
    #expect(text.contains("审核  ") == reviews)
  }
}
