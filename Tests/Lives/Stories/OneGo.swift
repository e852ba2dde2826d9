import Testing

/// The plainest way: everything is there, and everybody does their part.
extension Story {
  static let oneGo = Story(name: "a mainland child in one go", day: "2025-09-02") { life in
    let ming = Child("潘小明", number: Child.number("20220305", 123))
    let mother = Family("潘女士", life)
    let staff = Staff(life)
    try life.step("the mother fills the child in", ["潘小明": "draft gaps | blank 16"]) {
      try mother.begins()
      try mother.answers(ming, through: .bloodType)
    }
    try life.step("the mother fills the rest in", ["潘小明": "draft ready"]) {
      try mother.answers(ming, from: .birthplace)
    }
    try life.step("the mother hands in", ["潘小明": "submitted waiting"]) { try mother.handsIn() }
    try life.step("the mother goes home", [:]) { try mother.goesHome() }
    life.days(1)
    try life.step("staff approve", ["潘小明": "approved to-export"]) { try staff.approves(ming) }
    try life.step("staff export", ["潘小明": "approved exported to-number"]) {
      try staff.exports(to: "a.xlsx", ["潘小明": "exported"])
    }
    life.days(10)
    try life.step("the system answers", ["潘小明": "approved exported numbered"]) { try staff.assigns([ming]) }
  }
}
