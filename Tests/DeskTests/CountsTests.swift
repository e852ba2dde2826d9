import FormModel
import Records
import Sheets
import Standards
import TestSupport
import Testing
import Wording

@testable import Desk

/// 待补 is one number by one definition, wherever it stands.
@Suite struct CountsTests {
  private static let moment = Timestamp(milliseconds: 1_772_415_667_000, offset: 480)

  /// A child's record after answers, debts and blanks by lot, some of which make others no matter of this child's.
  private func record(_ generator: inout Steps, _ number: Int, _ context: DeskContext) throws -> Record {
    var held = HeldRecord(
      beginning: Classroom.identity(number), holder: Classroom.staff, form: context.form, at: Self.moment)
    let names = [
      "hukou_type", "nonagricultural_type", "disabled", "disability_type", "nationality", "address", "health",
    ]
    let fields = try names.map { try #require(context.form.index(of: $0)) }
    let values = ["1", "2", "0", "CHN", "USA", "示范路8号", "10"]
    for _ in 0..<Int.random(in: 4...40, using: &generator) {
      let isCommon = Bool.random(using: &generator)
      let field =
        isCommon
        ? fields[Int.random(in: 0..<fields.count, using: &generator)] : Int.random(in: 0..<28, using: &generator)
      let move: Move =
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: .owe(Owed(reason: .document, who: .guardian, due: nil, note: ""), field: field)
        case 1: .clear(field: field)
        default: .answer(values[Int.random(in: 0..<values.count, using: &generator)], field: field, source: .told)
        }
      _ = held.make(move, at: Self.moment, form: context.form, setting: context.setting)
    }
    if Int.random(in: 0..<6, using: &generator) == 0 {
      _ = held.make(.withdraw(reason: "走了"), at: Self.moment, form: context.form, setting: context.setting)
    }
    return held.record
  }

  @Test func `the column, the foot, the day, the slip and the paper count alike, over stores by lot`() throws {
    let room = try Classroom(at: { _ in CompletionScreen(holder: Classroom.staff) })
    let context = room.context
    var generator = Steps(state: 2026)
    var (owing, whole) = (0, 0)
    for store in 0..<40 {
      let records = try (0..<8).map { try record(&generator, store * 10 + $0, context) }
      let summaries = records.map { RecordSummary($0, form: context.form, setting: context.setting) }
      let column = summaries.map {
        ReviewColumns.Texts($0, day: context.today, isNarrow: false, isMixed: false, context).counts[0]
      }
      let balance = DayBalance(summaries)
      #expect(column.count { $0 != "0" } == balance.owing)
      #expect(context.wording.balance(balance, of: context.today).joined().contains("待补 \(balance.owing) "))
      for (record, summary) in zip(records, summaries) {
        let asked = summary.missing.allSatisfy {
          context.form.relevance(of: $0, in: record.checkedAnswers, setting: context.setting) != .no
        }
        #expect(asked, "what a child is not asked is not missing")
        #expect(Set(summary.missing).count == summary.missing.count)
        #expect(summary.missing.isEmpty || summary.isOwing)
        #expect(context.missing(of: summary).split(separator: "、").count == summary.missing.count)
        guard record.status != .withdrawn else { continue }
        let wrong = record.openFindings(form: context.form, setting: context.setting).filter { $0.severity == .error }
        let toBring = Set(summary.missing).union(wrong.map(\.field))
        #expect(FamilySlip(record: record, context).lines.count { $0.hasPrefix("[ ]") } == toBring.count)
        let paper = PaperForm(
          record, form: context.form, setting: context.setting, kindergarten: "", words: PaperSentences(context.wording)
        )
        let said = paper.remarks.contains { $0.contains("还缺 \(summary.missing.count) 项") }
        #expect(said == !summary.missing.isEmpty)
        let prefilled = PaperForm(
          completing: record, form: context.form, setting: context.setting, settings: context.settings,
          words: PaperSentences(context.wording))
        let rooms = prefilled.sections.flatMap(\.rows).filter(\.isToFillIn)
        #expect(Set(rooms.map { $0.number - 1 }) == toBring)
        if toBring.isEmpty { whole += 1 } else { owing += 1 }
      }
    }
    #expect(owing > 100, "\(owing) owing, \(whole) whole")
  }

  @Test func `an item that was put off and is not asked any more is not missing`() throws {
    let context = try Classroom(at: { _ in CompletionScreen(holder: Classroom.staff) }).context
    let field = try #require(context.form.index(of: "disability_type"))
    let disabled = try #require(context.form.index(of: "disabled"))
    var record = try Child.record(without: ["disabled"])
    record = try Child.after([.answer("1", field: disabled, source: .told)], record)
    record = try Child.after(
      [.owe(Owed(reason: .document, who: .guardian, due: nil, note: ""), field: field)], record)
    func missing() -> [Int] { RecordSummary(record, form: context.form, setting: context.setting).missing }
    #expect(missing().contains(field))
    record = try Child.after([.answer("0", field: disabled, source: .told)], record)
    #expect(!missing().contains(field))
  }

  @Test(arguments: [Language.chinese, .english])
  func `the longest slip of all fits on a page`(_ language: Language) throws {
    let room = try Classroom([], language, at: { _ in CompletionScreen(holder: Classroom.staff) })
    let held = HeldRecord(
      beginning: Classroom.identity(1), holder: Classroom.staff, form: room.context.form, at: Self.moment)
    let lines = FamilySlip(record: held.record, room.context).lines
    #expect(lines.count <= 144, "two columns of 72 lines of the smaller type: \(lines.count)")
  }
}
