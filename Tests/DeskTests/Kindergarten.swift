import FormModel
import Foundation
import Records
import Standards
import TestSupport

@testable import Desk
@testable import Wording

/// A kindergarten of a few children, as values: what anybody may do to their records happens by lot.
struct Kindergarten {
  private(set) var records: [Record] = []
  private(set) var summaries: [RecordSummary] = []
  /// The classes of each teacher who has an account.
  private var teachers: [Set<String>] = [["中二班"]]
  private(set) var context: DeskContext
  private var generator: Steps
  private var isStricter = false

  /// A form of seven items, which is checked as quickly as a hundred thousand walks want it; and a stricter one that may
  /// take its place, as when a rule is published that an approved record was not held to.
  static let form = Result { try ShortForm.load() }
  static let stricterForm = Result { try ShortForm.load(longestName: 4) }
  static let classes: [String?] = ["中二班", "大一班", "停办的班", nil]
  static let mother = Authority.family(Records.Sitting(Person(role: .guardian, name: "desk", relation: "52")))

  init(seed: UInt64, children: Int = 2) throws {
    generator = Steps(state: seed)
    context = DeskContext(
      form: try Self.form.get(), wording: Wording(.chinese), settings: WorkDesk.kindergarten, now: WorkDesk.noon)
    for _ in 0..<children { begin() }
    refresh()
  }

  /// Who could take a step at a screen now: every teacher, and staff, whom a shell always has.
  var holders: [Authority] { teacherHolders + [.staff(name: "何老师")] }

  private var teacherHolders: [Authority] {
    teachers.enumerated().map { .teacher(name: "李老师\($0.offset)", classes: $0.element) }
  }

  func held(_ index: Int, by holder: Authority) -> HeldRecord? { HeldRecord(records[index], holder: holder) }

  // MARK: Acts

  /// One act of somebody, which may be refused and then changes nothing; its name.
  mutating func act() -> String {
    switch chance(24) {
    case 0:
      pass(days: 1 + chance(200))
      return "days pass"
    case 1:
      changeAccounts()
      refreshOthers()
      return "accounts: \(teachers)"
    case 2 where records.count < 4:
      begin()
      refresh()
      return "another child begins"
    case 3 where chance(4) == 0:
      changeForm()
      return "the form is another"
    case 4...12: return goOn(chance(records.count))
    default:
      let index = chance(records.count)
      let move = move(on: records[index])
      let refusal = make(move, on: index)
      return "\(index): \(move)\(refusal == nil ? "" : " (refused)")"
    }
  }

  /// Somebody takes the next step of a record, as far as one move goes; what it was.
  private mutating func goOn(_ index: Int) -> String {
    let record = records[index]
    guard let step = summaries[index].nextStep else { return "nothing" }
    let findings = record.openFindings(form: context.form, setting: context.setting)
    let wrong = findings.first { $0.severity == .error } ?? findings.first
    let move: Move
    switch step {
    case .mend, .complete:
      if let wrong, wrong.severity == .warning {
        move = .accept(wrong, reason: "是这样")
      } else if let wrong {
        move = .answer(right(wrong.field, of: index), field: wrong.field, source: .told)
      } else {
        move = .closeQueries(reason: "对的")
      }
    case .confirm: move = .confirm(fields: record.unconfirmedFields, how: .telephone, who: "潘女士")
    case .handIn: move = .handIn
    case .review: move = .approve
    case .decide: move = .decline(proposal: 0, reason: "不用改")
    case .sendBack, .decideDuplicate: move = .sendBack([Move.Question("对吗？", field: 2)])
    case .waitForEntry:
      pass(days: 300)
      return "days pass"
    case .export: move = .export(sheet: "a.xlsx", row: 2)
    case .waitForNumber: move = .number("G441302201103051236")
    case .reinstate: move = .reinstate(reason: "回来了")
    }
    let refusal = make(move, on: index)
    return "\(index): next \(step)\(refusal == nil ? "" : " (refused)")"
  }

  private mutating func pass(days: Int) {
    context.now = Timestamp(
      milliseconds: context.now.milliseconds + days * 86_400_000, offset: context.now.offset)
    refresh()
  }

