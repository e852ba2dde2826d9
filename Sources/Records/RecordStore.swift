import FormModel
import Glibc
import Standards

/// The records of one kindergarten, in a folder of JSON files; its operations name no files.
///
/// The folder is made at the first save. Nothing in it is followed through a symbolic link.
public struct RecordStore: Sendable {
  private static let format = "xueji-store/1"
  private static let largestSettings = 1 << 20

  public let path: String
  public let form: Form

  public init(path: String, form: Form) {
    self.path = path
    self.form = form
  }

  /// Whether there is a folder yet.
  public var exists: Bool { access(path, F_OK) == 0 }

  // MARK: Settings

  /// The kindergarten's settings; those of nobody asked yet where there are none.
  public func settings() throws(StoreError) -> Settings {
    Settings(json: try storeFile()["settings"])
  }

  public func save(_ settings: Settings) throws(StoreError) {
    try changeStoreFile { $0["settings"] = settings.json }
  }

  /// How long somebody who gave a wrong code must wait.
  public func comingBack() throws(StoreError) -> ComingBack {
    ComingBack(json: try storeFile()["coming_back"])
  }

  public func save(_ comingBack: ComingBack) throws(StoreError) {
    try changeStoreFile { $0["coming_back"] = comingBack.json }
  }

  private func storeFile() throws(StoreError) -> [String: JSONValue] {
    guard exists else { return [:] }
    guard let bytes = try Folder.open(path, create: false).read("store.json", limit: Self.largestSettings) else {
      return [:]
    }
    let file = "\(path)/store.json"
    guard let object = (try? JSONValue.parse(bytes))?.object else { throw StoreError(.damaged, path: file) }
    guard object["format"]?.string == Self.format else { throw StoreError(.newer, path: file) }
    return object
  }

  private func changeStoreFile(_ change: (inout [String: JSONValue]) -> Void) throws(StoreError) {
    var object = try storeFile()
    change(&object)
    object["format"] = .string(Self.format)
    try Folder.open(path, create: true).replace("store.json", with: JSONValue.object(object).serialized(pretty: true))
  }

  // MARK: Finding

  /// A new identity whose code no record of the store has.
  public func newIdentity(
    milliseconds: Int, using generator: inout some RandomNumberGenerator
  ) -> RecordIdentity {
    while true {
      let identity = RecordIdentity(milliseconds: milliseconds, using: &generator)
      if !isTaken(identity.code) { return identity }
    }
  }

  /// Whether a file's name spells the code. A record that bears a foreign code is not looked into here.
  public func isTaken(_ code: RecordCode) -> Bool {
    places().contains { RecordCode(spelledBy: $0.id) == code }
  }

  /// The record with a code, or nil.
  ///
  /// Files whose names spell the code are looked at first; only where none is the record, all are read.
  public func record(code: RecordCode) throws(StoreError) -> Record? {
    let places = places()
    let likely = places.filter { RecordCode(spelledBy: $0.id) == code }
    var problem: StoreError?
    for place in likely {
      do throws(StoreError) {
        let record = try read(place)
        if record.code == code { return record }
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    for place in places where !likely.contains(place) {
      if let record = try? read(place), record.code == code { return record }
    }
    return nil
  }

  /// The record with an id, or nil.
  public func record(id: RecordID) throws(StoreError) -> Record? {
    for place in places() where place.id == id { return try read(place) }
    return nil
  }

  /// The records of one day, or of all days, and what could not be read: one bad file never hides the others.
  public func records(of day: CalendarDate? = nil) -> (records: [Record], problems: [StoreError]) {
    var records: [Record] = []
    var problems: [StoreError] = []
    for place in places(of: day, strangers: &problems) {
      do throws(StoreError) {
        records.append(try read(place))
      } catch {
        problems.append(error)
      }
    }
    return (records, problems)
  }

  /// Where a record's file stands: the day's folder and the id.
  struct Place: Hashable {
    var day: String
    var id: RecordID
  }

  private func places() -> [Place] {
    var strangers: [StoreError] = []
    return places(of: nil, strangers: &strangers)
  }

  private func places(of day: CalendarDate?, strangers: inout [StoreError]) -> [Place] {
    guard exists, let root = try? Folder.open(path, create: false),
      let records = try? root.folder("records", create: false)
    else { return [] }
    var places: [Place] = []
    for name in records.names() where day.map({ $0.iso == name }) ?? true {
      guard CalendarDate(iso: name) != nil, let folder = try? records.folder(name, create: false) else {
        strangers.append(StoreError(.damaged, path: "records/\(name)", detail: "name"))
        continue
      }
      for file in folder.names() where !file.hasPrefix(".") && file.hasSuffix(".json") {
        guard let id = RecordID(file.dropLast(5)) else {
          strangers.append(StoreError(.damaged, path: "records/\(name)/\(file)", detail: "name"))
          continue
        }
        places.append(Place(day: name, id: id))
      }
    }
    return places
  }

  private func read(_ place: Place) throws(StoreError) -> Record {
    let file = "records/\(place.day)/\(place.id).json"
    let folder = try Folder.open(path, create: false).folder("records", create: false)
      .folder(place.day, create: false)
    guard let bytes = try folder.read("\(place.id).json", limit: Record.largestFile) else {
      throw StoreError(.vanished, path: file)
    }
    let record: Record
    do throws(RecordProblem) {
      record = try Record(bytes, form: form)
    } catch {
      throw StoreError(error, path: file)
    }
    guard record.id == place.id else { throw StoreError(.damaged, path: file, detail: "id") }
    return record
  }

  // MARK: Saving

  /// Writes a record's snapshot over the revision that it started from; waits until the disk has it.
  ///
  /// Nothing is overwritten unseen: where another revision stands there now, that is a conflict.
  public func save(_ record: Record, replacing base: Int, on today: CalendarDate) throws(StoreError) {
    let root = try Folder.open(path, create: true)
    let day = record.created.at.date.iso
    let folder = try root.folder("records", create: true).folder(day, create: true)
    let name = "\(record.id).json"
    var standing = 0
    if let bytes = try folder.read(name, limit: Record.largestFile) { standing = try revision(of: bytes, file: name) }
    guard standing == base else { throw StoreError(.conflict, path: "records/\(day)/\(name)") }
    try folder.replace(name, with: record.json(form: form).serialized(pretty: true))
    if today.iso != day { try touch(record.id, on: today, in: root) }
  }

  private func revision(of bytes: [UInt8], file: String) throws(StoreError) -> Int {
    guard let revision = (try? JSONValue.parse(bytes))?["revision"]?.int else {
      throw StoreError(.damaged, path: file)
    }
    return revision
  }

  /// Notes an older record that was touched today, once in a row.
  private func touch(_ id: RecordID, on today: CalendarDate, in root: Folder) throws(StoreError) {
    let days = try root.folder("days", create: true)
    let noted = try days.read(today.iso, limit: Record.largestFile) ?? []
    let line = Array("\(id)\n".utf8)
    guard noted.suffix(line.count) != line[...] else { return }
    try days.append(id.text, to: today.iso)
  }
}

extension StoreError {
  /// What is wrong with a record's file.
  init(_ problem: RecordProblem, path: String) {
    switch problem {
    case .notJSON(let error): self.init(.damaged, path: path, detail: error.description)
    case .notARecord(let key): self.init(.damaged, path: path, detail: key)
    case .newer(let format): self.init(.newer, path: path, detail: format)
    case .otherForm(let name, let version): self.init(.otherForm, path: path, detail: "\(name)/\(version)")
    }
  }
}
