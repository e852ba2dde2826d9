import City
import Records
import Terminal
import Wording

/// 统计: how many children there are of whatever is asked for every year, group by group, and who they are; for staff only.
struct FiguresScreen: PanelPage, Hashable {
  enum Action: Hashable, Sendable {
    case names, grouping, previousGroup, nextGroup, help, leave, redraw
    case move(PanelAction)
  }

  static let keymap = Keymap<Action>(
    [
      Binding([.enter], .names, "Enter", saying: FiguresPhrase.keyNames, bar: true),
      Binding([.left], .previousGroup, "←", saying: FiguresPhrase.keyPreviousGroup, bar: true),
      Binding([.right], .nextGroup, "→", saying: FiguresPhrase.keyNextGroup, bar: true),
      Binding([.text("g")], .grouping, "g", saying: FiguresPhrase.keyGrouping, bar: true),
    ]
      + Binding.moving(bar: true) { .move($0) }
      + [
        Binding([.function(1), .control("g")], .help, "F1 Ctrl-G", .help, bar: true),
        Binding([.function(10), .control("x")], .leave, "F10 Ctrl-X", .quit, bar: true),
        Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
      ])

  /// The children behind a figure.
  struct Panel: PagePanel, Hashable, Sendable {
    let title: String
    let children: [Figures.Child]
    var highlighted = 0

    var keys: any KeyTable { PanelKeys.names }
    var isTyping: Bool { false }
  }

  let holder: Authority
  private(set) var grouping = Grouping.class
  /// Nil until they are counted.
  private(set) var sheet: FigureSheet?
  private(set) var group = 0
  private(set) var highlighted = 0
  var notice: String?
  var panel: Panel?
  var isHelping = false

  init(holder: Authority) { self.holder = holder }

  func keymap(_ context: DeskContext) -> Keymap<Action> { Self.keymap }

  func begin(again: Bool, _ context: DeskContext) -> [Effect] { count() }

  private func count(listing: Int? = nil) -> [Effect] { [.countFigures(grouping, listing: listing, holder)] }

  /// The figures that any child has: others say nothing.
  var rows: [Int] {
    guard let all = sheet?.groups.first else { return [] }
    return all.counts.indices.filter { all.counts[$0] > 0 }
  }

  // MARK: Input

  mutating func update(_ news: News, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch news {
    case .work(.figures(let counted)):
      guard counted.grouping == grouping else { break }
      sheet = counted
      group = min(group, counted.groups.count - 1)
      highlighted = max(0, min(highlighted, rows.count - 1))
      if let listing = counted.listing { panel = names(listing, counted, context) }
    case .opened(let held, for: .open(let opening)): return ([], .open(opening.page(held, context)))
    case .unreadable(let error): notice = "✗ " + context.wording.message(error)
    case .record, .work, .door, .desk, .opened: break
    }
    return ([], .stay)
  }

  private func names(_ figure: Int, _ sheet: FigureSheet, _ context: DeskContext) -> Panel {
    let key = sheet.groups[group].key
    let children = sheet.children.filter { key == nil || $0.key == key }
    let title = context.wording(
      FiguresPhrase.namesTitle, sheet.labels[figure][context.language], "\(children.count)")
    return Panel(title: title, children: children)
  }

  mutating func answer(_ key: Key, _ panel: Panel, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    var panel = panel
    let action = PanelKeys.names.action(for: key)
    switch action {
    case .close:
      self.panel = nil
      return ([], .stay)
    case .take:
      guard panel.children.indices.contains(panel.highlighted),
        let id = RecordID(panel.children[panel.highlighted].id)
      else { return ([], .stay) }
      return ([.fetch(id, holder, for: .open(.review))], .stay)
    case let action?: panel.highlighted = action.scrolled(panel.highlighted, of: panel.children.count)
    case nil: break
    }
    self.panel = panel
    return ([], .stay)
  }

  mutating func perform(_ action: Action?, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    switch action {
    case .names:
      guard rows.indices.contains(highlighted) else { break }
      return (count(listing: rows[highlighted]), .stay)
    case .grouping:
      let groupings = Grouping.allCases
      grouping = groupings[((groupings.firstIndex(of: grouping) ?? 0) + 1) % groupings.count]
      (sheet, group) = (nil, 0)
      return (count(), .stay)
    case .previousGroup: group = max(0, group - 1)
    case .nextGroup: group = max(0, min((sheet?.groups.count ?? 0) - 1, group + 1))
    case .move(let movement): highlighted = max(0, movement.scrolled(highlighted, of: rows.count))
    case .help: isHelping = true
    case .redraw: return ([.redraw], .stay)
    case .leave: return ([], .back)
    case nil: break
    }
    return ([], .stay)
  }
}
