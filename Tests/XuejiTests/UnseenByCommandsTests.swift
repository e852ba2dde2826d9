import FormModel
import Foundation
import Records
import TestSupport
import Testing

/// What a command could not read beside what it was asked for: it says so and does not end with 0.
@Suite struct UnseenByCommandsTests {
  private let store: WorkStore
  private let folder: Folder
  private let code: String

  init() throws {
    store = try WorkStore(try Form.load(from: .embedded))
    folder = try Folder()
    code = try store.add(1).code.text
    try store.records.save(Settings(kindergarten: "甲园", classes: ["中二班"]), since: Settings())
    _ = try store.records.backUp(to: folder.path("a.tar"), at: Timestamp(milliseconds: 0, offset: 0))
    try folder.write("姓名\n潘小月\n", to: "roster.csv")
  }

  @Test func `paper says that the settings cannot be read, and a roster is not taken without the classes`() throws {
    #expect(try store.run(["print", code, "-o", "-"]).status == 0)
    try store.write("{", to: "store.json")
    for arguments in [["print", code, "-o", "-"], ["print", "--blank", "-o", "-"], ["slip", code]] {
      let answer = try store.run(arguments)
      #expect(answer.status == 65 && answer.errors.contains("store.json 读不懂"), "\(arguments): \(answer)")
    }
    let answer = try store.run(["import", folder.path("roster.csv"), "--yes"])
    #expect(answer.status == 65 && answer.errors.contains("store.json 读不懂"))
    #expect(store.records.records().records.count == 1, "nobody was taken in")
  }

  @Test func `accounts that cannot be read are said by the list`() throws {
    try store.write("{", to: "people.json")
    let answer = try store.run(["list"])
    #expect(answer.status == 65 && answer.rows.count == 2 && answer.errors.contains("people.json 读不懂"), "\(answer)")
  }

  @Test(arguments: [[], ["--yes"]])
  func `restoring over what cannot be read ends with 65, and nothing is said to be all there is`(more: [String]) throws
  {
    #expect(try store.run(["restore", folder.path("a.tar")] + more).status == 0)
    let record = try #require(store.records.records().records.first)
    try store.write("{", to: "records/2015-01-28/\(record.id).json")
    let answer = try store.run(["restore", folder.path("a.tar")] + more)
    #expect(answer.status == 65 && answer.text.contains("\(record.id).json\t这里的读不懂"), "\(answer)")
  }
}
