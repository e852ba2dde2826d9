import FormModel
import Records
import Sentences
import Standards
import Terminal
import Testing
import Wording

@testable import Desk

/// How a sitting begins and ends: what to have at hand, the code and how it is said, the slip, what was changed.
@Suite struct LastPageTests {
  private static let sizes = [Size(80, 24), Size(60, 20), Size(132, 40)]

  // MARK: The first item

  @Test(arguments: sizes, Language.allCases)
  func `the first item says once what to have at hand`(size: Size, language: Language) throws {
    var sitting = try Sitting(.fill(Sitting.identity(0)), language)
    sitting.size = size
    let form = sitting.context.form
    let papers = try #require(form.atHand).papers.compactMap { form.papers[$0]?[language] }
    #expect(papers.count == 2 && papers.allSatisfy { sitting.shows($0) } && sitting.shows("10"), "\(sitting)")
    sitting.enter("潘小明")
    #expect(!sitting.shows(papers[1]))
    sitting.press(.up, .up)
    #expect(sitting.item == "name" && !sitting.shows(papers[1]), "\(sitting)")
  }

  // MARK: The last page

  private func last(_ printer: String? = nil, _ language: Language = .chinese) throws -> Sitting {
    var settings = Sitting.kindergarten
    settings.printer = printer
    var sitting = try Sitting(.fill(Sitting.identity(0)), language, settings: settings)
    sitting.fillAll()
    sitting.handIn()
    return sitting
  }

  @Test(arguments: sizes, Language.allCases)
  func `the code is said, and the birth date as it was entered`(size: Size, language: Language) throws {
    var sitting = try last("lp", language)
    sitting.size = size
    let code = try #require(sitting.stored.values.first).code.text
    #expect(sitting.shows(code.map(String.init).joined(separator: " ")), "\(sitting)")
    for character in code {
      let kind =
        character.isNumber ? (language == .chinese ? "数字" : "digit") : (language == .chinese ? "字母" : "letter")
      #expect(sitting.shows("\(kind) \(character)"), "\(sitting)")
    }
    #expect(sitting.shows(sitting.context.wording.date(try #require(CalendarDate(iso: "2022-03-05")))), "\(sitting)")
    #expect(sitting.shows(language == .chinese ? "接下来" : "Next:"), "\(sitting)")
  }

