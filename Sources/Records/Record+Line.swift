import FormModel
import Standards

extension Record {
  /// The members of a record's file as a line among records of other kindergartens: without the file's checksum, and with
  /// where it is from.
  package static func line(_ file: [String: JSONValue], from origin: Origin?) -> [String: JSONValue] {
    var members = file
    members[checksumKey] = nil
    if let origin, members["origin"] ?? .null == .null { members["origin"] = origin.json }
    return members
  }
}

extension RecordStore {
  /// The members of a record whose history lies beside its file, with all of it; nil where it lies nowhere else.
  package static func whole(
    _ file: [String: JSONValue], in path: String, _ forms: FormLibrary
  ) -> [String: JSONValue]? {
    guard file[HistoryFile.key] != nil, let id = file["id"]?.string.flatMap({ RecordID($0) }),
      let begun = file["created"]?["at"]?.string.flatMap({ Timestamp($0) }),
      let record = try? RecordStore(path: path, forms: forms).record(id: id, of: begun.date)
    else { return nil }
    return record.json(form: forms.form(of: record)).object
  }
}
