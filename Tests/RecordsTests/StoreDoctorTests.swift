import FormModel
import Foundation
import Standards
import Testing

@testable import Records

@Suite struct StoreDoctorTests: StoreTesting {
  let disk: TemporaryStore
  let now = Samples.stamp(90).at

  init() throws { disk = try TemporaryStore() }

  private var doctor: StoreDoctor { StoreDoctor(store) }

  /// A record that was saved twice.
  private func saved(seed: UInt64 = 1) throws -> (old: Record, new: Record) {
    let name = try #require(form.index(of: "name"))
    var record = Samples.record(form, seed: seed)
    record.answer("潘小明", for: name, source: .told, Samples.stamp(1), form: form)
    let old = record
    try store.save(old, replacing: 0, on: Samples.today)
    record.answer("潘小月", for: name, source: .told, Samples.stamp(2), form: form)
    try store.save(record, replacing: 1, on: Samples.today)
    return (old, record)
  }

  private func path(_ record: Record) -> String { "records/2015-01-28/\(record.id).json" }

  /// What is found, as path, code and remedy.
  private func found() -> [String: String] {
    var found: [String: String] = [:]
    for defect in doctor.examine() { found[defect.path] = defect.kind.code }
    return found
  }

  private func mend() throws {
    for _ in 0..<4 {
      for defect in doctor.examine() where defect.isRepairable { _ = try doctor.repair(defect, at: now) }
    }
  }

  @Test func `a store in order has nothing`() throws {
    #expect(doctor.examine().isEmpty)
    _ = try saved()
    try store.save(Settings(kindergarten: "示范幼儿园"))
    _ = try store.backUp(at: now)
    #expect(doctor.examine().isEmpty)
  }

  @Test(arguments: ["", "{", "[]", "null", "{\"format\":\"xueji-record/1\"}", "\u{FEFF}", "[[[[", "ID"])
  func `an unreadable record is set aside, and the save before takes its place`(text: String) throws {
    let (old, new) = try saved()
    let other = try saved(seed: 2).new
    let bad = text == "ID" ? Samples.text(other, form) : text
    try folder.write(bad, to: "store/\(path(new))")
    chmod("\(folder.path)/store/\(path(new))", 0o600)
    #expect(store.records().records == [other])
    #expect(store.records().problems.map(\.path) == [path(new)])
    #expect(found() == [path(new): text == "ID" ? "other-id" : "unreadable"])
    try mend()
    #expect(try folder.read("store/aside/\(new.id).json") == bad)
    #expect(try store.record(id: new.id) == old)
    #expect(doctor.examine().isEmpty)
    let reason = try #require(store.setAside().first)
    #expect(reason.from == path(new))
    #expect(reason.what == (text == "ID" ? "other-id" : "unreadable"))
    #expect(reason.at == now)
    for name in ["store/aside/\(new.id).json.reason", "store/aside/\(new.id).json"] {
      #expect(try folder.mode(name) == 0o600)
    }
  }

  @Test func `without a good save before the file is set aside alone, and journals stay`() throws {
    let (_, new) = try saved()
    let journal = try store.journal(of: new, session: "a", since: now)
    try journal.begin(new, by: Samples.guardian, page: .null)
    try journal.append(["key": 1])
    for name in [path(new), "\(path(new)).previous"] { try overwrite("broken", name) }
    try mend()
    #expect(try store.record(id: new.id) == nil)
    #expect(try folder.read("store/aside/\(new.id).json") == "broken")
    #expect(try folder.read("store/aside/\(new.id).json.previous") == "broken")
    let reading = try #require(store.journals(of: new.id, day: Samples.today).readings.first)
    #expect(reading.base.record == new)
    #expect(reading.events == [["key": 1]])
    // A second damaged file of the same name does not take the first one's place.
    try folder.write("again", to: "store/\(path(new))")
    try mend()
    #expect(try folder.read("store/aside/\(new.id).json") == "broken")
    #expect(try folder.read("store/aside/\(new.id).json.2") == "again")
    #expect(try store.setAside().count == 3)
    withExtendedLifetime(journal) {}
  }

  private func overwrite(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/store/\(name)"))
    chmod("\(folder.path)/store/\(name)", 0o600)
  }

