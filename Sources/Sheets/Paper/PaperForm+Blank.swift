import FormModel

extension PaperForm {
  /// Lists of at most so many entries are printed whole; of a longer one the usual answer alone.
  private static let mostChoices = 12
  /// What a citizen number takes.
  private static let numberBoxes = 18

  /// The empty form, to be filled in by hand while there is no power and typed in afterwards.
  public init(blank form: Form, kindergarten: String, classes: [String], words: some PaperWords) {
    let asked = Dictionary(
      uniqueKeysWithValues: form.fields.indices.map { ($0, Self.needs(form.fields[$0].relevant, form)) })
    self.init(
      language: words.language, title: form.title[words.language], kindergarten: kindergarten,
      facts: [Fact(name: words.code, value: "")],
      sections: form.sections.map { section in
        Section(
          title: section.label[words.language],
          rows: section.fields.map { field in
            Row(
              number: field + 1, label: form.fields[field].label[words.language],
              entry: Self.room(for: field, form: form, classes: classes, words: words),
              remarks: Self.remarks(field, asked[field] ?? [], form: form, words: words))
          })
      },
      later: words.later, remarks: [words.howTo] + Self.leftOut(asked, form: form, words: words),
      signatures: words.signaturesOfBlank)
  }

  private static func room(for field: Int, form: Form, classes: [String], words: some PaperWords) -> Entry {
    let definition = form.fields[field]
    switch definition.kind {
    case .classCode:
      return classes.isEmpty || classes.count > mostChoices ? .blanks([Blank()]) : .choices(classes, other: nil)
    case .select:
      let choices = form.list(of: field)?.choices ?? []
      guard choices.count > mostChoices else {
        return .choices(choices.map { $0.label[words.language] }, other: nil)
      }
      let usual = choices.first { $0.code == definition.suggestion }
      return usual.map { .choices([$0.label[words.language]], other: words.otherChoice) } ?? .blanks([Blank()])
    case .place: return .blanks(words.placeParts.map { Blank(after: $0) })
    case .date: return .blanks(zip([4, 2, 2], words.dateParts).map { Blank(boxes: $0, after: $1) })
    case .documentNumber: return .blanks([Blank(boxes: numberBoxes)])
    case .text: return .blanks([Blank()])
    }
  }

  private static func remarks(_ field: Int, _ asked: [Need], form: Form, words: some PaperWords) -> [String] {
    let only = asked.filter { !$0.isUsual }.map { need in
      words.onlyWhere(form.fields[need.field].label[words.language], is: need.shown(form, words.language))
    }
    return only + [form.fields[field].paper[words.language]]
  }

  // MARK: What is asked only where something else is so

  /// An answer to another item without which an item is not asked.
  private struct Need: Hashable {
    var field: Int
    var values: [String]
    /// Most children have that answer, so that it is said once for all such items.
    var isUsual: Bool

    func shown(_ form: Form, _ language: Language) -> [String] {
      values.map { form.shown($0, of: field, in: language) }
    }
  }

  /// What a condition asks for, as far as it can be said in a line: answers to other items, all of them.
  private static func needs(_ condition: Condition, _ form: Form) -> [Need] {
    switch condition {
    case .isOne(let field, let values):
      let suggestion = form.fields[field].suggestion
      return [Need(field: field, values: values, isUsual: suggestion.map { values.contains($0) } ?? false)]
    case .all(let conditions): return conditions.flatMap { needs($0, form) }
    case .always, .never, .answered, .same, .lacks, .letterOrDigit, .pinyin, .shorter, .begins, .inKindergarten,
      .outsideKindergarten, .years, .after, .any, .not:
      return []
    }
  }

  private static func leftOut(_ asked: [Int: [Need]], form: Form, words: some PaperWords) -> [String] {
    var items: [(need: Need, items: [Int])] = []
    for field in form.fields.indices {
      for need in asked[field] ?? [] where need.isUsual {
        if let index = items.firstIndex(where: { $0.need == need }) {
          items[index].items.append(field + 1)
        } else {
          items.append((need, [field + 1]))
        }
      }
    }
    return items.map { need, items in
      words.leftOut(
        items, unless: form.fields[need.field].label[words.language], is: need.shown(form, words.language))
    }
  }
}
