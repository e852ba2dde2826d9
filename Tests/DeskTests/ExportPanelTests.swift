import Records
import Terminal
import TestSupport
import Testing

@testable import Desk

/// Sending children out from the review.
@Suite struct ExportPanelTests {
  private func reviewing(_ filter: SummaryFilter = .waiting) throws -> WorkDesk {
    var desk = try WorkDesk.day(.chinese)
    desk.review(filter)
    return desk
  }

  @Test func `a day's page sends that day, every other page all`() throws {
    var desk = try reviewing()
    desk.press(.text("e"), .enter)
    #expect(desk.screen.contains("(-)"))
    desk.press(.enter)
    desk.enter("d20150128")
    desk.press(.text("e"), .enter)
    #expect(desk.screen.contains("(2015-01-28)"))
  }

  @Test func `a name is offered, and one that is taken is asked for again`() throws {
    var desk = try reviewing()
    desk.type("e")
    #expect(desk.screen.contains("幼儿信息-20150128-"))
    for _ in 0..<40 { desk.press(.backspace) }
    desk.enter("taken.xlsx")
    #expect(desk.screen.contains("已经有了"))
    #expect(desk.screen.contains("taken.xlsx"))
    for _ in 0..<40 { desk.press(.backspace) }
    desk.press(.enter)
    #expect(!desk.screen.contains("→ "))
    desk.enter("mine.csv")
    #expect(desk.screen.contains("2 → mine.csv"))
    desk.press(.enter)
    #expect(!desk.screen.contains("mine.csv"))
  }

  @Test func `Esc sends nobody, and letters are the name's while one is typed`() throws {
    var desk = try reviewing()
    desk.type("ea")
    #expect(desk.screen.contains(".xlsxa"))
    desk.press(.escape)
    #expect(!desk.screen.contains(".xlsx"))
  }
}
