import FormModel
import Records
import Terminal
import TestSupport
import Testing

@testable import Desk

/// A teacher without a screen: the list of what is missing, and the gaps of one child after the other.
@Suite struct PlainWorkTests {
  /// Lines in, lines out, at a desk of the work room.
  private struct Talk {
    var desk: WorkDesk
    private var dialogue = PlainDialogue()
    private(set) var transcript: [String] = []

    init(_ desk: WorkDesk) {
      self.desk = desk
      self.desk.desk.takesLines = true
      listen()
    }

    mutating func type(_ lines: String...) {
      for line in lines {
        transcript.append("› \(line)")
        for heard in dialogue.hear(.paste(line), at: desk.desk, desk.context) { desk.send(heard) }
        listen()
      }
    }

    private mutating func listen() {
      guard !desk.hasLeft, let said = dialogue.say(desk.desk, desk.context) else { return }
      transcript += said.lines + said.complaints.map { "(error output) \($0)" }
    }
  }

  private func opened(_ children: Int, gaps: [String]) throws -> (talk: Talk, ids: [RecordID]) {
    var desk = try WorkDesk()
    var ids: [RecordID] = []
    for (number, sign) in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉".prefix(children).enumerated() {
      let child = try desk.add("潘小\(sign)", sequence: number, minutes: number, until: .draft)
      try desk.make(try gaps.map { .clear(field: try desk.field($0)) }, on: child, as: WorkDesk.mother)
      ids.append(child.id)
    }
    desk.sit(CompletionScreen(holder: WorkDesk.teacher))
    return (Talk(desk), ids)
  }

  private func value(_ name: String, _ id: RecordID, _ talk: Talk) throws -> String? {
    try talk.desk.stored[id]?.answers[talk.desk.field(name)]?.value
  }

  @Test func `a child is chosen from the list, its gaps are asked, and the form is handed in`() throws {
    var (talk, ids) = try opened(2, gaps: ["address", "entry_date"])
    talk.type("2", "?", "示范路8号", "1", "", "", "", "=", "<")
    GoldenScreen.check(text: talk.transcript.joined(separator: "\n") + "\n", "plain-complete")
    #expect(try value("address", ids[1], talk)?.hasSuffix("示范路8号") == true)
    #expect(try value("entry_date", ids[1], talk) == "2014-09-01")
    #expect(try value("address", ids[0], talk) == nil)
  }

  @Test func `what was filled in for a family is read back and confirmed, sentence by sentence`() throws {
    var (talk, ids) = try opened(1, gaps: ["address", "entry_date"])
    talk.type("1", "示范路8号", "1", "", "")
    #expect(try #require(talk.desk.stored[ids[0]]).unconfirmedFields.count == 2)
    talk.desk.sit(CompletionScreen(holder: WorkDesk.teacher))
    talk.type("=", "1", "?", "1", "9", "1", "赵女士", "+", "<", "1", "5")
    GoldenScreen.check(text: talk.transcript.joined(separator: "\n") + "\n", "plain-read-back")
    #expect(try #require(talk.desk.stored[ids[0]]).unconfirmedFields.isEmpty)
    #expect(talk.desk.completion != nil, "back at the list")
  }

  @Test func `more children than nine are turned over, and a code opens one`() throws {
    var (talk, _) = try opened(20, gaps: ["address"])
    #expect(talk.desk.completion?.list?.rows.count == 20)
    talk.type("+", "+")
    #expect(talk.transcript.contains { $0.hasPrefix("2. 潘小酉") })
    talk.type("+", "9")
    #expect(talk.desk.sheet?.entry.record.id == talk.desk.completion?.list?.rows[8].id || talk.desk.sheet != nil)
    talk.type("示范路9号", "<")
    let code = try #require(talk.desk.stored.values.map(\.code.text).sorted().first)
    talk.desk.sit(CompletionScreen(holder: WorkDesk.teacher))
    talk.type(code)
    #expect(talk.desk.sheet?.entry.record.code.text == code)
  }

  @Test func `a line is emptied by its sign, and what must stand is not`() throws {
    var (talk, ids) = try opened(1, gaps: ["address"])
    talk.type("1", "示范路8号", "=")
    let record = try #require(talk.desk.stored[ids[0]])
    let held = try #require(HeldRecord(record, holder: WorkDesk.teacher))
    talk.desk.sit(SheetScreen(held, at: try talk.desk.field("native_place"), talk.desk.context))
    talk.type("-")
    #expect(try value("native_place", ids[0], talk) == nil)
  }
}
