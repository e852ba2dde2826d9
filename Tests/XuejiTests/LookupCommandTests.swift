import Foundation
import Testing

/// `xueji lookup` as a script uses it.
@Suite struct LookupCommandTests {
  static let header = "code\tname\tpath"

  func rows(_ arguments: String...) throws -> [[String]] {
    let answer = try Xueji.run(["lookup"] + arguments)
    #expect(answer.status == 0)
    #expect(answer.lines.first == Self.header)
    #expect(answer.lines.last == "")
    return answer.rows.dropLast()
  }

  /// The rows of each answer, all asked in one run of the program.
  func answers(_ list: String, _ queries: [String]) throws -> [(query: String, rows: [[String]])] {
    let answer = try Xueji.run(["lookup", list, "-"], input: queries.joined(separator: "\n"))
    let answers = answer.text.components(separatedBy: "\n\n").dropLast()
    try #require(answer.status == 0 && answers.count == queries.count)
    return zip(queries, answers).map { query, text in
      (query, text.split(separator: "\n").dropFirst().map { $0.components(separatedBy: "\t") })
    }
  }

  @Test(arguments: [("division", "441302"), ("region", "441302000000")])
  func `one place is found by code, hanzi, pinyin and initials`(list: String, code: String) throws {
    let queries = ["hcq", "huicheng", "hui cheng", "惠城", "441302", "hui'cheng", "HuiCheng", "惠城区", "惠cheng", "广东惠城"]
    for (query, found) in try answers(list, queries) {
      #expect(found.contains([code, "惠城区", "广东省/惠州市/惠城区"]), "\(query)")
      if query != "hcq" { #expect(found.first?.first == code, "\(query)") }
    }
  }

  @Test func `initials of a province and a prefecture lead to the prefecture and its places`() throws {
    #expect(
      try rows("division", "gdhz").prefix(2) == [["441300", "惠州市", "广东省/惠州市"], ["441302", "惠城区", "广东省/惠州市/惠城区"]])
    #expect(try rows("region", "gdhz").first == ["441302000000", "惠城区", "广东省/惠州市/惠城区"])
    #expect(try rows("division", "hz", "--near", "441302").first == ["441300", "惠州市", "广东省/惠州市"])
  }

  private static let spellings = [
    ("division", "xiamen", "350200"), ("division", "shamen", "350200"), ("division", "chongqing", "500000"),
    ("division", "zhongqing", "500000"), ("division", "bengbu", "340300"), ("division", "liuan", "341500"),
    ("division", "luan", "341500"), ("ethnic", "hz", "01"), ("ethnic", "毛难", "36"), ("ethnic", "毛南", "36"),
    ("country", "zg", "CHN"), ("country", "china", "CHN"), ("country", "莫桑比克", "MOZ"),
    ("blood", "ab", "3"), ("relation", "mq", "52"),
    // Traditional hanzi, and yu for ü.
    ("region", "廣東惠城區", "441302000000"), ("region", "惠城區", "441302000000"), ("country", "中國", "CHN"),
    ("country", "臺灣", "TWN"), ("ethnic", "漢族", "01"), ("division", "lyuliang", "141100"),
    ("division", "lvliang", "141100"),
    ("division", "乾縣", "610424"),
  ]

  @Test(arguments: Set(spellings.map(\.0)).sorted())
  func `polyphones, other spellings and short lists`(list: String) throws {
    let wanted = Self.spellings.filter { $0.0 == list }
    for (answer, (_, _, code)) in zip(try answers(list, wanted.map(\.1)), wanted) {
      #expect(answer.rows.contains { $0[0] == code }, "\(answer.query)")
    }
  }

  @Test func `an abolished place finds itself, marked, and the places of its stem that took over`() throws {
    let found = try rows("division", "惠阳地区")
    #expect(found.first == ["442500", "惠阳地区", "广东省/惠阳地区 已撤销 1988"])
    #expect(found.contains(["441303", "惠阳区", "广东省/惠州市/惠阳区"]))
    let county = try rows("region", "惠阳县")
    #expect(county.contains { $0[1] == "惠阳县" && $0[2].contains("已撤销") })
    #expect(county.contains { $0[0] == "441303000000" })
    // A word of the file, which is the same in every language.
    #expect(try rows("division", "惠阳地区", "--lang", "en").first?[2].hasSuffix(" 已撤销 1988") == true)
  }

  @Test func `near places come first among equals, and the settings need not know them`() throws {
    let all = try rows("region", "高新区", "--limit", "100")
    #expect(all.count > 10)
    let near = try rows("region", "高新区", "--near", "440402", "--limit", "100")
    #expect(near.first?[2].hasPrefix("广东省/珠海市/") == true)
    #expect(Set(near) == Set(all))
    // A development zone of the sheet has letters in its code.
    #expect(try rows("region", "高新区", "--near", "4404A2000000").count == 20)
  }

  @Test func `an answer has at most so many lines`() throws {
    #expect(try rows("division", "hz", "--limit", "3").count == 3)
    #expect(try rows("division", "hz", "--limit", "0").isEmpty)
    #expect(try rows("division", "hz").count == 20)
    #expect(try rows("country", "", "--limit", "1000").count == 239)
    #expect(try rows("division", "没有这个地方").isEmpty)
  }

  @Test func `one query a line is answered one after the other`() throws {
    let queries = ["huicheng", "", "惠城\r", "\u{1B}[2J", String(repeating: "hui", count: 50_000), "441302"]
    let answer = try Xueji.run(
      ["lookup", "division", "-", "--limit", "2"], input: queries.joined(separator: "\n"))
    let answers = answer.text.components(separatedBy: "\n\n")
    #expect(answers.count == queries.count + 1)
    #expect(answers.last == "")
    #expect(answers.dropLast().allSatisfy { $0.hasPrefix(Self.header) })
    #expect(answers[0] == answers[2])
    #expect(answers[0] == answers[5])
    #expect(answers[3] == Self.header)
    #expect(Xueji.isHarmless(answer.text))
  }

  @Test(arguments: [
    ["nosuchlist", "x"], ["../region", "x"], ["lunar", "x"], ["division", "hz", "--near", "惠城"],
    ["division", "hz", "--near", "000000"], ["division", "hz", "--limit=-1"], ["division", "hz", "--limit", "many"],
    ["division"], [],
  ])
  func `what cannot be looked up is one sentence and exit code 64`(arguments: [String]) throws {
    for language in ["zh", "en"] {
      let answer = try Xueji.run(["lookup"] + arguments + ["--lang", language])
      #expect(answer.status == 64)
      #expect(answer.output.isEmpty)
      #expect(answer.errors.hasPrefix("xueji: "))
      #expect(answer.errors.split(separator: "\n").count == 1)
    }
  }
}
