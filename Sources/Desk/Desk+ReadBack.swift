import Records

/// What was given for a family while it was away is read back to it before it goes on with the form.
extension Desk {
  static func opening(_ held: HeldRecord, _ context: DeskContext) -> Page {
    if held.record.isOpenForChanges, !held.record.unconfirmedFields.isEmpty { return .readBack(ReadBackScreen(held)) }
    var guided = GuidedScreen(held, isStored: true, context)
    guided.entry.showWhatIsLeft(context)
    return .guided(guided)
  }

  /// From the read-back to the form, at the item that is wrong, or away.
  mutating func leaveIfRead(_ screen: ReadBackScreen, _ context: DeskContext) -> [Effect] {
    guard let leaving = screen.leaving else { return [] }
    var guided = GuidedScreen(screen.held, isStored: true, context)
    guided.entry.saving = screen.saving
    switch leaving {
    case .form(let field):
      if let field { guided.entry.go(to: field, context) } else { guided.entry.showWhatIsLeft(context) }
      page = .guided(guided)
    case .away: page = .farewell(FarewellScreen(guided.entry, context))
    }
    return []
  }
}
