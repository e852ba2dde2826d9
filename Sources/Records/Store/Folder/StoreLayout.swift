import Standards

/// The names in the folder of a store; they are spelled nowhere else.
package enum StoreLayout {
  /// The kindergarten's settings, the tries at the family's door, and why the last daily archive failed.
  package static let settings = "store.json"
  package static let people = "people.json"
  package static let ledger = "ledger.jsonl"
  package static let index = "index.sqlite"

  /// A folder of folders, one for each day on which a record was begun.
  package static let records = "records"
  /// What was saved on which day.
  package static let days = "days"
  package static let drafts = "drafts"
  /// What a repair has moved out.
  package static let aside = "aside"
  package static let backups = "backups"

  /// The file that is the lock where the file system has none.
  static let lock = ".xueji-lock"
  /// What an archive says of itself.
  static let manifest = "xueji-manifest.jsonl"

  package static let recordEnding = ".json"
  package static let historyEnding = ".history"
  package static let journalEnding = ".journal"
  package static let draftEnding = ".draft"
  package static let previousEnding = ".previous"
  package static let archiveEnding = ".tar"
  /// Why a file was set aside.
  package static let reasonEnding = ".reason"
  /// A note of an archive that is being written elsewhere.
  package static let noteEnding = ".elsewhere"
  /// A file that is about to take another's place.
  package static let newEnding = ".new"

  static func record(_ id: RecordID) -> String { "\(id)\(recordEnding)" }

  static func history(of id: RecordID) -> String { "\(id)\(historyEnding)" }

  static func journal(of id: RecordID, session: String) -> String { "\(id).\(session)\(journalEnding)" }

  static func draft(of session: String) -> String { "\(session)\(draftEnding)" }

  /// The name under which a file stays that another has replaced.
  static func previous(of name: String) -> String { "\(name)\(previousEnding)" }

  /// The archive of a day, or a further one.
  static func archive(of day: CalendarDate, number: Int = 1) -> String {
    number == 1 ? "\(day.iso)\(archiveEnding)" : "\(day.iso)-\(number)\(archiveEnding)"
  }

  /// A hidden name that nobody has: two desks that share the folder may have the same process number, so it is drawn by lot.
  static func hidden(for name: String, ending: String = newEnding) -> String {
    ".\(name).\(String(UInt32.random(in: 0...UInt32.max), radix: 36))\(ending)"
  }

  /// The path of a day's folder among the records, or of a file in it.
  static func path(ofDay day: String, _ name: String...) -> String {
    ([records, day] + name).joined(separator: "/")
  }

  /// The path of what was saved on a day.
  static func path(ofListOf day: CalendarDate) -> String { "\(days)/\(day.iso)" }
}
