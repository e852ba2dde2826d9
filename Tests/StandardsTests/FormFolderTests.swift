import Foundation
import Testing

@testable import Standards

@Suite struct FormFolderTests {
  @Test func `the built-in files are read by name`() throws {
    let bytes = try FormFolder.embedded.bytes("lists/sex.tsv")
    #expect(String(decoding: bytes, as: UTF8.self).contains("男"))
    #expect(FormFolder.embeddedNames.contains("lists/sex.tsv"))
  }

  @Test func `a folder overrides file by file, the rest stays built in`() throws {
    try withFolder { path in
      try write("code\ttext\n9\t另\n", to: path + "/lists/own.tsv")
      let folder = FormFolder(directory: path)
      #expect(try TSVTable("lists/own.tsv", in: folder).rows[0][1] == "另")
      #expect(try folder.bytes("lists/sex.tsv") == FormFolder.embedded.bytes("lists/sex.tsv"))
      try write("code\ttext\n1\tM\n", to: path + "/lists/sex.tsv")
      #expect(try TSVTable("lists/sex.tsv", in: folder).rows[0][1] == "M")
      #expect(try FormFolder.embedded.bytes("lists/sex.tsv").count > 20)
    }
  }

  @Test func `an error of a folder's table names the path to open`() throws {
    try withFolder { path in
      try write("code\ttext\n9\n", to: path + "/lists/own.tsv")
      #expect(throws: TableError(.fieldCount, path: path + "/lists/own.tsv", line: 2, detail: "1/2")) {
        try TSVTable("lists/own.tsv", in: FormFolder(directory: path))
      }
    }
  }

  @Test func `a missing file, a missing folder and a folder in a file's place are told apart`() throws {
    #expect(throws: FormFolderError(.missing, path: "lists/none.tsv")) {
      try FormFolder.embedded.bytes("lists/none.tsv")
    }
    try withFolder { path in
      let folder = FormFolder(directory: path)
      #expect(throws: FormFolderError(.missing, path: path + "/none.tsv")) { try folder.bytes("none.tsv") }
      #expect(throws: FormFolderError(.unreadable, path: path + "/lists")) { try folder.bytes("lists") }
      let gone = FormFolder(directory: path + "/gone")
      #expect(throws: FormFolderError(.noFolder, path: path + "/gone")) { try gone.bytes("lists/sex.tsv") }
      // A pipe has no end to read to; without care this would wait for ever.
      #expect(mkfifo(path + "/pipe.tsv", 0o600) == 0)
      #expect(throws: FormFolderError(.unreadable, path: path + "/pipe.tsv")) { try folder.bytes("pipe.tsv") }
    }
  }

  @Test func `a file over the limit is refused`() throws {
    try withFolder { path in
      try write("", to: path + "/big.tsv")
      #expect(truncate(path + "/big.tsv", off_t(FormFolder.largestFile + 1)) == 0)
      #expect(throws: FormFolderError(.tooLarge, path: path + "/big.tsv")) {
        try FormFolder(directory: path).bytes("big.tsv")
      }
    }
  }

  @Test(arguments: ["../x.tsv", "lists/../../x.tsv", "/etc/hostname", "", "lists//sex.tsv", "./x", "a\0b"])
  func `a name cannot lead out of the folder`(name: String) throws {
    try withFolder { path in
      #expect(throws: FormFolderError(.badName, path: name)) { try FormFolder(directory: path).bytes(name) }
    }
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("forms-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("lists"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }
}
