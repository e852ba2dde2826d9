import FormModel
import Standards
import TestSupport
import Testing
import TextLayout
import Wording

/// What the form says to write.
@Suite struct HintTests {
  private let form: Form

  init() throws { form = try Form.load(from: .embedded) }

  /// What stands in quotation marks.
  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "“").dropFirst().compactMap { $0.split(separator: "”").first.map(String.init) }
  }

  /// Words that household books say, beside those that an item's own `paper` names.
  private static let printed: Set<String> = ["居民家庭户", "家庭户"]

  private func hints(_ field: Field) -> [Localized] { [field.hint] + field.hintWhen.map(\.text) }

  @Test(arguments: Language.allCases)
  func `what a hint puts in quotation marks stands in the list, or on the paper`(language: Language) throws {
    var count = 0
    for (index, field) in form.fields.enumerated() {
      let choices = form.list(of: index)?.choices ?? []
      let labels =
        choices.flatMap { [$0.label[language], $0.text] } + [Wording(language)(GuidedPhrase.notInTable)]
      let paper = Set(Self.quoted(field.paper[language])).union(Self.printed).union(["."])
      for quote in hints(field).flatMap({ Self.quoted($0[language]) }) where !paper.contains(quote) {
        let isShown = choices.isEmpty ? false : labels.contains { $0.hasPrefix(quote) }
        #expect(isShown, "\(field.name): \(quote)")
        count += 1
      }
    }
    #expect(count >= 15)
  }

  /// A choice is named in the words of the page that one reads; what stands on the paper keeps its hanzi.
  @Test func `an English hint names no choice in Chinese`() {
    for (index, field) in form.fields.enumerated() {
      let texts = (form.list(of: index)?.choices ?? []).map(\.text).filter { $0.unicodeScalars.count > 1 }
      for hint in hints(field) {
        for text in texts { #expect(!hint.english.contains(text), "\(field.name): \(text)") }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `a hint for other documents fits the page and promises nothing of the identity card's`(language: Language) throws
  {
    for name in ["id_number", "sex", "birth_date", "guardian_id_number"] {
      let field = form.fields[try #require(form.index(of: name))]
      #expect(!field.hintWhen.isEmpty)
      for special in field.hintWhen.map(\.text) {
        #expect(TextWidth.wrap(special[language], columns: 74).count <= 2)
        for promise in ["18", "自动", "Filled in from"] { #expect(!special[language].contains(promise), "\(name)") }
      }
    }
  }

  /// Which hint is shown, by the document that was chosen.
  @Test(arguments: [("1", true), ("A", false), ("6", false), ("Z", false)])
  func `eighteen characters are asked for only where the document has them`(document: String, isCard: Bool) throws {
    let today = try #require(CalendarDate(iso: "2026-03-01"))
    var answers = Answers(count: form.fields.count)
    for (type, number) in [("id_type", "id_number"), ("guardian_id_type", "guardian_id_number")] {
      answers[try #require(form.index(of: type))] = .value(document)
      let index = try #require(form.index(of: number))
      let hint = form.hint(of: index, in: answers, setting: CheckSetting(today: today))
      #expect(hint.chinese.contains("18") == isCard && hint.english.contains("18") == isCard)
    }
  }

  @Test func `a label has room in the columns of lists`() {
    for field in form.fields { #expect(TextWidth.of(field.label.english) <= 25, "\(field.name)") }
  }

  @Test func `every place has an English name in Latin letters`() throws {
    let list = try form.lists.load("region")
    let names = Set(list.choices.flatMap { form.lists.names(of: $0, in: .english) })
    #expect(names.count > 2_000)
    #expect(names.filter { $0.unicodeScalars.contains(where: \.isHanzi) } == [])
    let place = try #require(list.choice("441302000000"))
    #expect(form.lists.names(of: place, in: .english) == ["Guangdong Sheng", "Huizhou Shi", "Huicheng Qu"])
    #expect(form.tables.path(of: "610102", in: .english).prefix(2) == ["Shaanxi Sheng", "Xi'an Shi"])
    #expect(form.tables.placeName("恩施土家族苗族自治州", in: .english) == "Enshi Tujiazumiaozu Zizhizhou")
  }
}
