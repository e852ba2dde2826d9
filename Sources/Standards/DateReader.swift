/// Why a typed text is no day.
public enum DateProblem: String, Error, Sendable, CaseIterable {
  case empty
  /// A year, or a year and a month, but no day.
  case incomplete
  case unreadable
  /// Written like a date, but the calendar has no such day.
  case noSuchDay = "no-such-day"
  /// Written like a date, but of a year before 1900 or after 2100.
  case yearOutOfRange = "year-out-of-range"
}

/// Reads dates the way people write them: `20110305`, `110305`, `2011-3-5`, `2011.3.5`, `2011年3月5日`, in ASCII or
/// full-width digits or Chinese numerals.
public enum DateReader {
  /// The years that a date of a child or a guardian can be of.
  public static let years = 1900...2100

  /// The day that was typed.
  ///
  /// Six digits without separators are always year, month, day. A two-digit year is the last one that does not lead
  /// beyond `latest` (today, if nothing is given).
  public static func read(
    _ typed: String, today: CalendarDate, latest: CalendarDate? = nil
  ) -> Result<CalendarDate, DateProblem> {
    let groups: [Group]
    switch split(typed) {
    case .success(let found): groups = found
    case .failure(let problem): return .failure(problem)
    }
    switch groups.count {
    case 0: return .failure(.empty)
    case 1: return packed(groups[0], latest: latest ?? today)
    case 2: return .failure(.incomplete)
    case 3:
      guard groups[1].digits <= 2, groups[2].digits <= 2 else { return .failure(.unreadable) }
      return day(groups[0], month: groups[1].value, day: groups[2].value, latest: latest ?? today)
    default: return .failure(.unreadable)
    }
  }

  /// A number of the date, and with how many digits it was written.
  private struct Group {
    var value: Int
    var digits: Int
  }

  // MARK: From digits to a day

  private static func packed(_ group: Group, latest: CalendarDate) -> Result<CalendarDate, DateProblem> {
    let (month, dayOfMonth) = (group.value / 100 % 100, group.value % 100)
    switch group.digits {
    case 8:
      return day(Group(value: group.value / 10_000, digits: 4), month: month, day: dayOfMonth, latest: latest)
    case 6:
      return day(Group(value: group.value / 10_000, digits: 2), month: month, day: dayOfMonth, latest: latest)
    case 1...5, 7: return .failure(.incomplete)
    default: return .failure(.unreadable)
    }
  }

  private static func day(
    _ year: Group, month: Int, day: Int, latest: CalendarDate
  ) -> Result<CalendarDate, DateProblem> {
    let date: CalendarDate?
    switch year.digits {
    case 4:
      guard years.contains(year.value) else { return .failure(.yearOutOfRange) }
      date = CalendarDate(year: year.value, month: month, day: day)
    case 2:
      let century = latest.year / 100 * 100
      let recent = CalendarDate(year: century + year.value, month: month, day: day)
      if let recent, recent <= latest {
        date = recent
      } else {
        date = CalendarDate(year: century - 100 + year.value, month: month, day: day)
      }
    default: return .failure(.unreadable)
    }
    return date.map { .success($0) } ?? .failure(.noSuchDay)
  }

  // MARK: From text to digits

  /// The numbers between the separators; any run of separators is one.
  private static func split(_ typed: String) -> Result<[Group], DateProblem> {
    var groups: [Group] = []
    var characters: [Unicode.Scalar] = []
    func close() -> Bool {
      guard !characters.isEmpty else { return true }
      guard let group = number(characters) else { return false }
      groups.append(group)
      characters = []
      return true
    }
    for scalar in typed.unicodeScalars.prefix(40) {
      let folded = fold(scalar)
      if isDigit(folded) || numeral(folded) != nil {
        characters.append(folded)
      } else if isSeparator(folded) {
        guard close() else { return .failure(.unreadable) }
      } else {
        return .failure(.unreadable)
      }
    }
    guard typed.unicodeScalars.count <= 40, close() else { return .failure(.unreadable) }
    return .success(groups)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    // A full-width O stands for the zero of 二Ｏ一一; as an ASCII letter it would be none.
    guard (0xFF01...0xFF5E).contains(scalar.value), scalar != "Ｏ" else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", ".", "/", ",", "年", "月", "日", "号", "。", "、", "·", "–", "—", "‐", "−": true
    default: scalar.isWhiteSpace || scalar.isInvisible
    }
  }

  /// The value of a Chinese numeral; ten is 10.
  private static func numeral(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零", "○", "Ｏ": 0
    case "一", "壹", "元": 1
    case "二", "贰", "两": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    case "十", "拾": 10
    case "廿": 20
    case "卅": 30
    default: nil
    }
  }

  /// Digits in a row (`2011`, `二〇一一`), or a numeral with tens (`十二`, `二十三`, `廿三`).
  private static func number(_ characters: [Unicode.Scalar]) -> Group? {
    guard characters.count <= 9 else { return Group(value: 0, digits: characters.count) }
    let values = characters.map { isDigit($0) ? Int($0.value - 0x30) : numeral($0) ?? 0 }
    if !values.contains(where: { $0 >= 10 }) {
      return Group(value: values.reduce(0) { $0 * 10 + $1 }, digits: values.count)
    }
    // Tens: at most one before and one after, as in 二十三.
    guard values.count <= 3, let ten = values.firstIndex(where: { $0 >= 10 }) else { return nil }
    let before = values[..<ten]
    let after = values[(ten + 1)...]
    guard before.count <= 1, after.count <= 1, after.allSatisfy({ $0 < 10 && $0 > 0 }) else { return nil }
    guard before.isEmpty || values[ten] == 10 else { return nil }
    let tens = before.first.map { $0 * 10 } ?? values[ten]
    return Group(value: tens + (after.first ?? 0), digits: 2)
  }
}
