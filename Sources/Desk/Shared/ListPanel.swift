import FormModel
import Records
import Terminal
import TextLayout
import Wording

/// 名单: which of the page's lists to show, with how many stand in each.
struct ListPanel: Hashable, Sendable {
  enum Outcome: Hashable {
    case shows(WorkList)
    case closes
  }

  let lists: [WorkList]
  private var menu: Menu
  /// How many stand in each, once that is known.
  var counts: [WorkList: Int]

  init(_ lists: [WorkList], showing list: WorkList?, counts: [WorkList: Int]) {
    self.lists = lists
    menu = Menu(highlighted: list.flatMap(lists.firstIndex(of:)) ?? 0)
    self.counts = counts
  }

  mutating func handle(_ key: Key) -> Outcome? {
    if PanelKeys.list.action(for: key) == .close { return .closes }
    return menu.take(key, of: lists.count).map { .shows(lists[$0]) }
  }

  func draw(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    canvas.put(wording(WorkListPhrase.choose), at: area.point(0), style: Style(bold: true))
    menu.drawHint(wording(WorkListPhrase.chooseHint), on: &canvas, in: area, row: 1, wording)
    let rows = lists.map { (title: wording.title($0, counts[$0]), aside: wording.aside($0)) }
    menu.draw(rows, on: &canvas, in: area, row: 3, indent: 0, asidesAt: 24)
  }
}
