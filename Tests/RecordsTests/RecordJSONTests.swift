import FormModel
import Foundation
import Standards
import Testing

@testable import Records

@Suite struct RecordJSONTests {
  let form: Form

  init() throws { form = try Samples.form() }

  /// A record with every part filled and a key that nobody knows at every level.
  static let example = """
    {
      "accepted": [
        {
          "at": "2015-01-28T08:11:00.000+08:00",
          "by": {
            "name": "潘女士",
            "role": "guardian",
            "x": 1.50
          },
          "reason": "对，就是这样",
          "rule": "age-at-entry",
          "values": {
            "birth_date": "2011-03-05",
            "entry_date": "2015-01-28"
          },
          "x": 1.50
        }
      ],
      "answers": {
        "address": {
          "at": "2015-01-28T08:09:00.000+08:00",
          "by": {
            "name": "李老师",
            "role": "teacher"
          },
          "confirmed": null,
          "source": "told",
          "value": "惠城区演示路1号",
          "x": 1.50
        },
        "birth_date": {
          "at": "2015-01-28T08:05:00.000+08:00",
          "by": {
            "name": "潘女士",
            "role": "guardian"
          },
          "confirmed": {
            "at": "2015-01-28T08:06:00.000+08:00",
            "by": {
              "name": "李老师",
              "role": "teacher"
            },
            "how": "telephone",
            "who": "潘女士",
            "x": 1.50
          },
          "from": "id_number",
          "source": "derived",
          "value": "2011-03-05"
        },
        "hukou_type": {
          "at": "2015-01-28T08:07:00.000+08:00",
          "by": {
            "name": "潘女士",
            "role": "guardian"
          },
          "owed": {
            "due": "2015-02-01",
            "note": "户口本在老家",
            "reason": "document",
            "who": "guardian",
            "x": 1.50
          }
        },
        "x_item": [
          1.50
        ]
      },
      "changed": {
        "at": "2015-01-28T08:11:57.002+08:00",
        "by": {
          "name": "潘女士",
          "relation": "52",
          "role": "guardian"
        },
        "x": 1.50
      },
      "code": "K7M4",
      "contact": {
        "class": "中二班",
        "telephone": "13800000000",
        "x": 1.50
      },
      "created": {
        "at": "2015-01-28T08:03:12.410+08:00",
        "by": {
          "name": "潘女士",
          "relation": "52",
          "role": "guardian"
        }
      },
      "exports": [
        {
          "at": "2015-01-29T08:00:00.000+08:00",
          "revision": 9,
          "row": 14,
          "sheet": "2015-01-28-01.xlsx",
          "x": 1.50
        }
      ],
      "form": {
        "name": "preschool-28",
        "version": 1,
        "x": 1.50
      },
      "format": "xueji-record/1",
      "history": [
        {
          "act": "answer",
          "at": "2015-01-28T08:04:00.000+08:00",
          "by": {
            "name": "潘女士",
            "role": "guardian"
          },
          "field": "sex",
          "new": {
            "at": "2015-01-28T08:04:00.000+08:00",
            "by": {
              "name": "潘女士",
              "role": "guardian"
            },
            "source": "told",
            "value": "1",
            "x": 1.50
          },
          "old": null,
          "revision": 8,
          "x": 1.50
        },
        {
          "act": "hand-in",
          "at": "2015-01-28T08:11:57.002+08:00",
          "by": {
            "name": "潘女士",
            "role": "guardian"
          },
          "revision": 9
        }
      ],
      "id": "0197f6c2-5e1b-7c44-9a3e-2f6d1c0b8a55",
      "number": null,
      "proposals": [
        {
          "at": "2015-01-28T08:12:00.000+08:00",
          "by": {
            "name": "李老师",
            "role": "teacher"
          },
          "field": "address",
          "value": "惠城区演示路2号",
          "x": 1.50
        }
      ],
      "queries": [
        {
          "at": "2015-01-28T08:12:00.000+08:00",
          "by": {
            "name": "李老师",
            "role": "teacher"
          },
          "closed": null,
          "field": "address",
          "text": "缺门牌号",
          "x": 1.50
        },
        {
          "at": "2015-01-28T08:12:00.000+08:00",
          "by": {
            "name": "李老师",
            "role": "teacher"
          },
          "closed": {
            "at": "2015-01-28T08:13:00.000+08:00",
            "by": {
              "name": "潘女士",
              "role": "guardian"
            },
            "x": 1.50
          },
          "field": "address",
          "text": "缺门牌号"
        }
      ],
      "revision": 9,
      "status": "submitted",
      "x": {
        "y": [
          null,
          true,
          12345678901234567890
        ]
      }
    }

    """

