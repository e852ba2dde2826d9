import FormModel
import Standards

/// The beginning of a history that has outgrown its record's own file.
///
/// Before a record's file would become too large to be read, its history is moved into `ID.history` beside it: one entry a
/// line, the oldest first. From then on the record says with `earlier` how many bytes of that file are its own, and their
/// checksum. The file only grows, and is on the disk before the record that needs it, so that a power cut between the
/// two leaves a record that finds all of its history.
enum HistoryFile {
  /// Some hundred thousand acts.
  static let largest = 64 << 20

  /// What a record's file may have before its history moves out of it: a quarter of what is read.
  static let longestInside = Record.largestFile / 4

  /// The key of a record that says how much of its history is beside it.
  static let key = "earlier"

  static func bytes(_ history: [HistoryEntry]) -> [UInt8] {
    history.flatMap { $0.json.serialized(pretty: false) + [UInt8(ascii: "\n")] }
  }

  /// The entries of a file; nil where one of its lines is none.
  static func entries(_ bytes: some Sequence<UInt8>) -> [JSONValue]? {
    let lines = Array(bytes).split(separator: UInt8(ascii: "\n"))
    let entries = lines.compactMap { try? JSONValue.parse(Array($0)) }
    return entries.count == lines.count ? entries : nil
  }

  /// So much of a history's file as belongs to one record.
  struct Part: Hashable, Sendable {
    var entries = 0
    var bytes = 0
    var checksum = Checksum.crc32([])

    var json: JSONValue {
      [
        "bytes": .int(bytes), "crc32": .string(String(decoding: Checksum.digits(checksum), as: UTF8.self)),
        "entries": .int(entries),
      ]
    }

    init?(_ json: JSONValue) {
      guard let entries = json["entries"]?.int, let bytes = json["bytes"]?.int, bytes >= 0,
        let checksum = json["crc32"]?.string.flatMap({ UInt32($0, radix: 16) })
      else { return nil }
      (self.entries, self.bytes, self.checksum) = (entries, bytes, checksum)
    }

    /// What a file and a history have in common from their beginning on.
    init(of file: [UInt8], in history: [HistoryEntry]) {
      for line in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
        guard entries < history.count, let json = try? JSONValue.parse(Array(line)),
          (try? HistoryEntry(json: json, place: "")) == history[entries]
        else { break }
        entries += 1
        bytes += line.count + 1
      }
      checksum = Checksum.crc32(file.prefix(bytes))
    }
  }

  /// Whether a file may say that a part of its history is beside it; nearly none does, and those are read no further.
  static func isMentioned(in bytes: [UInt8]) -> Bool {
    let word = Array("\"\(key)\"".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count >= word.count else { return false }
      for start in 0...bytes.count - word.count where bytes[start + 1] == word[1] && bytes[start] == word[0] {
        if bytes[start..<start + word.count].elementsEqual(word) { return true }
      }
      return false
    }
  }
}

extension Folder {
  /// A record's file with all of its history; nil where there is none of that name.
  func readRecord(_ name: String) throws(StoreError) -> [UInt8]? {
    guard let bytes = try read(name, limit: Record.largestFile) else { return nil }
    return try withHistory(bytes)
  }

  /// The same of bytes that were read.
  func withHistory(_ bytes: [UInt8]) throws(StoreError) -> [UInt8] {
    // What is no JSON is for the record's own reader to refuse.
    guard HistoryFile.isMentioned(in: bytes), let json = try? JSONValue.parse(bytes), json[HistoryFile.key] != nil
    else {
      return bytes
    }
    return try withHistory(json).serialized(pretty: true)
  }

  /// The same of its JSON.
  func withHistory(_ record: JSONValue) throws(StoreError) -> JSONValue {
    guard case .object(var members) = record, let stated = members[HistoryFile.key] else { return record }
    let id = record["id"]?.string.flatMap { RecordID($0) }
    guard let id, let part = HistoryFile.Part(stated), let own = record["history"]?.array else {
      throw StoreError(.damaged, path: path, detail: HistoryFile.key)
    }
    let name = StoreLayout.history(of: id)
    guard let file = try read(name, limit: HistoryFile.largest), file.count >= part.bytes,
      Checksum.crc32(file.prefix(part.bytes)) == part.checksum,
      let earlier = HistoryFile.entries(file.prefix(part.bytes)), earlier.count == part.entries
    else { throw StoreError(.damaged, path: "\(path)/\(name)", detail: "history") }
    members[HistoryFile.key] = nil
    members[Record.checksumKey] = nil
    members["history"] = .array(earlier + own)
    return .object(members)
  }

  /// What a journal begins with, the record in it with all of its history.
  func withHistory(inJournal first: JSONValue) throws(StoreError) -> JSONValue {
    guard case .object(var members) = first, let record = members["record"], record[HistoryFile.key] != nil else {
      return first
    }
    members["record"] = try withHistory(record)
    return .object(members)
  }

  /// What of a history stands in the file beside its record already.
  func historyBeside(_ record: Record) throws(StoreError) -> HistoryFile.Part? {
    try read(StoreLayout.history(of: record.id), limit: HistoryFile.largest).map {
      HistoryFile.Part(of: $0, in: record.history)
    }
  }
}

extension RecordStore {
  /// A record as its file is to be written into a folder that is locked: where its history would make it too large, that
  /// is on the disk beside it when this returns. `whole` is the file with all of it.
  func file(_ record: Record, whole: [UInt8]? = nil, in folder: Folder) throws(StoreError) -> [UInt8] {
    let form = forms.form(of: record)
    let whole = whole ?? record.file(form: form)
    guard whole.count > HistoryFile.longestInside else { return whole }
    let beside = try folder.historyBeside(record)
    var bytes = beside.map { record.file(form: form, after: $0) } ?? whole
    if bytes.count > HistoryFile.longestInside {
      let history = HistoryFile.bytes(record.history)
      let name = StoreLayout.history(of: record.id)
      guard history.count <= HistoryFile.largest else { throw StoreError(.tooLarge, path: "\(folder.path)/\(name)") }
      if beside?.bytes != history.count { try folder.replace(name, with: history) }
      bytes = record.file(form: form, after: HistoryFile.Part(of: history, in: record.history))
    }
    // Nobody could read it again.
    guard bytes.count <= Record.largestFile else {
      throw StoreError(.tooLarge, path: "\(folder.path)/\(StoreLayout.record(record.id))")
    }
    return bytes
  }
}
