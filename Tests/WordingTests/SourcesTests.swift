import Foundation
import Standards
import TestSupport
import Testing

/// Where Chinese texts stand: sentences in one room, and in tests as few as need be.
@Suite struct SourcesTests {
  /// Files outside Sources/Wording that hold Chinese texts, none of them a sentence to anybody.
  private static let data = [
    "Sources/Desk/Work/Completion/FamilySlip.swift": "surnames of two characters",
    "Sources/FormModel/Form+Shown.swift": "how a date is written",
    "Sources/Records/Person.swift": "a name that records hold",
    "Sources/Sheets/Roster/RestSheet.swift": "headings that are read again",
    "Sources/Sheets/Roster/RosterHeadingLines.swift": "words of rosters",
    "Sources/Sheets/Roster/RosterRowKind.swift": "words of rosters",
    "Sources/Sheets/Roster/RosterSheet.swift": "words of rosters",
    "Sources/Sheets/SheetCheck.swift": "a hanzi that stands for any",
    "Sources/Sheets/Workbook/WorksheetRows.swift": "how a month is written",
    "Sources/Sheets/Workbook/XLSXParts.swift": "the name of a font",
    "Sources/Simulation/ChildSitting.swift": "how a house is numbered",
    "Sources/Standards/DateReader.swift": "words of dates",
    "Sources/Standards/Pinyin/PinyinTables.swift": "numerals, behind which comes what is numbered",
    "Sources/Standards/Search/PlaceName.swift": "endings of places' names",
    "Sources/Standards/TextPlaceholder.swift": "what people write who do not know",
    "Sources/xueji/RestFiles.swift": "the ending of a file's name",
    "Sources/xueji/LookupCommand.swift": "a mark for programs that read the output",
    "Sources/xueji/NumberCommand.swift": "a column for programs that read the output",
  ]

  @Test func `every sentence stands in the room of sentences`() throws {
    let sources = try SwiftSource.all(in: "Sources").filter { !$0.path.hasPrefix("Sources/Wording/") }
    let found = sources.filter { $0.literals.contains { $0.text.unicodeScalars.contains(where: \.isHanzi) } }
    #expect(Set(found.map(\.path)) == Set(Self.data.keys))
  }

  /// Fixed ones are cases of phrases, the others are functions that use `say`.
  @Test func `a sentence is made in one of two ways`() throws {
    for source in try SwiftSource.all(in: "Sources/Wording") where !source.path.hasSuffix("Phrase.swift") {
      #expect(source.path.hasSuffix("/Wording.swift") || !source.code.contains("Localized("), "\(source.path)")
    }
  }

  // MARK: Tests

  /// Five characters of a sentence in a row are no accident.
  private static let length = 5

  /// Every so many hanzi or Chinese marks in a row.
  private static func runs(_ text: String) -> Set<String> {
    var runs: Set<String> = []
    var run: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      let isMark = "，。、；：！？（）《》“”—…".unicodeScalars.contains(scalar)
      run = scalar.isHanzi || isMark ? run.suffix(length - 1) + [scalar] : []
      if run.count == length { runs.insert(String(String.UnicodeScalarView(run))) }
    }
    return runs
  }

  /// Golden files hold the sentences; other tests name the phrase. Names, answers and what is typed are data.
  @Test func `few tests repeat a sentence of the program or a label of the form`() throws {
    let lists = SwiftSource.root.appendingPathComponent("Forms/lists")
    let data = try FileManager.default.contentsOfDirectory(atPath: lists.path).reduce(into: Set<String>()) {
      $0.formUnion(Self.runs(try String(contentsOf: lists.appendingPathComponent($1), encoding: .utf8)))
    }
    let form = SwiftSource.root.appendingPathComponent("Forms/preschool-28.json")
    let json = try #require(JSONValue.parse(Array(Data(contentsOf: form)))["fields"]?.array)
    let headings = json.compactMap { $0["heading"]?.string }.reduce(into: data) { $0.formUnion(Self.runs($1)) }
    var sentences = json.compactMap { $0["label"]?["zh"]?.string }.reduce(into: Set<String>()) {
      $0.formUnion(Self.runs($1))
    }
    for source in try SwiftSource.all(in: "Sources/Wording") {
      for literal in source.literals { sentences.formUnion(Self.runs(literal.text)) }
    }
    sentences.subtract(headings)
    #expect(sentences.count > 5_000)
    let repeating = try SwiftSource.all(in: "Tests").flatMap { source in
      source.literals.filter { !Self.runs($0.text).isDisjoint(with: sentences) }.map { "\(source.path):\($0.line)" }
    }
    print("texts of tests that repeat a sentence: \(repeating.count)")
    #expect(repeating.count <= 150, "\(repeating.count): \(repeating)")
  }
}
