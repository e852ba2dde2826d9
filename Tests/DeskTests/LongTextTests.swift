import FormModel
import Sentences
import Terminal
import TestSupport
import Testing
import TextLayout
import Wording

@testable import Desk

/// Text that is longer than its line, on the page and while it is typed.
@Suite struct LongTextTests {
  private static let address = "广东省惠州市惠城区示范街道示范社区示范路一百二十八号示范花园第三期第十八栋第二单元二千零一房"

  @Test(arguments: [Size(80, 24), Size(60, 20)])
  func `an address stands there whole, and the cursor walks its lines`(size: Size) throws {
    var sitting = try Sitting()
    sitting.size = size
    sitting.press(.function(6))
    sitting.enter("\(try #require(sitting.context.form.index(of: "address")) + 1)")
    sitting.type(Self.address)
    let shown = sitting.screen.replacing(" ", with: "").replacing("\n", with: "")
    #expect(shown.contains(Self.address.prefix(20)) && shown.contains(Self.address.suffix(5)), "\(sitting)")
    let bottom = try #require(sitting.canvas.cursor)
    sitting.press(.up)
    #expect(sitting.canvas.cursor?.row == bottom.row - 1 && sitting.item == "address")
    sitting.press(.up, .up)
    #expect(sitting.item != "address", "from the first line ↑ leads to the item before")
  }

  @Test(arguments: [Size(80, 24), Size(60, 20), Size(132, 40)])
  func `the sheet shows it whole as well, and from its first line ↑ leads on`(size: Size) throws {
    var room = try Classroom.newForm(size: size)
    room.press(.function(6))
    room.enter("\(try #require(room.context.form.index(of: "address")) + 1)")
    room.type(Self.address)
    let field = (room.desk.page as? SheetScreen)?.entry.field
    let shown = room.screen.filter { !$0.isWhitespace }
    // Its lines stand below each other, in a wide window with what is said beside them.
    #expect(shown.contains(Self.address.prefix(10)) && shown.contains(Self.address.suffix(5)), "\(room.screen)")
    let bottom = try #require(room.canvas.cursor)
    room.press(.up)
    #expect(room.canvas.cursor?.row == bottom.row - 1 && (room.desk.page as? SheetScreen)?.entry.field == field)
    for _ in 0..<5 { room.press(.up) }
    #expect((room.desk.page as? SheetScreen)?.entry.field != field)
  }

  @Test func `what was typed between the lines is the same from a journal, in a window of any size`() throws {
    for (one, other) in [(Size(60, 20), Size(132, 40)), (Size(132, 40), Size(60, 20)), (Size(80, 24), Size(60, 20))] {
      var sitting = try Sitting()
      sitting.size = one
      sitting.press(.function(6))
      sitting.enter("\(try #require(sitting.context.form.index(of: "address")) + 1)")
      sitting.type(Self.address + Self.address)
      sitting.press(.up, .left, .left)
      sitting.type("甲")
      sitting.press(.down, .up)
      sitting.type("乙")
      var again = try Sitting()
      again.size = other
      for (event, _) in sitting.events { again.take(.event(event)) }
      let texts = [sitting, again].map { $0.guided?.entry.editor.textEditor?.text }
      #expect(texts[0] == texts[1] && texts[0]?.contains("甲") == true && texts[0]?.contains("乙") == true)
      #expect(sitting.item == "address" && again.item == "address")
    }
  }

