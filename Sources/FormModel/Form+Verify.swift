extension Form {
  /// Checks what takes the lists or the whole form: every list readable and filled, every code that the form names
  /// in its list, no item asked or not according to itself.
  ///
  /// The embedded form is verified by a test; a form from a folder is verified whenever it is loaded, because a
  /// clerk may just have changed it.
  func verify(file: String) throws(FormProblem) {
    for (index, field) in fields.enumerated() {
      guard let name = field.kind.list else { continue }
      let list = try lists.load(name)
      if let suggestion = field.suggestion, list.index(of: suggestion) == nil {
        throw FormProblem(.unlistedChoice, file: file, place: "fields[\(index)].default", found: suggestion)
      }
    }
    for (index, field) in fields.enumerated() {
      try verify(field.required, file: file, place: "fields[\(index)].required")
      try verify(field.relevant, file: file, place: "fields[\(index)].relevant")
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
    case .always, .never, .answered, .same, .lacks, .latinOrDigit, .shorter, .begins, .inKindergarten,
      .outsideKindergarten,
      .years, .after:
      return
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
