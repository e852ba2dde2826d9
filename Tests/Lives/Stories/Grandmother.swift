import Testing

/// A teacher fills the form in for somebody who does not write, and the telephone confirms it.
extension Story {
  static let grandmother = Story(name: "a teacher fills in for a grandmother", day: "2025-09-02") { life in
    let ming = Child("潘小明", number: Child.number("20220305", 123)).but([.guardianIDNumber: .text("440524198001010013")])
    let (mother, teacher, staff) = (Family("潘女士", life), Teacher(life), Staff(life))
    try life.step("the teacher fills the child in", ["潘小明": "draft unconfirmed gaps | blank 16 unconfirmed 8"]) {
      try teacher.enters()
      try teacher.begins()
      try teacher.fills(ming, through: .bloodType)
    }
    try life.step("the teacher fills the rest in", ["潘小明": "draft unconfirmed ready | unconfirmed 25"]) {
      try teacher.fills(ming, from: .birthplace)
    }
    try life.step("the teacher hands in", ["潘小明": "submitted unconfirmed waiting | unconfirmed 25"]) {
      try teacher.handsIn()
    }
    try life.step("staff cannot approve yet", [:]) { try staff.cannotApprove(ming, because: "家长还没有确认 25 项") }
    life.days(1)
    try life.step("the mother confirms by telephone", ["潘小明": "submitted waiting"]) {
      try teacher.goesToList()
      try teacher.readsBack(.telephone, who: "潘女士（母亲）")
      try teacher.leaves()
    }
    try life.step("staff approve", ["潘小明": "approved to-export"]) { try staff.approves(ming) }
    life.days(3)
    try life.step("the mother finds a wrong digit", ["潘小明": "approved waiting"]) {
      try mother.comesBack(ming, finds: "通过了")
      try mother.proposes(.guardianIDNumber, "441302199001010028")
    }
    try life.step("staff take it", ["潘小明": "submitted waiting"]) {
      try staff.takesProposal(ming)
      life.note(ming.name, .guardianIDNumber, .text("441302199001010028"))
    }
    try life.step("staff approve again", ["潘小明": "approved to-export"]) { try staff.approves(ming) }
  }
}
