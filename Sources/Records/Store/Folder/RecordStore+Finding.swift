import FormModel
import Standards

extension RecordStore {
  /// The codes that the names of the store's files spell, for whoever makes many records: it looks through all names.
  public func takenCodes() -> Set<RecordCode> { Set(places().map { RecordCode(spelledBy: $0.id) }) }

  /// Whether the file name of another record spells this record's code. A record whose code is not the one that its
  /// file name spells goes unnoticed.
  ///
  /// It looks through all names, which is for no thread that somebody waits for.
  public func isCodeTaken(of record: Record) -> Bool {
    places().contains { $0.id != record.id && RecordCode(spelledBy: $0.id) == record.code }
  }

  /// Files whose names spell the code are looked at first; all others only where none of these is the record.
  public func record(code: RecordCode) throws(StoreError) -> Record? { try record(code: code, of: nil) }

  /// The same in a store of many kindergartens, where several may have a record with the code.
  public func record(code: RecordCode, of kindergarten: String?) throws(StoreError) -> Record? {
    guard let (place, bytes) = try file(code: code, of: kindergarten) else { return nil }
    return try record(bytes, at: place)
  }

  public func record(id: RecordID) throws(StoreError) -> Record? {
    var files = DayFiles(store: self)
    let (places, problems) = lookForPlaces()
    for place in places where place.id == id { return try record(files.read(place), at: place) }
    try Self.sayUnseen(problems)
    return nil
  }

  /// What is not found where not all could be looked at may be there all the same.
  private static func sayUnseen(_ problems: [StoreError]) throws(StoreError) {
    if let problem = problems.first(where: \.isUnseen) { throw problem }
  }

  /// Looks at that one file only.
  public func record(id: RecordID, of day: CalendarDate) throws(StoreError) -> Record {
    try record(at: Place(day: day.iso, id: id))
  }

  /// The record in a place that something else found.
  func record(at place: Place) throws(StoreError) -> Record {
    var files = DayFiles(store: self)
    return try record(files.read(place), at: place)
  }

  public func records(
    of sendings: [Sending], isPresentEnough: @escaping @Sendable (Record) -> Bool
  ) -> [Result<Record, StoreError>] {
    let folders = folders(of: Set(sendings.map(\.begun.iso)))
    return ConcurrentMap.map(sendings) { sending in
      let place = Place(day: sending.begun.iso, id: sending.record)
      do throws(StoreError) {
        return .success(try record(at: place, in: folders[place.day], isPresentEnough: isPresentEnough))
      } catch {
        return .failure(error)
      }
    }
  }

  /// The record in a place without what was done to it, where that is enough, else whole.
  private func record(
    at place: Place, in folder: Folder?, isPresentEnough: (Record) -> Bool
  ) throws(StoreError) -> Record {
    var files = DayFiles(store: self, day: place.day, folder: folder)
    let bytes = try files.read(place)
    if let record = RecordText(bytes)?.present(forms: forms), record.id == place.id, isPresentEnough(record) {
      return record
    }
    return try record(bytes, at: place)
  }

  /// The folders of days, each opened once for all that is read in it; without those that cannot be opened.
  private func folders(of days: Set<String>) -> [String: Folder] {
    guard let records = try? recordFolder() else { return [:] }
    var folders: [String: Folder] = [:]
    for day in days { folders[day] = try? records.folder(day, create: false) }
    return folders
  }

  /// The JSON of the record with a code, for looking at: also one of a newer version or another form; nil where there
  /// is none.
  public func document(code: RecordCode, of kindergarten: String? = nil) throws(StoreError) -> JSONValue? {
    guard let (place, bytes) = try file(code: code, of: kindergarten) else { return nil }
    return try json(bytes, at: place)
  }

  /// The JSON of the record with an id, as `document(code:)`.
  public func document(id: RecordID) throws(StoreError) -> JSONValue? {
    var files = DayFiles(store: self)
    let (places, problems) = lookForPlaces()
    for place in places where place.id == id { return try json(files.read(place), at: place) }
    try Self.sayUnseen(problems)
    return nil
  }

  /// The records of one day, or of all days, and what could not be read: one bad file never hides the others.
  public func records(
    of day: CalendarDate? = nil, status: Status? = nil
  ) -> (records: [Record], problems: [StoreError]) {
    var records: [Record] = []
    var problems: [StoreError] = []
    visit(day) { result in
      switch result {
      case .success(let record): if status == nil || record.status == status { records.append(record) }
      case .failure(let problem): problems.append(problem)
      }
    }
    return (records, problems)
  }

  public func visit(_ day: CalendarDate? = nil, _ body: (Result<Record, StoreError>) -> Void) {
    var problems: [StoreError] = []
    var files = DayFiles(store: self)
    for place in places(of: day, problems: &problems) {
      do throws(StoreError) {
        body(.success(try record(files.read(place), at: place)))
      } catch {
        body(.failure(error))
      }
    }
    for problem in problems { body(.failure(problem)) }
  }

  public func touched(on day: CalendarDate) throws(StoreError) -> [RecordID] {
    guard exists else { return [] }
    let days: Folder
    do throws(StoreError) {
      days = try folder(create: false).folder(StoreLayout.days, create: false)
    } catch  where error.isAbsence {
      return []
    }
    let bytes = try days.read(day.iso, limit: 64 << 20) ?? []
    var seen: Set<RecordID> = []
    let ids = bytes.split(separator: UInt8(ascii: "\n")).compactMap { RecordID(String(decoding: $0, as: UTF8.self)) }
    return ids.reversed().filter { seen.insert($0).inserted }.reversed()
  }

  // MARK: Files

