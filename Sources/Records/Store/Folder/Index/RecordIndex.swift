import FormModel
import Standards

/// What lists and duplicates are answered from: a summary of every record, kept beside the records.
///
/// It knows nothing that is not in the records' files, and can be deleted at any time. Saving does not touch it; before
/// each answer it looks which folders have changed and reads again what has. Where the file cannot be used, be it
/// broken, locked or on a disk without locks, the index of this run lies in memory, and the answers are the same.
public final class RecordIndex: RecordFinding {
  let store: RecordStore
  let file: IndexFile
  private var opened: Database?
  private(set) var isInMemory = false
  /// The clock that files are marked by.
  var clock: () -> Int = { FileMark.now }
  /// How long another program's lock is waited for, in milliseconds.
  var patience = 2_000
  /// Of more records than these, duplicates are found by looking for all numbers that occur twice.
  var fewRecords = 2_000
  /// In how large a store all files are looked at every time; in a larger one a quarter of so many, in turn.
  var mostLooks = 4_000
  /// Whether whoever waits for the look that is going on has ended it.
  var isBrokenOff = false
  /// The folder whose files are looked at next although it has not changed: see `RecordIndex.Refresh`.
  ///
  /// It begins anywhere, since a command makes only one look or two.
  var nextFolder = Int.random(in: 0..<4_096)

  public init(store: RecordStore) {
    self.store = store
    file = IndexFile(store: store)
  }

  public func breakOff() { isBrokenOff = true }

  // MARK: Answers

  /// The records that a filter shows to somebody, after a look at what has changed.
  public func list(
    _ filter: SummaryFilter, for holder: Authority, setting: CheckSetting, progress: ReadingProgress = { _, _ in }
  ) -> RecordListing {
    do throws(DatabaseError) {
      return try answer { database throws(DatabaseError) in
        var refresh = Refresh(self, database, setting, focus: filter.day)
        try refresh.run(progress)
        // Read once, so that what is listed and what is said to be missing are of one look.
        let touched = self.touched(on: filter.day)
        var listing = try self.listing(filter, holder, touched: touched.ids, database)
        for problem in try refresh.problems(of: filter.day) {
          if problem.code == .changedOutside {
            listing.changedOutside.append(problem)
          } else {
            listing.unreadable.append(problem)
          }
        }
        listing.unreadable += touched.problems
        if let day = filter.day { listing.unreadable += try self.unseen(touched.ids, on: day, refresh) }
        return listing
      }
    } catch {
      return RecordListing(unreadable: [error.storeError])
    }
  }

  /// The balance of a day: every record that was begun on it, whoever may see it.
  public func balance(of day: CalendarDate, setting: CheckSetting, progress: ReadingProgress = { _, _ in })
    -> DayBalance
  {
    let listing = list(SummaryFilter(day: day), for: .staff(name: ""), setting: setting, progress: progress)
    return DayBalance(listing.summaries.filter { !listing.touched.contains($0.id) })
  }

  /// Other records that may be the same child's.
  public func possibleDuplicates(
    of record: Record, setting: CheckSetting, progress: ReadingProgress = { _, _ in }
  ) throws(StoreError) -> PossibleDuplicates {
    // A record that was not seen may be the very child.
    try lookedAtAll(setting, progress: progress) { database, unseen throws(DatabaseError) in
      let own = RecordSummary(record, form: self.store.forms.form(of: record), setting: setting)
      var possibleDuplicates = try self.possibleDuplicates(of: own, database)
      possibleDuplicates.unseen = unseen.count
      return possibleDuplicates
    }
  }

  /// Whether another record bears the child's number; nil where that cannot be said without reading many records.
  ///
  /// Drafts count: whoever types can look once more. This is all that a family is ever told of another.
  public func isNumberKnown(of record: Record, setting: CheckSetting) -> Bool? {
    do throws(DatabaseError) {
      // Nobody who types waits for another program, nor for an index to be made.
      return try attempt(patience: 20) { database throws(DatabaseError) -> Bool? in
        var refresh = Refresh(self, database, setting, focus: nil)
        refresh.mostReadings = Self.fewReadings
        guard try refresh.run({ _, _ in }), try refresh.gaps().isEmpty else { return nil }
        let own = RecordSummary(record, form: self.store.forms.form(of: record), setting: setting)
        return try !self.possibleDuplicates(of: own, database).sameNumber.isEmpty
      }
    } catch {
      return nil
    }
  }

