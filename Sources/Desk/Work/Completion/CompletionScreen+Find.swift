import Records
import Standards
import Terminal
import Wording

/// Finding a child by typing: the list is narrowed with every character, and a new search replaces the old.
extension CompletionScreen {
  /// What is no command begins a search: a name, a code, digits of a number.
  mutating func beginToFind(_ key: Key, _ context: DeskContext) {
    guard case .text(let scalar) = key, keymap(context).action(for: key) == nil,
      !scalar.properties.isWhitespace
    else { return }
    panel = .find(TextEditor())
  }

  mutating func find(_ key: Key, _ line: TextEditor, _ context: DeskContext) -> [Effect] {
    switch PanelKeys.line.action(for: key) {
    case .close:
      panel = nil
      return look(for: "", context)
    case .take:
      panel = nil
      return look(for: line.text, context)
    case .back, .up, .down, .pageUp, .pageDown, .first, .last, .mark, .reveal, .pinyin, .help, .leave, .redraw, nil:
      break
    }
    // The rows that are found can be walked while the line stands open.
    if let action = PanelKeys.text.action(for: key), [.up, .down, .pageUp, .pageDown].contains(action) {
      move(action)
      return []
    }
    var line = line
    _ = line.handle(key)
    return look(for: line, context)
  }

  mutating func look(for line: TextEditor, _ context: DeskContext) -> [Effect] {
    panel = .find(line)
    return look(for: line.text, context)
  }

  static func wanted(_ text: String) -> String { TextNormaliser.normalise(text, as: .freeText) }

  private mutating func look(for text: String, _ context: DeskContext) -> [Effect] {
    let wanted = Self.wanted(text)
    guard wanted != search else { return [] }
    search = wanted
    return [.list(filter(context), holder, for: .rows)]
  }
}

/// A form that another desk has open: that is said before it is opened here too.
struct OpenElsewhere: Hashable, Sendable {
  let held: HeldRecord
  let opening: WorkList.Opening
  let said: String

  func draw(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let name = held.record.value(.childName, context.forms.form(of: held.record)) ?? held.record.code.text
    let title = context.wording(CompletionPhrase.elsewhereTitle, context.wording.plain(name))
    let used = canvas.paragraph(title, in: area, row: 1, lines: 2, style: Style(bold: true))
    canvas.paragraph("！ \(said)", in: area, row: used + 2, lines: 3)
  }
}

extension CompletionScreen {
  /// Opens it all the same, or leaves it to the other desk.
  mutating func open(_ key: Key, _ form: OpenElsewhere, _ context: DeskContext) -> Step {
    switch PanelKeys.yes(CompletionPhrase.keyOpenToo).action(for: key) {
    case .take:
      panel = nil
      return .open(form.opening.page(form.held, context.of(form.held.record.edition)))
    case .close: panel = nil
    case .back, .up, .down, .pageUp, .pageDown, .first, .last, .mark, .reveal, .pinyin, .help, .leave, .redraw, nil:
      break
    }
    return .stay
  }
}
