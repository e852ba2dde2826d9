import FormModel
import Foundation
import Standards
import Testing

@testable import Records

/// Archives are whole or refused, by trying: one is cut off and zeroed at every block, and every block of it by itself.
@Suite struct DamagedArchiveTests {
  @Test func `an archive that lacks anything is refused, wherever it was cut or zeroed`() throws {
    let form = try Samples.form()
    let folder = try TemporaryFolder(inMemory: true)
    let store = RecordStore(path: "\(folder.path)/store", form: form)
    for seed in 1...12 { try store.save(Samples.record(form, seed: UInt64(seed)), replacing: 0, on: Samples.today) }
    let backup = try store.backUp(to: "\(folder.path)/good.tar", at: Samples.stamp(5).at)
    #expect(backup.records == 12 && backup.problem == nil)
    let place = try Folder.open(folder.path, create: false)
    let good = try ArchiveCheck("good.tar", in: place)
    #expect(good.problem == nil && good.hasManifest && good.records == 12)
    #expect(try ArchiveCheck.records(of: "good.tar", in: place) == 12)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: backup.path)))
    let file = URL(fileURLWithPath: "\(folder.path)/bad.tar")
    var (tried, refused, harmless) = (0, 0, 0)
    func attempt(_ wrong: [UInt8], _ comment: String) throws {
      guard wrong != bytes else { return }
      tried += 1
      try Data(wrong).write(to: file)
      let check = try ArchiveCheck("bad.tar", in: place)
      guard check.problem == nil else {
        refused += 1
        return
      }
      // Of what fills up the end a part may be missing.
      harmless += 1
      #expect(check.entries == good.entries && check.hasManifest, "\(comment)")
    }
    let zeros = [UInt8](repeating: 0, count: bytes.count)
    for block in stride(from: 0, to: bytes.count, by: 512) {
      try attempt(Array(bytes[..<block]), "cut at \(block)")
      try attempt(Array(bytes[..<block] + zeros[block...]), "zeroed from \(block)")
      try attempt(
        Array(bytes[..<block] + zeros[block..<block + 512] + bytes[(block + 512)...]), "zeroed block \(block)")
    }
    print(
      "archive of \(bytes.count / 512) blocks: \(tried) cut or zeroed, refused \(refused), whole all the same \(harmless)"
    )
    #expect(refused > 100 && harmless < 25)
    // What is refused puts nothing back.
    try Data(bytes[..<(bytes.count / 2)] + zeros[(bytes.count / 2)...]).write(to: file)
    let other = RecordStore(path: "\(folder.path)/other", form: form)
    let error = #expect(throws: StoreError.self) { try other.restore(from: file.path, applying: true) { _ in } }
    #expect(error?.code == .damaged && !other.exists)
  }

  @Test func `a poorer archive says so and pushes none out, and one without a manifest is read and said to have none`()
    throws
  {
    let form = try Samples.form()
    let folder = try TemporaryFolder(inMemory: true)
    let store = RecordStore(path: "\(folder.path)/store", form: form)
    for seed in 1...3 { try store.save(Samples.record(form, seed: UInt64(seed)), replacing: 0, on: Samples.today) }
    let start = Samples.stamp(5).at
    func at(_ day: Int) -> Timestamp {
      Timestamp(milliseconds: start.milliseconds + day * 86_400_000, offset: start.offset)
    }
    for day in 0..<14 { #expect(try store.backUpDaily(at: at(day))?.problem == nil) }
    let file = "\(folder.path)/store/records/2015-01-28/\(Samples.record(form, seed: 2).id).json"
    try FileManager.default.removeItem(atPath: file)
    for day in 14..<17 {
      let backup = try #require(try store.backUpDaily(at: at(day)))
      #expect(backup.records == 2 && backup.shortfall?.code == .incomplete)
    }
    #expect(try store.archiveFailure()?.error.code == .incomplete)
    let backups = try Folder.open("\(folder.path)/store/backups", create: false)
    #expect(try backups.names().count == 17)
    // As they were written before 2026-11-29: what is cut off or zeroed to its end is refused there too.
    let records = (1...40).map { "{\"id\": \($0)}\n" }
    var many = records.flatMap {
      TarHeader.file($0.filter(\.isNumber), size: $0.utf8.count, seconds: 0) + TarHeader.padded(Array($0.utf8))
    }
    many += TarHeader.end(after: many.count)
    let place = try Folder.open(folder.path, create: false)
    for end in stride(from: 0, to: many.count / 2, by: 512) {
      try Data(many[..<end] + [UInt8](repeating: 0, count: many.count - end)).write(
        to: URL(fileURLWithPath: "\(folder.path)/half.tar"))
      #expect(try ArchiveCheck("half.tar", in: place).problem != nil, "zeros from \(end)")
    }
    let bytes = Array("{\"format\": \"xueji-store/1\"}".utf8)
    let old = TarHeader.file("store.json", size: bytes.count, seconds: 0) + TarHeader.padded(bytes)
    try Data(old + TarHeader.end(after: old.count)).write(to: URL(fileURLWithPath: "\(folder.path)/old.tar"))
    let other = RecordStore(path: "\(folder.path)/other", form: form)
    #expect(try other.restore(from: "\(folder.path)/old.tar", applying: true) { _ in } == false)
    #expect(other.exists)
  }

  @Test func `what a killed backup left elsewhere is seen by the doctor, and taken away by a repair`() throws {
    let form = try Samples.form()
    let folder = try TemporaryFolder(inMemory: true)
    let store = RecordStore(path: "\(folder.path)/store", form: form)
    try store.save(Samples.record(form), replacing: 0, on: Samples.today)
    let place = try Folder.open(folder.path, create: false)
    do {
      // Its program holds it.
      let note = try UnfinishedBackup(folder: place, file: "\(folder.path)/a.tar", in: store)
      #expect(StoreDoctor(store).examine() == [])
      withExtendedLifetime(note) {}
    }
    try folder.write("half", to: ".a.tar.xyz.new")
    let defects = StoreDoctor(store).examine()
    #expect(defects.map(\.kind.code) == ["left-backup"])
    for defect in defects { _ = try StoreDoctor(store).repair(defect, at: Samples.stamp(5).at) }
    #expect(StoreDoctor(store).examine() == [])
    #expect(try folder.names().filter { $0.hasSuffix(".new") || $0.contains(StoreLayout.noteEnding) }.isEmpty)
  }
}
