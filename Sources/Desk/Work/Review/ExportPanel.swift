import FormModel
import Records
import Standards
import Terminal
import Wording

/// Asks of which form, where there are several, and into which file the approved children go; and says what became of
/// them.
struct ExportPanel: AsksForFile {
  /// The day whose children go out; nil for all.
  let day: CalendarDate?
  /// The form whose sheet it is; nil for the usual one.
  private(set) var edition: FormEdition?
  /// While the form is asked for.
  private var menu: Menu?
  /// Asks for the file; once it is written, tells what became of the children, line by line.
  var file: FilePanel<[String]>

  init(day: CalendarDate?, _ context: DeskContext) {
    self.day = day
    let choices = context.forms.choices
    menu = choices.isEmpty ? nil : Menu()
    file = FilePanel(asking: Self.line(day, choices.first, context))
  }

  private static func line(_ day: CalendarDate?, _ form: FormChoice?, _ context: DeskContext) -> LinePanel {
    let wording = context.wording
    let title = day.map { wording(ExportPhrase.titleDay, $0.iso) } ?? wording(ExportPhrase.titleAll)
    let named = [form?.title[wording.language], title].compactMap(\.self).joined(separator: " · ")
    return LinePanel(title: named, hint: wording(ExportPhrase.hint), text: name(form, context))
  }

  /// The name that stands there; nil once the sheet is written.
  var typed: JSONValue? {
    guard let line = file.line else { return nil }
    let form: JSONValue = edition.map { ["name": .string($0.name), "version": .int($0.version)] } ?? .null
    return .object([
      "day": day.map { .string($0.iso) } ?? .null, "form": form, "chooses": .bool(menu != nil), "asks": line.typed,
    ])
  }

  init?(typed: JSONValue?) {
    guard let line = LinePanel(typed: typed?["asks"]) else { return nil }
    day = typed?["day"]?.string.flatMap { CalendarDate(iso: $0) }
    if let name = typed?["form"]?["name"]?.string, let version = typed?["form"]?["version"]?.int {
      edition = FormEdition(name: name, version: version)
    }
    menu = typed?["chooses"]?.bool == true ? Menu() : nil
    file = FilePanel(asking: line)
  }

  var isTyping: Bool { menu == nil && file.line != nil }
  var keys: Keymap<PanelAction> { menu != nil ? PanelKeys.list : isTyping ? PanelKeys.line : PanelKeys.text }

  mutating func handle(_ key: Key, _ context: DeskContext) -> PanelOutcome<String> {
    guard var menu else { return file.handle(key, context) }
    if PanelKeys.list.action(for: key) == .close { return .closes }
    let choices = context.forms.choices
    if let row = menu.take(key, of: choices.count) {
      edition = choices[row].edition
      self.menu = nil
      file.ask(Self.line(day, choices[row], context))
    } else {
      self.menu = menu
    }
    return .stays
  }

  /// A name that nobody has to think about, and that no earlier export of the day bears.
  private static func name(_ form: FormChoice?, _ context: DeskContext) -> String {
    let digits = context.now.text.prefix(16).filter { $0 != "-" && $0 != ":" && $0 != "T" }
    let stem = form.map(\.edition.name) ?? context.wording(ExportPhrase.fileStem)
    return "\(stem)-\(digits.prefix(8))-\(digits.suffix(4)).xlsx"
  }

  /// What became of it; where nothing could be written, another name may help.
  mutating func hear(_ lines: [String], isWritten: Bool) {
    guard !isWritten, var line = file.line else { return file.tell(lines) }
    line.notice = lines.first
    file.ask(line)
  }

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    if let menu {
      canvas.put(context.wording(ExportPhrase.whichForm), at: area.point(0), style: Style(bold: true))
      let titles = context.forms.choices.map { $0.title[context.language] }
      menu.draw(titles, on: &canvas, in: area, row: 3)
      menu.drawHint(context.wording(WorkListPhrase.chooseHint), on: &canvas, in: area, row: 1, context.wording)
      return
    }
    file.line?.draw(on: &canvas, in: area, row: 1, context)
    var row = 1
    for (index, line) in (file.told ?? []).enumerated() where row < area.rows {
      row += canvas.paragraph(line, in: area, row: row, lines: 4, style: Style(bold: index == 0)) + 1
    }
  }
}
