import Testing

/// One family, four children, each with a record of its own.
extension Story {
  static let siblings = Story(name: "brother and sister, then twins", day: "2025-09-02") { life in
    let copied: [Item: Said] = [
      .nationality: .shared("CHN"), .ethnicGroup: .together("01"), .nativePlace: .together("广东惠州"),
      .hukouType: .together("2"), .nonagriculturalType: .together("1"), .hukouPlace: .together("441302000000"),
      .address: .together("广东省惠州市惠城区示范路8号3栋"), .classCode: .together("中二班"), .entryDate: .together("2025-09-01"),
      .guardianName: .together("潘大明"), .guardianIDType: .together("1"),
      .guardianIDNumber: .together("441302199001010028"),
      .onlyChild: .choice(2, kept: "0"),
    ]
    let only: [Item: Said] = [.onlyChild: .choice(2, kept: "0")]
    let brother = Child("潘小明", number: Child.number("20210305", 123)).but(only)
    let sister = Child("潘小红", number: Child.number("20220606", 124)).but(copied)
    let first = Child("潘大双", number: Child.number("20221107", 121)).but(only)
    let second = Child("潘小双", number: Child.number("20221107", 123)).but(copied)
    let (mother, staff) = (Family("潘女士", life), Staff(life))
    try life.step("the brother is handed in", ["潘小明": "submitted waiting"]) {
      try mother.begins()
      try mother.answers(brother)
      try mother.handsIn()
    }
    try life.step("the sister is begun", ["潘小红": "draft gaps | blank 8"]) {
      try mother.goesOnWithNextChild()
      try mother.answers(sister, through: .bloodType)
    }
    try life.step("the sister is handed in", ["潘小红": "submitted waiting"]) {
      try mother.answers(sister, from: .birthplace)
      try mother.handsIn()
      try mother.goesHome()
    }
    life.days(2)
    try life.step("the first twin", ["潘大双": "submitted waiting"]) {
      try mother.begins()
      try mother.answers(first)
      try mother.handsIn()
    }
    try life.step("the second twin", ["潘小双": "submitted waiting"]) {
      try mother.goesOnWithNextChild()
      try mother.answers(second)
      try mother.handsIn()
      try mother.goesHome()
    }
    try life.step("staff approve the sister", ["潘小红": "approved to-export"]) { try staff.approves(sister, waiting: 4) }
    try life.step("staff approve a twin", ["潘大双": "approved to-export"]) { try staff.approves(first, waiting: 3) }
  }
}
