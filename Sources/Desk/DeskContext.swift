import FormModel
import Records
import Standards
import Wording

/// What every page needs to know and none changes.
public struct DeskContext: Sendable {
  public let form: Form
  public let wording: Wording
  public var settings: Settings
  /// Now, at the desk.
  public var now: Timestamp
  /// Whether families are alone with the desk, so that nothing else of the machine is to be had: see `Desk.isKiosk`.
  var isKiosk = false

  public init(form: Form, wording: Wording, settings: Settings, now: Timestamp) {
    self.form = form
    self.wording = wording
    self.settings = settings
    self.now = now
  }

  public var today: CalendarDate { now.date }
  public var language: Language { wording.language }

  public var setting: CheckSetting { CheckSetting(today: today, kindergarten: settings.division) }

  var checker: Checker { Checker(form: form, setting: setting) }

  /// A stored value as a person reads it: a list's text, a place with its province, a date in words.
  func shown(_ value: String, of field: Int) -> String { form.shown(value, of: field, in: language) }
}
