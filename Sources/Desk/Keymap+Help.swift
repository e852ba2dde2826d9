import Terminal

extension Keymap {
  /// The help page of a page that is worked by keys alone: what it is for, then every key.
  func drawHelp(_ about: String, on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    canvas.put(wording(CommonPhrase.helpTitle), at: area.point(0), style: Style(bold: true))
    var row = 1 + canvas.paragraph(about, in: area, row: 1, indent: 2, lines: 4)
    canvas.put(wording(CommonPhrase.helpKeys), at: area.point(row), style: Style(.cyan))
    row += 1
    let rows = min((bindings.count + 1) / 2, max(1, area.rows - row - 1))
    let width = area.columns / 2
    for (index, binding) in bindings.enumerated() where index / rows < 2 {
      let point = area.point(row + index % rows, indent: 2 + index / rows * width)
      canvas.put(binding.print, at: point, style: Style(bold: true), width: 12)
      canvas.put(
        TextWidth.cut(wording(binding.phrase), to: width - 15), at: Point(column: point.column + 12, row: point.row))
    }
    canvas.put(wording(CommonPhrase.helpBack), at: area.point(area.rows - 1), style: Style(.grey))
  }
}
