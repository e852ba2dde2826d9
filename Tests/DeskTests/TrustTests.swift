import FormModel
import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// The rules of the desk, 8 to 10: show what was understood, never colour alone, trust is visible.
@Suite struct TrustTests {
  // MARK: 8, show what was understood

  @Test(arguments: [
    ("220305", "2022年3月5日 · 3岁11个月"), ("2022-3-5", "2022年3月5日"), ("2022.3.5", "2022年3月5日"), ("２０２２０３０５", "2022年3月5日"),
    ("二〇二二年三月五日", "2022年3月5日"),
  ])
  func `a date is read back as it is typed`(typed: String, shown: String) throws {
    var sitting = try Sitting()
    sitting.press(.function(6))
    sitting.enter("4")
    sitting.type(typed)
    #expect(sitting.shows(shown))
    sitting.press(.enter)
    #expect(sitting.value("birth_date") == "2022-03-05")
  }

  @Test func `a number shows sex, birth date and place beside it, and fills two items`() throws {
    var sitting = try Scene.numberReadBack.play()
    #expect(sitting.shows("✓ 男 · 2022年3月5日出生 · 首次登记地 广东省 · 惠州市 · 惠城区"))
    sitting.press(.enter)
    #expect(sitting.item == "ethnic_group")
    #expect(sitting.value("sex") == "1" && sitting.value("birth_date") == "2022-03-05")
    #expect(sitting.answer("sex")?.source == .derived)
  }

  // MARK: 9, never colour alone

  @Test(arguments: Scene.allCases, Language.allCases)
  func `every coloured line has its mark or its words`(scene: Scene, language: Language) throws {
    let marks: [Style.Colour: [Character]] = [.red: ["✗"], .green: ["✓"], .yellow: ["！", "○"]]
    let canvas = try scene.play(language).canvas
    var before: [Style.Colour] = []
    for row in 0..<canvas.size.rows {
      let cells = canvas.row(row)
      var colours: [Style.Colour] = []
      for (colour, wanted) in marks {
        let text = cells.filter { $0.style.colour == colour && !$0.isContinuation }.map(\.text).joined()
        guard text.contains(where: { $0 != " " }) else { continue }
        colours.append(colour)
        // A second line of the same sentence goes on from the first.
        #expect(before.contains(colour) || text.contains { wanted.contains($0) }, "\(scene) \(text)")
      }
      before = colours
    }
  }

  // MARK: 10, trust is visible

  @Test func `after five idle minutes nothing of the family is on the screen`() throws {
    var sitting = try Sitting()
    sitting.fillChild()
    sitting.type("hc")
    let code = try #require(sitting.record?.code.text)
    sitting.rest(seconds: 299)
    #expect(sitting.guided != nil)
    sitting.rest(seconds: 1)
    #expect(sitting.guided == nil && sitting.shows(words(of: HomePhrase.lockedTitle)))
    for secret in ["潘", "441302", "2022", code] { #expect(!sitting.shows(secret)) }
  }

  @Test func `the same family goes on with the birth date, where it was`() throws {
    var sitting = try Scene.locked.play()
    sitting.enter("20220306")
    #expect(sitting.shows("✗ 不一样"))
    sitting.type("2")
    #expect(!sitting.shows("✗"))
    sitting.press(.control("u"))
    sitting.enter("2022年3月5日")
    #expect(sitting.item == "birthplace")
  }

  @Test func `what comes back from the store while the screen is covered is not lost`() throws {
    var sitting = try Sitting()
    sitting.isSlow = true
    sitting.enter("潘小明")
    sitting.rest(seconds: 300)
    let id = try #require(sitting.stored.keys.first)
    let other = Sitting.identity(9)
    sitting.tell(.record(.renamed(id, other)))
    sitting.tell(.record(.saved(other.id, revision: 99, at: sitting.context.now)))
    sitting.enter("潘小明")
    #expect(sitting.record?.code == other.code)
    #expect(sitting.shows("已保存"))
  }

  @Test func `a form that nobody began is not covered but put away`() throws {
    var sitting = try Sitting(.home)
    sitting.type("1")
    sitting.rest(seconds: 300)
    #expect(sitting.shows("欢迎"))
    var alone = try Sitting()
    alone.rest(seconds: 300)
    #expect(alone.item == "name" && !alone.hasLeft)
  }

  @Test func `a screen that is covered before it is saved says so`() throws {
    var sitting = try Scene.notSaved.play()
    sitting.rest(seconds: 301)
    #expect(sitting.shows("还没有存上") && !sitting.shows("填的都存好了"))
  }

  @Test(arguments: [Scene.comeBack, .locked])
  func `the wait after a wrong answer is said until it is over, not longer`(scene: Scene) throws {
    var sitting = try scene.play()
    sitting.tell(.door(.wait(seconds: 4)))
    #expect(sitting.shows("✗ 请等 4 秒再试"))
    sitting.rest(seconds: 3)
    #expect(sitting.shows("✗ 请等 4 秒再试"))
    sitting.rest(seconds: 1)
    #expect(!sitting.shows("✗"))
    sitting.tell(.door(.wait(seconds: 8)))
    sitting.type("2")
    #expect(!sitting.shows("✗"))
    sitting.rest(seconds: 8)
    #expect(sitting.desk.timeout(at: sitting.context) != 0, "nothing is left to be told at once")
  }
}
