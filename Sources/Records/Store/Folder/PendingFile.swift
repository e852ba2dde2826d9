import Glibc

/// A new file that takes its name only once it is whole: until then it stands beside it under another.
///
/// Nothing of that name is written over; the file has mode 0600.
public struct PendingFile {
  /// Where the file will be.
  public let path: String
  /// Where it is written until then.
  public let temporary: String
  /// The folder of both.
  public let folder: String
  private let name: String
  private let temporaryName: String

  /// Makes the empty file; what bears the name already is an error, and so is a folder that is not there.
  public init(_ path: String) throws(StoreError) {
    self.path = path
    (folder, name) = try AtomicFile.split(path)
    temporaryName = StoreLayout.hidden(for: name)
    temporary = "\(folder)/\(temporaryName)"
    let opened = try Folder.open(folder, create: false)
    guard try opened.status(name) == nil else { throw StoreError(.exists, path: path) }
    guard opened.makePlainFile(temporaryName) else { throw .system(path) }
  }

  /// Gives the file its name, once the disk has what is in it.
  public func publish() throws(StoreError) {
    let opened = try Folder.open(folder, create: false)
    try opened.syncFile(temporaryName)
    do throws(StoreError) {
      try opened.publish(temporaryName, as: name)
    } catch {
      throw error.code == .exists ? StoreError(.exists, path: path) : error
    }
  }

  /// Takes the file away.
  public func discard() {
    if let opened = try? Folder.open(folder, create: false) { opened.remove(temporaryName) }
  }
}

extension Folder {
  /// Waits until the disk has what somebody else has written into a file.
  fileprivate func syncFile(_ name: String) throws(StoreError) {
    let file = "\(path)/\(name)"
    let opened = operations.open(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC, 0)
    guard opened >= 0 else { throw .system(file) }
    defer { close(opened) }
    guard operations.sync(opened) == 0 else { throw .system(file) }
  }
}
