import Glibc

extension Folder {
  /// Writes a whole new file, synced; where anything bears its name already, a link included, nothing is written.
  func create(_ name: String, with bytes: [UInt8]) throws(StoreError) {
    let temporary = StoreLayout.hidden(for: name)
    // Whoever has to choose another name need not wait for the disk first.
    guard try status(name) == nil else { throw StoreError(.exists, path: "\(path)/\(name)") }
    try writeSynced(bytes, as: temporary, for: "\(path)/\(name)")
    do throws(StoreError) {
      try publish(temporary, as: name)
    } catch {
      remove(temporary)
      throw error
    }
  }

  /// Gives a finished file its own name, which nobody may have, and syncs the folder.
  func publish(_ temporary: String, as name: String) throws(StoreError) {
    let file = "\(path)/\(name)"
    if operations.link(descriptor, temporary, name) == 0 {
      remove(temporary)
    } else {
      switch errno {
      case EEXIST: throw StoreError(.exists, path: file)
      case EPERM, EACCES, EMLINK, ENOTSUP, ENOSYS, EXDEV:
        // A file system without second names, such as that of most sticks.
        guard try status(name) == nil else { throw StoreError(.exists, path: file) }
        guard operations.rename(descriptor, temporary, name) == 0 else { throw .system(file) }
      default: throw .system(file)
      }
    }
    try sync()
  }
}
