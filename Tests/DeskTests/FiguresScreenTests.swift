import FormModel
import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk

/// 统计 at the desk: the figures of the store, and who stands behind each.
@Suite struct FiguresScreenTests {
  private func figures(_ language: Language = .chinese, _ size: Size = Size(80, 24)) throws -> WorkDesk {
    var desk = try WorkDesk.day(language)
    desk.size = size
    desk.review()
    desk.type("c")
    return desk
  }

  @Test(arguments: [Size(80, 24), Size(60, 20), Size(132, 40)])
  func `the page is as it was looked at`(_ size: Size) throws {
    var desk = try figures(.chinese, size)
    GoldenScreen.check(desk.canvas, "figures-\(size.columns)x\(size.rows)")
    desk.press(.enter)
    GoldenScreen.check(desk.canvas, "figures-names-\(size.columns)x\(size.rows)")
  }

  @Test func `it reads in English too, and has its help`() throws {
    var desk = try figures(.english)
    GoldenScreen.check(desk.canvas, "figures-english-80x24")
    desk.press(.function(1))
    GoldenScreen.check(desk.canvas, "figures-help-english-80x24")
  }

  @Test func `a group is turned to, a grouping chosen, and a child behind a figure opened`() throws {
    var desk = try figures()
    #expect(desk.shows(words(of: FiguresPhrase.all)) && desk.shows("1 / "))
    desk.press(.right)
    #expect(!desk.shows(words(of: FiguresPhrase.all)) && desk.shows("2 / "))
    // The names are those of the group.
    desk.press(.enter)
    let first = desk.screen
    desk.press(.escape, .left, .enter)
    #expect(desk.screen != first)
    desk.press(.enter)
    #expect(desk.shows(words(of: ReviewRecordPhrase.keyApprove)))
    desk.press(.function(10), .function(10))
    #expect(desk.shows(words(of: FiguresPhrase.all)))
    desk.type("g")
    #expect(desk.shows(words(of: StatsPhrase.county)))
    for _ in 0..<5 { desk.type("g") }
    #expect(desk.shows(words(of: StatsPhrase.className)))
    desk.press(.function(10))
    #expect(!desk.hasLeft)
  }
}
