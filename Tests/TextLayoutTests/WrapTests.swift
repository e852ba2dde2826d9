import Terminal
import Testing
import TextLayout

@Suite struct WrapTests {
  @Test(arguments: [
    // Text, columns, lines.
    ("请照户口簿填写", 8, ["请照户口", "簿填写"]),
    ("请照户口，填写", 8, ["请照户", "口，填写"]),
    ("请照户口簿。", 10, ["请照户口", "簿。"]),
    ("他说（户口簿）上", 6, ["他说", "（户口", "簿）上"]),
    ("他说：“户口”。", 9, ["他说：“户", "口”。"]),
    ("身份证 ID card 号", 9, ["身份证 ID", "card 号"]),
    ("一二 three", 6, ["一二", "three"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("hello，你好", 7, ["hello，", "你好"]),
    ("a\nb\r\nc", 5, ["a", "b", "c"]),
    ("", 5, [""]), ("   ", 5, [""]), (" 二字  ", 10, [" 二字"]),
    ("一\n\n二", 5, ["一", "", "二"]),
    ("  缩进二字", 6, ["  缩进", "二字"]),
    ("共 18 位，不含空格", 8, ["共 18", "位，不含", "空格"]),
    ("阿依古丽·买买提", 8, ["阿依古", "丽·买买", "提"]),
  ])
  func `lines break where Chinese breaks`(text: String, columns: Int, lines: [String]) {
    #expect(TextWidth.wrap(text, columns: columns) == lines)
  }

  @Test func `no line is too long, and nothing but blanks is lost, at any width`() {
    let text = "请照户口簿上“公民身份证件编号”（共 18 位）填写：441302201103051236；不会写的，按 F2 以后补……👨‍👩‍👧 e\u{301}tc."
    for columns in 2...60 {
      let lines = TextWidth.wrap(text, columns: columns)
      for line in lines { #expect(TextWidth.of(line) <= columns) }
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func `no line begins with a closing sign or ends with an opening one`() {
    let text = "他（她）说：“好，好。”（是）《书》、【括】！？"
    for columns in 12...40 {
      let lines = TextWidth.wrap(text, columns: columns)
      for line in lines.dropFirst() { #expect(!"，。、）：；！？”》】".contains(line.first ?? "甲"), "\(columns): \(lines)") }
      for line in lines.dropLast() { #expect(!"（“《【".contains(line.last ?? "甲"), "\(columns): \(lines)") }
    }
  }
}
