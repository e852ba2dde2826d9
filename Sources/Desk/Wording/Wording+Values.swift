import FormModel
import Standards

extension Wording {
  /// A day in words: `2021年3月8日`, or `8 March 2021`.
  public func date(_ date: CalendarDate) -> String { date.words(in: language) }

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
