import FormModel
import Standards

extension Wording {
  /// A day in words: `2021年3月8日`, or `8 March 2021`.
  func date(_ date: CalendarDate) -> String {
    switch language {
    case .chinese: return "\(date.year)年\(date.month)月\(date.day)日"
    case .english:
      let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ]
      return "\(date.day) \(months[date.month - 1]) \(date.year)"
    }
  }

  func sex(_ sex: Sex) -> String {
    switch (sex, language) {
    case (.male, .chinese): "男"
    case (.female, .chinese): "女"
    case (.male, .english): "boy"
    case (.female, .english): "girl"
    }
  }

  /// A wait in words, seconds up to a minute and a half, else minutes.
  func wait(_ seconds: Int) -> String {
    let minutes = (seconds + 59) / 60
    switch language {
    case .chinese: return seconds <= 90 ? "\(seconds) 秒" : "\(minutes) 分钟"
    case .english: return seconds <= 90 ? "\(seconds) s" : "\(minutes) minutes"
    }
  }
}
