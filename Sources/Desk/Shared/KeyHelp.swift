import Terminal
import TextLayout
import Wording

/// The help of a page: what it is for, the signs on it, and every key of its tables.
struct KeyHelp {
  var title: String
  /// Sentences above the keys.
  var about: [String]
  /// How a key is printed, and what it does.
  private var keys: [(keys: String, does: String)] = []

  init(_ title: String, about: [String] = []) {
    (self.title, self.about) = (title, about)
  }

  /// The help with the keys of a table.
  func adding(_ keys: any KeyTable, _ wording: Wording) -> KeyHelp {
    var help = self
    for row in keys.rows(wording) {
      // ↓ stands beside ↑ already where both do the same.
      if let last = help.keys.last, last.does == row.does, last.keys.hasSuffix(row.keys) { continue }
      help.keys.append(row)
    }
    return help
  }

  func draw(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    let words = [wording(CommonPhrase.helpTitle), title].filter { !$0.isEmpty }
    canvas.put(words.joined(separator: " · "), at: area.point(0), style: Style(bold: true))
    var row = 1
    // Short windows keep the keys and let the sentences go.
    let blocks = area.columns >= 100 ? 3 : 2
    let height = (keys.count + blocks - 1) / blocks
    for text in about where row + height < area.rows {
      row += canvas.paragraph(text, in: area, row: row, indent: 2, lines: min(4, area.rows - row - height))
    }
    let width = area.columns / blocks
    for (index, key) in keys.enumerated() {
      let point = area.point(row + index % height, indent: index / height * width)
      canvas.put(key.keys, at: point, style: Style(bold: true), width: 13)
      canvas.put(TextWidth.cut(key.does, to: width - 14), at: Point(column: point.column + 13, row: point.row))
    }
  }
}

extension KeyTable {
  /// The help page of a page or a panel: what it is for, then every key.
  func drawHelp(_ about: String = "", on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    KeyHelp("", about: about.isEmpty ? [] : [about]).adding(self, context.wording).draw(
      on: &canvas, in: Area(origin: area.origin, columns: area.columns, rows: area.rows - 1), context.wording)
    canvas.put(context.wording(CommonPhrase.helpBack), at: area.point(area.rows - 1), style: Style(.grey))
  }
}
