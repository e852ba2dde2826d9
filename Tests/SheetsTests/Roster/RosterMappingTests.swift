import FormModel
import Testing

@testable import Sheets

@Suite struct RosterMappingTests {
  private let roster: Roster

  init() throws { roster = try Roster() }

  private func map(_ rows: [String], _ changes: [String] = []) throws -> RosterMapping? {
    let changes = try changes.map { try RosterChange($0, headings: roster.headings) }
    let rows = rows.map { Roster.row($0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)) }
    return RosterMapping(SheetTable(rows: rows), for: .children, headings: roster.headings, changes: changes)
  }

  @Test func `title rows above the headings are passed over`() throws {
    let mapping = try #require(
      try map(["中二班 姓名登记表", "班级,中二班", ",姓名,填表说明", "序号,姓名,性别,联系电话", "1,潘小明,男,"]))
    #expect(mapping.headingRow == 3)
    #expect(mapping.column(of: .telephone) == 3)
    #expect(
      mapping.columns.map(\.use) == [
        .neglected(.unknown), .item(roster.item("name")), .item(roster.item("sex")), .item(.telephone),
      ])
  }

  @Test func `one column of names is a roster, and a sheet without names or numbers is none`() throws {
    #expect(try map(["姓名", "潘小明"]) != nil)
    #expect(try map(["性别,民族,现住址"]) == nil)
    #expect(try map([]) == nil)
    // Beyond the first twenty rows nobody writes titles.
    #expect(try map(Array(repeating: "说明", count: 20) + ["姓名,性别"]) == nil)
  }

  @Test func `of two columns of one item the first is read`() throws {
    let mapping = try #require(try map(["姓名,电话,手机,学籍号,原因"]))
    #expect(
      mapping.columns.map(\.use) == [
        .item(roster.item("name")), .item(.telephone), .neglected(.doubled(.telephone)),
        .neglected(.elsewhere(.studentNumber)), .neglected(.reason),
      ])
  }

  @Test func `what somebody says of a column goes before its heading`() throws {
    let mapping = try #require(
      try map(["姓名,小名,电话,联系人,备注"], ["b=姓名", "联系人=guardian_name", "C=", "E=contact.class"]))
    #expect(
      mapping.columns.map(\.use) == [
        .neglected(.doubled(roster.item("name"))), .item(roster.item("name")), .neglected(.unwanted),
        .item(roster.item("guardian_name")), .item(.className),
      ])
  }

  @Test func `a change that says nothing is refused`() {
    for (text, problem) in [
      ("B", RosterChange.Problem.malformed), ("=name", .malformed), ("B=爱好", .unknownItem("爱好")),
    ] {
      #expect(throws: problem) { try RosterChange(text, headings: roster.headings) }
    }
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
  func `columns are called as a spreadsheet calls them`(index: Int, letters: String) throws {
    #expect(RosterMapping.Column(index: index, heading: "", use: .neglected(.unknown)).letters == letters)
    #expect(try RosterChange("\(letters)=name", headings: roster.headings).means(index, heading: ""))
  }
}
