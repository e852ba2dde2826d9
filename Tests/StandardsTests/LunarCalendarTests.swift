import Testing

@testable import Standards

/// GB/T 33661-2017, 农历的编算和颁行.
@Suite struct LunarCalendarTests {
  private let calendar: LunarCalendar

  init() throws { calendar = try LunarCalendar(folder: .embedded) }

  @Test(arguments: [
    // New Year's days, Mid-Autumn, New Year's Eve of a long last month.
    (2021, 1, 1, ["2021-02-12"]), (2024, 1, 1, ["2024-02-10"]), (2024, 8, 15, ["2024-09-17"]),
    (2023, 12, 30, ["2024-02-09"]), (2021, 1, 25, ["2021-03-08"]),
    // The last month of 2024 has twenty-nine days.
    (2024, 12, 29, ["2025-01-28"]), (2024, 12, 30, []),
    // Leap months: the fourth of 2020, the second of 2023, the sixth of 2025, the eleventh of 2033.
    (2020, 4, 1, ["2020-04-23", "2020-05-23"]), (2023, 2, 1, ["2023-02-20", "2023-03-22"]),
    (2025, 6, 1, ["2025-06-25", "2025-07-25"]), (2033, 11, 1, ["2033-11-22", "2033-12-22"]),
    // Outside the table, or no day of any month.
    (1998, 1, 1, []), (2040, 1, 1, []), (2021, 13, 1, []), (2021, 1, 0, []), (2021, 1, 31, []),
  ])
  func `a lunar date is these days`(year: Int, month: Int, day: Int, days: [String]) {
    #expect(calendar.solar(year: year, month: month, day: day).map(\.iso) == days)
  }

  @Test func `every month of the table has twenty-nine or thirty days`() throws {
    let table = try TSVTable("lists/lunar.tsv", in: .embedded)
    let column = try table.requiredColumn("first_day")
    let days = table.rows.compactMap { CalendarDate(iso: $0[column])?.dayNumber }
    #expect(days.count == table.count)
    for (one, next) in zip(days, days.dropFirst()) { #expect((29...30).contains(next - one)) }
  }

  @Test func `a typed date is the lunar reading of a day, or not`() {
    #expect(calendar.isLunarReading(date("2021-01-25"), of: date("2021-03-08")))
    #expect(!calendar.isLunarReading(date("2021-01-24"), of: date("2021-03-08")))
    #expect(!calendar.isLunarReading(date("2021-03-08"), of: date("2021-03-08")))
    // In a year with two fourth months either may be meant.
    #expect(calendar.isLunarReading(date("2020-04-05"), of: date("2020-04-27")))
    #expect(calendar.isLunarReading(date("2020-04-05"), of: date("2020-05-27")))
    // The last lunar month of a year lies in the next.
    #expect(calendar.isLunarReading(date("2023-12-30"), of: date("2024-02-09")))
  }

  @Test func `a calendar without a table knows nothing`() throws {
    #expect(LunarCalendar().solar(year: 2021, month: 1, day: 1) == [])
    let other = try TSVTable(Array("code\ttext\n1\t2\n".utf8), name: "x.tsv")
    #expect(LunarCalendar(other).solar(year: 2021, month: 1, day: 1) == [])
  }
}
