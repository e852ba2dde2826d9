import Foundation

/// A store of invented records, written by hand as another program might have written it.
final class SampleStore {
  let folder: Folder
  var path: String { folder.path("store") }

  init() throws { folder = try Folder() }

  /// Puts a record under its day. The id's tail is its number, so that the order of making is that of the numbers.
  @discardableResult
  func add(
    _ number: Int, code: String, day: String = "2025-08-28", status: String = "draft", _ changes: [String: Any?] = [:],
    with members: [String: Any] = [:]
  ) throws -> String {
    let id = Self.id(number)
    let stamp: [String: Any] = ["at": "\(day)T08:03:12.410+08:00", "by": ["role": "guardian", "name": "潘女士"]]
    var all: [String: Any] = ["id": id, "code": code, "status": status, "created": stamp, "changed": stamp]
    all.merge(members) { $1 }
    return try folder.write(SampleSheet.record(changes, with: all), to: "store/records/\(day)/\(id).json")
  }

  static func id(_ number: Int) -> String {
    let tail = String(number)
    return "0197f6c2-5e1b-7c44-9a3e-" + String(repeating: "0", count: 12 - tail.count) + tail
  }
}
