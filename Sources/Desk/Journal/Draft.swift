import Records
import Standards

/// What is typed on a page that no record's journal tells of: a panel of the review, a line to search for, the settings.
///
/// It is kept as a state and not as events, since such a page depends on lists and records that may be others by the
/// time it is put up again. A PIN, a birth date and whatever opens a covered screen are never in it.
public struct Draft: Hashable, Sendable {
  public typealias Page = StoredDraft.Page

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
    StoredDraft(by: key.person, at: now, page: key.page, record: key.record, typed: typed)
  }

  /// Nil for a page that this version does not know.
  public init?(_ stored: StoredDraft) {
    guard let page = stored.page else { return nil }
    key = Key(page: page, person: stored.by, record: stored.record)
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
    let context = known(context)
    guard let key = page.draftKey, let typed = page.typed(context) else { return nil }
    return Draft(key, typed)
  }
}
