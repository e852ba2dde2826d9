/// A required item needs an answer while it is relevant; an irrelevant one must be empty.
///
/// What an item's relevance depends on may itself be blank: then only that blank is reported.
struct RequiredCheck: RecordCheck {
  func check(_ scope: ConditionScope, into findings: inout [Finding]) {
    // By index: a field taken out of its array is copied whole, and this runs for every child of a city.
    for index in scope.form.fields.indices {
      let answer = scope.answers[index]
      let isEmpty = answer.text?.isEmpty ?? true
      switch scope.form.fields[index].relevant.evaluate(scope) {
      case .no:
        if !isEmpty { findings.append(Finding(.notRelevant, .error, fields: [index])) }
      case .unknown:
        break
      case .yes:
        guard isEmpty, case .yes = scope.form.fields[index].required.evaluate(scope) else { continue }
        findings.append(Finding(answer == .owed ? .owed : .required, .missing, fields: [index]))
      }
    }
  }
}
