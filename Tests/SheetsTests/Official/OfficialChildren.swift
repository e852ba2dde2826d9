import Testing

/// One invented child: how it differs from the plain one, and whether the sheet takes it.
struct OfficialChild: Sendable, CustomTestStringConvertible {
  var kind: String
  var changes: [String: String]
  var testDescription: String { kind }

  init(_ kind: String, _ changes: [String: String] = [:], on base: [String: String] = [:]) {
    self.kind = kind
    self.changes = base.merging(changes) { $1 }
  }

  /// The codes that a record stores; an empty text is a blank.
  var codes: [String: String] { Self.plain.merging(changes) { $1 }.filter { !$0.value.isEmpty } }

  static let today = "2026-01-01"

  /// A child of the mainland in whom nothing is wrong.
  static let plain = [
    "name": "潘小明", "sex": "1", "birth_date": "2022-03-05", "id_type": "1", "id_number": "441302202203051236",
    "nationality": "CHN", "ethnic_group": "01", "overseas_status": "00", "birthplace": "441302000000",
    "native_place": "广东惠州", "hukou_type": "1", "hukou_place": "441302000000", "address": "示范路8号3栋",
    "entry_date": "2025-09-01", "attendance": "1", "only_child": "1", "left_behind": "0", "migrant_worker_child": "0",
    "health": "10", "disabled": "0", "orphan": "0", "guardian_name": "潘大明", "guardian_id_type": "1",
    "guardian_id_number": "441302199001010028",
  ]

  /// What is blank for a child with another nationality than China.
  static let foreign = [
    "nationality": "USA", "id_type": "A", "id_number": "E12345678", "overseas_status": "51", "ethnic_group": "",
    "birthplace": "", "hukou_type": "", "hukou_place": "", "only_child": "", "left_behind": "",
    "migrant_worker_child": "",
  ]

  static func hanzi(_ count: Int) -> String { String(repeating: "潘", count: count) }

  /// Every kind that the sheet takes.
  static let taken: [OfficialChild] =
    documents + guardians + conditions + limits
    + words("sex", "1 2", extra: ["2": ["id_number": "441302202203051244"]])
    + words("blood_type", "0 1 2 3 4 5 6 7 8 9") + words("attendance", "1 2") + words("only_child", "0 1")
    + words("left_behind", "0 1 2") + words("migrant_worker_child", "0 1") + words("orphan", "0 1")
    + words("overseas_status", "00 01 02 03 04 05 06 11 12 13 14 21 31 41 51 99") + words("hukou_type", "1")
    + ["1", "2", "3"].map { OfficialChild("非农业户口 \($0)", ["hukou_type": "2", "nonagricultural_type": $0]) }
    + words("health", "10 20 30 50")
    + ["1", "2", "3", "4", "5", "6", "7", "9"].map {
      OfficialChild("残疾 \($0)", ["disabled": "1", "health": "50", "disability_type": $0])
    }

  private static func words(
    _ field: String, _ codes: String, extra: [String: [String: String]] = [:]
  ) -> [OfficialChild] {
    codes.split(separator: " ").map { code in
      OfficialChild("\(field) \(code)", [field: String(code)], on: extra[String(code)] ?? [:])
    }
  }

  private static let documents = [
    OfficialChild("居民身份证"),
    OfficialChild("number 81, of China", ["id_number": "810000202203051235", "overseas_status": "01"]),
    OfficialChild("number 82, of China", ["id_number": Self.permit("82"), "overseas_status": "04"]),
    OfficialChild("number 83, of China", ["id_number": Self.permit("83"), "overseas_status": "06"]),
    OfficialChild(
      "香港特区护照/身份证明", ["nationality": "HKG", "id_type": "6", "id_number": "H12345678", "overseas_status": "01"],
      on: foreign),
    OfficialChild(
      "number 81, of Hong Kong", ["nationality": "HKG", "id_type": "6", "id_number": "810000202203051235"], on: foreign),
    OfficialChild(
      "澳门特区护照/身份证明", ["nationality": "MAC", "id_type": "7", "id_number": "M12345678", "overseas_status": "03"],
      on: foreign),
    OfficialChild(
      "台湾居民来往大陆通行证", ["nationality": "TWN", "id_type": "8", "id_number": "12345678", "overseas_status": "05"],
      on: foreign),
    OfficialChild("香港 papers, of China", ["id_type": "6", "id_number": "H12345678", "overseas_status": "02"]),
    OfficialChild("境外永久居住证", ["id_type": "9", "id_number": "USA110022030501"], on: foreign),
    OfficialChild("护照", on: foreign),
    OfficialChild("护照 of China", ["id_type": "A", "id_number": "E12345678", "overseas_status": "11"]),
    OfficialChild("其他 without a number", ["id_type": "Z", "id_number": ""]),
    OfficialChild("其他 with a long one", ["id_type": "Z", "id_number": "出生医学证明第T440012345678901号"]),
  ]

