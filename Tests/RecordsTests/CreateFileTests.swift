import Foundation
import Glibc
import Testing

@testable import Records

/// Files that are written once and never over anything.
@Suite struct CreateFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  @Test func `a new file is whole, closed to others, and alone in its folder`() throws {
    try AtomicFile.create(Array("一".utf8), to: path("a.html"))
    #expect(try folder.read("a.html") == "一")
    var status = stat()
    #expect(stat(path("a.html"), &status) == 0 && status.st_mode & 0o777 == 0o600 && status.st_nlink == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.html"])
  }

  @Test(arguments: [
    (ENOSPC, StoreError.Code.full), (EDQUOT, .full), (EROFS, .readOnly), (EACCES, .permission), (ELOOP, .permission),
    (ENOENT, .vanished), (ESTALE, .vanished), (EMFILE, .tooManyFiles), (ENOTDIR, .notAFolder), (EEXIST, .exists),
    (EIO, .io),
  ])
  func `the system's numbers have each their own meaning`(number: Int32, code: StoreError.Code) {
    #expect(StoreError.system("a", number: number) == StoreError(code, path: "a", number: number))
  }

  @Test func `what bears the name already stays as it is, a link included`() throws {
    try folder.write("old", to: "file")
    try folder.write("target", to: "target")
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("target"))
    try FileManager.default.createSymbolicLink(atPath: path("dangling"), withDestinationPath: path("nowhere"))
    mkfifo(path("pipe"), 0o600)
    try FileManager.default.createDirectory(atPath: path("folder"), withIntermediateDirectories: false)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for name in ["file", "link", "dangling", "pipe", "folder"] {
      #expect(throws: StoreError(.exists, path: path(name))) { try AtomicFile.create([1], to: path(name)) }
    }
    #expect(try folder.read("file") == "old" && folder.read("target") == "target")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
    #expect(throws: StoreError.self) { try AtomicFile.create([1], to: path("nowhere/a.html")) }
    #expect(throws: StoreError.self) { try AtomicFile.create([1], to: path("")) }
  }

  @Test func `a disk without second names keeps the same promise`() throws {
    var operations = FileOperations.system
    operations.link = { _, _, _ in
      errno = EPERM
      return -1
    }
    let opened = try Records.Folder.open(folder.path, create: false, operations: operations)
    try opened.create("a", with: [0x61])
    #expect(try folder.read("a") == "a")
    #expect(throws: StoreError(.exists, path: path("a"))) { try opened.create("a", with: [0x62]) }
    #expect(try folder.read("a") == "a")
  }

  @Test func `whoever was quicker keeps the name`() throws {
    var operations = FileOperations.system
    operations.link = { folder, _, name in
      _ = symlinkat("/nowhere", folder, name)
      return linkat(folder, name, folder, name, 0)
    }
    let opened = try Records.Folder.open(folder.path, create: false, operations: operations)
    #expect(throws: StoreError(.exists, path: path("a"))) { try opened.create("a", with: [0x61]) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test func `a full disk leaves nothing behind`() throws {
    var operations = FileOperations.system
    operations.write = { _, _, _ in
      errno = ENOSPC
      return -1
    }
    let opened = try Records.Folder.open(folder.path, create: false, operations: operations)
    #expect(throws: StoreError.self) { try opened.create("a", with: [0x61]) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }
}
