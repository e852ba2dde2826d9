extension Form {
  /// Checks what needs the lists or the whole form: every list can be read and is not empty, every code that the form
  /// names is in its list, every item that something is read from is of a kind that allows it, and no item's own answer
  /// decides whether it is asked.
  ///
  /// The embedded form is verified by a test; a form from a folder is verified whenever it is loaded, because a
  /// clerk may just have changed it.
  func verify(file: String) throws(FormProblem) {
    for (index, field) in fields.enumerated() {
      guard let name = field.kind.list else { continue }
      let list = try lists.load(name)
      let named = [
        ("default", field.suggestion.map { [$0] } ?? []), ("suggest", field.likelier?.values.map(\.value) ?? []),
        ("counts", field.counted), ("spoken.values", field.spoken?.values.keys.sorted() ?? []),
      ]
      for (key, codes) in named {
        guard let stranger = codes.first(where: { list.index(of: $0) == nil }) else { continue }
        throw FormProblem(.unlistedChoice, file: file, place: "fields[\(index)].\(key)", found: stranger)
      }
    }
    for (index, question) in questions.enumerated() {
      for choice in question.choices {
        for value in choice.values where list(of: value.field)?.index(of: value.value) == nil {
          throw FormProblem(.unlistedChoice, file: file, place: "questions[\(index)].choices", found: value.value)
        }
      }
    }
    for (index, field) in fields.enumerated() {
      try verifySources(of: field, file: file, place: "fields[\(index)]")
      try verify(field.required, file: file, place: "fields[\(index)].required")
      try verify(field.relevant, file: file, place: "fields[\(index)].relevant")
      for rule in field.likelier?.values ?? [] {
        try verify(rule.condition, file: file, place: "fields[\(index)].suggest")
      }
      for special in field.hintWhen {
        try verify(special.condition, file: file, place: "fields[\(index)].hint_when")
      }
      if let places = field.places { _ = try lists.load(places) }
    }
    for (index, rule) in rules.enumerated() {
      try verify(rule.condition, file: file, place: "rules[\(index)].when")
    }
    try refuseCycles(file: file)
  }

  /// A code that is compared with must be one of its list, else the condition could never hold.
  private func verify(_ condition: Condition, file: String, place: String) throws(FormProblem) {
    switch condition {
    case .isOne(let field, let values):
      guard let name = fields[field].kind.list else { return }
      let list = try lists.load(name)
      if let stranger = values.first(where: { list.index(of: $0) == nil }) {
        throw FormProblem(.unlistedChoice, file: file, place: place, found: stranger)
      }
    case .all(let conditions), .any(let conditions):
      for condition in conditions { try verify(condition, file: file, place: place) }
    case .not(let condition):
      try verify(condition, file: file, place: place)
    case .inKindergarten(let field, _), .outsideKindergarten(let field, _):
      guard case .place = fields[field].kind else {
        throw FormProblem(.wrongType, file: file, place: place, found: fields[field].name)
      }
    case .years, .after:
      for field in condition.fields where !hasDate(field) {
        throw FormProblem(.wrongType, file: file, place: place, found: fields[field].name)
      }
    case .always, .never, .answered, .same, .lacks, .letterOrDigit, .pinyin, .shorter, .begins:
      return
    }
  }

  /// The kind of a number's document must be chosen from a list, the head of a text must be a place, and a value can be
  /// read only off a number.
  private func verifySources(of field: Field, file: String, place: String) throws(FormProblem) {
    if case .documentNumber(let typeField, _) = field.kind, fields[typeField].kind.list == nil {
      throw FormProblem(.wrongType, file: file, place: "\(place).document_type", found: fields[typeField].name)
    }
    if let head = field.head, case .place = fields[head.field].kind {
    } else if let head = field.head {
      throw FormProblem(.wrongType, file: file, place: "\(place).head", found: fields[head.field].name)
    }
    guard let source = field.derivation?.source else { return }
    guard case .documentNumber = fields[source].kind else {
      throw FormProblem(.wrongType, file: file, place: "\(place).calculate.from", found: fields[source].name)
    }
  }

  private func hasDate(_ field: Int) -> Bool {
    switch fields[field].kind {
    case .date, .documentNumber: true
    case .text, .classCode, .select, .place: false
    }
  }

  private func refuseCycles(file: String) throws(FormProblem) {
    var open: Set<Int> = []
    var done: Set<Int> = []
    func visit(_ field: Int) throws(FormProblem) {
      if done.contains(field) { return }
      guard open.insert(field).inserted else {
        throw FormProblem(.cyclicCondition, file: file, place: "fields[\(field)].relevant")
      }
      for next in fields[field].relevant.fields { try visit(next) }
      open.remove(field)
      done.insert(field)
    }
    for field in fields.indices { try visit(field) }
  }
}
