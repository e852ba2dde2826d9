import FormModel
import Standards

/// What is found out about the records one after the other, and what only all of them together show.
struct RecordsExamination {
  let forms: FormLibrary
  /// Which records were changed on a day, by their histories.
  private(set) var touched: [CalendarDate: Set<RecordID>] = [:]
  private var paths: [RecordID: String] = [:]
  /// By the code and the kindergarten that it is unique in.
  private var codes: [RecordName: String] = [:]
  private var together: [StoreDefect] = []

  init(forms: FormLibrary) { self.forms = forms }

  /// What is wrong with one file of a day's folder.
  mutating func examine(_ name: String, in folder: Folder, day: CalendarDate) -> [StoreDefect] {
    let path = StoreLayout.path(ofDay: day.iso, name)
    do throws(StoreError) {
      return try examine(name, path, in: folder, day: day)
    } catch {
      switch error.code {
      case .damaged, .tooLarge:
        // A record whose history cannot be read is not to be parted from it.
        let remedy: StoreDefect.Remedy = error.path.hasSuffix(StoreLayout.historyEnding) ? .person : .setAside
        return [StoreDefect(path: path, kind: .unreadable(detail: error.detail), remedy: remedy)]
      case .full, .readOnly, .permission, .vanished, .tooManyFiles, .notAFolder, .notFound, .newer, .otherForm,
        .conflict, .otherRecord, .exists, .changedOutside, .otherVersion, .severalRecords, .brokenOff, .locked,
        .incomplete, .io:
        return [StoreDefect(path: path, kind: .unexamined(error), remedy: .person)]
      }
    }
  }

  private mutating func examine(
    _ name: String, _ path: String, in folder: Folder, day: CalendarDate
  ) throws(StoreError) -> [StoreDefect] {
    if StoreDoctor.isNetworkLeftover(name) { return [] }
    guard let status = try folder.status(name) else {
      // A name that is no text cannot even be said to the system; one that has just gone is in order.
      return name.contains("\u{FFFD}") ? [StoreDefect(path: path, kind: .foreignName, remedy: .person)] : []
    }
    if let wrong = StoreDoctor.wrongKind(status, isFolder: false) {
      return [StoreDefect(path: path, kind: wrong, remedy: .setAside)]
    }
    if let leftover = StoreDoctor.leftover(name, in: folder, path: path) { return [leftover] }
    if StoreDoctor.leftoverTarget(name) != nil { return [] }
    guard let item = StoreItem(name: name, day: day) else {
      return [StoreDefect(path: path, kind: .foreignName, remedy: .setAside)]
    }
    if let closed = StoreDoctor.rights(status, path: path), status.mode & 0o400 == 0 { return [closed] }
    let rights = StoreDoctor.rights(status, path: path).map { [$0] } ?? []
    guard let bytes = try folder.read(name, limit: item.limit) else { return rights }
    switch item {
    case .record(_, let id):
      let whole = try folder.withHistory(bytes)
      return rights + record(bytes, whole, id: id, day: day, path: path, in: folder)
    case .history(_, let id):
      if HistoryFile.entries(bytes) == nil {
        return rights + [StoreDefect(path: path, kind: .unreadable(detail: "history"), remedy: .person)]
      }
      let record = try folder.status(StoreLayout.record(id))
      let previous = try folder.status(StoreLayout.previous(of: StoreLayout.record(id)))
      return rights
        + (record == nil && previous == nil ? [StoreDefect(path: path, kind: .missingRecord, remedy: .person)] : [])
    case .previous(_, let id):
      if try folder.status(StoreLayout.record(id)) == nil, problem(try folder.withHistory(bytes), id: id) == nil {
        return rights + [
          StoreDefect(
            path: StoreLayout.path(ofDay: day.iso, StoreLayout.record(id)), kind: .missingRecord, remedy: .bringBack)
        ]
      }
      return rights
        + (problem(try folder.withHistory(bytes), id: id).map { [StoreDefect(path: path, kind: $0, remedy: .setAside)] }
          ?? [])
    case .journal(_, let id, _): return rights + (try journal(bytes, name, id: id, path: path, in: folder))
    case .copy(_, let id, _): return rights + [copy(try folder.withHistory(bytes), id: id, path: path)]
    case .settings, .people, .ledger, .touched, .aside: return rights
    }
  }

  /// Another version of a record: what only it has is joined with the record by a repair.
  private func copy(_ bytes: [UInt8], id: RecordID, path: String) -> StoreDefect {
    do throws(RecordProblem) {
      let record = try Record(bytes, forms: forms)
      guard record.id == id else { return StoreDefect(path: path, kind: .otherID, remedy: .person) }
      return StoreDefect(path: path, kind: .otherVersion(record.code), remedy: .merge)
    } catch {
      switch error {
      case .notJSON, .notARecord:
        return StoreDefect(
          path: path, kind: .unreadable(detail: StoreError(error, path: path).detail), remedy: .setAside)
      case .newer(let format): return StoreDefect(path: path, kind: .newer(format: format), remedy: .person)
      case .otherForm(let name, let version):
        return StoreDefect(path: path, kind: .otherForm("\(name)/\(version)"), remedy: .person)
      }
    }
  }

