import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// What the desk leaves on the disk, judged by a validator that knows nothing of this program.
@Suite(.onOwnThreads) struct RecordOnDiskTests {
  /// The keys of a whole form, each with what the screen shows once it has them.
  static let keys = [
    ("", label(of: "name")), ("潘小明", "潘小明"), ("\r", DeskOnPtyTests.household), ("1", "0 / 18"),
    ("441302202203051236", "2022年3月5日出生"), ("\r", label(of: "ethnic_group")), ("hz", "汉族"),
    ("\r", label(of: "blood_type")),
    ("\r", label(of: "birthplace")), ("\r", label(of: "native_place")), ("广东惠州", "广东惠州"), ("\r", "户口性质"),
    ("\u{1B}OQ", words(of: OwedPhrase.ask)),
    ("1", words(of: OwedPhrase.dueTitle)), ("\r", label(of: "hukou_place")), ("\r", label(of: "address")),
    ("示范路8号3栋", "示范路8号3栋"), ("\r", label(of: "entry_date")),
    ("20250901", "2025年9月1日"), ("\r", label(of: "attendance")), ("1", label(of: "only_child")),
    ("1", label(of: "left_behind")),
    ("1", label(of: "migrant_worker_child")), ("2", label(of: "health")), ("1", label(of: "disabled")),
    ("2", label(of: "orphan")), ("2", label(of: "guardian_name")), ("潘大明", "潘大明"),
    ("\r", label(of: "guardian_id_number")),
    ("441302199001010028", "1990年1月1日出生"), ("\r", words(of: CheckPhrase.handInOwing)),
    ("\r", words(of: CheckPhrase.fillerTitle)),
    ("1", "联系电话"), ("13800000000", "13800000000"), ("\r", "交好了"), ("", "已保存"),
  ]

  /// Fills a form in, hands it in, and gives the file that holds it.
  func handIn(_ folder: Folder) throws -> URL {
    let session = try TerminalSession(
      command: [BuiltProgram.path("xueji"), "fill", "--store", folder.path("store")],
      environment: ["LOGNAME": "desk"])
    for (keys, screen) in Self.keys {
      if keys.count == 1, let key = keys.unicodeScalars.first, key != "\r" {
        try session.tap(.text(key))
      } else {
        session.send(keys)
      }
      try session.waitFor(screen)
    }
    try session.leaveCode()
    #expect(try session.exitStatus() == 0)
    let records = folder.url.appendingPathComponent("store/records")
    let files = FileManager.default.enumerator(at: records, includingPropertiesForKeys: nil)
    return try #require(files?.compactMap { $0 as? URL }.first { $0.pathExtension == "json" })
  }

  /// How many errors the validator finds in each document, by the documents' names.
  func errors(in documents: [String: Any], _ schema: Data, _ folder: Folder) throws -> [String: Int] {
    let validator = """
      import json, sys
      from jsonschema import Draft202012Validator as Validator, FormatChecker
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      Validator.check_schema(schema)
      validator = Validator(schema, format_checker=FormatChecker())
      documents = json.load(open(sys.argv[2], encoding="utf-8"))
      print(json.dumps({name: len(list(validator.iter_errors(value))) for name, value in documents.items()}))
      """
    let answer = try BuiltProgram.run([
      Python.path(with: "jsonschema", offering: "Draft202012Validator"), "-c", validator,
      folder.write(schema, to: "schema.json"),
      folder.write(JSONSerialization.data(withJSONObject: documents), to: "documents.json"),
    ])
    #expect(answer.status == 0, "\(answer.errors)")
    return try #require(try JSONSerialization.jsonObject(with: answer.output) as? [String: Int])
  }

  /// Changes that make no record of it any more.
  static let damages: [(name: String, change: @Sendable (inout [String: Any]) -> Void)] = [
    ("no id", { $0["id"] = nil }),
    ("an id that is none", { $0["id"] = "1" }),
    ("a code with a zero", { $0["code"] = "K0M4" }),
    ("an unknown status", { $0["status"] = "lost" }),
    ("a negative revision", { $0["revision"] = -1 }),
    ("a time without a zone", { $0["created"] = ["at": "2025-08-28T08:03:12", "by": ["role": "guardian"]] }),
    ("another form", { $0["form"] = ["name": "six-items", "version": 1] }),
    ("an unknown act", { $0["history"] = [["revision": 1, "act": "forget"]] }),
    ("handed in without a name", { Self.answer("name", nil, in: &$0) }),
    ("a sex of no list", { Self.answer("sex", Self.like("sex", ["value": "3"], $0), in: &$0) }),
    (
      "a day of no calendar",
      { Self.answer("birth_date", Self.like("birth_date", ["value": "2022-02-30"], $0), in: &$0) }
    ),
    ("an unknown source", { Self.answer("address", Self.like("address", ["source": "guessed"], $0), in: &$0) }),
    ("neither a value nor owed", { Self.answer("address", Self.like("address", ["value": nil], $0), in: &$0) }),
    (
      "a kind of disability of a child without one",
      { Self.answer("disability_type", Self.like("sex", ["value": "1"], $0), in: &$0) }
    ),
    ("no ethnic group of a Chinese child", { Self.answer("ethnic_group", nil, in: &$0) }),
  ]

  private static func answer(_ field: String, _ answer: [String: Any]?, in record: inout [String: Any]) {
    var answers = record["answers"] as? [String: Any] ?? [:]
    answers[field] = answer
    record["answers"] = answers
  }

  /// An answer as another one is, but for what is changed: nothing else may be wrong with it.
  private static func like(_ field: String, _ changes: [String: String?], _ record: [String: Any]) -> [String: Any] {
    let answers = record["answers"] as? [String: [String: Any]]
    var answer = answers?[field] ?? [:]
    for (key, value) in changes { answer[key] = value }
    return answer
  }

  @Test func `a form that was handed in is valid by the program's own schema, and a damaged one is not`() throws {
    let folder = try Folder()
    let file = try handIn(folder)
    let bytes = try Data(contentsOf: file)
    let record = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    #expect(record["status"] as? String == "submitted")
    let schema = try Xueji.run(["schema"])
    #expect(schema.status == 0)
    #expect(schema.text.contains("https://json-schema.org/draft/2020-12/schema"))

    var documents: [String: Any] = ["the record": record]
    // A later version's key is no damage.
    documents["a key of tomorrow"] = record.merging(["tomorrow": ["x": 1]]) { $1 }
    for damage in Self.damages {
      var changed = record
      damage.change(&changed)
      documents[damage.name] = changed
    }
    let found = try errors(in: documents, schema.output, folder)
    #expect(found["the record"] == 0)
    #expect(found["a key of tomorrow"] == 0)
    for damage in Self.damages { #expect(found[damage.name].map { $0 > 0 } == true, "\(damage.name)") }

    // The other commands see what the desk saved.
    let code = try #require(record["code"] as? String)
    let shown = try Xueji.run(["show", code, "--json", "--store", folder.path("store")])
    #expect(shown.output == bytes)
    let checked = try Xueji.run(["check", file.path, "--on", Xueji.today, "--format", "tsv"])
    #expect(checked.rows.map { $0[6] } == ["owed"])
    #expect(checked.status == 1)
    let listed = try Xueji.run(["list", "--store", folder.path("store")])
    #expect(listed.rows.map { [$0[0], $0[2], $0[3], $0[5]] } == [[code, "submitted", "潘小明", "1"]])
  }
}
