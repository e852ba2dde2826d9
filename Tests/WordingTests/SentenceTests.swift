import FormModel
import Records
import Standards
import Terminal
import TestSupport
import Testing
import TextLayout
import Wording

/// The sentences that are made of what the checks, the store, the forms and the moves say.
@Suite struct SentenceTests {
  private let form: Form

  init() throws { form = try Form.load(from: .embedded) }

  private static let plainRules: [Rule] =
    [
      .required, .owed, .notRelevant, .notInList, .tooLong(bytes: 90, limit: 80), .tooManyHanzi(count: 27, limit: 26),
      .tooManyCharacters(count: 21, limit: 20), .placeholder, .areaAbolished(year: 1992),
      .surroundingSpace, .formulaStart, .classCodeCharacters, .bornInFuture, .entryInFuture, .entryFarAhead,
      .entryAhead,
      .areaUnknown, .numberAgainstBirthDate, .numberAgainstSex, .lunarDate, .duplicate, .numberInDraft,
      .number(.check, .swapped(first: 9), count: 18), .number(.check, .digit(at: 7), count: 18), .numberSeparators,
      .refusedCharacter(.control("\u{7}")), .refusedCharacter(.invisible("\u{202E}")),
      .refusedCharacter(.privateUse("\u{E000}")), .refusedCharacter(.damaged("\u{FFFD}")),
      .refusedCharacter(.control("\n")), .refusedCharacter(.lookAlike("\u{2F29}", hanzi: "x")),
      .refusedCharacter(.notInName("①")), .refusedCharacter(.notInName("?")), .refusedCharacter(.picture("\u{1F600}")),
    ]

  private static var rules: [Rule] {
    var rules = plainRules
    rules += DateProblem.allCases.map { Rule.unreadableDate($0) }
    rules += CitizenNumberProblem.allCases.map { Rule.number($0, nil, count: $0 == .tooLong ? 19 : 16) }
    rules += DocumentNumberProblem.allCases.map { Rule.document($0) }
    return rules
  }

  /// Does not build when a rule is added, so that its sentence is added above.
  private static func isListed(_ rule: Rule) -> Bool {
    switch rule {
    case .required, .owed, .notRelevant, .notInList, .tooLong, .tooManyHanzi, .tooManyCharacters, .placeholder,
      .refusedCharacter, .surroundingSpace,
      .formulaStart, .classCodeCharacters, .unreadableDate, .bornInFuture, .entryInFuture, .entryFarAhead, .entryAhead,
      .number, .numberSeparators, .document, .areaUnknown, .areaAbolished, .numberAgainstBirthDate, .numberAgainstSex,
      .lunarDate,
      .duplicate, .numberInDraft, .declared:
      true
    }
  }

  @Test func `every finding says what to do`() throws {
    let declared = form.rules.enumerated().flatMap { index, rule in
      rule.messageOver == nil
        ? [Rule.declared(index, code: rule.name)]
        : [false, true].map { .declared(index, code: rule.name, age: Rule.Age(years: $0 ? 61 : 1, isOver: $0)) }
    }
    let child = try #require(form.index(of: "id_number"))
    var text = ""
    for rule in Self.rules + declared {
      let finding = Finding(rule, .error, fields: [child])
      for language in Language.allCases {
        let message = Wording(language).message(finding, form: form)
        #expect(TextWidth.wrap(message, columns: 74).count <= 2, "\(message)")
        #expect(Self.isListed(rule) && !message.isEmpty && !message.contains("{}"))
        text += "\(rule.code)\t\(language.rawValue)\t\(message)\n"
      }
    }
    GoldenScreen.check(text: text, "sentences-of-findings")
  }

  @Test func `every failure of the store says what to do`() {
    var text = ""
    for code in StoreError.Code.allCases {
      let error = StoreError(code, path: "records/ab/K7M4.json", number: 5, detail: "line 3")
      for language in Language.allCases {
        let message = Wording(language).message(error)
        #expect(TextWidth.wrap(message, columns: 74).count <= 2, "\(message)")
        text += "\(code.rawValue)\t\(language.rawValue)\t\(message)\n"
      }
    }
    GoldenScreen.check(text: text, "sentences-of-the-store")
  }

  @Test func `every terminal, form and table that cannot be used gets its sentence`() {
    var text = ""
    for language in Language.allCases {
      let wording = Wording(language)
      for phrase in TerminalPhrase.allCases {
        text += "\(phrase)\t\(language.rawValue)\t\(wording(phrase, wording.program))\n"
      }
      for kind in FormProblem.Kind.allCases {
        let problem = FormProblem(kind, file: "preschool-28.json", place: "fields[5]", found: "colour")
        text += "\(kind.rawValue)\t\(language.rawValue)\t\(wording.message(problem))\n"
      }
      for code in TableError.Code.allCases {
        let problem = FormProblem(reading: "", TableError(code, path: "lists/club.tsv", line: 7, detail: "club"))
        text += "\(code.rawValue)\t\(language.rawValue)\t\(wording.message(problem))\n"
      }
    }
    GoldenScreen.check(text: text, "sentences-of-terminal-and-form")
  }

  @Test func `no foreign text carries a command into a sentence`() {
    let error = StoreError(.damaged, path: "a\u{1B}[2J", detail: "b\u{202E}c\u{7}")
    let message = Wording(.chinese).message(error)
    #expect(!message.unicodeScalars.contains { $0.isObeyedByTerminals || $0.isInvisible })
  }

  // MARK: The form's own words

  @Test(arguments: Language.allCases)
  func `the words of every item fit the page that shows them`(language: Language) throws {
    for field in form.fields {
      let words = [(field.label, 60, 1), (field.hint, 74, 2), (field.paper, 74, 2), (field.why, 62, 3)]
      for (text, columns, lines) in words {
        #expect(TextWidth.wrap(text[language], columns: columns).count <= lines, "\(field.name): \(text[language])")
      }
    }
  }

  // MARK: Refusals

  static let refusals: [Refusal] =
    [.role, .reasonMissing, .nothing] + Status.allCases.map { .status($0) }
    + [
      .obstacles([
        .finding(Finding(.required, .missing, fields: [15])), .finding(Finding(.owed, .missing, fields: [12])),
        .finding(Finding(.bornInFuture, .error, fields: [3])), .query(0), .duplicate, .unconfirmed(fields: [0, 3]),
        .unconfirmed(fields: Array(0..<20)), .proposal(0),
        .entryAhead(day),
      ])
    ]

  private static let day = Timestamp(milliseconds: 1_422_403_200_000, offset: 480).date

  @Test(arguments: refusals, Language.allCases)
  func `every refusal is told in full`(_ refusal: Refusal, _ language: Language) {
    let sentences = Wording(language).message(refusal, form: form)
    if case .obstacles(let obstacles) = refusal {
      #expect(sentences.count == obstacles.count)
    } else {
      #expect(sentences.count == 1)
    }
    for sentence in sentences {
      #expect(sentence.count > 6 && !sentence.contains("{}"))
      #expect(sentence.unicodeScalars.contains(where: \.isHanzi) == (language == .chinese), "\(sentence)")
    }
    #expect(Set(sentences).count == sentences.count)
  }
}
