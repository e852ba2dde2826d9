import Terminal
import Testing

/// A spreadsheet of thirty children becomes thirty records, completed item by item and handed in together.
extension Story {
  static let roster = Story(name: "a roster of thirty", day: "2025-09-02") { life in
    let children = "安北春冬方光海河和华江景君康兰林明宁平青秋山水松天文夏星月云".enumerated().map { index, hanzi in
      Child("潘小\(hanzi)", number: Child.number("20220305", index * 2 + 1))
    }
    func all(_ line: String) -> [String: String] {
      Dictionary(uniqueKeysWithValues: children.map { ($0.name, line) })
    }
    let (teacher, staff) = (Teacher(life), Staff(life))
    try life.step("the roster comes in", all("draft unconfirmed gaps | blank 1 unconfirmed 23")) {
      try staff.imports(children)
    }
    try life.step(
      "the teacher gives everybody's kind of household", all("draft unconfirmed gaps | blank 1 unconfirmed 24")
    ) {
      try teacher.enters()
      try teacher.goesToList()
      try teacher.gives(.hukouType, "2", toAll: children)
    }
    try life.step("and where it is", all("draft unconfirmed ready | unconfirmed 25")) {
      try teacher.gives(.nonagriculturalType, "1", toAll: children)
    }
    try life.step("the papers come back signed", all("draft ready")) {
      for left in stride(from: children.count, to: 0, by: -1) { try teacher.readsBackNext(of: left) }
    }
    try life.step("the teacher hands all in", all("submitted waiting")) {
      try teacher.handsInAll(children.count)
      try teacher.leaves()
    }
    life.days(1)
    try life.step("staff give one back", [children[3].name: "draft returned gaps | queries 1"]) {
      try staff.sendsBack(children[3], .address, "缺门牌号", waiting: 30)
    }
    try life.step("and another", [children[7].name: "draft returned gaps | queries 1"]) {
      try staff.sendsBack(children[7], .guardianName, "和户口簿不一样", waiting: 29)
    }
    let others = all("approved to-export").filter { ![children[3].name, children[7].name].contains($0.key) }
    try life.step("staff approve the others together", others) { try staff.approvesAll(28) }
  }
}
