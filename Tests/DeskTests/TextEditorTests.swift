import Standards
import Terminal
import Testing

@testable import Desk

/// A line of text as people know it. `|` stands for the cursor in what is given and in what is expected.
@Suite struct TextEditorTests {
  /// An editor with the text and the cursor of a marked line.
  private func editor(_ marked: String) -> TextEditor {
    var editor = TextEditor(marked.replacing("|", with: ""))
    let before = marked.prefix { $0 != "|" }.count
    _ = editor.handle(.home)
    for _ in 0..<before { _ = editor.handle(.right) }
    return editor
  }

  private func marked(_ editor: TextEditor) -> String {
    String(editor.text.prefix(editor.cursor)) + "|" + editor.text.dropFirst(editor.cursor)
  }

  @Test(arguments: [
    // One Backspace takes what a person sees as one character.
    ("潘小明|", Key.backspace, "潘小|"), ("潘|小明", .backspace, "|小明"), ("|潘", .backspace, "|潘"),
    ("a👨‍👩‍👧‍👦|b", .backspace, "a|b"), ("cafe\u{301}|", .backspace, "caf|"), ("🇨🇳🇭🇰|", .backspace, "🇨🇳|"),
    ("葛\u{E0100}|", .backspace, "|"), ("𠮷|野", .backspace, "|野"),
    ("潘|小明", .delete, "潘|明"), ("a|👨‍👩‍👧‍👦b", .delete, "a|b"), ("caf|e\u{301}s", .delete, "caf|s"), ("a|", .delete, "a|"),
    ("|🇨🇳🇭🇰", .control("d"), "|🇭🇰"),
    // Moving.
    ("潘小明|", .left, "潘小|明"), ("🇨🇳|", .left, "|🇨🇳"), ("|e\u{301}a", .right, "e\u{301}|a"),
    ("潘小|明", .home, "|潘小明"), ("潘|小明", .end, "潘小明|"), ("潘小|明", .control("a"), "|潘小明"),
    ("潘|小明", .control("e"), "潘小明|"),
    // Words: letters and digits, or hanzi; what lies between belongs to neither.
    ("示范路 8号3栋|", .wordLeft, "示范路 8号3|栋"), ("示范路 8|", .wordLeft, "示范路 |8"), ("示范路 |", .wordLeft, "|示范路 "),
    ("|示范路 abc12 def", .wordRight, "示范路| abc12 def"), ("示范路| abc12 def", .wordRight, "示范路 abc12| def"),
    ("惠州 hui cheng|", .deleteWordBack, "惠州 hui |"), ("惠州惠城|", .control("w"), "|"), ("买买提·艾力|", .control("w"), "买买提·|"),
    ("|惠州 hui", .deleteWordForward, "| hui"),
    ("惠州|惠城", .control("u"), "|惠城"), ("惠州|惠城", .control("k"), "惠州|"),
  ])
  func `a key does to the line what it does everywhere`(given: String, key: Key, expected: String) {
    var editor = editor(given)
    _ = editor.handle(key)
    #expect(marked(editor) == expected)
  }

  @Test func `a combining mark joins the letter before it, and one Backspace takes both`() {
    var editor = TextEditor()
    for scalar in "cafe\u{301}".unicodeScalars { _ = editor.handle(.text(scalar)) }
    #expect(editor.text == "cafe\u{301}")
    #expect(editor.cursor == 4)
    _ = editor.handle(.backspace)
    #expect(editor.text == "caf")
  }

  @Test func `typing is undone by words, and done again`() {
    var editor = TextEditor()
    for scalar in "ab cd".unicodeScalars { _ = editor.handle(.text(scalar)) }
    let states = (0..<3).map { _ -> String in
      _ = editor.handle(.control("z"))
      return editor.text
    }
    #expect(states == ["ab ", "", ""])
    _ = editor.handle(.control("y"))
    #expect(editor.text == "ab ")
    _ = editor.handle(.control("y"))
    #expect(marked(editor) == "ab cd|")
    _ = editor.handle(.control("z"))
    _ = editor.handle(.text("x"))
    #expect(editor.handle(.control("y")) == .ignored)
  }

