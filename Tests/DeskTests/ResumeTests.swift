import FormModel
import Sentences
import Standards
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk
@testable import Records

/// A journal puts the same screen up again: whatever was pressed, a base and the events after it are enough.
@Suite struct ResumeTests {
  /// What people press, the usual more often.
  private static let keys: [Key] =
    "潘小明汉族112344021920220305hzcq路8号".unicodeScalars.map { .text($0) }
    + [
      .enter, .enter, .enter, .enter, .up, .down, .tab, .backTab, .backspace, .left, .right, .home, .end, .escape,
      .function(1), .function(2), .function(3), .function(5), .function(6), .function(7), .function(8),
      .control("z"), .control("y"), .control("w"), .control("u"), .delete, .pageDown,
    ]

  /// Somebody who presses keys without a plan, and what a journal keeps of it.
  private struct Typist {
    var generator: Steps
    var tape = Tape()
    var pressed: [Key] = []

    init(_ seed: Int) { generator = Steps(state: UInt64(seed)) }

    /// The next key; it is kept before it is pressed.
    mutating func key(at now: Timestamp) throws -> Key {
      let key = try #require(ResumeTests.keys.randomElement(using: &generator))
      pressed.append(key)
      tape.keep(.key(key), at: now)
      return key
    }
  }

  /// The page without its title, where the code and the time stand, and without what was just said of saving.
  private static func page(_ canvas: Canvas) -> [String] {
    let rows = canvas.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // That a step was undone is said once.
    let passing = [words(of: GuidedPhrase.undone), words(of: GuidedPhrase.redone), words(of: GuidedPhrase.pressNumber)]
    return rows[2..<max(2, rows.count - 2)].map { row in passing.contains { row.contains($0) } ? "" : row }
  }

  @Test(arguments: 0..<8)
  func `a family's form is put up again after any keys`(seed: Int) throws {
    var typist = Typist(seed)
    var sitting = try Sitting()
    typist.tape.follow(sitting.desk.place(sitting.context), after: .enter)
    for _ in 0..<120 {
      let key = try typist.key(at: sitting.context.now)
      sitting.press(key)
      guard sitting.guided != nil else { return }
      typist.tape.follow(sitting.desk.place(sitting.context), after: key)
      let reading = try #require(typist.tape.reading(sitting.context.now))
      let held = HeldRecord(replaying: reading)
      let screen = try #require(GuidedScreen(resuming: reading, held, sitting.context))
      var resumed = sitting.desk
      resumed.page = screen
      let canvas = resumed.draw(size: sitting.size, sitting.context)
      guard Self.page(canvas) == Self.page(sitting.canvas), screen.entry.record.answers == sitting.record?.answers
      else {
        Issue.record("after \(typist.pressed):\n\(sitting.canvas.text())\n--- came back as\n\(canvas.text())")
        return
      }
    }
  }

  @Test(arguments: 0..<8)
  func `a teacher's sheet is put up again after any keys`(seed: Int) throws {
    var typist = Typist(seed)
    var desk = try WorkDesk()
    let whole = try desk.add("潘小明", sequence: seed, minutes: 0, until: .draft)
    let gaps = try ["birthplace", "address", "health", "guardian_name"].map { Move.clear(field: try desk.field($0)) }
    try desk.make(gaps, on: whole, as: WorkDesk.mother)
    let record = try desk.record(whole)
    let held = try #require(HeldRecord(record, holder: WorkDesk.staff))
    desk.sit(SheetScreen(held, onlyGaps: seed % 2 == 1, desk.context))
    typist.tape.follow(desk.desk.place(desk.context), after: .enter)
    for _ in 0..<100 {
      let key = try typist.key(at: desk.context.now)
      desk.press(key)
      guard let sheet = desk.sheet else { return }
      typist.tape.follow(desk.desk.place(desk.context), after: key)
      guard let reading = typist.tape.reading(desk.context.now) else { continue }
      let resumed = SheetScreen(resuming: reading, HeldRecord(replaying: reading), desk.context)
      let (now, then) = (sheet.entry, resumed.entry)
      guard now.field == then.field, now.editor.isSame(as: then.editor), now.record.answers == then.record.answers
      else {
        Issue.record(
          "after \(typist.pressed): at \(now.field) \(now.editor), came back at \(then.field) \(then.editor)")
        return
      }
    }
  }
  @Test(arguments: 0..<4)
  func `one item of child after child is put up again after any keys`(seed: Int) throws {
    var typist = Typist(seed)
    var desk = try WorkDesk()
    for number in 0..<6 {
      let child = try desk.add("孩子\(number)", sequence: number, minutes: number, until: .draft)
      let gaps = try ["birthplace", "address", "entry_date", "guardian_id_number"].map {
        Move.clear(field: try desk.field($0))
      }
      try desk.make(gaps, on: child, as: WorkDesk.mother)
    }
    desk.watch(CompletionScreen(holder: WorkDesk.teacher))
    desk.type("e\([11, 16, 17, 28][seed])")
    desk.press(.enter)
    for _ in 0..<60 {
      let key = try typist.key(at: desk.context.now)
      desk.press(key)
      guard let walk = desk.completion?.walk else { return }
      guard let now = walk.entry, let reading = desk.tape?.reading(desk.context.now) else { continue }
      let held = HeldRecord(replaying: reading)
      let then = try #require(CompletionScreen(resuming: reading, held, desk.context).walk?.entry)
      guard now.field == then.field, now.editor.isSame(as: then.editor), now.record.answers == then.record.answers
      else {
        Issue.record("after \(typist.pressed): at \(now.record.code) \(now.editor), came back as \(then.editor)")
        return
      }
    }
  }
}
