import Standards

/// What any typed text may not hold: characters that no register or sheet has, words that say nothing, a spreadsheet's
/// formula, too much of it.
struct TextCheck: FieldCheck {
  func check(_ text: String, of field: Int, _ scope: ConditionScope, into findings: inout [Finding]) {
    let kind = scope.form.fields[field].kind
    switch kind {
    case .select, .place, .date: return
    case .text, .classCode, .documentNumber: break
    }
    func report(_ rule: Rule) { findings.append(Finding(rule, .error, fields: [field])) }
    if let problem = TextNormaliser.problem(in: text, as: kind.normalised) { report(.refusedCharacter(problem)) }
    if TextPlaceholder.isOne(text) { report(.placeholder) }
    if let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.isWhiteSpace || last.isWhiteSpace
    {
      report(.surroundingSpace)
    }
    // Full-width forms too: a spreadsheet in an East Asian locale runs them as well.
    if let first = text.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) { report(.formulaStart) }
    switch kind {
    case .text(let kind):
      checkBytes(text, kind.maximumBytes, report)
      check(text, kind, report)
    case .classCode(let limit):
      checkBytes(text, limit, report)
      if !text.utf8.allSatisfy(Self.isLetterOrDigit) { report(.classCodeCharacters) }
    case .documentNumber(let type, let limit):
      // The sheet's own checker sets no limit to the number of a document of the kind 其他.
      if let code = scope.answers[type].value, DocumentType(rawValue: code) == .other { break }
      let count = TextMeasure.characters(in: text)
      if count > limit { report(.tooManyCharacters(count: count, limit: limit)) }
    case .select, .place, .date:
      break
    }
  }

  /// What a kind of text asks for beyond its length.
  private func check(_ text: String, _ kind: TextKind, _ report: (Rule) -> Void) {
    switch kind {
    case .free: break
    case .personName(_, let limit):
      let count = TextMeasure.hanzi(in: text)
      if count > limit { report(.tooManyHanzi(count: count, limit: limit)) }
    }
  }

  private func checkBytes(_ text: String, _ limit: Int, _ report: (Rule) -> Void) {
    let count = TextMeasure.bytes(in: text)
    if count > limit { report(.tooLong(bytes: count, limit: limit)) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
