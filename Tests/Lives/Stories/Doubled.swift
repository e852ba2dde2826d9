import Testing

/// One number, two children: one family copied another's.
extension Story {
  static let doubled = Story(name: "a wrong number entered by two families", day: "2025-09-02") { life in
    let shared = Child.number("20220305", 123)
    let ming = Child("潘小明", number: shared)
    let wrong = Child("陈小舟", number: shared).but([.guardianName: .text("陈大舟"), .address: .headed("演示路9号")])
    let right = wrong.but([.idNumber: .text(Child.number("20220305", 141))])
    let (one, other, staff) = (Family("潘女士", life), Family("陈先生", life), Staff(life))
    try life.step("the first family hands in", ["潘小明": "submitted waiting"]) {
      try one.begins()
      try one.answers(ming)
      try one.handsIn()
      try one.goesHome()
    }
    try life.step(
      "the second family hands in with the same number",
      ["潘小明": "submitted duplicate waiting", "陈小舟": "submitted duplicate waiting"]
    ) {
      try other.begins()
      try other.answers(wrong)
      try other.handsIn()
      try other.goesHome()
    }
    try life.step("staff cannot approve the first", [:]) {
      try staff.cannotApprove(ming, because: "一人多籍？孩子的号码", waiting: 2)
    }
    try life.step(
      "staff give the second back",
      ["潘小明": "submitted number-in-draft waiting", "陈小舟": "draft returned duplicate gaps | queries 1"]
    ) { try staff.findsNumberWrong(wrong, waiting: 2) }
    life.days(1)
    try life.step("the family mends it", ["潘小明": "submitted waiting", "陈小舟": "draft ready"]) {
      try other.comesBack(wrong, finds: Item.idNumber.asks)
      try other.mends(wrong, .idNumber, right.said[.idNumber] ?? .passed, next: Item.ethnicGroup.asks)
    }
    try life.step("the family hands in again", ["陈小舟": "submitted waiting"]) {
      try other.checks()
      try other.handsIn()
      try other.goesHome()
    }
    try life.step("staff approve the first", ["潘小明": "approved to-export"]) { try staff.approves(ming, waiting: 2) }
    try life.step("staff approve the second", ["陈小舟": "approved to-export"]) { try staff.approves(right) }
  }
}
