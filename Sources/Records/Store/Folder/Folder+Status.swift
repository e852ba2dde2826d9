import Glibc

/// What a folder knows of a name without opening it.
struct FileStatus: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file, folder, link
    /// A pipe, a socket or a device.
    case other
  }

  var kind: Kind
  /// The rights: the last nine bits of the mode.
  var mode: mode_t
  var size: Int
}

extension Folder {
  /// What bears a name, itself and not what it may lead to; nil where nothing does.
  func status(_ name: String) throws(StoreError) -> FileStatus? {
    var status = stat()
    guard operations.statusOf(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw .system("\(path)/\(name)")
    }
    let kind: FileStatus.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return FileStatus(kind: kind, mode: status.st_mode & 0o777, size: Int(status.st_size))
  }

  /// Opens a regular file for reading, never through a link.
  func openForReading(_ name: String) throws(StoreError) -> Int32 {
    let opened = operations.open(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
    guard opened >= 0 else { throw .system("\(path)/\(name)") }
    var status = stat()
    let failure = operations.status(opened, &status) == 0 ? 0 : errno
    guard failure == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      if failure != 0 { throw .system("\(path)/\(name)", number: failure) }
      throw StoreError(.damaged, path: "\(path)/\(name)", detail: "not a file")
    }
    return opened
  }

  /// Closes a file or a folder to everybody but its owner.
  func closeToOthers(_ name: String, isFolder: Bool) throws(StoreError) {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | (isFolder ? O_DIRECTORY : 0)
    // A file that even its owner may not read is opened by its place alone.
    let mode: mode_t = isFolder ? 0o700 : 0o600
    guard operations.changeModeOf(descriptor, name, mode, AT_SYMLINK_NOFOLLOW) != 0 else { return }
    let opened = operations.open(descriptor, name, flags, 0)
    guard opened >= 0 else { throw .system("\(path)/\(name)") }
    defer { close(opened) }
    guard operations.changeMode(opened, mode) == 0 else { throw .system("\(path)/\(name)") }
  }

  /// Puts the revision before back into the place of one that is gone.
  func bringBack(_ name: String) throws(StoreError) {
    let previous = StoreLayout.previous(of: name)
    guard let bytes = try read(previous, limit: StoreItem.people.limit) else {
      throw StoreError(.vanished, path: "\(path)/\(previous)")
    }
    try replace(name, with: bytes)
  }
}
