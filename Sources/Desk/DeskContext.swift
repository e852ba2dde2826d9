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
  /// The forms of the records; `form` is that of the record that a page is about, else the usual one.
  public let forms: FormLibrary
  var desk = Facts()

  /// What the desk itself tells its pages.
  struct Facts: Sendable {
    /// Under whose name a family's acts are recorded.
    var person = Person(role: .guardian, name: "")
    /// Whether families are alone with the desk, so that nothing else of the machine is to be had: see `Desk.isKiosk`.
    var isKiosk = false
    /// Whether there is a first page to go back to.
    var hasHome = false
    /// Whether somebody types whole lines, without a screen: see `PlainDialogue`.
    var takesLines = false
    /// Whether Chinese is typed with letters, which need a line below the one that is typed in.
    var typesPinyin = false
    /// What the first page says of the settings and of what cannot be read.
    var problem: String?
  }

  var isKiosk: Bool { desk.isKiosk }

  public init(form: Form, wording: Wording, settings: Settings, now: Timestamp) {
    self.init(forms: FormLibrary(form), wording: wording, settings: settings, now: now)
  }

  public init(forms: FormLibrary, wording: Wording, settings: Settings, now: Timestamp) {
    self.forms = forms
    filling = FillingContext(form: forms.form, settings: settings, now: now)
    self.wording = wording
  }

  public var form: Form { filling.form }

  /// The same context with the form of this edition, or with the usual form for nil; unchanged where no such form is
  /// known.
  public func of(_ edition: FormEdition?) -> DeskContext {
    let wanted = edition ?? forms.form.edition
    guard wanted != form.edition, let form = forms.form(wanted) else { return self }
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
