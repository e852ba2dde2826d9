import FormModel
import Records
import Standards

/// What a form is filled in with; filling it in never changes any of this.
public struct FillingContext: Sendable {
  public var form: Form
  /// The kindergarten's own: its county, its classes.
  public var settings: Settings
  /// Now, at the desk.
  public var now: Timestamp

  public init(form: Form, settings: Settings, now: Timestamp) {
    (self.form, self.settings, self.now) = (form, settings, now)
  }

  public var today: CalendarDate { now.date }

  public var setting: CheckSetting { CheckSetting(today: today, kindergarten: settings.division) }

  public var checker: Checker { Checker(form: form, setting: setting) }
}
