import FormModel
import Records
import Terminal
import Wording

/// 只看: which statuses and which of the derived words a list is narrowed to.
struct FilterPanel: Hashable, Sendable {
  enum Entry: Hashable, Sendable {
    case status(Status)
    case word(SummaryFilter.Condition)
  }

  enum Outcome: Hashable {
    case done
    case cancelled
  }

  static let entries: [Entry] =
    Status.allCases.map { .status($0) }
    + [.returned, .owed, .unconfirmed, .exported, .numbered, .duplicate].map { .word($0) }

  private(set) var statuses: Set<Status>
  private(set) var words: Set<SummaryFilter.Condition>
  private var highlighted = 0

  init(statuses: Set<Status>, words: Set<SummaryFilter.Condition>) {
    (self.statuses, self.words) = (statuses, words)
  }

  mutating func handle(_ key: Key) -> Outcome? {
    switch PanelKeys.filter.action(for: key) {
    case .take: return .done
    case .close: return .cancelled
    case .mark: toggle(highlighted)
    case let action?: highlighted = action.scrolled(highlighted, of: Self.entries.count)
    case nil: break
    }
    if case .text(let scalar) = key {
      // The tenth entry has the digit 0.
      let index = scalar == "0" || scalar == "０" ? 9 : ChoiceEditor.digit(scalar).map { $0 - 1 }
      if let index, Self.entries.indices.contains(index) {
        highlighted = index
        toggle(index)
      }
    }
    return nil
  }

  private mutating func toggle(_ index: Int) {
    switch Self.entries[index] {
    case .status(let status): if statuses.remove(status) == nil { statuses.insert(status) }
    case .word(let word): if words.remove(word) == nil { words.insert(word) }
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    canvas.put(wording(ReviewPhrase.filterTitle), at: area.point(0), style: Style(bold: true))
    canvas.put(wording(ReviewPhrase.filterHint), at: area.point(1), style: Style(.grey))
    for (index, entry) in Self.entries.enumerated() {
      let isOn: Bool
      let text: String
      switch entry {
      case .status(let status): (isOn, text) = (statuses.contains(status), wording.status(status))
      case .word(let word): (isOn, text) = (words.contains(word), wording.word(word))
      }
      let line = "\(index == highlighted ? "▸" : " ") \((index + 1) % 10)  [\(isOn ? "✓" : " ")] \(text)"
      canvas.put(line, at: area.point(3 + index), style: Style(bold: isOn || index == highlighted))
    }
    canvas.cursor = area.point(3 + highlighted)
  }
}
