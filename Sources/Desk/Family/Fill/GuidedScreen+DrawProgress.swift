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
    func columns(_ shown: Range<Int>) -> Int {
      let cut = (shown.lowerBound > 0 ? 2 : 0) + (shown.upperBound < titles.count ? 2 : 0)
      return shown.reduce(3 * (shown.count - 1) + cut) { $0 + TextWidth.of(titles[$1]) }
    }
    while columns(shown) > room, shown.count > 1 {
      shown = shown.upperBound - 1 > current ? shown.dropLast() : shown.dropFirst()
    }
    var column = area.origin.column
    func put(_ text: String, isCurrent: Bool = false) {
      column += canvas.put(text, at: Point(column: column, row: area.origin.row), style: Style(bold: isCurrent))
    }
    if shown.lowerBound > 0 { put("… ") }
    for index in shown {
      put(titles[index], isCurrent: index == current)
      if index + 1 < shown.upperBound { put("   ") }
    }
    if shown.upperBound < titles.count { put(" …") }
    let start = area.origin.column + area.columns - TextWidth.of(text)
    canvas.put(text, at: Point(column: start, row: area.origin.row))
  }

  private static func meter(_ section: Section, _ done: [Bool]) -> String {
    let count = section.fields.count { done[$0] }
    return String(repeating: "█", count: count) + String(repeating: "░", count: section.fields.count - count)
  }
}
