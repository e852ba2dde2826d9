import Terminal
import TextLayout

/// A key as people are told of it: a function key together with its Ctrl twin.
///
/// Terminals take some function keys for themselves (F10 opens the menu of gnome-terminal, F1 the manual of
/// xfce4-terminal), and nothing tells which arrive. A bar that names one form only can be a bar of keys that do nothing.
struct KeyName: Hashable, Sendable {
  let key: String
  /// The Ctrl twin of a function key, as `^X`.
  let twin: String?

  static let help = KeyName("F1 Ctrl-G")
  static let later = KeyName("F2 Ctrl-O")
  static let leave = KeyName("F10 Ctrl-X")

  /// - Parameter print: the key as the help prints it, with what else does the same behind it.
  init(_ print: String) {
    let words = print.split(separator: " ")
    key = words.first.map(String.init) ?? print
    let isFunction = key.count > 1 && key.hasPrefix("F")
    twin = isFunction && words.count > 1 && words[1].hasPrefix("Ctrl-") ? "^\(words[1].dropFirst(5))" : nil
  }

  var whole: String { twin.map { "\(key)/\($0)" } ?? key }
  /// Where there is no room for both, the form that arrives from every terminal.
  var short: String { twin ?? key }
  /// Whether every bar that has the key names it, in both its forms, however narrow the window.
  var stays: Bool { self == .help || self == .leave || key.hasPrefix("↑") }
}

/// The bar at the foot of every page.
enum KeyBar {
  /// A key and what it does.
  struct Part: Hashable {
    let key: KeyName
    let does: String

    init(_ key: KeyName, _ does: String) {
      (self.key, self.does) = (key, does)
    }

    init(_ key: String, _ does: String) { self.init(KeyName(key), does) }

    var whole: String { "\(key.whole) \(does)" }
    var short: String { key.stays ? whole : "\(key.short) \(does)" }
  }

  /// The parts in one row: a narrow window first closes the gaps up, then names the Ctrl twin alone, then goes without
  /// the second part, and so on.
  ///
  /// The first part is what the person does next and the last how they leave: those two always stand, and so does help.
  static func text(_ parts: [Part], columns: Int) -> String {
    if let text = joined(parts.map(\.whole), columns: columns) { return text }
    var parts = parts
    while true {
      if let text = joined(parts.map(\.short), columns: columns) { return text }
      guard let next = parts.dropFirst().dropLast().firstIndex(where: { !$0.key.stays }) else { break }
      parts.remove(at: next)
    }
    return parts.map(\.short).joined(separator: "  ")
  }

  private static func joined(_ texts: [String], columns: Int) -> String? {
    let width = texts.reduce(0) { $0 + TextWidth.of($1) }
    return [3, 2].first { width + $0 * (texts.count - 1) <= columns }.map {
      texts.joined(separator: String(repeating: " ", count: $0))
    }
  }
}
