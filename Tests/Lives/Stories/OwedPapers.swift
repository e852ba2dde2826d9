import Testing

/// What is not here is brought in a week, and confirmed on paper; the first day comes meanwhile.
extension Story {
  static let owedPapers = Story(name: "papers owed, brought in a week, confirmed", day: "2025-08-26") { life in
    let ming = Child("潘小明", number: Child.number("20220305", 123))
    let owing = ming.but(
      [.hukouType: .later, .hukouPlace: .later, .address: .text("示范路8号3栋")], without: [.nonagriculturalType])
    let (mother, teacher, staff) = (Family("潘女士", life), Teacher(life), Staff(life))
    try life.step("the mother puts the household book off", ["潘小明": "draft owed gaps | owed 2 blank 12"]) {
      try mother.begins()
      try mother.answers(owing, through: .hukouPlace)
    }
    try life.step("she hands in", ["潘小明": "submitted owed waiting gaps entry-ahead | owed 2"]) {
      try mother.answers(owing, from: .address, finds: Stroke.oneWarning)
      try mother.acceptsTheWarning()
      try mother.handsIn()
      try mother.seat.session?.waitFor("还要补：")
      try mother.goesHome()
    }
    try life.step("staff see what is missing", [:]) { try staff.cannotApprove(ming, because: "户口性质：说好以后补") }
    life.days(7)
    try life.step("the teacher copies the book", ["潘小明": "submitted unconfirmed waiting | unconfirmed 3"]) {
      try teacher.enters()
      try teacher.completes(ming, [.hukouType, .nonagriculturalType, .hukouPlace])
    }
    try life.step("the mother signs", ["潘小明": "submitted waiting"]) {
      try teacher.readsBack(.paper, who: "潘女士")
      try teacher.leaves()
    }
    try life.step("staff approve", ["潘小明": "approved to-export"]) { try staff.approves(ming) }
  }
}
