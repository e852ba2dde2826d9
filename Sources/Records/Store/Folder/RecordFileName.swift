/// What the name of a file among the records says that it is; nil where it is no record's.
///
/// Programs that keep folders the same on two machines leave the version that lost beside the one that won, under a name
/// that has the record's id in it: Syncthing `ID.sync-conflict-DATE-TIME-DEVICE.json`, Dropbox and Nextcloud
/// `ID (conflicted copy DATE).json`, OneDrive `ID-HOST.json`, a person `Copy of ID.json`. Some disks shout: `ID.JSON`.
enum RecordFileName: Hashable {
  case record(RecordID)
  /// Another version of that record.
  case copy(RecordID)
  /// A `.json` of somebody else's.
  case foreign

  init?(_ name: String) {
    if name.utf8.count == 41, name.hasSuffix(StoreLayout.recordEnding), let id = RecordID(name.dropLast(5)) {
      self = .record(id)
      return
    }
    let lower = name.lowercased()
    guard !name.hasPrefix("."), lower.hasSuffix(StoreLayout.recordEnding) else { return nil }
    self = Self.id(in: Array(lower.utf8)).map { .copy($0) } ?? .foreign
  }

  /// The first id that stands anywhere in a name.
  private static func id(in name: [UInt8]) -> RecordID? {
    guard name.count >= 36 else { return nil }
    for start in 0...name.count - 36 where start + 8 < name.count && name[start + 8] == 0x2D {
      if let id = RecordID(String(decoding: name[start..<start + 36], as: UTF8.self)) { return id }
    }
    return nil
  }
}

extension StoreError {
  /// What is said of a file among the records that is no record's own, by its path.
  init(oddName path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    switch RecordFileName(name) {
    case .copy(let id): self.init(.otherVersion, path: path, detail: RecordCode(spelledBy: id).text)
    case .record, .foreign, nil: self.init(.damaged, path: path, detail: "name")
    }
  }
}
