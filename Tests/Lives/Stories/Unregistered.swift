import Testing

/// A child that is registered nowhere yet: its form waits with staff until the number comes.
extension Story {
  static let unregistered = Story(name: "an unregistered child whose number comes a year later", day: "2025-09-02") {
    life in
    let before = Child("潘小明", number: "").but(
      [
        .idNumber: .later, .sex: .choice(1, kept: "1"), .birthDate: .typed("20220305", kept: "2022-03-05"),
        .birthplace: .typed("441302", kept: "441302000000"), .hukouType: .later, .hukouPlace: .unlisted,
        .address: .text("示范路8号3栋"),
      ], without: [.nonagriculturalType])
    let number = Child.number("20220305", 123)
    let (mother, staff) = (Family("潘女士", life), Staff(life))
    try life.step("the mother hands in without a number", ["潘小明": "submitted owed waiting gaps | owed 3"]) {
      try mother.begins()
      try mother.answers(before)
      try mother.handsIn()
      try mother.goesHome()
    }
    try life.step("staff wait for the register", [:]) { try staff.cannotApprove(before, because: "身份证件号码：说好以后补") }
    life.days(365)
    try life.step("the number has come", ["潘小明": "submitted waiting"]) {
      try mother.comesBack(before, finds: Item.idNumber.asks)
      try mother.mends(before, .idNumber, .text(number), next: Item.sex.asks)
      try mother.mends(before, .hukouType, .choice(2, kept: "2"), next: Item.nonagriculturalType.asks)
      try mother.mends(before, .nonagriculturalType, .choice(1, kept: "1"), next: Item.hukouPlace.asks)
      try mother.mends(before, .hukouPlace, .typed("441302", kept: "441302000000"), next: Item.address.asks)
      try mother.leavesForm()
    }
    try life.step("staff approve", ["潘小明": "approved to-export"]) { try staff.approves(before) }
  }
}
