import FormModel
import Standards

extension Record {
  /// Whether the family can come back to the record by what only it knows.
  public func knowsBirthDateOrTelephone(_ form: Form) -> Bool { birthDate(form) != nil || lastDigits != nil }

  /// Whether somebody who says this may open the record again: the birth date as last entered; without one, the last
  /// four digits of the telephone.
  public func opens(to secret: String, on today: CalendarDate, form: Form) -> Bool {
    if let entered = birthDate(form) {
      guard case .success(let said) = DateReader.read(secret, today: today) else {
        return TextNormaliser.normalise(secret, as: .freeText) == entered
      }
      return said.iso == entered
    }
    return lastDigits.map { $0 == TextNormaliser.normalise(secret, as: .code) } ?? false
  }

  /// Whether the family that sat here goes on: as `opens`, or by the child's name while nothing else is known.
  public func unlocks(to secret: String, on today: CalendarDate, form: Form) -> Bool {
    if knowsBirthDateOrTelephone(form) { return opens(to: secret, on: today, form: form) }
    guard let name = value(.childName, form) else { return true }
    return TextNormaliser.normalise(secret, as: .personName) == name
  }

  private func birthDate(_ form: Form) -> String? { value(.childBirthDate, form) }

  private var lastDigits: String? {
    guard let telephone = contact.telephone, telephone.count >= 4 else { return nil }
    return String(telephone.suffix(4))
  }

  /// What stands in the item with a role, if the form has one.
  public func value(_ role: FieldRole, _ form: Form) -> String? { form.field(role).flatMap { answers[$0]?.value } }
}
