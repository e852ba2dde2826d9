import FormModel
import Foundation
import Standards
import TestSupport
import Testing
import TextLayout
import Wording

/// Every phrase: complete, in both languages, short, and used.
@Suite struct PhraseTests {
  /// All types of phrases; a test finds those that are missing here.
  static let types: [any Phrase.Type] = [
    CheckPhrase.self, CommandPhrase.self, CommonPhrase.self, CompletionPhrase.self, DayClosePhrase.self,
    DoorPhrase.self, ExportPhrase.self, FamilySlipPhrase.self, GivingPhrase.self, GuidedPhrase.self, PinyinPhrase.self,
    HistoryPhrase.self, HomePhrase.self,
    KeyPhrase.self, ManualPhrase.self, OfficePhrase.self, OptionPhrase.self, OwedPhrase.self, PeoplePhrase.self,
    PlainPhrase.self, PlanPhrase.self,
    PrintPhrase.self,
    ImportPhrase.self,
    ProvenancePhrase.self, ReadBackPhrase.self, ReviewPhrase.self, ReviewRecordPhrase.self, SheetPhrase.self,
    TerminalPhrase.self, StatsPhrase.self, FigurePhrase.self, FiguresPhrase.self, StayPhrase.self, UsagePhrase.self,
    ValuePhrase.self, WorkListPhrase.self,
    WorkPhrase.self,
  ]

  struct Entry: Sendable, CustomStringConvertible {
    var type: String
    var name: String
    var text: Localized
    var description: String { "\(type).\(name)" }
  }

  private static func entries<Type: Phrase>(_ type: Type.Type) -> [Entry] {
    type.allCases.map { Entry(type: "\(type)", name: "\($0)", text: $0.text) }
  }

  static let all: [Entry] = types.flatMap { entries($0) }

  @Test func `every type of phrases in the sources is looked at here`() throws {
    let declaration = try Regex("(?:enum|struct|class|actor|extension) +(\\w+)[^{}]*:[^{}]*\\bPhrase\\b[^{}]*\\{")
    var found: Set<String> = []
    for source in try SwiftSource.all(in: "Sources") {
      for match in source.code.matches(of: declaration) { found.insert(String(match[1].substring ?? "")) }
    }
    #expect(found == Set(Self.types.map { "\($0)" }))
  }

