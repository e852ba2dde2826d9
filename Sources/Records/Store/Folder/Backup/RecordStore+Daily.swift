import Glibc
import Standards

/// Why the last daily archive could not be made.
public struct ArchiveFailure: Error, Hashable, Sendable {
  public var at: Timestamp
  public var error: StoreError

  package init(at: Timestamp, error: StoreError) { (self.at, self.error) = (at, error) }
}

/// The daily archive.
extension RecordStore {
  /// How many of the daily archives stay.
  public static let keptBackups = 14

  private static let failureKey = "archive_failed"

  /// Writes the archive of the day unless there is one, and takes the oldest away where there are more than fourteen;
  /// nil where nothing was to be done.
  ///
  /// Waits for the disk: it is for a moment in which nobody types. As soon as it is not wanted any more, it is given up
  /// and nothing is left of it.
  public func backUpDaily(
    at now: Timestamp, while isWanted: @escaping @Sendable () -> Bool = { true }
  ) throws(StoreError) -> Backup? {
    guard exists else { return nil }
    do throws(StoreError) {
      let folder = try folder(create: true).folder(StoreLayout.backups, create: true)
      let backup = try folder.locked { () throws(StoreError) -> Backup? in
        guard try !folder.names().contains(where: { BackupName($0)?.day == now.date }) else { return nil }
        let written = try backUp(as: StoreLayout.archive(of: now.date), in: folder, at: now, while: isWanted)
        let backup = try compared(written, in: folder)
        // Fourteen poor archives must not push the good ones out.
        guard backup.isComplete else { return backup }
        let names = try folder.names().compactMap { BackupName($0) }.sorted()
        for name in names.dropLast(Self.keptBackups) { folder.remove(name.text) }
        try folder.sync()
        return backup
      }
      // Where today's archive was there already, its outcome was noted when it was made.
      if let backup { keep(backup.problem.map { ArchiveFailure(at: now, error: $0) }) }
      return backup
    } catch {
      guard isWanted() else { return nil }
      // Another desk is making it: no failure to note, unless that takes too long.
      if error.isArchiveUnderWay { throw error }
      keep(ArchiveFailure(at: now, error: error))
      throw error
    }
  }

  public func startDailyBackup(
    at now: Timestamp, while isWanted: @escaping @Sendable () -> Bool = { true },
    done: @escaping @Sendable (Result<Backup?, StoreError>) -> Void
  ) -> Bool {
    startThread {
      do throws(StoreError) {
        done(.success(try backUpDaily(at: now, while: isWanted)))
      } catch {
        done(.failure(error))
      }
    }
  }

  public func archiveFailure() throws(StoreError) -> ArchiveFailure? {
    guard let failure = try read(.settings)[Self.failureKey], let at = failure["at"]?.string.flatMap({ Timestamp($0) }),
      let code = failure["code"]?.string.flatMap(StoreError.Code.init(rawValue:))
    else { return nil }
    let error = StoreError(
      code, path: failure["path"]?.string ?? StoreLayout.backups, number: Int32(clamping: failure["number"]?.int ?? 0),
      detail: failure["detail"]?.string ?? "")
    return ArchiveFailure(at: at, error: error)
  }

  /// Keeps the failure for whoever looks after the store; a disk that is full may refuse that too.
  func keep(_ failure: ArchiveFailure?) {
    guard failure != nil || (try? archiveFailure()) != nil else { return }
    _ = try? change(.settings) { (object: inout [String: JSONValue]) throws(StoreError) in
      object[Self.failureKey] = failure.map { failure in
        .object([
          "at": .string(failure.at.text), "code": .string(failure.error.code.rawValue),
          "path": .string(failure.error.path), "number": .int(Int(failure.error.number)),
          "detail": .string(failure.error.detail),
        ])
      }
    }
  }
}
