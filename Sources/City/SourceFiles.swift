import FormModel
import Glibc
import Records
import Standards

/// What a name on the command line stands for: one file, or all records in a folder.
public struct SourceFiles: Sendable {
  public enum Kind: Hashable, Sendable {
    /// A record a line.
    case lines
    /// A record a file.
    case record
    /// Whatever else, to be looked into as a table.
    case other
    /// A folder without a record in it.
    case empty
    /// A folder that cannot be looked into.
    case unseen
  }

  /// A file, and the store that it lies in.
  public struct File: Hashable, Sendable {
    public var path: String
    public var kind: Kind
    /// What the records of a store leave to it to say.
    public var origin: Origin?
    /// The store, where it lies in one, else what was named.
    public var source = ""

    public var isOfRecords: Bool { kind == .lines || kind == .record }
  }

  public private(set) var files: [File] = []
  /// The sizes of all of them, as far as they are known.
  public private(set) var bytes = 0

  /// The files in the order of the names, those of a folder in the order of their own.
  public init(_ names: [String]) {
    for name in names { add(name, of: name, origin: nil, isNamed: true) }
  }

  private mutating func add(_ path: String, of source: String, origin: Origin?, isNamed: Bool) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      let kind = Self.kind(of: path)
      // Beside records other things may lie in a folder; whoever names a file means it.
      if isNamed || kind != .other {
        files.append(File(path: path, kind: kind, origin: origin, source: source))
        bytes += Int(status.st_size)
      }
      return
    }
    let before = files.count
    guard addFolder(path, of: source, origin) else {
      files.append(File(path: path, kind: .unseen, source: source))
      return
    }
    if isNamed, files.count == before { files.append(File(path: path, kind: .empty, source: source)) }
  }

  private mutating func addFolder(_ path: String, of source: String, _ origin: Origin?) -> Bool {
    guard let names = Self.names(in: path) else { return false }
    guard names.contains(StoreLayout.records) else {
      for name in names { add("\(path)/\(name)", of: source, origin: origin, isNamed: false) }
      return true
    }
    // Without its settings nobody could say where its records are from.
    let hasSettings = names.contains(StoreLayout.settings)
    guard let store = hasSettings ? RecordStore.origin(at: path) : Origin(Settings()) else { return false }
    // Of a store only the records: drafts, archives and what was set aside are none.
    let records = "\(path)/\(StoreLayout.records)"
    guard let days = Self.names(in: records) else { return false }
    for day in days { add("\(records)/\(day)", of: path, origin: store, isNamed: false) }
    return true
  }

  private static func kind(of path: String) -> Kind {
    // Some systems shout: EXPORT.JSON.
    let name = path.lowercased()
    return name.hasSuffix(".jsonl") ? .lines : name.hasSuffix(StoreLayout.recordEnding) ? .record : .other
  }

  /// The names in a folder, sorted, without hidden ones.
  private static func names(in folder: String) -> [String]? {
    FolderNames.list(folder)?.sorted()
  }
}
