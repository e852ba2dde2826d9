import Testing

@testable import Standards

/// What a person types, and what must come of it, in the tables that are built in.
@Suite struct SearchIndexTests {
  struct Indexes: Sendable {
    let division, region, ethnic, country: SearchIndex
    let regionTable: TSVTable

    init() throws {
      let divisions = try Divisions(in: standardForms)
      regionTable = try TSVTable("lists/region.tsv", in: standardForms)
      division = .divisions(divisions)
      region = try .regions(regionTable, divisions)
      ethnic = try .list(TSVTable("lists/ethnic.tsv", in: standardForms))
      country = try .list(TSVTable("lists/country.tsv", in: standardForms))
    }
  }

  static let indexes = Result { try Indexes() }
  private var indexes: Indexes { get throws { try Self.indexes.get() } }

  private func codes(_ index: SearchIndex, _ query: String, near: String? = nil, limit: Int = 20) -> [String] {
    index.search(query, near: near, limit: limit).map { index[$0.index].code }
  }

  // MARK: - One place, typed in every way

  @Test(arguments: [
    "惠城区", "惠城", "广东惠城", "惠州惠城", "广东省惠州市惠城区", "广东 惠州 惠城", "广东省/惠州市/惠城区", "惠州市惠城区",
    "huicheng", "hui cheng", "hui'cheng", "hui’cheng", "huichengqu", "HuiCheng", "ＨＵＩＣＨＥＮＧ", "huìchéng", "hui4cheng2",
    "hui4 cheng2 qu1", "huic", "hcheng", "惠cheng", "hui城", "惠ch", "gdhzhc", "gd hz hc", "gdhuizhouhuicheng",
    "guangdonghuicheng",
    "441302", "４４１３０２", "  惠城  ", "huicheng\u{200B}",
  ])
  func `惠城区 comes first`(query: String) throws {
    #expect(try codes(indexes.division, query, near: "441302").first == "441302")
    #expect(try codes(indexes.region, query, near: "441302").first == "441302000000")
    #expect(try codes(indexes.region, query).contains("441302000000"))
  }

  @Test(arguments: [
    // Polyphones, by every reading.
    ("zhangzi", "140428"), ("changzi", "140428"), ("zhangzixian", "140428"), ("yuxian", "130726"),

    ("laoting", "130225"), ("leting", "130225"), ("dabu", "441422"), ("dapu", "441422"), ("大埔", "441422"),
    ("hongtong", "141024"), ("hongdong", "141024"), ("luhe", "320116"), ("yueqing", "330382"),
    ("leqing", "330382"),
    // ü is v, u or ü; and v is the ü of ju.
    ("lvliang", "141100"), ("luliang", "141100"), ("lüliang", "141100"), ("lu\u{308}liang", "141100"),
    ("lǚliáng", "141100"),
    ("qvjing", "530300"), ("qujing", "530300"),
    // Whole names before others, levels from above.
    ("广东", "440000"), ("gd", "440000"), ("gdhz", "441300"), ("guangdonghuizhou", "441300"), ("gd hz", "441300"),
    ("惠州", "441300"), ("xian", "610100"), ("xi'an", "610100"), ("nmg", "150000"), ("内蒙", "150000"), ("内蒙呼和", "150100"),
    ("bj", "110000"), ("bjcy", "110105"), ("北京朝阳", "110105"), ("延边州", "222400"), ("延边延吉", "222401"),
    ("延边州延吉", "222401"), ("广西", "450000"), ("白沙", "469025"), ("4413", "441300"), ("44", "440000"), ("台湾", "710000"),
    ("xianggang", "810000"), ("济源", "419001"),
  ])
  func `the best division comes first`(query: String, code: String) throws {
    #expect(try codes(indexes.division, query).first == code)
  }

