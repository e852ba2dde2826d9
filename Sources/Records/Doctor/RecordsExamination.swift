import FormModel
import Standards

/// What is found out about the records one after the other, and what only all of them together show.
struct RecordsExamination {
  let forms: FormLibrary
  /// Which records were changed on a day, by their histories.
  private(set) var touched: [CalendarDate: Set<RecordID>] = [:]
  private var paths: [RecordID: String] = [:]
  private var codes: [RecordCode: String] = [:]
  private var together: [Ailment] = []

  init(forms: FormLibrary) { self.forms = forms }

  /// What is wrong with one file of a day's folder.
  mutating func examine(_ name: String, in folder: Folder, day: CalendarDate) -> [Ailment] {
    let path = "records/\(day.iso)/\(name)"
    do throws(StoreError) {
      return try examine(name, path, in: folder, day: day)
    } catch {
      switch error.code {
      case .damaged, .tooLarge:
        // A record whose history cannot be read is not to be parted from it.
        let remedy: Ailment.Remedy = error.path.hasSuffix(HistoryFile.suffix) ? .person : .setAside
        return [Ailment(path: path, kind: .unreadable(detail: error.detail), remedy: remedy)]
      case .full, .readOnly, .permission, .vanished, .tooManyFiles, .notAFolder, .notFound, .newer, .otherForm,
        .conflict, .otherRecord, .exists, .changedOutside, .otherVersion, .locked, .incomplete, .io:
        return [Ailment(path: path, kind: .unexamined(error), remedy: .person)]
      }
    }
  }

