import TestSupport

@testable import Standards

/// Invented citizen numbers.
enum InventedNumber {
  /// Seventeen digits with their check character, by the recursion of ISO 7064 rather than by weights.
  static func withCheck(_ seventeen: String) -> String {
    let rest = seventeen.utf8.reduce(0) { ($0 + Int($1) - 0x30) * 2 % 11 }
    let check = (12 - rest) % 11
    return seventeen + (check == 10 ? "X" : String(check))
  }

  /// A valid number of a county that is known, born between 1900 and 2024.
  static func any(using steps: inout Steps) -> String {
    let area = ["110101", "310104", "441302", "650102", "810000"].randomElement(using: &steps) ?? "441302"
    let birth = date("1900-01-01").adding(days: Int.random(in: 0..<45_600, using: &steps)).iso
    let sequence = String(Int.random(in: 1000...1999, using: &steps)).dropFirst()
    return withCheck(area + birth.filter { $0 != "-" } + sequence)
  }
}

/// A day that a test knows to exist.
func date(_ iso: String) -> CalendarDate {
  guard let date = CalendarDate(iso: iso) else { preconditionFailure("the test's own date \(iso) is none") }
  return date
}
