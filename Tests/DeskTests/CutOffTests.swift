import FormModel
import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk

/// Teachers and staff who are cut off find the page as it stood, and are told.
@Suite struct CutOffTests {
  private static let resumed = words(of: GuidedPhrase.resumed)

  /// The page without the code and the time in its title, and without the line above the bar.
  private func page(_ desk: WorkDesk) -> [String] {
    let rows = desk.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return Array(rows[1..<22]) + [rows[23]]
  }

  /// What an address begins with where the household's place is known.
  private static let home = "广东省惠州市惠城区"

  /// A child with gaps, the first of them the birthplace, then the address.
  private func child(_ desk: inout WorkDesk, _ name: String = "潘小明", sequence: Int = 1) throws -> Record {
    let child = try desk.add(name, sequence: sequence, minutes: sequence, until: .draft)
    let gaps = try ["birthplace", "address", "guardian_name"].map { Move.clear(field: try desk.field($0)) }
    try desk.make(gaps, on: child, as: WorkDesk.mother)
    return try desk.record(child)
  }

  /// A child whose sheet a teacher has open at the address.
  private func open(onlyGaps: Bool = false) throws -> (desk: WorkDesk, child: Record) {
    var desk = try WorkDesk()
    let child = try child(&desk)
    let held = try #require(HeldRecord(child, holder: WorkDesk.teacher))
    desk.watch(SheetScreen(held, onlyGaps: onlyGaps, desk.context))
    desk.press(.function(8))
    return (desk, child)
  }

  private func enter(_ desk: inout WorkDesk, as holder: Authority = WorkDesk.teacher) {
    desk.sit(WorkMenuScreen(holder: holder))
  }

  private func address(_ desk: WorkDesk, _ child: Record) throws -> RecordedAnswer? {
    try desk.record(child).answers[desk.field("address")]
  }

  // MARK: What stood there

  @Test(arguments: [false, true], [0, 1, 4])
  func `the sheet stands at its item, with its half typed text and its cursor`(onlyGaps: Bool, back: Int) throws {
    var (desk, child) = try open(onlyGaps: onlyGaps)
    desk.type("示范路8号")
    for _ in 0..<back { desk.press(.left) }
    let (before, cursor) = (page(desk), desk.canvas.cursor)
    try desk.kill()
    enter(&desk)
    #expect(desk.shows("▸ 5  接着填：潘小明"))
    #expect(!desk.shows("示范路"), "a family may look on")
    desk.press(.enter)
    #expect(page(desk) == before)
    #expect(desk.canvas.cursor == cursor)
    #expect(desk.shows(Self.resumed))

    // Cut off again at once; whoever begins with a list at a shell goes on without being asked.
    try desk.kill()
    desk.sit(CompletionScreen(holder: WorkDesk.teacher))
    #expect(page(desk) == before)
    desk.press(.end)
    desk.type("楼")
    #expect(!desk.shows(Self.resumed))
    desk.press(.function(10))
    #expect(try address(desk, child)?.value == Self.home + "示范路8号楼")
    #expect(desk.shows("补录 · 还缺的"), "the list lies below")
    enter(&desk)
    #expect(!desk.shows("接着填"))
  }

  @Test func `opening the record puts the sheet up in the place of whatever would have been opened`() throws {
    var (desk, child) = try open()
    desk.type("示范路8号")
    let before = page(desk)
    try desk.kill()
    let held = try #require(HeldRecord(try desk.record(child), holder: WorkDesk.teacher))
    desk.sit(at: .sheet(held))
    #expect(page(desk) == before)
    desk.press(.function(10))
    #expect(desk.hasLeft, "there is no second sheet below")
  }

