import FormModel
import Glibc
import Records
import Sheets
import Standards

/// Gathers the records of many kindergartens, each once: by its id, in its newest revision.
///
/// What was gathered before is the first source, so that gathering again changes nothing, and one that was broken off is
/// begun again. Of two versions of a record neither is chosen: the one that was there stays, and both are told.
public struct RecordCollection {
  /// What came of a source.
  public struct Count: Hashable, Sendable {
    public var source: String
    /// Records that were not there.
    public var new = 0
    /// Later revisions of records that were.
    public var newer = 0
    public var same = 0
    /// Earlier revisions.
    public var older = 0
    /// What cannot be read, or is no record.
    public var refused = 0
    /// Other versions.
    public var versions = 0
  }

  /// Something that somebody has to look at.
  public enum Matter: Hashable, Sendable {
    case refused(file: String, row: Int)
    /// Two versions of one record, neither of which goes on from the other.
    case versions(kept: RecordPlace, other: RecordPlace)
    /// Two records with one child's number.
    case sameNumber(RecordPlace, RecordPlace)
    /// Two records with one name and birth date, and different numbers.
    case sameChild(RecordPlace, RecordPlace)
  }

  private struct Entry {
    /// The revision that was gathered before; nil where there was none.
    var base: Int32?
    /// Whether it is another than what was gathered before.
    var isTaken = false
    var id: RecordID
    var revision: Int32
    var sum: UInt64
    var file: Int32
    var start: Int
    var length: Int32
    var keys: ChildKeys?
    var saysOrigin: Bool
  }

  private let forms: FormLibrary
  private var files: [SourceFiles.File] = []
  private var entries: [Entry] = []
  private var places: [RecordID: Int32] = [:]
  public private(set) var counts: [Count] = []
  public private(set) var matters: [Matter] = []
  /// Whether what was gathered is another than what was there.
  public private(set) var isChanged = false
  /// Whether invented children and others are among them: the two are never gathered together.
  public private(set) var isMixed = false
  /// Whether they are invented; nil while there is none.
  public private(set) var isSimulated: Bool?

  public init(_ forms: FormLibrary) { self.forms = forms }

  public var count: Int { entries.count }

  /// How many are others than what was gathered before.
  public var changes: Int { entries.count(where: \.isTaken) }

  // MARK: Gathering

  /// Looks through sources; `isBase` for what was gathered before. `progress` is told how many bytes were read and says
  /// whether to go on.
  public mutating func gather(_ source: SourceFiles, isBase: Bool = false, progress: (Int) -> Bool) {
    let visit = RecordVisit<CollectedRecord?>(forms) { found, bytes, file in CollectedRecord(found, bytes, file) }
    var current: SourceFiles.File?
    for file in source.files where !file.isOfRecords { refuse(file, row: 0, isBase) }
    visit.run(source.files.filter(\.isOfRecords)) { batch in
      if batch.file != current {
        current = batch.file
        files.append(batch.file)
      }
      for (index, record) in batch.made.enumerated() {
        guard let record else {
          refuse(batch.file, row: batch.first + index, isBase)
          continue
        }
        take(record, batch.ranges[index], isBase)
      }
      if batch.problem != nil { refuse(batch.file, row: batch.first + batch.made.count, isBase) }
      return progress(batch.bytes)
    }
  }

  private mutating func refuse(_ file: SourceFiles.File, row: Int, _ isBase: Bool) {
    matters.append(.refused(file: file.path, row: row))
    count(file.source, isBase) { $0.refused += 1 }
  }

  private mutating func count(_ source: String, _ isBase: Bool, _ change: (inout Count) -> Void) {
    guard !isBase else { return }
    if counts.last?.source != source { counts.append(Count(source: source)) }
    change(&counts[counts.count - 1])
  }

  private mutating func take(_ record: CollectedRecord, _ range: Range<Int>, _ isBase: Bool) {
    if isSimulated.map({ $0 != record.isSimulated }) == true { isMixed = true }
    isSimulated = record.isSimulated
    var new = Entry(
      base: isBase ? Int32(clamping: record.revision) : nil, isTaken: !isBase, id: record.id,
      revision: Int32(clamping: record.revision), sum: record.sum, file: Int32(files.count - 1),
      start: range.lowerBound, length: Int32(range.count), keys: record.keys, saysOrigin: record.saysOrigin)
    let source = files[files.count - 1].source
    guard let place = places[record.id] else {
      places[record.id] = Int32(entries.count)
      entries.append(new)
      if !isBase { isChanged = true }
      return count(source, isBase) { $0.new += 1 }
    }
    let old = entries[Int(place)]
    guard old.sum != new.sum else { return count(source, isBase) { $0.same += 1 } }
    switch compare(old, new) {
    case .same: count(source, isBase) { $0.same += 1 }
    case .newer:
      new.base = old.base
      entries[Int(place)] = new
      isChanged = true
      count(source, isBase) { $0.newer += 1 }
    case .older: count(source, isBase) { $0.older += 1 }
    case .versions:
      count(source, isBase) { $0.versions += 1 }
      matters.append(.versions(kept: look(at: old), other: look(at: new)))
    }
  }

  private enum Comparison {
    case same, newer, older, versions
  }

  /// What a second record with an id is to the first: only the histories can tell.
  private func compare(_ old: Entry, _ new: Entry) -> Comparison {
    guard let one = record(old), var other = record(new) else { return .versions }
    // Where it is from is said of a record, and is no part of it.
    other.origin = one.origin
    if one == other { return .same }
    if other.revision > one.revision, other.continues(one) { return .newer }
    return one.revision > other.revision && one.continues(other) ? .older : .versions
  }

