import Filling
import FormModel
import Records
import Standards
import TestSupport
import Testing

/// A form that is filled in without keys and without a screen.
@Suite struct FormFillingTests {
  private static let form = Result { try Form.load(from: .embedded) }
  private static let now = Timestamp(milliseconds: 1_772_415_667_000, offset: 480)
  private static let number = "441302202103081235"

  private let context: FillingContext

  init() throws {
    context = FillingContext(
      form: try Self.form.get(),
      settings: Settings(kindergarten: "示范幼儿园", division: "441302", classes: ["小一班"], wasAsked: true), now: Self.now)
  }

  private func filling(
    _ path: FormFilling.Path = .questions, holder: Authority = .staff(name: "王园长"), sibling: Record? = nil
  ) -> FormFilling {
    var generator = Steps(state: 7)
    let identity = RecordIdentity(milliseconds: Self.now.milliseconds, using: &generator)
    let held = HeldRecord(beginning: identity, holder: holder, form: context.form, at: Self.now)
    return FormFilling(held, sibling: sibling, path: path, context)
  }

  private func field(_ role: FieldRole) throws -> Int { try #require(context.form.field(role)) }

  private func typed(_ text: String) -> FormFilling.Entry { .line(text, isChanged: true) }

  // MARK: What Enter does

  @Test func `Enter takes what is typed and goes to the item that is asked next`() throws {
    var filling = filling()
    #expect(filling.field == (try field(.childName)))
    let next = filling.following(context)
    #expect(filling.enter(typed(" 潘小明 "), context) == .goes(.item))
    #expect(filling.record.answers[try field(.childName)]?.value == "潘小明")
    #expect(filling.field == next)
  }

  @Test func `a wrong value is objected to once, kept, and left by a second Enter`() throws {
    var filling = filling()
    let number = try field(.childNumber)
    filling.go(to: number, context)
    let wrong = String(Self.number.dropLast()) + "9"
    guard case .objects(.finding(let finding)) = filling.enter(typed(wrong), context) else {
      Issue.record("not objected to")
      return
    }
    #expect(finding.field == number && finding.severity == .error && filling.isWarned)
    #expect(filling.record.answers[number]?.value == wrong)
    #expect(filling.field == number)
    guard case .goes = filling.enter(.line(wrong, isChanged: false), context) else {
      Issue.record("never left")
      return
    }
    #expect(filling.field != number && !filling.isWarned)
  }

  @Test(arguments: ["441302-20210308-1235", "441302.20210308.1235", "4413022021 0308-1235"])
  func `hyphens and dots between the parts of a number are left out`(number: String) throws {
    var filling = filling()
    let field = try field(.childNumber)
    guard case .documentNumber(let document, _) = context.form.fields[field].kind else { return #expect(Bool(false)) }
    filling.go(to: document, context)
    _ = filling.enter(.choice(DocumentType.residentIdentityCard.rawValue), context)
    filling.go(to: field, context)
    filling.put(typed(number), context)
    #expect(filling.record.answers[field]?.value == Self.number)
    // What an officer's card says is nobody's to mend.
    filling.go(to: document, context)
    filling.answer(DocumentType.other.rawValue, context)
    filling.go(to: field, context)
    filling.put(typed(number), context)
    #expect(filling.record.answers[field]?.value == TextNormaliser.normalise(number, as: .code))
  }

  @Test func `a name that no sheet has room for is left to staff with all its characters`() throws {
    var filling = filling()
    let name = try field(.childName)
    let long = String(repeating: "古丽", count: 14)
    guard case .objects(.finding) = filling.enter(typed(long), context) else {
      Issue.record("not objected to")
      return
    }
    _ = filling.owe(Owed(reason: .ask, who: .guardian, due: nil, note: ""), context)
    let owed = try #require(filling.record.answers[name]?.owed)
    #expect(owed.who == .staff && owed.note == long && owed.reason == .other)
    // One that fits is put off as anything is.
    filling.go(to: name, context)
    filling.answer("古丽", context)
    _ = filling.owe(Owed(reason: .ask, who: .guardian, due: nil, note: ""), context)
    #expect(filling.record.answers[name]?.owed?.who == .guardian)
  }

  @Test func `an untouched item takes what is suggested, with where it came from`() throws {
    var filling = filling()
    while filling.suggestion(context) == nil, let next = filling.following(context) { filling.go(to: next, context) }
    let (item, suggestion) = (filling.field, try #require(filling.suggestion(context)))
    _ = filling.enter(.choice(suggestion.value), context)
    #expect(filling.record.answers[item]?.value == suggestion.value)
    #expect(filling.record.answers[item]?.source == suggestion.source)
  }

  @Test func `what can be read off a number follows it, and goes with it`() throws {
    var filling = filling()
    let (number, birth) = (try field(.childNumber), try field(.childBirthDate))
    guard case .documentNumber(let document, _) = context.form.fields[number].kind else { return #expect(Bool(false)) }
    filling.go(to: document, context)
    _ = filling.enter(.choice(DocumentType.residentIdentityCard.rawValue), context)
    filling.go(to: number, context)
    _ = filling.enter(typed(Self.number), context)
    #expect(filling.record.answers[birth]?.value == "2021-03-08")
    #expect(filling.record.answers[birth]?.source == .derived)
    filling.go(to: number, context)
    filling.put(typed(""), context)
    #expect(filling.record.answers[number] == nil && filling.record.answers[birth] == nil)
  }

  @Test func `brothers and sisters share what the form says they share, and nothing else`() throws {
    var first = filling()
    for index in context.form.fields.indices where context.form.list(of: index) == nil {
      first.go(to: index, context)
      first.put(typed("潘某"), context)
    }
    let second = filling(sibling: first.record)
    var shared = 0
    for (index, definition) in context.form.fields.enumerated() {
      let isCopied = second.suggestion(for: index, context)?.source == .copied
      #expect(isCopied == (definition.isLent && first.record.answers[index]?.value != nil), "\(definition.name)")
      shared += isCopied ? 1 : 0
    }
    #expect(shared > 2)
  }

  // MARK: Ways

  @Test func `of one item only, every answer leads out`() throws {
    var filling = filling(.item)
    filling.go(to: try field(.childName), context)
    #expect(filling.enter(typed("潘小明"), context) == .goes(.out))
    #expect(filling.field == (try field(.childName)))
  }

  @Test func `a walk through gaps comes to each once, and then to handing in or out`() throws {
    var filling = filling(.gaps)
    let gaps = filling.gaps(context)
    var visited: [Int] = []
    filling.go(to: gaps[gaps.count / 2], context)
    for _ in 0..<gaps.count + 5 {
      visited.append(filling.field)
      let owed = Owed(reason: .document, who: .guardian, due: nil, note: "")
      let destination = filling.owe(owed, context)
      guard destination == .item else {
        #expect(destination == .check, "a draft in which nothing is blank is shown before it is handed in")
        break
      }
    }
    #expect(Set(visited).count == visited.count, "\(visited)")
    #expect(Set(gaps).isSubset(of: visited))
  }

  // MARK: Walks of chance

  /// Whatever is typed: the present item is one of the form, what was undone is done again alike, an objection comes once,
  /// and the place that a journal keeps leads back.
  @Test(arguments: 0..<40)
  func `whatever is entered, undo and redo, the place and the end hold`(seed: Int) throws {
    var steps = Steps(state: UInt64(seed) + 1)
    var filling = filling([.questions, .sheet, .gaps][seed % 3])
    let texts = ["", "潘小明", Self.number, "441302202103081239", "20210308", "2021-02-30", "示范路 1 号", "x", "  "]
    for _ in 0..<60 {
      let before = filling
      switch Int.random(in: 0..<8, using: &steps) {
      case 0: filling.arrive(at: filling.following(context) ?? filling.field, context)
      case 1: filling.goBack(context)
      case 2: filling.go(to: filling.unfinished(after: filling.field, context) ?? filling.field, context)
      case 3:
        if filling.undo(context) {
          let isRedone = filling.redo(context)
          #expect(isRedone)
          #expect(filling.record.answers.map { $0?.content } == before.record.answers.map { $0?.content })
        }
      case 4: _ = filling.owe(Owed(reason: .ask, who: .guardian, due: nil, note: ""), context)
      case 5, 6, 7:
        let text = texts[Int.random(in: 0..<texts.count, using: &steps)]
        let entry: FormFilling.Entry =
          if case .question(let question) = filling.asking {
            .choice("\(Int.random(in: 1...context.form.questions[question].choices.count, using: &steps))")
          } else if let list = context.form.list(of: filling.field) {
            .choice(list.choices[Int.random(in: 0..<min(9, list.choices.count), using: &steps)].code)
          } else {
            typed(text)
          }
        if case .objects = filling.enter(entry, context) {
          #expect(filling.field == before.field)
          if case .objects(let again) = filling.enter(entry, context) { Issue.record("twice: \(again)") }
        }
      default: break
      }
      #expect(context.form.fields.indices.contains(filling.field))
      let place = JSONValue.object(filling.place(context.form))
      let back = try #require(FormFilling(filling.held, at: place, context))
      #expect(
        back.field == filling.field && back.asking == filling.asking && back.path == filling.path
          && back.gaps(context) == filling.gaps(context))
      let lines = filling.linesBeforeHandIn(context)
      let mayHandIn = filling.held.refusal(of: .handIn, form: context.form, setting: context.setting) == nil
      #expect((lines.last == .handIn) == mayHandIn, "the list offers handing in exactly where it can be done")
    }
  }
}
