import Standards

/// Checks one record's answers against a form: every finding, never only the first.
public struct Checker: Sendable {
  public let form: Form
  public let setting: CheckSetting

  /// What each value says by itself, in the order in which it is said.
  private static let fieldChecks: [any FieldCheck] = [
    ListCheck(), TextCheck(), DateCheck(), DocumentCheck(),
  ]

  /// What the answers say together.
  private static let recordChecks: [any RecordCheck] = [
    RequiredCheck(), EntryDateCheck(), DerivedValueCheck(), DeclaredRuleCheck(),
  ]

  public init(form: Form, setting: CheckSetting) {
    (self.form, self.setting) = (form, setting)
  }

  /// Everything there is to say about the answers, in the order of the sheet's items.
  public func findings(in answers: Answers) -> [Finding] {
    let scope = ConditionScope(form: form, answers: answers, setting: setting)
    var findings: [Finding] = []
    for field in form.fields.indices { checkValue(of: field, scope, &findings) }
    for check in Self.recordChecks { check.check(scope, into: &findings) }
    // Nearly always there is nothing to put in order.
    return findings.count < 2 ? findings : inOrder(findings)
  }

  /// What one field's own value says, without looking at what other items lack: said when the field is left.
  public func findings(of field: Int, in answers: Answers) -> [Finding] {
    let scope = ConditionScope(form: form, answers: answers, setting: setting)
    var findings: [Finding] = []
    checkValue(of: field, scope, &findings)
    return findings
  }

  private func checkValue(of field: Int, _ scope: ConditionScope, _ findings: inout [Finding]) {
    guard let text = scope.answers[field].text, !text.isEmpty else { return }
    for check in Self.fieldChecks { check.check(text, of: field, scope, into: &findings) }
  }

  private func inOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { ($0.element.field, $0.offset) < ($1.element.field, $1.offset) }.map(\.element)
  }
}

/// A check of one value by itself.
protocol FieldCheck: Sendable {
  func check(_ text: String, of field: Int, _ scope: ConditionScope, into findings: inout [Finding])
}

/// A check of what the answers say together.
protocol RecordCheck: Sendable {
  func check(_ scope: ConditionScope, into findings: inout [Finding])
}
