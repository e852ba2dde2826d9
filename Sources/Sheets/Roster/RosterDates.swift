import FormModel
import Standards

/// The orders in which people write a day in numbers.
public enum DateOrder: Hashable, Sendable, CaseIterable {
  case yearFirst, monthFirst, dayFirst
}

/// What only the cells of a column together can tell.
public struct RosterHabits: Hashable, Sendable {
  /// How dates are written that could be read in several ways, if only one order makes all of them plausible.
  public private(set) var order: DateOrder?
  /// Columns in which a spreadsheet has made zeros of the last digits of numbers.
  private(set) var lostDigits: Set<Int> = []

  public init() {}

  /// Looks through the children's rows.
  public init(_ sheet: RosterSheet, form: Form, setting: CheckSetting) {
    let rows = sheet.children.map(\.row)
    var orders = Set(DateOrder.allCases)
    var isAsked = false
    for column in sheet.mapping.columns {
      guard case .item(.field(let field)) = column.use else { continue }
      switch form.fields[field].kind {
      case .date:
        let plausible = Self.plausibleDays(isBirth: form.fields[field].derivation?.part == .birthDate, setting.today)
        for row in rows {
          guard let date = UnclearDate(row.cell(column.index)) else { continue }
          isAsked = true
          orders = orders.filter { order in date.day(in: order).map(plausible.contains) ?? false }
        }
      case .documentNumber:
        let numbers = rows.compactMap { row -> String? in
          let number = CitizenNumber.repair(row.cell(column.index).entry)
          return number.utf8.count == 18 ? number : nil
        }
        // One number in a thousand ends in three zeros by chance.
        if numbers.count(where: { $0.hasSuffix("000") }) >= 2 + numbers.count / 250 { lostDigits.insert(column.index) }
      case .text, .classCode, .select, .place: break
      }
    }
    order = isAsked && orders.count == 1 ? orders.first : nil
  }

  /// The days that a child in a kindergarten can have been born on, or can have come.
  private static func plausibleDays(isBirth: Bool, _ today: CalendarDate) -> ClosedRange<CalendarDate> {
    today.adding(months: -120)...(isBirth ? today : today.adding(months: 12))
  }
}

/// A date of three numbers whose year has two digits, or stands last: 10/12/21 is one day in China and another elsewhere.
struct UnclearDate {
  private let numbers: [Int]
  private let isYearLast: Bool

  init?(_ cell: SheetCell) {
    guard case .text(let text) = cell else { return nil }
    let entry = RosterDates.withoutTime(text.trimmed)
    guard let sign = entry.first(where: { "/-.".contains($0) }) else { return nil }
    let parts = entry.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, parts[2].utf8.count <= 2 || parts[2].utf8.count == 4
    else { return nil }
    numbers = parts.compactMap { Int($0) }
    isYearLast = parts[2].utf8.count == 4
  }

  /// The day in this century, if it is one.
  func day(in order: DateOrder) -> CalendarDate? {
    func year(_ number: Int) -> Int { number < 100 ? 2000 + number : number }
    switch order {
    case .yearFirst:
      return isYearLast ? nil : CalendarDate(year: year(numbers[0]), month: numbers[1], day: numbers[2])
    case .monthFirst: return CalendarDate(year: year(numbers[2]), month: numbers[0], day: numbers[1])
    case .dayFirst: return CalendarDate(year: year(numbers[2]), month: numbers[1], day: numbers[0])
    }
  }
}

/// Reads the dates of rosters.
enum RosterDates {
  enum Reading: Hashable {
    case day(CalendarDate)
    /// A year, or a year and a month.
    case incomplete
  }

  static func read(
    _ entry: String, _ cell: SheetCell, order: DateOrder?, today: CalendarDate, latest: CalendarDate?
  ) throws(RosterFault.Reason) -> Reading {
    if let unclear = UnclearDate(cell) {
      guard let order, let day = unclear.day(in: order) else { throw .unclearDate }
      return .day(day)
    }
    let text = withoutTime(entry)
    if text.utf8.count == 5, let serial = Double(text), SheetColumns.serials.contains(serial) { throw .dateAsNumber }
    switch DateReader.read(text, today: today, latest: latest) {
    case .success(let day): return .day(day)
    case .failure(.incomplete) where beginsWithYear(text): return .incomplete
    // 202409: the desk reads six digits as a day, and there is no 24th month.
    case .failure(.noSuchDay) where isMonth(text): return .incomplete
    case .failure(let problem): throw .rule(.unreadableDate(problem))
    }
  }

  private static func beginsWithYear(_ text: String) -> Bool {
    // 二〇二五年九月 as well.
    let digits = text.prefix { $0.isNumber }.compactMap(\.wholeNumberValue)
    guard digits.count == 4, digits.allSatisfy({ $0 < 10 }) else { return false }
    return DateReader.years.contains(digits.reduce(0) { 10 * $0 + $1 })
  }

  private static func isMonth(_ text: String) -> Bool {
    guard text.utf8.count == 6, let number = Int(text) else { return false }
    return (1900...2100).contains(number / 100) && (1...12).contains(number % 100)
  }

  /// A date without the time of day that databases and spreadsheets write behind it.
  static func withoutTime(_ entry: String) -> String {
    guard let end = entry.firstIndex(where: { $0 == " " || $0 == "T" || $0 == "　" }) else { return entry }
    let time = entry[entry.index(after: end)...].trimmed
    let isTime =
      time.split(separator: ":").count >= 2
      && time.utf8.allSatisfy { (0x30...0x3A).contains($0) || [0x2E, 0x5A, 0x2B, 0x20].contains($0) }
    return isTime ? String(entry[..<end]) : entry
  }
}

extension StringProtocol {
  /// Without white space at the ends.
  var trimmed: String {
    let scalars = Substring(self).unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return "" }
    return String(Substring(scalars[first...last]))
  }
}
