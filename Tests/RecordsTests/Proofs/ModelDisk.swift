import Foundation
import Glibc
import Synchronization

@testable import Records

/// A file system in memory that knows what a power cut may leave: the order of the store's operations is recorded as
/// they happen on a real one, and any part of what was not synced can then be taken away.
final class ModelDisk: Sendable {
  /// What happened, by files and folders that have numbers of their own; 0 is the folder that everything lies in.
  enum Event: Hashable, Sendable {
    case make(folder: Int, name: String, node: Int, isFolder: Bool)
    case write(node: Int, offset: Int, bytes: [UInt8])
    case truncate(node: Int, length: Int)
    case link(folder: Int, name: String, node: Int)
    case rename(folder: Int, old: String, new: String, node: Int)
    /// From one folder into another, which every file system does whole or not at all.
    case move(from: Int, old: String, to: Int, new: String, node: Int)
    case remove(folder: Int, name: String)
    case sync(node: Int)

    /// What must be synced for this to be safe.
    var place: Int {
      switch self {
      case .make(let folder, _, _, _), .link(let folder, _, _), .rename(let folder, _, _, _), .remove(let folder, _):
        folder
      case .move(_, _, let folder, _, _): folder
      case .write(let node, _, _), .truncate(let node, _), .sync(let node): node
      }
    }

    var isSync: Bool { if case .sync = self { true } else { false } }

    var canTear: Bool { if case .write(_, _, let bytes) = self { bytes.count > 1 } else { false } }
  }

  private struct State {
    var events: [Event] = []
    var numbers: [UInt: Int]
    var last = 0
  }

  private let state: Mutex<State>

  /// Records what happens below a folder.
  init(root: String) {
    var status = stat()
    _ = stat(root, &status)
    state = Mutex(State(numbers: [status.st_ino: 0]))
  }

  var events: [Event] { state.withLock { $0.events } }

  private func note(_ event: Event) { state.withLock { $0.events.append(event) } }

  private static func inode(_ descriptor: Int32) -> UInt {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status.st_ino : 0
  }

  private static func inode(_ folder: Int32, _ name: String) -> UInt? {
    var status = stat()
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status.st_ino : nil
  }

  private func number(_ inode: UInt) -> Int { state.withLock { $0.numbers[inode] ?? -1 } }

  private func number(_ descriptor: Int32) -> Int { number(Self.inode(descriptor)) }

  private func made(_ inode: UInt, in folder: Int, _ name: String, isFolder: Bool) {
    state.withLock { state in
      state.last += 1
      state.numbers[inode] = state.last
      state.events.append(.make(folder: folder, name: name, node: state.last, isFolder: isFolder))
    }
  }

  /// The folder's number and the name of a path that may be one from the root.
  private func place(_ folder: Int32, _ path: String) -> (folder: Int, name: String) {
    guard folder == AT_FDCWD else { return (number(folder), path) }
    let url = URL(fileURLWithPath: path)
    let parent = Self.inode(AT_FDCWD, url.deletingLastPathComponent().path)
    return (parent.map { number($0) } ?? -1, url.lastPathComponent)
  }

