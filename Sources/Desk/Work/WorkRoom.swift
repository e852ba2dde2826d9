import Records
import Terminal

/// The pages of teachers and staff, one upon the other: whoever is let in by the door works here until they leave.
public struct WorkRoom: Hashable, Sendable {
  /// Where a key or a news leads.
  enum Step: Hashable, Sendable {
    case stay
    /// One page back; from the first page, out of the room.
    case back
    case open(WorkPage)
    /// The page is done and another takes its place.
    case replace(WorkPage)
    /// Out of the room at once.
    case leave
  }

  var pages: [WorkPage]
  /// Set when the room is left; the desk shows what comes next.
  private(set) var isLeft = false

  /// Whether Ctrl-Z leads to a shell where nothing is typed.
  let maySuspend: Bool

  init(_ page: WorkPage, maySuspend: Bool = false) {
    pages = [page]
    self.maySuspend = maySuspend
  }

  mutating func update(_ input: Input, _ context: DeskContext) -> [Effect] {
    if case .news(.door(.resumed(let reading, let held, let standing))) = input {
      return resume(reading, held, standing, context)
    }
    if case .news(.work(.reopened(let held, let page))) = input {
      pages.append(page == .readBack ? .readBack(ReadBackScreen(held)) : .reviewRecord(ReviewRecordScreen(held)))
      return begin(context)
    }
    if case .news(.desk(.begun(let identity, .work(let holder)))) = input {
      let held = HeldRecord(beginning: identity, holder: holder, form: context.form, at: context.now)
      // The page with the code of the form before is done.
      if case .sheet = pages.last { pages.removeLast() }
      return take(.open(.sheet(SheetScreen(held, context))), context)
    }
    if input == .event(.key(.control("z"))), maySuspend, pages.last?.isReadOnly == true { return [.suspend] }
    guard var page = pages.popLast() else { return [] }
    let (effects, step) = page.update(input, context)
    pages.append(page)
    return effects + take(step, context)
  }

  private mutating func take(_ step: Step, _ context: DeskContext) -> [Effect] {
    switch step {
    case .stay: return []
    case .back:
      guard pages.count > 1 else {
        isLeft = true
        return []
      }
      pages.removeLast()
      return begin(context)
    case .open(let page):
      pages.append(page)
      return begin(context)
    case .replace(let page):
      pages[pages.count - 1] = page
      return begin(context)
    case .leave:
      isLeft = true
      return []
    }
  }

  /// What the page that is shown now needs: a list is read anew whenever somebody comes back to it, and what was being
  /// typed there is looked for.
  func begin(_ context: DeskContext) -> [Effect] {
    guard let page = pages.last else { return [] }
    return page.begin(context) + (page.draftKey.map { [.recall($0)] } ?? [])
  }

  /// Everything typed goes to the disk before the screen is covered.
  mutating func commit(_ context: DeskContext) -> [Effect] {
    guard var page = pages.popLast() else { return [] }
    let effects = page.commit(context)
    pages.append(page)
    return effects
  }

  /// When the page that is shown must be drawn again, though nobody pressed a key.
  func wakes(at now: Timestamp) -> Timestamp? { pages.last?.wakes(at: now) }

  func draw(on canvas: inout Canvas, _ context: DeskContext) { pages.last?.draw(on: &canvas, context) }
}

/// A page of the work room.
protocol WorkScreen: Hashable, Sendable {
  /// What the page needs when it is shown, for the first time or again.
  func begin(_ context: DeskContext) -> [Effect]
  mutating func update(_ input: Input, _ context: DeskContext) -> (effects: [Effect], step: WorkRoom.Step)
  /// Puts what is being typed into the record; pages where nothing is typed have nothing to put.
  mutating func commit(_ context: DeskContext) -> [Effect]
  func draw(on canvas: inout Canvas, _ context: DeskContext)
  /// Whether no text is typed on the page now, so that Ctrl-Z undoes nothing and may lead to a shell.
  var isReadOnly: Bool { get }
  /// When the page, later than now, looks different though nobody pressed a key: see `Reveal`.
  func wakes(at now: Timestamp) -> Timestamp?
}

extension WorkScreen {
  func begin(_ context: DeskContext) -> [Effect] { [] }
  mutating func commit(_ context: DeskContext) -> [Effect] { [] }
  var isReadOnly: Bool { false }
  func wakes(at now: Timestamp) -> Timestamp? { nil }
}
