import Foundation
import Standards
import Synchronization
import TestSupport
import Testing

@testable import Records

/// What is typed on a page that changes no record: kept while nobody has it any more, and said where it cannot be read.
@Suite struct DraftFileTests {
  private let folder: TemporaryFolder
  private let store: RecordStore

  init() throws {
    folder = try TemporaryFolder()
    store = RecordStore(path: folder.path, form: try Samples.form())
  }

  private func leave(_ session: String, _ text: String, minutes: Int) throws {
    let draft = StoredDraft(
      by: Person(role: .staff, name: "何老师"), at: Samples.stamp(minutes).at, content: .object(["typed": .string(text)]))
    try store.draft(session: session).write(draft)
  }

  private func texts(_ store: RecordStore) -> [String?] {
    store.draftsLeft().readings.map { $0.draft.content["typed"]?.string }
  }

  @Test func `drafts that nobody has any more are found, the oldest first, until they are used`() throws {
    try leave("b", "第二个", minutes: 2)
    try leave("a", "第一个", minutes: 1)
    let mine = try store.draft(session: "c")
    try mine.write(StoredDraft(by: nil, at: Samples.stamp(3).at, content: .null))
    #expect(texts(store) == ["第一个", "第二个"])
    store.draftsLeft().readings.forEach(store.discard)
    #expect(texts(store).isEmpty && store.draftsLeft().problems.isEmpty)
    #expect(try folder.names().contains("drafts"))
    mine.remove()
  }

  @Test func `one that a power cut has torn or another version wrote hides no other`() throws {
    try leave("a", "照片", minutes: 1)
    try folder.write("", to: "drafts/b.draft")
    try folder.write(String(repeating: "\0", count: 4_096), to: "drafts/c.draft")
    let newer = JournalLine.bytes(["format": "xueji-draft/2", "at": "2015-01-28T08:00:00.000+08:00"])
    try folder.write(String(decoding: newer, as: UTF8.self), to: "drafts/d.draft")
    let (readings, problems) = store.draftsLeft()
    #expect(readings.count == 1 && texts(store) == ["照片"])
    #expect(
      Set(problems.map { "\($0.path) \($0.code)" }) == [
        "drafts/b.draft damaged", "drafts/c.draft damaged", "drafts/d.draft newer",
      ])
    #expect(try folder.names().filter { $0.hasPrefix("drafts/") }.count == 4, "nothing was taken away")
  }

  @Test func `the doctor names every draft, whose it is, and what is to be done; the torn are set aside`() throws {
    try leave("a", "照片", minutes: 1)
    let mine = try store.draft(session: "b")
    try mine.write(StoredDraft(by: nil, at: Samples.stamp(3).at, content: .null))
    let newer = JournalLine.bytes(["format": "xueji-draft/2", "at": "2015-01-28T08:00:00.000+08:00"])
    for (name, text) in [
      ("c.draft", "torn"), ("d.draft", ""), ("e.draft", String(decoding: newer, as: UTF8.self)), ("odd", "x"),
      (".f.draft.1.new", "half"),
    ] {
      try folder.write(text, to: "drafts/\(name)")
      chmod("\(folder.path)/drafts/\(name)", 0o600)
    }
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/drafts/g.draft", withDestinationPath: "/etc/hostname")
    let doctor = StoreDoctor(store)
    func found() -> Set<String> {
      Set(doctor.examine().map { "\($0.path.dropFirst(7)) \($0.kind.code) \($0.remedy) \($0.counts)" })
    }
    let standing: Set<String> = [
      "a.draft draft waitForOwner false", "b.draft draft nothing false", "e.draft newer nothing false",
    ]
    let wrong: Set<String> = [
      "c.draft torn-draft setAside true", "d.draft torn-draft setAside true", "odd foreign-name setAside true",
      ".f.draft.1.new leftover setAside true", "g.draft link setAside true",
    ]
    #expect(found() == standing.union(wrong))
    guard case .draft(let draft, false)? = doctor.examine().first(where: { $0.path.hasSuffix("a.draft") })?.kind else {
      Issue.record("whose it is can be told")
      return
    }
    #expect(draft.by?.name == "何老师")
    for defect in doctor.examine() { _ = try doctor.repair(defect, at: Samples.stamp(4).at) }
    #expect(found() == standing)
    #expect(Set(try store.setAside().map(\.from)).count == wrong.count)
    #expect(texts(store) == ["照片"] && store.draftsLeft().problems.map(\.code) == [.newer])
    mine.remove()
  }

  @Test(arguments: ["drafts", "b.draft"])
  func `what cannot be read now is no end of the list, and is said`(name: String) throws {
    try leave("a", "照片", minutes: 1)
    try leave("b", "门牌号", minutes: 2)
    var operations = FileOperations.system
    operations.open = { folder, file, flags, mode in
      guard file != name else {
        errno = EIO
        return -1
      }
      return FileOperations.system.open(folder, file, flags, mode)
    }
    let failing = RecordStore(path: folder.path, form: store.forms.form, operations: operations)
    let problems = failing.draftsLeft().problems
    #expect(problems.map(\.code) == [.io] && problems.allSatisfy { $0.path.hasPrefix("drafts") })
    #expect(texts(failing) == (name == "drafts" ? [] : ["照片"]))
    #expect(texts(store) == ["照片", "门牌号"], "nothing was taken away")
  }
}