  private mutating func examine(
    _ name: String, _ path: String, in folder: Folder, day: CalendarDate
  ) throws(StoreError) -> [Ailment] {
    if StoreDoctor.isNetworkLeftover(name) { return [] }
    guard let status = try folder.status(name) else {
      // A name that is no text cannot even be said to the system; one that has just gone is in order.
      return name.contains("\u{FFFD}") ? [Ailment(path: path, kind: .foreignName, remedy: .person)] : []
    }
    if let wrong = StoreDoctor.wrongKind(status, isFolder: false) {
      return [Ailment(path: path, kind: wrong, remedy: .setAside)]
    }
    if let leftover = StoreDoctor.leftover(name, in: folder, path: path) { return [leftover] }
    if StoreDoctor.leftoverTarget(name) != nil { return [] }
    guard let item = StoreItem(name: name, day: day) else {
      return [Ailment(path: path, kind: .foreignName, remedy: .setAside)]
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
        return rights + [Ailment(path: path, kind: .unreadable(detail: "history"), remedy: .person)]
      }
      let record = try folder.status("\(id).json")
      let previous = try folder.status(Folder.previousName(of: "\(id).json"))
      return rights
        + (record == nil && previous == nil ? [Ailment(path: path, kind: .missingRecord, remedy: .person)] : [])
    case .previous(_, let id):
      if try folder.status("\(id).json") == nil, problem(try folder.withHistory(bytes), id: id) == nil {
        return rights + [Ailment(path: "records/\(day.iso)/\(id).json", kind: .missingRecord, remedy: .bringBack)]
      }
      return rights
        + (problem(try folder.withHistory(bytes), id: id).map { [Ailment(path: path, kind: $0, remedy: .setAside)] }
          ?? [])
    case .journal(_, let id, _): return rights + (try journal(bytes, name, id: id, path: path, in: folder))
    case .copy(_, let id, _): return rights + [copy(try folder.withHistory(bytes), id: id, path: path)]
    case .settings, .people, .ledger, .touched, .aside: return rights
    }
  }

  /// Another version of a record: what only it has is joined with the record by a repair.
  private func copy(_ bytes: [UInt8], id: RecordID, path: String) -> Ailment {
    do throws(RecordProblem) {
      let record = try Record(bytes, forms: forms)
      guard record.id == id else { return Ailment(path: path, kind: .otherID, remedy: .person) }
      return Ailment(path: path, kind: .otherVersion(record.code), remedy: .merge)
    } catch {
      switch error {
      case .notJSON, .notARecord:
        return Ailment(
          path: path, kind: .unreadable(detail: StoreError(error, path: path).detail), remedy: .setAside)
      case .newer(let format): return Ailment(path: path, kind: .newer(format: format), remedy: .person)
      case .otherForm(let name, let version):
        return Ailment(path: path, kind: .otherForm("\(name)/\(version)"), remedy: .person)
      }
    }
  }

  /// Why bytes are not a good record of that id; nil too where only this version or form cannot say.
  private func problem(_ bytes: [UInt8], id: RecordID) -> Ailment.Kind? {
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
  ) -> [Ailment] {
    let record: Record
    do throws(RecordProblem) {
      record = try Record(whole, forms: forms)
    } catch {
      switch error {
      case .notJSON, .notARecord:
        return [unreadable(.unreadable(detail: StoreError(error, path: path).detail), id, path, in: folder)]
      case .newer(let format): return [note(.newer(format: format), bytes, id, path)]
      case .otherForm(let name, let version): return [note(.otherForm("\(name)/\(version)"), bytes, id, path)]
      }
    }
    guard record.id == id else { return [unreadable(.otherID, id, path, in: folder)] }
    remember(id, record.code, path)
    for entry in record.history { touched[entry.at.date, default: []].insert(id) }
    var ailments: [Ailment] = []
    if Record.isChangedOutside(bytes) { ailments.append(Ailment(path: path, kind: .changedOutside, remedy: .person)) }
    let made = record.created.at.date
    if made != day { ailments.append(Ailment(path: path, kind: .otherDay(made), remedy: .move(made))) }
    if let last = record.history.map(\.revision).max(), last > record.revision {
      ailments.append(
        Ailment(
          path: path, kind: .behindHistory(record: record.revision, history: last), remedy: .raiseRevision(last)))
    }
    return ailments
  }

  /// A record's file that cannot be read; where the revision before can, that one takes its place.
  private func unreadable(_ kind: Ailment.Kind, _ id: RecordID, _ path: String, in folder: Folder) -> Ailment {
    let bytes = (try? folder.readRecord(Folder.previousName(of: "\(id).json"))) ?? nil
    let isGood = bytes.map { problem($0, id: id) == nil } ?? false
    return Ailment(path: path, kind: kind, remedy: isGood ? .previous : .setAside)
  }

  private mutating func note(_ kind: Ailment.Kind, _ bytes: [UInt8], _ id: RecordID, _ path: String) -> Ailment {
    if let code = (try? JSONValue.parse(bytes))?["code"]?.string.flatMap({ RecordCode($0) }) {
      remember(id, code, path)
    }
    return Ailment(path: path, kind: kind, remedy: .note)
  }

  private mutating func remember(_ id: RecordID, _ code: RecordCode, _ path: String) {
    if let other = paths.updateValue(path, forKey: id) {
      together.append(Ailment(path: path, kind: .doubledID(other: other), remedy: .person))
    } else if let other = codes.updateValue(path, forKey: code) {
      together.append(Ailment(path: path, kind: .doubledCode(code, other: other), remedy: .person))
    }
  }

  private func journal(
    _ bytes: [UInt8], _ name: String, id: RecordID, path: String, in folder: Folder
  ) throws(StoreError) -> [Ailment] {
    let (values, dropped) = JournalLine.read(bytes)
    guard let first = values.first else { throw StoreError(.damaged, path: path, detail: "journal") }
    if let format = first["format"]?.string, format != JournalBase.format, format.hasPrefix("xueji-journal/") {
      return [Ailment(path: path, kind: .newer(format: format), remedy: .note)]
    }
    let whole = try folder.withHistory(inJournal: first)
    do throws(RecordProblem) {
      guard try JournalBase(json: whole, forms: forms).record.id == id else {
        return [Ailment(path: path, kind: .otherID, remedy: .setAside)]
      }
    } catch {
      let problem = StoreError(error, path: path)
      guard problem.code == .damaged else {
        let kind: Ailment.Kind = problem.code == .newer ? .newer(format: problem.detail) : .otherForm(problem.detail)
        return [Ailment(path: path, kind: kind, remedy: .note)]
      }
      throw problem
    }
    // A desk at work may be in the middle of a line.
    if try folder.isLocked(name, process: first["pid"]?.int, host: first["host"]?.string) {
      return [Ailment(path: path, kind: .runningJournal, remedy: .note)]
    }
    guard dropped > 0 else { return [Ailment(path: path, kind: .waitingJournal, remedy: .join)] }
    let torn = bytes.suffix(dropped)
    let isLast = torn.firstIndex(of: UInt8(ascii: "\n")).map { $0 == torn.endIndex - 1 } ?? true
    // Behind damage there may be something that only a person can read.
    return [
      isLast
        ? Ailment(path: path, kind: .tornJournal(bytes: dropped), remedy: .join)
        : Ailment(path: path, kind: .brokenJournal(bytes: dropped), remedy: .keep)
    ]
  }

  /// What all records together have shown.
  func afterwards() -> [Ailment] { together }
}