  @Test(arguments: [
    ("hcq", "441302000000"), ("hc", "441302000000"), ("zz", "140428000000"), ("cz", "140428000000"),
    ("zzx", "140428000000"),
    ("czx", "140428000000"), ("yx", "130726000000"), ("wx", "130726000000"), ("luliang", "141102000000"),
    ("lvliang", "141102000000"), ("gdhz", "441302000000"), ("gdhz", "4413A1000000"), ("4413", "4413A2000000"),
    ("4413a1", "4413A1000000"), ("惠州", "441323000000"), ("1团", "6AA1A1000000"), ("1t", "6AA1A1000000"),
    ("兵团10团", "6AA1A9000000"), ("连江县", "350122100000"), ("观山湖", "5201A1000000"),
    ("mygaoxin", "5107A1000000"),
    ("weixian", "130726000000"), ("liuhe", "320116000000"), ("shexian", "341021000000"), ("xixian", "341021000000"),
  ])
  func `a place of the sheet is among the answers`(query: String, code: String) throws {
    let hits = try codes(indexes.region, query, limit: 200)
    #expect(hits.contains(code), "\(hits.prefix(20))")
  }

  @Test func `all readings of the names above count`() throws {
    let index = SearchIndex(entries: [
      with(SearchEntry(code: "1", name: "城区")) {
        $0.path = ["某省", "长乐市"]
        $0.pathPinyin = [["mou sheng"], ["chang le shi", "zhang yue shi"]]
        $0.pinyin = ["cheng qu"]
      }
    ])
    for query in ["changle", "zhangle", "zhangyuecheng", "mszl", "msclcq", "zycq", "某乐"] {
      #expect(index.search(query).count == (query == "某乐" ? 0 : 1), "\(query)")
    }
  }

  @Test(arguments: ["nvshan", "nushan", "nüshan", "nǚshān", "nu\u{308}shan", "NÜ SHAN", "nu", "nlve", "nlue"])
  func `ü is found however it is typed`(query: String) {
    let names = [("1", "女山区", "nv shan qu"), ("2", "努山区", "nu shan qu"), ("3", "南略区", "nan lve qu")]
    let index = SearchIndex(
      entries: names.map { code, name, pinyin in with(SearchEntry(code: code, name: name)) { $0.pinyin = [pinyin] } })
    let found = index.search(query).map { index[$0.index].code }
    #expect(found.contains(query.hasPrefix("nl") ? "3" : "1"))
    // A dotted u is no plain one.
    #expect(found.contains("2") == ["nushan", "nu"].contains(query))
  }

  // MARK: - Near, abolished

  @Test func `places near the kindergarten come first among equals`() throws {
    #expect(try codes(indexes.division, "hy", near: "441302").first == "441303")
    #expect(try codes(indexes.division, "hy", near: "430400").first == "430400")
    #expect(try codes(indexes.region, "朝阳", near: "220104").first == "220104000000")
    #expect(try codes(indexes.region, "朝阳", near: "110101").first == "110105000000")
    #expect(try codes(indexes.region, "gxq", near: "440400").first == "4404A2000000")
    // A better match elsewhere still wins.
    #expect(try codes(indexes.region, "海淀", near: "441302").first == "110108000000")
  }

  @Test func `nothing typed gives the places near, then the list`() throws {
    let near = try codes(indexes.region, " ", near: "441302", limit: 9)
    #expect(near.prefix(2) == ["441302000000", "441303000000"])
    #expect(near[6].hasPrefix("4413") && near[7].hasPrefix("44") && !near[7].hasPrefix("4413"))
    #expect(try codes(indexes.region, "", limit: 2) == ["110101000000", "110102000000"])
    #expect(try codes(indexes.country, "", limit: 1) == ["CHN"])
    #expect(try indexes.region.search("", limit: 9999).count == 3414)
    #expect(try indexes.region.search("", limit: 1)[0].match == .listed)
  }

