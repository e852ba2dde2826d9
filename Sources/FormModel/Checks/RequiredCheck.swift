/// A required item needs an answer while it is relevant; an irrelevant one must be empty.
///
/// What an item's relevance depends on may itself be blank: then only that blank is reported.
struct RequiredCheck: RecordCheck {
  func check(_ scope: ConditionScope, into findings: inout [Finding]) {
    for (index, field) in scope.form.fields.enumerated() {
      let answer = scope.answers[index]
      let isEmpty = answer.text?.isEmpty ?? true
      switch field.relevant.evaluate(scope) {
      case .no:
        if !isEmpty { findings.append(Finding(.notRelevant, .error, fields: [index])) }
      case .unknown:
        break
      case .yes:
        guard isEmpty, case .yes = field.required.evaluate(scope) else { continue }
        findings.append(Finding(answer == .owed ? .owed : .required, .missing, fields: [index]))
      }
    }
  }
}
