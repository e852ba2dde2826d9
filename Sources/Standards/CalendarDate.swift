/// A day of the Gregorian calendar, without time or zone.
///
/// Years run from 1 to 9999; days before 1582 are counted as if the calendar had always been in force.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// The day, or nil where the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads exactly `YYYY-MM-DD` (ISO 8601), in ASCII digits.
  public init?(iso: String) {
    self.init(iso: iso.utf8)
  }

  /// Not generic for callers elsewhere: they would get the slow, unspecialised code.
  private init?(iso bytes: String.UTF8View) {
    var digits: (Int, Int, Int) = (0, 0, 0)
    var count = 0
    for byte in bytes {
      if count == 4 || count == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
        let digit = Int(byte - UInt8(ascii: "0"))
        if count < 4 {
          digits.0 = digits.0 * 10 + digit
        } else if count < 7 {
          digits.1 = digits.1 * 10 + digit
        } else {
          digits.2 = digits.2 * 10 + digit
        }
      }
      count += 1
      guard count <= 10 else { return nil }
    }
    guard count == 10 else { return nil }
    self.init(year: digits.0, month: digits.1, day: digits.2)
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public var description: String { iso }

  public static func < (one: CalendarDate, other: CalendarDate) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  // MARK: Counting

  /// Days since 1970-01-01, negative before.
  public var dayNumber: Int {
    // March-based years, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted >= 0 ? shifted / 400 : (shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day so many days after 1970-01-01, or nil outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    let days = dayNumber + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// So many days later; the calendar's first or last day where that lies outside it.
  public func adding(days: Int) -> CalendarDate {
    let target = min(max(dayNumber + days, -719_162), 2_932_896)
    return CalendarDate(dayNumber: target) ?? self
  }

  /// So many months later; the last of a month that is too short for the day.
  public func adding(months: Int) -> CalendarDate {
    let count = min(max(year * 12 + month - 1 + months, 12), 9999 * 12 + 11)
    let (year, month) = (count / 12, count % 12 + 1)
    return CalendarDate(year: year, month: month, day: min(day, Self.days(in: month, of: year))) ?? self
  }

  /// Full years and months that someone born on this day has lived on another; 0 before birth.
  public func age(on date: CalendarDate) -> (years: Int, months: Int) {
    guard date >= self else { return (0, 0) }
    var months = (date.year - year) * 12 + date.month - month
    if date.day < day { months -= 1 }
    return (months / 12, months % 12)
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let rest = (dayNumber + 3) % 7
    return (rest < 0 ? rest + 7 : rest) + 1
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
