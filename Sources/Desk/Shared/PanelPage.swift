import Terminal
import Wording

/// A page of the work room over which a panel may lie, and the help over both.
protocol PanelPage: Page {
  associatedtype Action: Hashable & Sendable
  associatedtype Panel: PagePanel
  var panel: Panel? { get set }
  var isHelping: Bool { get set }
  /// What was just done or could not be; gone with the next key.
  var notice: String? { get set }
  func keymap(_ context: DeskContext) -> Keymap<Action>
  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step)
  /// What a key says to the panel that lies over the page.
  mutating func answer(_ key: Key, _ panel: Panel, _ context: DeskContext) -> (effects: [Effect], step: Step)
}

/// What lies over a page, with the keys that count in it.
protocol PagePanel {
  var keys: any KeyTable { get }
  /// Whether a line is typed in it.
  var isTyping: Bool { get }
  /// The line in which hanzi are typed; nil where none are.
  var hanzi: HanziLine? { get }
}

extension PagePanel {
  var hanzi: HanziLine? { nil }
}

extension PanelPage {
  var isReadOnly: Bool { panel?.isTyping != true }

  func hanzi(_ context: DeskContext) -> HanziLine? { isHelping ? nil : panel?.hanzi }

  mutating func update(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) { press(key, context) }

  /// Help, leaving and redrawing come from the page also while a panel lies over it: leaving first takes the panel away.
  mutating func press(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    notice = nil
    if isHelping {
      isHelping = false
      return ([], .stay)
    }
    guard let panel else { return perform(keymap(context).action(for: key), context) }
    switch PanelKeys.line.action(for: key) {
    case .help: isHelping = true
    case .leave: self.panel = nil
    case .redraw: return ([.redraw], .stay)
    case .take, .close, .back, .up, .down, .pageUp, .pageDown, .first, .last, .mark, .reveal, .pinyin, nil:
      return answer(key, panel, context)
    }
    return ([], .stay)
  }

  /// The frame of a page that bears its title and its keys alone.
  func frame(_ title: String, columns: Int, _ context: DeskContext) -> Frame {
    Frame(title: title, keys: keymap(context), columns: columns, context.wording)
  }

  /// Draws the frame, and the help where that is shown: then nothing is left to be drawn.
  func draw(_ frame: Frame, help: any Phrase, on canvas: inout Canvas, _ context: DeskContext) -> Area? {
    var frame = frame
    let columns = canvas.size.columns - 2 * Frame.margin
    if let panel { (frame.barAbove, frame.bar) = ("", panel.keys.bar(context.wording, columns: columns)) }
    if isHelping { (frame.barAbove, frame.bar) = ("", "") }
    let area = frame.draw(on: &canvas, context)
    guard isHelping else { return area }
    if let panel {
      panel.keys.drawHelp(on: &canvas, in: area, context)
    } else {
      keymap(context).drawHelp(context.wording(help), on: &canvas, in: area, context)
    }
    return nil
  }
}
