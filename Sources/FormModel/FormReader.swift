import Standards

/// Reads a form's file and checks it as it goes: every name must be known, every key must mean something.
struct FormReader {
  let file: String
  let lists: ChoiceLists
  private var names: [String: Int] = [:]

  init(file: String, lists: ChoiceLists) {
    (self.file, self.lists) = (file, lists)
  }

  mutating func read(_ bytes: [UInt8]) throws(FormProblem) -> Form {
    let root: JSONNode
    do {
      root = JSONNode(value: try JSONValue.parse(bytes), place: .root, file: file)
    } catch {
      throw FormProblem(.notJSON, file: file, place: error.place)
    }
    try root.allow([
      "format", "name", "version", "title", "sections", "sentences", "fields", "rules", "questions", "papers",
      "at_hand",
    ])
    guard try root.string("format") == "xueji-form/1" else {
      throw FormProblem(.wrongFormat, file: file, place: "format", found: try root.string("format"))
    }
    let nodes = try root.array("fields")
    for (index, node) in nodes.enumerated() {
      let name = try node.string("name")
      guard names.updateValue(index, forKey: name) == nil else { throw node.problem(.doubledName, found: name) }
    }
    var fields: [Field] = []
    var headings: Set<String> = []
    var roles: Set<FieldRole> = []
    for node in nodes {
      let field = try field(node)
      for heading in [field.heading] + field.otherHeadings where !headings.insert(heading).inserted {
        throw node.problem(.doubledName, at: "heading", found: heading)
      }
      if let role = field.role, !roles.insert(role).inserted {
        throw node.problem(.doubledName, at: "role", found: role.rawValue)
      }
      fields.append(field)
    }
    let sections = try sections(root, count: fields.count)
    var rules: [DeclaredRule] = []
    for node in try root.optionalArray("rules") {
      let rule = try rule(node)
      // An accepted warning is remembered under its name.
      guard !rules.contains(where: { $0.name == rule.name }) else {
        throw node.problem(.doubledName, at: "name", found: rule.name)
      }
      rules.append(rule)
    }
    let papers = try papers(root, fields)
    return Form(
      name: try root.string("name"), version: try root.integer("version"), title: try root.localized("title"),
      fields: fields, sections: sections, rules: rules, sentences: try sentences(root),
      questions: try questions(root, fields), papers: papers, atHand: try atHand(root, papers), lists: lists)
  }

  private func field(_ node: JSONNode) throws(FormProblem) -> Field {
    try node.allow([
      "name", "heading", "headings", "type", "label", "hint", "hint_when", "paper", "why", "example", "required",
      "relevant",
      "default", "choices", "document_type", "calculate", "max_bytes", "max_hanzi", "max_characters", "suggest", "role",
      "counts", "lend", "places", "spoken", "staff_reasons", "head", "first_place", "offers", "read_from", "only_told",
      "carry",
    ])
    let kind = try kind(node)
    try refuseOffers(node)
    var others: [String] = []
    for heading in try node.optionalArray("headings") { others.append(try heading.text()) }
    let field = Field(
      name: try node.string("name"), heading: try node.string("heading"), otherHeadings: others, kind: kind,
      label: try node.localized("label"), hint: try node.localized("hint"), hintWhen: try hintWhen(node),
      paper: try node.localized("paper"),
      why: try node.localized("why"), example: try node.optionalLocalized("example"),
      required: try condition(node.child("required"), absent: .never),
      relevant: try condition(node.child("relevant"), absent: .always),
      suggestion: try node.optionalString("default"), likelier: try likelier(node), derivation: try derivation(node),
      role: try role(node), counted: try texts(node.optionalArray("counts")),
      isLent: try node.child("lend")?.bool() ?? false, places: try node.optionalString("places"),
      head: try head(node, kind), offers: try offers(node, kind), readFrom: try node.optionalString("read_from"),
      isOnlyTold: try node.child("only_told")?.bool() ?? false, isCarried: try node.child("carry")?.bool() ?? false,
      staffReasons: try staffReasons(node), spoken: try spoken(node))
    // What is true of one child only is offered to no other.
    if field.isCarried, !field.mayRepeat { throw node.problem(.wrongType, at: "carry", found: field.name) }
    return field
  }

  private func hintWhen(_ node: JSONNode) throws(FormProblem) -> [ConditionalText] {
    var texts: [ConditionalText] = []
    for child in try node.optionalArray("hint_when") {
      try child.allow(["when", "zh", "en"])
      texts.append(
        ConditionalText(
          text: Localized(try child.string("zh"), try child.string("en")),
          condition: try condition(child.required("when"), absent: .never)))
    }
    return texts
  }

  private func staffReasons(_ node: JSONNode) throws(FormProblem) -> [StaffReason] {
    var reasons: [StaffReason] = []
    for child in try node.optionalArray("staff_reasons") {
      guard let reason = StaffReason(rawValue: try child.text()) else {
        throw child.problem(.unknownType, found: try child.text())
      }
      reasons.append(reason)
    }
    return reasons
  }

