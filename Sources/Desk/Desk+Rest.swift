import Records

/// What somebody left half typed when nobody pressed a key for too long: it is no answer, and stands in its line again
/// when they come back. Until then its journal stays, so that it outlives the program too.
extension Desk {
  /// The records in which something half typed waits for whoever typed it.
  public var restingRecords: Set<RecordID> {
    Set(
      resting.compactMap { page in
        switch page {
        case .guided(let screen): screen.entry.record.id
        case .work(let room): room.record?.id
        case .home, .settings, .comeBack, .readBack, .locked, .farewell, .door, .unsaved: nil
        }
      })
  }

  /// Keeps a family's page; without a saved record there is no code to come back by.
  mutating func rest(_ screen: GuidedScreen) {
    guard screen.entry.editor.hasChanges || screen.entry.holdsMore, screen.entry.record.revision > 0 else { return }
    _ = wake(screen.entry.record.id)
    resting.append(.guided(screen))
  }

  /// Keeps the pages of a teacher or staff member, where something is half typed on the last.
  mutating func rest(_ room: WorkRoom, _ context: DeskContext) {
    guard let place = room.place(context), place.page == nil else { return }
    _ = wake(place.person)
    resting.append(.work(room))
  }

  /// The page on which a family left something half typed.
  mutating func wake(_ id: RecordID) -> GuidedScreen? {
    for (index, page) in resting.enumerated() {
      if case .guided(let screen) = page, screen.entry.record.id == id {
        resting.remove(at: index)
        return screen
      }
    }
    return nil
  }

  /// The pages on which a teacher or staff member left something half typed.
  mutating func wake(_ person: Person) -> WorkRoom? {
    for (index, page) in resting.enumerated() {
      if case .work(let room) = page, room.person == person {
        resting.remove(at: index)
        return room
      }
    }
    return nil
  }

  /// A record that was opened: where its family left something half typed, that stands there still.
  mutating func open(_ held: HeldRecord, _ context: DeskContext) -> [Effect] {
    if var screen = wake(held.record.id) {
      screen.entry.filling.take(held)
      screen.entry.saving = .saved(held.record.changed.at)
      page = .guided(screen)
    } else {
      page = Self.opening(held, context)
    }
    return held.record.numberCheck(context)
  }
}

extension GuidedScreen {
  /// Whether there is something that its family may come back to: answers, or the beginning of the child's name. Anything
  /// else that is half typed would be shown to whoever sits down, since there is nothing yet that could be asked for.
  func isWorthKeeping(_ context: DeskContext) -> Bool {
    entry.record.revision > 0
      || (entry.editor.hasChanges && context.form.fields[entry.field].role == .childName)
  }
}

extension WorkRoom {
  /// The form that is being filled in here.
  private var form: HeldRecord? {
    switch pages.last {
    case .sheet(let screen): screen.entry.held
    case .completion(let screen): screen.walk?.entry?.held
    case .menu, .readBack, .review, .reviewRecord, .dayClose, nil: nil
    }
  }

  var record: Record? { form?.record }

  var person: Person? { form?.holder.person }

  /// What has become of the record meanwhile.
  var refetch: [Effect] { form.map { $0.record.revision > 0 ? [.fetch($0.record.id, $0.holder)] : [] } ?? [] }
}
