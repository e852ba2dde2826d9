import Terminal
import TextLayout

/// A line of a page that is only read: a text, and behind it where it came from.
struct ReviewText: Hashable, Sendable {
  var text: String
  var indent = 0
  var style = Style.plain
  var source = ""
  var sourceStyle = Style.plain

  /// A text in as many lines as it needs.
  static func wrapped(_ text: String, columns: Int, indent: Int = 0, style: Style = .plain) -> [ReviewText] {
    TextWidth.wrap(text, columns: columns - indent - 2).enumerated().map {
      ReviewText(text: $1, indent: $0 == 0 ? indent : indent + 2, style: style)
    }
  }
}

extension [ReviewText] {
  /// Draws as many lines as fit, from the scrolled one on, with a sign where there are more.
  func draw(from scroll: Int, on canvas: inout Canvas, in area: Area) {
    let first = Swift.max(0, Swift.min(scroll, count - area.rows))
    for (offset, line) in self[first...].prefix(area.rows).enumerated() {
      let point = area.point(offset, indent: line.indent)
      canvas.put(line.text, at: point, style: line.style)
      guard !line.source.isEmpty else { continue }
      let start = area.columns - TextWidth.of(line.source)
      canvas.put(line.source, at: area.point(offset, indent: start), style: line.sourceStyle)
    }
    if first > 0 { canvas.put("↑", at: area.point(0, indent: area.columns), style: Style(bold: true)) }
    if first + area.rows < count {
      canvas.put("↓", at: area.point(area.rows - 1, indent: area.columns), style: Style(bold: true))
    }
  }
}
