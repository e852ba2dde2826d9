import Standards

/// What an archive says of itself in its last entry: the name, the size and the checksum of every other, one JSON object
/// a line, and at the end how many there are.
///
/// An archive that is to have one says so in its first block, so that one whose end is lost is not taken for an old one.
struct Manifest {
  static let format = "xueji-manifest/1"

  /// What was written of an entry, or read of it.
  struct Entry: Hashable {
    var name: String
    var size: Int
    var checksum: UInt32
  }

  private(set) var entries: [Entry] = []
  let records: Int

  init(_ entries: [Entry]) {
    self.entries = entries
    records = entries.count { Self.isRecord($0.name) }
  }

  /// The manifest in an archive; nil where it is none, or not whole.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let end = lines.last.flatMap({ Self.counts($0) }), end.entries == lines.count - 1 else { return nil }
    records = end.records
    for line in lines.dropLast() {
      guard let json = try? JSONValue.parse(line), let name = json["name"]?.string, let size = json["size"]?.int,
        let checksum = json["crc32"]?.string.flatMap({ UInt32($0, radix: 16) })
      else { return nil }
      entries.append(Entry(name: name, size: size, checksum: checksum))
    }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      let checksum = String(decoding: Checksum.digits(entry.checksum), as: UTF8.self)
      let line: JSONValue = ["crc32": .string(checksum), "name": .string(entry.name), "size": .int(entry.size)]
      bytes += line.serialized(pretty: false) + [UInt8(ascii: "\n")]
    }
    let end: JSONValue = [
      "entries": .int(entries.count), "format": .string(Self.format), "records": .int(records),
    ]
    return bytes + end.serialized(pretty: false) + [UInt8(ascii: "\n")]
  }

  /// The name of the first entry that is not as the manifest has it, whichever order they stand in; nil where all are.
  func difference(from found: [Entry]) -> String? {
    var wanted = Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in found where wanted.removeValue(forKey: entry.name) != entry { return entry.name }
    return wanted.keys.min()
  }

  /// Whether an entry is a record, and no earlier save or journal of one.
  static func isRecord(_ name: String) -> Bool {
    if case .record? = StoreItem(path: name) { true } else { false }
  }

  /// The numbers in a manifest's last line.
  static func counts(_ line: some Sequence<UInt8>) -> (entries: Int, records: Int)? {
    guard let json = try? JSONValue.parse(Array(line)), json["format"]?.string == format,
      let entries = json["entries"]?.int, let records = json["records"]?.int
    else { return nil }
    return (entries, records)
  }
}

extension TarEntry {
  /// The name below the store's folder; `tar cf FILE .` writes every name from a dot on.
  var plainName: String {
    var path = name[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
  }
}
