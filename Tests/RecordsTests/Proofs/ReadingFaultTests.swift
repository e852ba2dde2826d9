import FormModel
import Foundation
import Standards
import Synchronization
import Testing

@testable import Records

/// Nothing is passed over in silence, by trying: every call that only reads is made to fail in turn, and whatever was
/// asked then says that it has not seen everything, or has seen everything all the same.
@Suite struct ReadingFaultTests {
  enum Deed: String, CaseIterable, Sendable {
    case list, listAgain, day, unreadable, records, findByID, findByCode, backup, export, children, doctor, journals
  }

  let form: Form
  let setting = CheckSetting(today: Samples.today)

  init() throws { form = try Samples.form() }

  @Test(arguments: Deed.allCases)
  func `a reading call that fails is said, or nothing is missing`(deed: Deed) throws {
    let folder = try TemporaryFolder(inMemory: true)
    let store = RecordStore(path: "\(folder.path)/store", form: form)
    let ids = try filled(store, folder)
    let whole = ReadingDisk(failingAt: .max, .error(EIO))
    let all = try seen(deed, store, whole, ids, folder)
    #expect(all.count == ids.count && !all.isSaid || deed == .doctor)
    var (tried, said, unnoticed) = (0, 0, 0)
    for target in 0..<whole.calls {
      for fault in ReadingDisk.Fault.all {
        let disk = ReadingDisk(failingAt: target, fault)
        let found = try seen(deed, store, disk, ids, folder)
        guard disk.hits > 0 else { continue }
        tried += 1
        if found.isSaid { said += 1 }
        guard found.count < all.count, !found.isSaid else { continue }
        unnoticed += 1
        Issue.record("\(deed) call \(target) \(disk.name) \(fault): \(found.count) of \(all.count), and nothing said")
      }
    }
    #expect(tried > 10)
    print(
      "reading calls that failed in \(deed.rawValue): \(tried), at \(whole.calls) calls; said \(said), harmless"
        + " \(tried - said - unnoticed), passed over in silence \(unnoticed)")
  }

  /// Records on two days, one of them with a journal that waits.
  private func filled(_ store: RecordStore, _ folder: TemporaryFolder) throws -> [RecordID] {
    var records = (1...3).map { Samples.record(form, seed: $0) }
    records += (4...5).map { Samples.record(form, seed: $0, minutes: 1_440) }
    for record in records { try store.save(record, replacing: 0, on: Samples.today) }
    let journal = try store.journal(of: records[0], session: "a", since: Samples.stamp(1).at)
    try journal.begin(records[0], by: Samples.guardian, page: .null)
    return records.map(\.id)
  }

  private struct Seen {
    var count: Int
    var isSaid: Bool
  }

  private func seen(
    _ deed: Deed, _ good: RecordStore, _ disk: ReadingDisk, _ ids: [RecordID], _ folder: TemporaryFolder
  ) throws -> Seen {
    let store = RecordStore(path: good.path, form: form, operations: disk.operations)
    let index = RecordIndex(store: store)
    let staff = Authority.staff(name: "")
    func list(_ filter: SummaryFilter) -> Seen {
      let listing = index.list(filter, for: staff, setting: setting)
      return Seen(count: listing.summaries.count, isSaid: !listing.unreadable.isEmpty)
    }
    func asked(_ body: () throws(StoreError) -> Int) -> Seen {
      do throws(StoreError) { return Seen(count: try body(), isSaid: false) } catch {
        return Seen(count: 0, isSaid: true)
      }
    }
    // Each begins without an index, or the rows would hide what cannot be read.
    if deed != .listAgain { try? FileManager.default.removeItem(atPath: "\(good.path)/index.sqlite") }
    switch deed {
    case .list, .listAgain: return list(SummaryFilter())
    case .day:
      return sum(
        list(SummaryFilter(day: Samples.today)),
        list(SummaryFilter(day: Samples.record(form, seed: 4, minutes: 1_440).created.at.date)))
    case .unreadable: return Seen(count: ids.count, isSaid: !index.unreadable(setting: setting).isEmpty)
    case .records:
      let (records, problems) = store.records()
      return Seen(count: records.count, isSaid: !problems.isEmpty)
    case .findByID:
      return ids.map { id in asked { () throws(StoreError) in try store.record(id: id) == nil ? 0 : 1 } }.reduce(
        Seen(count: 0, isSaid: false), sum)
    case .findByCode:
      return ids.map { id in
        asked { () throws(StoreError) in
          try index.record(named: RecordCode(spelledBy: id).text, setting: setting) == nil ? 0 : 1
        }
      }.reduce(Seen(count: 0, isSaid: false), sum)
    case .backup:
      let file = "\(folder.path)/b.tar"
      defer { try? FileManager.default.removeItem(atPath: file) }
      var problem: StoreError?
      let found = asked { () throws(StoreError) in
        let backup = try store.backUp(to: file, at: Samples.stamp(5).at)
        problem = backup.problem
        return backup.records
      }
      return Seen(count: found.count, isSaid: found.isSaid || problem != nil)
    case .export:
      let desk = ExportDesk(store: store, index: index, holder: staff, setting: setting)
      var unseen: [StoreError] = []
      let found = asked { () throws(StoreError) in
        let found = try desk.find(.approved(nil))
        unseen = found.unseen
        return found.waiting
      }
      return Seen(count: found.count, isSaid: found.isSaid || !unseen.isEmpty)
    case .children:
      return asked { () throws(StoreError) in
        var count = 0
        try index.visitChildren(setting: setting) { _ in count += 1 }
        if let problem = index.unreadable(setting: setting).first { throw problem }
        return count
      }
    case .doctor:
      // What it is to find: the journal that waits, or that something could not be looked at.
      let ailments = StoreDoctor(store).examine()
      return Seen(count: ids.count, isSaid: !ailments.isEmpty)
    case .journals:
      let (readings, problems) = store.journals(of: Samples.today)
      return Seen(count: readings.count + ids.count - 1, isSaid: !problems.isEmpty)
    }
  }

  private func sum(_ one: Seen, _ other: Seen) -> Seen {
    Seen(count: one.count + other.count, isSaid: one.isSaid || other.isSaid)
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
