import Desk
import FormModel
import Foundation
import Standards
import TestSupport
import Testing

@testable import Commands
@testable import Records
@testable import Wording

/// The commands that look after a store, as somebody at a shell meets them.
@Suite(.onOwnThreads) struct StoreCommandTests {
  private let folder: URL
  private var store: String { folder.appendingPathComponent("store").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("xueji-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  }

  /// A store with one record that was saved twice.
  private func filled() throws -> Record {
    let form = try Form.load(from: .embedded)
    var generator = SystemRandomNumberGenerator()
    let at = Timestamp(milliseconds: 1_422_403_200_000, offset: 480)
    let stamp = Stamp(at: at, by: Person(role: .guardian, name: "潘女士"))
    var record = Record(
      identity: RecordIdentity(milliseconds: at.milliseconds, using: &generator), form: form, created: stamp)
    let name = try #require(form.index(of: "name"))
    for (number, value) in ["潘小明", "潘小月"].enumerated() {
      record.answer(value, for: name, source: .told, stamp, form: form)
      try RecordStore(path: store, form: form).save(record, replacing: number, on: at.date)
    }
    return record
  }

  private func run(_ arguments: String...) throws -> (code: Int32, output: String, errors: String) {
    let said = try BuiltProgram.run(
      [BuiltProgram.path("xueji")] + arguments + ["--store", store, "--lang", "en"], environment: ["TZ": "UTC"])
    return (Int32(said.status), said.text, said.errors)
  }

  @Test func `the doctor says what is wrong, mends it when asked to, and ends with what is left`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try run("doctor").code == 74)
    let record = try filled()
    #expect(try run("doctor") == (0, "Nothing found.\n", ""))
    let path = "records/2015-01-28/\(record.id).json"
    let file = URL(fileURLWithPath: "\(store)/\(path)")
    try Data("{".utf8).write(to: file)
    chmod(file.path, 0o600)
    let line = "\(path)\tcannot be read (1:2)\t"
    let remedy = "--repair moves it to aside and puts the save before in its place\n"
    #expect(try run("doctor") == (1, line + remedy, ""))
    #expect(try String(contentsOf: file, encoding: .utf8) == "{")
    #expect(try run("doctor", "--repair") == (0, line + "was moved to aside; the save before is in its place\n", ""))
    #expect(try run("doctor") == (0, "Nothing found.\n", ""))
    #expect(try run("show", record.code.text).output.contains("潘小明"))
    let list = try run("list")
    #expect(list.code == 0 && list.errors.contains("Files moved out to the folder aside: 1."))
  }

  @Test func `a backup is restored elsewhere only with yes`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let record = try filled()
    let archive = folder.appendingPathComponent("a.tar").path
    let backup = try run("backup", archive)
    #expect(backup.code == 0)
    #expect(backup.output == "Backed up, and read back without a fault: \(archive), 3 files.\n")
    #expect(try run("backup", archive).code == 74)
    #expect(try run("restore", archive) == (0, "There is nothing to put back.\n", ""))
    try FileManager.default.moveItem(atPath: store, toPath: "\(store).old")
    let dry = try run("restore", archive)
    #expect(dry.output.hasSuffix("Files that would be put back: 3. Say --yes to do it.\n"))
    #expect(!FileManager.default.fileExists(atPath: store))
    let done = try run("restore", archive, "--yes")
    #expect(done.code == 0 && done.output.hasSuffix("Files put back: 3.\n"))
    #expect(try run("show", record.code.text).output.contains("潘小月"))
    #expect(try run("doctor").code == 0)
    #expect(try run("restore", "\(folder.path)/none.tar").code == 74)
  }

  @Test func `a record of a newer version is shown as it is stored, and is said to be for looking`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let record = try filled()
    let file = URL(fileURLWithPath: "\(store)/records/2015-01-28/\(record.id).json")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "xueji-record/1", with: "xueji-record/2").utf8).write(to: file)
    chmod(file.path, 0o600)
    let shown = try run("show", record.code.text)
    #expect(shown.code == 0 && shown.output.contains("\"xueji-record/2\""))
    #expect(shown.errors.contains("to look at and not to change"))
    let doctor = try run("doctor")
    #expect(doctor.code == 0 && doctor.output.contains("written by a newer version"))
  }

  @Test func `names that would move the cursor are shown harmlessly`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try filled()
    let name = "records/2015-01-28/\u{1B}[2J\n\u{202E}x.json"
    _ = FileManager.default.createFile(atPath: "\(store)/\(name)", contents: Data())
    let found = try run("doctor")
    #expect(found.code == 1)
    #expect(found.output.split(separator: "\n").count == 1)
    #expect(!(try run("list").errors + found.output).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func `every defect, remedy, verdict and refusal has its sentence in both languages`() throws {
    let (chinese, english) = (Wording(.chinese), Wording(.english))
    let id = try #require(RecordID("014b2dd6-6400-7cc1-beeb-8da1658eec67"))
    let day = Timestamp(milliseconds: 0, offset: 0).date
    let kinds: [StoreDefect.Kind] = [
      .unreadable(detail: "x"), .foreignName, .changedOutside, .otherID, .otherDay(day), .missingRecord,
      .doubledID(other: "x"),
      .doubledCode(RecordCode(spelledBy: id), other: "x"), .behindHistory(record: 1, history: 2), .newer(format: "x"),
      .otherForm("x"), .tornJournal(bytes: 1), .brokenJournal(bytes: 1), .waitingJournal, .runningJournal, .leftover,
      .draft(StoredDraft(by: nil, at: Timestamp(milliseconds: 0, offset: 0), content: .null), isRunning: false),
      .tornDraft,
      .rights(mode: 0o644), .link, .notAFile, .missingFromDay(count: 1), .badIndex, .badLedger(line: 1, count: 1),
      .unexamined(StoreError(.io, path: "x")),
    ]
    #expect(Set(kinds.map(\.code)).count == kinds.count)
    let remedies: [StoreDefect.Remedy] = [
      .nothing, .waitForOwner, .person, .keep, .join, .setAside, .previous, .bringBack, .remove, .close, .move(day),
      .raiseRevision(2),
      .addToDay([id]), .keepGoodLines,
    ]
    let verdicts: [RestoreStep.Verdict] =
      [
        .missing, .older(store: 1, archive: 2), .shorter, .same, .newer(store: 2, archive: 1), .differs,
        .unreadableHere,
      ]
      + RestoreStep.Refusal.allCases.map { .refused($0) }
    func sentences(_ wording: Wording) -> [String] {
      kinds.map { wording.what($0) } + remedies.map { wording.remedy($0) } + remedies.map { wording.done($0) }
        + verdicts.flatMap { [wording.verdict($0, isDone: false), wording.verdict($0, isDone: true)] }
    }
    for (one, other) in zip(sentences(chinese), sentences(english)) {
      #expect(one != other && one.unicodeScalars.contains(where: \.isHanzi))
      #expect(!other.isEmpty && !other.unicodeScalars.contains(where: \.isHanzi))
    }
  }
}
