import Foundation
import Standards
import TestSupport
import Testing

@testable import Records

/// What two people change in the settings is joined, field by field.
@Suite struct SettingsMergeTests {
  private static let base = Settings(
    kindergarten: "示范幼儿园", division: "441302", classes: ["小一班", "中一班", "大一班"], wasAsked: true)

  private func joined(_ theirs: (inout Settings) -> Void, _ mine: (inout Settings) -> Void) -> Settings {
    var (standing, changed) = (Self.base, Self.base)
    theirs(&standing)
    mine(&changed)
    standing.take(changed, since: Self.base)
    return standing
  }

  @Test func `a name and a code that two changed at once both stand`() {
    let both = joined({ $0.classCodes["中一班"] = "A1" }, { $0.kindergarten = "演示幼儿园" })
    #expect(both.kindergarten == "演示幼儿园" && both.classCodes == ["中一班": "A1"])
    #expect(joined({ $0.kindergarten = "演示幼儿园" }, { _ in }).kindergarten == "演示幼儿园")
    #expect(joined({ $0.division = nil }, { $0.classCodes["大一班"] = "B" }).division == nil)
    #expect(joined({ $0.classCodes = ["小一班": "A"] }, { $0.classCodes = ["大一班": "B"] }).classCodes.count == 2)
  }

  struct Case: Sendable {
    var theirs: String
    var mine: String
    var joined: String
  }

  static let cases = [
    // Nobody, one, the other.
    Case(theirs: "小 中 大", mine: "小 中 大", joined: "小 中 大"),
    Case(theirs: "小 中 大 学前", mine: "小 中 大", joined: "小 中 大 学前"),
    Case(theirs: "小 中 大", mine: "小 大", joined: "小 大"),
    // Each adds one.
    Case(theirs: "小 中 大 学前", mine: "托 小 中 大", joined: "托 小 中 大 学前"),
    Case(theirs: "小 小二 中 大", mine: "小 中 中二 大", joined: "小 小二 中 中二 大"),
    Case(theirs: "小 中 大 甲", mine: "小 中 大 乙", joined: "小 中 大 乙 甲"),
    // The same one.
    Case(theirs: "小 中 大 甲", mine: "小 中 大 甲", joined: "小 中 大 甲"),
    // One adds where the other takes away; a new name in the old one's place.
    Case(theirs: "小 大", mine: "小 中 中二 大", joined: "小 中二 大"),
    Case(theirs: "小 中 大 学前", mine: "小 中三 大", joined: "小 中三 大 学前"),
    // Both take away.
    Case(theirs: "中 大", mine: "小 中", joined: "中"),
    // Another order, and a new one meanwhile.
    Case(theirs: "小 中 学前 大", mine: "大 中 小", joined: "大 中 学前 小"),
    Case(theirs: "大 中 小", mine: "小 中 大 学前", joined: "大 学前 中 小"),
  ]

  @Test(arguments: cases)
  func `a list of classes is joined as it was edited`(example: Case) {
    func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    #expect(list(example.theirs).taking(list(example.mine), since: ["小", "中", "大"]) == list(example.joined))
  }

  /// By lot: nothing that one of the two added is lost, and nothing that one took away is there, whatever the order.
  @Test func `of two edits none is lost`() {
    var chance = Steps(state: 4)
    let names = (1...12).map { "\($0)班" }
    func edited(_ list: [String]) -> [String] {
      var list = list
      for _ in 0..<Int.random(in: 0...3, using: &chance) {
        let name = names.randomElement(using: &chance) ?? ""
        if let place = list.firstIndex(of: name) {
          list.remove(at: place)
        } else {
          list.insert(name, at: Int.random(in: 0...list.count, using: &chance))
        }
      }
      if Int.random(in: 0..<4, using: &chance) == 0 { list.shuffle(using: &chance) }
      return list
    }
    for _ in 0..<5_000 {
      let base = Array(names.shuffled(using: &chance).prefix(6))
      let (theirs, mine) = (edited(base), edited(base))
      let joined = theirs.taking(mine, since: base)
      let wanted = names.filter { name in
        let wasThere = base.contains(name)
        return wasThere ? theirs.contains(name) && mine.contains(name) : theirs.contains(name) || mine.contains(name)
      }
      #expect(joined.sorted() == wanted.sorted(), "\(base) \(theirs) \(mine)")
    }
  }

  @Test func `nothing changed writes nothing`() throws {
    let folder = try TemporaryFolder()
    let store = RecordStore(path: folder.path, form: try Samples.form())
    try store.save(Self.base)
    let before = try FileManager.default.attributesOfItem(atPath: folder.path + "/store.json")[.systemFileNumber]
    try store.save(Self.base, since: Self.base)
    try store.changeSettings { $0.classes = Self.base.classes }
    let after = try FileManager.default.attributesOfItem(atPath: folder.path + "/store.json")[.systemFileNumber]
    #expect(before as? Int == after as? Int && before != nil)
    #expect(try folder.names() == ["store.json"])
  }
}