  /// One of every kind that a file can show.
  @Test func `everything that is not as promised is found, and mended where a program can know how`() throws {
    let (old, new) = try saved()
    let day = "records/2015-01-28"
    func id(_ seed: UInt64) -> RecordID { Samples.identity(seed).id }
    var expected: [String: String] = [:]
    func put(_ text: String, _ name: String, _ code: String, mode: mode_t = 0o600) throws {
      try folder.write(text, to: "store/\(name)")
      chmod("\(folder.path)/store/\(name)", mode)
      expected[name] = code
    }
    // Files made by hand bear no checksum: what is wrong with each is one thing.
    let text = String(decoding: new.json(form: form).serialized(pretty: true), as: UTF8.self)
    func copy(_ seed: UInt64) -> String {
      text.replacingOccurrences(of: new.id.text, with: id(seed).text)
        .replacingOccurrences(of: "\"code\": \"\(new.code)\"", with: "\"code\": \"\(Samples.identity(seed).code)\"")
    }
    try put(copy(3).replacingOccurrences(of: "record/1", with: "record/2"), "\(day)/\(id(3)).json", "newer")
    try put(copy(4).replacingOccurrences(of: "school-28", with: "school-9"), "\(day)/\(id(4)).json", "other-form")
    try put(copy(5), "\(day)/\(id(5)).json", "rights", mode: 0o644)
    // A code that another record has.
    try put(
      copy(6).replacingOccurrences(of: "\"\(Samples.identity(6).code)\"", with: "\"\(new.code)\""),
      "\(day)/\(id(6)).json", "doubled-code")
    // Said of the file that comes later in the folder.
    expected["\(day)/\(id(6)).json"] = nil
    expected[path(new)] = "doubled-code"
    try put(
      copy(7).replacingOccurrences(of: "  \"revision\": 2,\n  \"status\"", with: "  \"revision\": 1,\n  \"status\""),
      "\(day)/\(id(7)).json", "behind-history")
    try put(copy(8), "records/2015-01-29/\(id(8)).json", "other-day")
    try put("notes", "\(day)/notes.txt", "foreign-name")
    try put("half a sa", "\(day)/.\(new.id).json.abc.new", "leftover")
    try put(Samples.text(old, form), "\(day)/.\(new.id).json.previous.abc.new", "leftover")
    try put(copy(9), "\(day)/\(id(9)).json.previous", "previous of none")
    expected["\(day)/\(id(9)).json.previous"] = nil
    expected["\(day)/\(id(9)).json"] = "missing-record"
    try put("no journal", "\(day)/\(new.id).b.journal", "unreadable")
    let lines = JournalLine.bytes(
      JournalBase(record: new, by: Samples.guardian, since: now, page: .null).json(form: form, process: 1, host: "a"))
    let journal = String(decoding: lines, as: UTF8.self)
    try put(journal, "\(day)/\(new.id).c.journal", "waiting-journal")
    try put(journal + "0123", "\(day)/\(new.id).d.journal", "torn-journal")
    try put(journal + "0123\n" + journal, "\(day)/\(new.id).e.journal", "broken-journal")
    try put("{\"a\":1}\nbad\n{\"a\":2}\n{\"a\"", "ledger.jsonl", "bad-ledger")
    try put("no database", "index.sqlite", "bad-index")
    try put("{", "people.json", "unreadable")
    try put("{", "store.json", "unreadable")
    try put("no archive", "backups/2015-01-20.tar", "unreadable")
    try put("half", "backups/.2015-01-21.tar.abc.new", "leftover")
    for parent in ["records/2015-01-29", "backups"] { chmod("\(folder.path)/store/\(parent)", 0o700) }
    chmod("\(folder.path)/store/days", 0o755)
    expected["days"] = "rights"
    expected["days/2015-01-28"] = "missing-from-day"
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/store/\(day)/\(id(10)).json", withDestinationPath: "/etc/hostname")
    expected["\(day)/\(id(10)).json"] = "link"
    #expect(mkfifo("\(folder.path)/store/\(day)/\(id(11)).json", 0o600) == 0)
    expected["\(day)/\(id(11)).json"] = "not-a-file"

    // Looking changes nothing at all.
    let before = try fingerprint()
    let first = found()
    #expect(first == expected)
    for name in Set(first.keys).symmetricDifference(expected.keys) { Issue.record("\(name) \(first[name] ?? "-")") }
    #expect(try fingerprint() == before)

    try mend()
    #expect(
      found() == [
        "\(day)/\(id(3)).json": "newer", "\(day)/\(id(4)).json": "other-form", "people.json": "unreadable",
        path(new): "doubled-code", "\(day)/\(new.id).c.journal": "waiting-journal",
        "\(day)/\(new.id).d.journal": "torn-journal", "\(day)/\(new.id).e.journal": "broken-journal",
      ])
    #expect(try folder.read("store/ledger.jsonl") == "{\"a\":1}\n{\"a\":2}\n")
    #expect(try folder.read("store/aside/ledger.jsonl").contains("bad"))
    #expect(try store.record(id: id(7))?.revision == 2)
    #expect(try store.record(id: id(8)) != nil)
    #expect(try store.record(id: id(9)) != nil)
    #expect(try folder.read("store/aside/notes.txt") == "notes")
    #expect(try folder.mode("store/\(day)/\(id(5)).json") == 0o600)
    #expect(try folder.mode("store/days") == 0o700)
    let touched = try store.touched(on: Samples.today)
    #expect(Set(touched).isSuperset(of: [new.id, id(5), id(7), id(8), id(9)]))
    #expect(try folder.names().filter { $0.hasSuffix(".new") } == ["store/aside/\(new.id).json.abc.new"])
    #expect(try !folder.names().contains("store/index.sqlite"))
    // Nobody followed the link.
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/store/aside/\(id(10)).json")
        == "/etc/hostname")
  }

  /// Names, bytes, modes and the times of the last change.
  private func fingerprint() throws -> [String] {
    try folder.names().map { name in
      var status = stat()
      lstat("\(folder.path)/\(name)", &status)
      let isFile = status.st_mode & S_IFMT == S_IFREG
      let bytes = isFile ? try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)")).hashValue : 0
      let (changed, moved) = (status.st_mtim, status.st_ctim)
      return "\(name) \(status.st_mode) \(bytes) \(changed.tv_sec).\(changed.tv_nsec) \(moved.tv_sec).\(moved.tv_nsec)"
    }
  }

  @Test func `a journal of a running desk is only said, and half a save of it is none`() throws {
    let (_, new) = try saved()
    let journal = try store.journal(of: new, session: "a", since: now)
    try journal.begin(new, by: Samples.guardian, page: .null)
    let defects = doctor.examine()
    #expect(defects.map(\.kind) == [.runningJournal])
    #expect(!defects.contains { $0.counts })
    journal.remove()
  }

  @Test func `a repair that a desk has made needless does nothing`() throws {
    let (old, new) = try saved()
    try overwrite("{", path(new))
    let defect = try #require(doctor.examine().first)
    try overwrite(Samples.text(new, form), path(new))
    #expect(try !doctor.repair(defect, at: now))
    #expect(try store.record(id: new.id) == new)
    #expect(try store.setAside().isEmpty)
    withExtendedLifetime(old) {}
  }
}
