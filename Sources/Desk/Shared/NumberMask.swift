import FormModel
import Standards

/// Whether personal numbers stand on a page whole or covered.
struct NumberMask: Hashable, Sendable {
  var isLifted = false

  /// A stored value as a person reads it, a number with its middle covered.
  func shown(_ value: String, of field: Int, _ context: DeskContext) -> String {
    guard !isLifted, case .documentNumber = context.form.fields[field].kind else {
      return context.shown(value, of: field)
    }
    return DocumentNumber.masked(value)
  }
}
