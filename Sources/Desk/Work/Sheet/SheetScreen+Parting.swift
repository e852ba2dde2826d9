import Terminal
import TextLayout
import Wording

/// The page after a new form: its code, to be copied for the family.
extension SheetScreen {
  enum PartingAction: Hashable, Sendable { case done, another, sibling, leave, redraw }

  static let partingKeymap = Keymap<PartingAction>([
    Binding([.enter], .done, "Enter", saying: CheckPhrase.done, bar: true),
    Binding([.text("n"), .text("N"), .text("ｎ")], .another, "n", saying: SheetPhrase.another, bar: true),
    Binding([.text("s"), .text("S"), .text("ｓ")], .sibling, "s", saying: SheetPhrase.sibling, bar: true),
    Binding([.escape, .function(10), .control("x")], .leave, "Esc F10 Ctrl-X", .leave, bar: true),
    Binding([.control("l")], .redraw, "Ctrl-L", .redraw),
  ])

  mutating func part(_ key: Key, _ context: DeskContext) -> (effects: [Effect], step: Step) {
    // No key that was meant for the form leads away from its code.
    guard rest?.passes(context) ?? true else { return ([], .stay) }
    return switch Self.partingKeymap.action(for: key) {
    case .done, .leave: ([], .back)
    case .another: ([.begin(.work(entry.held.holder, form: entry.record.edition))], .stay)
    case .sibling: ([.begin(.work(entry.held.holder, sibling: entry.record))], .stay)
    case .redraw: ([.redraw], .stay)
    case nil: ([], .stay)
    }
  }

  func drawParting(on canvas: inout Canvas, in area: Area, _ context: DeskContext) {
    let wording = context.wording
    let isHandedIn = entry.leaving == .handedIn
    canvas.put(
      "✓ \(wording(isHandedIn ? SheetPhrase.partingHandedIn : SheetPhrase.partingSaved))",
      at: area.point(1, indent: 1), style: Style(.green, bold: true))
    let title = wording(SheetPhrase.partingCode)
    let used = canvas.put(title, at: area.point(3, indent: 3))
    let code = entry.record.code.text.map(String.init).joined(separator: " ")
    canvas.put(code, at: area.point(3, indent: 3 + used + 3), style: Style(bold: true))
    canvas.cursor = area.point(3, indent: 3 + used + 3)
    var row = 5
    let unconfirmed = entry.record.unconfirmedFields.count
    if unconfirmed > 0 {
      row += canvas.paragraph(
        wording(SheetPhrase.partingConfirm, "\(unconfirmed)"), in: area, row: row, indent: 1, lines: 3)
    }
  }
}
