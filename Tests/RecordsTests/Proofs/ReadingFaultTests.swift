import FormModel
import Foundation
import Standards
import Synchronization
import Testing

@testable import Records

/// Nothing is passed over in silence, by trying: every call that only reads is made to fail in turn, and whatever was
/// asked then answers as it would have without the failure, or says that it has not seen everything.
@Suite struct ReadingFaultTests {
  enum Deed: String, CaseIterable, Sendable {
    case list, listAgain, day, unreadable, records, findByID, findByCode, document, possibleDuplicates, backup, daily,
      restore,
      export, children, doctor, journals, cutOff, settings, accounts, ledger, setAside, archiveNote, drafts
  }

  /// What was found, and whether it was said that this is not all there is.
  private struct Answer: Equatable {
    var found: [String]
    var isSaid = false
  }

  let form: Form
  let setting = CheckSetting(today: Samples.today)
  private let staff = Authority.staff(name: "王老师")

  init() throws { form = try Samples.form() }

  /// How many of the calls of a deed are tried: all of them with `XUEJI_PROOF=whole`.
  private static var stride: Int { ProcessInfo.processInfo.environment["XUEJI_PROOF"] == "whole" ? 1 : 4 }

  @Test(arguments: Deed.allCases)
  func `a reading call that fails is said, or nothing is missing`(deed: Deed) throws {
    let folder = try TemporaryFolder(inMemory: true)
    let (store, records) = try filled(folder)
    let whole = ReadingDisk(failingAt: .max, .error(EIO))
    let all = try answer(deed, store, whole, records, folder)
    #expect(!all.isSaid && !all.found.isEmpty, "\(deed) finds nothing even on a good disk: \(all)")
    #expect(whole.calls > 2)
    var (tried, said) = (0, 0)
    var silent: [String] = []
    // Every call is tried in one of a few runs with neighbouring errors, so that a share of them meets each kind.
    for target in 0..<whole.calls {
      for (number, fault) in ReadingDisk.Fault.all.enumerated() where (target + number) % Self.stride == 0 {
        let disk = ReadingDisk(failingAt: target, fault)
        let answer = try answer(deed, store, disk, records, folder)
        guard disk.hits > 0 else { continue }
        tried += 1
        if answer.isSaid { said += 1 }
        guard !answer.isSaid, answer.found != all.found else { continue }
        silent.append("\(deed) call \(target) \(disk.name) \(fault): \(answer.found) of \(all.found)")
      }
    }
    #expect(silent.isEmpty, "\(silent.joined(separator: "\n"))")
    #expect(tried > 3)
    print(
      "reading calls that failed in \(deed.rawValue): \(tried), at \(whole.calls) calls; said \(said), harmless"
        + " \(tried - said - silent.count), passed over in silence \(silent.count)")
  }

