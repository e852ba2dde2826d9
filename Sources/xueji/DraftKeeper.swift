import Desk
import Records

/// Keeps what is typed on pages that change no record yet, in a file of the store, key by key.
struct DraftKeeper<Keeper: Store> {
  private let store: Keeper
  private let session: String
  /// How many of this session's drafts were left in the store for whoever comes back.
  private var left = 0
  private var file: Keeper.OpenDraft?
  private var draft: Draft?
  /// The draft that this session has restored, until its own file says the same.
  private var adopted: DraftReading?
  /// The files that can never be read, and who was told of them: each person once, since a file stays until somebody
  /// sets it aside.
  private var told: Set<Told> = []

  private struct Told: Hashable {
    var person: Person
    var path: String
  }

  init(store: Keeper) {
    self.store = store
    session = String(UInt64.random(in: 0...UInt64.max), radix: 36)
  }

  /// Writes what is typed now; with nothing typed the draft was used or given up, and its file is removed.
  mutating func follow(_ draft: Draft?, at now: Timestamp) throws(StoreError) {
    guard draft != self.draft else { return }
    guard let draft else { return giveUp() }
    let current = if let file { file } else { try store.draft(session: "\(session)-\(left)") }
    file = current
    try current.write(draft.stored(at: now))
    self.draft = draft
    if let adopted { store.discard(adopted) }
    adopted = nil
  }

  /// Takes away what was typed last.
  mutating func giveUp() {
    file?.remove()
    (file, draft) = (nil, nil)
  }

  /// Leaves what is typed in the store for whoever comes back.
  mutating func leave() {
    left += 1
    (file, draft, adopted) = (nil, nil, nil)
  }

  /// What was typed on a page before somebody was cut off, and what cannot be read now; what nobody may see any more is
  /// taken away.
  mutating func recall(_ key: Draft.Key, at now: Timestamp) -> (draft: Draft?, problems: [StoreError]) {
    var found: (reading: DraftReading, draft: Draft)?
    let (readings, problems) = store.draftsLeft()
    for reading in readings {
      guard let draft = Draft(reading.draft), key.isAnswered(by: draft.key) else { continue }
      if let limit = draft.key.limit, now.milliseconds - reading.draft.at.milliseconds > limit {
        store.discard(reading)
      } else {
        found = (reading, draft)
      }
    }
    adopted = found?.reading
    return (found?.draft, untold(problems, key.person))
  }

  /// The problems to tell of: every time, where the file may be readable the next time. Of the others nobody knows
  /// whose they are, so everybody who has a name is told once.
  private mutating func untold(_ problems: [StoreError], _ person: Person?) -> [StoreError] {
    problems.filter { problem in
      problem.mayPass || person.map { told.insert(Told(person: $0, path: problem.path)).inserted } ?? false
    }
  }

  /// The last draft of a record that somebody left, and what cannot be read now.
  mutating func last(of person: Person) -> (key: Draft.Key?, problems: [StoreError]) {
    let (readings, problems) = store.draftsLeft()
    let keys = readings.compactMap { Draft($0.draft)?.key }
    let last = keys.last { $0.record != nil && $0.person?.role == person.role && $0.person?.name == person.name }
    return (last, untold(problems, person))
  }
}