  @Test(arguments: [
    ("惠阳市", "441381", "441303"),  // same prefecture
    ("惠阳县", "441321", "441303"),
    ("惠阳地区", "442500", "441303"),  // prefecture abolished: the province
    ("huiyangshi", "441381", "441303"),
    ("惠州市惠阳市", "441381", "441303"),
    ("琼山市", "469004", "460107"),  // straight under the province
    ("宁河县", "120221", "120117"),
    ("河源县", "442525", "4416"),  // became a prefecture
    ("双鸭山地区", "", ""),
  ])
  func `an abolished place finds itself and its successor`(query: String, old: String, new: String) throws {
    for index in [try indexes.division, try indexes.region] {
      let hits = index.search(query)
      let items = hits.map { index[$0.index] }
      guard !old.isEmpty else {
        #expect(hits.isEmpty)
        continue
      }
      // The sheet of 2018 still has 宁河县, which can be taken there.
      if index.count == (try indexes.region.count), query == "宁河县" { continue }
      let itself = try #require(items.firstIndex { $0.code == old }, "\(query)")
      let successor = items.firstIndex { $0.code.hasPrefix(new) && $0.retiredYear == nil }
      #expect(items[itself].retiredYear != nil)
      if index.count == (try indexes.region.count) { #expect(!items[itself].isSelectable) }
      #expect(successor != nil, "\(query)")
    }
  }

  @Test func `the first answer for an abolished name is the place itself, with its year`() throws {
    let index = try indexes.division
    let hits = index.search("惠阳市")
    #expect(index[hits[0].index].code == "441381" && index[hits[0].index].retiredYear == 2003)
    #expect(hits[0].match == .exactName)
    #expect(index[hits[1].index].code == "441303" && hits[1].match == .successor)
  }

  @Test func `郊区 leads to no other town's 郊区`() throws {
    let index = try indexes.division
    for entry in index.entries where entry.isRetired {
      for successor in index.successorEntries[entry.successors.asInts] {
        let other = index.entries[Int(successor)]
        #expect(!other.isRetired && other.area / 10_000 == entry.area / 10_000)
        if ["郊区", "城区", "新市区"].contains(index[Int(successor)].name) {
          #expect(other.area / 100 == entry.area / 100)
        }
      }
    }
  }

  @Test func `a name that still stands is not shown as abolished`() throws {
    // 惠州市 was a county till 1988; 密云县 is in the sheet though abolished in 2015.
    let index = try indexes.region
    #expect(index.search("惠州市").allSatisfy { index[$0.index].code != "442501" })
    let first = index.search("密云县")[0].index
    #expect(index[first].code == "110228000000" && index[first].isSelectable)
  }

  @Test func `guidance never stands before what can be taken, unless its whole name was typed`() throws {
    let index = try indexes.region
    for query in ["hy", "hyx", "惠阳", "惠", "huiyang", "chao", "hys", "4413"] {
      let hits = index.search(query, near: "441302", limit: 200)
      let guidance = hits.firstIndex { !index[$0.index].isSelectable } ?? hits.count
      #expect(
        hits[guidance...].allSatisfy { !index[$0.index].isSelectable || [.successor, .similar].contains($0.match) },
        "\(query)")
      #expect(index[hits[0].index].isSelectable, "\(query)")
    }
  }

  // MARK: - Short lists

  @Test(arguments: [
    ("hz", ["01", "03"]), ("zz", ["04", "08"]), ("汉", ["01"]), ("han", ["01"]), ("毛难", ["36"]), ("毛难族", ["36"]),
    ("毛南族", ["36"]), ("maonan", ["36"]), ("mnz", ["36"]), ("Uygur", ["05"]), ("uy", ["05"]), ("36", ["36"]),
    ("cqr", ["57"]), ("cqrz", ["57"]), ("穿青人族", ["57"]), ("cqz", ["58"]), ("穿青", ["58", "57"]), ("漢族", ["01"]),
    ("滿族", ["11"]),
    ("wwe", ["05"]),
  ])
  func `a people is found`(query: String, expected: [String]) throws {
    #expect(try Array(codes(indexes.ethnic, query).prefix(expected.count)) == expected)
  }

  @Test(arguments: [
    ("chn", "CHN"), ("zg", "CHN"), ("China", "CHN"), ("hong k", "HKG"), ("Kong", "HKG"), ("香港", "HKG"), ("xg", "HKG"),
    ("台湾", "TWN"), ("莫桑比亚", "MOZ"), ("莫桑比克", "MOZ"), ("mosangbike", "MOZ"), ("俄罗斯联邦", "RUS"), ("els", "RUS"),
    ("Côte", "CIV"), ("cote d'iv", "CIV"), ("刚果（布）", "COG"), ("刚果(布)", "COG"), ("ggb", "COG"), ("zgxg", "HKG"),
    ("xianggang", "HKG"), ("tw", "TWN"), ("elslb", "RUS"), ("meiguo", "USA"),
    ("united states", "USA"), ("us", "USA"),
  ])
  func `a country is found by the sheet's spelling, its own, and English`(query: String, code: String) throws {
    #expect(try codes(indexes.country, query).contains(code))
  }

