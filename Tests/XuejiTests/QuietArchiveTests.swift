import FormModel
import Foundation
import Records
import TestSupport
import Testing

@testable import Commands
@testable import Desk

/// The archive of the day, made while the first page lies there untouched.
@Suite struct QuietArchiveTests {
  private let store: WorkStore
  private let key = Timestamp(milliseconds: 1_422_415_800_000, offset: 480)

  init() throws { store = try WorkStore(Form.load(from: .embedded)) }

  private func later(_ milliseconds: Int) -> Timestamp {
    Timestamp(milliseconds: key.milliseconds + milliseconds, offset: 480)
  }

  @Test func `it is made half a minute after the last key, once`() throws {
    try store.add(1)
    let archive = DailyArchive(store: store.records)
    #expect([0, 29_999, 30_000, 60_000].map { archive.wait(since: key, at: later($0)) } == [30_000, 1, 0, 0])
    archive.start(at: later(30_000))
    archive.finish(at: later(30_000), milliseconds: 10_000)
    #expect(archive.wait(since: key, at: later(30_000)) == nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(store.path)/backups")
    #expect(names.contains("2015-01-28.tar"), "\(names)")
  }
}
