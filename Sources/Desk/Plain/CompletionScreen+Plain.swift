import FormModel
import Records
import Terminal
import Wording

/// The work list in lines: nine children at a time, one of whom is opened by the number in front.
extension CompletionScreen: PlainPage {
  static let childrenAtATime = 9

  /// The children that are read now: those around the highlighted one.
  private var readNow: Range<Int> {
    guard let list, !list.rows.isEmpty else { return 0..<0 }
    let first = list.highlighted / Self.childrenAtATime * Self.childrenAtATime
    return first..<min(first + Self.childrenAtATime, list.rows.count)
  }

  func question(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    if case .elsewhere(let form) = panel {
      var question = PlainQuestion(
        id: "elsewhere \(form.held.record.id)", lines: [form.said], prompt: wording(PlainPhrase.chooseNumber))
      question.choices = [wording(CompletionPhrase.keyOpenToo), wording(KeyPhrase.leaveOpen)]
      return question
    }
    guard let list else {
      return PlainQuestion(id: "reading", lines: [wording(CompletionPhrase.loading)], prompt: wording(PlainPhrase.goOn))
    }
    var question = PlainQuestion(
      id: "list \(shown) \(readNow)", lines: [title(context)],
      prompt: wording(list.rows.isEmpty ? PlainPhrase.allDone : .chooseChild))
    question.choices = readNow.map { line(of: list.rows[$0], context) }
    question.remark = notice
    question.word = list.unreadable.first.map { wording(PlainPhrase.error, wording.message($0)) }
    question.help = [wording(CompletionPhrase.about)]
    return question
  }

  /// A child, and in words what the list has signs for.
  private func line(of row: RecordSummary, _ context: DeskContext) -> String {
    let wording = context.wording
    var parts = [row.name.isEmpty ? wording(CompletionPhrase.noName, row.code.text) : wording.plain(row.name)]
    parts.append(row.code.text)
    if !row.missing.isEmpty { parts.append(wording(PlainPhrase.missing, context.missing(of: row))) }
    if row.errors > 0 { parts.append(wording(PlainPhrase.mend, "\(row.errors)")) }
    if row.warnings > 0 { parts.append(wording(PlainPhrase.look, "\(row.warnings)")) }
    if !row.unconfirmed.isEmpty { parts.append(wording(ReadBackPhrase.waiting, "\(row.unconfirmed.count)")) }
    return parts.joined(separator: wording.comma)
  }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    if case .elsewhere = panel {
      return switch line {
      case .text("1"): .keys(.enter)
      case .text("2"), .back: .keys(.escape)
      case .accept, .help, .later, .check, .more, .empty, .text: .chooseFirst(of: 2, context)
      }
    }
    guard let list else { return .again }
    switch line {
    case .accept: return list.rows.isEmpty ? .keys(.function(10)) : .chooseFirst(of: readNow.count, context)
    case .back: return .keys(.function(10))
    case .more: return moving(to: readNow.upperBound < list.rows.count ? readNow.upperBound : 0, then: [])
    case .check: return .keys(.text("u"))
    case .help, .later, .empty: return .notHere(context)
    case .text(let text):
      // A code is longer than a number in front.
      if let code = RecordCode(text), let row = list.rows.firstIndex(where: { $0.code == code }) {
        return moving(to: row, then: [.key(.enter)])
      }
      guard let number = plainNumber(text), number <= readNow.count else {
        return .chooseFirst(of: readNow.count, context)
      }
      return moving(to: readNow.lowerBound + number - 1, then: [.key(.enter)])
    }
  }

  private func moving(to row: Int, then keys: [Event]) -> PlainAnswer {
    .events([.key(.home)] + Array(repeating: .key(.down), count: row) + keys)
  }
}
