import FormModel
import Terminal
import TestSupport
import Testing

@testable import Desk
@testable import Wording

/// Whole screens of the sheet and of the work list.
@Suite struct SheetPictureTests {
  private static let wide: [SheetPicture] = [
    .sheetHalf, .sheetChoices, .sheetSearch, .sheetWrong, .sheetApproved, .sheetHelp, .list, .walkPlace,
  ]
  private static let english: [SheetPicture] = [
    .sheetHalf, .sheetChoices, .sheetHelp, .sheetParting, .list, .listAll, .listPlan, .listHelp, .walkText,
    .myClass, .myClassStaff, .myClassFound, .myClassElsewhere, .sheetCarried, .sheetSibling,
  ]
  private static let small: [SheetPicture] = [
    .sheetHalf, .sheetChoices, .sheetSearch, .sheetWrong, .sheetHelp, .list, .listReady, .listAll, .listPlan,
    .listPick, .listHelp, .walkText, .walkPlace, .myClass, .myClassStaff, .myClassFound, .myClassElsewhere,
    .sheetCarried, .sheetSibling,
  ]

  @Test(arguments: SheetPicture.allCases) func `each page at 80 by 24`(_ picture: SheetPicture) throws {
    GoldenScreen.check(try picture.play().canvas, "\(picture.rawValue)-80x24")
  }

  @Test(arguments: wide) func `from 100 columns on, help stands beside`(_ picture: SheetPicture) throws {
    GoldenScreen.check(try picture.play(.chinese, Size(132, 40)).canvas, "\(picture.rawValue)-132x40")
  }

  @Test(arguments: small) func `the smallest window`(_ picture: SheetPicture) throws {
    GoldenScreen.check(try picture.play(.chinese, Size(60, 20)).canvas, "\(picture.rawValue)-60x20")
  }

  @Test(arguments: english) func `in English`(_ picture: SheetPicture) throws {
    GoldenScreen.check(try picture.play(.english).canvas, "\(picture.rawValue)-english-80x24")
  }

  @Test(arguments: [GoldenScreen.Look.colour, .mono])
  func `colours only help`(_ look: GoldenScreen.Look) throws {
    for picture in [SheetPicture.sheetWrong, .sheetOwed, .list] {
      GoldenScreen.check(try picture.play().canvas, "\(picture.rawValue)-\(look)-80x24", look: look)
    }
  }

  @Test(arguments: [Size(60, 20), Size(80, 24), Size(132, 40)])
  func `the cursor is always on the page`(_ size: Size) throws {
    for picture in SheetPicture.allCases {
      let cursor = try #require(try picture.play(.chinese, size).canvas.cursor, "\(picture)")
      #expect((2..<size.rows - 1).contains(cursor.row), "\(picture)")
      #expect((0..<size.columns).contains(cursor.column), "\(picture)")
    }
  }

  @Test(arguments: [Language.chinese, .english], [Size(60, 20), Size(80, 24)])
  func `the help names every key of each page`(_ language: Language, _ size: Size) throws {
    let wording = Wording(language)
    func check<Action>(_ keymap: Keymap<Action>, _ picture: SheetPicture) throws {
      let screen = try picture.play(language, size).screen
      for binding in keymap.bindings {
        #expect(screen.contains(binding.print), "\(binding.print)")
        #expect(screen.contains(wording(binding.phrase).prefix(8)), "\(binding.phrase)")
      }
    }
    try check(SheetScreen.keymap, .sheetHelp)
    try check(CompletionScreen.keymap, .listHelp)
    try check(ItemWalk.keymap, .walkHelp)
  }

  @Test func `no key of a page has two meanings`() {
    func check<Action>(_ keymap: Keymap<Action>) {
      let keys = keymap.bindings.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
    check(SheetScreen.keymap)
    check(CompletionScreen.keymap)
    check(ItemWalk.keymap)
  }

  @Test func `every sentence is there in both languages`() {
    let phrases: [any Phrase] = SheetPhrase.allCases + CompletionPhrase.allCases
    for phrase in phrases {
      #expect(!phrase.text.chinese.isEmpty && !phrase.text.english.isEmpty)
      #expect(phrase.text.chinese.ranges(of: "{}").count == phrase.text.english.ranges(of: "{}").count)
    }
  }
}
