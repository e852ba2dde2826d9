import Standards
import Testing

@testable import FormModel

/// What is wrong with a form is said with its file and the place in it.
@Suite struct FormProblemTests {
  struct Broken: Sendable, CustomTestStringConvertible {
    var kind: FormProblem.Kind
    var file = "club-6.json"
    /// What stands in the sound file, and what in its place.
    var old: String
    var new: String
    var problemFile = "club-6.json"
    var place: String
    var found = ""

    var testDescription: String { "\(kind.rawValue): \(new)" }
  }

  static let rows = [
    Broken(kind: .notJSON, old: "\"version\": 3,", new: "\"version\": 3", place: "2:60"),
    Broken(kind: .wrongFormat, old: "xueji-form/1", new: "xueji-form/2", place: "format", found: "xueji-form/2"),
    Broken(kind: .missingKey, old: "\"version\": 3,", new: "", place: "version", found: "version"),
    Broken(
      kind: .missingKey, old: "\"max_characters\": 18,", new: "", place: "fields[3].max_characters",
      found: "max_characters"),
    Broken(kind: .missingKey, old: "\"fields\": [\"born\", \"game\"]", new: "\"fields\": []", place: "rules[0].fields"),
    Broken(
      kind: .missingKey, old: "\"rules\": [", new: "\"rules\": [ \(rule("odd", "")),", place: "rules[0].when",
      found: "when"),
    Broken(
      kind: .wrongType, old: "\"document_type\": \"document\"", new: "\"document_type\": \"born\"",
      place: "fields[3].document_type", found: "born"),
    Broken(
      kind: .wrongType, old: "\"from\": \"number\"", new: "\"from\": \"document\"", place: "fields[1].calculate.from",
      found: "document"),
    Broken(
      kind: .wrongType, old: "{ \"field\": \"plays\", \"is\": \"1\" }",
      new: "{ \"field\": \"plays\", \"after\": \"today\" }", place: "fields[5].relevant", found: "plays"),
    Broken(
      kind: .wrongType, old: "{ \"field\": \"plays\", \"is\": \"1\" }",
      new: "{ \"field\": \"born\", \"in_kindergarten\": \"division\" }", place: "fields[5].relevant", found: "born"),
    Broken(
      kind: .doubledName, old: "\"rules\": [", new: "\"rules\": [ \(rule("too-young", "\"when\": false,")),",
      place: "rules[1].name", found: "too-young"),
    Broken(kind: .wrongType, old: "\"version\": 3,", new: "\"version\": \"3\",", place: "version"),
    Broken(kind: .wrongType, old: "{ \"field\": \"plays\", \"is\": \"1\" }", new: "[]", place: "fields[5].relevant"),
    Broken(
      kind: .wrongType, old: "{ \"field\": \"plays\", \"is\": \"1\" }",
      new: "{ \"field\": \"plays\", \"answered\": 1 }",
      place: "fields[5].relevant.answered"),
    Broken(
      kind: .unknownKey, old: "\"severity\": \"warning\"", new: "\"severity\": \"warning\", \"wehn\": true",
      place: "rules[0].wehn", found: "wehn"),
    Broken(
      kind: .unknownKey, old: "{ \"field\": \"plays\", \"is\": \"1\" }",
      new: "{ \"field\": \"plays\", \"is\": \"1\", \"in\": [] }", place: "fields[5].relevant.in", found: "in"),
    Broken(
      kind: .unknownField, old: "{ \"field\": \"plays\", \"is\": \"1\" }",
      new: "{ \"field\": \"play\", \"is\": \"1\" }",
      place: "fields[5].relevant", found: "play"),
    Broken(
      kind: .unknownField, old: "\"document_type\": \"document\"", new: "\"document_type\": \"card\"",
      place: "fields[3]", found: "card"),
    Broken(
      kind: .unknownList, old: "\"choices\": \"club\"", new: "\"choices\": \"clubs\"", problemFile: "lists/clubs.tsv",
      place: "", found: "clubs"),
    Broken(
      kind: .unknownType, old: "\"type\": \"date\"", new: "\"type\": \"day\"", place: "fields[1].type", found: "day"),
    Broken(
      kind: .unknownType, old: "\"severity\": \"warning\"", new: "\"severity\": \"missing\"",
      place: "rules[0].severity",
      found: "missing"),
    Broken(
      kind: .unknownType, old: "\"part\": \"birth_date\"", new: "\"part\": \"area\"", place: "fields[1].calculate.part",
      found: "area"),
    Broken(
      kind: .unknownType, old: "{ \"field\": \"plays\", \"is\": \"1\" }", new: "{ \"field\": \"plays\" }",
      place: "fields[5].relevant"),
    Broken(
      kind: .doubledName, old: "\"name\": \"plays\"", new: "\"name\": \"pupil\"", place: "fields[4]", found: "pupil"),
    Broken(
      kind: .doubledName, old: "\"heading\": \"会下棋\"", new: "\"heading\": \"学生\"", place: "fields[4].heading",
      found: "学生"),
    Broken(
      kind: .doubledCode, file: "lists/club.tsv", old: "W\t围棋\t", new: "C\t围棋\t", problemFile: "lists/club.tsv",
      place: "C"),
    Broken(
      kind: .missingColumn, file: "lists/club.tsv", old: "code\ttext", new: "code\ttexts",
      problemFile: "lists/club.tsv",
      place: "text"),
    Broken(
      kind: .emptyList, file: "lists/yesno.tsv", old: "1\t是\n0\t否\n", new: "", problemFile: "lists/yesno.tsv",
      place: ""),
    Broken(
      kind: .unlistedChoice, old: "\"default\": \"1\"", new: "\"default\": \"B\"", place: "fields[2].default",
      found: "B"),
    Broken(
      kind: .unlistedChoice, old: "\"is\": \"1\"", new: "\"is\": \"2\"", place: "fields[5].relevant", found: "2"),
    Broken(
      kind: .unlistedChoice, old: "\"in\": [\"W\"]", new: "\"in\": [\"W\", \"G\"]", place: "rules[0].when", found: "G"),
    Broken(
      kind: .cyclicCondition, old: "\"choices\": \"yesno\", \"required\": true,",
      new: "\"choices\": \"yesno\", \"relevant\": { \"field\": \"game\", \"answered\": true },",
      place: "fields[4].relevant"),
    Broken(
      kind: .cyclicCondition, old: "{ \"field\": \"plays\", \"is\": \"1\" }",
      new: "{ \"field\": \"game\", \"is\": \"C\" }", place: "fields[5].relevant"),
    // What is one child's own is offered to no other: a name, a number, what is read off it, a word of one's own.
    Broken(
      kind: .wrongType, old: "\"max_hanzi\": 10,", new: "\"max_hanzi\": 10, \"carry\": true,", place: "fields[0].carry",
      found: "pupil"),
    Broken(
      kind: .wrongType, old: "\"type\": \"date\",", new: "\"type\": \"date\", \"carry\": true,",
      place: "fields[1].carry", found: "born"),
    Broken(
      kind: .wrongType, old: "\"max_characters\": 18,", new: "\"max_characters\": 18, \"carry\": true,",
      place: "fields[3].carry", found: "number"),
    Broken(
      kind: .unknownKey, old: "\"choices\": \"yesno\",",
      new: "\"choices\": \"yesno\", \"only_told\": true, \"carry\": true,", place: "fields[4].carry", found: "carry"),
    Broken(
      kind: .unknownType, old: "\"type\": \"date\"", new: "\"type\": \"date\", \"role\": \"birthday\"",
      place: "fields[1].role", found: "birthday"),
    Broken(
      kind: .wrongType, old: "\"type\": \"date\"", new: "\"type\": \"date\", \"role\": \"child_number\"",
      place: "fields[1].role"),
    Broken(
      kind: .missingKey, old: "\"choices\": \"yesno\",", new: "\"choices\": \"yesno\", \"role\": \"orphan\",",
      place: "fields[4].counts", found: "counts"),
    Broken(
      kind: .unlistedChoice, old: "\"choices\": \"yesno\",",
      new: "\"choices\": \"yesno\", \"role\": \"orphan\", \"counts\": [\"3\"],", place: "fields[4].counts", found: "3"),
    Broken(
      kind: .unknownKey, old: "\"choices\": \"yesno\",", new: "\"choices\": \"yesno\", \"counts\": [\"1\"],",
      place: "fields[4].counts", found: "counts"),
    Broken(
      kind: .unlistedChoice, old: "\"choices\": \"yesno\",",
      new:
        "\"choices\": \"yesno\", \"suggest\": { \"because\": { \"zh\": \"是\", \"en\": \"so\" }, \"values\": [{ \"value\": \"3\", \"when\": true }] },",
      place: "fields[4].suggest",
      found: "3"),
    Broken(
      kind: .unlistedChoice, old: "\"choices\": \"yesno\",",
      new: "\"choices\": \"yesno\", \"spoken\": { \"values\": { \"3\": { \"zh\": \"是\", \"en\": \"yes\" } } },",
      place: "fields[4].spoken.values", found: "3"),
    Broken(
      kind: .askedTwice, old: "\"rules\": [", new: "\"sentences\": [[\"pupil\"], [\"born\", \"pupil\"]], \"rules\": [",
      place: "sentences[1][1]", found: "pupil"),
    Broken(kind: .notAsked, old: "[\"plays\", \"game\"]", new: "[\"plays\"]", place: "fields[5]"),
    Broken(
      kind: .askedTwice, old: "[\"plays\", \"game\"]", new: "[\"plays\", \"game\", \"pupil\"]",
      place: "sections[1].fields[2]", found: "pupil"),
    Broken(
      kind: .badTable, file: "lists/club.tsv", old: "C\t象棋\t\tchess", new: "C\t象棋\tchess",
      problemFile: "lists/club.tsv", place: "line 2", found: "4/5"),
  ]

  @Test(arguments: rows)
  func `a broken form is refused with its file, the place and what stands there`(row: Broken) throws {
    let own = try #require(OwnForm().replacing(row.old, by: row.new, in: row.file))
    try own.withFolder { folder in
      let problem = #expect(throws: FormProblem.self) { try Form.load("club-6", from: folder) }
      guard let problem else { return }
      #expect(problem.kind == row.kind)
      #expect(problem.file == row.problemFile)
      #expect(problem.found == row.found)
      #expect(problem.place == row.place)
    }
  }

  @Test func `a role stands at one item`() throws {
    let own = try ["plays", "game"].reduce(OwnForm()) { own, name in
      let role = "\"name\": \"\(name)\", \"role\": \"orphan\", \"counts\": [],"
      return try #require(own.replacing("\"name\": \"\(name)\",", by: role))
    }
    try own.withFolder { folder in
      let problem = FormProblem(.doubledName, file: "club-6.json", place: "fields[5].role", found: "orphan")
      #expect(throws: problem) { try Form.load("club-6", from: folder) }
      return
    }
  }

  @Test func `a form that is not there is named with the path that was looked at`() throws {
    try OwnForm().withFolder { folder in
      let path = try #require(folder.directory) + "/chess.json"
      #expect(throws: FormProblem(.unreadableFile, file: "chess.json", place: "", found: path)) {
        try Form.load("chess", from: folder)
      }
    }
  }

  @Test func `each kind of problem has a broken form here`() {
    #expect(Set(Self.rows.map(\.kind) + [.unreadableFile, .unknownForm]) == Set(FormProblem.Kind.allCases))
  }

  private static func rule(_ name: String, _ when: String) -> String {
    """
    { "name": "\(name)", "severity": "error", "fields": ["born"], \(when) "message": { "zh": "问", "en": "?" } }
    """
  }
}