  var operations: FileOperations {
    let system = FileOperations.system
    var watched = system
    watched.open = { folder, name, flags, mode in
      let wasThere = Self.inode(folder, name) != nil
      let opened = system.open(folder, name, flags, mode)
      if opened >= 0, !wasThere {
        let place = self.place(folder, name)
        self.made(Self.inode(opened), in: place.folder, place.name, isFolder: false)
      }
      return opened
    }
    watched.makeFolder = { folder, name, mode in
      let answer = system.makeFolder(folder, name, mode)
      if answer == 0, let inode = Self.inode(folder, name) {
        let place = self.place(folder, name)
        self.made(inode, in: place.folder, place.name, isFolder: true)
      }
      return answer
    }
    watched.write = { descriptor, bytes, count in
      let written = system.write(descriptor, bytes, count)
      if written > 0 {
        let end = Int(lseek(descriptor, 0, SEEK_CUR))
        let data = Array(UnsafeRawBufferPointer(start: bytes, count: written))
        self.note(.write(node: self.number(descriptor), offset: end - written, bytes: data))
      }
      return written
    }
    watched.truncate = { descriptor, length in
      let answer = system.truncate(descriptor, length)
      if answer == 0 { self.note(.truncate(node: self.number(descriptor), length: Int(length))) }
      return answer
    }
    watched.sync = { descriptor in
      let answer = system.sync(descriptor)
      if answer == 0 { self.note(.sync(node: self.number(descriptor))) }
      return answer
    }
    watched.syncAll = { descriptor in
      let answer = system.syncAll(descriptor)
      if answer == 0 { for node in 0...self.state.withLock(\.last) { self.note(.sync(node: node)) } }
      return answer
    }
    watched.rename = { folder, old, new in
      let node = Self.inode(folder, old).map { self.number($0) } ?? -1
      let answer = system.rename(folder, old, new)
      if answer == 0 { self.note(.rename(folder: self.number(folder), old: old, new: new, node: node)) }
      return answer
    }
    watched.move = { from, old, to, new in
      let node = Self.inode(from, old).map { self.number($0) } ?? -1
      let answer = system.move(from, old, to, new)
      if answer == 0 {
        self.note(.move(from: self.number(from), old: old, to: self.number(to), new: new, node: node))
      }
      return answer
    }
    watched.link = { folder, old, new in
      let node = Self.inode(folder, old).map { self.number($0) } ?? -1
      let answer = system.link(folder, old, new)
      if answer == 0 { self.note(.link(folder: self.number(folder), name: new, node: node)) }
      return answer
    }
    watched.remove = { folder, name in
      let answer = system.remove(folder, name)
      if answer == 0 { self.note(.remove(folder: self.number(folder), name: name)) }
      return answer
    }
    return watched
  }
}

/// What became of an operation that was not synced when the power went.
enum Fate: Hashable, Sendable {
  case done, missing
  /// Only its first half reached the disk.
  case torn
}

/// What stands on the disk after a power cut.
struct DiskState: Hashable {
  private var folders: [Int: [String: Int]] = [0: [:]]
  private var files: [Int: [UInt8]] = [:]

  /// The disk after events, of which some had another fate than to be done.
  init(_ events: ArraySlice<ModelDisk.Event>, fates: [Int: Fate]) {
    for (index, event) in zip(events.indices, events) { apply(event, fates[index] ?? .done) }
  }

  private mutating func apply(_ event: ModelDisk.Event, _ fate: Fate) {
    // A file or a folder is there for whoever renames or syncs it, even where its first name is lost.
    if case .make(_, _, let node, let isFolder) = event {
      if isFolder { folders[node] = folders[node] ?? [:] } else { files[node] = files[node] ?? [] }
    }
    guard fate != .missing else { return }
    switch event {
    case .make(let folder, let name, let node, _), .link(let folder, let name, let node):
      folders[folder, default: [:]][name] = node
    case .write(let node, let offset, let bytes):
      let written = fate == .torn ? bytes.prefix(bytes.count / 2) : bytes[...]
      var content = files[node] ?? []
      // Where something before it is missing the disk has zeros.
      if content.count < offset + written.count {
        content += [UInt8](repeating: 0, count: offset + written.count - content.count)
      }
      content.replaceSubrange(offset..<offset + written.count, with: written)
      files[node] = content
    case .truncate(let node, let length): files[node] = Array((files[node] ?? []).prefix(length))
    case .rename(let folder, let old, let new, let node):
      if folders[folder]?[old] == node { folders[folder]?[old] = nil }
      folders[folder, default: [:]][new] = node
    case .move(let from, let old, let to, let new, let node):
      if folders[from]?[old] == node { folders[from]?[old] = nil }
      folders[to, default: [:]][new] = node
    case .remove(let folder, let name): folders[folder]?[name] = nil
    case .sync: break
    }
  }

  /// Two disks are the same where the same is found from the root on.
  var tree: [String: [UInt8]?] {
    var tree: [String: [UInt8]?] = [:]
    func walk(_ folder: Int, _ path: String) {
      for (name, node) in folders[folder] ?? [:] {
        let place = path.isEmpty ? name : "\(path)/\(name)"
        if folders[node] != nil {
          tree[place] = .some(nil)
          walk(node, place)
        } else {
          tree[place] = files[node] ?? []
        }
      }
    }
    walk(0, "")
    return tree
  }
}
