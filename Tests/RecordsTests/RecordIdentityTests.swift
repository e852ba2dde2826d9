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
      #expect(identity.code.text.allSatisfy { "34679ACDEFGHJKMNPQRTWXY".contains($0) })
      last = identity.id
    }
    // Five thousand are little more than a few milliseconds' worth.
    #expect(last?.text.prefix(13) ?? "" <= "014b2dd6-6410")
  }

  @Test func `where every plain code is taken, a new one is any that is free`() {
    let plain = Array("34679ACDEFGHJKMNPQRTWXY").map(String.init)
    let pairs = plain.flatMap { one in plain.map { one + $0 } }
    let taken = Set(pairs.flatMap { one in pairs.compactMap { RecordCode(one + $0) } })
    #expect(taken.count == 23 * 23 * 23 * 23)
    var generator = Steps(state: 3)
    let identity = RecordIdentity(milliseconds: 1_422_403_200_000, avoiding: taken, using: &generator)
    #expect(!taken.contains(identity.code))
  }

  @Test(arguments: [
    ("0G4A", ["DG4A", "QG4A", "D64A", "Q64A"]), ("og4a", ["DG4A", "Q64A"]), ("K1M4", ["KJM4", "KTM4", "K7M4"]),
    ("K7M4", ["KJM4", "KTM4"]), ("S2BU", ["5ZBV", "52BV", "SZBU", "S28U", "S23V"]), ("ｋ１ m 4", ["K7M4"]),
  ])
  func `a code that was read wrong leads to those that look like it`(typed: String, some: [String]) {
    let found = RecordCode.lookAlikes(of: typed)
    for code in some { #expect(found.map(\.text).contains(code), "\(code)") }
    #expect(!found.contains { $0 == RecordCode(typed) } && Set(found).count == found.count && found.count < 100)
    // Whoever guesses is counted once, however the code is spelt; and each leads back to the others.
    #expect(Set(found.map(\.ofAllAlike)).count == 1)
    for code in found {
      let others = Set(RecordCode.lookAlikes(of: code.text))
      #expect(others.union([code]) == Set(found).union(RecordCode(typed).map { [$0] } ?? []))
    }
  }

  @Test(arguments: ["", "K7M", "K7M44", "K7M-", "取件码四", "K7M甲"])
  func `what is no code looks like none`(typed: String) { #expect(RecordCode.lookAlikes(of: typed) == []) }
}
