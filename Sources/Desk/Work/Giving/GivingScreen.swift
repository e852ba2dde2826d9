import FormModel
import Records
import Standards
import Terminal
import Wording

/// 多个孩子一起填: one value is given to one item of many children. The children are chosen, the item, the value; each
/// child is shown with what it had and what would be found; then it is done, and can be taken back.
struct GivingScreen: PanelPage, Hashable {
  enum Action: Hashable, Sendable {
    case choose, mark, markAll, className, takeBack
    case move(PanelAction)
    case help, leave, redraw
  }

  static let keymap = Keymap<Action>(
    [
      Binding([.enter], .choose, "Enter", saying: GivingPhrase.keyItem, bar: true),
      Binding([.text(" "), .text("\u{3000}")], .mark, "Space", saying: ReviewPhrase.keyMark, bar: true),
      Binding([.text("m")], .markAll, "m", saying: GivingPhrase.keyAll, bar: true),
      Binding([.text("b")], .className, "b", .filterClass, bar: true),
      Binding([.text("z")], .takeBack, "z", saying: GivingPhrase.keyTakeBack, bar: true),
      Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
      Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
    ]
      + Binding.moving { .move($0) } + [Binding([.control("l")], .redraw, "Ctrl-L", .redraw)])

  enum Panel: Hashable, Sendable {
    /// Which item.
    case item(Menu)
    /// Which value.
    case value(GivingAnswer)
    /// What would become of each child, and what became of it.
    case plan(GivingPlan)
  }

  let holder: Authority
  /// The children of the list that the page was opened from.
  private(set) var filter: SummaryFilter
  private(set) var list: SummaryList?
  private(set) var marked: Set<RecordID>
  /// Whether all that the list has are marked as soon as it comes.
  private var marksAll: Bool
  /// What was done last, and for whom, as long as it can be taken back.
  private(set) var last: LastGiving?
  var panel: Panel?
  var isHelping = false
  var notice: String?

  init(holder: Authority, filter: SummaryFilter, marked: Set<RecordID> = []) {
    self.holder = holder
    self.filter = filter
    self.marked = marked
    marksAll = marked.isEmpty
  }

  /// The items that one value may be given to, in the order of the sheet.
  static func items(_ context: DeskContext) -> [Int] {
    context.form.fields.indices.filter { field in
      guard context.form.fields[field].mayRepeat else { return false }
      return context.form.fields[field].kind.isClass ? !context.settings.classes.isEmpty : true
    }
  }

