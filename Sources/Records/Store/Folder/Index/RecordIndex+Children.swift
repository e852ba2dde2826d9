import FormModel
import Standards

/// What a child in the store is recognised by.
public struct StoredChild: Hashable, Sendable {
  public var id: RecordID
  public var code: RecordCode
  public var status: Status
  /// The document number as numbers are compared.
  public var number: String?
  public var name: String
  public var birthDate: CalendarDate?

  public init(id: RecordID, code: RecordCode, status: Status, number: String?, name: String, birthDate: CalendarDate?) {
    self.id = id
    self.code = code
    self.status = status
    self.number = number
    self.name = name
    self.birthDate = birthDate
  }
}

extension RecordIndex {
  /// Hands over every child of the form whose record is not withdrawn, one by one; some of them twice where the index
  /// has to be made anew in between. Returns what could not be read, which may be another child.
  public func visitChildren(
    of form: String, setting: CheckSetting, progress: ReadingProgress = { _, _ in }, _ body: (StoredChild) -> Void
  ) throws(StoreError) -> [StoreError] {
    try lookedAtAll(setting, progress: progress) { database, unseen throws(DatabaseError) in
      let children = """
        SELECT id, code, number, name, ifnull(birth, ?), status FROM record
        WHERE summary IS NOT NULL AND status <> ? AND form = ? ORDER BY day, id
        """
      // No day has that number.
      try database.run(children, [.int(.min), .int(Status.withdrawn.number), .text(form)]) { row in
        guard let id = RecordID(row.text(0)), let code = RecordCode(row.text(1)) else { return }
        let status = Status.allCases.first { $0.number == row.int(5) } ?? .draft
        let number = row.text(2).dropFirst(form.count + 1)
        body(
          StoredChild(
            id: id, code: code, status: status, number: number.isEmpty ? nil : String(number), name: row.text(3),
            birthDate: CalendarDate(dayNumber: row.int(4))))
      }
      return unseen
    }
  }
}
