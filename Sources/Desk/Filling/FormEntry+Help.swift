import Filling
import FormModel
import Wording

/// What the help says of the present item, and of what lies over it.
extension FormEntry {
  /// What to write, where it stands on the paper, why it is asked, and what it may look like.
  func words(_ context: DeskContext) -> [(CommonPhrase, String)] {
    let (asked, language) = (asked(context), context.language)
    let words = [
      (CommonPhrase.helpWhat, asked.hint[language]), (.helpWhere, asked.paper[language]),
      (.helpWhy, asked.why[language]),
      (.helpExample, example(context) ?? ""),
    ]
    return words.filter { !$1.isEmpty }
  }

  private func example(_ context: DeskContext) -> String? {
    guard filling.asking == .item else { return nil }
    if let example = context.form.fields[field].example { return example[context.language] }
    switch editor {
    case .date: return context.wording(GuidedPhrase.dateExamples)
    case .search(let search): return context.wording(GuidedPhrase.typeToSearch, search.example(context))
    case .text, .number, .choices: return nil
    }
  }

  /// What the panel over the item is called; nil where none lies over it.
  func panelTitle(_ context: DeskContext) -> String? {
    let wording = context.wording
    switch panel {
    case nil: return nil
    case .jump: return wording(GuidedPhrase.jumpPrompt, "\(context.form.fields.count)")
    case .owed(let panel): return panel.steps.title
    case .unlisted(let panel): return panel.steps.title
    case .filler(let panel): return panel.steps.title
    case .check: return wording(CheckPhrase.title)
    case .unsaved: return wording(CheckPhrase.unsavedTitle)
    case .place, .dispute: return label(context)
    }
  }
}
