/// The rules between items that the form's file states.
struct DeclaredRuleCheck: RecordCheck {
  func check(_ scope: ConditionScope, into findings: inout [Finding]) {
    // By index: a rule in a variable would be a copy of all its texts, nearly always for nothing.
    for index in scope.form.rules.indices {
      guard case .yes = scope.form.rules[index].condition.evaluate(scope) else { continue }
      let rule = scope.form.rules[index]
      findings.append(
        Finding(.declared(index, code: rule.name, age: rule.condition.age(scope)), rule.severity, fields: rule.fields))
    }
  }
}
