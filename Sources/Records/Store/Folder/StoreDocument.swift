import Standards

/// A JSON file of the store beside the records, with a format and a version of its own.
struct StoreDocument: Sendable {
  let file: String
  /// What its format says before the version.
  let kind: String
  let version: Int

  /// The kindergarten's settings, the tries at the family's door, and why the last daily archive failed.
  static let settings = StoreDocument(file: StoreLayout.settings, kind: "xueji-store", version: 1)
  /// Who may enter by name and PIN.
  static let people = StoreDocument(file: StoreLayout.people, kind: "xueji-people", version: 1)

  /// More than any such file takes.
  static let largest = 4 << 20

  fileprivate var format: String { "\(kind)/\(version)" }

  /// The members of the file, whose bytes these are.
  func members(_ bytes: [UInt8]) throws(StoreError) -> [String: JSONValue] {
    let json: JSONValue
    do {
      json = try JSONValue.parse(bytes)
    } catch {
      throw StoreError(.damaged, path: file, detail: error.place)
    }
    guard let object = json.object, let format = object["format"]?.string, format.hasPrefix("\(kind)/") else {
      throw StoreError(.damaged, path: file, detail: "format")
    }
    guard format == self.format else { throw StoreError(.newer, path: file, detail: format) }
    return object
  }
}

extension RecordStore {
  func read(_ document: StoreDocument) throws(StoreError) -> [String: JSONValue] {
    guard exists, let bytes = try folder(create: false).read(document.file, limit: StoreDocument.largest) else {
      return [:]
    }
    return try document.members(bytes)
  }

  /// Reads a file, changes it and writes it, while other desks wait; keys that nobody knows stay.
  ///
  /// Where the change throws, or changes nothing, nothing is written. The file as it was stays beside it, where asked to.
  @discardableResult
  func change<Result>(
    _ document: StoreDocument, keepsPrevious: Bool = true,
    _ change: (inout [String: JSONValue]) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let folder = try folder(create: true)
    return try folder.locked { () throws(StoreError) in
      let current = try folder.read(document.file, limit: StoreDocument.largest)
      let before = try current.map { bytes throws(StoreError) in try document.members(bytes) } ?? [:]
      var object = before
      let result = try change(&object)
      guard object != before else {
        // The last try may have failed after its rename: all that is missing is the sync.
        if current != nil { try folder.sync() }
        return result
      }
      object["format"] = .string(document.format)
      let bytes = JSONValue.object(object).serialized(pretty: true)
      try folder.replace(document.file, with: bytes, keeping: keepsPrevious ? current : nil)
      return result
    }
  }
}