  /// How many records can be read before somebody who types notices.
  private static let fewReadings = 100

  /// What cannot be read of the whole store.
  public func unreadable(setting: CheckSetting) -> [StoreError] {
    do throws(DatabaseError) {
      return try answer { database throws(DatabaseError) in
        var refresh = Refresh(self, database, setting, focus: nil)
        try refresh.run { _, _ in }
        return try refresh.problems(of: nil).filter { $0.code != .changedOutside }
      }
    } catch {
      return [error.storeError]
    }
  }

  /// The record with a code or an id, found without looking through the store's names; nil where there is none.
  public func record(
    named name: String, setting: CheckSetting, progress: ReadingProgress = { _, _ in }
  ) throws(StoreError) -> Record? {
    let name = RecordName(name)
    let (places, unseen) = try looked(focus: nil, setting, progress: progress) {
      database, refresh throws(DatabaseError) in
      (
        try name.map { name throws(DatabaseError) in try self.places(of: name, database) } ?? [],
        try refresh.problems(of: nil).filter(\.isUnseen)
      )
    }
    let place =
      if case .code(let code, let kindergarten) = name {
        try RecordName.only(places, code, of: kindergarten)
      } else {
        places.first?.item
      }
    guard let place else {
      // Nobody can say that there is none.
      if let problem = unseen.first { throw problem }
      return nil
    }
    return try store.record(at: place)
  }

  // MARK: The database

  /// Answers after a look at what has changed, knowing what the look has come to.
  func looked<Answer>(
    focus day: CalendarDate?, _ setting: CheckSetting, progress: ReadingProgress = { _, _ in },
    _ body: (Database, Refresh) throws(DatabaseError) -> Answer
  ) throws(StoreError) -> Answer {
    do throws(DatabaseError) {
      return try answer { database throws(DatabaseError) in
        var refresh = Refresh(self, database, setting, focus: day)
        try refresh.run(progress)
        return try body(database, refresh)
      }
    } catch {
      throw error.storeError
    }
  }

  /// The same for answers that would be a false all-clear after half a look: throws where there are gaps. The body is
  /// told of all that could not be read, and may answer without it.
  func lookedAtAll<Answer>(
    _ setting: CheckSetting, progress: ReadingProgress = { _, _ in },
    _ body: (Database, [StoreError]) throws(DatabaseError) -> Answer
  ) throws(StoreError) -> Answer {
    let (answer, gaps) = try looked(focus: nil, setting, progress: progress) {
      database, refresh throws(DatabaseError) in
      let unseen = try refresh.problems(of: nil).filter { $0.code != .changedOutside }
      return (try body(database, unseen), try refresh.gaps())
    }
    if let problem = gaps.first { throw problem }
    return answer
  }

  /// Asks the database; where it fails, a new one takes its place, and at last one in memory.
  private func answer<Answer>(
    _ body: (Database) throws(DatabaseError) -> Answer
  ) throws(DatabaseError) -> Answer {
    do throws(DatabaseError) {
      return try attempt(body)
    } catch {
      guard !isInMemory else { throw error }
      opened = nil
      if error.isDamage, file.replace() {
        do throws(DatabaseError) { return try attempt(body) } catch { opened = nil }
      }
      isInMemory = true
      return try attempt(body)
    }
  }

  private func attempt<Answer>(
    patience: Int? = nil, _ body: (Database) throws(DatabaseError) -> Answer
  ) throws(DatabaseError) -> Answer {
    let database = try database(patience ?? self.patience)
    database.patience = patience ?? self.patience
    do throws(DatabaseError) {
      return try body(database)
    } catch {
      if database.isChanging { try? database.execute("ROLLBACK") }
      throw error
    }
  }

  private func database(_ patience: Int) throws(DatabaseError) -> Database {
    if isInMemory, let opened { return opened }
    // A file that was deleted or replaced is nobody's index any more.
    if let opened, !opened.isMoved { return opened }
    opened = nil
    // Before the first save there is nothing to know, and no folder to keep it in.
    guard store.exists else { return try file.memory() }
    let database = try isInMemory ? file.memory() : file.open(patience: patience)
    opened = database
    isInMemory = database.isInMemory
    return database
  }
}

extension DatabaseError {
  var storeError: StoreError { StoreError(.io, path: StoreLayout.index, detail: "SQLite \(code)") }
}
