import Records
import Terminal
import Wording

/// A teacher's sheet, or the walk through its gaps, in lines: one item after the other, as a family is asked.
extension SheetScreen: PlainPage {
  func question(_ context: DeskContext) -> PlainQuestion {
    let wording = context.wording
    switch cover {
    case .reason(let reason):
      var question = reason.question("reason \(reason.finding.rule)", context)
      question.lines.insert(wording.message(reason.finding, form: context.form), at: 0)
      return question
    case .parting:
      let isHandedIn = entry.leaving == .handedIn
      let code = entry.record.code.text
      return PlainQuestion(
        id: "parting",
        lines: [
          wording(isHandedIn ? SheetPhrase.partingHandedIn : .partingSaved),
          wording(SheetPhrase.partingCode) + wording.colon + code, wording.spelled(code),
        ], prompt: wording(PlainPhrase.allDone))
    case nil: return entry.question(context)
    }
  }

  func answer(_ line: PlainLine, _ context: DeskContext) -> PlainAnswer {
    switch cover {
    case .reason(let reason): return reason.answer(line, context)
    case .parting: return line == .accept ? .keys(.escape) : .notHere(context)
    case nil: return entry.answer(line, context)
    }
  }
}
