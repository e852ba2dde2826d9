import Terminal

/// Asks for a file's name, and then says what became of the file.
struct FilePanel<Told: Hashable & Sendable>: Hashable, Sendable {
  private enum State: Hashable {
    case asking(LinePanel)
    case tells(Told)
  }

  private var state: State

  init(asking line: LinePanel) { state = .asking(line) }

  /// The line, while a name is asked for.
  var line: LinePanel? { if case .asking(let line) = state { line } else { nil } }
  var told: Told? { if case .tells(let told) = state { told } else { nil } }

  /// Gives the file's name, once somebody has decided on one.
  mutating func handle(_ key: Key, _ context: DeskContext) -> PanelOutcome<String> {
    guard case .asking(var line) = state else { return .closes }
    let outcome = line.handle(key, context)
    state = .asking(line)
    return switch outcome {
    case .done(let name): .says(name)
    case .cancelled: .closes
    case nil: .stays
    }
  }

  mutating func paste(_ text: String, _ context: DeskContext) {
    guard case .asking(var line) = state else { return }
    line.paste(text, context)
    state = .asking(line)
  }

  /// Asks again, with what stands in the line and why.
  mutating func ask(_ line: LinePanel) { state = .asking(line) }

  mutating func tell(_ told: Told) { state = .tells(told) }
}

/// A panel that asks for a file's name: what is asked and what is told is its own.
protocol AsksForFile: Hashable, Sendable {
  associatedtype Told: Hashable & Sendable
  var file: FilePanel<Told> { get set }
}

extension AsksForFile {
  var isTyping: Bool { file.line != nil }
  var keys: Keymap<PanelAction> { isTyping ? PanelKeys.line : PanelKeys.text }

  mutating func handle(_ key: Key, _ context: DeskContext) -> PanelOutcome<String> { file.handle(key, context) }

  mutating func paste(_ text: String, _ context: DeskContext) { file.paste(text, context) }
}
