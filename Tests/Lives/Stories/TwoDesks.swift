import Testing

/// Mother and father at two desks on one child, from the beginning to the approval.
extension Story {
  static let twoDesks = Story(name: "two desks at once on one child", day: "2025-09-02") { life in
    let ming = Child("潘小明", number: Child.number("20220305", 123))
    let (mother, father, staff) = (Family("潘女士", life), Family("潘先生", life), Staff(life))
    try life.step("the mother fills the child in", ["潘小明": "draft gaps | blank 16"]) {
      try mother.begins()
      try mother.answers(ming, through: .bloodType)
    }
    try life.step("the father opens it too and gives the address", ["潘小明": "draft gaps | blank 15"]) {
      try father.comesBack(ming, finds: Item.birthplace.asks)
      try father.mends(ming, .address, .text("示范路8号3栋"), next: Item.classCode.asks)
    }
    try life.step("the mother goes on where she is", ["潘小明": "draft gaps | blank 13"]) {
      try mother.answers(ming, from: .birthplace, through: .birthplace)
      // Her count has his address in it.
      try mother.seat.session?.waitFor("已填 10 / 28")
      try mother.answers(ming, from: .nativePlace, through: .nativePlace)
    }
    try life.step("the father gives the health", ["潘小明": "draft gaps | blank 12"]) {
      try father.mends(ming, .health, .choice(1, kept: "10"), next: Item.disabled.asks)
    }
    try life.step("the mother fills the rest in", ["潘小明": "draft ready"]) {
      try mother.answers(ming.but([.address: .offered("示范路8号3栋")]), from: .hukouType)
    }
    try life.step("the mother hands in while the father looks on", ["潘小明": "submitted waiting"]) {
      try mother.handsIn()
      try mother.goesHome()
    }
    try life.step("the father leaves", [:]) { try father.seat.leave() }
    try life.step("staff approve", ["潘小明": "approved to-export"]) { try staff.approves(ming) }
  }
}
