import Records

/// Records in a list, with one of them highlighted.
///
/// Nothing in it is counted anew at a key, and a page draws no more of it than it shows.
struct SummaryList: Hashable, Sendable {
  private(set) var rows: [RecordSummary]
  let unreadable: [StoreError]
  private(set) var highlighted: Int
  /// Whether records of more than one form stand here, so that each says which it is of.
  let isMixed: Bool

  /// How far PgUp and PgDn go.
  static let page = 10

  /// The highlight stays with its record, or where it was if that has left the list.
  init(_ rows: [RecordSummary], unreadable: [StoreError], keeping before: SummaryList? = nil) {
    self.rows = rows
    self.unreadable = unreadable
    isMixed = rows.areOfSeveralForms
    let id = before?.current?.id
    highlighted =
      id.flatMap { id in rows.firstIndex { $0.id == id } }
      ?? min(before?.highlighted ?? 0, max(0, rows.count - 1))
  }

  var current: RecordSummary? { rows.indices.contains(highlighted) ? rows[highlighted] : nil }

  mutating func move(_ action: PanelAction) {
    highlighted = max(0, action.scrolled(highlighted, of: rows.count, page: Self.page))
  }

  mutating func move(by step: Int) { highlighted = max(0, min(rows.count - 1, highlighted + step)) }

  /// The part of the list that so many lines show.
  func window(_ height: Int) -> Range<Int> {
    let start = max(0, min(highlighted - height / 2, rows.count - height))
    return start..<min(rows.count, start + max(0, height))
  }

  /// Shows a record as it stands now; while its number is the same, what is known of others with that number stays.
  mutating func show(_ record: Record, _ context: DeskContext) {
    guard let index = rows.firstIndex(where: { $0.id == record.id }) else { return }
    var summary = RecordSummary(record, form: context.forms.form(of: record), setting: context.setting)
    if summary.number == rows[index].number {
      (summary.isDuplicate, summary.isNumberInDraft) = (rows[index].isDuplicate, rows[index].isNumberInDraft)
    }
    rows[index] = summary
  }

  /// Shows whether another record bears the child's number, as far as whoever fills it in is told.
  mutating func show(isNumberKnown: Bool, of id: RecordID) {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
    rows[index].isNumberInDraft = isNumberKnown
  }
}

extension [RecordSummary] {
  /// Whether they were made with more than one form.
  var areOfSeveralForms: Bool { contains { $0.edition.name != self[0].edition.name } }
}

extension DeskContext {
  /// The child's name in a list of several forms, behind the sign of its form.
  func marked(_ name: String, of summary: RecordSummary) -> String {
    "\(forms.sign(of: forms.form(of: summary), language))·\(name)"
  }
}
