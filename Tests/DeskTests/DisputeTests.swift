import FormModel
import Records
import Terminal
import TestSupport
import Testing

@testable import Desk

/// Two desks gave one item different answers: a person sees both, with who and when, and chooses.
@Suite struct DisputeTests {
  /// Here 广东惠州 was typed as the native place; three minutes later another desk has saved 福建莆田.
  private func play(_ language: Language = .chinese, _ size: Size = Size(80, 24)) throws -> Sitting {
    var sitting = try Sitting(.fill(Sitting.identity(0)), language)
    sitting.size = size
    sitting.fillChild()
    let before = try #require(sitting.record)
    sitting.press(.function(6))
    sitting.enter("12")
    sitting.enter("广东惠州")
    sitting.tell(.record(.changedElsewhere(try theirs(before, sitting.context))))
    return sitting
  }

  private func theirs(_ before: Record, _ context: DeskContext) throws -> Record {
    let father = Authority.family(Records.Sitting(Person(role: .guardian, name: "潘先生", relation: "51")))
    let opened = HeldRecord(before, openedBy: "20220305", holder: father, on: context.today, form: context.form)
    var held = try #require(opened)
    let later = Timestamp(milliseconds: context.now.milliseconds + 180_000, offset: context.now.offset)
    let field = try #require(context.form.index(of: "native_place"))
    let refusal = held.make(
      .answer("福建莆田", field: field, source: .told), at: later, form: context.form, setting: context.setting)
    try #require(refusal == nil)
    return held.record
  }

  @Test(arguments: Language.allCases, [Size(80, 24), Size(60, 20)])
  func `the page is as it was looked at`(language: Language, size: Size) throws {
    let name = "dispute\(language == .english ? "-english" : "")-\(size.columns)x\(size.rows)"
    GoldenScreen.check(try play(language, size).canvas, name)
  }

  @Test(arguments: [("1", "广东惠州"), ("2", "福建莆田")])
  func `the answer that was chosen stands, and the history keeps the other`(key: String, chosen: String) throws {
    var sitting = try play()
    #expect(sitting.shows("广东惠州") && sitting.shows("福建莆田") && sitting.shows("潘先生"))
    #expect(sitting.value("native_place") == "福建莆田", "until then the other desk's stands")
    sitting.type(key)
    #expect(sitting.value("native_place") == chosen)
    #expect(!sitting.shows("潘先生"))
    let told = sitting.record?.history.flatMap { [$0.old?.value, $0.new?.value] } ?? []
    #expect(told.contains("广东惠州") && told.contains("福建莆田"))
  }

  @Test(arguments: [[Key.function(10), .function(10)], [.escape, .function(10), .function(10)]])
  func `who leaves without choosing is told whose answer stands`(keys: [Key]) throws {
    var sitting = try play()
    for key in keys { sitting.press(key) }
    #expect(sitting.shows("！ 两边填的不一样，还没选；先留的是另一台电脑填的：孩子的籍贯"), "\(sitting)")
  }
}
