import Terminal

/// One row of a page's table of keys: which keys, what they do, and how the help says it.
struct Binding<Action: Hashable & Sendable>: Sendable {
  let keys: [Key]
  let action: Action
  /// How the key is printed, its Ctrl twin behind it.
  let print: String
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

  /// The bar at the foot, as much of it as fits.
  func bar(_ wording: Wording, columns: Int) -> String { bars(wording, columns: columns, lines: 1).first ?? "" }

  /// The bar of a page with many keys, in so many lines.
  func bars(_ wording: Wording, columns: Int, lines: Int = 2) -> [String] {
    var bars: [String] = []
    var bar = ""
    for binding in bindings where binding.isInBar {
      let name = binding.print.split(separator: " ").first.map(String.init) ?? binding.print
      let part = "\(name) \(wording(binding.phrase))"
      if !bar.isEmpty, TextWidth.of(bar) + TextWidth.of(part) + 3 > columns {
        bars.append(bar)
        bar = ""
        guard bars.count < lines else { return bars }
      }
      bar += (bar.isEmpty ? "" : "   ") + part
    }
    return bars + [bar]
  }
}
