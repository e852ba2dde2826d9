import Terminal
import TextLayout
import Wording

/// One row of a page's table of keys: which keys, what they do, and how the help says it.
struct Binding<Action: Hashable & Sendable>: Sendable {
  let keys: [Key]
  let action: Action
  /// How the key is printed, its Ctrl twin behind it.
  let print: String
  /// The first key, as the bar names it.
  let name: KeyName
  let phrase: any Phrase
  /// Whether the bar at the foot names it; the help page names all.
  fileprivate(set) var isInBar: Bool

  init(_ keys: [Key], _ action: Action, _ print: String, _ phrase: KeyPhrase, bar isInBar: Bool = false) {
    self.init(keys, action, print, saying: phrase, bar: isInBar)
  }

  /// A key that only one page has, in that page's own words.
  init(_ keys: [Key], _ action: Action, _ print: String, saying phrase: any Phrase, bar isInBar: Bool = false) {
    self.keys = keys
    self.action = action
    self.print = print
    name = KeyName(print)
    self.phrase = phrase
    self.isInBar = isInBar
  }
}

extension Binding {
  /// The keys that move through a list; the bar may show the first of them.
  static func moving(bar: Bool = false, _ move: (PanelAction) -> Action) -> [Binding] {
    [
      Binding([.up, .backTab], move(.up), "↑↓", .highlight, bar: bar),
      Binding([.down, .tab], move(.down), "↓", .highlight),
      Binding([.pageUp], move(.pageUp), "PgUp", .pageUp), Binding([.pageDown], move(.pageDown), "PgDn", .pageDown),
      Binding([.home], move(.first), "Home", .first), Binding([.end], move(.last), "End", .last),
    ]
  }
}

/// A table of keys as it is shown, whatever its keys do.
protocol KeyTable: Sendable {
  /// Every key with what it does, for the help page.
  func rows(_ wording: Wording) -> [(keys: String, does: String)]
  /// The bar at the foot.
  func bar(_ wording: Wording, columns: Int) -> String
}

/// The keys of a page; the help bar, the help page and the manual are made from it.
struct Keymap<Action: Hashable & Sendable>: KeyTable {
  let bindings: [Binding<Action>]

  init(_ bindings: [Binding<Action>]) { self.bindings = bindings }

  func action(for key: Key) -> Action? {
    bindings.first { $0.keys.contains(key) }?.action
  }

  /// The table where an action is not to be had.
  func without(_ action: Action) -> Keymap { Keymap(bindings.filter { $0.action != action }) }

  /// The table where an action stands in the help alone.
  func withoutBar(_ action: Action) -> Keymap {
    Keymap(
      bindings.map { binding in
        guard binding.action == action else { return binding }
        var quiet = binding
        quiet.isInBar = false
        return quiet
      })
  }

  func rows(_ wording: Wording) -> [(keys: String, does: String)] {
    bindings.map { ($0.print, wording($0.phrase)) }
  }

  /// The bar of a page with many keys, in so many lines; the last keys of the table give way to help and leaving.
  func bars(_ wording: Wording, columns: Int, lines: Int = 2) -> [String] {
    var parts = parts(wording)
    while true {
      let bars = Self.lines(of: parts, columns: columns)
      guard bars.count > lines, let last = parts.lastIndex(where: { !$0.key.stays }) else { return bars }
      parts.remove(at: last)
    }
  }

  private static func lines(of parts: [KeyBar.Part], columns: Int) -> [String] {
    var bars: [String] = []
    for part in parts.map(\.whole) {
      if let bar = bars.last, TextWidth.of(bar) + TextWidth.of(part) + 3 <= columns {
        bars[bars.count - 1] = bar + "   " + part
      } else {
        bars.append(part)
      }
    }
    return bars
  }

  func bar(_ wording: Wording, columns: Int) -> String { KeyBar.text(parts(wording), columns: columns) }

  private func parts(_ wording: Wording) -> [KeyBar.Part] {
    // A key path into a generic type is looked up anew at every call, and this one was at every key.
    bindings.filter { $0.isInBar }.map { KeyBar.Part($0.name, wording($0.phrase)) }
  }
}
