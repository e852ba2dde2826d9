import FormModel
import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// Lists and menus: nothing is said twice, what works is named, and what has no digit can be seen and taken.
@Suite struct SaidOnceTests {
  @Test(arguments: [Size(80, 24), Size(60, 20)], Language.allCases)
  func `over a list in which nothing fits Enter says no second sentence`(size: Size, language: Language) throws {
    let form = try Sitting.form.get()
    let said = words(of: language == .chinese ? GuidedPhrase.noMatch.text.chinese : GuidedPhrase.noMatch.text.english)
    var lists = 0
    for field in form.fields.indices {
      var sitting = try Sitting(.fill(Sitting.identity(0)), language)
      sitting.size = size
      sitting.press(.function(6))
      sitting.enter("\(field + 1)")
      guard case .search(let search)? = sitting.guided?.entry.editor, !search.offersUnlisted else { continue }
      lists += 1
      sitting.type("qqqq")
      sitting.press(.enter)
      #expect(sitting.screen.components(separatedBy: said).count == 2, "\(sitting)")
      #expect(sitting.guided?.entry.notice == nil)
    }
    #expect(lists > 2)
  }

  @Test func `in the settings and over a place picker neither`() throws {
    var sitting = try Scene.settingsPlace.play()
    sitting.press(.control("u"))
    sitting.type("qqqq")
    sitting.press(.enter)
    #expect(sitting.screen.components(separatedBy: words(of: GuidedPhrase.noMatch)).count == 2, "\(sitting)")
    sitting = try Scene.place.play()
    sitting.press(.control("u"))
    sitting.type("qqqq")
    sitting.press(.enter)
    #expect(sitting.screen.components(separatedBy: words(of: GuidedPhrase.noMatch)).count == 2, "\(sitting)")
  }

  @Test(arguments: Language.allCases)
  func `the bar of an open list names F3, at 80 columns`(language: Language) throws {
    let name = language == .chinese ? "看全部" : "all"
    for scene in [Scene.searchOpen, .place, .searchAbolished] {
      let bar = try scene.play(language).screen.split(separator: "\n").last ?? ""
      #expect(bar.contains("^F \(name)") || bar.contains("F3/^F \(name)"), "\(bar)")
    }
  }

  @Test(arguments: [Size(80, 24), Size(60, 20), Size(132, 40)])
  func `the tenth entry has the digit 0, and one that has none is seen without it`(size: Size) throws {
    var desk = try WorkDesk.day()
    desk.size = size
    desk.sit(WorkMenuScreen(holder: WorkDesk.staff))
    let cutOff = try desk.child("潘小明")
    desk.tell(.work(.cutOff(cutOff)))
    let line = try #require(desk.screen.split(separator: "\n").first { $0.contains("接着填") }, "\(desk.screen)")
    #expect(desk.screen.contains(" 0  "), "\(desk.screen)")
    #expect(line.contains("▸ -") && desk.shows(words(of: WorkPhrase.menuNoDigit)), "\(desk.screen)")
    desk.press(.up)
    #expect(!desk.screen.contains(line))
    desk.press(.down, .enter)
    #expect(desk.effects.last == .goOn(WorkDesk.staff))
    desk.sit(WorkMenuScreen(holder: WorkDesk.staff))
    desk.type("0")
    #expect(desk.desk.page is ImportScreen)
  }
}
