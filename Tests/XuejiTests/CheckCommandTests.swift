import Foundation
import Standards
import TestSupport
import Testing
import Wording

/// `xueji check` as a script uses it: records and sheets, findings and exit codes.
@Suite(.onOwnThreads) struct CheckCommandTests {
  static let header = "file\trow\titem\tfield\theading\tseverity\trule\tmessage\tvalue"
  let folder: Folder

  init() throws { folder = try Folder() }

  func check(_ files: String..., options: [String] = []) throws -> BuiltProgram.Outcome {
    let answer = try Xueji.run(["check", "--format", "tsv", "--on", Xueji.today] + files + options)
    #expect(answer.lines.first == Self.header)
    #expect(Xueji.isHarmless(answer.text))
    #expect(answer.rows.allSatisfy { $0.count == 9 })
    return answer
  }

  /// What a finding is, without its sentence: row, item, field, severity and rule.
  func findings(_ answer: BuiltProgram.Outcome) -> [String] {
    answer.rows.map { row in
      row.count == 9 ? [row[1], row[2], row[3], row[5], row[6]].joined(separator: " ") : "\(row)"
    }
  }

  // MARK: Sheets

  static let changedRows: [([String: String], [String])] = [
    (["入园日期": "2026-01-02"], ["1 17 entry_date error entry-in-future"]),
    (["入园日期": "2026-01-01"], []),
    // Dates as people write them.
    (["出生日期": "20220305", "入园日期": "2025.9.1"], []),
    (["出生日期": "220305", "入园日期": "２０２５年９月１日"], []),
    (["出生日期": "2022-02-30"], ["1 4 birth_date error date-no-such-day"]),
    // What the desk mends in a number is mended in a sheet.
    (["身份证件号码": " 441302 20220305 1236"], []),
    (["身份证件号码": "441302202203051238"], ["1 6 id_number error number-check"]),
    (["性别": "女"], ["1 3 sex error number-sex"]),
    (["姓名": "", "民族": "火星族"], ["1 1 name missing required", "1 9 ethnic_group error not-in-list"]),
    // The sheet's own old spelling, and today's.
    (["民族": "毛难族"], []), (["民族": "毛南族"], ["1 9 ethnic_group warning other-word"]),
    (["民族": "穿青族"], []), (["民族": "穿青人族"], []),
    (["姓名": "潘?明"], ["1 1 name warning lost-character"]), (["姓名": "潘？明"], ["1 1 name warning lost-character"]),
    (["姓名": "潘\u{FFFD}明"], ["1 1 name warning lost-character"]),
    (["监护人姓名": "A1"], ["1 26 guardian_name warning guardian-name-latin"]),
    (
      ["姓名": "=1+1"],
      ["1 1 name error refused-character", "1 1 name error formula-start", "1 1 name warning name-latin"]
    ),
    (["现住址": "示范小区"], ["1 16 address warning address-detail"]),
  ]

  @Test(arguments: changedRows)
  func `a row's findings bear the sheet's items`(changes: [String: String], expected: [String]) throws {
    let answer = try check(folder.write(SampleSheet.csv([SampleSheet.row(changes)]), to: "sheet.csv"))
    let found = findings(answer)
    #expect(found == expected)
    let counts = found.contains { !$0.contains(" warning ") }
    #expect(answer.status == (counts ? 1 : 0))
    for row in answer.rows {
      #expect(row[4] == SampleSheet.headings[try #require(Int(row[2])) - 1])
      #expect(row[8] == SampleSheet.row(changes)[try #require(Int(row[2])) - 1])
    }
  }

  @Test func `rows count children, not lines, and quoted cells may hold anything`() throws {
    let rows = [
      SampleSheet.row(["现住址": "示范路\"老街\",\n8号"]), Array(repeating: "", count: 28),
      SampleSheet.row(["姓名": "李小明", "性别": "女", "身份证件号码": "44130220210308003X", "出生日期": "2021-03-08"]),
    ]
    let answer = try check(folder.write(SampleSheet.csv(rows), to: "sheet.csv"))
    #expect(findings(answer).last == "2 3 sex error number-sex")
    #expect(answer.rows.first?[6] == "refused-character")
  }