  /// Where a record's file stands: the day's folder and the id.
  struct Place: Hashable, Sendable {
    var day: String
    var id: RecordID

    var file: String { StoreLayout.path(ofDay: day, StoreLayout.record(id)) }
  }

  /// Reads files day by day, one folder open at a time.
  private struct DayFiles {
    let store: RecordStore
    private var day = ""
    private var folder: Folder?

    init(store: RecordStore, day: String = "", folder: Folder? = nil) {
      (self.store, self.day, self.folder) = (store, day, folder)
    }

    mutating func read(_ place: Place) throws(StoreError) -> [UInt8] {
      let bytes: [UInt8]?
      do throws(StoreError) {
        bytes = try folder(of: place.day).readRecord(StoreLayout.record(place.id))
      } catch {
        throw error.below(place.file)
      }
      guard let bytes else { throw StoreError(.vanished, path: place.file) }
      return bytes
    }

    private mutating func folder(of day: String) throws(StoreError) -> Folder {
      if let folder, self.day == day { return folder }
      let opened = try store.recordFolder(of: day)
      (self.day, folder) = (day, opened)
      return opened
    }
  }

  private func lookForPlaces() -> (places: [Place], problems: [StoreError]) {
    var problems: [StoreError] = []
    let places = places(of: nil, problems: &problems)
    return (places, problems)
  }

  private func places() -> [Place] { lookForPlaces().places }

  private func places(of day: CalendarDate?, problems: inout [StoreError]) -> [Place] {
    guard exists else { return [] }
    var places: [Place] = []
    do throws(StoreError) {
      let records = try recordFolder()
      for name in try records.names() where !name.hasPrefix(".") && (day == nil || day?.iso == name) {
        do throws(StoreError) {
          try list(name, in: records, into: &places, problems: &problems)
        } catch {
          problems.append(error.below(StoreLayout.path(ofDay: name)))
        }
      }
    } catch {
      // Nothing was saved yet.
      if !error.isAbsence { problems.append(error.below(StoreLayout.records)) }
    }
    return places
  }

  private func list(
    _ day: String, in records: Folder, into places: inout [Place], problems: inout [StoreError]
  ) throws(StoreError) {
    guard CalendarDate(iso: day) != nil else {
      problems.append(StoreError(.damaged, path: StoreLayout.path(ofDay: day), detail: "name"))
      return
    }
    let folder = try records.folder(day, create: false)
    for file in try folder.names() {
      switch RecordFileName(file) {
      case nil: break
      case .record(let id): places.append(Place(day: day, id: id))
      case .copy, .foreign: problems.append(StoreError(oddName: StoreLayout.path(ofDay: day, file)))
      }
    }
  }

  private func json(_ bytes: [UInt8], at place: Place) throws(StoreError) -> JSONValue {
    do {
      return try JSONValue.parse(bytes)
    } catch {
      throw StoreError(.damaged, path: place.file, detail: error.description)
    }
  }

  func record(_ bytes: [UInt8], at place: Place) throws(StoreError) -> Record {
    try record(at: place) { () throws(RecordProblem) in try Record(bytes, forms: forms) }
  }

  /// The record as lists show it, without the answers before and after each act.
  func glance(at bytes: [UInt8], _ place: Place) throws(StoreError) -> Record {
    try record(at: place) { () throws(RecordProblem) in try Record(glancingAt: bytes, forms: forms) }
  }

  private func record(at place: Place, _ read: () throws(RecordProblem) -> Record) throws(StoreError) -> Record {
    let record: Record
    do throws(RecordProblem) {
      record = try read()
    } catch {
      throw StoreError(error, path: place.file)
    }
    guard record.id == place.id else { throw StoreError(.damaged, path: place.file, detail: "id") }
    return record
  }

  /// The file of the record with a code, and its bytes.
  private func file(code: RecordCode, of kindergarten: String?) throws(StoreError) -> (Place, [UInt8])? {
    let (places, problems) = lookForPlaces()
    var files = DayFiles(store: self)
    var problem: StoreError?
    for isLikely in [true, false] {
      var found: [(item: (Place, [UInt8]), kindergarten: String?)] = []
      for place in places where (RecordCode(spelledBy: place.id) == code) == isLikely {
        do throws(StoreError) {
          let bytes = try files.read(place)
          // Looking for four bytes is far quicker than reading every record of a store.
          guard isLikely || bytes.containsQuoted(code) else { continue }
          let json = try json(bytes, at: place)
          guard json["code"]?.string.flatMap({ RecordCode($0) }) == code else { continue }
          found.append(((place, bytes), json["origin"]?["kindergarten"]?.string))
        } catch {
          // A damaged file that another code leads to says nothing about this one; one that cannot be read now may be it.
          if isLikely || error.isUnseen { problem = error }
        }
      }
      if let only = try RecordName.only(found, code, of: kindergarten) { return only }
      if let problem { throw problem }
    }
    try Self.sayUnseen(problems)
    return nil
  }
}

extension StoreError {
  /// The same error, its path told from the store's folder.
  func below(_ path: String) -> StoreError {
    StoreError(code, path: path, number: number, detail: detail)
  }
}

extension [UInt8] {
  /// Whether the code stands somewhere between quotes, as a record's own code does.
  fileprivate func containsQuoted(_ code: RecordCode) -> Bool {
    let wanted = Array("\"\(code)\"".utf8)
    guard count >= wanted.count else { return false }
    for start in 0...count - wanted.count where self[start] == wanted[0] && self[start + 5] == wanted[5] {
      if self[start..<start + 6].elementsEqual(wanted) { return true }
    }
    return false
  }
}
