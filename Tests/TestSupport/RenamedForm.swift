import Foundation

/// A form in which every field is called otherwise: what then still works asks no field by its name.
public enum RenamedForm {
  /// The keys of a form's and an edition's file whose texts are names of fields.
  private static let references: Set<String> = [
    "field", "fields", "sentences", "same", "after", "years_until", "from", "document_type", "head", "first_place",
  ]

  /// The name that a field has there.
  public static func name(of field: String) -> String { "renamed_\(field)_field" }

  /// Writes the files, each a form or an edition of its sheet, into a new folder, all fields renamed.
  public static func folder(_ files: [String: [UInt8]]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("renamed-\(UUID().uuidString)")
    for (name, bytes) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      let json = renamed(try JSONSerialization.jsonObject(with: Data(bytes)), isReference: false)
      try JSONSerialization.data(withJSONObject: json).write(to: file)
    }
    return folder.path
  }

  private static func renamed(_ json: Any, isReference: Bool) -> Any {
    switch json {
    case let text as String: return isReference && text != "today" ? name(of: text) : text
    case let list as [Any]: return list.map { renamed($0, isReference: isReference) }
    case let object as [String: Any]:
      var object = object
      for (key, value) in object { object[key] = renamed(value, isReference: references.contains(key)) }
      // What a question's choice gives is said by fields; of other things, such as a suggestion, it is a list.
      if object["label"] != nil, let values = object["values"] as? [String: String] {
        object["values"] = Dictionary(uniqueKeysWithValues: values.map { (name(of: $0), $1) })
      }
      if let values = object["rules_out"] as? [String: [String]] {
        object["rules_out"] = Dictionary(uniqueKeysWithValues: values.map { (name(of: $0), $1) })
      }
      // Only a field has a type; sections and rules keep their names.
      if let field = object["name"] as? String, object["type"] != nil { object["name"] = name(of: field) }
      return object
    default: return json
    }
  }
}