  @Test func `a deletion is one step back, the cursor included`() {
    var editor = editor("惠州|惠城")
    _ = editor.handle(.control("u"))
    _ = editor.handle(.control("z"))
    #expect(marked(editor) == "惠州|惠城")
  }

  @Test(arguments: [
    // What is pasted, and what of it is in the line.
    ("潘小明\n", "潘小明"), ("潘\t小\r\n明", "潘 小  明"), ("\u{1B}[21~潘\u{18}\u{7}", "[21~潘"), ("  惠城  ", "惠城"),
    ("a\u{2028}b", "a b"), ("\u{9B}2J王", "2J王"),
  ])
  func `a paste is only text`(pasted: String, expected: String) {
    var editor = TextEditor()
    #expect(editor.paste(pasted) == .changed)
    #expect(editor.text == expected)
  }

  @Test(arguments: ["a\u{202E}b", "a\u{E000}b", "a\u{FFFD}b", "a\u{200B}b"])
  func `a paste that cannot be an answer is refused whole`(pasted: String) {
    var editor = TextEditor("王")
    guard case .refused = editor.paste(pasted) else {
      Issue.record("taken: \(editor.text)")
      return
    }
    #expect(editor.text == "王")
  }

  @Test func `more than a line can hold is refused, not cut unseen`() {
    var editor = TextEditor("王")
    #expect(editor.paste(String(repeating: "字", count: 400)) == .full)
    #expect(editor.text == "王")
  }

  @Test(arguments: [("４４１３０２", "441302"), ("4413 02", "441302"), ("123x", "123X"), ("12\u{3000}3Ⅹ", "123X")])
  func `a number is mended as it is typed`(typed: String, expected: String) {
    var editor = TextEditor("", repair: .number)
    for scalar in typed.unicodeScalars { _ = editor.handle(.text(scalar)) }
    #expect(marked(editor) == expected + "|")
  }

  // MARK: On the screen

  private func drawn(_ marked: String, columns: Int, grouping: [Int] = []) -> (text: String, cursor: Int?) {
    var canvas = Canvas(size: Size(columns + 4, 1))
    editor(marked).draw(
      on: &canvas, at: Point(column: 0, row: 0), columns: columns, style: .plain, grouping: grouping)
    return (canvas.text(), canvas.cursor?.column)
  }

  @Test(arguments: [
    // The line, its columns, what is seen of it, and the cursor's column.
    ("潘小明|", 10, "潘小明", 6), ("潘|小明", 10, "潘小明", 2), ("|潘小明", 10, "潘小明", 0), ("|", 10, "", 0),
    ("示范路八号三栋|", 10, "八号三栋", 8), ("示范路|八号三栋", 10, "示范路八", 6), ("a示范路八号|", 10, "范路八号", 8),
    ("e\u{301}e\u{301}|", 10, "e\u{301}e\u{301}", 2),
  ])
  func `the cursor stands where the next character goes, also in a line that is scrolled`(
    given: String, columns: Int, text: String, cursor: Int
  ) {
    let result = drawn(given, columns: columns)
    #expect(result.text == text)
    #expect(result.cursor == cursor)
  }

  @Test(arguments: [
    ("441302|", "441302", 7), ("4413022|", "441302 2", 8), ("441302|2022", "441302 2022", 7), ("44130|2", "441302", 5),
    ("441302202203051236|", "441302 20220305 1236", 20), ("44130220220305|1236", "441302 20220305 1236", 16),
  ])
  func `a number is shown in groups, with the cursor on the character that Del takes`(
    given: String, text: String, cursor: Int
  ) {
    let result = drawn(given, columns: 30, grouping: [6, 14])
    #expect(result.text == text)
    #expect(result.cursor == cursor)
  }
}
