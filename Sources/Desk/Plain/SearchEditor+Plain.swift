import FormModel
import Terminal
import Wording

/// A long list, nine entries at a time.
extension SearchEditor {
  private static let rowsAtATime = 9

  /// The first of the entries that are read now.
  private var first: Int { highlighted / Self.rowsAtATime * Self.rowsAtATime }

  private var readNow: ArraySlice<Entry> { entries.dropFirst(first).prefix(Self.rowsAtATime) }

  /// Whether something was typed that the list has.
  private var isFound: Bool { !query.isEmpty && matches > 0 }

  func ask(in question: inout PlainQuestion, hasAnswer: Bool, _ context: DeskContext) {
    guard isOpen else {
      question.prompt = context.wording(hasAnswer ? PlainPhrase.searchTaken : .searchFirst)
      return
    }
    question.id += " list"
    question.choices = readNow.map { row($0, context).text }
    question.prompt =
      isFound
      ? context.wording(PlainPhrase.hitsDefault, "\(highlighted - first + 1)") : context.wording(PlainPhrase.hits)
    if matches == 0 {
      question.prompt = context.wording(PlainPhrase.searchAgain)
      question.remark = context.wording(PlainPhrase.error, context.wording(GuidedPhrase.noMatch))
    }
  }

  func answer(_ line: PlainLine, hasAnswer: Bool, _ context: DeskContext) -> PlainAnswer {
    switch line {
    case .accept:
      if !isOpen { return hasAnswer ? .keys(.enter) : .keys(.function(3)) }
      if isFound { return .keys(.enter) }
      // The item as it was: what is offered there is said first.
      return hasAnswer ? .keys(.escape) : .keys(.escape, .enter)
    case .back: return isOpen ? .keys(.escape) : .keys(.backTab)
    case .later: return .keys(.function(2))
    case .check: return .keys(.function(5))
    case .more:
      // An empty line closes the list.
      if isOpen, matches == 0 { return .events((PlainAnswer.emptying + [.function(3)]).map { .key($0) }) }
      return isOpen ? turned : .keys(.function(3))
    case .help: return .notHere(context)
    case .empty: return .refused(context.wording(PlainPhrase.notEmptied))
    case .text(let text):
      if isOpen, !readNow.isEmpty, let number = plainNumber(text), number <= Self.rowsAtATime {
        guard number <= readNow.count else { return .chooseFirst(of: readNow.count, context) }
        return .events(moving(to: first + number - 1) + [.key(.enter)])
      }
      return found(text, context)
    }
  }

  /// The next entries; after the last the first again.
  private var turned: PlainAnswer {
    let next = first + Self.rowsAtATime
    return .events(moving(to: entries.indices.contains(next) ? next : 0))
  }

  private func moving(to row: Int) -> [Event] {
    Array(repeating: .key(row < highlighted ? .up : .down), count: abs(row - highlighted))
  }

  /// What is typed is looked for; a whole code, or a name that only one entry has, is taken at once.
  private func found(_ text: String, _ context: DeskContext) -> PlainAnswer {
    var tried = self
    for key in PlainAnswer.emptying { _ = tried.handle(key, context) }
    guard tried.paste(text, context) == .changed else { return .events([.paste(text)]) }
    let typing = PlainAnswer.emptying.map { Event.key($0) } + [.paste(text)]
    let lists = context.form.lists
    let choices = tried.entries.enumerated().compactMap { place, entry -> (place: Int, choice: Choice)? in
      if case .choice(let index) = entry { (place, lists.list(list).choices[index]) } else { nil }
    }
    let named = choices.filter { lists.names(of: $0.choice, in: context.language).last == text }
    let coded = choices.first { $0.choice.code == text.uppercased() }
    guard let found = coded ?? (named.count == 1 ? named.first : nil) else { return .events(typing) }
    return .events(typing + tried.moving(to: found.place) + [.key(.enter)])
  }
}
