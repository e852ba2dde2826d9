import Terminal
import TextLayout
import Wording

extension PinyinInput {
  /// Draws the mark and, where something is typed, the letters at the cursor with what they may stand for below them.
  ///
  /// It lies over the page until something is taken, as an input method's window does.
  func draw(on canvas: inout Canvas, _ wording: Wording) {
    let margin = Frame.margin
    let columns = canvas.size.columns - 2 * margin
    let mark = " \(wording(PinyinPhrase.mark)) "
    canvas.put(
      mark, at: Point(column: margin + columns - TextWidth.of(mark) - 1, row: 1),
      style: Style(bold: true, reversed: true))
    if isHelping { return drawHelp(on: &canvas, wording) }
    guard let cursor = canvas.cursor else { return }
    let row = cursor.row + 1 < canvas.size.rows - 1 ? cursor.row + 1 : cursor.row - 1
    let line = Point(column: margin, row: row)
    guard !letters.isEmpty else {
      if let said { canvas.put(TextWidth.cut(wording(said), to: columns), at: line, width: columns) }
      return
    }
    // Of more letters than the line has room for the last are seen.
    var shown = Substring(letters)
    while TextWidth.of(shown) > columns - 1 { shown = shown.dropFirst() }
    let start = max(margin, min(cursor.column, margin + columns - 1 - TextWidth.of(shown)))
    let style = canvas[cursor.column, cursor.row].style
    let behind = Self.text(behind: cursor, in: canvas, to: margin + columns)
    let end = start + canvas.put(shown, at: Point(column: start, row: cursor.row), style: Style(reversed: true))
    // What stands behind the cursor makes room.
    canvas.put(
      TextWidth.cut(behind, to: margin + columns - end), at: Point(column: end, row: cursor.row),
      style: style)
    canvas.put("", at: line, width: columns)
    drawCandidates(on: &canvas, at: line, columns: columns, wording)
    canvas.put(
      Self.keymap.bar(wording, columns: columns), at: Point(column: margin, row: canvas.size.rows - 1),
      style: Style(bold: true), width: columns)
    canvas.cursor = Point(column: end, row: cursor.row)
  }

  /// The text that stands behind the cursor, up to the first gap in the row.
  private static func text(behind cursor: Point, in canvas: Canvas, to end: Int) -> String {
    var text = ""
    for column in cursor.column..<max(cursor.column, end) {
      text += canvas[column, cursor.row].text
      if text.hasSuffix("  ") { break }
    }
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private func drawCandidates(on canvas: inout Canvas, at line: Point, columns: Int, _ wording: Wording) {
    if let hint {
      canvas.put(TextWidth.cut(wording(hint), to: columns), at: line)
      return
    }
    let page = page
    var column = line.column
    for index in page {
      let label = label(index - page.lowerBound).map(String.init) ?? ""
      let room = line.column + columns - column
      column += canvas.put(label, at: Point(column: column, row: line.row))
      column += canvas.put(
        TextWidth.cut(candidates[index].text, to: max(0, room - 4)), at: Point(column: column, row: line.row),
        style: Style(bold: index == highlighted, reversed: index == highlighted))
      column += 1
    }
    if page.upperBound < candidates.count {
      column += 1 + canvas.put("▾", at: Point(column: column, row: line.row))
    }
    guard let details = details(wording) else { return }
    canvas.put(
      TextWidth.cut(details, to: line.column + columns - column), at: Point(column: column + 1, row: line.row))
  }

  /// What to type on, where nothing can be taken yet.
  private var hint: PinyinPhrase? {
    guard isRare else { return nil }
    if letters.utf8.count == 1 { return .rare }
    guard candidates.isEmpty else { return nil }
    let behind = letters.unicodeScalars.dropFirst()
    if isCodePoint { return behind.drop(while: { $0 == "+" }).count < 4 ? .codePoint : .noSuch }
    return behind.count == 1 && behind.allSatisfy { !$0.isASCII } ? .strokes : .noSuch
  }

  /// The highlighted character's reading, radical, strokes and code point.
  private func details(_ wording: Wording) -> String? {
    guard let origin, candidates.indices.contains(highlighted),
      let scalar = candidates[highlighted].text.unicodeScalars.first
    else { return nil }
    let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
    let radical = origin.radical.map { wording(PinyinPhrase.radical, "\($0.form)", "\($0.strokes)") }
    return [origin.reading, code, radical ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func drawHelp(on canvas: inout Canvas, _ wording: Wording) {
    let area = Area(
      origin: Point(column: Frame.margin, row: 2), columns: canvas.size.columns - 2 * Frame.margin,
      rows: canvas.size.rows - 4)
    for row in 0..<area.rows + 2 { canvas.put("", at: area.point(row), width: area.columns) }
    let about = [PinyinPhrase.helpTyping, .helpRare, .helpFont].map { wording($0) }
    KeyHelp(wording(PinyinPhrase.title), about: about).adding(Self.keymap, wording).draw(on: &canvas, in: area, wording)
    canvas.put(
      wording(CommonPhrase.helpClose), at: Point(column: Frame.margin, row: canvas.size.rows - 1),
      style: Style(bold: true))
    canvas.cursor = area.point(0)
  }
}
