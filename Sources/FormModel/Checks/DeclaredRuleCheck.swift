/// The rules between items that the form's file states.
struct DeclaredRuleCheck: RecordCheck {
  func check(_ scope: ConditionScope, into findings: inout [Finding]) {
    for (index, rule) in scope.form.rules.enumerated() {
      guard case .yes = rule.condition.evaluate(scope) else { continue }
      findings.append(Finding(.declared(index, code: rule.name), rule.severity, fields: rule.fields))
    }
  }
}
