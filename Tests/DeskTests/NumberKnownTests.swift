import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// A number that another record bears: the family is told in one sentence that names nobody and stops nothing.
@Suite struct NumberKnownTests {
  private static let other = "441302202203051244"
  private static let said = words(of: GuidedPhrase.numberKnown)

  private func sitting() throws -> Sitting {
    var sitting = try Sitting()
    sitting.knownNumbers = [Sitting.boy]
    return sitting
  }

  /// Up to the item after the number.
  private func reachNext(_ sitting: inout Sitting) {
    sitting.enter("潘小明")
    sitting.type("1")
    sitting.enter(Sitting.boy)
  }

  @Test func `it is said when the number is left, once, and again whenever the number is looked at`() throws {
    var sitting = try sitting()
    reachNext(&sitting)
    #expect(sitting.item == "ethnic_group")
    #expect(sitting.shows(Self.said))
    sitting.press(.tab)
    #expect(!sitting.shows(Self.said))
    sitting.press(.function(6))
    sitting.enter("6")
    #expect(sitting.item == "id_number")
    #expect(sitting.shows(Self.said))
  }

  @Test func `a number that nobody else has is not spoken of, and a mended one no longer`() throws {
    var sitting = try sitting()
    sitting.knownNumbers = []
    reachNext(&sitting)
    #expect(!sitting.shows(Self.said))
    sitting = try self.sitting()
    reachNext(&sitting)
    sitting.press(.function(6))
    sitting.enter("6")
    for _ in 0..<18 { sitting.press(.backspace) }
    sitting.knownNumbers = []
    sitting.enter(Self.other)
    sitting.press(.function(6))
    sitting.enter("6")
    #expect(sitting.value("id_number") == Self.other)
    #expect(!sitting.shows(Self.said))
  }

  @Test func `it stands in the list of findings, leads to the item, and does not stop handing in`() throws {
    var sitting = try sitting()
    sitting.fillAll()
    #expect(sitting.shows(Self.said))
    #expect(sitting.shows("交表"))
    sitting.press(.home, .enter)
    #expect(sitting.item == "id_number")
    sitting.press(.function(5))
    sitting.handIn()
    #expect(sitting.stored.values.first?.status == .submitted)
  }

  @Test func `it is said in a list of findings that stood there before it was known`() throws {
    var sitting = try sitting()
    sitting.knownNumbers = []
    sitting.fillAll()
    let id = try #require(sitting.record?.id)
    #expect(!sitting.shows(Self.said))
    sitting.tell(.record(.numberKnown(id, number: Sitting.boy, true)))
    #expect(sitting.shows(Self.said))
    #expect(sitting.shows("▸ ✓ 交表"), "\(sitting)")
  }

  @Test func `the answer about another record is not taken for this one's`() throws {
    var sitting = try sitting()
    sitting.knownNumbers = []
    reachNext(&sitting)
    let other = Sitting.identity(9).id
    sitting.tell(.record(.numberKnown(other, number: Sitting.boy, true)))
    #expect(!sitting.shows(Self.said))
  }
}
