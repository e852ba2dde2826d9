import Filling
import FormModel
import Records
import Standards
import Terminal

/// How the present item is edited, by its kind.
enum FieldEditor: Hashable, Sendable {
  case text(TextEditor)
  case number(TextEditor)
  case date(TextEditor)
  case choices(ChoiceEditor)
  case search(SearchEditor)

  /// A list of the form of up to so many entries is shown with numbers, a longer one is searched.
  static let longestNumbered = 9

  /// The editor of a field, with what stands there or is suggested.
  init(field: Int, value: String?, suggestion: String?, _ filling: FormFilling, _ context: DeskContext) {
    switch context.form.fields[field].kind {
    case .text: self = .text(TextEditor(value ?? ""))
    case .documentNumber: self = .number(TextEditor(value ?? "", repair: .number))
    case .date: self = .date(TextEditor(value.map { Self.dateText($0) } ?? ""))
    case .classCode:
      // All classes are numbered, however many; where there are more than nine a number has two digits.
      let entries = context.settings.classes.map { ChoiceEditor.Entry(code: $0, label: $0) }
      self = .choices(ChoiceEditor(entries, selected: value ?? suggestion))
    case .select(let list), .place(let list):
      let choices = context.form.lists.list(list).choices
      guard choices.count > Self.longestNumbered else {
        let entries = choices.map { ChoiceEditor.Entry(code: $0.code, label: $0.label[context.language]) }
        self = .choices(ChoiceEditor(entries, selected: value ?? suggestion))
        return
      }
      let isPlace: Bool = if case .place = context.form.fields[field].kind { true } else { false }
      self = .search(
        SearchEditor(list: list, offersUnlisted: isPlace, atHand: filling.placesAtHand(list, context.filling)))
    }
  }

  /// Whether the field's choices stand with numbers, so that a digit answers it.
  static func isNumbered(_ field: Int, _ context: DeskContext) -> Bool {
    switch context.form.fields[field].kind {
    case .select(let list), .place(let list): context.form.lists.list(list).choices.count <= longestNumbered
    case .classCode: true
    case .text, .documentNumber, .date: false
    }
  }

  /// A stored date as it is edited: digits only, the way most people type them.
  private static func dateText(_ value: String) -> String {
    CalendarDate(iso: value) == nil ? value : value.replacing("-", with: "")
  }

  /// The line that is typed in, if there is one.
  var textEditor: TextEditor? {
    switch self {
    case .text(let editor), .number(let editor), .date(let editor): editor
    case .search(let search): search.editor
    case .choices: nil
    }
  }

  /// Whether something was typed in the item that can still be undone, or a list stands open.
  var hasChanges: Bool {
    switch self {
    case .text(let editor), .number(let editor), .date(let editor): editor.canUndo
    case .search(let search): search.isOpen || search.editor.canUndo
    case .choices: false
    }
  }

  /// Whether a list stands open that ↑, ↓ and Esc belong to.
  var isListOpen: Bool {
    if case .search(let search) = self { search.isOpen } else { false }
  }

  /// Whether an open list has the key to itself.
  func owns(_ key: Key) -> Bool { if case .search(let search) = self { search.owns(key) } else { false } }

  mutating func paste(_ text: String, _ context: DeskContext) -> TextEditor.Outcome {
    switch self {
    case .text(var editor):
      defer { self = .text(editor) }
      return editor.paste(text)
    case .number(var editor):
      defer { self = .number(editor) }
      return editor.paste(text)
    case .date(var editor):
      defer { self = .date(editor) }
      return editor.paste(text)
    case .search(var search):
      defer { self = .search(search) }
      return search.paste(text, context)
    case .choices: return .ignored
    }
  }

  /// Hands a key to the line that is typed in.
  mutating func edit(_ key: Key, _ context: DeskContext) -> TextEditor.Outcome {
    switch self {
    case .text(var editor):
      defer { self = .text(editor) }
      return editor.handle(key)
    case .number(var editor):
      defer { self = .number(editor) }
      return editor.handle(key)
    case .date(var editor):
      defer { self = .date(editor) }
      return editor.handle(key)
    case .search(var search):
      defer { self = .search(search) }
      return search.handle(key, context)
    case .choices: return .ignored
    }
  }
}
