import Standards

/// What is typed on a page that no record's journal tells of: a panel of the review, a line to search for, the settings.
///
/// It is kept as a state and not as events, since such a page depends on lists and records that may be others by the
/// time it is put up again. A PIN, a birth date and whatever opens a covered screen are never in it.
public struct Draft: Hashable, Sendable {
  /// Every page where text is typed that belongs to no item of a record.
  public enum Page: String, Hashable, Sendable, CaseIterable {
    case settings, comeBack, door, completion, readBack, review, reviewRecord, dayClose, people, printing, classCodes,
      files, importing, giving
  }

  /// What a draft is found by: the page, whose it is, and the record that the page is about.
  public struct Key: Hashable, Sendable {
    public var page: Page
    public var person: Person?
    public var record: RecordID?

    public init(page: Page, person: Person? = nil, record: RecordID? = nil) {
      (self.page, self.person, self.record) = (page, person, record)
    }
  }

  public var key: Key
  public var typed: JSONValue

  public init(_ key: Key, _ typed: JSONValue) {
    (self.key, self.typed) = (key, typed)
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

  /// For how many milliseconds a draft without an owner is put up again: whoever sits there later may be somebody else.
  /// Nil for a draft with an owner, who finds it whenever they come.
  public var limit: Int? {
    guard person == nil else { return nil }
    return switch page {
    case .comeBack, .door: 180_000
    case .settings, .completion, .readBack, .review, .reviewRecord, .dayClose, .people, .printing, .classCodes, .files,
      .importing, .giving:
      1_800_000
    }
  }
}
