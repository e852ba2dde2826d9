import Testing

/// The national system issues the class's code when the children have gone out already.
extension Story {
  static let lateCodes = Story(name: "class codes arrive after the export", day: "2025-09-02") { life in
    let ming = Child("潘小明", number: Child.number("20220305", 123))
    let hong = Child("陈小红", number: Child.number("20220606", 124)).but([.classCode: .choice(2, kept: "大一班")])
    let staff = Staff(life)
    for (child, parent) in [(ming, "潘女士"), (hong, "陈女士")] {
      let family = Family(parent, life)
      try life.step(
        "\(parent) hands in", [child.name: "submitted waiting"]
      ) {
        try family.begins()
        try family.answers(child)
        try family.handsIn()
        try family.goesHome()
      }
      try life.step("staff approve \(child.name)", [child.name: "approved to-export"]) { try staff.approves(child) }
    }
    try life.step("staff export", ["潘小明": "approved exported to-number", "陈小红": "approved exported to-number"]) {
      try staff.exports(to: "a.xlsx", ["潘小明": "exported", "陈小红": "exported"])
    }
    life.days(20)
    try life.step("the code of one class comes", [:]) {
      let said = try life.run(["classes", Kindergarten.classes[0], "C01"])
      #expect(said.errors.contains("1 "), "it says how many have to go out again: \(said.errors)")
    }
    try life.step("its child goes out again", ["潘小明": "approved exported to-number"]) {
      try staff.exports(to: "b.xlsx", ["潘小明": "corrected", "陈小红": "already-out"])
    }
    try life.step(
      "the system answers",
      [
        "潘小明": "approved exported numbered", "陈小红": "approved exported numbered",
      ]
    ) { try staff.assigns([ming, hong]) }
  }
}
