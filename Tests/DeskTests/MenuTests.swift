import Terminal
import Testing

@testable import Desk

/// Numbered rows are chosen in one way wherever they stand.
@Suite struct MenuTests {
  @Test func `a digit takes its row at once, and Enter the highlighted one`() {
    var menu = Menu()
    #expect(menu.take(.text("3"), of: 3) == 2)
    #expect(menu.take(.text("２"), of: 3) == 1)
    #expect(menu.take(.up, of: 3) == nil)
    #expect(menu.take(.enter, of: 3) == 0)
    for key in [Key.down, .down, .down, .down] { #expect(menu.take(key, of: 3) == nil) }
    #expect(menu.take(.enter, of: 3) == 2)
  }

  @Test func `any other key takes nothing and has what works said louder, until the next key`() {
    var menu = Menu()
    for key in [Key.text("4"), .text("0"), .text("x"), .left, .function(4)] {
      #expect(menu.take(key, of: 3) == nil && menu.isPuzzled, "\(key)")
      #expect(menu.take(.down, of: 3) == nil && !menu.isPuzzled)
    }
  }

  @Test func `where nothing is highlighted Enter takes nothing until somebody has moved`() {
    var menu = Menu(highlighted: nil)
    #expect(menu.take(.enter, of: 2) == nil && menu.isPuzzled)
    #expect(menu.take(.down, of: 2) == nil)
    #expect(menu.take(.enter, of: 2) == 0)
  }
}
