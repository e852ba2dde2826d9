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
    case .desk(.settings(let stored)): if isUntouched { self = SettingsScreen(holder, stored) }
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

  mutating func answer(_ key: Key, _ question: Question) -> (effects: [Effect], step: Step) {
    switch PanelKeys.list.action(for: key) {
    case .close, .leave: self.question = nil
    case .redraw: return ([.redraw], .stay)
    case .take, .back, .up, .down, .pageUp, .pageDown, .first, .last, .mark, .reveal, .pinyin, .help, nil:
      var asked = question
      let row = asked.menu.take(key, of: question.choices.count)
      self.question = asked
      guard let row else { break }
      // Else the children keep their class, and the class its code.
      return question.choices[row] == .classesRename
        ? done(question.settings, renamed: question.renames, movesChildren: true) : done(question.settings)
    }
    return ([], .stay)
  }

  func draw(_ question: Question, on canvas: inout Canvas, _ context: DeskContext) {
    let wording = context.wording
    let bar = PanelKeys.list.bar(wording, columns: canvas.size.columns - 2 * Frame.margin)
    let area = Frame(bar: bar).draw(on: &canvas, context)
    let counts = question.children.sorted { $0.key < $1.key }.map {
      wording(HomePhrase.classesChildren, wording.plain($0.key), "\($0.value)")
    }
    var row = 1
    row += canvas.paragraph(
      wording(HomePhrase.classesGone, counts.joined(separator: wording.comma)), in: area, row: row, indent: 1, lines: 4,
      style: Style(.yellow, bold: true))
    let renames = question.renames.map { "\(wording.plain($0.old)) → \(wording.plain($0.new))" }
    let rows = question.choices.map { wording($0, renames.joined(separator: wording.comma)) }
    row += 1
    // Too long for the rows of a menu: a new name is read whole before it is taken.
    canvas.cursor = area.point(row, indent: 1)
    for (index, text) in rows.enumerated() {
      let isHighlighted = index == question.menu.highlighted
      if isHighlighted {
        canvas.put("▸", at: area.point(row, indent: 1), style: Style(bold: true))
        canvas.cursor = area.point(row, indent: 1)
      }
      row += canvas.paragraph(
        "\(index + 1)  \(text)", in: area, row: row, indent: 3, lines: 4, style: Style(bold: isHighlighted))
    }
    question.menu.drawHint(
      wording(WorkListPhrase.chooseHint), on: &canvas, in: area, row: row + 1, indent: 1, wording)
  }
}
