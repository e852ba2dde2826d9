import Standards

extension RecordStore {
  /// Compares an archive with the store, entry by entry, and, where it is to be applied, puts back what is missing or
  /// older in the store; nothing newer is ever overwritten. Says whether the archive has a manifest to stand by.
  ///
  /// The archive is read three times: first to see whether it is whole, then in two rounds, since journals and earlier
  /// revisions come after the records that they belong to. One that is not whole is an error, and nothing is put back,
  /// unless what is left of it is asked for with `partly`: then the error is thrown at the end.
  @discardableResult
  public func restore(
    from file: String, applying: Bool, partly: Bool = false, report: (RestoreStep) -> Void
  ) throws(StoreError) -> Bool {
    let (parent, name) = try AtomicFile.split(file)
    let folder = try Folder.open(parent, create: false, operations: operations)
    let check = try ArchiveCheck(name, in: folder)
    let problem = check.problem.map { StoreError(.damaged, path: file, detail: $0) }
    if let problem, applying, !partly { throw problem }
    var restoration = Restoration(store: self, isApplying: applying)
    for round in [Restoration.Round.records, .companions] {
      restoration.begin(round)
      do throws(StoreError) {
        var reader = try TarReader(name, in: folder)
        while let entry = try reader.next() {
          if let step = try restoration.step(entry, { () throws(StoreError) in try reader.bytes() }) { report(step) }
        }
      } catch {
        // Where it breaks off was found before.
        guard error.code == .damaged, problem != nil else { throw error }
      }
    }
    if let problem { throw problem }
    return check.hasManifest
  }
}

/// The comparing of one archive with a store.
private struct Restoration {
  enum Round {
    case records
    /// What belongs to a record: its journals and the revision before.
    case companions
  }

  let store: RecordStore
  let isApplying: Bool
  private var round = Round.records
  private var seen: Set<StoreItem> = []
  /// Records beside which the store has another history than the archive.
  private var otherHistories: Set<RecordID> = []
  /// The revisions that the store has once the records are restored, and which of them come from the archive.
  private var revisions: [RecordID: (revision: Int, isRestored: Bool)] = [:]

  init(store: RecordStore, isApplying: Bool) {
    (self.store, self.isApplying) = (store, isApplying)
  }

  mutating func begin(_ round: Round) {
    self.round = round
    seen = []
  }

  /// What becomes of an entry; nil where this is not its round.
  mutating func step(
    _ entry: TarEntry, _ content: () throws(StoreError) -> [UInt8]
  ) throws(StoreError) -> RestoreStep? {
    let item: StoreItem
    switch entry.item() {
    case nil: return nil
    case .failure(let reason):
      return round == .records ? RestoreStep(name: entry.name, verdict: .refused(reason.refusal)) : nil
    case .success(let found): item = found
    }
    guard Self.round(of: item) == round else { return nil }
    guard seen.insert(item).inserted else { return RestoreStep(name: entry.name, verdict: .refused(.doubled)) }
    return RestoreStep(name: entry.name, verdict: try verdict(item, content()))
  }

  private static func round(of item: StoreItem) -> Round {
    switch item {
    case .settings, .people, .ledger, .touched, .record, .history, .copy, .aside: .records
    case .previous, .journal: .companions
    }
  }

  private mutating func verdict(_ item: StoreItem, _ bytes: [UInt8]) throws(StoreError) -> RestoreStep.Verdict {
    let revision: Int?
    do {
      revision = try revisionOf(item, bytes)
    } catch {
      return .refused(.foreign)
    }
    let current: Folder?
    do throws(StoreError) {
      current = try standingFolder(item)
    } catch {
      // A link or a file in the place of a folder.
      guard error.code == .permission || error.code == .notAFolder else { throw error }
      return .unreadableHere
    }
    guard isApplying else { return try verdict(item, bytes, revision, in: current) }
    if let current {
      return try current.locked { () throws(StoreError) in try applied(item, bytes, revision, in: current) }
    }
    // A folder is made only for what is put into it.
    let verdict = try verdict(item, bytes, revision, in: nil)
    guard verdict == .missing else { return verdict }
    var folder = try store.folder(create: true)
    for name in item.folders { folder = try folder.folder(name, create: true) }
    return try folder.locked { () throws(StoreError) in try applied(item, bytes, revision, in: folder) }
  }

  private mutating func applied(
    _ item: StoreItem, _ bytes: [UInt8], _ revision: Int?, in folder: Folder
  ) throws(StoreError) -> RestoreStep.Verdict {
    let verdict = try verdict(item, bytes, revision, in: folder)
    switch verdict {
    case .missing: try folder.replace(item.name, with: bytes)
    case .shorter: try folder.replace(item.name, with: bytes)
    case .older: try folder.replace(item.name, with: bytes, keeping: folder.read(item.name, limit: item.limit))
    case .same, .newer, .differs, .unreadableHere, .refused: break
    }
    return verdict
  }