  /// Why bytes are not a good record of that id; nil too where only this version or form cannot say.
  private func problem(_ bytes: [UInt8], id: RecordID) -> StoreDefect.Kind? {
    do throws(RecordProblem) {
      return try Record(bytes, forms: forms).id == id ? nil : .otherID
    } catch {
      switch error {
      case .notJSON, .notARecord: return .unreadable(detail: StoreError(error, path: "").detail)
      case .newer, .otherForm: return nil
      }
    }
  }

  private mutating func record(
    _ bytes: [UInt8], _ whole: [UInt8], id: RecordID, day: CalendarDate, path: String, in folder: Folder
  ) -> [StoreDefect] {
    let record: Record
    do throws(RecordProblem) {
      record = try Record(whole, forms: forms)
    } catch {
      switch error {
      case .notJSON, .notARecord:
        return [unreadable(.unreadable(detail: StoreError(error, path: path).detail), id, path, in: folder)]
      case .newer(let format): return [report(.newer(format: format), bytes, id, path)]
      case .otherForm(let name, let version): return [report(.otherForm("\(name)/\(version)"), bytes, id, path)]
      }
    }
    guard record.id == id else { return [unreadable(.otherID, id, path, in: folder)] }
    remember(id, .code(record.code, kindergarten: record.origin?.kindergarten), path)
    for entry in record.history { touched[entry.at.date, default: []].insert(id) }
    var defects: [StoreDefect] = []
    if Record.isChangedOutside(bytes) {
      defects.append(StoreDefect(path: path, kind: .changedOutside, remedy: .person))
    }
    let made = record.created.at.date
    if made != day { defects.append(StoreDefect(path: path, kind: .otherDay(made), remedy: .move(made))) }
    if let last = record.history.map(\.revision).max(), last > record.revision {
      defects.append(
        StoreDefect(
          path: path, kind: .behindHistory(record: record.revision, history: last), remedy: .raiseRevision(last)))
    }
    return defects
  }

  /// A record's file that cannot be read; where the revision before can, that one takes its place.
  private func unreadable(_ kind: StoreDefect.Kind, _ id: RecordID, _ path: String, in folder: Folder) -> StoreDefect {
    let bytes = (try? folder.readRecord(StoreLayout.previous(of: StoreLayout.record(id)))) ?? nil
    let isGood = bytes.map { problem($0, id: id) == nil } ?? false
    return StoreDefect(path: path, kind: kind, remedy: isGood ? .previous : .setAside)
  }

  private mutating func report(_ kind: StoreDefect.Kind, _ bytes: [UInt8], _ id: RecordID, _ path: String)
    -> StoreDefect
  {
    let json = try? JSONValue.parse(bytes)
    if let code = json?["code"]?.string.flatMap({ RecordCode($0) }) {
      remember(id, .code(code, kindergarten: json?["origin"]?["kindergarten"]?.string), path)
    }
    return StoreDefect(path: path, kind: kind, remedy: .nothing)
  }

  private mutating func remember(_ id: RecordID, _ name: RecordName, _ path: String) {
    if let other = paths.updateValue(path, forKey: id) {
      together.append(StoreDefect(path: path, kind: .doubledID(other: other), remedy: .person))
    } else if case .code(let code, _) = name, let other = codes.updateValue(path, forKey: name) {
      together.append(StoreDefect(path: path, kind: .doubledCode(code, other: other), remedy: .person))
    }
  }

  private func journal(
    _ bytes: [UInt8], _ name: String, id: RecordID, path: String, in folder: Folder
  ) throws(StoreError) -> [StoreDefect] {
    let (values, dropped) = JournalLine.read(bytes)
    guard let first = values.first else { throw StoreError(.damaged, path: path, detail: "journal") }
    if let format = first["format"]?.string, format != JournalBase.format, format.hasPrefix("xueji-journal/") {
      return [StoreDefect(path: path, kind: .newer(format: format), remedy: .nothing)]
    }
    let whole = try folder.withHistory(inJournal: first)
    do throws(RecordProblem) {
      guard try JournalBase(json: whole, forms: forms).record.id == id else {
        return [StoreDefect(path: path, kind: .otherID, remedy: .setAside)]
      }
    } catch {
      let problem = StoreError(error, path: path)
      guard problem.code == .damaged else {
        let kind: StoreDefect.Kind =
          problem.code == .newer ? .newer(format: problem.detail) : .otherForm(problem.detail)
        return [StoreDefect(path: path, kind: kind, remedy: .nothing)]
      }
      throw problem
    }
    // A desk at work may be in the middle of a line.
    if try folder.isLocked(name, process: first["pid"]?.int, host: first["host"]?.string) {
      return [StoreDefect(path: path, kind: .runningJournal, remedy: .nothing)]
    }
    guard dropped > 0 else { return [StoreDefect(path: path, kind: .waitingJournal, remedy: .join)] }
    let torn = bytes.suffix(dropped)
    let isLast = torn.firstIndex(of: UInt8(ascii: "\n")).map { $0 == torn.endIndex - 1 } ?? true
    // Behind damage there may be something that only a person can read.
    return [
      isLast
        ? StoreDefect(path: path, kind: .tornJournal(bytes: dropped), remedy: .join)
        : StoreDefect(path: path, kind: .brokenJournal(bytes: dropped), remedy: .keep)
    ]
  }

  /// What all records together have shown.
  func afterwards() -> [StoreDefect] { together }
}
