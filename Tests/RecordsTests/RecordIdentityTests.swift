import Standards
import TestSupport
import Testing

@testable import Records

@Suite struct RecordIdentityTests {
  @Test func `of many made at once each stands behind the last, and is an identity like any other`() {
    var generator = Steps(state: 1)
    var last: RecordID?
    var taken: Set<RecordCode> = []
    // The clock stands still, goes on, and goes back.
    for milliseconds in Array(repeating: 1_422_403_200_000, count: 5_000) + [1_422_403_200_001, 1_422_403_100_000] {
      let identity = RecordIdentity(milliseconds: milliseconds, after: last, avoiding: taken, using: &generator)
      if let last { #expect(last.text < identity.id.text) }
      #expect(RecordID(identity.id.text) == identity.id && RecordCode(spelledBy: identity.id) == identity.code)
      let digits = Array(identity.id.text)
      #expect(digits[14] == "7" && "89ab".contains(digits[19]))
      #expect(taken.insert(identity.code).inserted)
      last = identity.id
    }
    // Five thousand are little more than a millisecond's worth.
    #expect(last?.text.prefix(13) ?? "" <= "014b2dd6-6402")
  }
}
