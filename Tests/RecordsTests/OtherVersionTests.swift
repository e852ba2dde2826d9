import FormModel
import Foundation
import Standards
import Testing

@testable import Records

/// Files that other programs make of a record: they are other versions of it, said by every list and joined by a repair.
@Suite struct OtherVersionTests: StoreTesting {
  let disk: TemporaryStore

  init() throws { disk = try TemporaryStore(inMemory: true) }

  /// How the programs name the version that lost, as their documentation or their sources have it.
  private static let names = [
    "ID.sync-conflict-20261129-041500-ABCDEFG.json",  // Syncthing
    "ID (潘女士's conflicted copy 2026-11-29).json",  // Dropbox
    "ID (conflicted copy 2026-11-29 041500).json",  // Nextcloud
    "ID-DESK-2.json",  // OneDrive
    "ID (1).json", "ID - Copy.json", "ID - 副本.json", "Copy of ID.json",  // file managers on network drives
    "ID.JSON", "ID.Json",  // disks that shout
  ]

  private func changed(_ record: Record, _ field: String, _ value: String, minutes: Int) throws -> Record {
    var record = record
    let stamp = Samples.stamp(minutes)
    record.answer(value, for: try #require(form.index(of: field)), source: .told, stamp, form: form)
    return record
  }

  private func repair() throws {
    for _ in 0..<3 {
      for defect in StoreDoctor(store).examine() where defect.isRepairable {
        _ = try StoreDoctor(store).repair(defect, at: Samples.stamp(9).at)
      }
    }
  }

  private var problems: [StoreError] {
    let setting = CheckSetting(today: Samples.today)
    return RecordIndex(store: store).list(SummaryFilter(), for: .staff(name: ""), setting: setting).unreadable
  }

  @Test(arguments: names)
  func `another version beside a record is said, and a repair joins what only it has`(name: String) throws {
    let first = try changed(Samples.record(form), "name", "潘小明", minutes: 1)
    let mine = try changed(first, "address", "演示路 1 号", minutes: 2)
    let theirs = try changed(first, "native_place", "广东惠州", minutes: 3)
    try store.save(mine, replacing: nil, on: Samples.today)
    let path = "records/2015-01-28/\(name.replacingOccurrences(of: "ID", with: first.id.text))"
    try folder.write(Samples.text(theirs, form), to: "store/\(path)")
    chmod("\(folder.path)/store/\(path)", 0o600)
    #expect(problems == [StoreError(.otherVersion, path: path, detail: first.code.text)])
    #expect(store.records().problems == problems)
    #expect(StoreDoctor(store).examine().map(\.kind) == [.otherVersion(first.code)])
    // An archive has it as it stands.
    #expect(try store.backUp(to: "\(folder.path)/a.tar", at: Samples.stamp(5).at).problem == nil)
    try repair()
    let joined = try #require(try store.record(id: first.id))
    for version in [mine, theirs] {
      for (field, answer) in version.answers.enumerated() where answer != nil {
        #expect(joined.answers[field]?.content == answer?.content)
      }
    }
    #expect(problems == [] && StoreDoctor(store).examine().filter(\.counts) == [])
    // Nothing is gone: the other version lies aside as it was.
    let aside = try folder.names().filter { $0.hasPrefix("store/aside/") && !$0.hasSuffix(".reason") }
    #expect(try aside.map { try folder.read($0) } == [Samples.text(theirs, form)])
  }

  @Test(arguments: ["ID.JSON", "ID.sync-conflict-20261129-041500-ABCDEFG.json"])
  func `a version whose record is gone becomes the record`(name: String) throws {
    let record = try changed(Samples.record(form), "name", "潘小明", minutes: 1)
    try store.save(Samples.record(form, seed: 2), replacing: nil, on: Samples.today)
    let path = "store/records/2015-01-28/\(name.replacingOccurrences(of: "ID", with: record.id.text))"
    try folder.write(Samples.text(record, form), to: path)
    #expect(problems.map(\.code) == [.otherVersion])
    try repair()
    #expect(try store.record(id: record.id) == record && problems == [])
  }

  @Test func `a record under two days is said and joined under its own`() throws {
    let first = try changed(Samples.record(form), "name", "潘小明", minutes: 1)
    let mine = try changed(first, "address", "演示路 1 号", minutes: 2)
    let theirs = try changed(first, "native_place", "广东惠州", minutes: 3)
    try store.save(mine, replacing: nil, on: Samples.today)
    for day in ["2015-01-20", "2015-03-01"] {
      let path = "records/\(day)/\(first.id).json"
      try folder.write(Samples.text(theirs, form), to: "store/\(path)")
      let setting = CheckSetting(today: Samples.today)
      let ofDay = RecordIndex(store: store).list(
        SummaryFilter(day: CalendarDate(iso: day)), for: .staff(name: ""), setting: setting)
      #expect(ofDay.unreadable.map(\.code) == [.otherVersion] && problems.map(\.code) == [.otherVersion])
      try repair()
      let joined = try #require(try store.record(id: first.id))
      #expect(joined.continues(mine) && joined.answers.compactMap(\.self).count == 3)
      #expect(problems == [] && StoreDoctor(store).examine().filter(\.counts) == [])
    }
  }

  @Test func `what names no record is somebody else's file`() {
    let id = Samples.record(form).id.text
    #expect(RecordFileName("\(id).json").map { if case .record = $0 { true } else { false } } == true)
    for name in ["notes.json", "\(id.dropLast()).json", "0197f6c2.JSON"] { #expect(RecordFileName(name) == .foreign) }
    for name in [".\(id).json.x.new", "\(id).history", "\(id).json.previous", "\(id).a.journal", "\(id)"] {
      #expect(RecordFileName(name) == nil, "\(name)")
    }
  }
}
