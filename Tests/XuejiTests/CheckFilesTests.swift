import Foundation
import TestSupport
import Testing

/// `xueji check` on files as they come from elsewhere.
@Suite(.onOwnThreads) struct CheckFilesTests {
  private let headings = [
    "姓名", "班级编码", "性别", "出生日期", "身份证件类型", "身份证件号码", "血型", "国籍/地区", "民族", "港澳台侨外", "出生所在地", "籍贯", "户口性质", "非农业户口类型",
    "户口所在地",
    "现住址", "入园日期", "就读方式", "是否独生子女", "是否留守儿童", "否进城务工人员子女", "健康状况", "是否残疾幼儿", "残疾幼儿类别", "是否孤儿", "监护人姓名", "监护人身份证件类型",
    "监护人身份证件号码",
  ]
  private let good = [
    "潘小明", "", "男", "２０２１年３月８日", "居民身份证", "44130220210308001 3", "", "中国", "毛难族", "非港澳台侨", "441302000000", "广东省惠州市",
    "农业户口", "",
    "441302000000", "\"示范路8号, 3栋\"", "2024-9-2", "走读", "是", "非留守儿童", "否", "健康或良好", "否", "", "否", "潘大明", "护照",
    "E12345678",
  ]

  @Test func `a sheet filled by hand, with the edition's misprint and typed dates, has no fault`() throws {
    for (mark, end) in [("", "\n"), ("\u{FEFF}", "\r\n")] {
      let sheet = mark + [headings, good].map { $0.joined(separator: ",") }.joined(separator: end) + end
      let result = try check(["a.csv": sheet])
      #expect(result.lines == [])
      #expect(result.status == 0)
    }
  }

  @Test func `rows count children, items the sheet's columns, and what is about the file stands at nought`() throws {
    var wrong = good
    wrong[0] = "李小明"
    wrong[2] = "男孩"
    wrong[5] = "44130220210308003X"
    wrong[16] = "2024-11-26"
    let short = wrong.map { $0 == "潘大明" ? "" : $0 }
    let rows = [headings + ["备注"], good + ["x"], [], short + ["", "y"]]
    let result = try check(["a.csv": rows.map { $0.joined(separator: ",") }.joined(separator: "\n")])
    #expect(
      result.lines.map { $0.prefix(7).joined(separator: " ") } == [
        "a.csv 0 0  备注 warning extra-column", "a.csv 2 3 sex 性别 error not-in-list",
        "a.csv 2 17 entry_date 入园日期 error entry-in-future", "a.csv 2 26 guardian_name 监护人姓名 missing required",
      ])
    #expect(result.lines.map { $0.last ?? "" } == ["备注", "男孩", "2024-11-26", ""])
    #expect(result.status == 1)
  }

  @Test func `a sheet without a child says so`() throws {
    let result = try check(["a.csv": headings.joined(separator: ",") + "\n"])
    #expect(result.lines.map { $0.prefix(7).joined(separator: " ") } == ["a.csv 0 0   error only-headings"])
    #expect(result.status == 1)
  }

  @Test func `a column that is not there is said once`() throws {
    let other = good.map { $0 == "44130220210308001 3" ? "44130220210308003X" : $0 }
    let rows = [Array(headings.dropFirst()), Array(good.dropFirst()), Array(other.dropFirst())]
    let result = try check(["a.csv": rows.map { $0.joined(separator: ",") }.joined(separator: "\n")])
    #expect(result.lines.map { $0.prefix(7).joined(separator: " ") } == ["a.csv 0 0 name 姓名 error missing-column"])
    #expect(result.status == 1)
  }

  @Test func `of records what is owed and what was accepted is known`() throws {
    let record = """
      {"format":"xueji-record/1","answers":{"name":{"value":"潘"},"nationality":{"value":"CHN"},"address":{"owed":{}},\
      "id_type":{"value":"1"},"id_number":{"value":"441302202103080010"}},\
      "accepted":[{"rule":"name-short","values":{"name":"NAME"},"reason":"是"}]}
      """
    func codes(_ name: String) throws -> [String] {
      let line = record.replacingOccurrences(of: "NAME", with: name)
      return try check(["a.jsonl": line + "\n\n"]).lines.map { $0[2] + " " + $0[6] }
    }
    let accepted = try codes("潘")
    #expect(accepted.contains("16 owed"))
    #expect(accepted.contains("6 number-check"))
    #expect(!accepted.contains("1 name-short"))
    // Accepted for another value, it is said again.
    #expect(try codes("明").contains("1 name-short"))
  }

  @Test func `a file that cannot be read to its end is named, and the others are checked`() throws {
    let sheet = [headings, good].map { $0.joined(separator: ",") }.joined(separator: "\n")
    let result = try check([
      "a.jsonl/x": "", "b.csv": sheet + "\n\"", "c.csv": "", "d.txt": "",
      "e.csv": sheet.replacingOccurrences(of: "潘大明", with: ""),
      "f.json": "{", "g.csv/x": "",
    ])
    #expect(
      result.lines.map { $0[0] + " " + $0[6] } == [
        "a.jsonl unreadable", "b.csv unreadable", "c.csv unreadable", "d.txt unreadable",
        "e.csv duplicate-across-files", "e.csv required", "f.json unreadable", "g.csv unreadable",
      ])
    #expect(result.status == 65)
  }

  @Test func `numbers that cannot be read to their end are no success`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path("xueji"))
    process.arguments = ["number", "--lang", "en"]
    process.environment = ["LC_ALL": "C.UTF-8"]
    // A folder can be opened and not read.
    process.standardInput = FileHandle(forReadingAtPath: NSTemporaryDirectory())
    process.standardOutput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said == "xueji: The file cannot be read to its end; check the disk.\n")
    #expect(process.terminationStatus == 65)
  }

  // MARK: Running

  /// Checks files of a folder that is gone afterwards; a name with a slash makes a folder of its first part.
  private func check(_ files: [String: String]) throws -> (lines: [[String]], status: Int32) {
    let folder = NSTemporaryDirectory() + "xueji-check-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in files {
      let path = URL(fileURLWithPath: "\(folder)/\(name)")
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: path)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path("xueji"))
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let names = Set(files.keys.map { $0.components(separatedBy: "/")[0] }).sorted()
    process.arguments = ["check", "--format", "tsv", "--on", "2024-11-25", "--lang", "en"] + names
    process.environment = ["LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "XUEJI_STORE": folder + "/none"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n").dropLast()
    return (lines.dropFirst().map { $0.components(separatedBy: "\t") }, process.terminationStatus)
  }
}