  /// A store in which every kind of file is, and in every folder something that a doctor finds.
  private func filled(_ folder: TemporaryFolder) throws -> (RecordStore, [Record]) {
    let store = RecordStore(path: "\(folder.path)/store", form: form)
    var records = (1...3).map { Samples.record(form, seed: $0) }
    records += (4...5).map { Samples.record(form, seed: $0, minutes: 1_440) }
    let number = try #require(form.index(of: "id_number"))
    for index in 0..<2 {
      records[index].answer("441302201103051234", for: number, source: .told, Samples.stamp(1), form: form)
    }
    try store.save(Settings(kindergarten: "甲园"))
    let account = try #require(Account(name: "王老师", kind: .staff))
    _ = try store.add(account, pin: #require(PIN("246810")), Samples.stamp(1))
    let teacher = try #require(Account(name: "何老师", kind: .teacher, classes: ["中二班"]))
    _ = try store.add(teacher, pin: #require(PIN("246810")), Samples.stamp(1))
    for record in records { try store.save(record, replacing: 0, on: Samples.today) }
    let journal = try store.journal(of: records[0], session: "a", since: Samples.stamp(1).at)
    try journal.begin(records[0], by: staff.person, page: .null)
    let day = "store/records/2015-01-29"
    try folder.write("broken", to: "\(day)/\(Samples.record(form, seed: 9, minutes: 1_440).id).json")
    try folder.write("broken", to: "store/aside/b")
    try store.setCopyAside([1], of: "a", path: "a", .foreignName, at: Samples.stamp(1).at)
    try folder.write("no archive", to: "store/backups/2015-01-01.tar")
    try folder.write("\n\n", to: "store/days/2015-01-02x")
    try folder.write("", to: "store/odd")
    let draft = StoredDraft(by: staff.person, at: Samples.stamp(1).at, content: .null)
    for session in ["a", "b"] { try store.draft(session: session).write(draft) }
    try folder.write("torn", to: "store/drafts/c.draft")
    try folder.write("/nowhere/b.tar", to: "store/backups/.b.tar.1\(StoreLayout.noteEnding)")
    store.keep(ArchiveFailure(at: Samples.stamp(1).at, error: StoreError(.full, path: "x")))
    return (store, records)
  }

  private func answer(
    _ deed: Deed, _ good: RecordStore, _ disk: ReadingDisk, _ records: [Record], _ folder: TemporaryFolder
  ) throws -> Answer {
    // Each begins without an index, or the rows would hide what cannot be read.
    if deed != .listAgain { try? FileManager.default.removeItem(atPath: "\(good.path)/index.sqlite") }
    var operations = disk.operations
    operations.patience = LockPatience(milliseconds: 20)
    let store = RecordStore(path: good.path, form: form, operations: operations)
    let index = RecordIndex(store: store)
    func listed(_ listing: RecordListing) -> Answer {
      let problems = listing.unreadable.map { "✗ \($0.path) \($0.code)" }
      let isSaid = listing.unreadable.contains { $0.code != .damaged }
      let summaries = listing.summaries.map { "\($0.id) \($0.hasTeacher ? "teacher" : "")" }
      return Answer(found: summaries + problems, isSaid: isSaid)
    }
    func asked(_ body: () throws(StoreError) -> [String]) -> Answer {
      do throws(StoreError) { return Answer(found: try body()) } catch { return Answer(found: [], isSaid: true) }
    }
    /// Something is asked for each record, and what cannot be answered is an error.
    func each(_ body: (Record) throws(StoreError) -> String?) -> Answer {
      records.map { record in asked { () throws(StoreError) in [try body(record) ?? "none"] } }.reduce(
        Answer(found: [])
      ) {
        Answer(found: $0.found + $1.found, isSaid: $0.isSaid || $1.isSaid)
      }
    }
    switch deed {
    case .list, .listAgain: return listed(index.list(SummaryFilter(), for: staff, setting: setting))
    case .day:
      let day = Samples.record(form, seed: 4, minutes: 1_440).created.at.date
      let (one, two) = (SummaryFilter(day: Samples.today), SummaryFilter(day: day))
      let answers = [one, two].map { listed(index.list($0, for: staff, setting: setting)) }
      return Answer(found: answers.flatMap(\.found), isSaid: answers.contains(where: \.isSaid))
    case .unreadable:
      let problems = index.unreadable(setting: setting)
      return Answer(found: problems.map { "\($0.path) \($0.code)" }, isSaid: problems.contains { $0.code != .damaged })
    case .records:
      let (records, problems) = store.records()
      return Answer(
        found: records.map(\.id.text) + problems.filter { $0.code == .damaged }.map(\.path),
        isSaid: problems.contains { $0.code != .damaged })
    case .findByID: return each { record throws(StoreError) in try store.record(id: record.id)?.id.text }
    case .findByCode:
      return each { record throws(StoreError) in
        let byIndex = try index.record(named: record.code.text, setting: setting)
        let byName = try store.record(code: record.code)
        return byIndex.map { "\($0.id)" }.flatMap { one in byName.map { "\(one) \($0.id)" } }
      }
    case .document: return each { record throws(StoreError) in try store.document(id: record.id)?["id"]?.string }
    case .possibleDuplicates:
      var unseen = 0
      let answer = each { record throws(StoreError) in
        let found = try index.possibleDuplicates(of: record, setting: setting)
        unseen = max(unseen, found.unseen)
        return "\(found.sameNumber.map(\.id))"
      }
      // One file is damaged in any case.
      return Answer(found: answer.found, isSaid: answer.isSaid || unseen > 1)
    case .backup, .daily:
      let file = "\(folder.path)/b.tar"
      defer {
        try? FileManager.default.removeItem(atPath: file)
        try? FileManager.default.removeItem(atPath: "\(good.path)/backups/2015-01-28.tar")
      }
      var problem: StoreError?
      var answer = asked { () throws(StoreError) in
        let now = Samples.stamp(5).at
        let backup = deed == .backup ? try store.backUp(to: file, at: now) : try store.backUpDaily(at: now)
        problem = backup?.problem
        // Names that no archive takes are said on a good disk too.
        let isUsual = problem?.code == .incomplete && problem?.detail.hasSuffix("days/2015-01-02x") == true
        if isUsual, backup?.skipped.count == 1 { problem = nil }
        return ["\(backup?.records ?? 0) \(backup?.entries ?? 0)"]
      }
      answer.isSaid = answer.isSaid || problem != nil
      return answer
    case .restore:
      let archive = "\(folder.path)/a.tar"
      if !FileManager.default.fileExists(atPath: archive) { _ = try good.backUp(to: archive, at: Samples.stamp(5).at) }
      var steps: [String] = []
      let answer = asked { () throws(StoreError) in
        try store.restore(from: archive, applying: false) { steps.append("\($0)") }
        return ["whole"]
      }
      let isSaid = answer.isSaid || steps.contains { $0.contains("unreadableHere") }
      return Answer(found: steps + answer.found, isSaid: isSaid)
    case .export:
      let desk = ExportDesk(store: store, index: index, holder: staff, setting: setting)
      var unseen: [StoreError] = []
      var answer = asked { () throws(StoreError) in
        let found = try desk.find(.approved(nil), of: "preschool-28")
        unseen = found.unseen
        return ["\(found.waiting)"] + unseen.filter { $0.code == .damaged }.map(\.path)
      }
      answer.isSaid = answer.isSaid || unseen.contains { $0.code != .damaged }
      return answer
    case .children:
      return asked { () throws(StoreError) in
        var found: [String] = []
        let problems = try index.visitChildren(of: "preschool-28", setting: setting) { found.append($0.id.text) }
        if let problem = problems.first(where: { $0.code != .damaged }) { throw problem }
        return found + problems.map(\.path)
      }
    case .doctor:
      let defects = StoreDoctor(store).examine()
      return Answer(
        found: defects.filter { $0.kind.code != "unexamined" }.map { "\($0.path) \($0.kind.code)" },
        isSaid: defects.contains { $0.kind.code == "unexamined" })
    case .journals:
      let (readings, problems) = store.journals(of: Samples.today)
      return Answer(found: readings.map(\.path), isSaid: !problems.isEmpty)
    case .cutOff:
      let (reading, problems) = store.journal(leftBy: staff)
      return Answer(found: [reading?.path ?? "none"], isSaid: !problems.isEmpty)
    case .settings: return asked { () throws(StoreError) in [try store.settings().kindergarten] }
    case .accounts: return asked { () throws(StoreError) in try store.accounts().map(\.name) }
    case .ledger: return asked { () throws(StoreError) in ["\(try store.ledger().last.count)"] }
    case .setAside: return asked { () throws(StoreError) in try store.setAside().map(\.path) }
    case .drafts:
      let (readings, problems) = store.draftsLeft()
      return Answer(
        found: readings.map(\.name) + problems.filter { $0.code == .damaged }.map(\.path),
        isSaid: problems.contains { $0.code != .damaged })
    case .archiveNote: return asked { () throws(StoreError) in [try store.archiveFailure()?.error.path ?? "none"] }
    }
  }
}

/// Makes one of the calls that read fail, once, and counts them.
private final class ReadingDisk: Sendable {
  enum Fault: Hashable, Sendable {
    case error(Int32)
    /// A listing that breaks off after its first name.
    case short

    static let all: [Fault] = [EIO, EACCES, ESTALE, EINTR].map { .error($0) } + [.short]
  }

  private let target: Int
  private let fault: Fault
  private let state = Mutex((calls: 0, hits: 0, name: ""))

  init(failingAt target: Int, _ fault: Fault) {
    self.target = target
    self.fault = fault
  }

  var calls: Int { state.withLock { $0.calls } }
  var hits: Int { state.withLock { $0.hits } }
  var name: String { state.withLock { $0.name } }

  /// The error of a call that is to fail; nil where it is not this one's turn.
  private func failure(_ name: String, isListing: Bool = false) -> Int32? {
    state.withLock { state in
      defer { state.calls += 1 }
      guard state.calls == target else { return nil }
      state.name = name
      switch fault {
      case .error(let number):
        state.hits += 1
        return number
      case .short:
        guard isListing else { return nil }
        state.hits += 1
        return EIO
      }
    }
  }

  private func answer<Number: SignedInteger>(_ name: String, _ call: () -> Number) -> Number {
    guard let number = failure(name) else { return call() }
    errno = number
    return -1
  }

  var operations: FileOperations {
    let system = FileOperations.system
    var watched = system
    watched.open = { folder, name, flags, mode in
      // What is written is another proof's.
      guard flags & (O_WRONLY | O_RDWR) == 0 else { return system.open(folder, name, flags, mode) }
      return self.answer("open \(name)") { system.open(folder, name, flags, mode) }
    }
    watched.list = { folder, take in
      guard let number = self.failure("readdir", isListing: true) else { return system.list(folder, take) }
      if self.fault == .short {
        var isFirst = true
        _ = system.list(folder) { name in
          if isFirst { take(name) }
          isFirst = false
        }
      }
      errno = number
      return -1
    }
    watched.status = { descriptor, status in self.answer("fstat") { system.status(descriptor, status) } }
    watched.statusOf = { folder, name, status, flags in
      self.answer("fstatat \(name)") { system.statusOf(folder, name, status, flags) }
    }
    watched.read = { descriptor, bytes, count in self.answer("read") { system.read(descriptor, bytes, count) } }
    watched.readAt = { descriptor, bytes, count, place in
      self.answer("pread") { system.readAt(descriptor, bytes, count, place) }
    }
    watched.lock = { descriptor, kind in self.answer("flock") { system.lock(descriptor, kind) } }
    return watched
  }
}
