import Testing

@testable import Standards

/// The Gregorian calendar (GB/T 7408, ISO 8601).
@Suite struct CalendarDateTests {
  @Test func `every day of 1900 to 2100 follows the one before, in every reading`() throws {
    var day = date("1900-01-01")
    var days = 0
    while day.year <= 2100 {
      #expect(CalendarDate(dayNumber: day.dayNumber) == day)
      #expect(CalendarDate(iso: day.iso) == day)
      #expect(CalendarDate(year: day.year, month: day.month, day: day.day) == day)
      let next = day.adding(days: 1)
      guard next > day, next.dayNumber == day.dayNumber + 1, next.weekday == day.weekday % 7 + 1 else {
        Issue.record("\(day) is followed by \(next)")
        return
      }
      #expect(next.day == day.day + 1 || next.day == 1)
      day = next
      days += 1
    }
    // 201 years, of which 49 leap years: 1900 and 2100 are none.
    #expect(days == 201 * 365 + 49)
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2000-01-01", 10_957, 6), ("1949-10-01", -7_397, 6), ("2024-02-29", 19_782, 4),
    ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ])
  func `a known day has its number and its weekday`(iso: String, number: Int, weekday: Int) {
    #expect(date(iso).dayNumber == number)
    #expect(date(iso).weekday == weekday)
    #expect(date(iso).description == iso)
  }

  @Test(arguments: [
    "", "2021-3-8", "2021-03-8", "20210308", "2021/03/08", "2021-02-29", "1900-02-29", "2100-02-29", "2021-04-31",
    "2021-00-10", "2021-13-10", "2021-01-00", "2021-01-32", "0000-01-01", "02021-01-01", "2021-03-08 ", " 2021-03-08",
    "２０２１-03-08", "2021‐03‐08", "-021-03-08", "2021-03-081",
  ])
  func `what is no day in that form is none`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `no day lies outside the years 1 to 9999`() {
    #expect(CalendarDate(dayNumber: -719_163) == nil)
    #expect(CalendarDate(dayNumber: 2_932_897) == nil)
    #expect(date("9999-12-31").adding(days: 1) == date("9999-12-31"))
    #expect(date("0001-01-01").adding(days: -1) == date("0001-01-01"))
    #expect(date("9999-12-31").adding(months: 1) == date("9999-12-31"))
    #expect(date("0001-01-31").adding(months: -1) == date("0001-01-31"))
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-11-25", 12, "2025-11-25"), ("2024-12-31", 2, "2025-02-28"), ("2024-03-31", -1, "2024-02-29"),
    ("2024-01-15", -1, "2023-12-15"), ("2024-05-05", 0, "2024-05-05"),
  ])
  func `months later is the same day, or the last of a shorter month`(from: String, months: Int, until: String) {
    #expect(date(from).adding(months: months) == date(until))
  }

  @Test(arguments: [
    ("2021-03-08", "2024-03-07", 2, 11), ("2021-03-08", "2024-03-08", 3, 0), ("2020-02-29", "2021-02-28", 0, 11),
    ("2020-02-29", "2021-03-01", 1, 0), ("2021-03-08", "2021-03-08", 0, 0), ("2021-03-08", "2021-03-07", 0, 0),
    ("2021-12-31", "2022-01-30", 0, 0), ("2021-12-31", "2022-01-31", 0, 1),
  ])
  func `an age is full years and months`(born: String, on: String, years: Int, months: Int) {
    #expect(date(born).age(on: date(on)) == (years, months))
  }
}
