import Records
import Terminal

/// Every page of the work room.
public enum WorkPage: Hashable, Sendable {
  case menu(WorkMenuScreen)
  case sheet(SheetScreen)
  case completion(CompletionScreen)
  case readBack(ReadBackScreen)
  case review(ReviewScreen)
  case reviewRecord(ReviewRecordScreen)
  case dayClose(DayCloseScreen)

  /// What Enter opens for a record of a list.
  init(_ opening: WorkList.Opening, _ held: HeldRecord, asksReturn: Bool = false, _ context: DeskContext) {
    switch opening {
    case .gaps: self = .sheet(SheetScreen(held, onlyGaps: true, context))
    case .handIn: self = .sheet(SheetScreen(held, onlyGaps: true, showingCheck: true, context))
    case .sheet: self = .sheet(SheetScreen(held, context))
    case .readBack: self = .readBack(ReadBackScreen(held))
    case .review: self = .reviewRecord(ReviewRecordScreen(held, asksReturn: asksReturn))
    }
  }

  private var screen: any WorkScreen {
    switch self {
    case .menu(let screen): screen
    case .sheet(let screen): screen
    case .completion(let screen): screen
    case .readBack(let screen): screen
    case .review(let screen): screen
    case .reviewRecord(let screen): screen
    case .dayClose(let screen): screen
    }
  }

  func begin(_ context: DeskContext) -> [Effect] { screen.begin(context) }

  func draw(on canvas: inout Canvas, _ context: DeskContext) { screen.draw(on: &canvas, context) }

  var isReadOnly: Bool { screen.isReadOnly }

  func wakes(at now: Timestamp) -> Timestamp? { screen.wakes(at: now) }

  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: WorkRoom.Step) {
    switch self {
    case .menu(var screen):
      defer { self = .menu(screen) }
      return screen.update(input, context)
    case .sheet(var screen):
      defer { self = .sheet(screen) }
      return screen.update(input, context)
    case .completion(var screen):
      defer { self = .completion(screen) }
      return screen.update(input, context)
    case .readBack(var screen):
      defer { self = .readBack(screen) }
      return screen.update(input, context)
    case .review(var screen):
      defer { self = .review(screen) }
      return screen.update(input, context)
    case .reviewRecord(var screen):
      defer { self = .reviewRecord(screen) }
      return screen.update(input, context)
    case .dayClose(var screen):
      defer { self = .dayClose(screen) }
      return screen.update(input, context)
    }
  }

  mutating func commit(_ context: DeskContext) -> [Effect] {
    switch self {
    case .menu(var screen):
      defer { self = .menu(screen) }
      return screen.commit(context)
    case .sheet(var screen):
      defer { self = .sheet(screen) }
      return screen.commit(context)
    case .completion(var screen):
      defer { self = .completion(screen) }
      return screen.commit(context)
    case .readBack(var screen):
      defer { self = .readBack(screen) }
      return screen.commit(context)
    case .review(var screen):
      defer { self = .review(screen) }
      return screen.commit(context)
    case .reviewRecord(var screen):
      defer { self = .reviewRecord(screen) }
      return screen.commit(context)
    case .dayClose(var screen):
      defer { self = .dayClose(screen) }
      return screen.commit(context)
    }
  }
}
