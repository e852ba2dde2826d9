import FormModel
import Foundation
import Records
import Standards
import Terminal
import TestSupport
import Testing

/// Nothing is passed over in silence, by trying: the program's reading calls below a store are made to fail, one in each
/// run. Either it then says all that it says on a good disk, or it complains and does not end with 0.
@Suite struct BadDiskTests {
  private let form: Form
  private let store: WorkStore
  private let folder: Folder

  init() throws {
    form = try Form.load(from: .embedded)
    (store, folder) = (try WorkStore(form), try Folder())
    for number in 1...3 {
      try store.add(UInt64(number), number: WorkStore.number("44130220110305\(100 + number)"), day: number / 2)
    }
    let approved = try store.add(4, number: WorkStore.number("44130220110305125"))
    let staff = Person(role: .staff, name: "王老师")
    var held = try #require(HeldRecord(approved, holder: .staff(name: staff.name)))
    let today = approved.created.at.date
    held.make(.approve, at: approved.changed.at, form: form, setting: CheckSetting(today: today))
    try store.records.save(held.record, replacing: approved.revision, on: today)
    try store.records.save(Settings(kindergarten: "甲园", classes: ["中二班"]), since: Settings())
    _ = try store.records.backUp(at: approved.changed.at)
    _ = try store.records.backUp(to: archive, at: approved.changed.at)
    try folder.write(
      "学籍号,姓名,身份证件号码\nG441302201103051259,潘小明,\(WorkStore.number("44130220110305125"))\n", to: "answer.csv")
    try folder.write("姓名,证件号码\n潘小月,\(WorkStore.number("44130220110305130"))\n", to: "roster.csv")
  }

  private var archive: String { folder.path("a.tar") }

  /// Commands that answer from the whole store, and what they write beside their answer.
  private enum Errand: String, CaseIterable {
    case list, json, day, show, document, doctor, export, backup, restore, `import`, check, slip
    case approve, `return`, withdraw, print, classes, people, assign
  }

  private func arguments(_ errand: Errand, _ code: String) -> [String] {
    let day = ["--on", "2015-01-28"]
    return switch errand {
    case .list: ["list"] + day
    case .json: ["list", "--json"] + day
    case .day: ["day"] + day
    case .show: ["show", code] + day
    case .document: ["show", code, "--json"] + day
    case .doctor: ["doctor"]
    case .export: ["export", "-o", folder.path("out.csv"), "--as", "王老师"] + day
    case .backup: ["backup", folder.path("b.tar")]
    case .restore: ["restore", archive]
    case .import: ["import", folder.path("roster.csv")] + day
    case .check: ["check", folder.path("roster.csv")] + day
    case .slip: ["slip", code] + day
    case .approve: ["approve", code, "--as", "王老师"] + day
    case .return: ["return", code, "--as", "王老师", "--item", "16", "--reason", "缺门牌号"] + day
    case .withdraw: ["withdraw", code, "--as", "王老师", "--cause", "transfer"] + day
    case .print: ["print", code, "-o", "-"] + day
    case .classes: ["classes", "中二班", "2015020301"] + day
    case .people: ["people", "list"]
    case .assign: ["assign", folder.path("answer.csv")] + day
    }
  }

  struct Run: Equatable {
    var status: Int
    var text: String
    var complaint: String
    var calls: Int

    /// Says so and ends as a command does that could not see everything.
    func says(_ codes: Set<Int>) -> Bool { codes.contains(status) && !(complaint.isEmpty && text.isEmpty) }
  }

  /// Runs a command on a copy of the store, since some write into it.
  private func run(_ errand: Errand, _ code: String, failing call: Int = -1, _ error: Int32 = EIO) throws -> Run {
    for name in ["out.csv", "b.tar"] { try? FileManager.default.removeItem(atPath: folder.path(name)) }
    let copy = try copiedStore()
    return try run(arguments(errand, code) + ["--store", copy], badDisk: copy, failing: call, error)
  }

  /// The store's copy, made anew.
  private func copiedStore() throws -> String {
    let copy = folder.path("store")
    try? FileManager.default.removeItem(atPath: copy)
    try FileManager.default.copyItem(atPath: store.path, toPath: copy)
    return copy
  }

