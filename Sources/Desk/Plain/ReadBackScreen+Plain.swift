import FormModel
import Records
import Terminal
import Wording

/// The read-back in lines: one sentence after the other, for somebody to say whether it is right.
extension ReadBackScreen: PlainPage {
  func question(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    var question: PlainQuestion
    switch panel {
    case .which(let fields, _):
      question = PlainQuestion(
        id: "which \(fields)", lines: [wording(ReadBackPhrase.whichTitle)], prompt: wording(PlainPhrase.chooseNumber))
      question.choices = fields.map { shown($0, context) }
    case .how:
      question = PlainQuestion(
        id: "how", lines: [wording(ReadBackPhrase.howTitle)], prompt: wording(PlainPhrase.chooseNumber))
      question.choices = Self.means.map { shown($0, wording) }
    case .who(_, _, let line):
      question = PlainQuestion(id: "who", lines: [line.title, line.hint], prompt: wording(PlainPhrase.typeText))
      question.remark = line.notice.map { wording(PlainPhrase.error, $0) }
    case .print, nil: question = sentenceQuestion(context)
    }
    question.remark = question.remark ?? notice
    return question
  }

  private func sentenceQuestion(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    let sentences = sentences(context)
    let sentence = sentences[current(sentences)]
    let place = wording(PlainPhrase.sentence, "\(current(sentences) + 1)", "\(sentences.count)")
    let waiting = wording(ReadBackPhrase.waiting, "\(sentences.reduce(0) { $0 + $1.waiting.count })")
    let findings = sentence.findings.map { $0.drop { !$0.isLetter }.description }
    var question = PlainQuestion(
      id: "sentence \(sentence.fields)",
      lines: [place + wording.comma + waiting, sentence.text]
        + (findings.isEmpty ? [] : [findings.joined(separator: wording.semicolon)]),
      prompt: wording(PlainPhrase.chooseDefault, "1"))
    question.choices = answers(context).map { wording($0) }
    question.help = [sentence.provenance, wording(isFamily ? ReadBackPhrase.help : .helpStaff)]
    return question
  }

  /// The answers to a sentence, in the order of the digits that give them.
  private func answers(_ context: DeskContext) -> [any Phrase] {
    let answers: [ReadBackPhrase] = [.keyRight, .keyWrong, .keyAll, isFamily ? .keyForm : .keyHow]
    let mayHandIn = keymap(context).action(for: .text("5")) != nil
    return answers + (mayHandIn ? [CheckPhrase.handIn] : []) + (isFamily ? [] : [ReadBackPhrase.keyBack])
  }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    switch panel {
    case .which(let fields, _): chosen(line, of: fields.count, context)
    case .how: chosen(line, of: Self.means.count, context)
    case .who: .typed(line, back: .escape, context)
    case .print, nil:
      switch line {
      case .accept: .keys(.enter)
      case .back: current(sentences(context)) > 0 ? .keys(.up) : .refused(context.wording(PlainPhrase.firstItem))
      case .more: .keys(.down)
      case .text(let text):
        // Back to the list; a family's way on is its form.
        !isFamily && plainNumber(text) == answers(context).count
          ? .keys(.function(10)) : .digit(text, of: answers(context).count, context)
      case .help, .later, .check, .empty: .notHere(context)
      }
    }
  }

  private func chosen(_ line: PlainLine, of count: Int, _ context: DeskContext) -> PlainAnswer {
    switch line {
    case .text(let text): .digit(text, of: count, context)
    case .back: .keys(.escape)
    case .accept, .help, .later, .check, .more, .empty: .chooseFirst(of: count, context)
    }
  }
}
