import Records

extension WorkList.Opening {
  /// The page that a line of a list leads to.
  func page(_ held: HeldRecord, _ context: DeskContext) -> any Page {
    switch self {
    case .gaps: SheetScreen(held, onlyGaps: true, context)
    case .handIn: SheetScreen(held, onlyGaps: true, showingCheck: true, context)
    case .sheet: SheetScreen(held, context)
    case .readBack: ReadBackScreen(held)
    case .review: ReviewRecordScreen(held)
    case .proposals: ReviewRecordScreen(held, panel: .proposals(highlighted: 0))
    case .duplicates: ReviewRecordScreen(held, panel: .duplicates(Comparison()))
    }
  }
}
