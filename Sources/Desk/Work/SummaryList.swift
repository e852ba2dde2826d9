import Records

/// Records in a list, with one of them highlighted.
///
/// Nothing in it is counted anew at a key, and a page draws no more of it than it shows.
struct SummaryList: Hashable, Sendable {
  let rows: [RecordSummary]
  let unreadable: [StoreError]
  private(set) var highlighted: Int

  /// How far PgUp and PgDn go.
  static let page = 10

  /// The highlight stays with its record, or where it was if that has left the list.
  init(_ rows: [RecordSummary], unreadable: [StoreError], keeping before: SummaryList? = nil) {
    self.rows = rows
    self.unreadable = unreadable
    let id = before?.current?.id
    highlighted =
      id.flatMap { id in rows.firstIndex { $0.id == id } }
      ?? min(before?.highlighted ?? 0, max(0, rows.count - 1))
  }

  var current: RecordSummary? { rows.indices.contains(highlighted) ? rows[highlighted] : nil }

  mutating func move(by step: Int) { highlighted = max(0, min(rows.count - 1, highlighted + step)) }

  mutating func moveToFirst() { highlighted = 0 }

  mutating func moveToLast() { highlighted = max(0, rows.count - 1) }

  /// The part of the list that so many lines show.
  func window(_ height: Int) -> Range<Int> {
    let start = max(0, min(highlighted - height / 2, rows.count - height))
    return start..<min(rows.count, start + max(0, height))
  }
}
