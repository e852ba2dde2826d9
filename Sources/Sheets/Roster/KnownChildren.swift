import FormModel
import Records
import Standards

/// The children of the store, as the rows of a roster find them: asked for once, and kept up with what the rows change.
///
/// Withdrawn records are not among them. Names that look the same are the same (`NameKey`).
public struct KnownChildren: Sendable {
  /// Whose record a row may be about.
  public enum Match: Hashable, Sendable {
    case none
    case one(RecordID)
    /// Several records fit.
    case several([RecordCode])
    /// The name is known, but nothing else that would tell whether it is the same child.
    case unsure([RecordCode])
  }

  private struct Child {
    var code: RecordCode
    var day: CalendarDate
    /// The name as names are compared.
    var name: String
    var birthDate: CalendarDate?
    var number: String?
  }

  private var children: [RecordID: Child] = [:]
  private var byNumber: [String: [RecordID]] = [:]
  private var byName: [String: [RecordID]] = [:]
  /// The withdrawn records that bear a number.
  private var withdrawn: [String: [RecordCode]] = [:]

  public init(_ summaries: [RecordSummary]) {
    for summary in summaries {
      if summary.status != .withdrawn {
        add(summary)
      } else if let number = Self.compared(summary.number) {
        withdrawn[number, default: []].append(summary.code)
      }
    }
  }

  /// Replaces what was known of a record by how it stands now.
  public mutating func add(_ record: Record, form: Form, setting: CheckSetting) {
    if let old = children.removeValue(forKey: record.id) {
      byName[old.name]?.removeAll { $0 == record.id }
      if let number = old.number { byNumber[number]?.removeAll { $0 == record.id } }
    }
    add(RecordSummary(record, form: form, setting: setting))
  }

  private mutating func add(_ summary: RecordSummary) {
    let (number, name) = (Self.compared(summary.number), NameKey.of(summary.name))
    children[summary.id] = Child(
      code: summary.code, day: summary.created.date, name: name, birthDate: summary.birthDate, number: number)
    byName[name, default: []].append(summary.id)
    if let number { byNumber[number, default: []].append(summary.id) }
  }

  private static func compared(_ number: String?) -> String? {
    number.map(CitizenNumber.repair).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The withdrawn records of this number: the child was here before.
  public func withdrawn(number: String?) -> [RecordCode] { Self.compared(number).flatMap { withdrawn[$0] } ?? [] }

  /// The day in whose folder a record stands.
  public func day(of id: RecordID) -> CalendarDate? { children[id]?.day }

  /// The records whose child has this number.
  public func records(withNumber number: String) -> [RecordID] { byNumber[CitizenNumber.repair(number)] ?? [] }

  /// The record of a child: by the number, else by name and birth date.
  ///
  /// A name alone is enough only where neither side knows more. Two right numbers are two children, whatever else they
  /// have in common.
  public func match(number: String?, name: String?, birthDate: CalendarDate?) -> Match {
    if let number {
      let same = records(withNumber: number)
      if !same.isEmpty { return match(same) }
    }
    guard let name, let named = byName[NameKey.of(name)], !named.isEmpty else { return .none }
    let others = Set(namesakes(number: number, name: name, birthDate: birthDate))
    let ids = named.filter { !others.contains($0) }
    if let birthDate {
      let same = ids.filter { children[$0]?.birthDate == birthDate }
      if !same.isEmpty { return match(same) }
    }
    // Whoever was born on another day is another child.
    let open = ids.filter { birthDate == nil || children[$0]?.birthDate == nil }
    guard !open.isEmpty else { return .none }
    let isBare = number == nil && birthDate == nil && open.allSatisfy(isBare)
    return isBare ? match(open) : .unsure(codes(open))
  }

  /// The records of other children who were born on the same day and are called the same: both numbers are right.
  public func namesakes(number: String?, name: String?, birthDate: CalendarDate?) -> [RecordID] {
    guard let name, let birthDate, let own = Self.compared(number), Self.isRight(own, birthDate) else { return [] }
    return (byName[NameKey.of(name)] ?? []).filter { id in
      guard let child = children[id], child.birthDate == birthDate, let number = child.number else { return false }
      return number != own && Self.isRight(number, birthDate)
    }
  }

  private static func isRight(_ number: String, _ birthDate: CalendarDate) -> Bool {
    CitizenNumber.read(number, on: birthDate, knowsArea: { _ in true }).number?.birthDate == birthDate
  }

  public func code(of id: RecordID) -> RecordCode? { children[id]?.code }

  private func isBare(_ id: RecordID) -> Bool { children[id]?.number == nil && children[id]?.birthDate == nil }

  private func match(_ ids: [RecordID]) -> Match { ids.count == 1 ? .one(ids[0]) : .several(codes(ids)) }

  private func codes(_ ids: [RecordID]) -> [RecordCode] { ids.compactMap { children[$0]?.code } }
}
