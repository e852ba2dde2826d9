import FormModel
import Records
import Sentences
import Standards
import Terminal
import Testing
import Wording

@testable import Desk

/// Two records that may be one child's, side by side.
@Suite struct ComparisonTests {
  private func doubled(
    _ changes: [String: String] = ["address": "演示路 2 号", "blood_type": "1"]
  ) throws -> (desk: WorkDesk, first: Record, second: Record) {
    var desk = try WorkDesk()
    let first = try desk.add("吉田小满", "小三班", sequence: 3, minutes: 5, by: WorkDesk.father)
    let second = try desk.add("吉田小满", sequence: 3, minutes: 20, changing: changes)
    try desk.open(second)
    desk.type("d")
    return (desk, first, second)
  }

  private func lines(_ desk: WorkDesk, _ one: Record, _ two: Record, isLifted: Bool = false) -> [ReviewText] {
    ComparisonLines(one, two, NumberMask(isLifted: isLifted), columns: 75, desk.context).lines
  }

  @Test func `all items of both stand beside each other, and exactly what differs is marked`() throws {
    let (desk, first, second) = try doubled()
    let lines = lines(desk, second, first)
    let marked = lines.filter { $0.text.hasPrefix("≠") }.map(\.text)
    #expect(marked.count == 2)
    #expect(marked.contains { $0.contains("演示路 2 号") && $0.contains("演示路 1 号") })
    for number in 1...28 {
      #expect(lines.contains { $0.text.dropFirst(2).hasPrefix("\(number) ") }, "item \(number)")
    }
    #expect(lines.contains { $0.text.contains(first.code.text) && $0.text.contains(second.code.text) })
    #expect(lines.contains { $0.text.contains("小三班") && $0.text.contains("中二班") })
  }

  @Test func `the whole of both can be read at 60 columns and 20 rows`() throws {
    var (desk, first, second) = try doubled()
    desk.size = Size(60, 20)
    var seen = ""
    for _ in 0..<10 {
      seen += desk.screen
      desk.press(.pageDown)
    }
    for field in desk.context.form.fields.indices {
      #expect(seen.contains(" \(field + 1) "), "item \(field + 1)")
    }
    #expect(seen.contains(first.code.text) && seen.contains(second.code.text))
  }

  @Test func `numbers are masked until v, and two that differ are marked also where both look alike`() throws {
    var (desk, first, second) = try doubled(["guardian_id_number": WorkDesk.number("44052419800101005")])
    let number = try #require(first.answers[try desk.field("id_number")]?.value)
    for _ in 0..<5 {
      #expect(!desk.shows(number) && !desk.shows(String(number.prefix(14))))
      desk.press(.pageDown)
    }
    #expect(lines(desk, second, first).contains { $0.text.hasPrefix("≠") })
    desk.press(.home)
    desk.type("v")
    var seen = ""
    for _ in 0..<5 {
      seen += desk.screen
      desk.press(.pageDown)
    }
    #expect(seen.contains(number))
  }

  @Test(arguments: [("1", true), ("4", false)])
  func `either is withdrawn with a reason, and both stay with staff`(choice: String, isThis: Bool) throws {
    var (desk, first, second) = try doubled()
    desk.type(choice)
    desk.press(.control("u"))
    #expect(
      try desk.record(first).status == .submitted && desk.record(second).status == .submitted, "not before Enter")
    let reason = "看过户口簿，是同一个孩子"
    desk.enter(reason)
    let (gone, stays) = isThis ? (second, first) : (first, second)
    #expect(try desk.record(gone).status == .withdrawn)
    let last = try desk.record(gone).history.last
    #expect(last?.reason == reason && last?.cause == .duplicate)
    #expect(try desk.record(stays).status == .submitted)
  }

  @Test func `what differs by name and birth date alone is compared too, one after the other`() throws {
    var desk = try WorkDesk()
    let first = try desk.add("潘小明", sequence: 1, minutes: 5)
    let second = try desk.add("潘小明", sequence: 2, minutes: 6)
    let third = try desk.add("潘小明", sequence: 4, minutes: 7)
    try desk.open(third)
    desk.type("d")
    #expect(desk.shows("1 / 2"))
    let before = [first, second].filter { desk.shows($0.code.text) }.map(\.id)
    desk.type("5")
    #expect(desk.shows("2 / 2"))
    let after = [first, second].filter { desk.shows($0.code.text) }.map(\.id)
    #expect(Set(before + after) == [first.id, second.id] && before != after)
  }

  @Test func `a family that is asked about its number sees its own side only`() throws {
    var (desk, first, second) = try doubled()
    desk.type("2")
    desk.press(.enter, .enter)
    #expect(try desk.record(second).queries.count == 1)
    desk.comeBack(second)
    var seen = desk.screen
    for key in [Key.function(5), .enter, .escape, .function(5), .end, .enter] {
      desk.press(key)
      seen += desk.screen
    }
    for word in [first.code.text, "小三班", "演示路 1 号"] { #expect(!seen.contains(word), "\(word)") }
    let slip = FamilySlip(record: try desk.record(second), desk.context).lines.joined()
    #expect(!slip.contains(first.code.text) && !slip.contains("小三班"))
  }
}
