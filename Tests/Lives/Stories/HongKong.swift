import Testing

/// A child with a document of Hong Kong: what only citizens of the mainland are asked is not asked.
extension Story {
  static let hongKong = Story(name: "a Hong Kong child", day: "2025-09-02") { life in
    let ming = Child("陈小港", number: "A1234563").but(
      [
        .nationality: .household("21", kept: "HKG"), .idType: .together("6"), .sex: .choice(1, kept: "1"),
        .birthDate: .typed("20220305", kept: "2022-03-05"), .overseasStatus: .together("01"),
        .nativePlace: .text("广东惠州"), .address: .text("示范路8号3栋"),
      ],
      without: [
        .ethnicGroup, .birthplace, .hukouType, .nonagriculturalType, .hukouPlace, .onlyChild, .leftBehind,
        .migrantWorkerChild,
      ])
    let (mother, staff) = (Family("陈女士", life), Staff(life))
    try life.step("the mother fills the child in", ["陈小港": "draft gaps | blank 10"]) {
      try mother.begins()
      try mother.answers(ming, through: .bloodType)
    }
    try life.step("the mother hands in", ["陈小港": "submitted waiting"]) {
      try mother.answers(ming, from: .nativePlace)
      try mother.handsIn()
      try mother.goesHome()
    }
    try life.step("staff approve", ["陈小港": "approved to-export"]) { try staff.approves(ming) }
    try life.step("staff export", ["陈小港": "approved exported to-number"]) {
      try staff.exports(to: "a.xlsx", ["陈小港": "exported"])
    }
  }
}
