import Glibc
import Standards

/// A file in `backups/` that says that an archive is being written elsewhere, so that the doctor knows of it when the program
/// that writes it is ended in the middle.
///
/// It is locked as long as that program runs, and taken away at its end.
final class UnfinishedBackup {
  let backups: Folder
  private let name: String
  private let descriptor: Int32

  init(folder: Folder, file: String, in store: RecordStore) throws(StoreError) {
    backups = try store.folder(create: true).folder(StoreLayout.backups, create: true)
    let target = try AtomicFile.split(file).name
    name = StoreLayout.hidden(for: target, ending: StoreLayout.noteEnding)
    guard let place = realpath(folder.path, nil) else { throw .system(folder.path) }
    defer { free(place) }
    descriptor = try backups.replaceUnsynced(name, with: Array("\(String(cString: place))/\(target)".utf8))
  }

  deinit { backups.giveUp(descriptor) }

  func remove() { backups.remove(name) }

  /// The archive's path, in a note whose program runs no more; nil for any other file.
  static func left(_ name: String, in backups: Folder) throws(StoreError) -> String? {
    guard name.hasPrefix("."), name.hasSuffix(StoreLayout.noteEnding) else { return nil }
    do throws(StoreError) {
      guard try !backups.isLocked(name, process: nil, host: nil), let bytes = try backups.read(name, limit: 1 << 16)
      else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    } catch  where error.isAbsence {
      return nil
    }
  }

  /// Takes away what was written of an archive: the hidden files that would have become it.
  static func discard(_ path: String, _ operations: FileOperations) throws(StoreError) {
    let (parent, target) = try AtomicFile.split(path)
    let folder: Folder
    do throws(StoreError) {
      folder = try Folder.open(parent, create: false, operations: operations)
    } catch {
      // A stick that was pulled out: what is on it is found there.
      if error.isAbsence { return }
      throw error
    }
    for name in try folder.names() where StoreDoctor.leftoverTarget(name) == target { folder.remove(name) }
  }
}
