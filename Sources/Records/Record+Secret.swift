import FormModel
import Standards

extension Record {
  /// Whether the family can come back to the record by what only it knows.
  public func knowsBirthDateOrTelephone(_ form: Form) -> Bool { birthDate(form) != nil || lastDigits != nil }

  /// Whether somebody who says this may open the record again: the birth date as last entered, or as the child's number
  /// has it; without one that was entered, the last four digits of the telephone.
  public func opens(to secret: String, on today: CalendarDate, form: Form) -> Bool {
    let entered = birthDate(form)
    let known = [entered, birthDateInNumber(form, today)].compactMap(\.self)
    switch DateReader.read(secret, today: today) {
    case .success(let said): if known.contains(said.iso) { return true }
    case .failure: if TextNormaliser.normalise(secret, as: .freeText) == entered { return true }
    }
    return entered == nil && lastDigits.map { $0 == TextNormaliser.normalise(secret, as: .code) } ?? false
  }

  /// Whether the family that sat here may go on: as `opens`, or by the child's name while neither birth date nor
  /// telephone is known. While not even the name is, anybody may who finds nothing there; else nobody, and a teacher
  /// opens the form.
  public func unlocks(to secret: String, on today: CalendarDate, form: Form) -> Bool {
    if knowsBirthDateOrTelephone(form) { return opens(to: secret, on: today, form: form) }
    guard let name = value(.childName, form) else { return isBlank }
    return TextNormaliser.normalise(secret, as: .personName) == name
  }

  /// Whether somebody who sat here can be asked for anything.
  public func asksNobody(_ form: Form) -> Bool { !knowsBirthDateOrTelephone(form) && value(.childName, form) == nil }

  /// Whether there is nothing in the record that could be anybody's.
  public var isBlank: Bool { answers.allSatisfy { $0 == nil } && contact == Contact() }

  private func birthDate(_ form: Form) -> String? { value(.childBirthDate, form) }

  /// The birth date that is read off the child's number, where that is valid: a family remembers the true day, not a
  /// slip of the pen in the date that was entered.
  private func birthDateInNumber(_ form: Form, _ today: CalendarDate) -> String? {
    form.field(.childBirthDate).flatMap {
      form.derivedValue(of: $0, in: checkedAnswers, setting: CheckSetting(today: today))
    }
  }

  private var lastDigits: String? {
    guard let telephone = contact.telephone, telephone.count >= 4 else { return nil }
    return String(telephone.suffix(4))
  }

  /// What stands in the item with a role, if the form has one.
  public func value(_ role: FieldRole, _ form: Form) -> String? { form.field(role).flatMap { answers[$0]?.value } }
}
