import Testing

/// A child that leaves and comes back.
extension Story {
  static let withdrawn = Story(name: "withdrawn, reinstated, exported again", day: "2025-09-02") { life in
    let ming = Child("潘小明", number: Child.number("20220305", 123))
    let (mother, staff) = (Family("潘女士", life), Staff(life))
    try life.step("the mother hands in", ["潘小明": "submitted waiting"]) {
      try mother.begins()
      try mother.answers(ming)
      try mother.handsIn()
      try mother.goesHome()
    }
    try life.step("staff approve", ["潘小明": "approved to-export"]) { try staff.approves(ming) }
    try life.step("staff export", ["潘小明": "approved exported to-number"]) {
      try staff.exports(to: "a.xlsx", ["潘小明": "exported"])
    }
    life.days(30)
    try life.step("staff withdraw", ["潘小明": "withdrawn"]) { try staff.withdraws(ming) }
    try life.step("the system is told", ["潘小明": "withdrawn"]) {
      try staff.exports(to: "b.xlsx", ["潘小明": "withdrawn"])
    }
    life.days(30)
    try life.step("staff reinstate", ["潘小明": "approved to-export"]) { try staff.reinstates(ming) }
    try life.step("the child goes out again", ["潘小明": "approved exported to-number"]) {
      try staff.exports(to: "c.xlsx", ["潘小明": "exported"])
    }
  }
}
