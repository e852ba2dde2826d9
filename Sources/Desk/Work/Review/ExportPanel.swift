import Records
import Standards
import Terminal
import Wording

/// Asks into which file the approved children go, and says what became of them.
struct ExportPanel: AsksForFile {
  /// The day whose children go out; nil for all.
  let day: CalendarDate?
  /// In the end what became of them, line by line.
  var file: FilePanel<[String]>

  init(day: CalendarDate?, _ context: DeskContext) {
    self.day = day
    let wording = context.wording
    let title = day.map { wording(ExportPhrase.titleDay, $0.iso) } ?? wording(ExportPhrase.titleAll)
    file = FilePanel(
      asking: LinePanel(title: title, hint: wording(ExportPhrase.hint), text: Self.name(context)))
  }

  /// The name that stands there; nil once the sheet is written.
  var typed: JSONValue? {
    guard let line = file.line else { return nil }
    return .object(["day": day.map { .string($0.iso) } ?? .null, "asks": line.typed])
  }

  init?(typed: JSONValue?) {
    guard let line = LinePanel(typed: typed?["asks"]) else { return nil }
    day = typed?["day"]?.string.flatMap { CalendarDate(iso: $0) }
    file = FilePanel(asking: line)
  }

  /// A name that nobody has to think about, and that no earlier export of the day bears.
  private static func name(_ context: DeskContext) -> String {
    let digits = context.now.text.prefix(16).filter { $0 != "-" && $0 != ":" && $0 != "T" }
    return context.wording(ExportPhrase.fileName, "\(digits.prefix(8))-\(digits.suffix(4))")
  }

  /// What became of it; where nothing could be written, another name may help.
  mutating func hear(_ lines: [String], isWritten: Bool) {
    guard !isWritten, var line = file.line else { return file.tell(lines) }
    line.notice = lines.first
    file.ask(line)
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    file.line?.draw(on: &canvas, in: area, row: 1, context)
    var row = 1
    for (index, line) in (file.told ?? []).enumerated() where row < area.rows {
      row += canvas.paragraph(line, in: area, row: row, lines: 4, style: Style(bold: index == 0)) + 1
    }
  }
}
