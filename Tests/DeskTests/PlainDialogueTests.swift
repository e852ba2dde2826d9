import Records
import Sentences
import TestSupport
import Testing

@testable import Desk
@testable import Wording

/// Line by line: whole dialogues, and what each sign does.
@Suite struct PlainDialogueTests {
  private func check(_ sitting: PlainSitting, _ name: String) {
    GoldenScreen.check(text: sitting.transcript.joined(separator: "\n") + "\n", name)
  }

  @Test func `a whole form is filled in and handed in`() throws {
    var plain = PlainSitting(try Sitting())
    plain.fill(PlainSitting.boy)
    plain.type("", "1", "13800000000", "")
    check(plain, "plain-whole")
    #expect(plain.sitting.memory.all.map(\.status) == [.submitted])
    #expect(plain.sitting.hasLeft)
  }

  @Test func `what is wrong is said and asked again, in short`() throws {
    var plain = PlainSitting(try Sitting())
    plain.type("潘小明", "9", "<", "?")
    plain.fill(PlainSitting.boy, until: "id_number")
    plain.type("441302202203051263", "441302202203051236")
    plain.fill(PlainSitting.boy, until: "entry_date")
    plain.type("13月", "!", "9", "3", "户口本在老家", "20250101", "")
    check(plain, "plain-wrong")
  }

  @Test func `a long list is read nine at a time`() throws {
    var plain = PlainSitting(try Sitting())
    plain.fill(["name": "潘小明"], until: "ethnic_group")
    plain.type("+", "+", "hz", "77", "", "hz", "", "")
    check(plain, "plain-list")
    #expect(plain.record != nil)
  }

  @Test func `the end of the input saves and says the code`() throws {
    var plain = PlainSitting(try Sitting())
    plain.type("潘小明", "=")
    plain.end()
    check(plain, "plain-end")
    let record = try #require(plain.sitting.memory.all.first)
    #expect(plain.said.contains { $0.contains(record.code.text) } && plain.sitting.hasLeft)
  }

  @Test func `English asks the same`() throws {
    var plain = PlainSitting(try Sitting(.fill(Sitting.identity(0)), .english))
    plain.type("?", "潘小明", "", "=", "<")
    plain.end()
    check(plain, "plain-english")
  }

  @Test func `what a sign does not do here is said`() throws {
    var plain = PlainSitting(try Sitting())
    plain.type("<")
    #expect(plain.said.contains { $0.contains(words(of: PlainPhrase.firstItem)) }, "\(plain.transcript)")
    plain.type("潘小明", "-")
    #expect(plain.said.contains { $0.contains(words(of: PlainPhrase.notEmptied)) }, "\(plain.transcript)")
    plain.type("7")
    #expect(plain.said.contains { $0.contains("1 到 4") }, "\(plain.transcript)")
    plain.fill(PlainSitting.boy, until: "ethnic_group")
    plain.type("77")
    #expect(plain.said.count { $0.hasPrefix("错误") } == 1)
    // An empty list has no number: what is typed is looked for.
    plain.type("66")
    #expect(plain.said.count { $0.hasPrefix("错误") } == 1, "\(plain.said)")
    plain.type("+")
    #expect(plain.said.contains { $0.hasPrefix("9. ") }, "\(plain.said)")
  }

  @Test func `a family comes back by its code, and is let in by the birth date alone`() throws {
    var first = PlainSitting(try Sitting())
    first.fill(PlainSitting.boy, until: "address")
    first.end()
    let record = try #require(first.sitting.memory.all.first)
    let sitting = try Sitting(.comeBack(code: record.code.text))
    sitting.memory.put(record)
    var plain = PlainSitting(sitting)
    plain.type("20210101")
    #expect(plain.sitting.guided == nil && plain.said.contains { $0.hasPrefix("错误") })
    plain.type("20220305")
    #expect(plain.sitting.item == "address")
  }

  @Test func `five minutes cover what was said`() throws {
    var sitting = try Sitting()
    var dialogue = PlainDialogue()
    _ = dialogue.say(sitting.desk, sitting.context)
    for event in dialogue.hear(.paste("潘小明"), at: sitting.desk, sitting.context) { sitting.send(event) }
    #expect(dialogue.say(sitting.desk, sitting.context)?.clears == false)
    sitting.rest(seconds: 301)
    let covered = dialogue.say(sitting.desk, sitting.context)
    let said = try #require(covered)
    #expect(said.clears && said.lines.allSatisfy { !$0.contains("潘小明") })
  }

  @Test(arguments: ["?", "<", "!", "=", "+"])
  func `a sign is text when it is doubled`(sign: String) throws {
    #expect(PlainLine(sign + sign) == .text(sign))
    if case .text = PlainLine(sign) { Issue.record("\(sign) is a sign") }
    var plain = PlainSitting(try Sitting())
    plain.type(sign + sign)
    #expect(plain.sitting.value("name") == sign)
  }
}