  @Test func `the kindergarten's own division can be given`() throws {
    let text = SampleSheet.csv([SampleSheet.row(["是否进城务工人员子女": "是"])])
    let file = try folder.write(text, to: "sheet.csv")
    #expect(try findings(check(file)).isEmpty)
    #expect(try findings(check(file, options: ["--near", "441302"])).map { $0.hasPrefix("1 21 ") } == [true])
    #expect(try Xueji.run(["check", file, "--near", "999999"]).status == 64)
  }

  // MARK: Records

  @Test func `a record in which all is well says nothing`() throws {
    let answer = try check(folder.write(SampleSheet.record(), to: "record.json"))
    #expect(answer.lines == [Self.header])
    #expect(answer.status == 0)
  }

  @Test func `what is owed is missing, and a blank is too`() throws {
    let owed: [String: Any] = ["owed": ["reason": "document", "who": "guardian"]]
    let record = try SampleSheet.record(["hukou_type": owed, "address": nil as Any?])
    let answer = try check(folder.write(record, to: "record.json"))
    #expect(findings(answer) == ["1 13 hukou_type missing owed", "1 16 address missing required"])
    #expect(answer.status == 1)
  }

  @Test func `an accepted warning is reported again only for another value`() throws {
    let accepted: [[String: Any]] = [["rule": "address-detail", "values": ["address": "示范小区"], "reason": "就是这样"]]
    for (address, expected) in [("示范小区", []), ("示范花园", ["1 16 address warning address-detail"])] {
      let record = try SampleSheet.record(["address": address], accepted: accepted)
      let answer = try check(folder.write(record, to: "record.json"))
      #expect(findings(answer) == expected)
      #expect(answer.status == 0)
    }
  }

  @Test func `a desk's record may look ahead where a sheet may not`() throws {
    let ahead = try check(folder.write(SampleSheet.record(["entry_date": "2026-09-01"]), to: "record.json"))
    #expect(findings(ahead) == ["1 17 entry_date warning entry-ahead"])
    let far = try check(folder.write(SampleSheet.record(["entry_date": "2027-09-01"]), to: "record.json"))
    #expect(findings(far) == ["1 17 entry_date error entry-far-ahead"])
  }