  @Test func `a form that was begun and never saved is there again, and says its code in the end`() throws {
    var desk = try WorkDesk()
    desk.watch(WorkMenuScreen(holder: WorkDesk.teacher))
    desk.type("1")
    desk.type("潘小明")
    let before = page(desk)
    try desk.kill()
    #expect(desk.stored.isEmpty)
    enter(&desk)
    #expect(desk.shows("▸ 5  接着填：（没写姓名）"))
    desk.press(.enter)
    #expect(page(desk) == before)
    desk.press(.enter)
    #expect(desk.stored.count == 1)
    // Now that its name is saved it is still the form that was begun here.
    desk.press(.enter)
    try desk.kill()
    enter(&desk)
    desk.press(.enter, .function(10))
    #expect(desk.shows("取件码"), "what the family takes home")
  }

  @Test func `one item of child after child stands at its child`() throws {
    var desk = try WorkDesk()
    let first = try child(&desk, "潘小明", sequence: 1)
    let second = try child(&desk, "陈小舟", sequence: 2)
    desk.watch(CompletionScreen(holder: WorkDesk.teacher))
    desk.type("e16")
    desk.press(.enter)
    desk.type("示范路8号")
    desk.press(.enter)
    // Keys that lead nowhere here lead nowhere when it is put up again either.
    desk.press(.function(8), .function(5), .function(1), .function(2))
    desk.type("演示路9")
    desk.press(.left)
    let (before, cursor) = (page(desk), desk.canvas.cursor)
    let reading = try #require(desk.tape?.reading(desk.context.now))
    #expect(Desk.recovered(reading, desk.context).answers[try desk.field("address")]?.value == Self.home + "演示路9")
    try desk.kill()
    enter(&desk)
    desk.press(.enter)
    // The child before lacks it no more and is not in the list.
    func withoutPlace(_ rows: [String]) -> [String] { rows.filter { !$0.contains(" / ") && !$0.contains("示范路8号") } }
    #expect(withoutPlace(page(desk)).filter { !$0.isEmpty } == withoutPlace(before).filter { !$0.isEmpty })
    #expect(desk.canvas.cursor.map(\.column) == cursor.map(\.column))
    #expect(desk.shows(Self.resumed))
    desk.press(.enter)
    #expect(try address(desk, first)?.value == Self.home + "示范路8号")
    #expect(try address(desk, second)?.value == Self.home + "演示路9")
    #expect(desk.completion != nil, "behind the last child the list is shown")
  }

  @Test func `so does an item that the child lacks no more`() throws {
    var desk = try WorkDesk()
    let first = try child(&desk, "潘小明", sequence: 1)
    _ = try child(&desk, "陈小舟", sequence: 2)
    desk.watch(CompletionScreen(holder: WorkDesk.teacher))
    desk.type("e16")
    desk.press(.enter)
    desk.type("示范路8号")
    desk.press(.enter, .up)
    desk.type("楼")
    try desk.kill()
    enter(&desk)
    desk.press(.enter)
    #expect(desk.completion?.walk?.entry?.record.id == first.id)
    #expect(desk.completion?.walk?.list?.current?.id == first.id)
    #expect(desk.shows("示范路8号楼"))
  }

  @Test(arguments: [Key.function(10), .control("b")])
  func `whoever was leaving had not left`(key: Key) throws {
    var (desk, child) = try open()
    desk.type("示范路8号")
    var reading = try #require(desk.tape?.reading(desk.context.now))
    let line = try #require(Desk.journalled(.key(key), at: desk.context.now))
    reading.events.append(line)
    desk.left = [reading]
    enter(&desk)
    desk.press(.enter)
    #expect(desk.sheet != nil && desk.shows("示范路8号") && desk.shows(Self.resumed))
    desk.press(.function(10))
    #expect(try address(desk, child)?.value == Self.home + "示范路8号")
    #expect(desk.sheet == nil)
  }

  // MARK: Whose it is

