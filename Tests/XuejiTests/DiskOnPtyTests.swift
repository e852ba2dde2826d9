import Foundation
import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// Disks that fill up, close, or are pulled out while a family types: said at once, nothing lost, saved as soon as it can.
///
/// All at the same time: most of it is waiting for the desk to try again.
@Suite(.onOwnThreads) struct DiskOnPtyTests {
  private let desk = DeskOnPtyTests()

  private func start(_ path: String, as command: [String] = []) throws -> TerminalSession {
    try TerminalSession(
      command: command + [BuiltProgram.path("xueji"), "fill", "--store", path], environment: ["LOGNAME": "desk"])
  }

  /// The first record's answers, as any program would read them.
  private func value(_ field: String, in path: String) throws -> String? {
    let files = FileManager.default.enumerator(
      at: URL(fileURLWithPath: "\(path)/records"), includingPropertiesForKeys: nil)
    let file = try #require(files?.compactMap { $0 as? URL }.first { $0.pathExtension == "json" })
    let record = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    return ((record["answers"] as? [String: Any])?[field] as? [String: Any])?["value"] as? String
  }

  /// A name is saved, then the disk fails, a nationality is chosen and half an item more typed; then it is mended.
  private func run(
    _ session: TerminalSession, store: String, says: String, breaks: () throws -> Void, mends: () throws -> Void
  ) throws {
    try session.waitFor(label(of: "name"))
    try desk.type("潘小明", session)
    try desk.enter(session, until: DeskOnPtyTests.household)
    try session.waitFor("已保存")
    try breaks()
    session.send("1")
    try session.waitFor("0 / 18")
    try session.waitFor("还没存上")
    try session.waitFor(says)
    try desk.type("441302", session)
    // Whoever leaves now is told what that means, and may stay.
    session.send(.function(10))
    try session.waitFor(words(of: CheckPhrase.fillerTitle))
    try session.waitFor("还没存上")
    session.send(.function(10))
    try session.waitFor(words(of: CheckPhrase.unsavedAsk))
    session.send(.escape)
    try session.waitFor("441302")
    try mends()
    try session.waitFor("已保存")
    try session.waitUntilGone("还没存上")
    try session.waitUntilGone(says)
    #expect(try value("nationality", in: store) == "CHN")
    session.signal(SIGTERM)
    #expect(try session.exitStatus() == 0)
    #expect(try value("id_number", in: store) == "441302")
    #expect(session.isGivenBack)
  }

  @Test(.enabled(if: MountedDisk.isPossible, MountedDisk.why))
  func `a disk that fills up is said, and what was typed is saved once there is room`() throws {
    let disk = try MountedDisk("size=256k")
    let store = "\(disk.path)/store"
    let session = try start(store)
    try run(session, store: store, says: "磁盘满了", breaks: disk.fill, mends: disk.makeRoom)
  }

  @Test(.enabled(if: MountedDisk.isPossible, MountedDisk.why))
  func `a disk without room for another name is said like a full one`() throws {
    let disk = try MountedDisk("size=1m,nr_inodes=64")
    let store = "\(disk.path)/store"
    let session = try start(store)
    try run(session, store: store, says: "磁盘满了", breaks: disk.fillNames, mends: disk.makeRoom)
  }

  @Test(.enabled(if: MountedDisk.isPossible, MountedDisk.why))
  func `a disk that can only be read is said`() throws {
    let disk = try MountedDisk("size=1m")
    let store = "\(disk.path)/store"
    let session = try start(store)
    try run(
      session, store: store, says: words(of: Wording(.chinese).message(StoreError(.readOnly, path: ""))),
      breaks: { try disk.close(toWriting: true) },
      mends: { try disk.close(toWriting: false) })
  }

  @Test func `a lock that does not come is said with its holder, and nothing is said to be saved before it is`() throws
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lock-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let session = try start(folder)
    var held: Int32 = -1
    try run(
      session, store: folder, says: "占着登记文件夹",
      breaks: {
        let day = try #require(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/records").first)
        held = open("\(folder)/records/\(day)", O_RDONLY | O_CLOEXEC)
        #expect(flock(held, LOCK_EX) == 0)
      },
      mends: {
        flock(held, LOCK_UN)
        close(held)
      })
  }

  @Test func `a folder that is taken away is said and not made anew`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gone-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (store, away) = ("\(folder)/store", "\(folder)/away")
    let session = try start(store)
    try run(
      session, store: store, says: "找不到", breaks: { rename(store, away) },
      mends: {
        #expect(!FileManager.default.fileExists(atPath: store))
        rename(away, store)
      })
  }

  @Test func `where a disk was unplugged nothing is written into the empty folder that it leaves`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stick-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (store, away) = ("\(folder)/store", "\(folder)/away")
    let session = try start(store)
    try run(
      session, store: store, says: "找不到",
      breaks: {
        rename(store, away)
        mkdir(store, 0o700)
      },
      mends: {
        let names = try? FileManager.default.contentsOfDirectory(atPath: store)
        #expect(names == [])
        rmdir(store)
        rename(away, store)
      })
  }

  /// An account that rights mean something to.
  private static let nobody = ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]

  /// Root is refused nothing, so that the program has to run as somebody else.
  private static let canBeRefused =
    geteuid() == 0
    && (try? BuiltProgram.run(nobody + [BuiltProgram.path("xueji"), "--help"]).status == 0) == true

  @Test(.enabled(if: canBeRefused, "The program cannot be run as nobody here; FaultInjectionTests refuse as well."))
  func `rights that are taken away are said`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rights-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    chown(folder, 65534, 65534)
    let store = "\(folder)/store"
    let session = try start(store, as: Self.nobody)
    func allow(_ mode: mode_t) throws {
      for day in try FileManager.default.contentsOfDirectory(atPath: "\(store)/records") {
        chmod("\(store)/records/\(day)", mode)
      }
    }
    try run(
      session, store: store, says: "没有权限", breaks: { try allow(0o500) }, mends: { try allow(0o700) })
  }

  @Test(.enabled(if: MountedDisk.isPossible, MountedDisk.why))
  func `a word half typed on a full disk is in the journal once there is room, without another key`() throws {
    let disk = try MountedDisk("size=256k")
    let store = "\(disk.path)/store"
    let session = try start(store)
    try session.waitFor(label(of: "name"))
    try disk.fill()
    try desk.type("潘小", session)
    try session.waitFor("还没存上")
    try disk.makeRoom()
    try session.waitUntilGone("还没存上")
    session.signal(SIGKILL)
    _ = try session.exitStatus()
    let again = try start(store)
    try again.waitFor(words(of: HomePhrase.interruptedTitle))
    again.send(.enter)
    try again.waitFor("潘小")
  }
}
