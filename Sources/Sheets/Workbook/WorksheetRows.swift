internal import Glibc
import Standards

/// Makes rows from a sheet's part while its elements come (ISO/IEC 29500-1, 18.3.1).
final class WorksheetRows: XMLHandler {
  /// What the cells of all sheets refer to.
  struct Setting {
    var strings: SharedStrings
    var formats: CellFormats
    var countsFrom1904: Bool
    /// Whether numbers are read as their format shows them, and what is hidden or merged is noted.
    var isAsShown = false
  }

  /// The rows that are whole and have something in them; whoever takes them empties it.
  var rows: [SheetRow] = []

  /// What is hidden or merged, where the setting asks for it.
  private(set) var looks = SheetLooks()

  private enum Place {
    case document, sheet, data, row, cell, value, string, columns, merges
  }

  private let part: String
  private let setting: Setting
  private var place = Place.document
  /// How many elements are open from one on that does not matter; 0 outside of such.
  private var skipped = 0
  private var row = SheetRow(number: 0, cells: [])
  private var column = -1
  private var cell = Cell()
  private var value: [UInt8] = []
  private var string = RichText()

  private struct Cell {
    var kind = Kind.number
    var style = 0
    var isFormula = false

    enum Kind { case number, shared, text, inline, boolean, failure, date }
  }

  init(part: String, setting: Setting) {
    (self.part, self.setting) = (part, setting)
  }

