import Terminal
import Testing

/// The machine dies three times in one form, each time in the middle of a word.
extension Story {
  static let threeDeaths = Story(name: "the machine dies three times in one form", day: "2025-09-02") { life in
    let ming = Child("潘小明", number: Child.number("20220305", 123))
    let (mother, staff) = (Family("潘女士", life), Staff(life))
    try life.step("it dies in the number", ["潘小明": "draft gaps | blank 17"]) {
      try mother.begins()
      try mother.answers(ming, through: .idType)
      try mother.types("44130220", shows: "441302 20")
      try mother.seat.dieAndGoOn()
      mother.seat.isAsked(for: ming.birthDay)
      try mother.seat.perform([
        Stroke(Stroke.text(String(Child.number("20220305", 123).dropFirst(8))) + [.enter], shows: Item.ethnicGroup.asks)
      ])
      life.note(ming.name, .idNumber, ming.said[.idNumber] ?? .passed)
    }
    try life.step("it dies in the address", ["潘小明": "draft gaps | blank 11"]) {
      try mother.answers(ming, from: .ethnicGroup, through: .hukouPlace)
      try mother.types("示范路")
      try mother.seat.dieAndGoOn()
      try mother.seat.perform([Stroke(Stroke.text("8号3栋") + [.enter], shows: Item.classCode.asks)])
      life.note(ming.name, .address, ming.said[.address] ?? .passed)
    }
    try life.step("it dies at the list of findings", ["潘小明": "draft ready"]) {
      try mother.answers(ming, from: .classCode)
      try mother.seat.dieAndGoOn()
    }
    try life.step("the mother hands in", ["潘小明": "submitted waiting"]) {
      try mother.handsIn()
      try mother.goesHome()
    }
    try life.step("staff approve", ["潘小明": "approved to-export"]) { try staff.approves(ming) }
  }
}
