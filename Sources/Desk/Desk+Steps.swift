import Records
import Standards

/// From page to page.
extension Desk {
  mutating func take(_ step: Step, _ context: DeskContext) -> [Request] {
    switch step {
    case .stay: return []
    case .back:
      guard layers.count > 1 else { return requests([.leave]) }
      if hasHome, layers.count == 2 { return goHome() }
      layers.removeLast()
      return begin(again: true, context)
    case .open(let page):
      lay(page)
      return begin(again: false, context)
    case .replace(let page):
      layers.removeLast()
      lay(page)
      return begin(again: false, context)
    case .home: return goHome()
    case .homeUnsaved: return goHome(.leaveUnsaved)
    case .rest(let entry):
      rest(entry, context)
      return goHome()
    case .family(let held): return take(.replace(wake(held) ?? Self.opening(held, context)), context)
    case .work(let holder): return work(holder, context)
    }
  }

  /// To a fresh first page; a desk without one ends the program.
  mutating func goHome(_ leaving: Effect = .leave) -> [Request] {
    guard hasHome else { return requests([leaving]) }
    show([HomeScreen(isKiosk: isKiosk)])
    pinyin = PinyinInput()
    maySuspend = false
    return []
  }

  /// Shows these in the place of all pages.
  mutating func show(_ pages: [any Page]) {
    layers = []
    for page in pages { lay(page) }
  }

  /// The first page, where the desk has one.
  private var home: [any Page] { hasHome ? [layers[0].page] : [] }

  /// What the page that is shown now needs: a list is read anew whenever somebody comes back to it, and what was being
  /// typed there is looked for.
  func begin(again: Bool, _ context: DeskContext) -> [Request] {
    requests(page.begin(again: again, context) + (page.draftKey.map { [.recall($0)] } ?? []))
  }

  func requests(_ effects: [Effect], _ id: PageID? = nil) -> [Request] {
    effects.map { Request(effect: $0, page: id ?? layers[layers.count - 1].id) }
  }

  /// Ends the program; what is being typed goes to the disk as it is.
  mutating func end(_ context: DeskContext) -> [Request] {
    if let lock = page as? LockScreen, case .form(let entry) = lock.covered { rest(entry, context) }
    return requests(page.commit(context) + [.leave])
  }

  // MARK: Records

  /// What was given for a family while it was away is read back to it before it goes on with the form.
  static func opening(_ held: HeldRecord, _ context: DeskContext) -> any Page {
    if held.record.isOpenForChanges, !held.record.unconfirmedFields.isEmpty { return ReadBackScreen(held) }
    var guided = GuidedScreen(held, isStored: true, context)
    guided.entry.showWhatIsLeft(context)
    return guided
  }

  /// A record begins, with an identity of its own.
  mutating func begin(
    _ identity: RecordIdentity, _ beginning: Beginning, _ carried: CarriedAnswers, _ context: DeskContext
  ) -> [Request] {
    switch beginning {
    case .family(let sibling, _):
      show(home + [newForm(identity, sibling: sibling, context)])
      return begin(again: false, context)
    case .work(let holder, let sibling, _):
      let held = HeldRecord(beginning: identity, holder: holder, form: context.form, at: context.now)
      // The page with the code of the form before is done.
      let sheet = SheetScreen(held, sibling: sibling, carried: carried, context)
      return take(page is SheetScreen ? .replace(sheet) : .open(sheet), context)
    }
  }

  private mutating func work(_ holder: Authority, _ context: DeskContext) -> [Request] {
    // A suspended desk is a shell with the folder owner's rights, which are staff's and not a teacher's.
    maySuspend = !isKiosk && holder.role == .staff
    if let rested = wake(holder.person) {
      show(home + rested.pages)
      return requests(rested.isStored ? [.fetch(rested.record, holder, for: .refresh)] : [])
    }
    return take(.replace(CompletionScreen(holder: holder, isFirst: true)), context) + requests([.readSettings])
  }
}
