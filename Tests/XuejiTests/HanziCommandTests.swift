import Foundation
import Testing

/// `xueji hanzi` as a script uses it.
@Suite struct HanziCommandTests {
  static let header = "text\treading\tkind"

  @Test(arguments: [
    (["panxiaoming", "--item", "name"], ["潘", "pan", "surname"]),
    (["潘xiaoming", "--item", "name"], ["小", "xiao", "given"]),
    (["huichengqu", "--item", "address"], ["惠城区", "hui cheng qu", "sentence"]),
    (["hcq", "--item", "address", "--near", "441302"], ["惠城区", "hui cheng qu", "sentence"]),
    (["U+2CB4E"], ["𬭎", "hong", "codepoint"]), (["钅7"], ["销", "xiao", "radical"]),
  ])
  func `the best answer comes first`(_ arguments: [String], _ first: [String]) throws {
    let answer = try Xueji.run(["hanzi"] + arguments)
    #expect(answer.status == 0)
    #expect(answer.lines.first == Self.header)
    #expect(answer.rows.first == first)
    #expect(answer.lines.last == "")
  }

  @Test func `one query a line is answered one after the other, whatever bytes it is of`() throws {
    let queries = ["pan", "", "pan\r", "\u{1B}[2;3", String(repeating: "zhuang", count: 20_000), "pan"]
    for arguments in [["-"], []] {
      let answer = try Xueji.run(
        ["hanzi"] + arguments + ["--item", "name", "--limit", "2"], input: queries.joined(separator: "\n"))
      let answers = answer.text.components(separatedBy: "\n\n")
      #expect(answers.count == queries.count + 1)
      #expect(answers.dropLast().allSatisfy { $0.hasPrefix(Self.header) })
      #expect(answers[0] == answers[2] && answers[0] == answers[5])
      #expect(answers[1] == Self.header && answers[3] == Self.header)
      #expect(Xueji.isHarmless(answer.text))
    }
  }

  @Test func `several queries are answered in their order`() throws {
    let answer = try Xueji.run(["hanzi", "wang", "li", "--item", "name", "--limit", "1"])
    #expect(answer.lines == [Self.header, "王\twang\tsurname", "", Self.header, "李\tli\tsurname", ""])
  }

  @Test(arguments: [["pan", "--item", "given"], ["pan", "--limit=-1"], ["pan", "--near", "000000"]])
  func `what cannot be asked is one sentence and exit code 64`(_ arguments: [String]) throws {
    let answer = try Xueji.run(["hanzi"] + arguments)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.split(separator: "\n").count == 1)
  }
}
