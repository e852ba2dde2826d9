import FormModel
import Records
import Standards
import Terminal
import TestSupport
import Testing

@testable import Desk

/// What is typed over a form, and not yet in it, is in the journal of its record: every such place is driven.
@Suite struct TypedInRecordsTests {
  /// A place on the page of a family: the keys that lead there, and what is typed.
  static let families: [(place: String, scene: Scene, text: String)] = [
    ("FieldEditor.text", .text, "明"), ("FieldEditor.number", .number, "03"), ("FieldEditor.date", .date, ""),
    ("FieldEditor.search", .searchOpen, "q"), ("FormEntry.editor", .numberReadBack, ""),
    ("FormEntry.place", .place, ""), ("ItemNumber.line", .jump, "1"), ("PanelSteps.line", .owedNote, "，下周带来"),
    ("PanelSteps.line", .owedDue, "0"), ("PanelSteps.line", .unlistedPaper, "8号"),
    ("PanelSteps.line", .fillerTelephone, ""),
  ]

  /// A place on the sheet of a teacher.
  static let sheets: [(place: String, keys: [Key], text: String)] = [
    ("FieldEditor.text", [.end], "二楼"),
    ("PanelSteps.line", [.function(2), .text("3"), .enter], "户口本在老家"),
    ("PanelSteps.line", [.function(2), .enter], "1"),
    ("ItemNumber.line", [.function(6)], "1"),
    ("FormEntry.place", [.function(3)], "hcq"),
    (
      "PanelSteps.line",
      [.end, .control("u")] + "示范路".unicodeScalars.map { .text($0) }
        + [.enter, .function(5), .home, .enter, .text("1")], "看过房产证"
    ),
  ]

  @Test func `every place that a journal keeps is driven`() {
    let driven = Set(Self.families.map(\.place) + Self.sheets.map(\.place))
    #expect(driven == Set(TypedPlacesTests.places.filter { $0.value == .journal }.keys).union(["ItemNumber.line"]))
  }

  @Test(arguments: families.indices)
  func `what a family types is in the journal, and the same line is put up again`(index: Int) throws {
    let (place, scene, text) = Self.families[index]
    var played = try scene.play()
    played.type(text)
    #expect(Editors.all(in: played.desk).contains { $0 != "|0" }, "\(place)")
    // Again, with a journal.
    var sitting = try Sitting()
    var tape = Tape()
    tape.follow(sitting.desk.place(sitting.context))
    for (event, at) in played.events {
      sitting.pass(milliseconds: at.milliseconds - sitting.context.now.milliseconds)
      tape.keep(event, at: at)
      sitting.send(event)
      let key: Key? = if case .key(let key) = event { key } else { nil }
      tape.follow(sitting.desk.place(sitting.context), after: key)
    }
    #expect(sitting.canvas == played.canvas)
    let reading = try #require(tape.reading(sitting.context.now))
    let screen = try #require(GuidedScreen(resuming: reading, HeldRecord(replaying: reading), sitting.context))
    #expect(Editors.all(in: screen) == Editors.all(in: try #require(sitting.guided)), "\(place)")
  }

  /// A page with the place, and what stood there before anything was typed.
  private func typed(_ index: Int) throws -> (desk: WorkDesk, empty: [String]) {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 0, until: .draft)
    let held = try #require(HeldRecord(child, holder: WorkDesk.teacher))
    desk.watch(SheetScreen(held, at: try desk.field("address"), desk.context))
    for key in Self.sheets[index].keys { desk.press(key) }
    let empty = Editors.all(in: desk.desk)
    desk.type(Self.sheets[index].text)
    return (desk, empty)
  }

  @Test(arguments: sheets.indices)
  func `what is typed over a sheet is in the journal of its record`(index: Int) throws {
    let place = Self.sheets[index].place
    var (desk, empty) = try typed(index)
    let before = Editors.all(in: desk.desk)
    #expect(before != empty, "\(place)")
    let hasMore = desk.desk.place(desk.context)?.hasMore
    let isOwn = place == "PanelSteps.line"
    #expect(hasMore == isOwn, "a note is in no record until its own Enter")
    try desk.kill()
    desk.sit(WorkMenuScreen(holder: WorkDesk.teacher))
    desk.press(.enter)
    #expect(Editors.all(in: desk.desk) == before, "\(place)")
  }

  @Test(arguments: sheets.indices)
  func `five minutes without a key leave it where it is, for whoever comes back`(index: Int) throws {
    var (desk, _) = try typed(index)
    let before = Editors.all(in: desk.desk)
    let record = try #require(desk.desk.place(desk.context)?.record.id)
    desk.wait(seconds: 301)
    desk.send(.tick)
    #expect(desk.desk.restingRecords == [record])
    #expect(desk.desk.resting.map { Editors.all(in: $0) } == [before])
  }

  @Test func `a note that a family has half typed is there under the cover, and by its code`() throws {
    var sitting = try Sitting(.home)
    sitting.press(.text("1"))
    sitting.fillChild()
    sitting.press(.function(2))
    sitting.type("3户口本在老家")
    let record = try #require(sitting.record)
    let before = Editors.all(in: try #require(sitting.guided))
    sitting.rest(seconds: 301)
    #expect(!sitting.shows("户口本"))
    sitting.press(.function(10))
    #expect(sitting.desk.restingRecords == [record.id])
    sitting.press(.text("2"))
    sitting.enter(record.code.text)
    sitting.enter("20220305")
    #expect(Editors.all(in: try #require(sitting.guided)) == before && sitting.shows("户口本在老家"))
  }

  // MARK: Pastes

  @Test func `a megabyte that is pasted is refused at once, and its journal is short`() throws {
    var desk = try WorkDesk()
    let held = try #require(
      HeldRecord(try desk.add("潘小明", sequence: 1, minutes: 0, until: .draft), holder: WorkDesk.teacher))
    desk.watch(SheetScreen(held, at: try desk.field("address"), desk.context))
    desk.press(.end)
    let before = Editors.all(in: desk.desk)
    let megabyte = String(repeating: "示", count: 350_000)
    let heard = try #require(desk.desk.heard(.paste(megabyte), size: desk.size))
    let line = try #require(Desk.journalled(heard, at: desk.context.now)).serialized(pretty: false)
    #expect(line.count < 5_000)
    // What is left of it is taken as all of it would be: not at all.
    desk.send(heard)
    #expect(Editors.all(in: desk.desk) == before)
    #expect(desk.desk.heard(.paste("示范路8号"), size: desk.size) == .paste("示范路8号"))
    for blank in [String(repeating: " ", count: 100_000) + "甲", String(repeating: "\n", count: 100_000)] {
      desk.send(try #require(desk.desk.heard(.paste(blank), size: desk.size)))
      #expect(Editors.all(in: desk.desk) == before)
    }
  }
}

/// All lines that can be typed in, wherever in a page they are.
enum Editors {
  static func all(in value: Any) -> [String] {
    if let editor = value as? TextEditor { return ["\(editor.text)|\(editor.cursor)"] }
    // What lies under the page is none of its own, and a record holds no editor.
    if value is Record || value is HeldRecord || value is DeskContext { return [] }
    return Mirror(reflecting: value).children.flatMap { all(in: $0.value) }
  }
}
