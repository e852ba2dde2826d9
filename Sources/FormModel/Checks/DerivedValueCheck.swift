import Standards

/// What was given must agree with what the number says; a birth date in the lunar calendar explains itself.
struct DerivedValueCheck: RecordCheck {
  func check(_ scope: ConditionScope, into findings: inout [Finding]) {
    for index in scope.form.fields.indices {
      guard let derivation = scope.form.fields[index].derivation, let value = scope.answers[index].value,
        let number = scope.citizenNumber(in: derivation.source)
      else { continue }
      switch derivation.part {
      case .sex:
        guard let sex = Sex(rawValue: value), sex != number.sex else { continue }
        findings.append(
          Finding(
            .numberAgainstSex, .error, fields: [index, derivation.source], proposal: number.sex.rawValue))
      case .birthDate:
        guard let date = scope.date(in: index), date != number.birthDate else { continue }
        let fields = [index, derivation.source]
        let proposal = number.birthDate.iso
        findings.append(Finding(.numberAgainstBirthDate, .error, fields: fields, proposal: proposal))
        if scope.form.tables.lunar.isLunarReading(date, of: number.birthDate) {
          findings.append(Finding(.lunarDate, .warning, fields: fields, proposal: proposal))
        }
      case .document: continue
      }
    }
  }
}

extension Form {
  /// What the machine reads for the field off another item's value; nil where there is nothing to read.
  public func derivedValue(of field: Int, in answers: Answers, setting: CheckSetting) -> String? {
    guard let derivation = fields[field].derivation,
      let number = ConditionScope(form: self, answers: answers, setting: setting).citizenNumber(in: derivation.source)
    else { return nil }
    switch derivation.part {
    case .birthDate: return number.birthDate.iso
    case .sex: return number.sex.rawValue
    case .document:
      // Residents from Hong Kong, Macao and Taiwan have a permit with such a number, and may have a card of their own.
      return number.area.hasPrefix("8") ? nil : DocumentType.residentIdentityCard.rawValue
    }
  }
}

extension ConditionScope {
  /// The valid citizen number that a field of such a document holds.
  func citizenNumber(in field: Int) -> CitizenNumber? {
    guard case .documentNumber(let typeField, _) = form.fields[field].kind, let value = answers[field].value,
      let type = documentType(in: typeField, of: value), type.mayBeCitizenNumber
    else { return nil }
    return CitizenNumber.read(value, on: setting.today, knowsArea: { _ in true }).number
  }
}
