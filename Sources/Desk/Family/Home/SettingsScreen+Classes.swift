import Records
import Terminal
import Wording

/// Classes that are taken away or renamed while children are in them: said with how many, and asked.
extension SettingsScreen {
  /// Done, unless a class is gone: then it is asked first how many children are in it.
  func finish(_ context: DeskContext) -> Outcome {
    let new = gathered(context)
    let gone = before.classes.filter { !new.classes.contains($0) }
    return gone.isEmpty ? .done(new, renamed: [], movesChildren: false, holder) : .asks(gone)
  }

  /// The answer to how many; where nobody is in the classes there is nothing to ask.
  mutating func update(_ news: News, _ context: DeskContext) -> Outcome? {
    if case .desk(.unread(let error)) = news { say(error, context) }
    if case .unreadable(let error) = news { say(error, context) }
    guard case .desk(.children(let children)) = news else { return nil }
    let new = gathered(context)
    let renames = Self.renames(from: before.classes, to: new.classes)
    guard !children.isEmpty else { return .done(new, renamed: renames, movesChildren: false, holder) }
    question = Question(settings: new, children: children, renames: renames)
    return nil
  }

  /// A name in the place of another is the class's new name, as is the only new one for the only one that is gone.
  static func renames(from old: [String], to new: [String]) -> [ClassRename] {
    let (gone, added) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
    if gone.count == 1, added.count == 1 { return [ClassRename(gone[0], to: added[0])] }
    guard old.count == new.count else { return [] }
    return zip(old, new).filter { gone.contains($0) && added.contains($1) }.map { ClassRename($0, to: $1) }
  }

  mutating func answer(_ event: Event, _ question: Question) -> Outcome? {
    switch event {
    case .key(.text("1")), .key(.text("１")):
      guard !question.renames.isEmpty else { return nil }
      return .done(question.settings, renamed: question.renames, movesChildren: true, holder)
    // The children keep their class, and the class its code.
    case .key(.text("2")), .key(.text("２")):
      return .done(question.settings, renamed: [], movesChildren: false, holder)
    case .key(.escape), .key(.up), .key(.backTab), .key(.function(10)), .key(.control("x")): self.question = nil
    case .key(.control("l")): return .redraw
    case .key, .paste, .resize, .tick, .wake, .terminate, .lost: break
    }
    return nil
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
