import Filling
import Records
import Terminal
import Wording

extension StepPanel {
  func question(_ name: String, _ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    var question = PlainQuestion(id: "\(name) \(steps.current)", lines: [], prompt: wording(PlainPhrase.typeText))
    var notice = steps.notice
    switch steps.step {
    case .choice(let ask, let choices):
      question.lines = [steps.title, ask]
      choices.ask(in: &question, context)
    case .line(let line):
      let text = line.editor.text
      question.lines = [line.title, line.hint]
      if !text.isEmpty { question.lines.append(wording(PlainPhrase.nowIs, reading(context) ?? text)) }
      notice = notice ?? line.notice
    }
    question.remark = notice.map { wording(PlainPhrase.error, $0) }
    return question
  }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    switch line {
    case .accept: .keys(.enter)
    case .back: .keys(.backTab)
    case .check: .keys(.function(5))
    case .later, .more, .help, .empty: .notHere(context)
    case .text(let text):
      switch steps.step {
      case .choice(_, let choices): choices.answer(text, context)
      case .line: .types(text)
      }
    }
  }
}

extension CheckPanel {
  func question(_ entry: FormEntry, _ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    if let asked {
      var question = PlainQuestion(
        id: "asked \(asked)", lines: [text(asked, context)], prompt: wording(PlainPhrase.chooseDefault, "2"))
      question.choices = [wording(CheckPhrase.warningYes), wording(CheckPhrase.warningMend)]
      return question
    }
    let done = entry.filling.doneItems(context.filling)
    let progress = wording(PlainPhrase.progress, "\(done.count)", "\(done.count { $0 })")
    var question = PlainQuestion(
      id: "check", lines: [wording(CheckPhrase.title) + wording.colon + counts(wording), progress],
      prompt: wording(PlainPhrase.chooseDefault, "\(highlighted + 1)"))
    question.choices = rows.map { sentence($0, context).inOneLine }
    question.help = [wording(canHandIn ? CheckPhrase.lookAgain : .blanksAside)]
    question.word = entry.word?.text
    return question
  }

  /// A line of the list with its weight in words.
  private func sentence(_ row: FormFilling.Line, _ context: DeskContext) -> String {
    let words = words(row, context)
    guard case .finding(let finding) = row else { return words }
    return switch finding.severity {
    case .error: context.wording(PlainPhrase.mend, words)
    case .warning: context.wording(PlainPhrase.look, words)
    case .missing: words
    }
  }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    switch line {
    case .accept: return .keys(.enter)
    case .back: return .keys(.escape)
    case .check: return .again
    case .later, .more, .help, .empty: return .notHere(context)
    case .text(let text):
      if asked != nil { return .digit(text, of: 2, context) }
      guard let number = plainNumber(text), rows.indices.contains(number - 1) else {
        return .chooseFirst(of: rows.count, context)
      }
      return .events([.key(.home)] + Array(repeating: .key(.down), count: number - 1) + [.key(.enter)])
    }
  }
}

extension FormEntry {
  func unsavedQuestion(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    var question = PlainQuestion(
      id: "unsaved", lines: [wording(CheckPhrase.unsavedTitle), wording(CheckPhrase.unsavedAsk)],
      prompt: wording(PlainPhrase.chooseNumber))
    if case .failed(let error) = saving { question.lines.insert(wording.message(error), at: 1) }
    question.choices = [wording(CheckPhrase.unsavedRetry), wording(CheckPhrase.unsavedLeave)]
    return question
  }
}
