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
    let titles = context.form.sections.enumerated().map { index, section in
      section.label[context.language] + (index == current ? " " + Self.meter(section, done) : "")
    }
    // Where there is no room for all of them, the present one stands among its neighbours.
    var shown = titles.indices
    while shown.reduce(3 * (shown.count - 1), { $0 + TextWidth.of(titles[$1]) }) > room, shown.count > 1 {
      shown = shown.upperBound - 1 > current ? shown.dropLast() : shown.dropFirst()
    }
    var column = area.origin.column
    for index in shown {
      column += canvas.put(
        titles[index], at: Point(column: column, row: area.origin.row), style: Style(bold: index == current))
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
