import FormModel
import Terminal

/// One item, every child: picked on the work list, and filled in in its place.
extension CompletionScreen {
  mutating func settle(
    _ pick: ItemPick, _ outcome: ItemPick.Outcome, _ context: DeskContext
  ) -> (effects: [Effect], step: Step) {
    switch outcome {
    case .stays: return ([], .stay)
    case .closes:
      cover = nil
      return ([], .stay)
    case .picks(let field):
      cover = nil
      switch pick.purpose {
      case .filter: item = field
      case .walk: walk = ItemWalk(field: field, holder: holder)
      }
      return (list(context), .stay)
    }
  }

  /// A key of the walk, or of the help that lies over it.
  mutating func updateWalk(_ key: Key, _ context: DeskContext) -> [Effect] {
    if cover == .help {
      cover = nil
      return []
    }
    if key == .function(1) || key == .control("g") {
      cover = .help
      return []
    }
    return walk?.update(key, context) ?? []
  }

  /// After the last child, or when the walk is left, the list is read anew.
  mutating func endWalk(_ context: DeskContext) -> [Effect] {
    guard let walk, walk.isDone else { return [] }
    self.walk = nil
    afterWalk = EnterRest(from: context.now)
    notice = walk.farewell(context)
    return list(context)
  }
}