  @Test(arguments: types.indices)
  func `a phrase is complete in both languages`(_ index: Int) {
    let entries = Self.entries(Self.types[index])
    #expect(!entries.isEmpty)
    for entry in entries {
      let (chinese, english) = (entry.text.chinese, entry.text.english)
      #expect(!chinese.isEmpty && !english.isEmpty, "\(entry)")
      #expect(chinese.ranges(of: "{}").count == english.ranges(of: "{}").count, "\(entry)")
      // Only examples of what is typed, and headings of the official sheet, are Chinese there.
      let examples = "小一二中班年月日表没有已撤销学籍号身份证件码姓名"
      #expect(
        english.unicodeScalars.allSatisfy { $0.value < 0x3000 || examples.unicodeScalars.contains($0) }, "\(entry)")
      #expect(!chinese.contains("请请") && chinese == chinese.trimmingCharacters(in: .whitespaces), "\(entry)")
    }
  }

  /// Those whose page breaks them into lines: all of a type, or one.
  private static let paragraphs: Set<String> = [
    "CommandPhrase", "ManualPhrase", "OptionPhrase", "PlainPhrase", "TerminalPhrase",
    "signs", "SheetPhrase.about", "CompletionPhrase.about", "partingConfirm", "settingsHelp", "classesHelp",
    "comeBackHelp",
    "lockedHelp", "farewellHelp", "handedInKeep", "leaveKeep", "readyKeep", "leaveCodeLater", "privacy", "helpOne",
    "helpTwo", "helpThree", "teacherBody", "comeBackFailed", "lockedBody", "lockedBodyUnsaved", "lockedAsk",
    "lockedAskTeacher",
    "telephoneHint", "privateCharacter", "controlCharacter", "otherCharacter", "farewellUnsaved", "farewellUnread",
    "unsavedAsk",
    "noteHint", "unlistedAsk", "comeBackUnreadable", "windowSize", "settingsFailed",
    "comeBackClosed", "lockedClosed", "notEmptied", "menuHelp", "PrintPhrase.hint", "DoorPhrase.first",
    "DoorPhrase.help", "PeoplePhrase.help", "disputeAsk", "numberKnown", "sharedHint", "sharedWhy", "carriedHint",
    "carriedWhy",
    "siblingHint", "GivingPhrase.help", "GivingPhrase.given", "GivingPhrase.takenBack",
    "FiguresPhrase.help", "DayClosePhrase.groups", "DayClosePhrase.help",
    "ExportPhrase.titleAll", "ExportPhrase.titleDay", "ExportPhrase.hint", "FamilySlipPhrase.comeBack",
    "ReadBackPhrase.approvedFamily", "ReadBackPhrase.help", "ReadBackPhrase.helpStaff", "ReviewPhrase.groups",
    "ReviewPhrase.help", "ReviewRecordPhrase.sameChild", "ReviewRecordPhrase.reasonHint",
    "ReviewRecordPhrase.duplicateUnseen", "OfficePhrase.printHelp", "OfficePhrase.codesHelp", "backupHint",
    "backupHelp",
    "numbersHint", "numbersHelp", "helpTyping", "helpRare", "helpFont", "ImportPhrase.fileHint",
    "ImportPhrase.emptyFolder", "ImportPhrase.noRoom", "ImportPhrase.help", "ReviewRecordPhrase.duplicateWrongText",
    "ReviewRecordPhrase.help",
  ]

  @Test func `a phrase of one line fits in it`() {
    let short = Self.all.filter { Self.paragraphs.isDisjoint(with: [$0.type, $0.name, $0.description]) }
    #expect(short.count > 400)
    for entry in short {
      #expect(TextWidth.of(entry.text.chinese) <= 74, "\(entry): \(entry.text.chinese)")
      #expect(TextWidth.of(entry.text.english) <= 74, "\(entry): \(entry.text.english)")
    }
  }

  @Test func `no phrase is left that nothing uses`() throws {
    let uses = try PhraseUses(try SwiftSource.all(in: "Sources"), types: Self.types.map { "\($0)" })
    // Names of the parser's values and of figures lead to theirs; the commands' own tests hold that each is used.
    let unused = Self.all.filter {
      !["ValuePhrase", "FigurePhrase", "StayPhrase"].contains($0.type) && !uses.contains($0.type, $0.name)
    }
    #expect(unused.isEmpty, "\(unused)")
  }

  @Test func `a use is the phrase of that type in a place where a value stands`() throws {
    let code = """
      let one = wording(CheckPhrase.good), two = isShort ? PlanPhrase.short : .long
      switch kind { case .blank, .owed(let note): shown }
      other.missing(CheckPhrase.self) // CheckPhrase.later
      """
    let uses = try PhraseUses([SwiftSource(path: "", code)], types: ["CheckPhrase", "PlanPhrase", "KeyPhrase"])
    for (type, name) in [("CheckPhrase", "good"), ("PlanPhrase", "short"), ("PlanPhrase", "long")] {
      #expect(uses.contains(type, name))
    }
    for name in ["blank", "owed", "missing", "later", "shown", "short"] { #expect(!uses.contains("CheckPhrase", name)) }
    #expect(!uses.contains("KeyPhrase", "long"))
  }
}

/// Where the sources use phrases: `TypePhrase.name`, or `.name` as a value in a file that speaks of the type.
///
/// The name by itself is no use: it may be the case of another type, a pattern, or a member.
private struct PhraseUses {
  private var names: [String: Set<String>] = [:]

  init(_ sources: [SwiftSource], types: [String]) throws {
    let pattern = try NSRegularExpression(pattern: "\\bcase\\s+\\.[^:=]*")
    let member = try NSRegularExpression(pattern: "([\\w)\\]?!`]*)\\.([a-z]\\w*)")
    // A table of keys has the phrase behind the keys' print, and names its type nowhere.
    let behindText = try NSRegularExpression(pattern: "(\"),\\s*\\.([a-z]\\w*)")
    let spoken = try NSRegularExpression(pattern: "\\b\\w+Phrase\\b")
    for source in sources {
      let whole = NSRange(location: 0, length: source.code.utf16.count)
      let code = pattern.stringByReplacingMatches(in: source.code, range: whole, withTemplate: "")
      func pairs(_ expression: NSRegularExpression) -> [(before: String, name: String)] {
        expression.matches(in: code, range: NSRange(location: 0, length: code.utf16.count)).map {
          let text = code as NSString
          return (text.substring(with: $0.range(at: 1)), text.substring(with: $0.range(at: 2)))
        }
      }
      let members = pairs(member)
      let free = members.filter(\.before.isEmpty).map(\.name)
      for member in members where types.contains(member.before) {
        names[member.before, default: []].insert(member.name)
      }
      for mention in spoken.matches(in: code, range: NSRange(location: 0, length: code.utf16.count)) {
        names[(code as NSString).substring(with: mention.range), default: []].formUnion(free)
      }
      names["KeyPhrase", default: []].formUnion(pairs(behindText).map(\.name))
    }
  }

  func contains(_ type: String, _ name: String) -> Bool { names[type]?.contains(name) == true }
}
