import Records
import Standards
import Terminal
import Wording

/// Asks into which file the approved children go, and says what became of them.
struct ExportPanel: Hashable, Sendable {
  private enum State: Hashable {
    case asking(LinePanel)
    case done([String])
  }

  /// The day whose children go out; nil for all.
  let day: CalendarDate?
  private var state: State

  init(day: CalendarDate?, _ context: DeskContext) {
    self.day = day
    let wording = context.wording
    let title = day.map { wording(ExportPhrase.titleDay, $0.iso) } ?? wording(ExportPhrase.titleAll)
    state = .asking(LinePanel(title: title, hint: wording(ExportPhrase.hint), text: Self.name(context)))
  }

  /// The name that stands there; nil once the sheet is written.
  var typed: JSONValue? {
    guard case .asking(let line) = state else { return nil }
    return .object(["day": day.map { .string($0.iso) } ?? .null, "asks": line.typed])
  }

  init?(typed: JSONValue?) {
    guard let line = LinePanel(typed: typed?["asks"]) else { return nil }
    day = typed?["day"]?.string.flatMap { CalendarDate(iso: $0) }
    state = .asking(line)
  }

  var isTyping: Bool { if case .asking = state { true } else { false } }

  /// A name that nobody has to think about, and that no earlier export of the day bears.
  private static func name(_ context: DeskContext) -> String {
    let digits = context.now.text.prefix(16).filter { $0 != "-" && $0 != ":" && $0 != "T" }
    return context.wording(ExportPhrase.fileName, "\(digits.prefix(8))-\(digits.suffix(4))")
  }

  /// Gives the file's name, once somebody has decided on one.
  mutating func handle(_ key: Key, _ context: DeskContext) -> PanelOutcome<String> {
    guard case .asking(var line) = state else { return .closes }
    let outcome = line.handle(key, context)
    state = .asking(line)
    return switch outcome {
    case .done(let name): name.isEmpty ? .stays : .says(name)
    case .cancelled: .closes
    case nil: .stays
    }
  }

  mutating func paste(_ text: String, _ context: DeskContext) {
    guard case .asking(var line) = state else { return }
    line.paste(text, context)
    state = .asking(line)
  }

  /// What became of it; where nothing could be written, another name may help.
  mutating func hear(_ lines: [String], isWritten: Bool) {
    guard !isWritten, case .asking(var line) = state else {
      state = .done(lines)
      return
    }
    line.notice = lines.first
    state = .asking(line)
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    switch state {
    case .asking(let line): line.draw(on: &canvas, in: area, row: 1, context)
    case .done(let lines):
      var row = 1
      for (index, line) in lines.enumerated() where row < area.rows {
        row += canvas.paragraph(line, in: area, row: row, lines: 4, style: Style(bold: index == 0))
        row += 1
      }
    }
  }
}
