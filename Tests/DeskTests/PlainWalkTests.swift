import FormModel
import Records
import Standards
import Terminal
import TestSupport
import Testing

@testable import Desk

/// Whatever is answered, the record is that of the page: random answers in lines and as keys, side by side.
@Suite struct PlainWalkTests {
  /// One answer as a line, and as somebody types it at the page.
  private struct Answer {
    var line: String
    var keys: [Key]

    init(_ line: String, _ keys: Key...) { (self.line, self.keys) = (line, keys) }
    init(_ line: String, keys: [Key]) { (self.line, self.keys) = (line, keys) }

    /// In the place of what stands there, or behind what the line begins with.
    static func types(_ text: String, behind head: String? = nil) -> Answer {
      Answer(text, keys: (head == nil ? [.end, .control("u")] : []) + text.unicodeScalars.map { .text($0) } + [.enter])
    }

    static func digit(_ number: Int) -> Answer {
      Answer("\(number)", keys: "\(number)".unicodeScalars.map { .text($0) })
    }
  }

  private static let texts = [
    "潘小明", "欧阳小燕", "买买提·艾力", "P", "示范路8号", "一个太长太长太长太长太长太长太长太长太长太长太长太长太长的名字", "惠城 区",
  ]
  private static let numbers = [Sitting.boy, Sitting.mother, "441302202203051263", "H12345678", "0000"]
  private static let dates = ["20220305", "2025-9-1", "20300101", "13月", "2025年9月1日"]

  private func answer(_ entry: FormEntry, _ context: DeskContext, _ steps: inout Steps) -> Answer {
    func one<Element>(_ list: [Element]) -> Element { list.randomElement(using: &steps) ?? list[0] }
    switch entry.panel {
    case nil, .jump, .place: break
    case .owed(let panel): return step(panel.steps.step, &steps)
    case .unlisted(let panel): return step(panel.steps.step, &steps)
    case .filler(let panel): return step(panel.steps.step, &steps)
    case .check(let check):
      if check.asked != nil { return .digit(one([1, 2])) }
      let row = one(Array(check.rows.indices))
      return one([
        Answer("\(row + 1)", keys: [.home] + Array(repeating: .down, count: row) + [.enter]), Answer("<", .escape),
        Answer("", .enter),
      ])
    case .dispute, .unsaved: return .digit(1)
    }
    switch Int.random(in: 0..<12, using: &steps) {
    case 0: return Answer("<", .backTab)
    case 1: return Answer("!", .function(2))
    case 2: return Answer("=", .function(5))
    case 3, 4:
      // An empty line opens a list that has no answer yet, as F3 does.
      if case .search = entry.editor { break }
      return Answer("", .enter)
    default: break
    }
    switch entry.editor {
    case .text: return .types(one(Self.texts), behind: entry.filling.head(context.filling))
    case .number: return .types(one(Self.numbers))
    case .date: return .types(one(Self.dates))
    case .choices(let choices): return .digit(Int.random(in: 1...choices.entries.count, using: &steps))
    case .search(let search):
      let codes = context.form.lists.list(search.list).choices.map(\.code)
      let code = codes.contains("CHN") ? one(["CHN", "HKG", one(codes)]) : one(codes)
      return Answer(code, keys: [.control("u")] + code.unicodeScalars.map { .text($0) } + [.enter])
    }
  }

  private func step(_ step: PanelSteps.Step, _ steps: inout Steps) -> Answer {
    switch step {
    case .choice(_, let choices):
      return [.digit(Int.random(in: 1...choices.entries.count, using: &steps)), Answer("<", .backTab)]
        .randomElement(using: &steps) ?? Answer("<", .backTab)
    case .line: return [Answer("", .enter), .types("20261231")].randomElement(using: &steps) ?? Answer("", .enter)
    }
  }

  @Test(arguments: 1...10)
  func `lines and keys make the same record`(seed: UInt64) throws {
    var steps = Steps(state: seed)
    var plain = PlainSitting(try Sitting())
    var guided = try Sitting()
    for number in 0..<80 {
      guard let entry = guided.guided?.entry else { break }
      let answer = answer(entry, guided.context, &steps)
      plain.type(answer.line)
      for key in answer.keys { guided.press(key) }
      let last = plain.transcript.suffix(12).joined(separator: "\n")
      let place = "seed \(seed), answer \(number) “\(answer.line)”:\n\(last)\n\(guided)"
      try #require(plain.record == guided.record, "\(place)")
      try #require(plain.entry?.filling == guided.guided?.entry.filling, "\(place)")
      expectPlain(plain, place)
    }
    #expect(plain.sitting.memory.all == guided.memory.all)
  }

  /// Whole lines without a control byte; the question in three lines; what asks is said last.
  private func expectPlain(_ plain: PlainSitting, _ place: String) {
    #expect(plain.said.last?.hasSuffix("：") == true, "\(place)")
    for line in plain.said {
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }, "\(place)")
    }
    let question = (plain.sitting.desk.page as? GuidedScreen)?.question(plain.sitting.context)
    #expect((question?.lines.count ?? 0) <= 3, "\(place)")
  }
}