  private mutating func changeForm() {
    isStricter.toggle()
    guard let form = try? (isStricter ? Self.stricterForm : Self.form).get() else { return }
    context = DeskContext(form: form, wording: context.wording, settings: context.settings, now: context.now)
    refresh()
  }

  private mutating func chance(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

  private mutating func changeAccounts() {
    switch chance(3) {
    case 0: teachers = []
    case 1: teachers = [["中二班"], ["大一班"]]
    default: teachers = [["中二班"]]
    }
  }

  /// A child whose form is complete, so that a walk comes far; or one that is hardly begun.
  private mutating func begin() {
    let sequence = records.count + 1
    var steps = Steps(state: UInt64(sequence))
    let identity = RecordIdentity(milliseconds: WorkDesk.noon.milliseconds, using: &steps)
    let holder = chance(2) == 0 ? Self.mother : .teacher(name: "李老师", classes: ["中二班"])
    var held = HeldRecord(beginning: identity, holder: holder, form: context.form, at: context.now)
    let count = chance(3) == 0 ? 2 : context.form.fields.count - 1
    for field in 0..<count {
      held.make(
        .answer(right(field, of: sequence - 1), field: field, source: .told), at: context.now, form: context.form,
        setting: context.setting)
    }
    held.make(
      .setContact(Contact(className: Self.classes[chance(4)])), at: context.now, form: context.form,
      setting: context.setting)
    records.append(held.record)
  }

  /// What is right for a child's item.
  private func right(_ field: Int, of index: Int) -> String {
    switch context.form.fields[field].name {
    case "name": isStricter || index != 1 ? "潘小明" : "欧阳小明明"
    case "id_number": number(index + 1)
    case "birth_date": "2011-03-05"
    case "entry_date": "2014-09-01"
    case "address": "演示路1号"
    default: "1"
    }
  }

  private func number(_ sequence: Int) -> String { WorkDesk.number("44130220110305" + String(100 + sequence)) }

  private mutating func move(on record: Record) -> Move {
    let field = chance(context.form.fields.count)
    switch chance(22) {
    case 0, 1: return .answer(value(of: field), field: field, source: .told)
    case 2: return .owe(Owed(reason: .document, who: .guardian, due: nil, note: ""), field: field)
    case 3: return chance(4) == 0 ? .clear(field: field) : .approve
    case 4:
      let open = record.openFindings(form: context.form, setting: context.setting).first { $0.severity == .warning }
      return open.map { .accept($0, reason: "是这样") } ?? .handIn
    case 5: return .setContact(Contact(className: Self.classes[chance(4)]))
    case 6, 7: return .handIn
    case 8, 9:
      return .confirm(fields: record.unconfirmedFields, how: chance(2) == 0 ? .telephone : .desk, who: "潘女士")
    case 10: return .sendBack([Move.Question("对吗？", field: chance(2) == 0 ? field : nil)])
    case 11: return .closeQueries(reason: "对的")
    case 12, 13: return .approve
    case 14: return .propose(value(of: field), field: field)
    case 15: return .take(proposal: 0, reason: "核对过")
    case 16: return .decline(proposal: 0, reason: "不对")
    case 17: return chance(3) == 0 ? .withdraw(reason: "走了") : .export(sheet: "a.xlsx", row: 2)
    case 18: return .reinstate(reason: "回来了")
    case 19, 20: return .export(sheet: "a.xlsx", row: 2)
    default: return .number("G441302201103051236")
    }
  }

  /// A value that is right, wrong, doubtful, or another child's.
  private mutating func value(of field: Int) -> String {
    let values =
      switch context.form.fields[field].name {
      case "name": ["潘小明", "欧阳小明明", "Pan Xiaoming"]
      case "id_number": [number(1), number(2), number(3), "441302201103051230"]
      case "birth_date": ["2011-03-05", "2011-03-06"]
      case "entry_date": ["2014-09-01", "2015-09-01", "2016-02-30"]
      case "id_type": ["1", "6"]
      case "blood_type": ["1", "2"]
      default: ["演示路1号", "演示路2号"]
      }
    return values[chance(values.count)]
  }

  private mutating func make(_ move: Move, on index: Int) -> Refusal? {
    let record = records[index]
    let family = HeldRecord(
      record, unlockedBy: "潘小明", holder: Self.mother, on: context.today, form: context.form)
    let own = HeldRecord(record, openedBy: "20110305", holder: Self.mother, on: context.today, form: context.form)
    let teacher = teacherHolders.lazy.compactMap { HeldRecord(record, holder: $0) }.first
    let staff = HeldRecord(record, holder: .staff(name: "何老师"))
    let hands = [family ?? own, teacher, staff, staff].compactMap(\.self)
    guard !hands.isEmpty else { return .role }
    var held = hands[chance(hands.count)]
    let refusal = held.make(
      move, at: context.now, form: context.form, setting: context.setting, duplicate: summaries[index].isDuplicate)
    guard refusal == nil else { return refusal }
    records[index] = held.record
    summaries[index] = RecordSummary(held.record, form: context.form, setting: context.setting)
    refreshOthers()
    return nil
  }

  // MARK: What lists know

  private mutating func refresh() {
    summaries = records.map { RecordSummary($0, form: context.form, setting: context.setting) }
    refreshOthers()
  }

  /// What other records and the accounts say of each.
  private mutating func refreshOthers() {
    for index in summaries.indices {
      let own = summaries[index]
      let others = summaries.filter {
        $0.id != own.id && $0.status != .withdrawn && $0.number != nil && $0.number == own.number
      }
      let possibleDuplicates = PossibleDuplicates(sameNumber: own.status == .withdrawn ? [] : others)
      summaries[index].isDuplicate = possibleDuplicates.isDuplicate
      summaries[index].isNumberInDraft = possibleDuplicates.isNumberInDraft
      summaries[index].hasTeacher = teacherHolders.contains { $0.maySee(id: own.id, className: own.className) }
    }
  }
}

/// A form of seven items in the built-in form's words, with an error, a warning and a blank to be had.
private enum ShortForm {
  static func load(longestName: Int = 26) throws -> Form {
    let path = NSTemporaryDirectory() + "xueji-form-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: "\(path)/sheets", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text(longestName).utf8).write(to: URL(fileURLWithPath: "\(path)/short-7.json"))
    return try Form.load("short-7", from: FormFolder(directory: path))
  }

