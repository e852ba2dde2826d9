import Terminal

/// One row of a page's table of keys: which keys, what they do, and how the help says it.
struct Binding<Action: Hashable & Sendable>: Sendable {
  let keys: [Key]
  let action: Action
  /// How the key is printed, its Ctrl twin behind it.
  let print: String
  /// The key alone, as the bar names it.
  let name: String
  let phrase: any Phrase
  /// Whether the bar at the foot names it; the help page names all.
  let isInBar: Bool

  init(_ keys: [Key], _ action: Action, _ print: String, _ phrase: KeyPhrase, bar isInBar: Bool = false) {
    self.init(keys, action, print, saying: phrase, bar: isInBar)
  }

  /// A key that only one page has, in that page's own words.
  init(_ keys: [Key], _ action: Action, _ print: String, saying phrase: any Phrase, bar isInBar: Bool = false) {
    self.keys = keys
    self.action = action
    self.print = print
    name = print.split(separator: " ").first.map(String.init) ?? print
    self.phrase = phrase
    self.isInBar = isInBar
  }
}

/// The keys of a page; the help bar, the help page and the manual are made from it.
struct Keymap<Action: Hashable & Sendable>: Sendable {
  let bindings: [Binding<Action>]

  init(_ bindings: [Binding<Action>]) { self.bindings = bindings }

  func action(for key: Key) -> Action? {
    bindings.first { $0.keys.contains(key) }?.action
  }

  /// The table where an action is not to be had.
  func without(_ action: Action) -> Keymap { Keymap(bindings.filter { $0.action != action }) }

  /// Every key with what it does, for the help page.
  func rows(_ wording: Wording) -> [(keys: String, does: String)] {
    bindings.map { ($0.print, wording($0.phrase)) }
  }

  /// The bar of a page with many keys, in so many lines.
  func bars(_ wording: Wording, columns: Int, lines: Int = 2) -> [String] {
    var bars: [String] = []
    var bar = ""
    for binding in bindings where binding.isInBar {
      let part = "\(binding.name) \(wording(binding.phrase))"
      if !bar.isEmpty, TextWidth.of(bar) + TextWidth.of(part) + 3 > columns {
        bars.append(bar)
        bar = ""
        guard bars.count < lines else { return bars }
      }
      bar += (bar.isEmpty ? "" : "   ") + part
    }
    return bars + [bar]
  }

  /// The bar at the foot.
  func bar(_ wording: Wording, columns: Int) -> String {
    KeyBar.text(bindings.filter(\.isInBar).map { "\($0.name) \(wording($0.phrase))" }, columns: columns)
  }
}

/// The bar at the foot of every page.
enum KeyBar {
  /// The parts in one row: a narrow window first closes the gaps up, then goes without the second part, and so on.
  ///
  /// The first part is what the person does next and the last how they leave: those two always stand.
  static func text(_ parts: [String], columns: Int) -> String {
    var parts = parts
    var widths = parts.map { TextWidth.of($0) }
    while true {
      let width = widths.reduce(0, +)
      for gap in [3, 2] where width + gap * (parts.count - 1) <= columns || (parts.count <= 2 && gap == 2) {
        return parts.joined(separator: String(repeating: " ", count: gap))
      }
      parts.remove(at: 1)
      widths.remove(at: 1)
    }
  }
}
