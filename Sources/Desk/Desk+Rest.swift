import Records

/// What somebody left half typed when nobody pressed a key for too long: it is no answer, and stands in its line again
/// when they come back. Until then its journal stays, so that it outlives the program too.
extension Desk {
  struct Rest: Sendable {
    let pages: [any Page]
    let record: RecordID
    let person: Person
    /// Whether anything of the record is in the store.
    let isStored: Bool

    init?(_ pages: [any Page], _ context: DeskContext) {
      guard let place = pages.last?.place(context) else { return nil }
      self.pages = pages
      record = place.record.id
      person = place.person
      isStored = place.record.revision > 0
    }
  }

  /// The records in which something half typed waits for whoever typed it.
  public var restingRecords: Set<RecordID> { Set(resting.map(\.record)) }

  /// Keeps a family's form; without a saved record there is no code to come back by.
  mutating func rest(_ entry: FormEntry, _ context: DeskContext) {
    guard entry.editor.hasChanges || entry.hasMore, entry.record.revision > 0,
      let rest = Rest([GuidedScreen(entry)], context)
    else { return }
    resting.removeAll { $0.pages.last is GuidedScreen && $0.record == rest.record }
    resting.append(rest)
  }

  /// Keeps the pages of a teacher or staff member, where something is half typed on the last.
  mutating func rest(_ context: DeskContext) {
    guard page.place(context)?.page == nil, let rest = Rest(layers.map(\.page).filter { !($0 is HomeScreen) }, context)
    else { return }
    _ = wake(rest.person)
    resting.append(rest)
  }

  /// The page on which a family left something half typed.
  mutating func wake(_ held: HeldRecord) -> (any Page)? {
    let place = resting.firstIndex { $0.pages.last is GuidedScreen && $0.record == held.record.id }
    guard let place, var screen = resting.remove(at: place).pages.last as? GuidedScreen else { return nil }
    screen.entry.filling.take(held)
    screen.entry.saving = .saved(held.record.changed.at)
    return screen
  }

  /// The pages on which a teacher or staff member left something half typed.
  mutating func wake(_ person: Person) -> Rest? {
    let place = resting.firstIndex { !($0.pages.last is GuidedScreen) && $0.person == person }
    return place.map { resting.remove(at: $0) }
  }
}