  /// The folder of an item, or nil where the store has none yet.
  private func standingFolder(_ item: StoreItem) throws(StoreError) -> Folder? {
    guard store.exists else { return nil }
    var folder = try store.folder(create: false)
    for name in item.folders {
      guard try folder.status(name) != nil else { return nil }
      folder = try folder.folder(name, create: false)
    }
    return folder
  }

  private mutating func verdict(
    _ item: StoreItem, _ bytes: [UInt8], _ revision: Int?, in folder: Folder?
  ) throws(StoreError) -> RestoreStep.Verdict {
    let current: [UInt8]?
    do throws(StoreError) {
      current = try folder?.read(item.name, limit: item.limit)
    } catch {
      switch error.code {
      case .damaged, .tooLarge, .permission: return .unreadableHere
      case .full, .readOnly, .vanished, .tooManyFiles, .notAFolder, .notFound, .newer, .otherForm, .conflict,
        .otherRecord, .exists,
        .changedOutside, .otherVersion, .severalRecords, .brokenOff, .locked, .incomplete, .io:
        throw error
      }
    }
    switch item {
    case .record(_, let id): return record(id, bytes, revision ?? 0, current, item)
    case .history(_, let id): return history(id, bytes, current)
    case .previous(_, let id):
      // It is put back only with its record from the archive.
      guard revisions[id]?.isRestored == true else { return current == bytes ? .same : .differs }
    case .journal(_, let id, _):
      if let known = revisions[id]?.revision, let revision, revision < known {
        return .newer(store: known, archive: revision)
      }
    case .settings, .people, .ledger, .touched, .copy, .aside: break
    }
    guard let current else { return .missing }
    if current == bytes { return .same }
    switch item {
    case .ledger, .touched:
      if bytes.starts(with: current) { return .shorter }
      return .differs
    case .settings, .people, .record, .history, .previous, .journal, .copy, .aside: return .differs
    }
  }

  private mutating func record(
    _ id: RecordID, _ bytes: [UInt8], _ revision: Int, _ current: [UInt8]?, _ item: StoreItem
  ) -> RestoreStep.Verdict {
    guard let current else {
      revisions[id] = (revision, true)
      return .missing
    }
    guard let own = try? revisionOf(item, current) else { return .unreadableHere }
    // The archive's record could not be read beside the other history that the store has.
    if otherHistories.contains(id) { return current == bytes ? .same : .differs }
    revisions[id] = (max(own, revision), own < revision)
    if current == bytes { return .same }
    if own == revision { return .differs }
    return own < revision ? .older(store: own, archive: revision) : .newer(store: own, archive: revision)
  }

  /// A history only grows: the longer of two has all that is in the other. It comes before its record in an archive.
  private mutating func history(_ id: RecordID, _ bytes: [UInt8], _ current: [UInt8]?) -> RestoreStep.Verdict {
    guard let current else { return .missing }
    if current.starts(with: bytes) { return .same }
    if bytes.starts(with: current) { return .shorter }
    otherHistories.insert(id)
    return .differs
  }

  private struct Foreign: Error {}

  /// The revision that an item states; throws where its content is not what its name says.
  private func revisionOf(_ item: StoreItem, _ bytes: [UInt8]) throws(Foreign) -> Int? {
    switch item {
    case .record(let day, let id), .previous(let day, let id):
      guard let json = try? JSONValue.parse(bytes) else { throw Foreign() }
      return try Self.revision(of: json, id: id, day: day)
    case .journal(let day, let id, _):
      guard let first = JournalLine.read(bytes).values.first, let record = first["record"] else { throw Foreign() }
      return try Self.revision(of: record, id: id, day: day)
    case .history: guard HistoryFile.entries(bytes) != nil else { throw Foreign() }
    case .settings:
      guard (try? StoreDocument.settings.members(bytes)) != nil else { throw Foreign() }
    case .people:
      guard (try? StoreDocument.people.members(bytes)) != nil else { throw Foreign() }
    case .ledger:
      guard Ledger.badLines(bytes).isEmpty else { throw Foreign() }
    case .touched:
      guard
        bytes.split(separator: UInt8(ascii: "\n")).allSatisfy({ RecordID(String(decoding: $0, as: UTF8.self)) != nil })
      else { throw Foreign() }
    // Another program has named it: whether it is a record of that id and day is for whoever merges it.
    case .copy: guard (try? JSONValue.parse(bytes))?.object != nil else { throw Foreign() }
    case .aside: break
    }
    return nil
  }

  private static func revision(of json: JSONValue, id: RecordID, day: CalendarDate) throws(Foreign) -> Int {
    guard json["format"]?.string?.hasPrefix("xueji-record/") == true, json["id"]?.string == id.text,
      let revision = json["revision"]?.int, revision >= 0,
      json["created"]?["at"]?.string.flatMap({ Timestamp($0) })?.date == day
    else { throw Foreign() }
    return revision
  }
}
