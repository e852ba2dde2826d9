extension DocumentNumber {
  /// A number of 18 characters in the three parts that people read aloud; any other as it is.
  public static func spelled(_ number: String) -> String {
    guard number.utf8.count == 18, number.count == 18 else { return number }
    return "\(number.prefix(6)) \(number.dropFirst(6).prefix(8)) \(number.suffix(4))"
  }

  /// A personal number as lists and read-only pages show it: `441302********123X`.
  ///
  /// The length stays visible. Of 18 characters or more all but the first six and the last four are covered, and so the
  /// birth date; of a shorter number at least half, and of four or fewer everything.
  public static func masked(_ number: String) -> String {
    let count = number.count
    let (head, tail) =
      switch count {
      case 18...: (6, 4)
      // The fifteen digits of before 1999, and the old cards for foreigners, end with fewer digits after the date.
      case 15...17: (6, 1)
      case 11...14: (3, 2)
      case 8...10: (2, 2)
      case 5...7: (1, 1)
      default: (0, 0)
      }
    return number.prefix(head) + String(repeating: "*", count: count - head - tail) + number.suffix(tail)
  }
}
