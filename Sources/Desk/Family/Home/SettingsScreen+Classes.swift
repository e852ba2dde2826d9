import Records
import Terminal
import Wording

/// Classes that are taken away or renamed while children are in them: said with how many, and asked.
extension SettingsScreen {
  /// Done, unless a class is gone: then it is asked first how many children are in it.
  func finish(_ context: DeskContext) -> (effects: [Effect], step: Step) {
    let new = gathered(context)
    let gone = before.classes.filter { !new.classes.contains($0) }
    return gone.isEmpty ? done(new) : ([.countChildren(inClasses: gone)], .stay)
  }

  private func done(
    _ new: Settings, renamed: [ClassRename] = [], movesChildren: Bool = false
  ) -> (effects: [Effect], step: Step) {
    let moves: [Effect] = movesChildren ? [.renameClasses(renamed, holder)] : []
    return ([.saveSettings(new, since: before, renamed: renamed)] + moves, .home)
  }

  /// The answer to how many; where nobody is in the classes there is nothing to ask.
  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    // These are shown as the store has them now, as long as nothing was done here.
    case .desk(.settings(let standing)): if isUntouched { self = SettingsScreen(holder, standing) }
    case .desk(.unread(let error)), .unreadable(let error): notice = context.wording.message(error)
    case .desk(.children(let children)):
      let new = gathered(context)
      let renames = Self.renames(from: before.classes, to: new.classes)
      guard !children.isEmpty else { return done(new, renamed: renames) }
      question = Question(settings: new, children: children, renames: renames)
    case .desk, .record, .door, .work, .opened: break
    }
    return ([], .stay)
  }

  /// A name in the place of another is the class's new name, as is the only new one for the only one that is gone.
  static func renames(from old: [String], to new: [String]) -> [ClassRename] {
    let (gone, added) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
    if gone.count == 1, added.count == 1 { return [ClassRename(gone[0], to: added[0])] }
    guard old.count == new.count else { return [] }
    return zip(old, new).filter { gone.contains($0) && added.contains($1) }.map { ClassRename($0, to: $1) }
  }

  enum Answer: Hashable, Sendable { case rename, remove, back, redraw }

  static let questionKeymap = Keymap<Answer>([
    Binding([.text("1"), .text("１")], .rename, "1", .take),
    Binding([.text("2"), .text("２")], .remove, "2", .take),
    Binding([.escape, .up, .backTab, .function(10), .control("x")], .back, "Esc", .stepBack, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  mutating func answer(_ key: Key, _ question: Question) -> (effects: [Effect], step: Step) {
    switch Self.questionKeymap.action(for: key) {
    case .rename:
      return question.renames.isEmpty
        ? ([], .stay) : done(question.settings, renamed: question.renames, movesChildren: true)
    // The children keep their class, and the class its code.
    case .remove: return done(question.settings)
    case .back: self.question = nil
    case .redraw: return ([.redraw], .stay)
    case nil: break
    }
    return ([], .stay)
  }

  func draw(_ question: Question, on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let area = Frame(bar: "Esc \(wording(KeyPhrase.stepBack))").draw(on: &canvas, context)
    let counts = question.children.sorted { $0.key < $1.key }.map {
      wording(HomePhrase.classesChildren, wording.plain($0.key), "\($0.value)")
    }
    var row = 1
    row += canvas.paragraph(
      wording(HomePhrase.classesGone, counts.joined(separator: wording.comma)), in: area, row: row, indent: 1, lines: 4,
      style: Style(.yellow, bold: true))
    row += 1
    if !question.renames.isEmpty {
      let renames = question.renames.map { "\(wording.plain($0.old)) → \(wording.plain($0.new))" }
      row += canvas.paragraph(
        "1  \(wording(HomePhrase.classesRename, renames.joined(separator: wording.comma)))", in: area, row: row,
        indent: 1,
        lines: 4)
    }
    row += canvas.paragraph("2  \(wording(HomePhrase.classesRemove))", in: area, row: row, indent: 1, lines: 2)
    canvas.paragraph("Esc  \(wording(HomePhrase.classesBack))", in: area, row: row, indent: 1, lines: 2)
  }
}
