import FormModel
import Terminal

/// One item, every child: picked on the work list, and filled in in its place.
extension CompletionScreen {
  mutating func picked(_ field: Int, for purpose: ItemPick.Purpose, _ context: DeskContext) -> [Effect] {
    switch purpose {
    case .filter: item = field
    case .walk: walk = ItemWalk(field: field, holder: holder)
    }
    return list(context)
  }

  /// A key of the walk, or of the help that lies over it.
  mutating func updateWalk(_ key: Key, _ context: DeskContext) -> [Effect] {
    if isHelping {
      isHelping = false
      return []
    }
    if ItemWalk.keymap.action(for: key) == .help {
      isHelping = true
      return []
    }
    return walk?.update(key, context) ?? []
  }

  /// After the last child, or when the walk is left, the list is read anew.
  mutating func endWalk(_ context: DeskContext) -> [Effect] {
    guard let walk, walk.isDone else { return [] }
    self.walk = nil
    afterWalk = KeyRest(from: context.now)
    notice = walk.farewell(context)
    return list(context)
  }
}