  private static let guardians = [
    ("2", "军字第1234号"), ("3", "士字第12345678号"), ("4", "文字第123456号"), ("5", "军离休字第0001234号"), ("6", "H12345678"),
    ("7", "M12345678"), ("8", "12345678"), ("9", "USA110019900101"), ("A", "E12345678"), ("B", "441302199001010028"),
    ("Z", ""), ("Z", "部队离休退休干部证明字第0001234567890号"),
  ].map { OfficialChild("guardian \($0) \($1)", ["guardian_id_type": $0, "guardian_id_number": $1]) }

  private static let conditions = [
    OfficialChild("born abroad, of China", ["overseas_status": "13"]),
    OfficialChild(
      "a foreign child in health care", ["disabled": "1", "health": "50", "disability_type": "7"], on: foreign),
    OfficialChild("毛南族", ["ethnic_group": "36"]), OfficialChild("穿青人族", ["ethnic_group": "57"]),
    OfficialChild("穿青族", ["ethnic_group": "58"]), OfficialChild("其他", ["ethnic_group": "97"]),
    OfficialChild("外国血统中国籍人士", ["ethnic_group": "98"]), OfficialChild("莫桑比亚", ["nationality": "MOZ"], on: foreign),
    OfficialChild("a development zone", ["birthplace": "1301A2000000"]),
    OfficialChild("a region without a name", ["hukou_place": "5401A1000000"]),
    OfficialChild("entered today", ["entry_date": today]),
    OfficialChild("entered on the day of birth", ["entry_date": "2022-03-05"]),
    OfficialChild("born today", ["birth_date": today, "entry_date": today, "id_type": "Z", "id_number": ""]),
    OfficialChild("a class code", ["class_code": "2025A01"]),
  ]

  private static let limits = [
    OfficialChild("26 hanzi", ["name": hanzi(26)]),
    OfficialChild("26 hanzi of a higher plane", ["name": String(repeating: "𠮷", count: 26)]),
    OfficialChild("80 bytes", ["name": hanzi(26) + "ab"]), OfficialChild("a dot is three", ["name": hanzi(24) + "·潘"]),
    OfficialChild("80 bytes of ASCII", ["name": String(repeating: "Pan ", count: 19) + "Pans"], on: foreign),
    OfficialChild("an accent is three", ["name": String(repeating: "é", count: 26) + "ab"], on: foreign),
    OfficialChild("籍贯 of 60 hanzi", ["native_place": hanzi(60)]),
    OfficialChild("籍贯 of 180 bytes of ASCII", ["native_place": String(repeating: "a", count: 180)]),
    OfficialChild("现住址 of 60 hanzi", ["address": hanzi(59) + "号"]),
    OfficialChild("× is three", ["address": hanzi(58) + "×8号"].mapValues { String($0.prefix(60)) }),
    OfficialChild("监护人 of 26 hanzi", ["guardian_name": hanzi(26)]),
    OfficialChild("监护人 of 80 bytes", ["guardian_name": hanzi(26) + "ab"]),
    OfficialChild("班级编码 of 40", ["class_code": String(repeating: "A1", count: 20)]),
    OfficialChild("a number of 20", ["id_type": "9", "id_number": "12345678901234567890"], on: foreign),
    OfficialChild("a number of 20 with hanzi", ["guardian_id_type": "2", "guardian_id_number": hanzi(20)]),
  ]

