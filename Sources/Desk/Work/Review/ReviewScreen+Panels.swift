import Records
import Standards
import Terminal
import Wording

extension ReviewScreen.Panel: PagePanel {
  var keys: any KeyTable {
    switch self {
    case .search, .date: PanelKeys.line
    case .filter: PanelKeys.filter
    case .lists: PanelKeys.list
    case .plan(let plan): plan.keys
    case .export(let export): export.keys
    }
  }

  var isTyping: Bool {
    switch self {
    case .search, .date: true
    case .export(let export): export.isTyping
    case .filter, .lists, .plan: false
    }
  }

  var hanzi: HanziLine? { if case .search(let line) = self { line.hanzi } else { nil } }
}

extension ReviewScreen {
  /// What lies over the list when a key asks for something.
  func panel(for action: Action, _ context: DeskContext) -> Panel? {
    let wording = context.wording
    switch action {
    case .search:
      return .search(
        LinePanel(title: wording(ReviewPhrase.searchTitle), hint: wording(ReviewPhrase.searchHint), for: .name))
    case .day:
      return .date(LinePanel(title: wording(ReviewPhrase.dateTitle), hint: wording(ReviewPhrase.dateHint)))
    case .filter: return .filter(FilterPanel(statuses: statuses, words: words))
    case .export:
      // A page of a day sends that day's children, any other all of them.
      let day: CalendarDate? = if case .day(let day) = scope { day } else { nil }
      return .export(ExportPanel(day: day, context))
    case .open, .approve, .sendBack, .mark, .markReady, .sort, .waiting, .lists, .previousDay, .nextDay, .figures,
      .giving, .up, .down, .pageUp, .pageDown, .first, .last, .help, .leave, .redraw, .close:
      return nil
    }
  }

  mutating func paste(_ text: String, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .search(var line):
      line.paste(text, context)
      panel = .search(line)
    case .date(var line):
      line.paste(text, context)
      panel = .date(line)
    case .export(var export):
      export.paste(text, context)
      panel = .export(export)
    case .filter, .lists, .plan, nil: break
    }
    return []
  }

  mutating func answer(_ key: Key, _ panel: Panel, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    (effects(of: key, panel, context), .stay)
  }

  private mutating func effects(of key: Key, _ panel: Panel, _ context: DeskContext) -> [Effect] {
    switch panel {
    case .search(var line):
      let outcome = line.handle(key, context)
      self.panel = outcome == nil ? .search(line) : nil
      guard case .done(let text) = outcome, !text.allSatisfy(\.isWhitespace) else { return [] }
      return show(.search(text), context)
    case .date(var line):
      let outcome = line.handle(key, context)
      self.panel = outcome == nil ? .date(line) : nil
      guard case .done(let text) = outcome else { return [] }
      return turn(to: text, line, context)
    case .filter(var filter):
      let outcome = filter.handle(key)
      self.panel = outcome == nil ? .filter(filter) : nil
      return outcome == .done ? narrow(filter, context) : []
    case .export(var export):
      let outcome = export.handle(key, context)
      self.panel = outcome == .closes ? nil : .export(export)
      guard case .says(let name) = outcome, !name.isEmpty else { return [] }
      return [.export(export.day, of: export.edition, to: name, holder)]
    case .lists(var lists):
      let outcome = lists.handle(key)
      self.panel = outcome == nil ? .lists(lists) : nil
      if case .shows(let list) = outcome { return show(list, context) }
      return []
    case .plan(var plan):
      let outcome = plan.handle(key)
      self.panel = outcome == .closes ? nil : .plan(plan)
      if case .makes(let move, let ids) = outcome { return [.make(move, of: ids, holder)] }
      return []
    }
  }

  private mutating func turn(to text: String, _ line: LinePanel, _ context: DeskContext) -> [Effect] {
    guard !text.allSatisfy(\.isWhitespace) else { return show(.day(context.today), context) }
    guard case .success(let date) = DateReader.read(text, today: context.today, latest: nil) else {
      var line = line
      line.notice = context.wording(ReviewPhrase.dateWrong)
      panel = .date(line)
      return []
    }
    return show(.day(date), context)
  }
}
