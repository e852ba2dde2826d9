import FormModel
import Foundation
import Standards
import Testing

@testable import Records

/// The archive of the day: given up without a trace, and its failure kept until one succeeds.
@Suite struct DailyArchiveTests: StoreTesting {
  let disk: TemporaryStore

  init() throws { disk = try TemporaryStore() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/store/backups")
  }

  @Test func `an archive that is not wanted any more leaves nothing`() throws {
    try store().save(Samples.whole(form), replacing: 0, on: Samples.today)
    #expect(try store().backUpDaily(at: Samples.stamp(1).at, while: { false }) == nil)
    #expect(try names().isEmpty)
    #expect(try store().archiveFailure() == nil)
    #expect(try store().backUpDaily(at: Samples.stamp(1).at) != nil)
    #expect(try names().count == 1)
  }

  @Test func `a failure is kept until an archive succeeds`() throws {
    try store().save(Samples.whole(form), replacing: 0, on: Samples.today)
    var full = FileOperations.system
    full.link = { folder, from, to in
      guard !to.hasSuffix(".tar") else {
        errno = ENOSPC
        return -1
      }
      return linkat(folder, from, folder, to, 0)
    }
    #expect(throws: StoreError.self) { try store(full).backUpDaily(at: Samples.stamp(1).at) }
    #expect(try store().archiveFailure()?.error.code == .full)
    #expect(try store().archiveFailure()?.at == Samples.stamp(1).at)
    #expect(try store().backUpDaily(at: Samples.stamp(2).at) != nil)
    #expect(try store().archiveFailure() == nil)
  }

  @Test func `a store that has gone is not made anew, not even by its settings or an archive`() throws {
    let store = store()
    try store.save(Samples.whole(form), replacing: 0, on: Samples.today)
    let path = "\(folder.path)/store"
    try FileManager.default.moveItem(atPath: path, toPath: path + "-away")
    #expect(throws: StoreError.self) { try store.save(Samples.whole(form), replacing: 0, on: Samples.today) }
    #expect(throws: StoreError.self) { try store.save(Settings()) }
    #expect(!FileManager.default.fileExists(atPath: path))
    // Where a disk was mounted an empty folder stays.
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for attempt in [
      { try store.save(Samples.whole(form), replacing: 0, on: Samples.today) }, { try store.save(Settings()) },
      { _ = try store.backUp(at: Samples.stamp(1).at) },
    ] as [() throws -> Void] {
      #expect(throws: StoreError.self) { try attempt() }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
  }
}
