import Filling
import Standards
import Terminal
import Wording

/// For those who fill many forms: an item is left as soon as what is typed can mean nothing else.
extension FormEntry {
  /// Handles a key and goes on by itself from an item that it has filled; says whether it did.
  mutating func updateQuickly(_ key: Key, _ context: DeskContext) -> (effects: [Effect], hasAdvanced: Bool) {
    let rest = codeRest
    codeRest = nil
    guard panel == nil, case .text(let scalar) = key else { return (update(.key(key), context), false) }
    if scalar == rest { return ([], false) }
    if case .choices(let choices) = editor {
      return (choose(scalar, among: choices, context), false)
    }
    var effects = update(.key(key), context)
    guard panel == nil, isFull(context) else { return (effects, false) }
    let before = field
    effects += accept(context)
    return (effects, field != before || panel != nil || leaving != nil)
  }

  /// Whether an Enter right after the page has gone on by itself is pressed out of habit: it belongs to the line that
  /// was full, unless the item that is shown now offers something for Enter to take.
  func isEnterHabit(_ context: DeskContext) -> Bool { panel != nil || filling.suggestion(context.filling) == nil }

  /// A choice by the number that stands before it, else by its code; of a code of two digits the first is enough.
  private mutating func choose(
    _ scalar: Unicode.Scalar, among choices: ChoiceEditor, _ context: DeskContext
  ) -> [Effect] {
    var tried = choices
    let chosen = tried.handle(.text(scalar))
    if let chosen { remember(restOf: chosen.code, after: scalar) }
    // A list with more than nine choices waits for a second digit.
    if tried != choices || chosen != nil { return update(.key(.text(scalar)), context) }
    let typed = TextNormaliser.normalise(String(scalar), as: .code).uppercased()
    let isDigit = scalar.properties.numericType != nil
    let entry =
      choices.entries.first { $0.code == typed } ?? choices.entries.first { isDigit && $0.code.hasPrefix(typed) }
    guard let entry else {
      notice = .text(context.wording(SheetPhrase.noSuchChoice), isError: true)
      return []
    }
    remember(restOf: entry.code, after: scalar)
    editor = .choices(ChoiceEditor(choices.entries, selected: entry.code))
    return accept(context)
  }

  private mutating func remember(restOf code: String, after scalar: Unicode.Scalar) {
    let scalars = Array(code.unicodeScalars)
    if scalars.count == 2, scalars[0] == scalar { codeRest = scalars[1] }
  }

  /// Whether what is typed can mean nothing else: a full line, or a code that no other begins with.
  private func isFull(_ context: DeskContext) -> Bool {
    switch editor {
    case .number(let line), .date(let line): filling.isFull(line.text, context.filling)
    case .search(let search): isWholeCode(search, context)
    case .text, .choices: false
    }
  }

  /// Small letters may as well be the beginning of a name in pinyin; then only a code that nothing else fits counts.
  private func isWholeCode(_ search: SearchEditor, _ context: DeskContext) -> Bool {
    guard case .code(let code) = search.taken(context) else { return false }
    let typed = TextNormaliser.normalise(search.query, as: .code)
    let isAlone = search.matches == 1
    guard code == typed || (isAlone && code == typed.uppercased()) else { return false }
    return !context.form.lists.list(search.list).choices.contains { $0.code.hasPrefix(code) && $0.code != code }
  }
}
