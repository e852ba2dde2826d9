import Standards
import Testing

/// The national system's own numbers: G and the citizen number, J or L and 18 characters.
@Suite struct StudentNumberTests {
  @Test(arguments: [
    ("G441302202203051236", "G441302202203051236"), (" g441302 20220305 1236", "G441302202203051236"),
    ("Ｇ441302202203051236", "G441302202203051236"), ("L11010519491231002x", "L11010519491231002X"),
    ("J123456789012345678", "J123456789012345678"), ("441302202203051236", nil), ("G44130220220305123", nil),
    ("G4413022022030512366", nil), ("X441302202203051236", nil), ("G44130220220305123一", nil), ("", nil),
    ("G44130220220305-236", nil), ("G", nil),
  ])
  func `a number is a letter and eighteen characters`(typed: String, wanted: String?) {
    #expect(StudentNumber(typed)?.text == wanted)
  }

  @Test(arguments: [
    ("G441302202203051236", true), ("G44130220220305121X", false), ("J441302202203051236", true),
    ("L000000000000000000", true),
  ])
  func `only a G says whose number it is`(text: String, belongs: Bool) throws {
    #expect(try #require(StudentNumber(text)).belongs(to: "441302 202203051236") == belongs)
  }
}
