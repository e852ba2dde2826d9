import Filling
import FormModel
import Terminal
import TextLayout
import Wording

extension GuidedScreen {
  func drawProgress(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let current = context.form.section(of: entry.field) ?? 0
    let done = entry.filling.doneItems(context.filling)
    let counted = done.count { $0 }
    let text = context.wording(GuidedPhrase.progress, "\(counted)", "\(context.form.fields.count)")
    let room = area.columns - TextWidth.of(text) - 2
    var column = area.origin.column
    for (index, section) in context.form.sections.enumerated() {
      let isCurrent = index == current
      var title = section.label[context.language]
      if isCurrent { title += " " + Self.meter(section, done) }
      guard column - area.origin.column + TextWidth.of(title) <= room else { break }
      column += canvas.put(
        title, at: Point(column: column, row: area.origin.row),
        style: Style(isCurrent ? .normal : .grey, bold: isCurrent))
      column += 3
    }
    let start = area.origin.column + area.columns - TextWidth.of(text)
    canvas.put(text, at: Point(column: start, row: area.origin.row))
  }

  private static func meter(_ section: Section, _ done: [Bool]) -> String {
    let count = section.fields.count { done[$0] }
    return String(repeating: "█", count: count) + String(repeating: "░", count: section.fields.count - count)
  }
}
