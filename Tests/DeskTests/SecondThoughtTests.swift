import FormModel
import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// A digit answers and leads on: one press is one answer, what it says is said once more, and what was handed in says so.
@Suite struct SecondThoughtTests {
  private func at(_ name: String) throws -> Sitting {
    var sitting = try Sitting()
    sitting.press(.function(6))
    sitting.enter("\(try #require(sitting.context.form.index(of: name)) + 1)")
    return sitting
  }

  /// Which of the keys, one after another, are passed over.
  private func bounces(_ desk: Desk, _ keys: [(Key, Timestamp)]) -> [Bool] {
    var desk = desk
    return keys.map { desk.isBounce(.key($0), at: $1) }
  }

  @Test func `the same digit within 0.4 s answers no second item, and another digit does`() throws {
    var sitting = try at("attendance")
    let start = sitting.context.now.milliseconds
    func later(_ milliseconds: Int) -> Timestamp { Timestamp(milliseconds: start + milliseconds, offset: 480) }
    sitting.type("1")
    #expect(sitting.item != "attendance")
    // A key that is held down is one press.
    #expect(bounces(sitting.desk, [(.text("1"), later(399)), (.text("1"), later(790))]) == [true, true])
    #expect(bounces(sitting.desk, [(.text("1"), later(399)), (.text("1"), later(800))]) == [true, false])
    #expect(bounces(sitting.desk, [(.text("2"), later(100)), (.enter, later(100))]) == [false, false])
    #expect(bounces(sitting.desk, [(.text("1"), later(400))]) == [false])
  }

  @Test func `where a digit is text, and where none has led on, none is passed over`() throws {
    var sitting = try at("attendance")
    #expect(bounces(sitting.desk, [(.text("1"), sitting.context.now)]) == [false])
    sitting.type("1")
    sitting.press(.function(6))
    sitting.enter("1")
    #expect(sitting.item == "name" && bounces(sitting.desk, [(.text("1"), sitting.context.now)]) == [false])
  }

  @Test func `an answer that counts the child into a group is read back on the next page, and no other`() throws {
    let form = try Sitting.form.get()
    for field in form.fields.indices where !form.fields[field].counted.isEmpty {
      guard let list = form.fields[field].kind.list else { continue }
      for (place, choice) in form.lists.list(list).choices.enumerated() {
        var sitting = try at(form.fields[field].name)
        guard sitting.guided?.entry.panel == nil else { continue }
        sitting.type("\(place + 1)")
        let isSaid = sitting.guided?.entry.word?.text.contains("↑ 改") == true
        #expect(isSaid == form.fields[field].counted.contains(choice.code), "\(form.fields[field].name)\(sitting)")
        sitting.press(.right)
        #expect(sitting.guided?.entry.word == nil)
      }
    }
  }

  @Test func `a form that was handed in says so with its day, and is not handed in again`() throws {
    var sitting = try Scene.handedIn.play()
    let record = try #require(sitting.stored.values.first)
    #expect(record.status == .submitted)
    let held = HeldRecord(
      record, openedBy: "20220305", holder: WorkDesk.mother, on: sitting.context.today, form: sitting.context.form)
    sitting = try Sitting(.opened(try #require(held)))
    #expect(sitting.shows("✓ 已交（2026年3月2日）"), "\(sitting)")
    sitting.press(.function(5))
    #expect(!sitting.shows(words(of: CheckPhrase.handIn)) && sitting.shows("已交"), "\(sitting)")
    sitting.press(.escape, .function(6))
    sitting.enter("1")
    sitting.press(.control("u"), .enter)
    #expect(sitting.item == "name" && sitting.value("name") == "潘小明" && sitting.shows("不能空着"))
  }
}
