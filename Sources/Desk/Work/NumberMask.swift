import FormModel
import Standards

/// How personal numbers are shown to whoever works on other people's records: `441302********123X`.
struct NumberMask: Hashable, Sendable {
  /// Whether the numbers stand there whole for a moment.
  var isLifted = false

  /// A stored value as a person reads it, a number with its middle covered.
  func shown(_ value: String, of field: Int, _ context: DeskContext) -> String {
    guard !isLifted, case .documentNumber = context.form.fields[field].kind else {
      return context.shown(value, of: field)
    }
    return Self.covered(value)
  }

  /// The first six and the last four characters; of a short number only the last two.
  static func covered(_ number: String) -> String {
    let (head, tail) = number.count >= 15 ? (6, 4) : (0, min(2, number.count / 2))
    return number.prefix(head) + String(repeating: "*", count: number.count - head - tail) + number.suffix(tail)
  }
}
