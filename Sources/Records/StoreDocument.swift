import Standards

/// A JSON file of the store beside the records, with a format and a version of its own.
struct StoreDocument: Sendable {
  let file: String
  /// What its format says before the version.
  let kind: String
  let version: Int

  /// More than any such file takes.
  static let largest = 4 << 20

  fileprivate var format: String { "\(kind)/\(version)" }

  /// The file's members, none where there is no file yet.
  fileprivate func members(in folder: Folder) throws(StoreError) -> [String: JSONValue] {
    guard let bytes = try folder.read(file, limit: Self.largest) else { return [:] }
    let json: JSONValue
    do {
      json = try JSONValue.parse(bytes)
    } catch {
      throw StoreError(.damaged, path: file, detail: error.description)
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
    guard exists else { return [:] }
    return try document.members(in: folder(create: false))
  }

  /// Reads a file, changes it and writes it, while other desks wait; keys that nobody knows stay.
  ///
  /// Where the change throws, nothing is written.
  @discardableResult
  func change<Result>(
    _ document: StoreDocument, _ change: (inout [String: JSONValue]) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let folder = try folder(create: true)
    return try folder.locked { () throws(StoreError) in
      var object = try document.members(in: folder)
      let result = try change(&object)
      object["format"] = .string(document.format)
      try folder.replace(document.file, with: JSONValue.object(object).serialized(pretty: true))
      return result
    }
  }
}
