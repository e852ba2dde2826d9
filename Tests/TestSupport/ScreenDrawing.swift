import Terminal

/// A screen as a picture (SVG): its cells, each in its place whatever font is there, its looks and its cursor.
public enum ScreenDrawing {
  private static let (cell, line, size, margin) = (9, 20, 16, 12)
  private static let (paper, ink) = ("#fbfaf7", "#20242b")

  /// - Parameter title: what the picture shows, for those who hear it.
  public static func svg(of canvas: Canvas, title: String) -> String {
    let (width, height) = (canvas.size.columns * cell + 2 * margin, canvas.size.rows * line + 2 * margin)
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(width) \#(height)" role="img">"#,
      "<title>\(escaped(title))</title>",
      #"<rect width="\#(width)" height="\#(height)" rx="6" fill="\#(paper)"/>"#,
      #"<g font-family="'Noto Sans Mono CJK SC','Sarasa Mono SC','DejaVu Sans Mono',monospace" font-size="\#(size)""#
        + #" fill="\#(ink)" xml:space="preserve">"#,
    ]
    for row in 0..<canvas.size.rows { lines += drawn(canvas.row(row), row: row) }
    if let cursor = canvas.cursor {
      let (x, y) = (margin + cursor.column * cell, margin + cursor.row * line)
      lines.append(#"<rect x="\#(x)" y="\#(y)" width="\#(cell)" height="\#(line)" fill="\#(ink)" fill-opacity="0.3"/>"#)
    }
    return (lines + ["</g>", "</svg>", ""]).joined(separator: "\n")
  }

  /// A row, run by run of one look; every character has its own place.
  private static func drawn(_ cells: ArraySlice<Cell>, row: Int) -> [String] {
    var lines: [String] = []
    var column = 0
    let cells = Array(cells)
    let (top, base) = (margin + row * line, margin + row * line + line - 5)
    while column < cells.count {
      let style = cells[column].style
      let end = cells[column...].firstIndex { $0.style != style } ?? cells.count
      let (x, width) = (margin + column * cell, (end - column) * cell)
      if style.isReversed {
        lines.append(#"<rect x="\#(x)" y="\#(top)" width="\#(width)" height="\#(line)" fill="\#(ink)"/>"#)
      }
      if style.isUnderlined {
        lines.append(#"<path d="M\#(x) \#(top + line - 2)h\#(width)" stroke="\#(ink)"/>"#)
      }
      let shown = (column..<end).filter { !cells[$0].isContinuation && cells[$0].text != " " }
      if !shown.isEmpty {
        let places = shown.map { "\(margin + $0 * cell)" }.joined(separator: " ")
        let text = shown.map { escaped(cells[$0].text) }.joined()
        lines.append(#"<text x="\#(places)" y="\#(base)"\#(look(style))>\#(text)</text>"#)
      }
      column = end
    }
    return lines
  }

  private static func look(_ style: Style) -> String {
    let colour =
      switch style.colour {
      case .normal, .grey: style.isReversed ? paper : nil
      case .red: "#b3261e"
      case .green: "#1d7a3a"
      case .yellow: "#8a6100"
      case .magenta: "#8a2a8a"
      case .cyan: "#0f7383"
      } as String?
    return (colour.map { #" fill="\#($0)""# } ?? "") + (style.isBold ? #" font-weight="bold""# : "")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
