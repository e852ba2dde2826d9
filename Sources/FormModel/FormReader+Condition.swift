import Standards

extension FormReader {
  /// Reads a condition: `true`, `false`, or one small object.
  func condition(_ node: JSONNode?, absent: Condition) throws(FormProblem) -> Condition {
    guard let node else { return absent }
    if let fact = node.value.bool { return fact ? .always : .never }
    guard node.value.object != nil else { throw node.problem(.wrongType) }
    if node.child("all") != nil {
      try node.allow(["all"])
      return .all(try conditions(node.array("all")))
    }
    if node.child("any") != nil {
      try node.allow(["any"])
      return .any(try conditions(node.array("any")))
    }
    if let child = node.child("not") {
      try node.allow(["not"])
      return .not(try condition(child, absent: .never))
    }
    if node.child("years_until") != nil {
      try node.allow(["field", "years_until", "under", "over"])
      if node.child("over") == nil { _ = try node.required("under") }
      return .years(
        from: try field("field", of: node), until: try field("years_until", of: node),
        under: try node.optionalInteger("under"), over: try node.optionalInteger("over"))
    }
    return try simple(node, field: try field("field", of: node))
  }

  private func simple(_ node: JSONNode, field: Int) throws(FormProblem) -> Condition {
    if let child = node.child("is") {
      try node.allow(["field", "is"])
      return .isOne(field: field, values: [try child.text()])
    }
    if node.child("in") != nil {
      try node.allow(["field", "in"])
      return .isOne(field: field, values: try texts(node.array("in")))
    }
    if let child = node.child("answered") {
      try node.allow(["field", "answered"])
      return try child.bool() ? .answered(field: field) : .not(.answered(field: field))
    }
    if node.child("same") != nil {
      try node.allow(["field", "same"])
      return .same(field: field, other: try self.field("same", of: node))
    }
    if node.child("lacks_any") != nil {
      try node.allow(["field", "lacks_any", "digit"])
      return .lacks(
        field: field, words: try texts(node.array("lacks_any")), digit: try node.child("digit")?.bool() ?? false)
    }
    if let child = node.child("has_letter_or_digit") {
      try node.allow(["field", "has_letter_or_digit"])
      return try child.bool() ? .letterOrDigit(field: field) : .not(.letterOrDigit(field: field))
    }
    if let child = node.child("has_pinyin") {
      try node.allow(["field", "has_pinyin"])
      return try child.bool() ? .pinyin(field: field) : .not(.pinyin(field: field))
    }
    if node.child("characters_under") != nil {
      try node.allow(["field", "characters_under"])
      return .shorter(field: field, than: try node.integer("characters_under"))
    }
    if node.child("begins") != nil {
      try node.allow(["field", "begins", "characters"])
      return .begins(
        field: field, with: try texts(node.array("begins")), characters: try node.optionalInteger("characters"))
    }
    if let child = node.child("in_kindergarten") {
      try node.allow(["field", "in_kindergarten"])
      return .inKindergarten(field: field, level: try level(child))
    }
    if let child = node.child("outside_kindergarten") {
      try node.allow(["field", "outside_kindergarten"])
      return .outsideKindergarten(field: field, level: try level(child))
    }
    if let child = node.child("after") {
      try node.allow(["field", "after"])
      return .after(field: field, other: try child.text() == "today" ? nil : self.field("after", of: node))
    }
    throw node.problem(.unknownType)
  }

  private func conditions(_ nodes: [JSONNode]) throws(FormProblem) -> [Condition] {
    var conditions: [Condition] = []
    for node in nodes { conditions.append(try condition(node, absent: .never)) }
    return conditions
  }

  func texts(_ nodes: [JSONNode]) throws(FormProblem) -> [String] {
    var texts: [String] = []
    for child in nodes { texts.append(try child.text()) }
    return texts
  }

  private func field(_ key: String, of node: JSONNode) throws(FormProblem) -> Int {
    try index(try node.string(key), node)
  }

  private func level(_ node: JSONNode) throws(FormProblem) -> Condition.AreaLevel {
    let word = try node.text()
    guard let level = Condition.AreaLevel(rawValue: word) else { throw node.problem(.unknownType, found: word) }
    return level
  }
}
