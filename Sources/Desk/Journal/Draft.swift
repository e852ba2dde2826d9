import Records
import Standards

/// What is typed on a page that no record's journal tells of: a panel of the review, a line to search for, the settings.
///
/// It is kept as a state and not as events, since such a page depends on lists and records that may be others by the
/// time it is put up again. A PIN, a birth date and whatever opens a covered screen are never in it.
public struct Draft: Hashable, Sendable {
  /// Every page where text is typed that belongs to no item of a record.
  public enum Page: String, Hashable, Sendable, CaseIterable {
    case settings, comeBack, door, completion, readBack, review, reviewRecord, dayClose
  }

  /// Under which it is found again: the page, whose it is, and the record that the page is about.
  public struct Key: Hashable, Sendable {
    public var page: Page
    public var person: Person?
    public var record: RecordID?

    init(page: Page, person: Person? = nil, record: RecordID? = nil) {
      self.page = page
      self.person = person
      self.record = record
    }
  }

  public var key: Key
  var typed: JSONValue

  init(_ key: Key, _ typed: JSONValue) {
    self.key = key
    self.typed = typed
  }

  /// As the store keeps it.
  public func stored(at now: Timestamp) -> StoredDraft {
    StoredDraft(
      by: key.person, at: now,
      content: .object([
        "page": .string(key.page.rawValue), "record": key.record.map { .string($0.text) } ?? .null, "typed": typed,
      ]))
  }

  /// Nil for a page that this version does not know.
  public init?(_ stored: StoredDraft) {
    guard let page = stored.content["page"]?.string.flatMap(Page.init(rawValue:)) else { return nil }
    key = Key(
      page: page, person: stored.by, record: stored.content["record"]?.string.flatMap { RecordID($0) })
    typed = stored.content["typed"] ?? .null
  }
}

extension Draft.Key {
  /// Whether a draft under another key is to be put up here: a person is known by role and name.
  public func isAnswered(by other: Draft.Key) -> Bool {
    page == other.page && record == other.record && person?.role == other.person?.role
      && person?.name == other.person?.name
  }

  /// How long what nobody has put a name to is put up again, in milliseconds: whoever sits there later may be somebody
  /// else. Nil where it is its owner's, whenever they come.
  public var limit: Int? {
    guard person == nil else { return nil }
    return switch page {
    case .comeBack, .door: 180_000
    case .settings, .completion, .readBack, .review, .reviewRecord, .dayClose: 1_800_000
    }
  }
}

extension Desk {
  /// What has to be kept of the page that is shown, beside what the journal of a record tells.
  public func draft(_ context: DeskContext) -> Draft? {
    guard let key = draftKey, let typed = typed(context) else { return nil }
    return Draft(key, typed)
  }

  /// Where the page that is shown would find what was typed on it before; nil where nothing is.
  var draftKey: Draft.Key? {
    switch page {
    case .settings(let screen): Draft.Key(page: .settings, person: screen.holder.person)
    case .comeBack: Draft.Key(page: .comeBack)
    case .door: Draft.Key(page: .door)
    case .work(let room): room.pages.last?.draftKey
    // Nothing is typed there, or the journal of its record has it, or it is a secret.
    case .home, .readBack, .guided, .locked, .farewell, .unsaved: nil
    }
  }

  private func typed(_ context: DeskContext) -> JSONValue? {
    switch page {
    case .settings(let screen): screen.typed
    case .comeBack(let screen): screen.typed
    case .door(let screen): screen.typed
    case .work(let room): room.pages.last?.typed(context)
    case .home, .readBack, .guided, .locked, .farewell, .unsaved: nil
    }
  }

  /// Asks for what was typed on the page before, where it can have been.
  var recall: [Effect] { draftKey.map { [.recall($0)] } ?? [] }

  /// Puts up again what was typed on the page.
  mutating func restore(_ draft: Draft, _ context: DeskContext) {
    guard draftKey?.isAnswered(by: draft.key) == true else { return }
    switch page {
    case .settings(var screen):
      screen.restore(draft.typed, context)
      page = .settings(screen)
    case .comeBack(var screen):
      screen.restore(draft.typed)
      page = .comeBack(screen)
    case .door(var screen):
      screen.restore(draft.typed)
      page = .door(screen)
    case .work(var room):
      room.restore(draft.typed, context)
      page = .work(room)
    case .home, .readBack, .guided, .locked, .farewell, .unsaved: break
    }
  }
}

extension WorkPage {
  /// Pages where a record is filled in have its journal, and on the menu nothing is typed.
  var draftKey: Draft.Key? {
    switch self {
    case .completion(let screen):
      screen.walk == nil ? Draft.Key(page: .completion, person: screen.holder.person) : nil
    case .readBack(let screen):
      Draft.Key(page: .readBack, person: screen.held.holder.person, record: screen.held.record.id)
    case .review(let screen): Draft.Key(page: .review, person: screen.holder.person)
    case .reviewRecord(let screen):
      Draft.Key(page: .reviewRecord, person: screen.held.holder.person, record: screen.held.record.id)
    case .dayClose(let screen): Draft.Key(page: .dayClose, person: screen.holder.person)
    case .menu, .sheet: nil
    }
  }

  func typed(_ context: DeskContext) -> JSONValue? {
    switch self {
    case .completion(let screen): screen.typed
    case .readBack(let screen): screen.typed(context)
    case .review(let screen): screen.typed
    case .reviewRecord(let screen): screen.typed(context)
    case .dayClose(let screen): screen.typed
    case .menu, .sheet: nil
    }
  }

  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    switch self {
    case .completion(var screen):
      screen.restore(typed)
      self = .completion(screen)
    case .readBack(var screen):
      screen.restore(typed, context)
      self = .readBack(screen)
    case .review(var screen):
      screen.restore(typed)
      self = .review(screen)
    case .reviewRecord(var screen):
      screen.restore(typed, context)
      self = .reviewRecord(screen)
    case .dayClose(var screen):
      screen.restore(typed)
      self = .dayClose(screen)
    case .menu, .sheet: break
    }
  }
}

extension WorkRoom {
  mutating func restore(_ typed: JSONValue, _ context: DeskContext) {
    guard var page = pages.popLast() else { return }
    page.restore(typed, context)
    pages.append(page)
  }
}
