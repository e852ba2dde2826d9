import FormModel
import Glibc
import Standards

/// One session's journal of one record: every event is in the file before the screen shows it.
///
/// Written, not synced: it survives the program's death at any instant, while a power cut is what snapshots are synced
/// for. The file is locked as long as the session lives, so that another desk can tell a running session from a dead one.
public final class Journal: JournalWriting {
  public let id: RecordID
  private let folder: Folder
  private let name: String
  private let form: Form
  private var descriptor: Int32 = -1
  private let since: Timestamp
  private var size = 0

  init(_ record: Record, session: String, since: Timestamp, folder: Folder, form: Form) {
    id = record.id
    self.folder = folder
    self.form = form
    self.since = since
    name = StoreLayout.journal(of: record.id, session: session)
  }

  deinit { folder.giveUp(descriptor) }

  /// Begins anew with where the person stands now; all that came before is in the base.
  public func begin(_ record: Record, by person: Person, page: JSONValue) throws(StoreError) {
    let base = JournalBase(record: record, by: person, since: since, page: page)
    var line = JournalLine.bytes(base.json(form: form, process: getpid(), host: Self.host))
    if line.count > HistoryFile.longestInside, let beside = try folder.historyBeside(record) {
      line = JournalLine.bytes(base.json(form: form, process: getpid(), host: Self.host, after: beside))
    }
    try makeRoom(for: line, after: 0)
    let fresh = try folder.replaceUnsynced(name, with: line)
    if descriptor >= 0 { Folder.closeAside(descriptor) }
    (descriptor, size) = (fresh, line.count)
  }

  /// Adds an event; it is written when this returns.
  public func append(_ event: JSONValue) throws(StoreError) {
    guard descriptor >= 0 else { return }
    let line = JournalLine.bytes(event)
    try makeRoom(for: line, after: size)
    try folder.append(line, to: descriptor, name: name)
    size += line.count
  }

  /// A longer journal could not be read again.
  private func makeRoom(for line: [UInt8], after size: Int) throws(StoreError) {
    guard size + line.count <= RecordStore.largestJournal else {
      throw StoreError(.tooLarge, path: "\(folder.path)/\(name)")
    }
  }

  /// Takes the journal away: everything in it is in the record's snapshot, on the disk.
  public func remove() {
    folder.remove(name)
    if descriptor >= 0 { Folder.closeAside(descriptor) }
    descriptor = -1
  }

  /// The machine's name; empty where it has none.
  public static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension RecordStore {
  /// No session's journal of one item comes near it.
  static let largestJournal = 8 << 20

  /// The folder is made where it is not there yet.
  public func journal(of record: Record, session: String, since: Timestamp) throws(StoreError) -> Journal {
    let folder = try folder(of: record.created.at.date, in: try folder(create: true))
    return Journal(record, session: session, since: since, folder: folder, form: forms.form(of: record))
  }

  public func journals(of day: CalendarDate) -> (readings: [JournalReading], problems: [StoreError]) {
    journals(of: day) { _ in true }
  }

  public func journals(
    of id: RecordID, day: CalendarDate
  ) -> (readings: [JournalReading], problems: [StoreError]) {
    journals(of: day) { $0.hasPrefix(id.text) }
  }

  public func journal(leftBy holder: Authority) -> (reading: JournalReading?, problems: [StoreError]) {
    guard exists else { return (nil, []) }
    var left: [JournalReading] = []
    var problems: [StoreError] = []
    do throws(StoreError) {
      let records = try recordFolder()
      for day in try records.names().compactMap({ CalendarDate(iso: $0) }) {
        let found = journals(of: day)
        problems += found.problems
        for reading in found.readings where reading.isLeft(by: holder) && holder.maySee(reading.base.record) {
          do throws(StoreError) {
            // The class of the record may have changed since.
            if try record(id: reading.base.record.id).map(holder.maySee) ?? true { left.append(reading) }
          } catch {
            // Whoever opens it is told.
            left.append(reading)
          }
        }
      }
    } catch {
      // Nothing was saved yet.
      if !error.isAbsence { problems.append(error) }
    }
    return (left.max { $0.base.since < $1.base.since }, problems)
  }

  /// The same of those files whose names are wanted.
  package func journals(
    of day: CalendarDate, where isWanted: (String) -> Bool
  ) -> (readings: [JournalReading], problems: [StoreError]) {
    var readings: [JournalReading] = []
    var problems: [StoreError] = []
    guard exists else { return ([], []) }
    do throws(StoreError) {
      let folder = try recordFolder(of: day.iso)
      for name in try folder.names(ending: StoreLayout.journalEnding) where !name.hasPrefix(".") && isWanted(name) {
        do throws(StoreError) {
          if let reading = try read(name, in: folder, day: day) { readings.append(reading) }
        } catch {
          problems.append(error)
        }
      }
    } catch {
      // No record was begun on that day.
      if !error.isAbsence { problems.append(error) }
    }
    return (readings.sorted { $0.base.since < $1.base.since }, problems)
  }

  private func read(_ name: String, in folder: Folder, day: CalendarDate) throws(StoreError) -> JournalReading? {
    let path = StoreLayout.path(ofDay: day.iso, name)
    guard let bytes = try folder.read(name, limit: Self.largestJournal) else { return nil }
    let (values, dropped) = JournalLine.read(bytes)
    guard let first = values.first else { throw StoreError(.damaged, path: path, detail: "journal") }
    let whole = try folder.withHistory(inJournal: first)
    // Where nobody can say whether its session runs, it is nobody's to take over.
    let isRunning = try folder.isLocked(name, process: first["pid"]?.int, host: first["host"]?.string)
    do throws(RecordProblem) {
      let base = try JournalBase(json: whole, forms: forms)
      guard name.hasPrefix("\(base.record.id).") else { throw RecordProblem.notARecord(key: "id") }
      return JournalReading(
        base: base, session: String(name.dropFirst(37).dropLast(StoreLayout.journalEnding.count)),
        events: Array(values.dropFirst()), owner: isRunning ? .running : .gone, dropped: dropped, path: path)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  public func discard(_ reading: JournalReading) {
    let parts = reading.path.split(separator: "/").map(String.init)
    guard parts.count == 3,
      let folder = try? recordFolder(of: parts[1])
    else { return }
    folder.remove(parts[2])
  }
}
