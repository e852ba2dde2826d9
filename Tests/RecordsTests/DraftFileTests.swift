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
    try store.draftFile(session: session).write(draft)
  }

  private func texts(_ store: RecordStore) -> [String?] {
    store.draftsLeft().readings.map { $0.draft.content["typed"]?.string }
  }

  @Test func `drafts that nobody has any more are found, the oldest first, until they are used`() throws {
    try leave("b", "第二个", minutes: 2)
    try leave("a", "第一个", minutes: 1)
    let mine = try store.draftFile(session: "c")
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
    #expect(texts(store) == ["照片"] && store.draftsLeft().problems.isEmpty)
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
