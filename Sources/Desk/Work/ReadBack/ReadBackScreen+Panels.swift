import FormModel
import Records
import Standards
import Terminal
import Wording

extension ReadBackScreen {
  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .who(let fields, let how, var line):
      line.paste(text, context)
      panel = .who(fields, how, line)
    case .print(var asked):
      asked.paste(text, context)
      panel = .print(asked)
    case .which, .how, nil: break
    }
    return []
  }

  mutating func answer(_ key: Key, _ panel: Panel, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    if panel.table.action(for: key) == .close {
      self.panel = nil
      return ([], .stay)
    }
    switch panel {
    case .which(let fields, var menu):
      let row = menu.take(key, of: fields.count)
      self.panel = .which(fields, menu)
      return row.map { open(fields[$0], context) } ?? ([], .stay)
    case .how(let fields, var menu):
      let row = menu.take(key, of: Self.means.count)
      self.panel = .how(fields, menu)
      guard let how = row.map({ Self.means[$0] }) else { return ([], .stay) }
      let wording = context.wording
      let line = LinePanel(
        title: wording(ReadBackPhrase.whoTitle), hint: wording(ReadBackPhrase.whoHint), text: witness?.who ?? "",
        for: .name)
      self.panel = .who(fields, how, line)
    case .who(let fields, let how, var line):
      guard case .done(let typed) = line.handle(key, context) else {
        self.panel = .who(fields, how, line)
        return ([], .stay)
      }
      return (take(typed, fields, how, line, context), .stay)
    case .print(var asked):
      let outcome = asked.handle(key, context)
      self.panel = outcome == .closes ? nil : .print(asked)
      if case .says(let name) = outcome { return ([.print(asked.printout, to: name, held.holder)], .stay) }
    }
    return ([], .stay)
  }

  /// The ways in which a family confirms to somebody who works here.
  static let means: [Confirmation.Means] = [.desk, .telephone, .paper]

  private mutating func take(
    _ typed: String, _ fields: [Int], _ how: Confirmation.Means, _ line: LinePanel, _ context: DeskContext
  ) -> [Effect] {
    let who = TextNormaliser.normalise(typed, as: .freeText)
    guard !who.isEmpty else {
      var line = line
      line.notice = context.wording(ReadBackPhrase.whoMissing)
      panel = .who(fields, how, line)
      return []
    }
    witness = Witness(how: how, who: who)
    panel = nil
    return fields.isEmpty ? [] : confirm(fields, how, who, context)
  }
}

extension ReadBackScreen.Panel: PagePanel {
  var keys: any KeyTable { table }

  fileprivate var table: Keymap<PanelAction> {
    switch self {
    case .which, .how: PanelKeys.list
    case .who: PanelKeys.line
    case .print(let panel): panel.keys
    }
  }

  var hanzi: HanziLine? { if case .who(_, _, let line) = self { line.hanzi } else { nil } }

  var isTyping: Bool {
    switch self {
    case .who: true
    case .print(let panel): panel.isTyping
    case .which, .how: false
    }
  }
}
