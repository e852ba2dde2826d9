import FormModel
import Foundation
import Records
import Standards
import Terminal
import TestSupport
import Testing

@testable import Desk

/// Every sentence a person can read: complete, in both languages, and short.
@Suite struct WordingTests {
  struct Entry: Sendable, CustomStringConvertible {
    var list: String
    var name: String
    var text: Localized
    var description: String { "\(list).\(name)" }
  }

  static func entries<List: Phrase>(_ list: List.Type) -> [Entry] {
    List.allCases.map { Entry(list: "\(list)", name: "\($0)", text: $0.text) }
  }

  static let all: [Entry] =
    entries(CommonPhrase.self) + entries(GuidedPhrase.self) + entries(HomePhrase.self) + entries(CheckPhrase.self)
    + entries(OwedPhrase.self) + entries(KeyPhrase.self) + entries(DoorPhrase.self) + entries(WorkPhrase.self)
    + entries(SheetPhrase.self) + entries(CompletionPhrase.self) + entries(PrintPhrase.self)

  /// Those that are given room for more than one line, and break there.
  private static let paragraphs: Set<String> = [
    "signs", "SheetPhrase.note", "CompletionPhrase.note", "partingConfirm", "settingsHelp", "comeBackHelp",
    "lockedHelp", "farewellHelp", "handedInKeep", "leaveKeep", "readyKeep", "leaveCodeLater", "privacy", "helpOne",
    "helpTwo", "helpThree", "teacherBody", "comeBackFailed", "lockedBody", "lockedBodyUnsaved", "lockedAsk",
    "telephoneHint", "privateCharacter", "controlCharacter", "otherCharacter", "farewellUnsaved", "farewellUnread",
    "unsavedAsk",
    "noteHint", "unlistedAsk", "regionOffered", "typeOffered", "comeBackUnreadable", "windowSize", "settingsFailed",
    "comeBackClosed", "lockedClosed", "notEmptied", "menuHelp", "PrintPhrase.hint", "DoorPhrase.first",
    "DoorPhrase.help", "disputeAsk", "numberKnown",
  ]

  @Test(arguments: all)
  func `a phrase is complete in both languages`(entry: Entry) {
    let (chinese, english) = (entry.text.chinese, entry.text.english)
    #expect(!chinese.isEmpty && !english.isEmpty)
    #expect(chinese.components(separatedBy: "{}").count == english.components(separatedBy: "{}").count)
    // Only examples of what is typed are Chinese there.
    #expect(english.unicodeScalars.allSatisfy { $0.value < 0x3000 || "小一二中班年月日表没有".unicodeScalars.contains($0) })
    #expect(!chinese.contains("请请") && chinese == chinese.trimmingCharacters(in: .whitespaces))
  }

  @Test(arguments: all.filter { !paragraphs.contains($0.name) && !paragraphs.contains($0.description) })
  func `a phrase of one line fits in it`(entry: Entry) {
    #expect(TextWidth.of(entry.text.chinese) <= 74, "\(entry.text.chinese)")
    #expect(TextWidth.of(entry.text.english) <= 74, "\(entry.text.english)")
  }

  @Test func `no phrase is left that nothing uses`() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardizedFileURL
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var used: Set<Substring> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      if file.lastPathComponent.hasSuffix("Phrase.swift") { continue }
      let code = try String(contentsOf: file, encoding: .utf8)
      used.formUnion(code.split(separator: ".").map { $0.prefix { $0.isLetter } })
    }
    for entry in Self.all { #expect(used.contains(Substring(entry.name)), "\(entry)") }
  }

  // MARK: Sentences for what the checks, the store and the terminal say

  private static let plainRules: [Rule] =
    [
      .required, .owed, .notRelevant, .notInList, .tooLong(bytes: 90, limit: 80), .tooManyHanzi(count: 27, limit: 26),
      .tooManyCharacters(count: 21, limit: 20), .placeholder, .areaAbolished(year: 1992),
      .surroundingSpace, .formulaStart, .classCodeCharacters, .bornInFuture, .entryInFuture, .entryFarAhead,
      .entryAhead,
      .areaUnknown, .numberAgainstBirthDate, .numberAgainstSex, .lunarDate, .duplicate, .numberInDraft,
      .number(.check, .swapped(first: 9)), .number(.check, .digit(at: 7)),
      .refusedCharacter(.control("\u{7}")), .refusedCharacter(.invisible("\u{202E}")),
      .refusedCharacter(.privateUse("\u{E000}")), .refusedCharacter(.damaged("\u{FFFD}")),
      .refusedCharacter(.control("\n")), .refusedCharacter(.lookAlike("\u{2F29}", hanzi: "x")),
      .refusedCharacter(.notInName("①")), .refusedCharacter(.notInName("?")), .refusedCharacter(.picture("\u{1F600}")),
    ]

  private static var rules: [Rule] {
    var rules = plainRules
    rules += DateProblem.allCases.map { Rule.unreadableDate($0) }
    rules += CitizenNumberProblem.allCases.map { Rule.number($0, nil) }
    rules += DocumentNumberProblem.allCases.map { Rule.document($0) }
    return rules
  }

  /// Does not build when a rule is added, so that its sentence is added above.
  private static func isListed(_ rule: Rule) -> Bool {
    switch rule {
    case .required, .owed, .notRelevant, .notInList, .tooLong, .tooManyHanzi, .tooManyCharacters, .placeholder,
      .refusedCharacter, .surroundingSpace,
      .formulaStart, .classCodeCharacters, .unreadableDate, .bornInFuture, .entryInFuture, .entryFarAhead, .entryAhead,
      .number, .document, .areaUnknown, .areaAbolished, .numberAgainstBirthDate, .numberAgainstSex, .lunarDate,
      .duplicate, .numberInDraft, .declared:
      true
    }
  }

  @Test func `every finding says what to do`() throws {
    let form = try Sitting.form.get()
    let declared = form.rules.enumerated().map { Rule.declared($0, code: $1.name) }
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

  @Test func `every terminal and every form that cannot be used gets its sentence`() {
    var text = ""
    for language in Language.allCases {
      let wording = Wording(language)
      for problem in TerminalProblem.allCases {
        text += "\(problem)\t\(language.rawValue)\t\(wording.message(problem))\n"
      }
      for kind in FormProblem.Kind.allCases {
        let problem = FormProblem(kind, file: "preschool-28.json", place: "fields[5]", found: "colour")
        text += "\(kind.rawValue)\t\(language.rawValue)\t\(wording.message(problem))\n"
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
    let form = try Sitting.form.get()
    for field in form.fields {
      let words = [(field.label, 60, 1), (field.hint, 74, 2), (field.paper, 74, 2), (field.why, 62, 3)]
      for (text, columns, lines) in words {
        #expect(TextWidth.wrap(text[language], columns: columns).count <= lines, "\(field.name): \(text[language])")
      }
    }
  }
}
