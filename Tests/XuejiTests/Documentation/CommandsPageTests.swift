import ArgumentParser
import FormModel
import Foundation
import Records
import Sheets
import Standards
import TestSupport
import Testing

@testable import Commands

/// The manual of the commands is complete, and what it prints is what they print.
@Suite(.onOwnThreads) struct CommandsPageTests {
  @Test func `every command has its section, and no other has one`() throws {
    let page = try Page("Commands")
    let sections = page.text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    let commands = Commands.Xueji.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(Set(sections) == Set(commands + ["Overview"]))
  }

  @Test func `every reason of a number is listed, and no other`() throws {
    let listed = try Page("Commands").codes("### Reasons of numbers")
    #expect(
      listed == CitizenNumberProblem.allCases.map(\.rawValue) + [
        Rule.areaUnknown.code, Rule.areaAbolished(year: 1992).code,
      ])
  }

  @Test func `every rule of the program is listed, and no other`() throws {
    let listed = try Page("Commands").codes("### Rules of the program")
    let codes = Self.rules.flatMap(Self.codes(of:))
    #expect(listed.sorted() == codes.sorted())
  }

  @Test func `every rule of sheets is listed with its severity, and no other`() throws {
    let place = SheetPlace(child: 1, row: 2)
    let elsewhere = SheetPlace(child: 1, row: 2, file: "b.jsonl")
    let code = try #require(RecordCode("K7M4"))
    let rules: [SheetFinding.Rule] = [
      .numberCell, .dateAsNumber, .dateCell, .failedFormula, .unsavedFormula, .otherWord("毛难族"), .lostCharacter("?"),
      .variantKept("明"), .duplicateInFile(place), .sameChildInFile(place),
      .duplicateInFile(elsewhere), .sameChildInFile(elsewhere), .recordTwice(place), .duplicateInStore(code, .handedIn),
      .duplicateInStore(code, .draft), .duplicateInStore(code, .out), .sameChildInStore(code),
    ]
    let findings = rules.map { SheetFinding($0, field: 0) }
    let rows = try Page("Commands").rows("### Rules of sheets").map {
      $0.split(separator: "|").prefix(2).joined(separator: "|")
    }
    #expect(Set(rows) == Set(findings.map { " `\($0.code)` | \($0.severity.rawValue) " }))
  }

  @Test func `every rule of rosters is listed with its severity`() throws {
    let page = try Page("Commands")
    let item = RosterItem.field(0)
    let reasons: [RosterFault.Reason] = [
      .lostDigits, .endsInZeros, .unclearDate, .ambiguous, .unknownPlace, .dateAsNumber, .failedFormula,
      .unsavedFormula,
    ]
    let notes: [RosterRemark.Kind] = [.relation("母"), .owed("2024.9"), .known("2022.3"), .mended([.invisible])]
    let known = page.codes("### Rules of the program") + page.codes("### Rules of sheets")
    let rows = page.rows("### Rules of rosters").map { $0.split(separator: "|").prefix(2).joined(separator: "|") }
    for code in Set(reasons.map { RosterFault(item, $0).code }).subtracting(known) {
      #expect(rows.contains(" `\(code)` | error "), "\(code)")
    }
    for note in notes { #expect(rows.contains(" `\(RosterRemark(item, note).code)` | warning ")) }
  }

  @Test func `every rule of the form is listed with its severity, and no other`() throws {
    let form = try Form.load(from: .embedded)
    let rows = form.rules.map { "| `\($0.name)` | \($0.severity.rawValue) | \($0.message.english) |" }
    let listed = try Page("Commands").rows("### Rules of the form")
    #expect(listed == rows, "It should be:\n\(rows.joined(separator: "\n"))")
  }

  @Test(arguments: ["Commands", "Forms", ""])
  func `the examples that need no record print what the page says`(name: String) throws {
    let page = try name.isEmpty ? Page(path: Page.readme) : Page(name)
    let examples = page.examples.filter { example in
      ["xueji number", "xueji lookup"].contains { example.command.hasPrefix($0) }
        && !example.command.contains("--forms")
    }
    #expect(name == "Forms" || !examples.isEmpty)
    for (command, output) in examples {
      let printed = try shell(command)
      #expect(lines(printed) == lines(output.joined(separator: "\n")), "\(command) printed:\n\(printed)")
    }
  }

  /// Blank lines at the end are a matter of the page's layout.
  private func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private func shell(_ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "xueji() { \"$PROGRAM\" \"$@\"; }\n" + command]
    process.environment = [
      "PROGRAM": try BuiltProgram.path("xueji"), "LC_ALL": "C.UTF-8", "XUEJI_STORE": "/nonexistent",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: All rules

  /// One of each case of `Rule`.
  private static var rules: [Rule] {
    var rules: [Rule] = []
    var next: Rule? = .required
    while let rule = next {
      rules.append(rule)
      next = following(rule)
    }
    return rules
  }

  /// Leads through all cases, so that a new one does not build until it is listed here.
  private static func following(_ rule: Rule) -> Rule? {
    switch rule {
    case .required: .owed
    case .owed: .notRelevant
    case .notRelevant: .notInList
    case .notInList: .tooLong(bytes: 2, limit: 1)
    case .tooLong: .tooManyHanzi(count: 2, limit: 1)
    case .tooManyHanzi: .tooManyCharacters(count: 2, limit: 1)
    case .tooManyCharacters: .placeholder
    case .placeholder: .refusedCharacter(.control("\n"))
    case .refusedCharacter: .surroundingSpace
    case .surroundingSpace: .formulaStart
    case .formulaStart: .classCodeCharacters
    case .classCodeCharacters: .unreadableDate(.empty)
    case .unreadableDate: .bornInFuture
    case .bornInFuture: .entryInFuture
    case .entryInFuture: .entryFarAhead
    case .entryFarAhead: .entryAhead
    case .entryAhead: .number(.check, nil, count: 18)
    case .number: .numberSeparators
    case .numberSeparators: .document(.shape)
    case .document: .areaUnknown
    case .areaUnknown: .areaAbolished(year: 1992)
    case .areaAbolished: .numberAgainstBirthDate
    case .numberAgainstBirthDate: .numberAgainstSex
    case .numberAgainstSex: .lunarDate
    case .lunarDate: .duplicate
    case .duplicate: .numberInDraft
    case .numberInDraft: nil
    case .declared: nil
    }
  }

  private static func codes(of rule: Rule) -> [String] {
    switch rule {
    case .unreadableDate: DateProblem.allCases.map { Rule.unreadableDate($0).code }
    case .number: CitizenNumberProblem.allCases.map { Rule.number($0, nil, count: 18).code }
    case .document: DocumentNumberProblem.allCases.map { Rule.document($0).code }
    case .required, .owed, .notRelevant, .notInList, .tooLong, .tooManyHanzi, .tooManyCharacters, .placeholder,
      .refusedCharacter, .surroundingSpace,
      .formulaStart, .classCodeCharacters, .bornInFuture, .entryInFuture, .entryFarAhead, .entryAhead, .areaUnknown,
      .numberSeparators,
      .areaAbolished, .numberAgainstBirthDate, .numberAgainstSex, .lunarDate, .duplicate, .numberInDraft, .declared:
      [rule.code]
    }
  }
}
