import Records
import Standards
import Terminal

/// An event that changed a page, as a journal keeps it: when it was, and the key or the paste.
///
/// Pages are values that only events change, so that the same events put the same screen up again. What says nothing
/// about the page (the window's size, the clock, the store's news) is not kept.
struct JournalledEvent: Hashable, Sendable {
  var at: Timestamp
  var event: Event

  init?(_ event: Event, at: Timestamp) {
    switch event {
    case .key, .paste: break
    case .resize, .tick, .wake, .terminate, .lost: return nil
    }
    self.at = at
    self.event = event
  }

  var json: JSONValue {
    var object: [String: JSONValue] = ["at": .string(at.text)]
    switch event {
    case .key(.text(let scalar)): object["text"] = .string(String(scalar))
    case .key(let key): object["key"] = .string(key.journalName)
    case .paste(let text): object["paste"] = .string(text)
    case .resize, .tick, .wake, .terminate, .lost: break
    }
    return .object(object)
  }

  init?(json: JSONValue) {
    guard let at = json["at"]?.string.flatMap({ Timestamp($0) }) else { return nil }
    self.at = at
    if let text = json["text"]?.string, let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 {
      event = .key(.text(scalar))
    } else if let text = json["paste"]?.string {
      event = .paste(text)
    } else if let key = json["key"]?.string.flatMap(Key.init(journalName:)) {
      event = .key(key)
    } else {
      return nil
    }
  }
}

extension Key {
  /// The keys that are neither text nor numbered, with their names in a journal.
  private static let names: [(key: Key, name: String)] = [
    (.enter, "enter"), (.tab, "tab"), (.backTab, "back-tab"), (.escape, "escape"), (.up, "up"), (.down, "down"),
    (.left, "left"), (.right, "right"), (.home, "home"), (.end, "end"), (.pageUp, "page-up"),
    (.pageDown, "page-down"), (.backspace, "backspace"), (.delete, "delete"), (.insert, "insert"),
    (.wordLeft, "word-left"), (.wordRight, "word-right"), (.deleteWordBack, "delete-word-back"),
    (.deleteWordForward, "delete-word-forward"),
  ]

  fileprivate var journalName: String {
    switch self {
    case .function(let number): "f\(number)"
    case .control(let character): "ctrl-\(character)"
    case .text, .enter, .tab, .backTab, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace,
      .delete, .insert, .wordLeft, .wordRight, .deleteWordBack, .deleteWordForward:
      Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  fileprivate init?(journalName name: String) {
    if let known = Self.names.first(where: { $0.name == name }) {
      self = known.key
    } else if name.hasPrefix("ctrl-"), let character = name.last, name.count == 6 {
      self = .control(character)
    } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
