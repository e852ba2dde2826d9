import Filling
import FormModel
import Records
import Standards

/// One child's form being filled in as a family or a teacher fills it in, with what becomes of the record afterwards.
///
/// Every act goes through `FormFilling` and `HeldRecord`, as at the desk: histories, sources, suggestions that were taken,
/// items that were read off others and what is put off come about as they do there.
struct ChildSitting {
  private let model: CityModel
  private let kindergarten: InventedKindergarten
  private let child: InventedChild
  private let wishes: [CityModel.Wish?]
  private var context: FillingContext
  private var numbers: SeededNumbers
  private var filling: FormFilling

  /// - Parameter last: the record of the child before in the same sitting, and what its family wished to say.
  init(
    _ child: InventedChild, of kindergarten: InventedKindergarten, _ model: CityModel,
    after last: (record: Record, wishes: [CityModel.Wish?])?
  ) {
    (self.model, self.kindergarten, self.child) = (model, kindergarten, child)
    numbers = SeededNumbers(seed: child.seed)
    wishes = last?.wishes ?? Self.wishes(model, isUsual: child.isUsual, &numbers)
    let begun = last?.record.changed.at ?? child.begun
    context = FillingContext(form: model.form, settings: kindergarten.settings, now: begun)
    let teacher = model.teachers[numbers.below(model.teachers.count)]
    let holder: Authority =
      child.isByTeacher
      ? .teacher(name: teacher, classes: Set(kindergarten.classes))
      : .family(Sitting(Person(role: .guardian, name: child.guardianName)))
    let held = HeldRecord(beginning: child.identity, holder: holder, form: model.form, at: begun)
    filling = FormFilling(
      held, sibling: last?.record, path: child.isByTeacher ? .sheet : .questions, context)
  }

  private static func wishes(
    _ model: CityModel, isUsual: Bool, _ numbers: inout SeededNumbers
  ) -> [CityModel.Wish?] {
    var wishes: [CityModel.Wish?] = Array(repeating: nil, count: model.form.fields.count)
    for group in model.groups {
      let alternative = isUsual ? group.usual : group.one(&numbers)
      for (field, draw) in (alternative ?? [:]).sorted(by: { $0.key < $1.key }) {
        wishes[field] = draw.one(&numbers)
      }
    }
    return wishes
  }

  /// Fills the form in, and does what is done with the record afterwards.
  mutating func run() -> (record: Record, wishes: [CityModel.Wish?]) {
    fill()
    if case .abandoned = child.course { return (filling.record, wishes) }
    spoilDerived()
    identify()
    guard acceptWarnings() else { return (filling.record, wishes) }
    pass(5, 40)
    guard filling.make(.handIn, context) == nil else { return (filling.record, wishes) }
    return (finished(filling.record), wishes)
  }

  // MARK: Filling in

  private mutating func fill() {
    var asked = 0
    // A form is asked once through; whatever leads round in it ends here.
    for _ in 0..<4 * model.form.fields.count {
      if case .abandoned(let most) = child.course, asked >= most { return }
      asked += 1
      pass(3, 28)
      guard case .item = answer() else { return }
    }
  }

  private mutating func answer() -> FormFilling.Destination {
    switch filling.asking {
    case .shared, .carried: return enter(.choice(FormFilling.SharedAnswer.same.rawValue))
    case .question(let question): return enter(.choice(String(choice(of: question) + 1)))
    case .item: break
    }
    let field = filling.field
    if child.owes, !child.isByTeacher, model.form.fields[field].readFrom != nil, filling.record.answers[field] == nil {
      let due = context.today.adding(days: 7 + numbers.below(14))
      let owed = Owed(reason: .document, who: .guardian, due: due, note: model.owing)
      return filling.oweTogether(owed, context)
    }
    guard let value = value(of: field) else { return enter(untouched(field)) }
    if filling.suggestion(context)?.value == value { return enter(untouched(field, choosing: value)) }
    switch model.form.fields[field].kind {
    case .text, .documentNumber, .date: return enter(.line(value, isChanged: true))
    case .classCode, .select: return enter(.choice(value))
    case .place: return went(filling.take(value, context))
    }
  }

  private func untouched(_ field: Int, choosing value: String? = nil) -> FormFilling.Entry {
    switch model.form.fields[field].kind {
    case .text, .documentNumber, .date: .line(filling.record.answers[field]?.value ?? "", isChanged: false)
    case .classCode, .select: .choice(value ?? filling.record.answers[field]?.value)
    case .place: .search
    }
  }

  private mutating func enter(_ entry: FormFilling.Entry) -> FormFilling.Destination {
    went(filling.enter(entry, context))
  }

  /// What was objected to is left as it stands by a second Enter.
  private mutating func went(_ entered: FormFilling.Entered) -> FormFilling.Destination {
    switch entered {
    case .goes(let destination): return destination
    case .objects:
      if case .goes(let destination) = filling.enter(untouched(filling.field), context) { return destination }
      return .out
    }
  }

  /// The choice that answers as this child's family means it, else the one that leads on item by item.
  private func choice(of question: Int) -> Int {
    let choices = model.form.questions[question].choices
    func isMeant(_ choice: Question.Choice) -> Bool {
      !choice.values.isEmpty && choice.values.allSatisfy { value(of: $0.field) == $0.value }
    }
    func fits(_ choice: Question.Choice) -> Bool {
      isMeant(choice) || choice.following.map { model.form.questions[$0].choices.contains(where: isMeant) } ?? false
    }
    return choices.firstIndex(where: fits) ?? choices.firstIndex { $0.values.isEmpty && $0.following == nil } ?? 0
  }

