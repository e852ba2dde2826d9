import Testing

@testable import Standards

/// Facts are those of GB/T 2260 and its yearly changes, as `lists/division.tsv` has them.
@Suite struct DivisionsTests {
  static let divisions = Result { try Divisions(in: standardForms) }
  private var divisions: Divisions { get throws { try Self.divisions.get() } }

  @Test func `the whole table is read`() throws {
    #expect(try divisions.count == 7110)
  }

  @Test(
    arguments: [
      ("441302", ["广东省", "惠州市", "惠城区"]),  // current
      ("440000", ["广东省"]),
      ("441300", ["广东省", "惠州市"]),
      ("441381", ["广东省", "惠州市", "惠阳市"]),  // abolished 2003
      ("442521", ["广东省", "惠阳地区", "惠阳县"]),  // abolished with its prefecture, 1988
      ("110105", ["北京市", "朝阳区"]),  // under the heading 市辖区
      ("110228", ["北京市", "密云县"]),  // under the heading 县
      ("110100", ["北京市"]),  // a heading itself
      ("419001", ["河南省", "济源市"]),  // 义马市 till 1990
      ("469004", ["海南省", "琼山市"]),  // straight under a province
      ("659001", ["新疆维吾尔自治区", "石河子市"]),
      ("810000", ["香港特别行政区"]),  // residence permits
      ("820000", ["澳门特别行政区"]),
      ("830000", ["台湾省"]),
      ("999999", []), ("44130", []), ("4413022", []), ("", []), ("44130２", []), ("４４１３０２", []), ("-44130", []),
    ] as [(String, [String])])
  func `a path names the real places above`(code: String, path: [String]) throws {
    #expect(try divisions.path(of: code) == path)
    #expect(try divisions.knows(area: code) == (divisions.division(code) != nil))
    #expect(try divisions.knows(area: code) == !path.isEmpty)
  }

  @Test func `a number's area is known whether it stands or not`() throws {
    #expect(try divisions.knows(area: 441302) && divisions.knows(area: 441381))
    #expect(try divisions.knows(area: "11010519491231002X".prefix(6)))
    #expect(try !divisions.knows(area: 441399) && !divisions.knows(area: 0) && !divisions.knows(area: .max))
  }

  @Test(arguments: [
    ("441321", 1994), ("512221", 1992), ("110103", 2010), ("441302", nil), ("419001", nil), ("370903", nil),
    ("999999", nil),
  ])
  func `a code that stands no more knows since when`(code: String, year: Int?) throws {
    #expect(try divisions.yearAbolished(of: code) == year)
  }

  /// It stands in a provincial sheet, and in no table of the standard: known, and not offered beside 370911.
  @Test func `a number may bear a code that the standard never had`() throws {
    #expect(try divisions.knows(area: 370_903))
    #expect(try divisions.path(of: "370903") == ["山东省", "泰安市", "岱岳区"])
    let hits = SearchIndex.divisions(try divisions).search("岱岳区", limit: 9)
    #expect(hits.count == 1)
  }

  @Test func `a code used twice means its current entry, and all entries can be asked for`() throws {
    let entries = try divisions.entries("419001")
    #expect(entries.map(\.name) == ["义马市", "济源市"])
    #expect(entries.map(\.from) == [1987, 1996])
    #expect(entries.map(\.until) == [1990, nil])
    #expect(try divisions.division("419001") == entries[1])
    #expect(try divisions.path(of: entries[0]) == ["河南省", "义马市"])
  }

  @Test func `of a code that stands no more the latest entry counts`() throws {
    #expect(try divisions.entries("650107").map(\.name) == ["南山矿区", "南泉区", "达坂城区"])
    #expect(try divisions.entries("422401").map(\.name) == ["荆门市", "仙桃市"])
    #expect(try divisions.division("422401")?.name == "仙桃市")
    #expect(try divisions.division("422401")?.isCurrent == false)
  }

  @Test func `a division carries its level, kind, parent and period`() throws {
    let county = try #require(try divisions.division("441381"))
    #expect(county.level == .county && county.kind == .real && county.parent == "441300")
    #expect(county.from == 1994 && county.until == 2003 && !county.isCurrent)
    #expect(try divisions.division("419000")?.kind == .aggregate)
    #expect(try divisions.division("830000")?.kind == .residence)
    #expect(try divisions.division("110000")?.parent == nil)
  }

  @Test func `every code has a path that ends in its own name, headings excepted`() throws {
    let divisions = try divisions
    for row in divisions.table.rows {
      let code = row[0]
      let path = divisions.path(of: code)
      let division = try #require(divisions.division(code))
      #expect((1...3).contains(path.count), "\(code)")
      if division.kind != .aggregate { #expect(path.last == division.name, "\(code)") }
      #expect(!path.contains("市辖区") && !path.contains("省直辖县级行政单位"), "\(code)")
    }
  }

  @Test func `a renamed parent gives the name it had at the end`() throws {
    let divisions = try Divisions(
      TSVTable(
        Array(
          """
          code\tname\tlevel\tparent\tfrom\tto\tkind\tpinyin\tother_pinyin
          320000\t某省\tprovince\t\t1980\t\treal\t\t
          320800\t旧市\tprefecture\t320000\t1983\t2000\treal\t\t
          320800\t新市\tprefecture\t320000\t2000\t\treal\t\t
          320801\t早县\tcounty\t320800\t1983\t1995\treal\t\t
          320802\t同县\tcounty\t320800\t1983\t2000\treal\t\t
          320803\t晚县\tcounty\t320800\t1983\t2001\treal\t\t
          320804\t今县\tcounty\t320800\t1983\t\treal\t\t
          320805\t先县\tcounty\t320800\t1980\t1981\treal\t\t
          """.utf8), name: "division.tsv"))
    #expect(["320801", "320802", "320803", "320804"].map { divisions.path(of: $0)[1] } == ["旧市", "旧市", "新市", "新市"])
    #expect(divisions.path(of: "320805") == ["某省", "新市", "先县"])
  }

  @Test(arguments: [
    ("01302\tx\tcounty\t441300\t1988\t\treal", "01302"),
    ("041302\tx\tcounty\t441300\t1988\t\treal", "041302"),
    ("44130a\tx\tcounty\t441300\t1988\t\treal", "44130a"),
    ("441302\tx\ttown\t441300\t1988\t\treal", "town"),
    ("441302\tx\tcounty\t\t1988\t\treal", ""),
    ("441302\tx\tcounty\t4413\t1988\t\treal", "4413"),
    ("441302\tx\tcounty\t441300\t\t\treal", ""),
    ("441302\tx\tcounty\t441300\t1988年\t\treal", "1988年"),
    ("441302\tx\tcounty\t441300\t1988\t1987\treal", "1987"),
    ("441302\tx\tcounty\t441300\t1988\tnow\treal", "now"),
    ("441302\tx\tcounty\t441300\t1988\t\tlegend", "legend"),
  ])
  func `a wrong value is named with its line`(row: String, value: String) {
    let text = "# as of: 2023\ncode\tname\tlevel\tparent\tfrom\tto\tkind\tpinyin\tother_pinyin\n\(row)\t\t\n"
    #expect(throws: TableError(.badValue, path: "lists/division.tsv", line: 3, detail: value)) {
      try Divisions(TSVTable(Array(text.utf8), name: "lists/division.tsv"))
    }
  }

  @Test func `a missing column is named`() {
    #expect(throws: TableError(.columnMissing, path: "d", line: 1, detail: "level")) {
      try Divisions(TSVTable(Array("code\tname\n".utf8), name: "d"))
    }
  }
}