  // MARK: Children who came twice

  /// Finds the children who stand in two records of what was gathered.
  public mutating func findDoubles() {
    var known = ChildPlaces()
    for (index, entry) in entries.enumerated() {
      guard let keys = entry.keys, let match = known.add(keys, at: index) else { continue }
      switch match {
      case .sameNumber(let first): matters.append(.sameNumber(look(at: entries[first]), look(at: entry)))
      case .sameChild(let first): matters.append(.sameChild(look(at: entries[first]), look(at: entry)))
      }
    }
  }

  private func look(at entry: Entry) -> RecordPlace {
    let file = files[Int(entry.file)]
    let json = (try? JSONValue.parse(bytes(entry))) ?? .null
    let form = forms.form(pinnedIn: json) ?? forms.form
    let name = form.field(.childName).flatMap { json["answers"]?[form.fields[$0].name]?["value"]?.string }
    return RecordPlace(
      id: entry.id, code: json["code"]?.string ?? "",
      name: name ?? "", kindergarten: (json["origin"]?["kindergarten"]?.string ?? file.origin?.kindergarten) ?? "",
      revision: Int(entry.revision), source: file.source)
  }

  // MARK: What was gathered

  /// Hands over what is new or newer than what was gathered before, some at a time, in the order in which the records were
  /// begun; `take` says whether to go on. What is no record by the strict reader is refused.
  public mutating func visitChanges(_ take: ([RecordStore.TakenRecord]) -> Bool) {
    let (forms, files, entries) = (forms, files, entries)
    // An id begins with the moment at which its record was begun.
    let changes = entries.indices.filter { entries[$0].isTaken }.sorted { entries[$0].id.text < entries[$1].id.text }
    var rest = changes[...]
    var read: [RecordStore.TakenRecord] = []
    var unread: [Int] = []
    Crew.run(
      { () -> [Int]? in
        defer { rest = rest.dropFirst(Self.batch) }
        return rest.isEmpty ? nil : Array(rest.prefix(Self.batch))
      },
      { batch -> [(index: Int, record: Record?)] in
        var reader = PlaceReader()
        return batch.map { index in
          let (entry, file) = (entries[index], files[Int(entries[index].file)])
          let bytes = reader.read(file.path, entry.start..<entry.start + Int(entry.length))
          let line = Self.line(bytes, file, saysOrigin: entry.saysOrigin, forms)
          return (index, try? Record(line, forms: forms))
        }
      },
      take: { batch in
        for (index, record) in batch {
          if let record { read.append((record, entries[index].base.map { Int($0) })) } else { unread.append(index) }
        }
        guard read.count >= Self.mostHeld else { return true }
        defer { read = [] }
        return take(read)
      })
    if !read.isEmpty { _ = take(read) }
    for index in unread { refuse(unread: index) }
  }

  /// So many records are held at once.
  private static let mostHeld = 512

  private mutating func refuse(unread index: Int) {
    let file = files[Int(entries[index].file)]
    matters.append(.refused(file: file.path, row: 0))
    guard let place = counts.lastIndex(where: { $0.source == file.source }) else { return }
    if entries[index].base == nil { counts[place].new -= 1 } else { counts[place].newer -= 1 }
    counts[place].refused += 1
  }

  /// Hands over every record as a line, in the order in which they came; `take` says whether to go on.
  public func visit(_ take: (ArraySlice<UInt8>) -> Bool) {
    var next = 0
    let (forms, files) = (forms, files)
    func batch() -> [(file: SourceFiles.File, range: Range<Int>, saysOrigin: Bool)]? {
      guard next < entries.count else { return nil }
      let batch = entries[next..<min(next + Self.batch, entries.count)]
      next += batch.count
      return batch.map { (files[Int($0.file)], $0.start..<$0.start + Int($0.length), $0.saysOrigin) }
    }
    Crew.run(
      batch,
      { batch -> [[UInt8]] in
        var reader = PlaceReader()
        return batch.map { Self.line(reader.read($0.file.path, $0.range), $0.file, saysOrigin: $0.saysOrigin, forms) }
      }, take: { lines in lines.allSatisfy { take($0[...]) } })
  }

  private static let batch = 64

  private static func line(
    _ bytes: [UInt8], _ file: SourceFiles.File, saysOrigin: Bool, _ forms: FormLibrary
  ) -> [UInt8] {
    if saysOrigin { return bytes }
    guard case .object(var members)? = try? JSONValue.parse(bytes) else { return bytes }
    // A long history lies beside its record; the store joins the two.
    if file.kind == .record, let whole = RecordStore.whole(members, in: file.source, forms) { members = whole }
    return JSONValue.object(Record.line(members, from: file.origin)).serialized(pretty: false)
  }

  private func bytes(_ entry: Entry) -> [UInt8] {
    var reader = PlaceReader()
    return reader.read(files[Int(entry.file)].path, entry.start..<entry.start + Int(entry.length))
  }

  private func record(_ entry: Entry) -> Record? {
    let bytes = Self.line(bytes(entry), files[Int(entry.file)], saysOrigin: false, forms)
    return try? Record(bytes, forms: forms)
  }
}

/// Reads parts of files, one open at a time.
struct PlaceReader: ~Copyable {
  private var path = ""
  private var descriptor: Int32 = -1

  init() {}

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The bytes of a part; fewer where the file has changed.
  mutating func read(_ path: String, _ range: Range<Int>) -> [UInt8] {
    if self.path != path {
      if descriptor >= 0 { close(descriptor) }
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      self.path = path
    }
    let file = descriptor
    return [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(file, buffer.baseAddress! + count, range.count - count, off_t(range.lowerBound + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        count += got
      }
    }
  }
}
