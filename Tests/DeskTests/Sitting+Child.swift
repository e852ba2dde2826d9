import Terminal

/// Children to fill in. Every name and number is invented.
extension Sitting {
  /// A boy of Huicheng, born on 5 March 2022.
  static let boy = "441302202203051236"
  static let mother = "441302199001010028"

  /// The first section, from the name to the blood type.
  mutating func fillChild(_ name: String = "潘小明", number: String = Self.boy) {
    enter(name)
    type("1")
    enter(number)
    enter("hz")
    enter()
  }

  /// The second section: registered where the number says.
  mutating func fillHome() {
    enter()
    enter("广东惠州")
    type("1")
    enter()
    enter("示范路8号3栋")
  }

  /// The third and the fourth section, in a kindergarten with classes.
  mutating func fillKindergarten(entry: String = "20250901") {
    type("1")
    enter(entry)
    type("1")
  }

  mutating func fillFamily() { type("112122") }

  mutating func fillGuardian() {
    enter("潘大明")
    enter(Self.mother)
  }

  /// Everything there is to fill in, up to the list of findings.
  mutating func fillAll() {
    fillChild()
    fillHome()
    fillKindergarten()
    fillFamily()
    fillGuardian()
  }

  /// From the list of findings to the last page: the mother hands in.
  mutating func handIn(telephone: String = "13800000000") {
    enter()
    type("1")
    enter(telephone)
  }
}
