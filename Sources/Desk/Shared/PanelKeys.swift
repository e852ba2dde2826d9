import Terminal
import Wording

/// What a key does in a panel, whatever the panel asks.
enum PanelAction: Hashable, Sendable {
  case take, close, back, up, down, pageUp, pageDown, first, last, mark, reveal, pinyin, help, leave, redraw
}

/// The tables of keys of the panels, by what they ask for; where text is typed all other keys are the line's.
enum PanelKeys {
  /// One thing after another.
  static let steps = Keymap<PanelAction>(
    [
      Binding([.enter], .take, "Enter", .confirm, bar: true),
      Binding([.up, .backTab], .back, "↑ Shift-Tab", .stepBack, bar: true),
      Binding([.escape], .close, "Esc", .form, bar: true),
      Binding([.down, .tab], .down, "↓ Tab", .next),
      typing,
    ] + ending(KeyPhrase.leave))

  /// One of a few, as a step among others.
  static let choice = Keymap<PanelAction>(
    [
      Binding([.enter, .tab], .take, "Enter", .take, bar: true),
      Binding([.up], .up, "↑↓", .highlight, bar: true),
      Binding([.down], .down, "↓", .nextRow),
      Binding([.backTab], .back, "Shift-Tab", .stepBack, bar: true),
      Binding([.escape], .close, "Esc", .form, bar: true),
    ] + ending(KeyPhrase.leave))

  /// A question that a form stops at.
  static func question(leaving phrase: KeyPhrase = .leaveOpen) -> Keymap<PanelAction> {
    Keymap(
      [
        Binding([.enter], .take, "Enter", .take, bar: true),
        Binding([.up], .up, "↑↓", .highlight, bar: true),
        Binding([.down, .tab], .down, "↓ Tab", .nextRow),
        Binding([.escape, .backTab], .close, "Esc", phrase, bar: true),
      ] + ending(KeyPhrase.leave))
  }

  /// One line.
  static let line = Keymap<PanelAction>(
    [
      Binding([.enter], .take, "Enter", .confirm, bar: true),
      Binding([.escape], .close, "Esc", .stepBack, bar: true),
      typing,
    ] + ending(ReadBackPhrase.keyBack))

  /// One of several rows, each of which has its digit too.
  static let list = Keymap<PanelAction>(
    [Binding([.enter], .take, "Enter", .take, bar: true)] + moving
      + [Binding([.escape], .close, "Esc", .stepBack, bar: true)] + ending(ReadBackPhrase.keyBack))

  /// What somebody proposed, to be taken or declined.
  static let proposals = Keymap<PanelAction>(
    [Binding([.enter, .text("1"), .text("１")], .take, "Enter 1", saying: ReviewRecordPhrase.keyTake, bar: true)]
      + moving + [
        Binding([.text("2"), .text("２")], .mark, "2", saying: ReviewRecordPhrase.keyDecline, bar: true),
        Binding([.escape], .close, "Esc", .close, bar: true),
      ] + ending(ReadBackPhrase.keyBack))

  /// Two records beside each other, and what is to be done about them.
  static let compare = Keymap<PanelAction>(
    [Binding([.enter], .take, "Enter", .take, bar: true)] + moving + [
      Binding([.pageDown], .pageDown, "PgDn", .pageDown, bar: true),
      Binding([.pageUp], .pageUp, "PgUp", .pageUp),
      Binding([.home], .first, "Home", .first),
      Binding([.end], .last, "End", .last),
      Binding([.text("v"), .text("ｖ")], .reveal, "v", saying: ReviewRecordPhrase.keyReveal, bar: true),
      Binding([.escape], .close, "Esc", .stepBack, bar: true),
    ] + ending(ReadBackPhrase.keyBack))

