import Glibc
import TestSupport
import Testing

@testable import Standards

/// Places that are typed as in the south, or with a slip.
@Suite struct SimilarSearchTests {
  static let index = (try? Divisions(in: standardForms)).map(SearchIndex.divisions)

  private func hits(_ query: String, limit: Int = 20) throws -> [(name: String, code: String, match: SearchMatch)] {
    let index = try #require(Self.index)
    return index.search(query, near: "441302", limit: limit).map {
      (index[$0.index].name, index[$0.index].code, $0.match)
    }
  }

  @Test(arguments: [
    ("fosan", "佛山市"), ("fosanshi", "佛山市"), ("feizhou", "惠州市"), ("lanning", "南宁市"), ("huizou", "惠州市"),
    ("gaungzhou", "广州市"), ("shengzhen", "深圳市"), ("sehnzhen", "深圳市"), ("dogguan", "东莞市"), ("huichegn", "惠城区"),
    ("hhuicheng", "惠城区"), ("dongguna", "东莞市"),
  ])
  func `what was perhaps meant is found, and marked`(_ query: String, _ name: String) throws {
    let first = try hits(query).prefix(5)
    #expect(first.first { $0.name == name }?.match == .similar, "\(first)")
  }

  @Test func `the places of what was perhaps meant are found`() throws {
    let divisions = try Divisions(in: standardForms)
    let regions = try SearchIndex.regions(TSVTable("lists/region.tsv", in: standardForms), divisions)
    for query in ["fosan", "fosansunde", "guangdongfosan"] {
      let found = regions.search(query, near: "441302", limit: 20)
      #expect(found.prefix(6).contains { regions[$0.index].path.contains("佛山市") && $0.match == .similar }, "\(query)")
    }
  }

  @Test(arguments: [
    "惠城区", "441302", "huicheng", "huichengqu", "hcq", "hc", "gdhz", "foshan", "guangzhou", "chaoyang", "fushan",
    "lining",
    "hui4cheng2", "44", "x", "", "1", "惠ch",
  ])
  func `nothing is read into what is spelled as it should be`(_ query: String) throws {
    let found = try hits(query)
    let similar = found.filter { $0.match == .similar }
    let isWhole = found.first?.match.isWhole ?? false
    #expect(!isWhole || similar.isEmpty, "\(query)")
    // They are behind everything else.
    #expect(found.suffix(similar.count).allSatisfy { $0.match == .similar })
  }

  @Test func `of 300 counties with one syllable of the south nearly all are among the first five`() throws {
    let divisions = try Divisions(in: standardForms)
    let table = divisions.table
    let (pinyin, name, until) = (
      try table.requiredColumn("pinyin"), try table.requiredColumn("name"), try table.requiredColumn("to")
    )
    let (level, kind) = (try table.requiredColumn("level"), try table.requiredColumn("kind"))
    var lot = Steps(state: 300)
    var (found, total) = (0, 0)
    let rows = table.rows.filter {
      $0[level] == "county" && $0[until].isEmpty && $0[kind] == "real" && $0[name].count > 2
    }
    while total < 300 {
      let row = try #require(rows.randomElement(using: &lot))
      guard let typed = PinyinSamples.southern(row[pinyin].split(separator: " ").map(String.init), total) else {
        continue
      }
      total += 1
      let hits = try hits(typed.joined())
      if hits.prefix(5).contains(where: { $0.name == row[name] }) {
        found += 1
      }
    }
    print("similar: \(found) of \(total)")
    #expect(found * 100 >= total * 95)
  }
}
