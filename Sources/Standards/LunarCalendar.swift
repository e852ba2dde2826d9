/// The Chinese lunar calendar of the years a table covers, by the first day of each month (GB/T 33661-2017).
public struct LunarCalendar: Sendable {
  private struct Month {
    var firstDay: Int
    var year: Int
    var month: Int
  }

  private var months: [Month] = []

  /// A calendar that knows no month.
  public init() {}

  /// Reads the table of a folder of forms.
  public init(folder: FormFolder) throws {
    self.init(try TSVTable("lists/lunar.tsv", in: folder))
  }

  /// Reads a table with the columns `first_day` (`YYYY-MM-DD`), `year`, `month` and `leap`.
  public init(_ table: TSVTable) {
    guard let first = table.column("first_day"), let year = table.column("year"), let month = table.column("month")
    else { return }
    months = table.rows.compactMap { row in
      guard let date = CalendarDate(iso: row[first]), let year = Int(row[year]),
        let month = Int(row[month])
      else { return nil }
      return Month(firstDay: date.dayNumber, year: year, month: month)
    }
  }

  /// The solar days that a lunar date may mean: two where the year has a leap month of that number.
  public func solar(year: Int, month: Int, day: Int) -> [CalendarDate] {
    guard (1...30).contains(day) else { return [] }
    return months.indices.compactMap { index in
      guard months[index].year == year, months[index].month == month else { return nil }
      let number = months[index].firstDay + day - 1
      // The thirtieth of a month of twenty-nine days does not exist.
      if index + 1 < months.count, number >= months[index + 1].firstDay { return nil }
      return CalendarDate(dayNumber: number)
    }
  }

  /// Whether `typed`, read as a lunar date, is the solar day: the usual slip where a family keeps lunar birthdays.
  public func isLunarReading(_ typed: CalendarDate, of solar: CalendarDate) -> Bool {
    self.solar(year: typed.year, month: typed.month, day: typed.day).contains(solar)
  }
}