  @Test func `a whole record with unknown keys everywhere comes back byte for byte`() throws {
    let record = try Record(Array(Self.example.utf8), form: form)
    // But for the checksum, which is the file's own.
    let lines = Samples.text(record, form).components(separatedBy: "\n").filter { !$0.hasPrefix("  \"checksum\": ") }
    #expect(lines.joined(separator: "\n") == Self.example)
    let address = try #require(form.index(of: "address"))
    #expect(record.answers[address]?.confirmation == .unconfirmed)
    #expect(record.queries.map { $0.closed == nil } == [true, false])
    #expect(record.exports.first?.row == 14)
    #expect(record.proposals.first?.value == "惠城区演示路2号")
    #expect(record.code.text == "K7M4")
  }

  @Test func `unknown keys outlive an act`() throws {
    var record = try Record(Array(Self.example.utf8), form: form)
    let name = try #require(form.index(of: "name"))
    record.answer("潘小明", for: name, source: .told, Samples.stamp(60), form: form)
    let before = Self.example.components(separatedBy: "\"x\"").count
    // `changed` is another stamp now; all the others stay.
    #expect(Samples.text(record, form).components(separatedBy: "\"x\"").count == before - 1)
  }

  /// What stands in the example, what instead, and the key that the problem names.
  @Test(arguments: [
    ("\"revision\": 9,\n  \"status\"", "\"revision\": 9007199254740993,\n  \"status\"", "revision"),
    ("\"revision\": 9,\n  \"status\"", "\"revision\": -1,\n  \"status\"", "revision"),
    ("\"submitted\"", "\"lost\"", "status"), ("\"K7M4\"", "\"K0M4\"", "code"),
    ("0197f6c2-5e1b", "../../../etc", "id"), ("\"2015-02-01\"", "\"2015-02-30\"", "answers.hukou_type.owed.due"),
    ("\"how\": \"telephone\"", "\"how\": \"dream\"", "answers.birth_date.confirmed.how"),
    ("\"act\": \"hand-in\"", "\"act\": \"eat\"", "history[1].act"),
    ("\"row\": 14", "\"row\": \"14\"", "exports[0].row"),
    ("\"value\": \"2011-03-05\"", "\"value\": 20110305", "answers.birth_date.value"),
    ("2015-01-28T08:11:57.002+08:00\",\n    \"by", "2015-01-28\",\n    \"by", "changed.at"),
    ("xueji-record/1", "something/1", "format"),
  ])
  func `a wrong part is named`(part: String, wrong: String, key: String) {
    let text = Self.example.replacingOccurrences(of: part, with: wrong)
    #expect(text != Self.example)
    #expect(throws: RecordProblem.notARecord(key: key)) { try Record(Array(text.utf8), form: form) }
  }

  @Test func `a newer format, another form and broken JSON are told apart`() {
    func problem(_ old: String, _ new: String) -> RecordProblem? {
      let text = Self.example.replacingOccurrences(of: old, with: new)
      return #expect(throws: RecordProblem.self) { try Record(Array(text.utf8), form: form) }
    }
    #expect(problem("xueji-record/1", "xueji-record/2") == .newer(format: "xueji-record/2"))
    #expect(problem("\"version\": 1,", "\"version\": 2,") == .otherForm(name: "preschool-28", version: 2))
    guard case .notJSON(let error) = problem("\"code\"", "code") else {
      Issue.record("broken JSON was read")
      return
    }
    #expect(error.description == "78:3 unexpected-byte")
  }

  @Test func `a record that acts have made is read back equal`() throws {
    var record = Samples.record(form)
    let name = try #require(form.index(of: "name"))
    record.answer("𠮷田\u{F955}", for: name, source: .told, Samples.stamp(1, by: Samples.teacher), form: form)
    record.setContact(Contact(telephone: "13800000000"), Samples.stamp(2))
    record.owe(Owed(reason: .ask, who: .guardian, due: nil, note: ""), for: name + 1, Samples.stamp(3), form: form)
    record.handIn(Samples.stamp(4))
    let text = Samples.text(record, form)
    let read = try Record(Array(text.utf8), form: form)
    #expect(read == record)
    #expect(Samples.text(read, form) == text)
  }
}