  private static let words = """
    "label": { "zh": "问", "en": "Question" }, "hint": { "zh": "答", "en": "Answer" },
    "paper": { "zh": "纸", "en": "Paper" }, "why": { "zh": "因", "en": "Reason" }
    """

  private static func text(_ longestName: Int) -> String {
    """
    {
      "format": "xueji-form/1", "name": "short-7", "version": 1, "title": { "zh": "短表", "en": "Short form" },
      "sections": [
        { "name": "all", "label": { "zh": "孩子", "en": "Child" },
          "fields": ["name", "id_type", "id_number", "birth_date", "entry_date", "address", "blood_type"] }
      ],
      "fields": [
        { "name": "name", "role": "child_name", "heading": "姓名", "type": "person_name", "max_bytes": 80, "max_hanzi": \(longestName), "required": true,
          \(words) },
        { "name": "id_type", "heading": "证件类型", "type": "select", "choices": "id-child", "required": true, \(words) },
        { "name": "id_number", "role": "child_number", "heading": "证件号码", "type": "document_number", "document_type": "id_type",
          "max_characters": 20, "required": { "not": { "field": "id_type", "is": "Z" } }, \(words) },
        { "name": "birth_date", "role": "child_birth_date", "heading": "出生日期", "type": "date", "required": true,
          "calculate": { "from": "id_number", "part": "birth_date" }, \(words) },
        { "name": "entry_date", "role": "entry_date", "heading": "入园日期", "type": "date", "required": true, \(words) },
        { "name": "address", "heading": "现住址", "type": "text", "max_bytes": 180, "required": true, \(words) },
        { "name": "blood_type", "heading": "血型", "type": "select", "choices": "blood", \(words) }
      ],
      "rules": []
    }
    """
  }
}
