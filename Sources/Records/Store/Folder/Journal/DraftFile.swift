import Glibc
import Standards

/// What somebody has typed on a page that changes no record yet: a question, a reason, a name to search for.
public struct StoredDraft: Hashable, Sendable {
  static let format = "xueji-draft/1"

  /// Whose it is; nil where nobody had said who they are.
  public var by: Person?
  public var at: Timestamp
  /// What was typed and where; made and read by whoever shows the page.
  public var content: JSONValue

  public init(by: Person?, at: Timestamp, content: JSONValue) {
    (self.by, self.at, self.content) = (by, at, content)
  }

  func json(process: Int32, host: String) -> JSONValue {
    .object([
      "format": .string(Self.format), "by": by?.json ?? .null, "at": .string(at.text), "content": content,
      "pid": .int(Int(process)), "host": .string(host),
    ])
  }

  init(json: JSONValue) throws(RecordProblem) {
    var members = try JSONMembers(json, place: "draft")
    let format = try members.string("format")
    guard format == Self.format else { throw .newer(format: format) }
    let person = members.take("by")
    by = person == nil || person == .null ? nil : try Person(json: person, place: "draft.by")
    at = try members.timestamp("at")
    content = members.take("content") ?? .null
  }
}

/// A draft that was found in the store.
public struct DraftReading: Hashable, Sendable {
  public var draft: StoredDraft
  /// What the store that found it calls it.
  package let name: String

  package init(draft: StoredDraft, name: String) {
    (self.draft, self.name) = (draft, name)
  }
}

/// A draft's file as it stands in the store.
struct DraftState {
  /// What is in it; or why nobody can say, since a power cut has torn it or another version wrote it.
  var content: Result<StoredDraft, StoreError>
  /// Whether the session that writes it still runs, and so has it to itself.
  var isRunning: Bool
}

/// One session's draft, in a file that is written whole at every key, as a journal is: not synced, and locked as long as
/// the session lives.
public final class DraftFile: DraftWriting {
  private let folder: Folder
  private let name: String
  private var descriptor: Int32 = -1

  init(session: String, in folder: Folder) {
    self.folder = folder
    name = StoreLayout.draft(of: session)
  }

  /// The file stays for whoever comes next.
  deinit { folder.giveUp(descriptor) }

  public func write(_ draft: StoredDraft) throws(StoreError) {
    let line = JournalLine.bytes(draft.json(process: getpid(), host: Journal.host))
    let fresh = try folder.replaceUnsynced(name, with: line)
    if descriptor >= 0 { close(descriptor) }
    descriptor = fresh
  }

  /// Takes the draft away: it was used, or given up.
  public func remove() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    folder.remove(name)
  }
}

extension RecordStore {
  /// No page holds so much text.
  private static let largestDraft = 1 << 20

  /// The folder is made where it is not there yet.
  public func draft(session: String) throws(StoreError) -> DraftFile {
    DraftFile(session: session, in: try folder(create: true).folder(StoreLayout.drafts, create: true))
  }

  /// The drafts that sessions left, the oldest first, and what cannot be read: now, or at all, since a power cut has torn it
  /// or another version wrote it. Such a file stays where it is; `StoreDoctor` names it.
  public func draftsLeft() -> (readings: [DraftReading], problems: [StoreError]) {
    guard exists else { return ([], []) }
    var readings: [DraftReading] = []
    var problems: [StoreError] = []
    do throws(StoreError) {
      let folder = try folder(create: false).folder(StoreLayout.drafts, create: false)
      for name in try folder.names(ending: StoreLayout.draftEnding) where !name.hasPrefix(".") {
        do throws(StoreError) {
          guard let state = try draft(name, in: folder), !state.isRunning else { continue }
          readings.append(DraftReading(draft: try state.content.get(), name: name))
        } catch {
          problems.append(error.below("\(StoreLayout.drafts)/\(name)"))
        }
      }
    } catch {
      // Nobody has typed anything yet.
      if !error.isAbsence { problems.append(error.below(StoreLayout.drafts)) }
    }
    return (readings.sorted { $0.draft.at < $1.draft.at }, problems)
  }

  /// A draft by its file's name; nil where it has just been used or given up.
  func draft(_ name: String, in folder: Folder) throws(StoreError) -> DraftState? {
    guard let bytes = try folder.read(name, limit: Self.largestDraft) else { return nil }
    let line = JournalLine.read(bytes).values.first
    let isRunning: Bool
    do throws(StoreError) {
      isRunning = try folder.isLocked(name, process: line?["pid"]?.int, host: line?["host"]?.string)
    } catch  where error.isAbsence {
      return nil
    }
    let path = "\(StoreLayout.drafts)/\(name)"
    guard let line else {
      return DraftState(content: .failure(StoreError(.damaged, path: path, detail: "draft")), isRunning: isRunning)
    }
    do throws(RecordProblem) {
      return DraftState(content: .success(try StoredDraft(json: line)), isRunning: isRunning)
    } catch {
      return DraftState(content: .failure(StoreError(error, path: path)), isRunning: isRunning)
    }
  }

  public func discard(_ reading: DraftReading) {
    (try? folder(create: false).folder(StoreLayout.drafts, create: false))?.remove(reading.name)
  }
}
