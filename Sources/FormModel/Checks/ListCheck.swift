/// A chosen value must be an entry of its list.
struct ListCheck: FieldCheck {
  func check(_ text: String, of field: Int, _ scope: ConditionScope, into findings: inout [Finding]) {
    guard let list = scope.form.fields[field].kind.list else { return }
    if let code = scope.answers[field].value, scope.form.lists.list(list).index(of: code) != nil { return }
    findings.append(Finding(.notInList, .error, fields: [field]))
  }
}