  private func kind(_ node: JSONNode) throws(FormProblem) -> FieldKind {
    switch try node.string("type") {
    case "text": return .text(.free(maximumBytes: try node.integer("max_bytes")))
    case "person_name":
      return .text(
        .personName(maximumBytes: try node.integer("max_bytes"), maximumHanzi: try node.integer("max_hanzi")))
    case "class_code": return .classCode(maximum: try node.integer("max_bytes"))
    case "select": return .select(list: try node.string("choices"))
    case "place": return .place(list: try node.string("choices"))
    case "date": return .date
    case "document_number":
      return .documentNumber(
        typeField: try index(node.string("document_type"), node), maximumCharacters: try node.integer("max_characters"))
    case let other: throw node.problem(.unknownType, at: "type", found: other)
    }
  }

  private func role(_ node: JSONNode) throws(FormProblem) -> FieldRole? {
    guard let word = try node.optionalString("role") else {
      if let counts = node.child("counts") { throw counts.problem(.unknownKey, found: "counts") }
      return nil
    }
    guard let role = FieldRole(rawValue: word) else { throw node.problem(.unknownType, at: "role", found: word) }
    // A group that counts nobody, or values that count for nothing, are slips.
    if role.isGroup { _ = try node.required("counts") }
    if !role.isGroup, let counts = node.child("counts") { throw counts.problem(.unknownKey, found: "counts") }
    guard role.fits(try kind(node)) else { throw node.problem(.wrongType, at: "role") }
    return role
  }

  private func likelier(_ node: JSONNode) throws(FormProblem) -> Likelier? {
    guard let child = node.child("suggest") else { return nil }
    try child.allow(["because", "overrules", "values"])
    var values: [Likelier.Value] = []
    for rule in try child.array("values") {
      try rule.allow(["value", "when", "because"])
      let condition = try condition(rule.required("when"), absent: .never)
      values.append(
        Likelier.Value(
          value: try rule.string("value"), condition: condition, because: try rule.optionalLocalized("because")))
    }
    return Likelier(
      because: try child.localized("because"), overrules: try child.child("overrules")?.bool() ?? false, values: values)
  }

  private func spoken(_ node: JSONNode) throws(FormProblem) -> Spoken? {
    guard let child = node.child("spoken") else { return nil }
    try child.allow(["zh", "en", "values"])
    var spoken = Spoken.plain
    if child.child("values") == nil || child.child("zh") != nil {
      spoken.said = Localized(try child.string("zh"), try child.string("en"))
    }
    for code in child.child("values")?.value.object?.keys.sorted() ?? [] {
      spoken.values[code] = try child.required("values").localized(code)
    }
    return spoken
  }

  private func sentences(_ root: JSONNode) throws(FormProblem) -> [[Int]] {
    var sentences: [[Int]] = []
    var said: Set<Int> = []
    for node in try root.optionalArray("sentences") {
      var fields: [Int] = []
      for child in try node.elements() {
        let field = try index(try child.text(), child)
        guard said.insert(field).inserted else { throw child.problem(.askedTwice, found: try child.text()) }
        fields.append(field)
      }
      guard !fields.isEmpty else { throw node.problem(.wrongType) }
      sentences.append(fields)
    }
    return sentences
  }

  private func derivation(_ node: JSONNode) throws(FormProblem) -> Derivation? {
    guard let child = node.child("calculate") else { return nil }
    try child.allow(["from", "part"])
    let name = try child.string("part")
    guard let part = Derivation.Part(rawValue: name) else { throw child.problem(.unknownType, at: "part", found: name) }
    return Derivation(source: try index(child.string("from"), child), part: part)
  }

  private func sections(_ root: JSONNode, count: Int) throws(FormProblem) -> [Section] {
    var sections: [Section] = []
    var asked: Set<Int> = []
    for node in try root.array("sections") {
      try node.allow(["name", "label", "fields"])
      var fields: [Int] = []
      for child in try node.array("fields") {
        let field = try index(try child.text(), child)
        guard asked.insert(field).inserted else { throw child.problem(.askedTwice, found: try child.text()) }
        fields.append(field)
      }
      sections.append(Section(name: try node.string("name"), label: try node.localized("label"), fields: fields))
    }
    if let forgotten = (0..<count).first(where: { !asked.contains($0) }) {
      throw FormProblem(.notAsked, file: file, place: "fields[\(forgotten)]")
    }
    return sections
  }

  private func rule(_ node: JSONNode) throws(FormProblem) -> DeclaredRule {
    try node.allow(["name", "severity", "fields", "when", "message", "message_over"])
    let word = try node.string("severity")
    guard let severity = Severity(rawValue: word), severity != .missing else {
      throw node.problem(.unknownType, at: "severity", found: word)
    }
    var fields: [Int] = []
    for child in try node.array("fields") { fields.append(try index(try child.text(), child)) }
    guard !fields.isEmpty else { throw node.problem(.missingKey, at: "fields") }
    let condition = try condition(node.required("when"), absent: .never)
    // A rule that looks at no age would never say this message.
    if let over = node.child("message_over"), !condition.looksAtAge {
      throw over.problem(.unknownKey, found: "message_over")
    }
    return DeclaredRule(
      name: try node.string("name"), severity: severity, fields: fields, condition: condition,
      message: try node.localized("message"), messageOver: try node.optionalLocalized("message_over"))
  }

  func index(_ name: String, _ node: JSONNode) throws(FormProblem) -> Int {
    guard let index = names[name] else { throw node.problem(.unknownField, found: name) }
    return index
  }
}
