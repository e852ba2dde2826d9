import Standards
import Terminal
import TextLayout
import Wording

/// What lies over the page of bringing a roster in.
enum ImportPanel: PagePanel, Hashable, Sendable {
  /// The file's or the folder's name.
  case file(LinePanel)
  /// What is in a folder.
  case folder(FolderMenu)
  /// What a column holds: nothing that is wanted, or one of the items.
  case item(RosterView.Column, [RosterView.Item], Menu)
  /// What would become of the rows, and then whether it is to be.
  case plan([String], scroll: Int)
  /// What became of them.
  case outcome([String], scroll: Int)

  var keys: any KeyTable {
    switch self {
    case .file: PanelKeys.line
    case .folder, .item: PanelKeys.list
    case .plan: PanelKeys.yes(ImportPhrase.keyImport)
    case .outcome: PanelKeys.text
    }
  }

  var isTyping: Bool { if case .file = self { true } else { false } }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    switch self {
    case .file(let line): line.draw(on: &canvas, in: area, row: 1, context)
    case .folder(let folder): folder.draw(on: &canvas, in: area, wording)
    case .item(let column, let items, let menu):
      let rows = [(title: wording(ImportPhrase.nothing), aside: "")] + items.map { (title: $0.label, aside: "") }
      canvas.put(TextWidth.cut(column.line, to: area.columns), at: area.point(1), style: Style(.grey))
      Self.draw(menu, rows, asking: .whatColumn, on: &canvas, in: area, wording)
    case .plan(let lines, let scroll), .outcome(let lines, let scroll):
      let texts = lines.enumerated().flatMap { index, line in
        ReviewText.wrapped(line, columns: area.columns - 1, style: Style(bold: index == 0))
      }
      texts.draw(
        from: scroll, on: &canvas, in: Area(origin: area.point(1), columns: area.columns - 1, rows: area.rows - 1))
    }
  }

  static func draw(
    _ menu: Menu, _ rows: [(title: String, aside: String)], asking phrase: ImportPhrase, on canvas: inout Canvas,
    in area: Area, _ wording: Wording
  ) {
    canvas.put(wording(phrase), at: area.point(0), style: Style(bold: true))
    menu.drawHint("", on: &canvas, in: area, row: 2, wording)
    menu.draw(rows, on: &canvas, in: area, row: 3, indent: 0)
  }
}
