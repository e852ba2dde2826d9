import Glibc

/// A folder held open: every name is looked up below it, and never through a symbolic link.
///
/// Files are written with mode 0600 and folders made with 0700, whatever the umask.
final class Folder: Sendable {
  let path: String
  let descriptor: Int32
  let operations: FileOperations

  private init(path: String, descriptor: Int32, operations: FileOperations) {
    (self.path, self.descriptor, self.operations) = (path, descriptor, operations)
  }

  deinit { close(descriptor) }

  /// Opens a folder by its path, making it and those above it if asked to.
  static func open(
    _ path: String, create: Bool, operations: FileOperations = .system
  ) throws(StoreError) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    var descriptor = operations.open(AT_FDCWD, path, flags, 0)
    if descriptor < 0, errno == ENOENT, create {
      try makeFolders(path, operations)
      descriptor = operations.open(AT_FDCWD, path, flags, 0)
    }
    guard descriptor >= 0 else { throw .system(path) }
    return Folder(path: path, descriptor: descriptor, operations: operations)
  }

  private static func makeFolders(_ path: String, _ operations: FileOperations) throws(StoreError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      let parent = made.isEmpty ? "." : made
      made += made.isEmpty || made.hasSuffix("/") ? name : "/\(name)"
      if operations.makeFolder(AT_FDCWD, made, 0o700) == 0 {
        // A strict umask may have taken even the owner's rights away.
        _ = operations.changeModeOf(AT_FDCWD, made, 0o700, 0)
        // A folder whose own name is lost in a power cut takes everything in it along.
        let above = operations.open(AT_FDCWD, parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
        if above >= 0 {
          _ = operations.sync(above)
          close(above)
        }
      } else if errno != EEXIST {
        throw .system(made)
      }
    }
  }

  /// A folder below this one.
  func folder(_ name: String, create: Bool) throws(StoreError) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var found = operations.open(descriptor, name, flags, 0)
    if found < 0, errno == ENOENT, create {
      guard operations.makeFolder(descriptor, name, 0o700) == 0 || errno == EEXIST else {
        throw .system("\(path)/\(name)")
      }
      found = operations.open(descriptor, name, flags, 0)
      if found < 0, errno == EACCES, operations.changeModeOf(descriptor, name, 0o700, 0) == 0 {
        // A strict umask has taken even the owner's rights away.
        found = operations.open(descriptor, name, flags, 0)
      }
      if found >= 0 {
        _ = operations.changeMode(found, 0o700)
        // Where this fails, so does the sync of the file that is to come.
        _ = operations.sync(descriptor)
      }
    }
    guard found >= 0 else { throw .system("\(path)/\(name)") }
    return Folder(path: "\(path)/\(name)", descriptor: found, operations: operations)
  }

  /// The names in the folder, in their order.
  ///
  /// Only names with the given ending are kept, so that a few among many are found quickly.
  func names(ending suffix: String = "") throws(StoreError) -> [String] {
    var names: [String] = []
    let answer = operations.list(descriptor) { name in
      guard name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) else { return }
      names.append(String(decoding: name, as: UTF8.self))
    }
    // A part of the names must not pass for all of them.
    guard answer == 0 else { throw .system(path) }
    return names.sorted()
  }

  /// What tells a changed file from an unchanged one, of the folder itself.
  func mark() throws(StoreError) -> FileMark {
    var status = stat()
    guard operations.status(descriptor, &status) == 0 else { throw .system(path) }
    return FileMark(status)
  }

  /// The same, of a file in the folder; nil where there is none of that name.
  func mark(of name: String) throws(StoreError) -> FileMark? {
    var status = stat()
    if operations.statusOf(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileMark(status) }
    guard errno == ENOENT else { throw .system("\(path)/\(name)") }
    return nil
  }

  /// Makes an empty file where there is none, and says whether a plain one is there now; a link is taken away.
  func makePlainFile(_ name: String) -> Bool {
    var status = stat()
    if operations.statusOf(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      if status.st_mode & S_IFMT == S_IFREG { return true }
      guard status.st_mode & S_IFMT == S_IFLNK, operations.remove(descriptor, name) == 0 else { return false }
    }
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let made = operations.open(descriptor, name, flags, 0o600)
    // Another program may have made it in between.
    guard made >= 0 else { return errno == EEXIST }
    _ = operations.changeMode(made, 0o600)
    close(made)
    return true
  }

  /// A whole file of at most so many bytes, or nil where there is none of that name.
  func read(_ name: String, limit: Int) throws(StoreError) -> [UInt8]? {
    let file = "\(path)/\(name)"
    let opened = operations.open(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
    if opened < 0, errno == ENOENT { return nil }
    if opened < 0, errno == ELOOP { throw StoreError(.damaged, path: file, number: ELOOP, detail: "symbolic link") }
    guard opened >= 0 else { throw .system(file) }
    defer { close(opened) }
    var status = stat()
    guard operations.status(opened, &status) == 0 else { throw .system(file) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(.damaged, path: file, detail: "not a file") }
    guard status.st_size <= limit else { throw StoreError(.tooLarge, path: file) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var count = 0
    while true {
      let got = bytes.withUnsafeMutableBytes { buffer in
        operations.read(opened, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .system(file) }
      count += got
      if got == 0 || count > status.st_size { break }
    }
    bytes.removeLast(bytes.count - min(count, Int(status.st_size)))
    return bytes
  }

  /// Waits until the disk has the folder's names.
  func sync() throws(StoreError) {
    // Some network file systems cannot sync a folder, and say so.
    guard operations.sync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .system(path) }
  }

  /// Adds one line to the end of a file, in one write, unless it is the last one already.
  func append(_ line: String, to name: String) throws(StoreError) {
    let (opened, end) = try openEnd(of: name)
    defer { close(opened) }
    var bytes = Array("\(line)\n".utf8)
    let wanted = min(end, bytes.count)
    var last = [UInt8](repeating: 0, count: wanted)
    let got = last.withUnsafeMutableBytes { operations.readAt(opened, $0.baseAddress, $0.count, off_t(end - $0.count)) }
    if got == wanted {
      if last == bytes { return }
      // A line that a power cut has torn ends here, so that it spoils no other.
      if let byte = last.last, byte != UInt8(ascii: "\n") { bytes.insert(UInt8(ascii: "\n"), at: 0) }
    }
    guard writeAll(bytes, to: opened) else {
      let failure = errno
      // Half a line would spoil the next one.
      _ = operations.truncate(opened, off_t(end))
      throw .system("\(path)/\(name)", number: failure)
    }
  }

  func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = operations.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }
}
