import Terminal
import Wording

/// A long list, nine entries at a time.
extension SearchEditor {
  private static let rowsAtATime = 9

  /// The first of the entries that are read now.
  private var first: Int { highlighted / Self.rowsAtATime * Self.rowsAtATime }

  private var shown: ArraySlice<Row> { rows.dropFirst(first).prefix(Self.rowsAtATime) }

  func ask(in question: inout PlainQuestion, hasAnswer: Bool, _ context: DeskContext) {
    guard isOpen else {
      question.prompt = context.wording(hasAnswer ? PlainPhrase.searchTaken : .searchFirst)
      return
    }
    question.id += " list"
    question.choices = shown.map { text($0, context) }
    question.prompt =
      query.isEmpty
      ? context.wording(PlainPhrase.hits) : context.wording(PlainPhrase.hitsDefault, "\(highlighted - first + 1)")
  }

  private func text(_ row: Row, _ context: DeskContext) -> String {
    let parts = [row.isSimilar ? context.wording(GuidedPhrase.similar, row.name) : row.name, row.path]
    let retired = row.retired.map { "\(context.wording(GuidedPhrase.retired)) \($0)" }
    return (parts + [retired ?? ""]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  func answer(_ line: PlainLine, hasAnswer: Bool, _ context: DeskContext) -> PlainAnswer {
    switch line {
    case .accept:
      if !isOpen { return hasAnswer ? .keys(.enter) : .keys(.function(3)) }
      return query.isEmpty ? .chooseFirst(context) : .keys(.enter)
    case .back: return isOpen ? .keys(.escape) : .keys(.backTab)
    case .later: return .keys(.function(2))
    case .check: return .keys(.function(5))
    case .more: return isOpen ? turned : .keys(.function(3))
    case .help: return .notHere(context)
    case .text(let text):
      if isOpen, let number = plainNumber(text), number <= Self.rowsAtATime {
        guard number <= shown.count else { return .chooseFirst(context) }
        return .events(moving(to: first + number - 1) + [.key(.enter)])
      }
      return found(text, context)
    }
  }

  /// The next entries; after the last the first again.
  private var turned: PlainAnswer {
    let next = first + Self.rowsAtATime
    return .events(moving(to: rows.indices.contains(next) ? next : 0))
  }

  private func moving(to row: Int) -> [Event] {
    Array(repeating: .key(row < highlighted ? .up : .down), count: abs(row - highlighted))
  }

  /// What is typed is looked for; a whole code, or a name that only one entry has, is taken at once.
  private func found(_ text: String, _ context: DeskContext) -> PlainAnswer {
    let typing: [Event] = [.key(.end), .key(.control("u")), .paste(text)]
    var tried = self
    _ = tried.handle(.end, context)
    _ = tried.handle(.control("u"), context)
    guard tried.paste(text, context) == .changed else { return .events([.paste(text)]) }
    let rows = tried.rows.enumerated().filter { $0.element.retired == nil && !$0.element.isUnlisted }
    let named = rows.filter { $0.element.name == text }
    let code = rows.first { $0.element.code == text.uppercased() }
    guard let row = code ?? (named.count == 1 ? named.first : nil) else { return .events(typing) }
    return .events(typing + tried.moving(to: row.offset) + [.key(.enter)])
  }
}
