import FormModel
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Records

/// Processes change the settings and the accounts at once, and guess at the door: of all that they do nothing is lost.
@Suite(.serialized) struct ManySettingsTests {
  private static let desks = 8

  /// Runs the probes, and gives what they said.
  private func run(_ path: String, _ changes: Int, _ what: String..., desks: Int = desks) throws -> [String] {
    let program = try BuiltProgram.path("DeskProbe")
    let outcomes = Mutex([String]())
    DispatchQueue.concurrentPerform(iterations: desks) { desk in
      let command = [program, path, "\(desk + 1)", "\(changes)"] + what
      let said = (try? BuiltProgram.run(command, seconds: 300)).map { $0.text + $0.errors } ?? "late"
      outcomes.withLock { $0.append(said) }
    }
    return outcomes.withLock { $0 }
  }

  @Test func `of fifty changes of the settings of each of eight desks none is lost`() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let store = RecordStore(path: folder.path + "/store", form: try Samples.form())
    try store.save(Settings(kindergarten: "示范幼儿园", classes: ["小一班"], wasAsked: true))
    #expect(try run(store.path, 50, "settings").allSatisfy { $0 == "changes 50\n" })
    let settings = try store.settings()
    let wanted = (1...Self.desks).flatMap { desk in (1...50).map { "\(desk)-\($0)" } }
    let lost = wanted.filter { !settings.classes.contains($0) || settings.classCodes[$0] != "C\($0)" }
    print("settings: \(wanted.count) changes of \(Self.desks) desks at once, lost \(lost.count)")
    #expect(lost.isEmpty)
    #expect(settings.classes.count == wanted.count + 1 && settings.kindergarten == "示范幼儿园")
    #expect(StoreDoctor(store).examine() == [])
  }

  /// A PIN is hashed slowly on purpose; `XUEJI_PROOF=whole` adds fifty accounts at each desk.
  @Test func `of the accounts that eight desks add none is lost`() throws {
    let changes = ProcessInfo.processInfo.environment["XUEJI_PROOF"] == "whole" ? 50 : 4
    let folder = try TemporaryFolder(inMemory: true)
    let store = RecordStore(path: folder.path + "/store", form: try Samples.form())
    #expect(try run(store.path, changes, "accounts").allSatisfy { $0 == "changes \(changes)\n" })
    let accounts = try store.accounts()
    // Every second one is disabled again.
    let disabled = accounts.count(where: \.isDisabled)
    let lost = Self.desks * changes - accounts.count
    print(
      "accounts: \(Self.desks * changes) added and \(disabled) disabled by \(Self.desks) desks at once, lost \(lost)")
    #expect(accounts.count == Self.desks * changes && Set(accounts.map(\.name)).count == accounts.count)
    #expect(disabled == Self.desks * changes / 2)
  }

  /// Twelve processes guess at one code, each at a desk of its own, and open their own form between any two guesses.
  @Test func `twelve desks that guess for three hours have ten guesses together`() throws {
    let folder = try TemporaryFolder(inMemory: true)
    let said = try run(folder.path, 30, "door", "K7M4", "9GDP", desks: 12)
    func sum(_ word: String) -> Int {
      said.reduce(0) { sum, line in
        let words = line.split { " \n".contains($0) }.map(String.init)
        return sum
          + (words.firstIndex(of: word).flatMap { words.indices.contains($0 + 1) ? Int(words[$0 + 1]) : nil } ?? 0)
      }
    }
    print("guesses at a code by twelve desks: \(12 * 30), judged \(sum("judged")), refused as closed \(sum("closed"))")
    #expect(sum("judged") == FamilyDoor.mostInADay, "\(said)")
    #expect(sum("closed") > 0 && sum("opened") > 12, "\(said)")
  }
}