  /// What is answered in an item, mistakes included; nil where it is left as it is.
  private func value(of field: Int) -> String? {
    let meant = meant(field)
    guard let mistake = child.mistake, mistake.field == field, let meant else { return meant }
    switch mistake.change {
    // The last but one: the check character no longer fits, and all else does.
    case .digit: return String(meant.dropLast(2)) + (meant.dropLast().last == "5" ? "3" : "5") + meant.suffix(1)
    case .long: return meant + String(repeating: model.roads[0], count: 20)
    case .words: return model.form.tables.path(of: kindergarten.division).joined() + model.roads[0]
    case .unknown: return model.unknown
    case .child: return child.number
    case .other, .next, .twice: return meant
    }
  }

  private func meant(_ field: Int) -> String? {
    let definition = model.form.fields[field]
    switch wishes[field] {
    case .value(let value): return value
    case .nothing: return nil
    case .own: return kindergarten.division + Self.placeEnding
    case .near: return drawn(model.counties.filter { $0 != kindergarten.division }, field) + Self.placeEnding
    case .elsewhere: return drawn(model.elsewhere, field) + Self.placeEnding
    case .native: return model.form.tables.path(of: drawn(model.counties + model.elsewhere, field)).joined()
    case .address:
      let place = model.form.tables.path(of: kindergarten.division).joined()
      let house = Int(child.seed >> 20 & 0xFF) + 1
      return "\(place)\(drawn(model.roads, field))\(house)号\(house % 12 + 1)栋\(house % 6 + 1)0\(house % 4 + 1)"
    case .foreign: return model.foreign + String(10_000_000 + child.seed % 9_999_999).dropFirst()
    case nil: break
    }
    switch definition.role {
    case .childName: return child.name
    case .childNumber: return child.number
    case .childBirthDate: return child.birthDate.iso
    case .entryDate: return child.entryDate.iso
    case .guardianName: return child.guardianName
    case .migrantChild, .leftBehindChild, .disabledChild, .orphan, nil: break
    }
    switch definition.kind {
    case .classCode: return child.className
    // The child's has a role.
    case .documentNumber: return child.guardianNumber
    case .select where definition.derivation?.part == .sex:
      return (child.number.utf8.dropLast().last ?? 0) & 1 == 1 ? Sex.male.rawValue : Sex.female.rawValue
    case .select, .place, .text, .date: return nil
    }
  }

  /// The same for a field however often it is asked.
  private func drawn(_ texts: [String], _ field: Int) -> String {
    var numbers = SeededNumbers(seed: child.seed ^ UInt64(field + 1))
    return texts.isEmpty ? "" : texts[numbers.below(texts.count)]
  }

  /// A place's code is a county's with six more.
  private static let placeEnding = "000000"

  // MARK: What is wrong

  /// Changes what was read off the number, where that is the mistake.
  private mutating func spoilDerived() {
    guard let mistake = child.mistake else { return }
    let value: String
    switch mistake.change {
    case .other: value = (filling.record.answers[mistake.field]?.value == "1") ? "2" : "1"
    case .next: value = child.birthDate.adding(days: 1).iso
    case .digit, .long, .words, .unknown, .child, .twice: return
    }
    pass(3, 20)
    filling.go(to: mistake.field, context)
    filling.answer(value, context)
  }

  /// Whether everything that is only odd was found to be so, and nothing is in the way of handing in.
  private mutating func acceptWarnings() -> Bool {
    for finding in filling.findings(context) where finding.severity == .warning {
      if child.mistake?.rules.contains(finding.rule.code) == true { return false }
      pass(2, 10)
      filling.make(.accept(finding, reason: model.acceptance), context)
    }
    return true
  }

  // MARK: Afterwards

  private mutating func identify() {
    guard !child.isByTeacher else { return }
    pass(4, 12)
    let relation = numbers.perMille(620) ? "52" : "51"
    // No telephone begins so.
    let telephone = "000" + String(100_000_000 + Int(child.seed % 99_999_999)).dropFirst()
    filling.identify(relation: relation, telephone: telephone, context)
  }

  /// What the kindergarten does with a record that was handed in.
  private mutating func finished(_ record: Record) -> Record {
    guard child.mistake == nil || child.twin != nil else { return record }
    var record = record
    func held(_ holder: Authority, _ record: Record) -> HeldRecord? { HeldRecord(record, holder: holder) }
    func make(_ move: Move, _ holder: Authority, _ context: FillingContext) {
      guard var held = held(holder, record) else { return }
      held.make(move, at: context.now, form: model.form, setting: context.setting)
      record = held.record
    }
    if child.isByTeacher, numbers.perMille(700) {
      pass(3_600, 40_000)
      let teacher = Authority.teacher(name: record.created.by.name, classes: Set(kindergarten.classes))
      let fields = record.unconfirmedFields
      make(.confirm(fields: fields, how: .telephone, who: child.guardianName), teacher, context)
    }
    let staff = Authority.staff(name: model.staff)
    pass(600, 30_000)
    switch child.course {
    case .approved where child.twin == nil: make(.approve, staff, context)
    case .returned:
      let field = numbers.below(model.form.fields.count)
      make(.sendBack([Move.Question(model.query, field: field)]), staff, context)
    case .withdrawn:
      let cause = WithdrawalCause.allCases[numbers.below(WithdrawalCause.allCases.count)]
      make(.withdraw(cause, reason: model.withdrawal[cause] ?? ""), staff, context)
    case .approved, .abandoned, .handedIn: break
    }
    return record
  }

  /// Lets so many seconds go by.
  private mutating func pass(_ least: Int, _ most: Int) {
    let milliseconds = least * 1_000 + numbers.below((most - least) * 1_000)
    context.now = Timestamp(milliseconds: context.now.milliseconds + milliseconds, offset: context.now.offset)
  }
}
