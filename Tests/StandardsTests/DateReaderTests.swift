import Testing

@testable import Standards

@Suite struct DateReaderTests {
  private static let today = date("2024-11-25")

  private static let written: [(String, String?)] = [
    ("20210308", "2021-03-08"), ("210308", "2021-03-08"), ("2021-3-8", "2021-03-08"), ("2021.3.8", "2021-03-08"),
    ("2021/03/08", "2021-03-08"), ("2021年3月8日", "2021-03-08"), ("2021年3月8号", "2021-03-08"),
    (" 2021 3 8 ", "2021-03-08"),
    ("２０２１０３０８", "2021-03-08"), ("２０２１－３－８", "2021-03-08"), ("２０２１．３．８", "2021-03-08"), ("2021。3。8", "2021-03-08"),
    ("二〇二一年三月八日", "2021-03-08"), ("二零二一年三月八日", "2021-03-08"), ("二○二一年三月八日", "2021-03-08"),
    ("二Ｏ二一年三月八日", "2021-03-08"), ("贰零贰壹年叁月捌日", "2021-03-08"), ("2021年元月8日", "2021-01-08"),
    ("2021年十二月二十三日", "2021-12-23"), ("2021年十月三十一日", "2021-10-31"), ("2021年腊月8日", nil), ("21年3月8日", "2021-03-08"),
    ("二一年三月八日", "2021-03-08"), ("2021年10月廿三日", "2021-10-23"), ("2021年10月卅日", "2021-10-30"),
    ("2021年3月8日\u{200B}", "2021-03-08"), ("20210308。", "2021-03-08"),
    // Two digits are the last such year that is not in the future.
    ("241125", "2024-11-25"), ("241126", "1924-11-26"), ("990101", "1999-01-01"), ("000229", "2000-02-29"),
  ]

  @Test(arguments: written)
  func `a date is read as people write it`(typed: String, iso: String?) {
    #expect((try? DateReader.read(typed, today: Self.today).get())?.iso == iso)
  }

  private static let refused: [(String, DateProblem)] = [
    ("", DateProblem.empty), ("  ", .empty), ("年月日", .empty), ("2021", .incomplete), ("202103", .noSuchDay),
    ("2021-03", .incomplete), ("2021年3月", .incomplete), ("2021038", .incomplete), ("三月八日", .incomplete),
    ("2021-02-29", .noSuchDay), ("20210431", .noSuchDay), ("2021-0-8", .noSuchDay), ("21-13-1", .noSuchDay),
    ("210229", .noSuchDay), ("1899-12-31", .yearOutOfRange), ("18991231", .yearOutOfRange),
    ("2101-1-1", .yearOutOfRange),
    ("3/8/2021", .unreadable), ("2021-3-8-9", .unreadable), ("202103081", .unreadable), ("2021-003-8", .unreadable),
    ("123-3-8", .unreadable), ("March 8, 2021", .unreadable), ("昨天", .unreadable), ("2O210308", .unreadable),
    ("٢٠٢١-03-08", .unreadable), ("2021年十十月8日", .unreadable), ("2021年三百月8日", .unreadable),
    ("99999999999999999999999999", .unreadable), ("2021-3-8 00:00", .unreadable), ("2021-3-8\u{7}", .unreadable),
  ]

  @Test(arguments: refused)
  func `what is no day says why`(typed: String, problem: DateProblem) {
    #expect(DateReader.read(typed, today: Self.today) == .failure(problem))
  }

  @Test func `the first and the last year are read`() {
    #expect(DateReader.read("19000101", today: Self.today) == .success(date("1900-01-01")))
    #expect(DateReader.read("21001231", today: Self.today) == .success(date("2100-12-31")))
  }

  /// A first day may lie a year ahead, and then so may two digits.
  @Test func `two digits reach as far as the latest day that is allowed`() {
    let latest = Self.today.adding(months: 12)
    #expect(DateReader.read("251125", today: Self.today, latest: latest) == .success(date("2025-11-25")))
    #expect(DateReader.read("251126", today: Self.today, latest: latest) == .success(date("1925-11-26")))
    #expect(DateReader.read("250901", today: Self.today) == .success(date("1925-09-01")))
  }

  @Test func `every form that is promised is read back, on days of a hundred years`() {
    var day = date("1924-11-26")
    while day <= Self.today {
      for typed in Self.forms(of: day) {
        #expect(DateReader.read(typed, today: Self.today) == .success(day), "\(typed)")
      }
      day = day.adding(days: 17)
    }
  }

  private static func forms(of day: CalendarDate) -> [String] {
    let digits = day.iso.filter { $0 != "-" }
    let plain = "\(day.year)-\(day.month)-\(day.day)"
    let hanzi = "\(day.year)年\(day.month)月\(day.day)日"
    let year = String(day.year).map { numerals[Int(String($0)) ?? 0] }.joined()
    let forms = [
      digits, String(digits.dropFirst(2)), plain, plain.replacing("-", with: "."), plain.replacing("-", with: "/"),
      hanzi,
      day.iso,
    ]
    return forms + forms.map(fullWidth) + ["\(year)年\(numeral(day.month))月\(numeral(day.day))日"]
  }

  private static let numerals = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private static func numeral(_ number: Int) -> String {
    let tens = number / 10 == 0 ? "" : (number / 10 == 1 ? "" : numerals[number / 10]) + "十"
    return tens + (number % 10 == 0 ? "" : numerals[number % 10])
  }

  private static func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 0x7F ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
        }))
  }
}
