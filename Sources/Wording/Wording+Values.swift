import FormModel
import Records
import Standards

extension Wording {
  /// A day in words: `2021年3月8日`, or `8 March 2021`.
  public func date(_ date: CalendarDate) -> String { date.words(in: language) }

  public func sex(_ sex: Sex) -> String {
    switch sex {
    case .male: say("男", "boy")
    case .female: say("女", "girl")
    }
  }

  /// A wait in words, seconds up to a minute and a half, else minutes.
  public func wait(_ seconds: Int) -> String {
    let minutes = (seconds + 59) / 60
    return seconds <= 90 ? say("\(seconds) 秒", "\(seconds) s") : say("\(minutes) 分钟", "\(minutes) minutes")
  }

  /// A record's status in a word.
  public func status(_ status: Status) -> String {
    switch status {
    case .draft: say("填写中", "draft")
    case .submitted: say("已交表", "submitted")
    case .approved: say("已通过", "approved")
    case .withdrawn: say("已撤回", "withdrawn")
    }
  }
}
