import FormModel
import Terminal
import TextLayout
import Wording

extension SearchEditor {
  /// Draws the typed line and, below it, the list: its first rows also before it is open, where they are to be `isShown`.
  /// Codes are for those who type them.
  func draw(
    on canvas: inout Canvas, at origin: Point, rows height: Int, columns: Int, showsCodes: Bool = false,
    isShown: Bool = false, _ context: DeskContext
  ) {
    canvas.put("▸", at: origin, style: Style(bold: true))
    let way = path.isEmpty || !query.isEmpty ? "" : Self.joined(names(path, context)) + " · "
    let shownWay = TextWidth.cut(way, to: columns / 2)
    canvas.put(shownWay, at: Point(column: origin.column + 2, row: origin.row), style: Style(bold: true))
    let indent = 2 + TextWidth.of(shownWay)
    let field = Point(column: origin.column + indent, row: origin.row)
    editor.draw(on: &canvas, at: field, columns: min(columns - indent, 40), style: Style(underlined: true))
    // How far the list goes on below what is seen.
    let place = isOpen && matches > 0 ? "\(Self.grouped(min(highlighted + 1, matches))) / \(Self.grouped(matches))" : ""
    canvas.put(
      place, at: Point(column: origin.column + columns - TextWidth.of(place), row: origin.row), style: Style(.grey))
    if query.isEmpty {
      let phrase = isShown && !isOpen ? GuidedPhrase.typeOrPick : .typeToSearch
      canvas.put(
        TextWidth.cut(context.wording(phrase, example(context)), to: columns - indent - 2 - TextWidth.of(place)),
        at: Point(column: field.column + 1, row: field.row), style: Style(.grey))
    }
    guard isOpen || isShown, height > 1 else { return }
    var first = Point(column: origin.column, row: origin.row + 1)
    var height = height - 1
    if isOpen, matches == 0, !query.isEmpty {
      canvas.put(
        "○ " + TextWidth.cut(context.wording(GuidedPhrase.noMatch), to: columns - 2), at: first, style: Style(.yellow))
      first.row += 1
      height -= 1
    }
    drawRows(on: &canvas, at: first, rows: height, columns: columns, showsCodes: showsCodes, context)
  }

  /// An example of what to type: what finds the kindergarten's own county, else a place at hand such as the one in the
  /// child's number; else the list's own example.
  func example(_ context: DeskContext) -> String {
    let lists = context.form.lists
    let own = context.settings.division.map { "\($0)000000" }
    return ([own] + atHand).lazy.compactMap { $0.flatMap { lists.example(list, of: $0) } }.first
      ?? lists.list(list).exampleQuery
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { text += "," }
      text.append(digit.element)
    }
  }

  private func drawRows(
    on canvas: inout Canvas, at origin: Point, rows height: Int, columns: Int, showsCodes: Bool, _ context: DeskContext
  ) {
    let entries = shown(context)
    guard !entries.isEmpty, height > 0 else { return }
    // A short list of short names is drawn in two columns where one does not have enough rows for it.
    let blocks =
      entries.count > height && entries.count <= 2 * height && context.form.lists.list(list).isOfOneStep ? 2 : 1
    let room = height * blocks
    let start = max(0, min(highlighted - room / 2, entries.count - room))
    let width = columns / blocks
    let codeWidth = showsCodes ? 14 : 0
    for offset in 0..<min(room, entries.count) {
      // The way out for a place that no table has stands at the foot, however long the list is.
      let isWayOut = offset == room - 1 && entries.last == .unlisted
      let index = isWayOut ? entries.count - 1 : start + offset
      let isHighlighted = isOpen && index == highlighted
      let line = Point(column: origin.column + offset / height * width, row: origin.row + offset % height)
      let row = row(entries[index], context)
      let text = "\(isHighlighted ? "▸" : " ") \(row.text)"
      canvas.put(
        TextWidth.cut(text, to: width - codeWidth - 1), at: line,
        style: Style(row.isGrey ? .grey : .normal, bold: isHighlighted, reversed: isHighlighted),
        width: width - codeWidth)
      if isHighlighted, query.isEmpty { canvas.cursor = line }
      if showsCodes {
        canvas.put(
          row.code, at: Point(column: line.column + width - codeWidth, row: line.row), style: Style(.grey),
          width: codeWidth)
      }
    }
  }

  func row(_ entry: Entry, _ context: DeskContext) -> (text: String, code: String, isGrey: Bool) {
    switch entry {
    case .choice(let index): return (name(index, context), code(index, context), false)
    case .similar(let index):
      return (context.wording(GuidedPhrase.similar, name(index, context)), code(index, context), false)
    case .retired(let name, let path, let year):
      let names = Self.joined(names(path + [name], context))
      return ("\(names)  \(context.wording(GuidedPhrase.retired)) \(year)", "", true)
    case .group(let name): return ("\(names([name], context)[0]) ›", "", false)
    case .unlisted: return (context.wording(GuidedPhrase.notInTable), "", false)
    }
  }

  private func code(_ index: Int, _ context: DeskContext) -> String {
    context.form.lists.list(list).choices[index].code
  }

  /// The names above a place are left out where the list was opened below them.
  private func name(_ index: Int, _ context: DeskContext) -> String {
    let choice = context.form.lists.list(list).choices[index]
    let names = context.form.lists.names(of: choice, in: context.language)
    let isBelow = query.isEmpty && !path.isEmpty && choice.path == path
    return isBelow ? names[names.count - 1] : Self.joined(names)
  }

  private func names(_ path: [String], _ context: DeskContext) -> [String] {
    path.map { context.form.tables.placeName($0, in: context.language) }
  }

  private static func joined(_ names: [String]) -> String { names.joined(separator: " · ") }
}
