import FormModel
import Records
import Standards
import Synchronization

/// A store in memory, for tests: it keeps the laws that the folder keeps, and its disk obeys.
///
/// Desks that share a store share the object. Each part can be told to fail (`fail`), another desk can come in between
/// (`beforeNextSave`), and `afterKill` is what a `kill -9` of all programs would leave.
public final class MemoryStore: Store {
  /// What can be told to fail.
  public enum Part: Hashable, Sendable {
    case records, journals, accounts, ledger, archive
  }

  struct Kept<Content: Sendable>: Sendable {
    var content: Content
    /// A session that has not ended writes it.
    var isRunning: Bool
  }

  struct State {
    var records: [RecordID: Record] = [:]
    /// What was saved on which day, the last save last.
    var touched: [CalendarDate: [RecordID]] = [:]
    var journals: [String: Kept<JournalReading>] = [:]
    var drafts: [String: Kept<StoredDraft>] = [:]
    var settings = Settings()
    var people = People(members: [:])
    var door = FamilyDoor()
    var ledger: [LedgerEntry] = []
    var archives: [Timestamp] = []
    var archiveFailure: ArchiveFailure?
    var failures: [Part: StoreError] = [:]
    var beforeNextSave: (@Sendable (MemoryStore) -> Void)?
    var saves = 0
  }

  public let forms: FormLibrary
  public let name = "memory"
  let state: Mutex<State>

  public init(forms: FormLibrary, settings: Settings = Settings()) {
    self.forms = forms
    var state = State()
    state.settings = settings
    self.state = Mutex(state)
  }

  /// A store of one form.
  public convenience init(form: Form, settings: Settings = Settings()) {
    self.init(forms: FormLibrary(form), settings: settings)
  }

  // MARK: What a test does to it

  /// Everything that is asked of the part fails from now on; nothing does where nil.
  public func fail(_ part: Part, with error: StoreError?) { state.withLock { $0.failures[part] = error } }

  /// Another desk does something just before the next save.
  public func beforeNextSave(_ change: @escaping @Sendable (MemoryStore) -> Void) {
    state.withLock { $0.beforeNextSave = change }
  }

  /// The store as it would be if every program were killed now: what they were typing is there, and nobody's.
  public func afterKill() -> MemoryStore {
    let left = MemoryStore(forms: forms)
    var copy = state.withLock { $0 }
    for key in copy.journals.keys { copy.journals[key]?.isRunning = false }
    for key in copy.drafts.keys { copy.drafts[key]?.isRunning = false }
    left.state.withLock { $0 = copy }
    return left
  }

  /// Puts a record into the store as it is, whatever stands there.
  public func put(_ record: Record) { state.withLock { Self.enter(record, on: record.changed.at.date, &$0) } }

  /// All records, in the order of their beginning.
  public var all: [Record] {
    state.withLock {
      $0.records.values.sorted { ($0.created.at.milliseconds, $0.id.text) < ($1.created.at.milliseconds, $1.id.text) }
    }
  }

  /// How many saves have succeeded.
  public var saves: Int { state.withLock { $0.saves } }

  /// When archives were made.
  public var archives: [Timestamp] { state.withLock { $0.archives } }

  func check(_ part: Part) throws(StoreError) {
    if let failure = state.withLock({ $0.failures[part] }) { throw failure }
  }

  // MARK: Records

  public func record(id: RecordID) throws(StoreError) -> Record? {
    try check(.records)
    return state.withLock { $0.records[id] }
  }

  public func record(id: RecordID, of day: CalendarDate) throws(StoreError) -> Record {
    guard let record = try record(id: id), record.created.at.date == day else {
      throw StoreError(.vanished, path: id.text)
    }
    return record
  }

  public func record(code: RecordCode) throws(StoreError) -> Record? {
    try check(.records)
    return all.first { $0.code == code }
  }

  public func visit(_ day: CalendarDate?, _ body: (Result<Record, StoreError>) -> Void) {
    do throws(StoreError) {
      try check(.records)
      for record in all where day == nil || record.created.at.date == day { body(.success(record)) }
    } catch {
      body(.failure(error))
    }
  }

  public func takenCodes() -> Set<RecordCode> { Set(all.map(\.code)) }

  public func create(_ records: [Record], on today: CalendarDate) throws(StoreError) {
    try check(.records)
    let taken = state.withLock { state -> RecordID? in
      if let taken = records.first(where: { state.records[$0.id] != nil }) { return taken.id }
      for record in records { Self.put(record, on: today, &state) }
      return nil
    }
    if let taken { throw StoreError(.conflict, path: taken.text) }
  }

  public func save(
    _ records: [(record: Record, base: Int)], on today: CalendarDate
  ) throws(StoreError) -> Set<RecordID> {
    try check(.records)
    return state.withLock { state in
      let fitting = records.filter { record, base in
        state.records[record.id].map { $0.revision == base && record.continues($0) } ?? false
      }
      for (record, _) in fitting { Self.put(record, on: today, &state) }
      return Set(fitting.map(\.record.id))
    }
  }

  public func isCodeTaken(of record: Record) -> Bool { all.contains { $0.id != record.id && $0.code == record.code } }

  public func save(_ record: Record, replacing base: Int?, on today: CalendarDate) throws(StoreError) {
    let meanwhile = state.withLock { state in
      defer { state.beforeNextSave = nil }
      return state.beforeNextSave
    }
    meanwhile?(self)
    try check(.records)
    let problem = state.withLock { state -> StoreError.Code? in
      if let standing = state.records[record.id], standing != record {
        let isContinued = record.continues(standing)
        guard base != nil || isContinued else { return .otherRecord }
        guard standing.revision == base, isContinued else { return .conflict }
      }
      Self.put(record, on: today, &state)
      return nil
    }
    if let problem { throw StoreError(problem, path: record.id.text) }
  }

  static func put(_ record: Record, on today: CalendarDate, _ state: inout State) {
    enter(record, on: today, &state)
    state.saves += 1
  }

  private static func enter(_ record: Record, on today: CalendarDate, _ state: inout State) {
    state.records[record.id] = record
    state.touched[today, default: []].removeAll { $0 == record.id }
    state.touched[today, default: []].append(record.id)
  }

  public func touched(on day: CalendarDate) throws(StoreError) -> [RecordID] {
    try check(.records)
    return state.withLock { $0.touched[day] ?? [] }
  }

  // MARK: Accounts

  public func settings() throws(StoreError) -> Settings {
    try check(.accounts)
    return state.withLock { $0.settings }
  }

  @discardableResult
  public func changeSettings(_ body: (inout Settings) throws(StoreError) -> Void) throws(StoreError) -> Settings {
    var settings = try settings()
    try body(&settings)
    state.withLock { $0.settings = settings }
    return settings
  }

  public func people() throws(StoreError) -> People {
    try check(.accounts)
    return state.withLock { $0.people }
  }

  public func changePeople<Result>(_ body: (inout People) -> Result) throws(StoreError) -> Result {
    var people = try people()
    let result = body(&people)
    state.withLock { $0.people = people }
    return result
  }

  public func changeDoor<Result>(_ body: (inout FamilyDoor) -> Result) throws(StoreError) -> Result {
    try check(.accounts)
    var door = state.withLock { $0.door }
    let result = body(&door)
    state.withLock { $0.door = door }
    return result
  }
}
