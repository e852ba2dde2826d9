import Terminal

/// One row of a page's table of keys: which keys, what they do, and how the help says it.
struct Binding<Action: Hashable & Sendable>: Sendable {
  let keys: [Key]
  let action: Action
  /// How the key is printed, its Ctrl twin behind it.
  let print: String
  let phrase: KeyPhrase
  /// Whether the bar at the foot names it; the help page names all.
  let isInBar: Bool

  init(_ keys: [Key], _ action: Action, _ print: String, _ phrase: KeyPhrase, bar isInBar: Bool = false) {
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

  /// The table where an action is not to be had.
  func without(_ action: Action) -> Keymap { Keymap(bindings.filter { $0.action != action }) }

  /// Every key with what it does, for the help page.
  func rows(_ wording: Wording) -> [(keys: String, does: String)] {
    bindings.map { ($0.print, wording($0.phrase)) }
  }

  /// The bar at the foot.
  func bar(_ wording: Wording, columns: Int) -> String {
    let parts = bindings.filter(\.isInBar).map { binding in
      let name = binding.print.split(separator: " ").first.map(String.init) ?? binding.print
      return "\(name) \(wording(binding.phrase))"
    }
    return KeyBar.text(parts, columns: columns)
  }
}

/// The bar at the foot of every page.
enum KeyBar {
  /// The parts in one row: a narrow window first closes the gaps up, then goes without the second part, and so on.
  ///
  /// The first part is what the person does next and the last how they leave: those two always stand.
  static func text(_ parts: [String], columns: Int) -> String {
    var parts = parts
    while true {
      for gap in [3, 2] {
        let bar = parts.joined(separator: String(repeating: " ", count: gap))
        if TextWidth.of(bar) <= columns || (parts.count <= 2 && gap == 2) { return bar }
      }
      parts.remove(at: 1)
    }
  }
}
