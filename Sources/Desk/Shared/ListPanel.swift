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
  private var highlighted: Int
  /// How many stand in each, once that is known.
  var counts: [WorkList: Int]

  init(_ lists: [WorkList], showing list: WorkList?, counts: [WorkList: Int]) {
    self.lists = lists
    highlighted = list.flatMap(lists.firstIndex(of:)) ?? 0
    self.counts = counts
  }

  mutating func handle(_ key: Key) -> Outcome? {
    if key == .escape { return .closes }
    if key == .enter { return .shows(lists[highlighted]) }
    if key == .up || key == .backTab { highlighted = max(0, highlighted - 1) }
    if key == .down || key == .tab { highlighted = min(lists.count - 1, highlighted + 1) }
    if case .text(let scalar) = key, let digit = ChoiceEditor.digit(scalar), lists.indices.contains(digit - 1) {
      return .shows(lists[digit - 1])
    }
    return nil
  }

  func draw(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    canvas.put(wording(WorkListPhrase.choose), at: area.point(0), style: Style(bold: true))
    canvas.put(wording(WorkListPhrase.chooseHint), at: area.point(1), style: Style(.grey))
    for (index, list) in lists.enumerated() {
      let isHighlighted = index == highlighted
      let line = "\(isHighlighted ? "▸" : " ") \(index + 1)  \(wording.title(list, counts[list]))"
      let used = canvas.put(line, at: area.point(3 + index), style: Style(bold: isHighlighted))
      let note = TextWidth.cut(wording.note(list), to: max(0, area.columns - max(24, used + 2)))
      canvas.put(note, at: area.point(3 + index, indent: max(24, used + 2)), style: Style(.grey))
    }
    canvas.cursor = area.point(3 + highlighted)
  }
}