  // MARK: Elements

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetProblem) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    switch place {
    case .document:
      guard name.is("worksheet") else { throw .damaged(part: part) }
      place = .sheet
    case .sheet where name.is("sheetData"): place = .data
    case .sheet where name.is("cols") && setting.isAsShown: place = .columns
    case .sheet where name.is("mergeCells") && setting.isAsShown: place = .merges
    case .columns: try take(column: attributes)
    case .merges: try take(merged: attributes)
    case .data where name.is("row"): try beginRow(attributes)
    case .row where name.is("c"): try beginCell(attributes)
    case .cell where name.is("v"): place = .value
    case .cell where name.is("is"): place = .string
    case .string: string.start(name, attributes)
    case .cell where name.is("f"):
      cell.isFormula = true
      skipped = 1
    case .sheet, .data, .row, .cell, .value: skipped = 1
    }
  }

  func end() throws(SheetProblem) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch place {
    case .document: break
    case .sheet: place = .document
    case .data, .columns, .merges: place = .sheet
    case .row:
      place = .data
      if !row.cells.isEmpty { rows.append(row) }
    case .cell:
      place = .row
      try endCell()
    case .value: place = .cell
    case .string: if string.isClosed { place = .cell } else { string.end() }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetProblem) {
    guard skipped == 0 else { return }
    switch place {
    case .value:
      value.append(contentsOf: bytes)
      guard value.count <= Self.longestEscaped else { throw .cellTooLong(row: row.number) }
    case .string:
      string.text(bytes)
      guard string.bytes.count <= Self.longestEscaped else { throw .cellTooLong(row: row.number) }
    case .document, .sheet, .data, .row, .cell, .columns, .merges: break
    }
  }

  // MARK: Rows and cells

  /// Rows count on from the one before where the file does not number them; they never go back.
  private func beginRow(_ attributes: XMLAttributes) throws(SheetProblem) {
    var number = row.number + 1
    if let text = attributes["r"] {
      guard let read = Self.number(text) else { throw .damaged(part: part) }
      guard read >= number else { throw .damaged(part: part) }
      number = read
    }
    guard number <= Self.mostRows else { throw .damaged(part: part) }
    row = SheetRow(number: number, cells: [])
    if setting.isAsShown, attributes.isTrue("hidden") { looks.hiddenRows.insert(number) }
    column = -1
    place = .row
  }

  private func beginCell(_ attributes: XMLAttributes) throws(SheetProblem) {
    if let text = attributes["r"] {
      guard let read = Self.column(text, row: row.number), read > column else { throw .damaged(part: part) }
      column = read
    } else {
      column += 1
    }
    cell = Cell()
    if let text = attributes["s"] { cell.style = Self.number(text) ?? 0 }
    if let type = attributes["t"] {
      guard let kind = Self.kind(type) else { throw .damaged(part: part) }
      cell.kind = kind
    }
    value.removeAll(keepingCapacity: true)
    string.clear()
    place = .cell
  }

  private func endCell() throws(SheetProblem) {
    let content = try content()
    guard content != .empty else { return }
    guard column < SheetReader.mostColumns else { throw .tooManyColumns(row: row.number) }
    while row.cells.count < column { row.cells.append(.empty) }
    row.cells.append(content)
  }

  private func content() throws(SheetProblem) -> SheetCell {
    switch cell.kind {
    case .inline: return try text(EscapedText.decoded(string.bytes))
    case .text: return try text(EscapedText.decoded(value))
    case .number, .shared, .boolean, .failure, .date: break
    }
    let trimmed = value.drop(while: RichText.isSpace).prefix { !RichText.isSpace($0) }
    let text = String(decoding: trimmed, as: UTF8.self)
    if text.isEmpty { return cell.isFormula ? .unsaved : .empty }
    switch cell.kind {
    case .number:
      guard let number = Double(text), number.isFinite else { throw .damaged(part: part) }
      return shown(number)
    case .shared:
      guard let index = Int(text), let string = setting.strings[index] else { throw .damaged(part: part) }
      return try self.text(string)
    case .boolean: return .boolean(text == "1" || text == "true")
    case .failure: return .failure(text)
    case .date: return CalendarDate(iso: String(text.prefix(10))).map { .date($0) } ?? .text(text)
    case .text, .inline: return .empty
    }
  }

  private func shown(_ number: Double) -> SheetCell {
    let format = setting.formats[cell.style]
    if case .date(let isWhole) = format,
      let day = CalendarDate(serial: number, from1904: setting.countsFrom1904)
    {
      // A spreadsheet turns a month that was typed into its first day, and shows the month only.
      guard setting.isAsShown, !isWhole, day.day == 1 else { return .date(day) }
      return .text("\(day.year)年\(day.month)月")
    }
    return (setting.isAsShown ? format.shown(number) : nil).map { .text($0) } ?? .number(number)
  }

  private func text(_ text: String) throws(SheetProblem) -> SheetCell {
    if text.isEmpty { return .empty }
    guard text.utf8.count <= Self.longestText || text.utf16.count <= Self.longestText else {
      throw .cellTooLong(row: row.number)
    }
    return .text(text)
  }

  // MARK: What is hidden or merged

  private func take(column attributes: XMLAttributes) throws(SheetProblem) {
    skipped = 1
    guard attributes.isTrue("hidden"), let first = attributes["min"].flatMap(Self.number),
      let last = attributes["max"].flatMap(Self.number), first > 0, first <= last
    else { return }
    guard looks.hiddenColumns.count < SheetReader.mostColumns else { throw .damaged(part: part) }
    looks.hiddenColumns.append(first - 1...last - 1)
  }

  private func take(merged attributes: XMLAttributes) throws(SheetProblem) {
    skipped = 1
    guard let text = attributes.text("ref"), let cells = CellRange(text) else { return }
    guard looks.merged.count < Self.mostMerged else { throw .damaged(part: part) }
    looks.merged.append(cells)
  }

  private static let mostMerged = 10_000

  // MARK: Numbers and names

  /// What spreadsheets themselves can hold: rows of a sheet, and UTF-16 units of a cell.
  private static let (mostRows, longestText) = (1 << 20, 32_767)

  /// The longest text with every unit written as an escape.
  private static let longestEscaped = 7 * longestText

  private static func kind(_ text: UnsafePointer<CChar>) -> Cell.Kind? {
    if text.isExactly("s") { return .shared }
    if text.isExactly("n") { return .number }
    if text.isExactly("str") { return .text }
    if text.isExactly("inlineStr") { return .inline }
    if text.isExactly("b") { return .boolean }
    if text.isExactly("e") { return .failure }
    if text.isExactly("d") { return .date }
    return nil
  }

  /// Digits and nothing else, at most seven.
  private static func number(_ text: UnsafePointer<CChar>) -> Int? {
    let length = strlen(text)
    guard (1...7).contains(length) else { return nil }
    return UnsafeBufferPointer(start: text, count: length).reduce(0) { value, digit in
      guard let value, (0x30...0x39).contains(digit) else { return nil }
      return value * 10 + Int(digit - 0x30)
    }
  }

  /// The column of a name such as `AB12`, from 0; nil when that is no cell of the row.
  private static func column(_ name: UnsafePointer<CChar>, row: Int) -> Int? {
    var column = 0
    var position = 0
    while (0x41...0x5A).contains(name[position]), position < 3 {
      column = column * 26 + Int(name[position] - 0x40)
      position += 1
    }
    guard column > 0, number(name + position) == row else { return nil }
    return column - 1
  }
}
