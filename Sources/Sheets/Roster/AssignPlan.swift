import FormModel
import Records
import Standards

/// What a row of the national system's answer does to the record with the child's number: give it its 学籍号, or not.
public enum AssignPlan: Hashable, Sendable {
  case give(StudentNumber)
  /// It has this number already.
  case same
  case refuse(Refusal)

  /// Why a number is not given.
  public enum Refusal: Error, Hashable, Sendable {
    /// The row lacks the 学籍号, the child's number or the name.
    case blank(RosterItem)
    /// A cell of the three cannot be read.
    case fault(RosterFault)
    /// No record has the child's number.
    case unknownChild
    /// Several have it.
    case several
    /// The record bears another name.
    case otherName(String)
    case notApproved
    case neverExported
    /// Not G, J or L and 18 characters.
    case malformed
    /// `G` and another child's number.
    case foreign
    /// The record has another 学籍号, which stays.
    case hasAnother(String)
    /// Another record has this 学籍号.
    case given(RecordCode)
  }

  /// Looks for the record that a row is about: by the child's number, and nothing else.
  public static func child(
    of row: RosterRow, in known: KnownChildren, headings: RosterHeadings
  ) throws(Refusal) -> RecordID {
    if let fault = row.faults.first { throw .fault(fault) }
    for item in [.studentNumber, headings.number, headings.name] {
      if let item, row.values[item] == nil { throw .blank(item) }
    }
    let ids = headings.number.flatMap { row.values[$0] }.map { known.records(withNumber: $0) } ?? []
    guard let id = ids.first else { throw .unknownChild }
    guard ids.count == 1 else { throw .several }
    return id
  }

  /// Plans a row for the child's record; `owner` knows who has a 学籍号 already.
  public init(
    _ row: RosterRow, onto record: Record, form: Form, owner: (StudentNumber) -> Owner?
  ) {
    do throws(Refusal) {
      self = try Self.plan(row, record, form, owner)
    } catch {
      self = .refuse(error)
    }
  }

  /// The record that has a 学籍号.
  public struct Owner: Hashable, Sendable {
    public var id: RecordID
    public var code: RecordCode

    public init(id: RecordID, code: RecordCode) {
      (self.id, self.code) = (id, code)
    }
  }

  private static func plan(
    _ row: RosterRow, _ record: Record, _ form: Form, _ owner: (StudentNumber) -> Owner?
  ) throws(Refusal) -> AssignPlan {
    guard let number = row.values[.studentNumber].flatMap({ StudentNumber($0) }) else { throw .malformed }
    let name = record.value(.childName, form) ?? ""
    // By its bytes: to Swift a compatibility ideograph equals its twin, to the register they are two names.
    guard name.utf8.elementsEqual((row.value(.childName, form) ?? "").utf8) else { throw .otherName(name) }
    // A number that came back stays, also while a correction waits.
    if record.number == number.text { return .same }
    guard record.status == .approved else { throw .notApproved }
    guard !record.exports.isEmpty else { throw .neverExported }
    guard number.belongs(to: record.value(.childNumber, form) ?? "") else { throw .foreign }
    if let old = record.number { throw .hasAnother(old) }
    if let owner = owner(number), owner.id != record.id { throw .given(owner.code) }
    return .give(number)
  }
}
