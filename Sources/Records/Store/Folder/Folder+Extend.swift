import Glibc

extension Folder {
  /// Adds bytes to a file that ends where it is thought to, and waits until the disk has them; all of them, or none.
  func extend(_ name: String, by bytes: [UInt8], from end: Int) throws(StoreError) {
    let file = "\(path)/\(name)"
    let flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let opened = operations.open(descriptor, name, flags, 0o600)
    guard opened >= 0 else { throw .system(file) }
    defer { close(opened) }
    var status = stat()
    guard operations.status(opened, &status) == 0 else { throw .system(file) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(.damaged, path: file, detail: "not a file") }
    guard Int(status.st_size) == end else { throw StoreError(.conflict, path: file) }
    if end == 0 { _ = operations.changeMode(opened, 0o600) }
    guard writeAll(bytes, to: opened), operations.sync(opened) == 0 else {
      let failure = errno
      _ = operations.truncate(opened, off_t(end))
      throw .system(file, number: failure)
    }
    if end == 0 { try sync() }
  }
}
