import Foundation
import TestSupport
import Testing

/// `xueji show`, `xueji list` and `xueji schema` as a script uses them.
@Suite(.onOwnThreads) struct StoreCommandsTests {
  let store: SampleStore

  init() throws { store = try SampleStore() }

  func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try Xueji.run(arguments + ["--store", store.path])
  }

  // MARK: show

  @Test func `a record is shown by its code or its id, however it is typed`() throws {
    try store.add(1, code: "K7M4")
    for name in ["K7M4", "k7m4", SampleStore.id(1), SampleStore.id(1).uppercased()] {
      let answer = try run("show", name)
      #expect(answer.status == 0)
      #expect(answer.lines.first?.hasPrefix("K7M4  填写中") == true)
      #expect(answer.lines.count == 31)
      #expect(answer.text.contains("潘小明"))
      #expect(answer.text.contains("广东省 惠州市 惠城区") || answer.text.contains("惠城区"))
    }
    let english = try run("show", "K7M4", "--lang", "en")
    #expect(english.lines.first?.hasPrefix("K7M4  draft") == true)
  }

  @Test func `a record says how the family is reached, and personal numbers only where that is asked for`() throws {
    let number = "441302201103051236"
    try store.add(
      1, code: "K7M4", ["id_type": "1", "id_number": number, "guardian_id_number": "440524198001010013"],
      with: ["contact": ["class": "中二班", "telephone": "13800001234"], "number": "G" + number])
    let covered = try run("show", "K7M4")
    for shown in ["13800001234", "中二班", "441302********1236", "440524********0013", "G44130"] {
      #expect(covered.text.contains(shown), "\(shown): \(covered.text)")
    }
    #expect(!covered.text.contains(number) && !covered.text.contains("440524198001010013"))
    let whole = try run("show", "K7M4", "--numbers")
    for shown in ["G" + number, "440524198001010013", "13800001234"] { #expect(whole.text.contains(shown)) }
  }

  @Test func `control characters of a record never reach a terminal`() throws {
    let name = "潘\u{1B}]0;x\u{07}\u{9B}31m\u{202E}\r\n小明"
    try store.add(
      1, code: "K7M4", ["name": name, "address": "8号\u{1B}[2J"],
      with: ["contact": ["class": "中\u{1B}[7m班", "telephone": "1\n2"]])
    for answer in [
      try run("show", "K7M4"), try run("show", "K7M4", "--json"), try run("list"), try run("list", "--json"),
    ] {
      #expect(answer.status == 0)
      #expect(Xueji.isHarmless(answer.text))
      #expect(!answer.text.unicodeScalars.contains("\u{202E}"))
    }
    #expect(try run("list").lines.count == 2)
    let json = try JSONSerialization.jsonObject(with: run("show", "K7M4", "--json").output) as? [String: Any]
    let answers = json?["answers"] as? [String: [String: Any]]
    #expect(answers?["name"]?["value"] as? String == name)
  }

  @Test func `show --json prints what stands on the disk, whatever wrote it`() throws {
    let records: [(String, [String: Any])] = [
      ("K7M4", ["later": ["key": [1, 2.50, NSNull()]]]), ("K7M5", ["format": "xueji-record/9"]),
      ("K7M6", ["form": ["name": "six-items", "version": 3]]),
    ]
    for (number, (code, members)) in records.enumerated() {
      let file = try store.add(number, code: code, with: members)
      let disk = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: file))) as? NSDictionary)
      for name in [code, SampleStore.id(number)] {
        let answer = try run("show", name, "--json")
        #expect(answer.status == 0)
        #expect(try JSONSerialization.jsonObject(with: answer.output) as? NSDictionary == disk)
      }
    }
    // Without --json too, and with a word that it can only be looked at.
    for (code, word) in [("K7M5", "xueji-record/9"), ("K7M6", "six-items")] {
      let answer = try run("show", code)
      #expect(answer.status == 0)
      #expect(answer.errors.contains(word))
      #expect(answer.text.contains("\"\(code)\""))
    }
  }

  @Test func `what is not there is one sentence`() throws {
    for name in ["ZZZZ", "no code", SampleStore.id(9), "\u{1B}[2J"] {
      let answer = try run("show", name)
      #expect(answer.status == 1)
      #expect(answer.errors.hasPrefix("xueji: 没有找到"))
      #expect(Xueji.isHarmless(answer.errors))
    }
    #expect(try run("show").status == 64)
  }

  @Test func `a damaged record is named and left alone`() throws {
    let file = try store.folder.write("{\"code\": \"K7M4\"", to: "store/records/2025-08-28/\(SampleStore.id(1)).json")
    let answer = try run("show", SampleStore.id(1))
    #expect(answer.status == 65)
    #expect(answer.errors.contains(SampleStore.id(1)))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "{\"code\": \"K7M4\"")
  }

  // MARK: list

  @Test func `records are listed in the order of their making, one a line`() throws {
    try store.add(3, code: "K7M6", day: "2025-08-29", status: "submitted")
    try store.add(1, code: "K7M4", ["sex": "2", "address": nil as Any?])
    let owed: [String: Any] = [
      "owed": ["reason": "document", "who": "guardian"], "by": ["role": "guardian", "name": "潘女士"],
      "at": "2025-08-28T08:03:12.410+08:00",
    ]
    try store.add(2, code: "K7M5", ["hukou_type": owed])
    let answer = try run("list", "--on", Xueji.today)
    #expect(
      answer.lines.first
        == "code\tcreated\tstatus\tname\tclass\towed\terrors\twarnings\tid\tblank\tunconfirmed\tqueries\twords")
    let at = "2025-08-28T08:03:12.410+08:00"
    #expect(
      answer.rows.map { Array($0.prefix(9)) } == [
        ["K7M4", at, "draft", "潘小明", "中二班", "0", "1", "0", SampleStore.id(1)],
        ["K7M5", at, "draft", "潘小明", "中二班", "1", "0", "0", SampleStore.id(2)],
        [
          "K7M6", "2025-08-29T08:03:12.410+08:00", "submitted", "潘小明", "中二班", "0", "0", "0", SampleStore.id(3),
        ],
      ])
    func codes(_ arguments: String...) throws -> [String] {
      let rows = try Xueji.run(["list", "--store", store.path] + arguments).rows
      return rows.map { $0[0] }
    }
    #expect(try codes("--day", "2025-08-28") == ["K7M4", "K7M5"])
    #expect(try codes("--day", "2025年8月29日") == ["K7M6"])
    #expect(try codes("--day", "2025-08-30") == [])
    #expect(try codes("--status", "draft") == ["K7M4", "K7M5"])
    #expect(try codes("--status", "submitted", "--day", "2025-08-28") == [])
    #expect(try run("list", "--status", "lost").status == 64)
    #expect(try run("list", "--day", "lately").status == 64)
  }

  @Test func `a list in JSON says the same`() throws {
    #expect(try run("list", "--json").text.isEmpty)
    try store.add(1, code: "K7M4", ["sex": "2"])
    try store.add(2, code: "K7M5", with: ["contact": [String: String]()])
    let answer = try run("list", "--json", "--on", Xueji.today)
    let list = try Xueji.objects(answer)
    #expect(list.map { $0["code"] as? String } == ["K7M4", "K7M5"])
    #expect(list.map { $0["errors"] as? Int } == [1, 0])
    #expect(list.first?["class"] as? String == "中二班")
    #expect(list.last?["class"] is NSNull)
    #expect(
      Set(list[0].keys) == [
        "code", "created", "changed", "handed_in", "status", "name", "class", "kindergarten", "filler_role",
        "filler_name", "filler_relation", "owed", "owed_items", "due", "blank", "blank_items", "errors", "warnings",
        "unconfirmed", "queries", "words", "id", "form",
      ])
    // A table has one column a key.
    #expect(list.allSatisfy { $0.values.allSatisfy { !($0 is [Any]) && !($0 is [String: Any]) } })
  }

  @Test func `bad files are named on standard error and hide no other`() throws {
    try store.add(1, code: "K7M4")
    try store.folder.write("{", to: "store/records/2025-08-28/\(SampleStore.id(2)).json")
    try store.folder.write("{}", to: "store/records/2025-08-28/\u{1B}[2J.json")
    try store.add(3, code: "K7M5", with: ["format": "xueji-record/9"])
    try store.add(4, code: "K7M6")
    for arguments in [["list"], ["list", "--json"]] {
      let answer = try Xueji.run(arguments + ["--store", store.path, "--lang", "en"])
      #expect(answer.status == 65)
      #expect(answer.text.contains("K7M4"))
      #expect(answer.text.contains("K7M6"))
      #expect(answer.errors.split(separator: "\n").count == 4)
      #expect(answer.errors.contains("3 of the store could not be read"))
      #expect(answer.errors.contains(SampleStore.id(2)))
      #expect(answer.errors.contains("xueji-record/9"))
      #expect(Xueji.isHarmless(answer.errors))
    }
  }

  @Test func `a store that is not there yet has no records, and is not made by looking`() throws {
    let answer = try run("list")
    #expect(answer.status == 0)
    #expect(answer.lines.count == 1)
    #expect(!FileManager.default.fileExists(atPath: store.path))
  }

  @Test func `the store is where the option, the variable or the data folder says`() throws {
    try store.add(1, code: "K7M4")
    for environment in [["XUEJI_STORE": store.path], ["XDG_DATA_HOME": store.folder.url.path]] {
      let link = store.folder.path("xueji")
      try? FileManager.default.removeItem(atPath: link)
      try FileManager.default.copyItem(atPath: store.path, toPath: link)
      #expect(try Xueji.run(["list"], environment: environment).rows.map { $0[0] } == ["K7M4"])
    }
  }

  // MARK: The program itself

  @Test func `without a terminal the desk is one sentence`() throws {
    for arguments in [[], ["fill"], ["fill", "K7M4"], ["home"]] {
      let answer = try Xueji.run(arguments + ["--store", store.path, "--lang", "en"])
      #expect(answer.status == 69)
      #expect(answer.output.isEmpty)
      #expect(answer.errors.split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: [
    [], ["number"], ["lookup"], ["check"], ["show"], ["list"], ["schema"], ["fill"], ["home"], ["people"],
  ])
  func `help is in the language that is asked for`(command: [String]) throws {
    for arguments in [command + ["--help", "--lang"], command + ["-h", "--lang"]] {
      let chinese = try Xueji.run(arguments + ["zh"])
      let english = try Xueji.run(arguments + ["en"])
      #expect(chinese.status == 0)
      #expect(english.status == 0)
      #expect(chinese.text.contains("用法："))
      #expect(!chinese.text.contains("OVERVIEW"))
      #expect(!chinese.text.contains("Show help"))
      #expect(english.text.contains("USAGE:"))
      let hanzi = english.text.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
      // The mark of abolished places is a word of the output in every language.
      #expect(String(String.UnicodeScalarView(hanzi)) == (command == ["lookup"] ? "已撤销" : ""))
      #expect(chinese.errors.isEmpty)
    }
    if command.isEmpty {
      #expect(try ["number", "schema"].allSatisfy(Xueji.run(["--help"]).text.contains))
      #expect(try Xueji.run(["--help"], environment: ["LC_ALL": "en_US.UTF-8"]).text.contains("USAGE:"))
    }
  }

  @Test(arguments: [
    (["nosuch"], "“nosuch”"), (["--what"], "--what"), (["show", "--json"], "<名字>"), (["number", "--on"], "--on"),
    (["list", "--lang", "fr"], "fr"), (["fill", "K7-4"], "K7-4"), (["number", "--on", "\u{1B}[2J"], "--on"),
  ])
  func `a command line that is not understood is one sentence and exit code 64`(
    arguments: [String], word: String
  ) throws {
    let answer = try Xueji.run(arguments)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix("xueji: "))
    #expect(answer.errors.contains(word))
    #expect(answer.errors.split(separator: "\n").count == 1)
    #expect(Xueji.isHarmless(answer.errors))
  }
}
