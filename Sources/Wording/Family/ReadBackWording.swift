import FormModel

/// How the read-back says an item: `{}` stands for its value, or a value has words of its own.
public struct SpokenItem: Sendable {
  public let name: String
  public let said: Localized
  /// Whole phrases by the value's code, where “yes” alone would say too little.
  public var values: [String: Localized] = [:]

  public init(_ name: String, _ chinese: String, _ english: String, _ values: [String: Localized] = [:]) {
    self.name = name
    said = Localized(chinese, english)
    self.values = values
  }

  /// The items that are said in one breath. An item that stands in none of these is said by its label.
  public static let sentences: [[SpokenItem]] = [
    [
      SpokenItem("name", "{}", "{}"), SpokenItem("sex", "{}", "{}"),
      SpokenItem("birth_date", "{}出生", "born on {}"),
    ],
    [
      SpokenItem("nationality", "国籍{}", "nationality {}"), SpokenItem("ethnic_group", "{}", "{}"),
      SpokenItem(
        "overseas_status", "{}", "{}",
        ["00": Localized("非港澳台侨", "not of Hong Kong, Macao, Taiwan or overseas")]),
    ],
    [SpokenItem("id_type", "证件是{}", "document: {}"), SpokenItem("id_number", "号码 {}", "number {}")],
    [SpokenItem("blood_type", "血型：{}", "blood type: {}")],
    [
      SpokenItem("birthplace", "出生在 {}", "born in {}"), SpokenItem("native_place", "籍贯 {}", "native place {}"),
    ],
    [
      SpokenItem("hukou_type", "{}", "{}"), SpokenItem("nonagricultural_type", "在{}", "in a {}"),
      SpokenItem("hukou_place", "户口在 {}", "registered in {}"),
    ],
    [SpokenItem("address", "现在住在 {}", "lives at {}")],
    [
      SpokenItem("class_code", "{}", "{}"), SpokenItem("entry_date", "{}入园", "entered on {}"),
      SpokenItem("attendance", "{}", "{}"),
    ],
    [
      SpokenItem(
        "only_child", "{}", "{}",
        ["1": Localized("是独生子女", "an only child"), "0": Localized("不是独生子女", "not an only child")]),
      SpokenItem("left_behind", "{}", "{}"),
      SpokenItem(
        "migrant_worker_child", "{}", "{}",
        [
          "1": Localized("是进城务工人员子女", "a child of migrant workers"),
          "0": Localized("不是进城务工人员子女", "not a child of migrant workers"),
        ]),
    ],
    [
      SpokenItem("health", "健康状况：{}", "health: {}"),
      SpokenItem(
        "disabled", "{}", "{}", ["1": Localized("是残疾幼儿", "disabled"), "0": Localized("没有残疾", "not disabled")]),
      SpokenItem("disability_type", "{}", "{}"),
      SpokenItem("orphan", "{}", "{}", ["1": Localized("是孤儿", "an orphan"), "0": Localized("不是孤儿", "not an orphan")]),
    ],
    [
      SpokenItem("guardian_name", "监护人 {}", "guardian {}"), SpokenItem("guardian_id_type", "{}", "{}"),
      SpokenItem("guardian_id_number", "号码 {}", "number {}"),
    ],
  ]
}