  /// What neither the macro nor the desk lets into a sheet: each stands just beyond one that is taken.
  static let refused =
    [
      OfficialChild("27 hanzi", ["name": hanzi(27)]), OfficialChild("81 bytes", ["name": hanzi(26) + "abc"]),
      OfficialChild("26 hanzi and a dot", ["name": hanzi(13) + "·" + hanzi(13)]),
      OfficialChild("81 bytes of ASCII", ["name": String(repeating: "Pan ", count: 20) + "P"], on: foreign),
      OfficialChild("27 accents", ["name": String(repeating: "é", count: 27)], on: foreign),
      OfficialChild("籍贯 of 181", ["native_place": hanzi(60) + "a"]),
      OfficialChild("现住址 of 61", ["address": hanzi(60) + "号"]),
      OfficialChild("现住址, × being three", ["address": hanzi(59) + "×8"]),
      OfficialChild("监护人 of 27", ["guardian_name": hanzi(27)]),
      OfficialChild("班级编码 of 41", ["class_code": String(repeating: "A", count: 41)]),
      OfficialChild("班级编码 in hanzi", ["class_code": "中一班"]),
      OfficialChild("a number of 21", ["id_type": "9", "id_number": "123456789012345678901"], on: foreign),
      OfficialChild("a number of 21 hanzi", ["guardian_id_type": "2", "guardian_id_number": hanzi(21)]),
      OfficialChild(
        "居民身份证 of Hong Kong", ["nationality": "HKG", "id_type": "1", "id_number": "810000202203051235"], on: foreign),
      OfficialChild("居民身份证 of Macao", ["nationality": "MAC", "id_type": "1", "id_number": permit("82")], on: foreign),
      OfficialChild("居民身份证 of Taiwan", ["nationality": "TWN", "id_type": "1", "id_number": permit("83")], on: foreign),
      OfficialChild(
        "居民身份证 of a foreigner", ["id_type": "1", "id_number": "441302202203051236"], on: foreign),
      OfficialChild("户口簿 of a child", ["id_type": "B"]), OfficialChild("no number", ["id_number": ""]),
      OfficialChild("a guardian without a number", ["guardian_id_number": ""]),
      OfficialChild("the child's number", ["guardian_id_number": "441302202203051236"]),
      OfficialChild("entered tomorrow", ["entry_date": "2026-01-02"]),
      OfficialChild(
        "born tomorrow", ["birth_date": "2026-01-02", "entry_date": "2026-01-02", "id_type": "Z", "id_number": ""]),
      OfficialChild("entered before the birth", ["entry_date": "2022-03-04"]),
      OfficialChild("29 February of no leap year", ["birth_date": "2022-02-29"]),
      OfficialChild("民族 57A", ["ethnic_group": "59"]), OfficialChild("no such place", ["birthplace": "441399000000"]),
      OfficialChild("非农业户口 alone", ["hukou_type": "2"]), OfficialChild("残疾 alone", ["disabled": "1", "health": "50"]),
      OfficialChild("blood of no group", ["blood_type": "C"]), OfficialChild("是 as a word of 留守", ["left_behind": "是"]),
    ]
    + [
      "name", "sex", "birth_date", "id_type", "nationality", "overseas_status", "native_place", "address", "entry_date",
      "attendance", "health", "disabled", "orphan", "guardian_name", "guardian_id_type", "ethnic_group", "birthplace",
      "hukou_type", "hukou_place", "only_child", "left_behind", "migrant_worker_child",
    ].map { OfficialChild("no \($0)", [$0: ""]) }

  /// A residence permit's number of 2022-03-05 with its check character, by the recursion of ISO 7064.
  private static func permit(_ area: String) -> String {
    let seventeen = area + "000020220305123"
    let rest = seventeen.utf8.reduce(0) { ($0 + Int($1) - 0x30) * 2 % 11 }
    let check = (12 - rest) % 11
    return seventeen + (check == 10 ? "X" : String(check))
  }
}