  /// Seeded walks: the lines are the text, none is wider than the page has room for, and ↑ and ↓ come back to it.
  @Test(arguments: [20, 42, 63])
  func `lines are the text, and moving by lines loses nothing`(columns: Int) {
    var steps = Steps(state: 14)
    func move(_ editor: inout TextEditor, _ key: Key) -> Bool {
      let keys = editor.keys(for: key, columns: columns)
      for key in keys { _ = editor.handle(key) }
      return !keys.isEmpty
    }
    for _ in 0..<300 {
      var editor = TextEditor()
      for _ in 0..<Int.random(in: 0...120, using: &steps) {
        _ = editor.handle(.text(["路", "a", "𠮷", "é", "8"].randomElement(using: &steps) ?? "a"))
      }
      let lines = editor.lines(columns)
      #expect(lines.first?.lowerBound == 0 && lines.last?.upperBound == editor.text.count)
      #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      let characters = Array(editor.text)
      #expect(lines.allSatisfy { TextWidth.of(String(characters[$0])) < columns })
      var (moves, before) = (0, editor.text)
      while move(&editor, .up) { moves += 1 }
      #expect(moves == lines.count - 1 && editor.text == before)
      while move(&editor, .down) { moves -= 1 }
      #expect(moves == 0)
      before = editor.text
      var canvas = Canvas(size: Size(80, 24))
      _ = editor.drawLines(on: &canvas, at: Point(column: 3, row: 4), columns: columns, rows: 5, style: .plain)
      #expect(canvas.cursor.map { $0.column < 3 + columns && (4..<9).contains($0.row) } == true)
    }
  }

  /// Goes to every item that has a page.
  private func visitItems(
    _ size: Size, _ language: Language, _ body: (Field, FormEntry, inout Sitting) throws -> Void
  ) throws {
    var sitting = try Sitting(.fill(Sitting.identity(0)), language)
    sitting.size = size
    for (index, field) in try Sitting.form.get().fields.enumerated() {
      sitting.press(.function(6))
      sitting.enter("\(index + 1)")
      if let entry = sitting.guided?.entry, entry.panel == nil {
        try body(field, entry, &sitting)
      } else {
        sitting.press(.escape)
      }
    }
  }

  @Test(arguments: [Size(60, 20), Size(80, 24), Size(132, 40)], Language.allCases)
  func `F1 shows all that is said of an item, whole`(size: Size, language: Language) throws {
    try visitItems(size, language) { _, entry, sitting in
      sitting.press(.function(1))
      let shown = sitting.screen.filter { !$0.isWhitespace }
      for (_, text) in entry.words(sitting.context) {
        // What stands beside it in another column cannot come between the words of a line.
        for line in TextWidth.wrap(text, columns: 20) {
          for word in line.split(separator: " ") {
            let pieces = TextWidth.wrap(String(word), columns: 8).map { $0.filter { !$0.isWhitespace } }
            #expect(pieces.allSatisfy { shown.contains($0) }, "\(text)\(sitting)")
          }
        }
      }
      sitting.press(.escape)
    }
  }

  @Test func `over a panel F1 says what the panel is, and the question about classes has words of its own`() throws {
    for scene in [Scene.owedReason, .unlistedReason, .fillerRelation, .jump, .place] {
      var sitting = try scene.play()
      let title = try #require(sitting.guided?.entry.panelTitle(sitting.context))
      sitting.press(.function(1))
      #expect(sitting.shows("\(words(of: CommonPhrase.helpTitle)) · \(title.prefix(8))"), "\(sitting)")
      #expect(!sitting.shows(words(of: CommonPhrase.helpWhere)))
    }
  }

  @Test(arguments: [Size(60, 20), Size(80, 24)], Language.allCases)
  func `a reason that has no room ends in …`(size: Size, language: Language) throws {
    try visitItems(size, language) { field, _, sitting in
      let why = field.why[language].filter { !$0.isWhitespace }
      let lines = sitting.screen.split(separator: "\n")
      guard let first = lines.firstIndex(where: { $0.contains("─") && $0 != lines[1] }), first + 1 < lines.count
      else { return }
      let shown = lines[(first + 1)...].dropLast().joined().filter { !$0.isWhitespace }
      #expect(shown.hasSuffix(why) || shown.hasSuffix("…"), "\(why)\(sitting)")
    }
  }
}