  @Test func `records of one file are counted, and one that cannot be read hides no other`() throws {
    var lines = Data()
    for record in [
      try SampleSheet.record(["sex": "2"]), Data("{broken".utf8), Data(),
      try SampleSheet.record(["sex": "2"], with: ["id": SampleStore.id(2)]),
    ] {
      lines += record + Data("\r\n".utf8)
    }
    let answer = try check(folder.write(lines, to: "records.jsonl"))
    #expect(
      findings(answer) == [
        "1 3 sex error number-sex", "0 0  error unreadable", "3 3 sex error number-sex",
        "3 6 id_number error duplicate-in-file",
      ])
    #expect(answer.status == 65)
  }

  // MARK: Files that cannot be read

  @Test func `an unreadable file among others is named, the others are checked, and the exit code is 65`() throws {
    let good = try folder.write(SampleSheet.csv([SampleSheet.row(["性别": "女"])]), to: "good.csv")
    let missing = folder.path("missing.json")
    let answer = try check(missing, good)
    #expect(answer.rows.map { $0[0] } == [missing, good])
    #expect(findings(answer) == ["0 0  error unreadable", "1 3 sex error number-sex"])
    #expect(answer.status == 65)
  }

  /// A text and how often it is repeated.
  static let noFiles: [(String, String, Int)] = [
    ("empty.json", "", 1), ("empty.csv", "", 1), ("deep.json", "[", 1_000_000), ("huge.json", "a", 5 << 20),
    ("huge.jsonl", "a", 5 << 20), ("array.json", "[]", 1), ("other.json", #"{"format":"something/1","answers":{}}"#, 1),
    ("newer.json", #"{"format":"xueji-record/2","answers":{}}"#, 1),
    ("number.json", #"{"answers":{"name":{"value":1}}}"#, 1), ("twice.json", #"{"answers":{},"answers":{}}"#, 1),
    ("open.csv", "\"姓名", 1), ("nul.json", "\0", 3), ("endless.csv", "\"a", 3 << 20), ("notes.txt", "说明\n没有表头\n", 9),
    ("page.xls", "<html><table>", 1), ("paper.pdf", "%PDF-1.7", 1), ("cut.xlsx", "PK\u{3}\u{4}", 1),
  ]

  @Test(arguments: noFiles)
  func `what is no record and no sheet is said`(name: String, text: String, times: Int) throws {
    let answer = try check(folder.write(String(repeating: text, count: times), to: name))
    #expect(findings(answer) == ["0 0  error unreadable"])
    #expect(answer.status == 65)
  }

  @Test func `a sheet as an older spreadsheet saves it is read, whatever its name`() throws {
    let text = SampleSheet.csv([SampleSheet.row(["性别": "女"])], lineBreak: "\r\n")
    let answer = try check(folder.write(GB18030.encode(text), to: "sheet.TXT"))
    #expect(findings(answer) == ["1 3 sex error number-sex"])
    #expect(answer.rows.first?[8] == "女")
  }

  @Test func `a sheet in no known encoding is said to be one`() throws {
    let answer = try check(folder.write(Array(SampleSheet.csv([]).utf8) + [0xD0, 0xD5, 0x0A], to: "sheet.csv"))
    #expect(findings(answer) == ["0 0  error unreadable"])
    #expect(answer.text.contains("UTF-8"))
    #expect(answer.status == 65)
  }

  @Test(arguments: ["folder.json", "folder.jsonl", "folder.csv"])
  func `a folder is no file`(name: String) throws {
    try folder.write("", to: name + "/inside")
    let answer = try check(folder.path(name))
    #expect(findings(answer) == ["0 0  error unreadable"])
    #expect(answer.status == 65)
  }

  // MARK: Ways of saying it

  @Test func `text is for people, in their language, without anything a terminal obeys`() throws {
    let record = try SampleSheet.record(["name": "潘\u{1B}[31m小\u{9B}明\n", "sex": "2"])
    let file = try folder.write(record, to: "record.json")
    for (language, word) in [("zh", "性别"), ("en", "number")] {
      let answer = try Xueji.run(["check", file, "--on", Xueji.today, "--lang", language])
      #expect(answer.text.contains(word))
      #expect(answer.text.contains("✗ \(file):1 3 性别"))
      #expect(Xueji.isHarmless(answer.text))
      #expect(answer.text.contains("潘\u{FFFD}[31m小\u{FFFD}明\u{FFFD}"))
    }
    let good = try folder.write(SampleSheet.record(), to: "good.json")
    #expect(try Xueji.run(["check", good, "--on", Xueji.today]).text == Wording(.chinese).nothingFound + "\n")
    #expect(try Xueji.run(["check", good, "--on", Xueji.today, "--lang", "en"]).text == "Nothing found.\n")
  }

  @Test func `JSON Lines say the same as the table, one object a line`() throws {
    let file = try folder.write(SampleSheet.record(["name": "潘\u{1B}[31m", "sex": "2"]), to: "record.json")
    let answer = try Xueji.run(["check", file, "--on", Xueji.today, "--format", "json"])
    #expect(Xueji.isHarmless(answer.text))
    let list = try Xueji.objects(answer)
    let table = try check(file)
    #expect(list.map { $0["rule"] as? String } == table.rows.map { $0[6] })
    #expect(list.map { $0["item"] as? Int } == table.rows.map { Int($0[2]) })
    #expect(list.first?["value"] as? String == "潘\u{1B}[31m")
    let good = try folder.write(SampleSheet.record(), to: "good.json")
    let nothing = try Xueji.run(["check", good, "--on", Xueji.today, "--format", "json"])
    #expect(nothing.output.isEmpty && nothing.status == 0)
  }

  @Test(arguments: [[], ["--format", "xml", "x.json"], ["--on", "someday", "x.json"], ["--what", "x.json"]])
  func `a command line that is not understood is one sentence and exit code 64`(arguments: [String]) throws {
    let answer = try Xueji.run(["check"] + arguments)
    #expect(answer.status == 64)
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(answer.output.isEmpty)
  }
}
