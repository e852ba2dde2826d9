import FormModel
import Standards

/// Whether personal numbers stand on a page whole or covered.
public struct NumberMask: Hashable, Sendable {
  var isLifted = false

  public init(isLifted: Bool = false) { self.isLifted = isLifted }

  /// A number that stands in no item, such as the 学籍号.
  func shown(_ number: String) -> String { isLifted ? number : DocumentNumber.masked(number) }

  /// A stored value as a person reads it, a number with its middle covered.
  func shown(_ value: String, of field: Int, _ context: DeskContext) -> String {
    guard !isLifted, case .documentNumber = context.form.fields[field].kind else {
      return context.shown(value, of: field)
    }
    return DocumentNumber.masked(value)
  }
}