  @Test func `an Enter that was still in the keyboard does not pass the page, nor does one that bounces`() throws {
    var sitting = try handedIn(nil)
    for _ in 0..<5 {
      sitting.pass(milliseconds: 100)
      sitting.send(.key(.enter))
      #expect(sitting.desk.page is FarewellScreen)
    }
    let born = sitting.context.wording.date(try #require(CalendarDate(iso: "2022-03-05")))
    #expect(sitting.shows(born))
    sitting.rest(seconds: 61)
    #expect(!sitting.shows(born), "whoever sits there now may be somebody else\(sitting)")
    sitting.press(.text("x"))
    #expect(!sitting.shows(born))
    sitting.rest(seconds: 299)
    #expect(sitting.desk.page is FarewellScreen, "it holds for five minutes")
    sitting.rest(seconds: 2)
    #expect(!(sitting.desk.page is FarewellScreen))
  }

  @Test func `the slip is printed where staff have set a command, once at a time, and bears no birth date`() throws {
    var sitting = try last()
    sitting.press(.text("p"))
    #expect(!sitting.effects.contains { if case .printSlip = $0 { true } else { false } } && !sitting.shows("p 打印"))
    sitting = try last("lp")
    #expect(sitting.shows("p \(words(of: CheckPhrase.printSlip))"), "\(sitting)")
    sitting.press(.text("p"))
    sitting.send(.key(.text("p")))
    let printed = sitting.effects.compactMap { if case .printSlip(let record) = $0 { record } else { nil } }
    #expect(printed.count == 1 && sitting.shows(words(of: CheckPhrase.slipPrinted)), "\(sitting)")
    let lines = FamilySlip(codeOf: try #require(printed.first), sitting.context).lines
    let slip = lines.joined(separator: "\n")
    #expect(lines.count < 14, "\(slip)")
    #expect(slip.contains(try #require(printed.first).code.text) && slip.contains("潘小朋友"))
    for secret in ["2022", "潘小明", "3月5日", Sitting.boy, "13800000000"] { #expect(!slip.contains(secret), "\(slip)") }
  }

  @Test func `a printer that fails is said, and the code stays`() throws {
    var sitting = try last("nowhere")
    sitting.press(.text("p"))
    #expect(sitting.shows(words(of: CheckPhrase.slipFailed)) && sitting.desk.page is FarewellScreen, "\(sitting)")
    sitting.press(.text("p"))
    #expect(sitting.effects.count { if case .printSlip = $0 { true } else { false } } == 2)
  }

  // MARK: Coming back

  private func comeBack(_ sitting: Sitting) throws -> Sitting {
    var sitting = sitting
    let code = try #require(sitting.stored.values.first).code.text
    sitting.press(.enter)
    #expect(sitting.desk.page is HomeScreen)
    sitting.type("2")
    sitting.enter(code)
    sitting.enter("20220305")
    return sitting
  }

  private func handedIn(_ printer: String? = "lp") throws -> Sitting {
    var settings = Sitting.kindergarten
    settings.printer = printer
    var sitting = try Sitting(.home, settings: settings)
    sitting.type("1")
    sitting.fillAll()
    sitting.handIn()
    return sitting
  }

  @Test func `who comes back is shown code and slip again, and nothing was changed`() throws {
    var sitting = try comeBack(try handedIn())
    #expect(sitting.shows("已交"), "\(sitting)")
    sitting.press(.function(10))
    let code = try #require(sitting.stored.values.first).code.text
    #expect(sitting.shows(code.map(String.init).joined(separator: " ")), "\(sitting)")
    #expect(sitting.shows("p \(words(of: CheckPhrase.printSlip))") && !sitting.shows("改了"), "\(sitting)")
  }

  @Test func `what was changed in a form that was handed in is said at leaving`() throws {
    var sitting = try comeBack(try handedIn())
    func change(_ item: String, _ value: String) throws {
      sitting.press(.function(6))
      sitting.enter("\(try #require(sitting.context.form.index(of: item)) + 1)")
      sitting.press(.control("u"))
      sitting.enter(value)
    }
    try change("address", "示范路9号")
    try change("native_place", "广东博罗")
    try change("guardian_name", "潘二明")
    try change("guardian_name", "潘大明")
    sitting.press(.function(10))
    let form = sitting.context.form
    #expect(sitting.shows("改了 2 处"), "\(sitting)")
    for item in ["address", "native_place"] {
      #expect(sitting.shows(form.fields[try #require(form.index(of: item))].title(.chinese)), "\(sitting)")
    }
    #expect(!sitting.shows(form.fields[try #require(form.index(of: "guardian_name"))].title(.chinese)), "\(sitting)")
  }

  @Test func `what a teacher changes later is no change of the family's`() throws {
    let record = try #require(try handedIn().stored.values.first)
    let context = try Sitting().context
    let address = try #require(context.form.index(of: "address"))
    var held = try #require(HeldRecord(record, holder: WorkDesk.staff))
    _ = held.make(
      .answer("示范路10号", field: address, source: .told, from: nil), at: context.now, form: context.form,
      setting: context.setting)
    #expect(held.record.answers[address]?.value == "示范路10号" && held.record.changedByFamily.isEmpty)
  }

  // MARK: Nobody is recognised

  @Test func `a code alone opens nothing, and a covered form without a name only where it is empty`() throws {
    let context = try Sitting().context
    let (form, today) = (context.form, context.today)
    let blank = try #require(try Sitting().record)
    #expect(blank.unlocks(to: "", on: today, form: form) && !blank.opens(to: "", on: today, form: form))
    for field in form.fields.indices where form.fields[field].role != .childName {
      guard case .select(let list) = form.fields[field].kind else { continue }
      var held = HeldRecord(beginning: Sitting.identity(0), holder: WorkDesk.mother, form: form, at: context.now)
      let code = try #require(form.lists.list(list).choices.first).code
      _ = held.make(
        .answer(code, field: field, source: .told, from: nil), at: context.now, form: form, setting: context.setting)
      guard held.record.answers[field] != nil else { continue }
      #expect(!held.record.unlocks(to: "", on: today, form: form), "\(form.fields[field].name)")
      #expect(!held.record.unlocks(to: "20220305", on: today, form: form))
      #expect(!held.record.opens(to: "", on: today, form: form))
    }
  }

  @Test func `a covered form in which nobody can be recognised asks for a teacher, and lets others begin`() throws {
    var sitting = try Sitting(.home)
    sitting.type("1")
    sitting.press(.down)
    sitting.type("1")
    sitting.rest(seconds: 301)
    #expect(sitting.shows(words(of: HomePhrase.lockedAskTeacher)), "\(sitting)")
    sitting.enter("潘小明")
    sitting.press(.enter)
    #expect(sitting.shows(words(of: HomePhrase.lockedAskTeacher)), "\(sitting)")
    sitting.press(.function(10))
    #expect(sitting.desk.page is HomeScreen)
  }
}
