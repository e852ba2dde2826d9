import Records
import Standards
import Terminal

extension ReviewScreen {
  /// What lies over the list when a key asks for something.
  func panel(for action: Action, _ context: DeskContext) -> Panel? {
    let wording = context.wording
    switch action {
    case .search:
      return .search(LinePanel(title: wording(ReviewPhrase.searchTitle), hint: wording(ReviewPhrase.searchHint)))
    case .day:
      return .date(LinePanel(title: wording(ReviewPhrase.dateTitle), hint: wording(ReviewPhrase.dateHint)))
    case .filter: return .filter(FilterPanel(statuses: statuses, words: words))
    case .export:
      // A page of a day sends that day's children, any other all of them.
      let day: CalendarDate? = if case .day(let day) = scope { day } else { nil }
      return .export(ExportPanel(day: day, context))
    case .open, .approve, .sendBack, .mark, .markReady, .sort, .waiting, .previousDay, .nextDay, .up, .down, .pageUp,
      .pageDown, .first, .last, .help, .leave, .redraw, .close:
      return nil
    }
  }

  mutating func paste(_ text: String, _ context: DeskContext) {
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
    case .filter, .plan, .working, .outcome, nil: break
    }
  }

  mutating func update(_ key: Key, _ panel: Panel, _ context: DeskContext) -> [Effect] {
    if key == .control("l") { return [.redraw] }
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
      guard case .says(let name) = outcome else { return [] }
      return [.export(export.day, to: name, holder)]
    case .plan(let plan, let scroll): return decide(key, plan, scroll)
    // Esc and F10 are enough while the store works; what it did is told when it comes.
    case .working: return []
    case .outcome(let outcomes, let scroll):
      let count = outcomes.count { $0.refusal != nil }
      self.panel = key == .enter || key == .escape ? nil : .outcome(outcomes, scroll: Self.scrolled(scroll, key, count))
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

  private mutating func decide(_ key: Key, _ plan: ApprovePlan, _ scroll: Int) -> [Effect] {
    if key == .escape {
      panel = nil
      return []
    }
    guard key == .enter else {
      panel = .plan(plan, scroll: Self.scrolled(scroll, key, plan.skipped.count))
      return []
    }
    guard !plan.ready.isEmpty else {
      panel = nil
      return []
    }
    panel = .working
    // All of them: what became ready meanwhile is approved too, and the rest is told why with the record at hand.
    return [.approve((plan.ready + plan.skipped.map(\.summary)).map(\.id), holder)]
  }

  private static func scrolled(_ scroll: Int, _ key: Key, _ count: Int) -> Int {
    let step = key == .down ? 1 : key == .up ? -1 : key == .pageDown ? 10 : key == .pageUp ? -10 : 0
    return max(0, min(count - 1, scroll + step))
  }
}
