import Glibc

/// How files are written so that no save can damage one.
extension Folder {
  /// Writes a whole file so that a reader sees the old one or the new one: a new file beside it, synced, renamed over
  /// it, and the folder synced.
  ///
  /// `kept` are the bytes of the old file where it is to stay beside the new one as `NAME.previous`. Its second name is
  /// made before the renaming and put in its place after it, so that at no instant either of the two is missing.
  func replace(_ name: String, with bytes: [UInt8], keeping kept: [UInt8]? = nil) throws(StoreError) {
    let temporary = StoreLayout.hidden(for: name)
    try writeSynced(bytes, as: temporary, for: "\(path)/\(name)")
    try put(temporary, over: name, keeping: kept)
    try sync()
  }

  /// The same for many files at once: all of them are written, then the disk is waited for, and then they take their
  /// names. Where it fails, some have done so and some have not.
  func replace(_ files: [(name: String, bytes: [UInt8], kept: [UInt8]?)]) throws(StoreError) {
    var written: [(name: String, temporary: String, kept: [UInt8]?)] = []
    do throws(StoreError) {
      for file in files {
        let temporary = StoreLayout.hidden(for: file.name)
        try write(file.bytes, as: temporary, for: "\(path)/\(file.name)", syncing: false)
        written.append((file.name, temporary, file.kept))
      }
      guard operations.syncAll(descriptor) == 0 else { throw .system(path) }
      while let file = written.last {
        try put(file.temporary, over: file.name, keeping: file.kept)
        written.removeLast()
      }
    } catch {
      for file in written { remove(file.temporary) }
      throw error
    }
    try sync()
  }

  /// Gives a finished file its name; the one that bore it stays as the previous one, if its bytes are given.
  private func put(_ temporary: String, over name: String, keeping kept: [UInt8]?) throws(StoreError) {
    let file = "\(path)/\(name)"
    var second: String?
    do throws(StoreError) {
      second = if let kept { try secondName(for: name, holding: kept) } else { nil }
      if operations.rename(descriptor, temporary, name) != 0 { throw .system(file) }
    } catch {
      remove(temporary)
      if let second { remove(second) }
      throw error
    }
    if let second {
      let failure = operations.rename(descriptor, second, StoreLayout.previous(of: name)) != 0 ? errno : 0
      // Renaming does nothing where both names are the same file's, as they may be after a power cut.
      remove(second)
      if failure != 0 { throw .system(file, number: failure) }
    }
  }

  /// Writes a new file of a name that nobody has, and waits until the disk has it.
  func writeSynced(_ bytes: [UInt8], as name: String, for file: String) throws(StoreError) {
    try write(bytes, as: name, for: file, syncing: true)
  }

  /// Writes a new file of a name that nobody has; where that fails, nothing is left of it.
  private func write(_ bytes: [UInt8], as name: String, for file: String, syncing: Bool) throws(StoreError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let opened = operations.open(descriptor, name, flags, 0o600)
    guard opened >= 0 else { throw .system(file) }
    var failure: Int32 = 0
    let isWritten = writeAll(bytes, to: opened) && operations.changeMode(opened, 0o600) == 0
    if !isWritten || (syncing && operations.sync(opened) != 0) { failure = errno }
    if close(opened) != 0, failure == 0 { failure = errno }
    guard failure == 0 else {
      remove(name)
      throw .system(file, number: failure)
    }
  }

  /// A second name for the file that is about to be replaced.
  private func secondName(for name: String, holding bytes: [UInt8]) throws(StoreError) -> String {
    let second = StoreLayout.hidden(for: StoreLayout.previous(of: name))
    if operations.link(descriptor, name, second) == 0 { return second }
    switch errno {
    case EPERM, EACCES, EMLINK, ENOTSUP, ENOSYS, EXDEV:
      // A file system without second names, or a file of another owner: a copy costs one more sync, in this thread.
      try writeSynced(bytes, as: second, for: "\(path)/\(name)")
      return second
    default: throw .system("\(path)/\(name)")
    }
  }
}
