/// A required item needs an answer while it is relevant; an irrelevant one must be empty.
///
/// What an item's relevance depends on may itself be blank: then only that blank is reported. An item that is asked
/// and required unless another says otherwise is required as long as the other says nothing.
struct RequiredCheck: RecordCheck {
  func check(_ scope: ConditionScope, into findings: inout [Finding]) {
    // By index: a field in a variable would be a copy of all its texts.
    for index in scope.form.fields.indices {
      let answer = scope.answers[index]
      let isEmpty = answer.text?.isEmpty ?? true
      switch scope.form.fields[index].relevant.evaluate(scope) {
      case .no:
        if !isEmpty { findings.append(Finding(.notRelevant, .error, fields: [index])) }
      case .unknown:
        break
      case .yes:
        guard isEmpty else { continue }
        switch scope.form.fields[index].required.evaluate(scope) {
        case .no: break
        case .yes, .unknown:
          findings.append(Finding(answer == .owed ? .owed : .required, .missing, fields: [index]))
        }
      }
    }
  }
}