  /// Runs a command; one of its reading calls below a folder fails.
  private func run(
    _ arguments: [String], badDisk: String, failing call: Int, _ error: Int32
  ) throws -> Run {
    let tally = folder.path("tally")
    try? FileManager.default.removeItem(atPath: tally)
    let outcome = try BuiltProgram.run(
      [BuiltProgram.path("DeskOnADay")] + arguments,
      environment: [
        "XUEJI_TEST_BAD_DISK": badDisk, "XUEJI_TEST_BAD_CALL": "\(call)", "XUEJI_TEST_BAD_ERROR": "\(error)",
        "XUEJI_TEST_BAD_TALLY": tally,
      ])
    let calls = (try? String(contentsOfFile: tally, encoding: .utf8)).flatMap { Int($0) } ?? 0
    return Run(status: outcome.status, text: outcome.text, complaint: outcome.errors, calls: calls)
  }

  @Test func `a command whose disk fails says so and does not end with 0, or has missed nothing`() throws {
    let code = try #require(store.records.records().records.first { $0.status == .submitted }).code.text
    var (tried, said) = (0, 0)
    var silent: [String] = []
    for (place, errand) in Errand.allCases.enumerated() {
      let good = try run(errand, code)
      #expect(good.calls > 4 && good.status != 65 && good.status != 74, "\(errand): \(good)")
      // One call of each command in every run of the tests, another of each, and with more time all of them.
      let share = ProofShare.calls(of: good.calls) ?? [good.calls * (place + 1) / (Errand.allCases.count + 1)]
      for call in share {
        for error in ProofShare.isWhole ? [EIO, EACCES, ESTALE, EINTR] : [EIO] {
          let bad = try run(errand, code, failing: call, error)
          tried += 1
          if bad.says(errand == .doctor ? [1, 65, 74] : [65, 74]) {
            said += 1
          } else if bad.status != good.status || bad.text != good.text {
            silent.append("\(errand) call \(call) of \(good.calls), error \(error): \(bad)")
          }
        }
      }
    }
    #expect(silent.isEmpty, "\(silent.joined(separator: "\n"))")
    print(
      "commands on a failing disk: \(tried) runs, said \(said), harmless \(tried - said - silent.count), silent \(silent.count)"
    )
  }

  // MARK: A folder of forms

  @Test func `a folder of forms that cannot be read is said, and no heading of it is unknown for it`() throws {
    let forms = folder.path("forms")
    try FileManager.default.createDirectory(atPath: forms + "/sheets", withIntermediateDirectories: true)
    let edition = """
      {"format": "xueji-sheet/1", "name": "next", "form": "preschool-28", "edition": "2030-01",
       "title": {"zh": "新", "en": "new"}, "sheet": "幼儿", "columns": [{"field": "name", "heading": "幼儿姓名（新）"}]}
      """
    try Data(edition.utf8).write(to: URL(fileURLWithPath: forms + "/sheets/next.json"))
    let headings = form.fields.map { $0.name == "name" ? "幼儿姓名（新）" : $0.heading }.joined(separator: ",")
    try folder.write(headings + "\n潘小明\n", to: "next.csv")
    let arguments = ["check", folder.path("next.csv"), "--forms", forms, "--store", store.path, "--on", "2015-01-28"]
    let good = try run(arguments, badDisk: forms, failing: -1, EIO)
    #expect(good.calls > 8 && good.status == 1 && !good.text.contains("extra-column"), "\(good)")
    var (tried, said) = (0, 0)
    // Every fourth meets both the folder of editions and a file in it.
    for call in ProofShare.calls(of: good.calls) ?? Array(stride(from: 1, to: good.calls, by: 4)) {
      let bad = try run(arguments, badDisk: forms, failing: call, EIO)
      tried += 1
      if bad.says([65, 74, 78]) {
        said += 1
      } else {
        #expect(bad.text == good.text, "call \(call) of \(good.calls): \(bad)")
      }
    }
    #expect(said > 3)
    print(
      "a folder of forms on a failing disk: \(tried) runs at \(good.calls) calls, said \(said), harmless \(tried - said)"
    )
  }
}
