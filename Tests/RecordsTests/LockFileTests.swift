import Foundation
import Testing

@testable import Records

/// The lock of a folder whose disk has none.
@Suite struct LockFileTests {
  let folder: TemporaryFolder
  let place: Folder

  init() throws {
    folder = try TemporaryFolder()
    place = try Folder.open(folder.path, create: false, operations: .withoutLocks)
  }

  @Test func `it is there while a body runs and gone after it, however that ends`() throws {
    try place.locked { () throws(StoreError) in
      let names = try place.names()
      #expect(names == [StoreLayout.lock])
    }
    #expect(throws: StoreError.self) {
      try place.locked { () throws(StoreError) in throw StoreError(.io, path: "") }
    }
    #expect(try folder.names() == [])
  }

  @Test func `one whose process is gone is taken away at once`() throws {
    // No process has the highest number there is.
    try folder.write("2147483647 1 \(Journal.host)\n", to: StoreLayout.lock)
    let lock = try LockFile(in: place)
    #expect(lock.release())
    #expect(try folder.names() == [])
  }

  @Test(arguments: ["1 1 another-computer\n", "", "rubbish"])
  func `one that nobody can be asked about is respected for a while`(content: String) throws {
    try folder.write(content, to: StoreLayout.lock)
    let start = ContinuousClock.now
    let lock = try LockFile(in: place, patience: 100)
    #expect(ContinuousClock.now - start >= .milliseconds(100))
    #expect(lock.release())
    #expect(try folder.names() == [])
  }

  @Test func `a save whose lock was taken meanwhile is a conflict, and the other lock stays`() throws {
    let error = #expect(throws: StoreError.self) {
      try place.locked { () throws(StoreError) in try? folder.write("another's", to: StoreLayout.lock) }
    }
    #expect(error?.code == .conflict)
    #expect(try folder.names() == [StoreLayout.lock])
  }

  @Test func `looking makes no file`() throws {
    #expect(try place.lockedNames() == [])
  }
}
