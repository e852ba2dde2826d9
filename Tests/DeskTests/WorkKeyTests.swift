import Records
import Terminal
import Testing

@testable import Desk

/// One key, one meaning on the pages of reviewing too; there, and only there, letters are commands.
@Suite struct WorkKeyTests {
  private static let tables: [(name: String, keys: [[Key]])] = [
    ("review", ReviewScreen.keymap.bindings.map(\.keys)),
    ("record", ReviewRecordScreen.keymap.bindings.map(\.keys)),
    ("read-back of a family", ReadBackScreen.familyKeymap.bindings.map(\.keys)),
    ("read-back of staff", ReadBackScreen.staffKeymap.bindings.map(\.keys)),
    ("day close", DayCloseScreen.keymap.bindings.map(\.keys)),
    ("menu", Menu.keymap.bindings.map(\.keys)),
    ("my class", CompletionScreen.firstKeymap.bindings.map(\.keys)),
    ("accounts", PeopleScreen.keymap.bindings.map(\.keys)),
    ("figures", FiguresScreen.keymap.bindings.map(\.keys)),
    ("class codes", ClassCodesScreen.keymap.bindings.map(\.keys)),
    ("a roster", ImportScreen.keymap.bindings.map(\.keys)),
    ("giving", GivingScreen.keymap.bindings.map(\.keys)),
  ]

  private static let twins: [Int: Character] = [1: "g", 3: "f", 10: "x"]

  @Test(arguments: tables.indices)
  func `every function key has its Ctrl twin, and no key stands twice`(_ index: Int) {
    let keys = Self.tables[index].keys
    #expect(Set(keys.joined()).count == keys.joined().count, "\(Self.tables[index].name)")
    for binding in keys {
      for case .function(let number) in binding {
        #expect(Self.twins[number].map { binding.contains(.control($0)) } ?? false, "F\(number)")
      }
    }
    #expect(keys.joined().contains(.function(1)) && keys.joined().contains(.function(10)))
  }

  @Test(arguments: tables.indices)
  func `Esc leaves no page`(_ index: Int) throws {
    var desk = try WorkDesk.day()
    switch Self.tables[index].name {
    case "review": desk.review()
    case "record": try desk.open(try desk.child("王小雨"))
    case "menu": desk.sit(WorkMenuScreen(holder: WorkDesk.staff))
    case "my class": desk.sit(CompletionScreen(holder: WorkDesk.staff))
    case "figures": desk.sit(FiguresScreen(holder: WorkDesk.staff))
    case "giving": desk.sit(GivingScreen(holder: WorkDesk.staff, filter: SummaryFilter()))
    case "class codes": desk.sit(ClassCodesScreen(holder: WorkDesk.staff))
    case "a roster":
      desk.sit(ImportScreen(holder: WorkDesk.staff, desk.context))
      desk.press(.function(10))
    case "accounts": desk.sit(PeopleScreen(holder: WorkDesk.staff))
    case "read-back of a family": desk.comeBack(try desk.child("买买提·艾力"))
    case "read-back of staff": try desk.readBack(try desk.child("买买提·艾力"), as: WorkDesk.teacher)
    default: desk.sit(DayCloseScreen(holder: WorkDesk.staff))
    }
    let before = desk.screen
    desk.press(.escape, .escape)
    #expect(desk.screen == before)
    #expect(!desk.hasLeft)
  }

  /// Whatever lies over a page, F10 takes it away or leaves, and a second one leaves.
  @Test(arguments: ["d", "f", "/", "a", "", "r"])
  func `F10 leaves the review from everywhere`(_ keys: String) throws {
    var desk = try WorkDesk.day()
    desk.review()
    desk.type(keys)
    desk.press(.function(10))
    if !desk.hasLeft { desk.press(.function(10)) }
    if !desk.hasLeft { desk.press(.function(10)) }
    #expect(desk.hasLeft)
  }

  @Test func `a paste is text and never a command`() throws {
    var desk = try WorkDesk.day()
    desk.review()
    let before = desk.screen
    desk.paste("a\n\r")
    #expect(desk.screen == before)
    desk.type("/")
    desk.paste("小明\n")
    #expect(desk.shows("▸ 小明"))
  }

  @Test(arguments: [Size(60, 20), Size(80, 24), Size(132, 40)])
  func `a bar names the way on, the help and the way out at every width`(_ size: Size) throws {
    var desk = try WorkDesk.day()
    desk.size = size
    func check() { #expect(desk.shows("F10/^X ") && desk.shows("F1/^G "), "\(desk.screen)") }
    desk.review()
    check()
    try desk.open(try desk.child("王小雨"))
    check()
    desk.comeBack(try desk.child("买买提·艾力"))
    check()
    desk.sit(DayCloseScreen(holder: WorkDesk.staff))
    check()
    desk.sit(WorkMenuScreen(holder: WorkDesk.staff))
    check()
  }

  @Test func `the menu says what its keys do, and the next key is not lost`() throws {
    var desk = try WorkDesk()
    desk.sit(WorkMenuScreen(holder: WorkDesk.teacher))
    let before = desk.screen
    desk.press(.function(1))
    #expect(desk.shows("F10 一页一页退回来"))
    desk.press(.escape)
    #expect(desk.screen == before)
    desk.press(.control("g"), .text("2"))
    #expect(desk.shows("补录"))
  }
}