  // MARK: - Every entry

  @Test func `each place of the sheet is found by its code, its path and its pinyin`() throws {
    let index = try indexes.region
    let table = try indexes.regionTable
    let pinyinOf = try prefecturePinyin()
    for row in table.rows where row.index.isMultiple(of: Self.step) && !row[3].isEmpty {
      let item = index[row.index]
      #expect(item.code == row[0] && item.name == row[3] && item.isSelectable)
      #expect(item.path == [row[1], row[2]].filter { !$0.isEmpty })
      #expect(index.search(row[0], limit: 1).first?.index == row.index, "\(row[0])")
      #expect(index.index(ofCode: row[0]) == row.index)
      let first = try #require(index.search(item.path.joined() + item.name, limit: 1).first, "\(row[0])")
      #expect(index[first.index].path == item.path && index[first.index].name == item.name, "\(row[0])")
      guard let prefecture = pinyinOf[row[2]] else { continue }
      let pinyin = (prefecture + " " + row[4]).filter { $0 != " " }
      let hits = index.search(pinyin, limit: 8)
      #expect(hits.contains { $0.index == row.index }, "\(row[0]) \(pinyin)")
    }
  }

  /// A search takes fifty times as long in a debug build, where a part of the places has to do.
  #if DEBUG
    private static let step = 23
  #else
    private static let step = 1
  #endif

  private func prefecturePinyin() throws -> [String: String] {
    var pinyin: [String: String] = [:]
    for row in try Divisions(in: standardForms).table.rows where row[2] == "prefecture" { pinyin[row[1]] = row[7] }
    return pinyin
  }

  @Test func `each people and country is found by its initials`() throws {
    for (index, name) in [(try indexes.ethnic, "ethnic"), (try indexes.country, "country")] {
      let table = try TSVTable("lists/\(name).tsv", in: standardForms)
      for row in table.rows {
        let initials = row[table.column("pinyin")].split(separator: " ").map { $0.prefix(1) }.joined()
        let hits = index.search(initials, limit: table.count)
        #expect(hits.contains { $0.index == row.index }, "\(row[0]) \(initials)")
      }
    }
  }

  // MARK: - The unusual

  @Test(arguments: [
    String(repeating: "a", count: 10_000), String(repeating: "县", count: 10_000), String(repeating: "x1", count: 5_000),
    String(repeating: "x ", count: 5_000), String(repeating: "e\u{301}", count: 5_000), "\0\u{1B}[2J", "😀",
    "\u{10FFFF}",
    String(repeating: "9", count: 64), "zzzzzzzz", "惠城惠城惠城",
  ])
  func `a hostile query is answered with nothing or little`(query: String) throws {
    for index in [try indexes.division, try indexes.region, try indexes.ethnic, try indexes.country] {
      #expect(index.search(query, limit: 5).count <= 5)
    }
  }

  @Test func `a limit is kept, and answers are never doubled`() throws {
    for query in ["h", "hz", "惠", "shi", "4", ""] {
      let index = try indexes.division
      let hits = index.search(query, limit: 10_000)
      #expect(Set(hits.map(\.index)).count == hits.count)
      for limit in [0, -1, 1, 7, 20] {
        #expect(index.search(query, limit: limit) == Array(hits.prefix(max(0, limit))), "\(query) \(limit)")
      }
    }
    #expect(SearchIndex(entries: []).search("a").isEmpty)
  }

  @Test func `a syllable does not reach across a space`() throws {
    #expect(try !codes(indexes.division, "hu i cheng").contains("441302"))
    #expect(try codes(indexes.division, "xi an", limit: 1) == ["610100"])
    #expect(try !codes(indexes.division, "xi an", limit: 50).contains("130929"))  // 献县 is one syllable
  }

  private func with(_ entry: SearchEntry, _ change: (inout SearchEntry) -> Void) -> SearchEntry {
    var entry = entry
    change(&entry)
    return entry
  }
}
