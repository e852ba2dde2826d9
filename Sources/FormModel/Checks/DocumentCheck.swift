import Standards

extension ConditionScope {
  /// The kind of document that a number is of: as was answered, or as the number shows while nothing was.
  ///
  /// A roster brings numbers without saying what they are of. What is longer than a passport's nine characters and is
  /// digits but for a slip or two is a citizen number or the beginning of one, whatever the document is called.
  func documentType(in typeField: Int, of number: String) -> DocumentType? {
    if let code = answers[typeField].value { return DocumentType(rawValue: code) }
    guard answers[typeField] == .blank else { return nil }
    let bytes = CitizenNumber.repair(number).utf8
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    let isCitizenNumber =
      bytes.count > 9 && bytes.first.map(isDigit) ?? false && bytes.count(where: isDigit) + 2 >= bytes.count
    return isCitizenNumber ? .residentIdentityCard : nil
  }
}

extension Form {
  /// The kind of document that a number in the field is of: as was answered, or as the number shows while nothing was.
  public func documentType(of number: String, in field: Int, _ answers: Answers, setting: CheckSetting) -> DocumentType?
  {
    guard case .documentNumber(let typeField, _) = fields[field].kind else { return nil }
    return ConditionScope(form: self, answers: answers, setting: setting).documentType(in: typeField, of: number)
  }
}

/// A document's number by the kind of document: a citizen number whole, the others by their shape.
struct DocumentCheck: FieldCheck {
  func check(_ text: String, of field: Int, _ scope: ConditionScope, into findings: inout [Finding]) {
    guard case .documentNumber(let typeField, _) = scope.form.fields[field].kind,
      let type = scope.documentType(in: typeField, of: text)
    else { return }
    guard type == .residentIdentityCard else {
      if let problem = DocumentNumber.check(text, type: type, on: scope.setting.today) {
        findings.append(Finding(.document(problem), problem.isCertain ? .error : .warning, fields: [field]))
      }
      return
    }
    let tables = scope.form.tables
    let reading = CitizenNumber.read(text, on: scope.setting.today, knowsArea: tables.knows(area:))
    if reading.problem != nil, let joined = DocumentNumber.joined(reading.normalised, type: type) {
      let number = CitizenNumber.read(joined, on: scope.setting.today, knowsArea: { _ in true }).number
      findings.append(Finding(.numberSeparators, .error, fields: [field], proposal: number?.text))
    } else if let problem = reading.problem {
      findings.append(
        Finding(
          .number(problem, slip(reading, problem, field, scope), count: reading.normalised.unicodeScalars.count),
          .error, fields: [field],
          proposal: problem == .fifteenDigits ? upgrade(reading.normalised, field, scope) : nil))
    } else if reading.normalised != text {
      findings.append(
        Finding(
          .number(.characters, nil, count: text.unicodeScalars.count), .error, fields: [field],
          proposal: reading.normalised))
    }
    if reading.areaUnknown { findings.append(Finding(.areaUnknown, .warning, fields: [field])) }
    if let number = reading.number, let year = tables.yearAbolished(beforeBirthIn: number) {
      findings.append(Finding(.areaAbolished(year: year), .warning, fields: [field]))
    }
  }

  /// What a guardian's old number has become; a child cannot have one, so it is offered none.
  private func upgrade(_ number: String, _ field: Int, _ scope: ConditionScope) -> String? {
    guard !scope.form.isChildsNumber(field), let upgraded = CitizenNumber.upgrade(fifteen: number) else { return nil }
    // Of a number with an impossible date nothing can be made.
    return CitizenNumber.read(upgraded, on: scope.setting.today, knowsArea: { _ in true }).number?.text
  }

  /// Where the slip may be, if the birth date and the sex that were given leave exactly one place.
  private func slip(
    _ reading: CitizenNumber.Reading, _ problem: CitizenNumberProblem, _ field: Int, _ scope: ConditionScope
  ) -> Slip? {
    guard problem != .fifteenDigits else { return nil }
    var birthDate: CalendarDate?
    var sex: Sex?
    for index in scope.form.fields.indices {
      guard let derivation = scope.form.fields[index].derivation, derivation.source == field else { continue }
      switch derivation.part {
      case .birthDate: birthDate = scope.date(in: index)
      case .sex: sex = scope.answers[index].value.flatMap(Sex.init(rawValue:))
      case .document: continue
      }
    }
    return CitizenNumber.slip(
      in: reading.normalised, birthDate: birthDate, sex: sex, on: scope.setting.today,
      knowsArea: scope.form.tables.knows(area:))
  }
}
