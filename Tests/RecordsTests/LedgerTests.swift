import FormModel
import Glibc
import Standards
import Testing

@testable import Records

/// The ledger of what went out, and what a record knows of it.
@Suite struct LedgerTests {
  private let form: Form
  private let setting = CheckSetting(today: Samples.today)
  private let folder: TemporaryFolder
  private let store: RecordStore
  private static let staff = Person(role: .staff, name: "审核员")

  init() throws {
    form = try Samples.form()
    folder = try TemporaryFolder(inMemory: true)
    store = RecordStore(path: folder.path + "/store", form: form)
  }

  private func entry(
    _ kind: LedgerEntry.Kind = .first, _ seed: UInt64 = 1, revision: Int = 30, sheet: String = "2015-01-28-01.xlsx",
    row: Int = 2, classCode: String? = nil, reason: String? = nil
  ) -> LedgerEntry {
    LedgerEntry(
      kind, record: Samples.identity(seed).id, revision: revision, sheet: sheet, row: row, classCode: classCode,
      reason: reason, stamp: Samples.stamp(60, by: Self.staff))
  }

  @Test func `what was entered is read again, and the last entry of a child counts`() throws {
    try store.enter([entry(), entry(.first, 2, row: 3, classCode: "20150102")], after: try store.ledger())
    try store.enter([entry(.correction, 1, revision: 35, sheet: "b.xlsx")], after: try store.ledger())
    let ledger = try store.ledger()
    #expect(ledger.last.count == 2)
    let corrected = try #require(ledger.last[Samples.identity(1).id])
    #expect(corrected.kind == .correction && corrected.sheet == "b.xlsx" && corrected.revision == 35)
    #expect(ledger.last[Samples.identity(2).id]?.classCode == "20150102")
    #expect(try folder.mode("store/ledger.jsonl") == 0o600)
    #expect(try folder.read("store/ledger.jsonl").split(separator: "\n").count == 3)
  }

  @Test func `a ledger that grew since it was read is entered into by nobody`() throws {
    let before = try store.ledger()
    try store.enter([entry()], after: before)
    let text = try folder.read("store/ledger.jsonl")
    #expect(throws: StoreError(.conflict, path: "\(store.path)/ledger.jsonl")) {
      try store.enter([entry(.first, 2)], after: before)
    }
    #expect(try folder.read("store/ledger.jsonl") == text)
  }

  @Test(arguments: ["{\n", "[]\n", "{\"kind\":\"first\"}\n", "{\"kind\":\"first\"", "\u{0}\n"])
  func `a line that is none stops every export`(line: String) throws {
    try store.enter([entry()], after: try store.ledger())
    let good = try folder.read("store/ledger.jsonl")
    try folder.write(good + line, to: "store/ledger.jsonl")
    #expect(throws: StoreError(.damaged, path: "ledger.jsonl", detail: "2")) { try store.ledger() }
  }

  @Test func `what cannot be written whole is not entered at all`() throws {
    try store.enter([entry()], after: try store.ledger())
    let text = try folder.read("store/ledger.jsonl")
    var operations = FileOperations.system
    operations.write = { file, bytes, count in
      // Half of it, and then the disk is full.
      guard count > 100 else {
        errno = ENOSPC
        return -1
      }
      return FileOperations.system.write(file, bytes, count / 2)
    }
    let full = RecordStore(path: store.path, form: form, operations: operations)
    #expect(throws: StoreError.self) { try full.enter([entry(.first, 2)], after: try store.ledger()) }
    #expect(try folder.read("store/ledger.jsonl") == text)
  }

  // MARK: The record

  private func exported() throws -> HeldRecord {
    var record = Samples.whole(form)
    record.handIn(Samples.stamp(51))
    record.apply(.approve, Samples.stamp(52, by: Self.staff), form: form, setting: setting)
    var held = try #require(HeldRecord(record, holder: .staff(name: "审核员")))
    #expect(held.make(.export(sheet: "a.xlsx", row: 2), at: Samples.stamp(53).at, form: form, setting: setting) == nil)
    return held
  }

  @Test func `an exported record says so, with the revision that it has`() throws {
    let record = try exported().record
    #expect(record.isExported)
    #expect(record.exports.map(\.revision) == [record.revision])
    #expect(record.history.last?.act == .export)
    let read = try Record(record.file(form: form), form: form)
    #expect(read == record)
  }

  /// What happens after it went out, and whether the sheet is still what stands.
  @Test(arguments: [
    ("telephone", true), ("proposal", true), ("declined", true), ("class", true), ("taken", false),
    ("withdrawn", false),
  ])
  func `only what a sheet holds makes it another`(what: String, isExported: Bool) throws {
    var held = try exported()
    let address = try #require(form.index(of: "address"))
    func make(_ moves: Move...) {
      for move in moves { #expect(held.make(move, at: Samples.stamp(60).at, form: form, setting: setting) == nil) }
    }
    var contact = held.record.contact
    switch what {
    case "telephone":
      contact.telephone = "13800000000"
      make(.setContact(contact))
    case "class":
      contact.className = "大一班"
      make(.setContact(contact))
    case "proposal": make(.propose("演示路 9 号", field: address))
    case "declined": make(.propose("演示路 9 号", field: address), .decline(proposal: 0, reason: "不对"))
    case "taken": make(.propose("演示路 9 号", field: address), .take(proposal: 0, reason: "搬家"))
    default: make(.withdraw(reason: "重复"))
    }
    #expect(held.record.isExported == isExported)
  }

  @Test func `the answers that went out are read back from the history`() throws {
    var held = try exported()
    let sent = held.record
    let address = try #require(form.index(of: "address"))
    for address in ["演示路 9 号", "演示路 10 号"] {
      let field = try #require(form.index(of: "address"))
      held.make(.propose(address, field: field), at: Samples.stamp(60).at, form: form, setting: setting)
      held.make(.take(proposal: 0, reason: "搬家"), at: Samples.stamp(61).at, form: form, setting: setting)
      held.make(
        .answer("20", field: try #require(form.index(of: "health")), source: .told), at: Samples.stamp(62).at,
        form: form, setting: setting)
      held.make(
        .answer("1", field: try #require(form.index(of: "hukou_type")), source: .told), at: Samples.stamp(62).at,
        form: form, setting: setting)
      held.make(
        .confirm(fields: Array(form.fields.indices), how: .paper, who: "潘女士"), at: Samples.stamp(63).at, form: form,
        setting: setting)
      held.make(.approve, at: Samples.stamp(64).at, form: form, setting: setting)
    }
    #expect(held.record.answers[address]?.value == "演示路 10 号")
    #expect(held.record.answers != sent.answers)
    #expect(held.record.answers(at: sent.revision, form: form) == sent.checkedAnswers)
    #expect(held.record.answers(at: held.record.revision, form: form) == held.record.checkedAnswers)
  }
}