  /// The children behind a figure, one of whom is opened.
  static let names = Keymap<PanelAction>(
    [Binding([.enter], .take, "Enter", saying: FiguresPhrase.keyOpen, bar: true)] + moving + [
      Binding([.pageUp], .pageUp, "PgUp", .pageUp),
      Binding([.pageDown], .pageDown, "PgDn", .pageDown),
      Binding([.home], .first, "Home", .first),
      Binding([.end], .last, "End", .last),
      Binding([.escape], .close, "Esc", .stepBack, bar: true),
    ] + ending(ReadBackPhrase.keyBack))

  /// Any of several rows.
  static let filter = Keymap<PanelAction>(
    [
      Binding([.enter], .take, "Enter", .confirm, bar: true),
      Binding([.text(" "), .text("\u{3000}")], .mark, "Space", saying: ReviewPhrase.keyMark, bar: true),
    ] + moving + [Binding([.escape], .close, "Esc", .stepBack, bar: true)] + ending(ReadBackPhrase.keyBack))

  /// Something to read.
  static let text = Keymap<PanelAction>(
    [Binding([.enter, .escape], .close, "Enter Esc", .close, bar: true)] + scrolling + ending(ReadBackPhrase.keyBack))

  /// Something to read in which numbers are masked.
  static let masked = Keymap<PanelAction>(
    [
      Binding([.enter, .escape], .close, "Enter Esc", .close, bar: true),
      Binding([.text("v"), .text("ｖ")], .reveal, "v", saying: ReviewRecordPhrase.keyReveal, bar: true),
    ] + scrolling + ending(ReadBackPhrase.keyBack))

  /// One family's slip, and the next one's.
  static let slip = Keymap<PanelAction>(
    [
      Binding([.enter, .escape], .close, "Enter Esc", .close, bar: true),
      Binding([.up], .up, "↑", .previousChild, bar: true),
      Binding([.down], .down, "↓", .nextChild, bar: true),
      Binding([.pageUp], .pageUp, "PgUp", .pageUp),
      Binding([.pageDown], .pageDown, "PgDn", .pageDown),
    ] + ending(ReadBackPhrase.keyBack))

  /// Something to read and then to say yes to.
  static func yes(_ phrase: any Phrase) -> Keymap<PanelAction> {
    Keymap(
      [
        Binding([.enter], .take, "Enter", saying: phrase, bar: true),
        Binding([.escape], .close, "Esc", .leaveOpen, bar: true),
      ] + scrolling + ending(ReadBackPhrase.keyBack))
  }

  private static let typing = Binding<PanelAction>(
    PinyinInput.switchKeys, .pinyin, "F4 Ctrl-]", saying: PinyinPhrase.key)

  private static let moving = [
    Binding<PanelAction>([.up, .backTab], .up, "↑↓", .highlight, bar: true),
    Binding([.down, .tab], .down, "↓ Tab", .nextRow),
  ]

  private static let scrolling = [
    Binding<PanelAction>([.up], .up, "↑↓", saying: ReviewRecordPhrase.keyScroll, bar: true),
    Binding([.down], .down, "↓", .nextRow),
    Binding([.pageUp], .pageUp, "PgUp", .pageUp),
    Binding([.pageDown], .pageDown, "PgDn", .pageDown),
    Binding([.home], .first, "Home", .first),
    Binding([.end], .last, "End", .last),
  ]

  /// What every panel leaves to the page below it.
  private static func ending(_ leave: any Phrase) -> [Binding<PanelAction>] {
    [
      Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
      Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", saying: leave, bar: true),
      Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
    ]
  }
}

extension PanelAction {
  /// Where a text or a list of so many rows stands after the key.
  func scrolled(_ row: Int, of count: Int, page: Int = 10) -> Int {
    let target =
      switch self {
      case .up: row - 1
      case .down: row + 1
      case .pageUp: row - page
      case .pageDown: row + page
      case .first: 0
      case .last: count - 1
      case .take, .close, .back, .mark, .reveal, .pinyin, .help, .leave, .redraw: row
      }
    return max(0, min(count - 1, target))
  }
}
