import Glibc

/// A new file that takes its name only once it is whole: until then it stands beside it under another.
///
/// Nothing of that name is written over, unless it is to be replaced; the file has mode 0600.
public struct PendingFile {
  /// Where the file will be.
  public let path: String
  /// Where it is written until then.
  public let temporary: String
  /// The folder of both.
  public let folder: String
  private let name: String
  private let temporaryName: String
  private let replaces: Bool

  /// Makes the empty file; what bears the name already is an error unless it is to be replaced, and so is a folder that
  /// is not there.
  public init(_ path: String, replacing: Bool = false) throws(StoreError) {
    self.path = path
    replaces = replacing
    (folder, name) = try AtomicFile.split(path)
    temporaryName = StoreLayout.hidden(for: name)
    temporary = "\(folder)/\(temporaryName)"
    let opened = try Folder.open(folder, create: false)
    if !replacing, try opened.status(name) != nil { throw StoreError(.exists, path: path) }
    guard opened.makePlainFile(temporaryName) else { throw .system(path) }
  }

  /// Gives the file its name, once the disk has what is in it.
  public func publish() throws(StoreError) {
    let opened = try Folder.open(folder, create: false)
    try opened.syncFile(temporaryName)
    if replaces { return try opened.rename(temporaryName, over: name) }
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
  /// Gives a finished file the name of another, which is gone then.
  fileprivate func rename(_ temporary: String, over name: String) throws(StoreError) {
    guard operations.rename(descriptor, temporary, name) == 0 else { throw .system("\(path)/\(name)") }
    try sync()
  }

  /// Waits until the disk has what somebody else has written into a file.
  fileprivate func syncFile(_ name: String) throws(StoreError) {
    let file = "\(path)/\(name)"
    let opened = operations.open(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC, 0)
    guard opened >= 0 else { throw .system(file) }
    defer { close(opened) }
    guard operations.sync(opened) == 0 else { throw .system(file) }
  }
}
