import Foundation
import TestSupport
import Testing

/// The numbers that come back, through the real program.
@Suite struct AssignCommandTests {
  private static let numbers = ["441302202203051236", "441302202203051250", "44130220220305121X"]

  @Test func `numbers are given where they fit, refused with the reason, and who has none is listed`() throws {
    let store = try SampleStore()
    let exports = [["sheet": "1.xlsx", "row": 2, "revision": 9, "at": "2025-08-29T08:00:00.000+08:00"]]
    for (index, name) in ["潘小明", "陈小红", "张小花"].enumerated() {
      try store.add(
        index + 1, code: ["K7M4", "K7M5", "K7M6"][index], status: "approved",
        ["name": name, "id_number": Self.numbers[index]], with: ["exports": exports])
    }
    try store.add(4, code: "K7M7", status: "approved", ["name": "未导出", "id_number": "441302202203051277"])
    let file = try store.folder.write(
      """
      全国学籍号,姓名,身份证号,年级
      G\(Self.numbers[0]),潘小明,\(Self.numbers[0]),小班
      G\(Self.numbers[1]),陈小明,\(Self.numbers[1]),小班
      G441302202203051277,未导出,441302202203051277,小班
      G441302202203051999,没有的,441302202203051999,小班

      """, to: "numbers.csv")
    let arguments = ["assign", file, "--store", store.path, "--as", "王主任", "--on", "2026-01-01"]
    let first = try Xueji.run(arguments)
    #expect(first.status == 1)
    #expect(first.lines[0] == "row\tcode\tresult\tname\tmessage")
    #expect(
      first.rows.prefix(4).map { Array($0.prefix(3)) } == [
        ["2", "K7M4", "assigned"], ["3", "K7M5", "refused"], ["4", "K7M7", "refused"], ["5", "", "refused"],
      ])
    #expect(first.lines.suffix(3) == ["code\tname", "K7M5\t陈小红", "K7M6\t张小花"])
    let shown = try Xueji.run(["show", "K7M4", "--json", "--store", store.path])
    let record = try #require(try JSONSerialization.jsonObject(with: shown.output) as? [String: Any])
    #expect(record["number"] as? String == "G\(Self.numbers[0])")
    let last = try #require((record["history"] as? [[String: Any]])?.last)
    #expect(last["act"] as? String == "number")
    #expect((last["by"] as? [String: Any])?["name"] as? String == "王主任")
    let again = try Xueji.run(arguments)
    #expect(again.rows[0].prefix(3) == ["2", "K7M4", "same"])
  }
}
