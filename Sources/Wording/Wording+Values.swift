import FormModel
import Records
import Standards

extension Wording {
  /// A day in words: `2021年3月8日`, or `8 March 2021`.
  public func date(_ date: CalendarDate) -> String { date.words(in: language) }

  public func sex(_ sex: Sex) -> String {
    switch (sex, language) {
    case (.male, .chinese): "男"
    case (.female, .chinese): "女"
    case (.male, .english): "boy"
    case (.female, .english): "girl"
    }
  }

  /// A wait in words, seconds up to a minute and a half, else minutes.
  public func wait(_ seconds: Int) -> String {
    let minutes = (seconds + 59) / 60
    switch language {
    case .chinese: return seconds <= 90 ? "\(seconds) 秒" : "\(minutes) 分钟"
    case .english: return seconds <= 90 ? "\(seconds) s" : "\(minutes) minutes"
    }
  }

  /// A record's status in a word.
  public func status(_ status: Status) -> String {
    let text: Localized =
      switch status {
      case .draft: Localized("填写中", "draft")
      case .submitted: Localized("已交表", "submitted")
      case .approved: Localized("已通过", "approved")
      case .withdrawn: Localized("已撤回", "withdrawn")
      }
    return text[language]
  }
}
