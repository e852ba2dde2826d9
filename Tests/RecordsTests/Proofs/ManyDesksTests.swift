import FormModel
import Foundation
import Standards
import Synchronization
import TestSupport
import Testing

@testable import Records

/// Promise 3, by trying: desks in processes of their own change the same records at once.
@Suite(.serialized, .onOwnThreads) struct ManyDesksTests {
  /// So many changes in each case, 5,000 together; `XUEJI_PROOF_CHANGES` asks for another number.
  static let changes = ProcessInfo.processInfo.environment["XUEJI_PROOF_CHANGES"].flatMap { Int($0) } ?? 1_000

  @Test(arguments: [(desks: 2, isLocked: true), (5, true), (8, true), (4, false), (8, false)])
  func `of all changes of all desks none is lost and none doubled`(desks: Int, isLocked: Bool) throws {
    let form = try Samples.form()
    let folder = try TemporaryFolder(inMemory: true)
    let path = "\(folder.path)/store"
    let store = RecordStore(path: path, form: form)
    let records = (1...20).map { Samples.record(form, seed: $0) }
    for record in records { try store.save(record, replacing: 0, on: Samples.today) }
    let each = Self.changes / desks
    let ids = records.map(\.id.text).joined(separator: ",")
    let program = try BuiltProgram.path("DeskProbe")
    let outcomes = Mutex([Int: String]())
    DispatchQueue.concurrentPerform(iterations: desks) { desk in
      let command = [program, path, "\(desk + 1)", "\(each)", ids] + (isLocked ? [] : ["no-locks"])
      let said = (try? BuiltProgram.run(command, seconds: 600)).map { $0.text + $0.errors } ?? "late"
      outcomes.withLock { $0[desk] = said }
    }
    let said = outcomes.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value)
    #expect(said.allSatisfy { $0.hasPrefix("changes \(each) ") }, "\(said)")
    let (found, problems) = store.records()
    #expect(problems.isEmpty && found.count == 20)
    var times: [String: Int] = [:]
    for entry in found.flatMap(\.history) {
      let answered = entry.reason == Record.changedElsewhere ? entry.old : entry.new
      if let value = answered?.value { times[value, default: 0] += 1 }
    }
    let wanted = (1...desks).flatMap { desk in (1...each).map { "\(desk)-\($0)" } }
    let (lost, doubled) = (wanted.count { times[$0] == nil }, times.values.count { $0 > 1 })
    #expect(lost == 0 && doubled == 0 && times.count == wanted.count)
    for record in found { #expect(record.history.map(\.revision) == record.history.indices.map { $0 + 1 }) }
    #expect(StoreDoctor(store).examine() == [])
    let conflicts = said.compactMap { $0.split(separator: " ").last.flatMap { Int($0.dropLast()) } }.reduce(0, +)
    print(
      "changes made by \(desks) desks at once\(isLocked ? "" : " on a disk without locks"): \(wanted.count) of 20"
        + " records, joined with another desk's \(conflicts) times; lost \(lost), doubled \(doubled)")
    // Two may happen to work one after the other on a busy machine; more do not.
    if desks > 2 { #expect(conflicts > 0) }
  }
}
