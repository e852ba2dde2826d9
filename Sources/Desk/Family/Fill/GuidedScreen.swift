import Filling
import FormModel
import Records
import Terminal

/// The guided view: one item at a time, for somebody who may never have used a terminal.
public struct GuidedScreen: Hashable, Sendable {
  var entry: FormEntry
  /// The help page lies over everything else until the next key.
  var isHelping = false

  init(_ entry: FormEntry) { self.entry = entry }

  /// Begins a record, or goes on with one at its first gap.
  public init(_ held: HeldRecord, sibling: Record? = nil, isStored: Bool, _ context: DeskContext) {
    self.init(FormEntry(FormFilling(held, sibling: sibling, context.filling), isStored: isStored, context))
  }

  mutating func update(_ event: Event, _ context: DeskContext) -> [Effect] {
    switch event {
    case .key(let key): return update(key, context)
    case .paste:
      isHelping = false
      return entry.update(event, context)
    case .resize, .tick, .wake, .terminate, .lost: return entry.update(event, context)
    }
  }

  private mutating func update(_ key: Key, _ context: DeskContext) -> [Effect] {
    let action = FormEntry.keymap.action(for: key)
    if isHelping {
      isHelping = false
      entry.word = nil
      guard let action, action != .help, FormEntry.isUniversal(action) else { return [] }
    } else if action == .help {
      isHelping = true
      entry.word = nil
      return []
    }
    return entry.update(key, context)
  }
}
