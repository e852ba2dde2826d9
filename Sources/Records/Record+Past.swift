import FormModel

extension Record {
  /// The answers as they stood at a revision that went out, read back from the history.
  public func answers(at revision: Int, form: Form) -> Answers {
    var past = answers
    for entry in history.reversed() {
      guard entry.revision > revision else { break }
      guard entry.changesAnswers, let field = entry.field.flatMap(form.index(of:)) else { continue }
      past[field] = entry.old
    }
    return Answers(past)
  }

  /// The answers as the checks see them.
  public var checkedAnswers: Answers { Answers(answers) }
}

extension Answers {
  fileprivate init(_ recorded: [RecordedAnswer?]) {
    self.init(
      recorded.map { answer in
        switch answer?.content {
        // A desk writes no empty text; in a file from elsewhere it is no answer.
        case .value(let value): value.isEmpty ? .blank : .value(value)
        case .owed: .owed
        case nil: .blank
        }
      })
  }
}

extension HistoryEntry {
  /// Whether the entry put one answer in the place of another.
  ///
  /// What another desk's answer overtook is in the history without ever having stood.
  var changesAnswers: Bool {
    switch act {
    case .answer, .owe, .correct: reason != Record.changedElsewhere
    case .confirm, .accept, .query, .handIn, .return, .approve, .propose, .export, .number, .withdraw, .reinstate: false
    }
  }

  /// Whether what a sheet holds may be other than before: a telephone, the class's name (the sheet has its code), a
  /// proposal or the number that came back are not in it.
  var changesSheet: Bool {
    switch act {
    case .answer, .owe, .correct: !(field?.hasPrefix("contact.") ?? false)
    case .handIn, .return, .withdraw, .reinstate: true
    case .confirm, .accept, .query, .approve, .propose, .export, .number: false
    }
  }
}
