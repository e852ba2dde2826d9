import Terminal
import Wording

/// What is in a folder, to choose from: tables, and further folders.
struct FolderMenu: Hashable, Sendable {
  private let entries: [RosterEntry]
  private var menu = Menu()

  init(_ entries: [RosterEntry]) { self.entries = entries }

  /// Gives the path of what was chosen.
  mutating func handle(_ key: Key) -> PanelOutcome<String> {
    if key == .escape { return .closes }
    return menu.take(key, of: entries.count).map { .says(entries[$0].path) } ?? .stays
  }

  func draw(on canvas: inout Canvas, in area: Area, _ wording: Wording) {
    let rows = entries.map { (title: wording.plain($0.name) + ($0.isFolder ? "/" : ""), aside: "") }
    ImportPanel.draw(menu, rows, asking: ImportPhrase.whichFile, on: &canvas, in: area, wording)
  }
}
