import Standards

/// A file of the store by what it is; no other name is ever written or unpacked.
enum StoreItem: Hashable, Sendable {
  case settings
  case people
  case ledger
  /// The ids that were saved on a day.
  case touched(CalendarDate)
  case record(CalendarDate, RecordID)
  case previous(CalendarDate, RecordID)
  /// The beginning of a history that has outgrown its record.
  case history(CalendarDate, RecordID)
  case journal(CalendarDate, RecordID, session: String)
  /// Another version of a record, by the name that another program gave it.
  case copy(CalendarDate, RecordID, name: String)
  /// A damaged file that was set aside, or the reason of one.
  case aside(String)

  /// What a path below the store's folder names, or nil.
  init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1:
      switch parts[0] {
      case StoreLayout.settings: self = .settings
      case StoreLayout.people: self = .people
      case StoreLayout.ledger: self = .ledger
      default: return nil
      }
    case 2:
      if parts[0] == StoreLayout.days, let day = CalendarDate(iso: parts[1]) {
        self = .touched(day)
      } else if parts[0] == StoreLayout.aside, Self.isPlain(parts[1]) {
        self = .aside(parts[1])
      } else {
        return nil
      }
    case 3:
      guard parts[0] == StoreLayout.records, let day = CalendarDate(iso: parts[1]) else { return nil }
      self.init(name: parts[2], day: day)
    default: return nil
    }
  }

  /// What a name in a day's folder names, or nil.
  init?(name: String, day: CalendarDate) {
    if case .copy(let id)? = RecordFileName(name), Self.isPlain(name) {
      self = .copy(day, id, name: name)
      return
    }
    guard let id = RecordID(name.utf8.count > 36 ? String(decoding: name.utf8.prefix(36), as: UTF8.self) : name) else {
      return nil
    }
    let rest = String(name.dropFirst(36))
    if rest == StoreLayout.recordEnding {
      self = .record(day, id)
    } else if rest == StoreLayout.previous(of: StoreLayout.recordEnding) {
      self = .previous(day, id)
    } else if rest == StoreLayout.historyEnding {
      self = .history(day, id)
    } else if rest.hasPrefix("."), rest.hasSuffix(StoreLayout.journalEnding), rest.utf8.count > 9 {
      let session = String(rest.dropFirst().dropLast(8))
      guard session.utf8.count <= 64, session.utf8.allSatisfy(Self.isLetterOrDigit) else { return nil }
      self = .journal(day, id, session: session)
    } else {
      return nil
    }
  }

  /// The path below the store's folder.
  var path: String { (folders + [name]).joined(separator: "/") }

  /// The folders on the way to it.
  var folders: [String] {
    switch self {
    case .settings, .people, .ledger: []
    case .touched: [StoreLayout.days]
    case .aside: [StoreLayout.aside]
    case .record(let day, _), .previous(let day, _), .history(let day, _), .journal(let day, _, _),
      .copy(let day, _, _):
      [StoreLayout.records, day.iso]
    }
  }

  var name: String {
    switch self {
    case .settings: StoreLayout.settings
    case .people: StoreLayout.people
    case .ledger: StoreLayout.ledger
    case .touched(let day): day.iso
    case .record(_, let id): StoreLayout.record(id)
    case .previous(_, let id): StoreLayout.previous(of: StoreLayout.record(id))
    case .history(_, let id): StoreLayout.history(of: id)
    case .journal(_, let id, let session): StoreLayout.journal(of: id, session: session)
    case .copy(_, _, let name): name
    case .aside(let name): name
    }
  }

  /// How many bytes it can have; what is larger is something else.
  var limit: Int {
    switch self {
    case .settings, .people: StoreDocument.largest
    case .touched: 64 << 20
    // A city's children, term after term, at some two hundred bytes each.
    case .ledger: 1 << 30
    case .record, .previous, .copy: Record.largestFile
    case .history: HistoryFile.largest
    case .journal, .aside: RecordStore.largestJournal
    }
  }

  /// A name that cannot lead anywhere and that a terminal shows as it is.
  static func isPlain(_ name: String) -> Bool {
    guard (1...200).contains(name.utf8.count), !name.hasPrefix(".") else { return false }
    return !name.contains("/") && !name.unicodeScalars.contains { $0.isObeyedByTerminals || $0.isInvisible }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