  @Test(arguments: [Authority.teacher(name: "陈老师", classes: ["中二班"]), .staff(name: "李老师")])
  func `it is offered to nobody else`(holder: Authority) throws {
    var (desk, _) = try open()
    desk.type("示范路8号")
    try desk.kill()
    enter(&desk, as: holder)
    #expect(!desk.shows("接着填") && !desk.shows("潘小明"))
    desk.press(.text("5"))
    #expect(!desk.shows("示范路8号"))
  }

  // MARK: What happened meanwhile

  @Test func `what another desk has changed since is joined`() throws {
    var (desk, child) = try open()
    desk.type("示范路8号")
    try desk.kill()
    let guardian = try desk.field("guardian_name")
    try desk.make([.answer("潘女士", field: guardian, source: .told)], on: child, as: WorkDesk.staff)
    enter(&desk)
    desk.press(.enter)
    #expect(desk.shows("示范路8号") && desk.shows(Self.resumed))
    #expect(desk.sheet?.entry.record.answers[guardian]?.value == "潘女士")
    desk.press(.enter)
    let stored = try desk.record(child)
    #expect(stored.answers[guardian]?.value == "潘女士")
    #expect(try address(desk, child)?.value == Self.home + "示范路8号")
  }

  @Test func `of an item that both have answered a person chooses`() throws {
    var (desk, child) = try open()
    desk.type("示范路8号")
    desk.press(.enter)
    let saved = try desk.record(child)
    desk.type("2")
    try desk.kill()
    desk.store(child)
    try desk.make([.answer("演示路9号", field: try desk.field("address"), source: .told)], on: child, as: WorkDesk.staff)
    #expect(saved.revision > child.revision)
    enter(&desk)
    desk.press(.enter)
    #expect(desk.shows("留哪一个"))
    desk.type("1")
    #expect(try address(desk, child)?.value == Self.home + "示范路8号")
  }

  @Test func `what is half typed is not lost with a record that was withdrawn meanwhile`() throws {
    var (desk, child) = try open()
    desk.type("示范路8号")
    try desk.kill()
    try desk.make([.withdraw(reason: "重复登记")], on: child, as: WorkDesk.staff)
    enter(&desk)
    desk.press(.enter)
    #expect(desk.shows("示范路8号") && desk.shows("已撤回"))
    let stored = try desk.record(child)
    #expect(stored.status == .withdrawn)
    #expect(try address(desk, child)?.value == Self.home + "示范路8号")
  }

  @Test func `what is half typed becomes a proposal where the record was approved meanwhile`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 0)
    let held = try #require(HeldRecord(child, holder: WorkDesk.teacher))
    desk.watch(SheetScreen(held, at: try desk.field("address"), desk.context))
    desk.type("3栋")
    try desk.kill()
    try desk.make([.approve], on: child, as: WorkDesk.staff)
    enter(&desk)
    desk.press(.enter)
    #expect(desk.shows("演示路 1 号3栋"))
    desk.press(.function(10))
    let stored = try desk.record(child)
    #expect(stored.status == .approved)
    #expect(stored.proposedValue(of: "address") == "演示路 1 号3栋")
    #expect(try address(desk, child)?.value == "演示路 1 号")
  }
  // MARK: How it looks

  @Test(arguments: [Language.chinese, .english], [Size(80, 24), Size(60, 20)])
  func `the offer and the page that is put up again are as they were looked at`(
    _ language: Language, _ size: Size
  ) throws {
    let name = (language == .english ? "-english" : "") + "-\(size.columns)x\(size.rows)"
    var desk = try WorkDesk(language)
    desk.size = size
    let child = try child(&desk)
    desk.watch(SheetScreen(try #require(HeldRecord(child, holder: WorkDesk.staff)), desk.context))
    desk.press(.function(8), .control("u"))
    desk.type("示范路8号")
    try desk.kill()
    enter(&desk, as: WorkDesk.staff)
    GoldenScreen.check(desk.canvas, "menu-cut-off\(name)")
    desk.press(.enter)
    GoldenScreen.check(desk.canvas, "sheet-resumed\(name)")
  }
}
