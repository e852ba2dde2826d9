import FormModel
import Records
import Standards
import Terminal
import Testing

@testable import Desk
@testable import Filling

/// A parent who knows the child and does what the page says: Enter for what is offered and right, a digit for a choice,
/// else what the paper says. Pages are counted, and the keys besides the hanzi.
struct Parent {
  private(set) var sitting: Sitting
  /// What stands in the record in the end, by item.
  private let knows: [String: String]
  /// What is typed to find an entry of a long list.
  private let searches: [String: String]
  private let telephone: String
  private(set) var pages: [String] = []
  private(set) var keys = 0

  init(
    _ sitting: Sitting, knows: [String: String], searches: [String: String] = [:], telephone: String = "13800000000"
  ) {
    (self.sitting, self.knows, self.searches, self.telephone) = (sitting, knows, searches, telephone)
  }

  /// Begins a form on the first page.
  mutating func begins() { sitting.type("1") }

  /// From the page on the screen until the form is handed in.
  mutating func fillsAll() throws {
    while let entry = sitting.guided?.entry {
      try #require(pages.count < 60, "never done: \(pages)")
      switch entry.panel {
      case nil:
        note(entry.label(sitting.context))
        try answers(entry)
      case .check(let check):
        note("check")
        try #require(check.canHandIn, "\(sitting)")
        try hands(in: check)
      case .filler(let filler):
        note("filler")
        fills(filler)
      case .jump, .owed, .unlisted, .place, .unsaved, .dispute:
        try #require(Bool(false), "\(sitting)")
      }
    }
  }

  var counted: String { "\(pages.count) pages, \(keys) keys: \(pages.joined(separator: " / "))" }

  private mutating func note(_ page: String) { if pages.last != page { pages.append(page) } }

  private mutating func type(_ text: String) {
    keys += text.unicodeScalars.count { $0.isASCII }
    sitting.type(text)
  }

  private mutating func press(_ key: Key) {
    keys += 1
    sitting.press(key)
  }

  private mutating func answers(_ entry: FormEntry) throws {
    let context = sitting.context
    if case .item = entry.filling.asking {} else { return try answersTogether(entry) }
    let name = context.form.fields[entry.field].name
    guard let wanted = knows[name] else { return press(.enter) }
    if entry.filling.suggestion(context.filling)?.value == wanted || entry.value(context) == wanted {
      #expect(sitting.shows("Enter"), "\(sitting)")
      return press(.enter)
    }
    switch entry.editor {
    case .choices(let choices): try press(numberOf: wanted, in: choices)
    case .text(let line):
      type(String(wanted.dropFirst(wanted.hasPrefix(line.text) ? line.text.count : 0)))
      press(.enter)
    case .number:
      type(wanted)
      press(.enter)
    case .date:
      let offered = entry.filling.offeredDays(context.filling).firstIndex { $0.iso == wanted }
      if let offered { #expect(sitting.shows("\(offered + 1) "), "\(sitting)") }
      type(offered.map { "\($0 + 1)" } ?? wanted.replacing("-", with: ""))
      press(.enter)
    case .search:
      type(try #require(searches[name], "nothing to search for \(name)\(sitting)"))
      press(.enter)
    }
  }

  private mutating func answersTogether(_ entry: FormEntry) throws {
    let (context, form) = (sitting.context, sitting.context.form)
    guard case .choices(let choices) = entry.editor else { return try #require(Bool(false), "\(sitting)") }
    switch entry.filling.asking {
    case .item, .carried: return
    case .shared:
      let isSame = entry.filling.sharedFields(context.filling).allSatisfy { field in
        form.fields[field].kind == .classCode(maximum: 40)
          || entry.filling.sharedValue(of: field, context.filling) == knows[form.fields[field].name]
      }
      if isSame { press(.enter) } else { try press(numberOf: "other", in: choices) }
    case .question(let index):
      func isRight(_ choice: Question.Choice) -> Bool {
        if let following = choice.following { return form.questions[following].choices.contains(where: isRight) }
        return !choice.values.isEmpty && choice.values.allSatisfy { knows[form.fields[$0.field].name] == $0.value }
      }
      let offered = form.questions[index].choices
      let right = offered.firstIndex(where: isRight) ?? offered.firstIndex { $0.values.isEmpty && $0.following == nil }
      try press(numberOf: "\(try #require(right) + 1)", in: choices)
    }
  }

  private mutating func press(numberOf code: String, in choices: ChoiceEditor) throws {
    let number = try #require(choices.entries.firstIndex { $0.code == code }, "no \(code)\(sitting)") + 1
    #expect(sitting.shows("\(number)  ") || sitting.shows("\(number) "), "\(sitting)")
    type("\(number)")
    if case .choices(let left) = sitting.guided?.entry.editor, left.isHalfTyped { press(.enter) }
  }

  private mutating func hands(in check: CheckPanel) throws {
    if check.rows.indices.contains(check.highlighted), check.rows[check.highlighted] == .handIn { return press(.enter) }
    press(.end)
    press(.enter)
  }

  private mutating func fills(_ filler: FillerPanel) {
    if filler.steps.choice(0) == nil { type("1") } else { press(.enter) }
    if case .filler(let filler) = sitting.guided?.entry.panel, filler.steps.text(1).isEmpty { type(telephone) }
    press(.enter)
  }
}
