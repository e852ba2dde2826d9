import Standards

/// What of a form's file spares a family steps: questions that answer several items, days, places and papers.
extension FormReader {
  func questions(_ root: JSONNode, _ fields: [Field]) throws(FormProblem) -> [Question] {
    let nodes = try root.optionalArray("questions")
    var names: [String] = []
    for node in nodes {
      let name = try node.string("name")
      guard !names.contains(name) else { throw node.problem(.doubledName, at: "name", found: name) }
      names.append(name)
    }
    var questions: [Question] = []
    for node in nodes {
      try node.allow(["name", "label", "hint", "paper", "why", "choices"])
      var choices: [Question.Choice] = []
      for child in try node.array("choices") { choices.append(try choice(child, names, fields)) }
      guard !choices.isEmpty else { throw node.problem(.missingKey, at: "choices") }
      questions.append(
        Question(
          name: try node.string("name"), label: try node.localized("label"), hint: try node.localized("hint"),
          paper: try node.localized("paper"), why: try node.localized("why"), choices: choices, leading: nil,
          fields: []))
    }
    // One that follows stands behind the one that leads to it, so that none leads back.
    for index in questions.indices.reversed() {
      for choice in questions[index].choices {
        questions[index].fields += choice.values.map(\.field)
        guard let following = choice.following else { continue }
        guard following > index, questions[following].leading == nil else {
          throw nodes[index].problem(.cyclicCondition, at: "choices", found: names[following])
        }
        questions[following].leading = index
        questions[index].fields += questions[following].fields
      }
    }
    var answered: Set<Int> = []
    for (index, question) in questions.enumerated() where question.leading == nil {
      guard !question.fields.isEmpty else { throw nodes[index].problem(.missingKey, at: "choices") }
      guard answered.isDisjoint(with: question.fields) else { throw nodes[index].problem(.askedTwice) }
      answered.formUnion(question.fields)
    }
    return questions
  }

  private func choice(
    _ node: JSONNode, _ names: [String], _ fields: [Field]
  ) throws(FormProblem) -> Question.Choice {
    try node.allow(["label", "values", "then", "rules_out"])
    var values: [Question.Value] = []
    if let child = node.child("values") {
      for name in child.value.object?.keys.sorted() ?? [] {
        let field = try index(name, child)
        // What only a person's own word answers is answered by no other question.
        guard fields[field].kind.list != nil, !fields[field].isOnlyTold else {
          throw child.problem(.wrongType, at: name, found: name)
        }
        values.append(Question.Value(field: field, value: try child.string(name)))
      }
    }
    var following: Int?
    if let name = try node.optionalString("then") {
      guard let index = names.firstIndex(of: name), values.isEmpty else {
        throw node.problem(.unknownField, at: "then", found: name)
      }
      following = index
    }
    return Question.Choice(
      label: try node.localized("label"), values: values, ruledOut: try ruledOut(node, fields), following: following)
  }

  private func ruledOut(_ node: JSONNode, _ fields: [Field]) throws(FormProblem) -> [Question.Value] {
    guard let child = node.child("rules_out") else { return [] }
    var values: [Question.Value] = []
    for name in child.value.object?.keys.sorted() ?? [] {
      let field = try index(name, child)
      guard let list = fields[field].kind.list else { throw child.problem(.wrongType, at: name, found: name) }
      for value in try child.array(name) {
        let code = try value.text()
        guard lists.list(list).choice(code) != nil else { throw value.problem(.unknownType, found: code) }
        values.append(Question.Value(field: field, value: code))
      }
    }
    return values
  }

  func papers(_ root: JSONNode, _ fields: [Field]) throws(FormProblem) -> [String: Localized] {
    var papers: [String: Localized] = [:]
    if let node = root.child("papers") {
      for name in node.value.object?.keys.sorted() ?? [] { papers[name] = try node.localized(name) }
    }
    for name in fields.compactMap(\.readFrom) where papers[name] == nil {
      throw root.problem(.unknownField, at: "papers", found: name)
    }
    return papers
  }

  func atHand(_ root: JSONNode, _ papers: [String: Localized]) throws(FormProblem) -> AtHand? {
    guard let node = root.child("at_hand") else { return nil }
    try node.allow(["papers", "minutes"])
    var names: [String] = []
    for child in try node.array("papers") {
      let name = try child.text()
      guard papers[name] != nil else { throw child.problem(.unknownField, found: name) }
      names.append(name)
    }
    return AtHand(papers: names, minutes: try node.integer("minutes"))
  }

  /// Refuses offers for an item that only a person's own word may answer.
  func refuseOffers(_ node: JSONNode) throws(FormProblem) {
    guard try node.child("only_told")?.bool() == true else { return }
    for key in ["default", "suggest", "lend", "calculate", "head", "offers", "carry"] where node.child(key) != nil {
      throw node.problem(.unknownKey, at: key, found: key)
    }
  }

  func head(_ node: JSONNode, _ kind: FieldKind) throws(FormProblem) -> Head? {
    for (key, isTyped) in [("head", true), ("first_place", false)] {
      guard let name = try node.optionalString(key) else { continue }
      guard case .text = kind, node.child("places") != nil else { throw node.problem(.wrongType, at: key) }
      return Head(field: try index(name, node), isTyped: isTyped)
    }
    return nil
  }

  func offers(_ node: JSONNode, _ kind: FieldKind) throws(FormProblem) -> [OfferedDay] {
    var offers: [OfferedDay] = []
    for child in try node.optionalArray("offers") {
      guard case .date = kind else { throw child.problem(.wrongType) }
      let text = try child.text()
      let parts = text.split(separator: "-").compactMap { Int($0) }
      if text == "today" {
        offers.append(.today)
      } else if parts.count == 2, CalendarDate(year: 2023, month: parts[0], day: parts[1]) != nil {
        offers.append(.yearly(month: parts[0], day: parts[1]))
      } else {
        throw child.problem(.unknownType, found: text)
      }
    }
    return offers
  }
}
