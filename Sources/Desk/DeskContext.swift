import Filling
import FormModel
import Records
import Standards
import Wording

/// What every page needs to know and none changes.
public struct DeskContext: Sendable {
  /// What a form is filled in under.
  public var filling: FillingContext
  public let wording: Wording
  /// The forms of the records; `form` is that of the record that a page is about.
  public let forms: FormLibrary
  /// Whether families are alone with the desk, so that nothing else of the machine is to be had: see `Desk.isKiosk`.
  var isKiosk = false

  public init(form: Form, wording: Wording, settings: Settings, now: Timestamp) {
    self.init(forms: FormLibrary(form), wording: wording, settings: settings, now: now)
  }

  public init(forms: FormLibrary, wording: Wording, settings: Settings, now: Timestamp) {
    self.forms = forms
    filling = FillingContext(form: forms.form, settings: settings, now: now)
    self.wording = wording
  }

  public var form: Form { filling.form }

  /// The same for what is about a record of this form.
  public func of(_ edition: FormEdition?) -> DeskContext {
    guard let edition, edition != form.edition, let form = forms.form(edition) else { return self }
    var context = self
    context.filling.form = form
    return context
  }

  public var settings: Settings {
    get { filling.settings }
    set { filling.settings = newValue }
  }
  /// Now, at the desk.
  public var now: Timestamp {
    get { filling.now }
    set { filling.now = newValue }
  }
  public var today: CalendarDate { now.date }
  public var language: Language { wording.language }
  public var setting: CheckSetting { filling.setting }

  /// A stored value as a person reads it: a list's text, a place with its province, a date in words.
  func shown(_ value: String, of field: Int) -> String { form.shown(value, of: field, in: language) }
}
