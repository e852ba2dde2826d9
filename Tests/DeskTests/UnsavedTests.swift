import FormModel
import Records
import Sentences
import Standards
import Terminal
import Testing
import Wording

@testable import Desk

/// Nothing is said to be saved before it is, and nobody leaves over it without being asked.
@Suite struct UnsavedTests {
  static let locked = StoreError(.locked, path: "records/2026-03-02", number: 7, detail: "xueji 4711")

  @Test func `the last page says that it is saved once it is, and asks whoever goes before`() throws {
    var sitting = try Sitting()
    sitting.enter("潘小明")
    sitting.isSlow = true
    sitting.type("1")
    sitting.press(.function(10))
    sitting.press(.function(10))
    #expect(sitting.shows(words(of: CheckPhrase.farewellSaving)) && !sitting.shows("存好了"), "\(sitting)")
    sitting.press(.function(10))
    #expect(!sitting.hasLeft && sitting.effects.last == .retry)
    let record = try #require(sitting.stored.values.first)
    sitting.tell(.record(.failed(record.id, Self.locked)))
    #expect(sitting.shows("还没有存上") && sitting.shows("程序 xueji 4711") && sitting.shows("7 秒"), "\(sitting)")
    sitting.press(.function(10))
    #expect(!sitting.hasLeft && sitting.shows("再按一次 Enter 就离开"), "\(sitting)")
    var patient = sitting
    patient.tell(.record(.saved(record.id, revision: record.revision, at: Sitting.morning)))
    #expect(patient.hasLeft && patient.effects.last == .leave)
    sitting.press(.function(10))
    #expect(sitting.hasLeft && sitting.effects.last == .leaveUnsaved)
  }

  @Test(arguments: [Language.chinese, .english], [Size(80, 24), Size(60, 20)])
  func `whoever ends the program over something unsaved reads why, and chooses`(language: Language, size: Size) throws {
    var sitting = try Sitting(.fill(Sitting.identity(0)), language)
    sitting.size = size
    sitting.tell(.desk(.unsaved(StoreError(.full, path: "x"))))
    sitting.tell(.record(.failed(Sitting.identity(0).id, Self.locked)))
    #expect(
      sitting.shows("4711") && sitting.shows(language == .chinese ? "不存，离开" : "Leave without saving"), "\(sitting)")
    #expect(
      sitting.shows(language == .chinese ? words(of: CheckPhrase.unsavedEnd) : "It ends once all is saved"),
      "\(sitting)")
    sitting.press(.function(10))
    sitting.press(.escape)
    #expect(!sitting.hasLeft)
    sitting.press(.text("1"))
    #expect(!sitting.hasLeft && sitting.effects.last == .retry)
    sitting.press(.text("2"))
    #expect(sitting.hasLeft && sitting.effects.last == .leaveUnsaved)
  }
}