  /// The keys of the page: nothing can be taken back before something was done.
  func keymap(_ context: DeskContext) -> Keymap<Action> {
    last == nil ? Self.keymap.without(.takeBack) : Self.keymap
  }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] {
    [.list(filter, holder, for: .rows), .askLastGiving(holder)]
  }

  // MARK: Keys

  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch action {
    case .choose:
      if marked.isEmpty { notice = context.wording(GivingPhrase.noneMarked) } else { panel = .item(Menu()) }
    case .mark:
      guard let id = list?.current?.id else { break }
      if marked.remove(id) == nil { marked.insert(id) }
      list?.move(.down)
    case .markAll:
      let all = Set(list?.rows.map(\.id) ?? [])
      marked = marked == all ? [] : all
    case .className:
      let classes = holder.classes(of: context.settings)
      let place = filter.className.flatMap { classes.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      filter.className = classes.indices.contains(place) ? classes[place] : nil
      marksAll = true
      return (begin(again: true, context), .stay)
    case .takeBack: return (takeBack(), .stay)
    case .move(let movement): list?.move(movement)
    case .help: isHelping = true
    case .redraw: return ([.redraw], .stay)
    case .leave: return ([], .back)
    case nil: break
    }
    return ([], .stay)
  }

  private func takeBack() -> [Effect] {
    last.map { [.takeBack($0.given, from: $0.children, holder)] } ?? []
  }

  mutating func answer(_ key: Key, _ panel: Panel, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    (effects(of: key, panel, context), .stay)
  }

  private mutating func effects(of key: Key, _ panel: Panel, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .item(var menu):
      if PanelKeys.list.action(for: key) == .close {
        self.panel = nil
        return []
      }
      let items = Self.items(context)
      let taken = menu.take(key, of: items.count)
      self.panel = taken.map { .value(GivingAnswer(items[$0], holder, context)) } ?? .item(menu)
      return []
    case .value(var answer):
      let outcome = answer.handle(key, context)
      self.panel = outcome == .closes ? .item(Menu(highlighted: place(of: answer.field, context))) : .value(answer)
      guard case .says(let value) = outcome else { return [] }
      let ids = (list?.rows ?? []).map(\.id).filter(marked.contains)
      return [.weigh(GivenValue(value, for: answer.field, of: context.form.edition), of: ids, holder)]
    case .plan(var plan):
      let outcome = plan.handle(key)
      self.panel = .plan(plan)
      switch outcome {
      case .closes:
        self.panel = plan.isDone ? nil : .value(GivingAnswer(plan.given.field, with: plan.given.value, holder, context))
        return plan.isDone ? begin(again: true, context) : []
      case .gives(let givings): return [.give(plan.given, givings, holder)]
      case .takesBack: return takeBack()
      case nil: return []
      }
    }
  }

  private func place(of field: Int, _ context: DeskContext) -> Int {
    Self.items(context).firstIndex(of: field) ?? 0
  }

  // MARK: News

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    case .work(.listed(let filter, _, let rows, _, let unreadable)):
      guard filter == self.filter else { break }
      list = SummaryList(rows, unreadable: unreadable, keeping: list)
      let all = Set(rows.map(\.id))
      marked = marksAll ? all : marked.intersection(all)
      marksAll = false
    case .work(.weighed(let given, let givings)):
      panel = .plan(GivingPlan(given, givings))
    case .work(.given(let given, let outcomes)):
      keep(outcomes.filter { $0.problem == nil }, of: given, context)
      tell(outcomes, isTakenBack: false, given)
    case .work(.takenBack(let given, let outcomes)):
      // What the disk refused can be tried again.
      last = nil
      keep(outcomes.filter { if case .failed = $0.problem { true } else { false } }, of: given, context)
      tell(outcomes, isTakenBack: true, given)
    case .work(.lastGiving(let last)): self.last = last
    case .unreadable(let error): notice = "✗ " + context.wording.message(error)
    case .record, .work, .door, .desk, .opened: break
    }
    return ([], .stay)
  }

  private mutating func keep(_ outcomes: [GivingOutcome], of given: GivenValue, _ context: DeskContext) {
    if !outcomes.isEmpty { last = LastGiving(given, at: context.now, children: outcomes.map(\.summary)) }
  }

  private mutating func tell(_ outcomes: [GivingOutcome], isTakenBack: Bool, _ given: GivenValue) {
    var plan = if case .plan(let plan) = panel { plan } else { GivingPlan(given, []) }
    plan.hear(outcomes, isTakenBack: isTakenBack)
    panel = .plan(plan)
  }

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    guard case .value(var answer) = panel else { return [] }
    answer.paste(text, context)
    panel = .value(answer)
    return []
  }

  // MARK: Drafts

  var draftKey: Draft.Key? { Draft.Key(page: .giving, person: holder.person) }

  /// The value that is being typed, its item, and for whom.
  func typed(_ context: DeskContext) -> JSONValue? {
    guard case .value(let answer) = panel, let line = answer.typed else { return nil }
    return .object([
      "item": .string(context.form.fields[answer.field].name), "line": line,
      "marked": .array(marked.map(\.text).sorted().map { .string($0) }),
    ])
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    guard let field = typed["item"]?.string.flatMap(context.form.index(of:)), Self.items(context).contains(field) else {
      return
    }
    marked = Set((typed["marked"]?.array ?? []).compactMap { $0.string.flatMap { RecordID($0) } })
    if let list { marked.formIntersection(list.rows.map(\.id)) }
    marksAll = false
    var answer = GivingAnswer(field, holder, context)
    answer.restore(typed["line"], context)
    panel = .value(answer)
  }
}

extension FieldKind {
  /// Whether the value is a class of the kindergarten, which is kept beside the answers.
  var isClass: Bool { if case .classCode = self { true } else { false } }
}
