import Foundation

/// One invented child of the national sheet, as `xueji check` gets it.
enum SampleSheet {
  /// The 28 headings of the sheet, in its order.
  static let headings = [
    "姓名", "班级编码", "性别", "出生日期", "身份证件类型", "身份证件号码", "血型", "国籍/地区", "民族", "港澳台侨外", "出生所在地", "籍贯", "户口性质", "非农业户口类型",
    "户口所在地", "现住址", "入园日期", "就读方式", "是否独生子女", "是否留守儿童", "是否进城务工人员子女", "健康状况", "是否残疾幼儿", "残疾幼儿类别", "是否孤儿", "监护人姓名",
    "监护人身份证件类型", "监护人身份证件号码",
  ]

  static let fields = [
    "name", "class_code", "sex", "birth_date", "id_type", "id_number", "blood_type", "nationality", "ethnic_group",
    "overseas_status", "birthplace", "native_place", "hukou_type", "nonagricultural_type", "hukou_place", "address",
    "entry_date", "attendance", "only_child", "left_behind", "migrant_worker_child", "health", "disabled",
    "disability_type", "orphan", "guardian_name", "guardian_id_type", "guardian_id_number",
  ]

  /// A row in which nothing is wrong.
  static let row = [
    "潘小明", "", "男", "2022-03-05", "居民身份证", "441302202203051236", "", "中国", "汉族", "非港澳台侨", "441302000000", "广东惠州",
    "农业户口",
    "", "441302000000", "示范路8号3栋", "2025-09-01", "走读", "是", "非留守儿童", "否", "健康或良好", "否", "", "否", "潘大明", "居民身份证",
    "441302199001010028",
  ]

  /// The same child as a record stores it.
  static let codes = [
    "潘小明", "", "1", "2022-03-05", "1", "441302202203051236", "", "CHN", "01", "00", "441302000000", "广东惠州", "1", "",
    "441302000000", "示范路8号3栋", "2025-09-01", "1", "1", "0", "0", "10", "0", "", "0", "潘大明", "1", "441302199001010028",
  ]

  /// The row with other cells under some headings.
  static func row(_ changes: [String: String]) -> [String] {
    zip(headings, row).map { changes[$0] ?? $1 }
  }

  /// A sheet as a spreadsheet saves it: every cell quoted.
  static func csv(headings: [String] = headings, _ rows: [[String]], lineBreak: String = "\n") -> String {
    ([headings] + rows).map { cells in
      cells.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"" }.joined(separator: ",") + lineBreak
    }.joined()
  }

  /// A record with other answers, or none, to some fields.
  static func record(
    _ changes: [String: Any?] = [:], accepted: [[String: Any]] = [], with members: [String: Any] = [:]
  ) throws -> Data {
    let by = ["role": "guardian", "name": "潘女士"]
    let at = "2025-08-28T08:03:12.410+08:00"
    var answers: [String: Any] = [:]
    for (field, code) in zip(fields, codes) where !code.isEmpty {
      answers[field] = ["value": code, "source": "told", "by": by, "at": at]
    }
    for (field, answer) in changes {
      if let text = answer as? String {
        answers[field] = ["value": text, "source": "told", "by": by, "at": at]
      } else {
        answers[field] = answer
      }
    }
    let record: [String: Any] = [
      "format": "xueji-record/1", "id": "0197f6c2-5e1b-7c44-9a3e-2f6d1c0b8a55", "code": "K7M4",
      "form": ["name": "preschool-28", "version": 1], "status": "draft", "revision": 9,
      "created": ["at": at, "by": by], "changed": ["at": at, "by": by], "contact": ["class": "中二班"],
      "answers": answers, "accepted": accepted, "queries": [], "proposals": [], "exports": [], "number": NSNull(),
      "history": [],
    ]
    return try JSONSerialization.data(
      withJSONObject: record.merging(members) { $1 }, options: [.sortedKeys, .withoutEscapingSlashes])
  }
}
