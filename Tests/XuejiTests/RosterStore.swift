import FormModel
import Foundation
import Records
import TestSupport
import Testing

/// A folder with rosters and a store, gone with it.
final class RosterStore {
  let folder: Folder
  let records: RecordStore
  let form: Form

  init() throws {
    folder = try Folder()
    form = try Form.load(from: .embedded)
    records = RecordStore(path: folder.path("store"), form: form)
  }

  func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try Xueji.run(arguments + ["--store", records.path, "--on", "2026-01-01", "--as", "王主任"])
  }

  func text(_ name: String) throws -> String { try String(contentsOfFile: folder.path(name), encoding: .utf8) }

  /// The only record of a name.
  func record(_ name: String) throws -> Record {
    let all = records.records().records.filter { value("name", of: $0) == name }
    #expect(all.count == 1, "\(name)")
    return try #require(all.first)
  }

  func value(_ field: String, of record: Record) -> String? {
    form.index(of: field).flatMap { record.answers[$0]?.value }
  }

  /// Every record's file, by its name.
  func files() throws -> [String: Data] {
    let root = folder.url.appendingPathComponent("store/records")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let all = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "json" }
    return try Dictionary(uniqueKeysWithValues: all.map { ($0.lastPathComponent, try Data(contentsOf: $0)) })
  }
}
