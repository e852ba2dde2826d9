import FormModel
import Records
import Standards

/// The children of a store, as those of a sheet are compared with them.
public struct StoredChildren: Sendable {
  private struct Stored {
    var id: RecordID
    var code: RecordCode
    var stage: SheetFinding.Stage
  }

  private var known = ChildPlaces()
  private var records: [Stored] = []
  /// The second child with the same number, or the same name and birth date: what the first one itself is compared
  /// with.
  private var next: [ChildPlaces.Match: Int] = [:]

  public init() {}

  /// Adds a child; `isOut` where it went out in a sheet.
  public mutating func add(_ child: StoredChild, isOut: Bool) {
    let identity = ChildIdentity(number: child.number, name: child.name, birthDate: child.birthDate)
    if let first = known.add(identity, at: records.count), next[first] == nil { next[first] = records.count }
    let stage: SheetFinding.Stage = isOut ? .out : child.status.countsAsDuplicate ? .handedIn : .draft
    records.append(Stored(id: child.id, code: child.code, stage: stage))
  }

  /// What another record says of a child; `own` is the child's own record, where it has one.
  fileprivate func rule(of child: ChildIdentity, own: RecordID?) -> SheetFinding.Rule? {
    guard !records.isEmpty, let match = known.match(of: child) else { return nil }
    guard let other = other(match, than: own) else {
      // No other record has the number; one may still have the name.
      guard case .sameNumber = match else { return nil }
      return rule(of: ChildIdentity(number: nil, name: child.name, birthDate: child.birthDate), own: own)
    }
    return switch match {
    // The child's own record is known, so one that went out is another child's.
    case .sameNumber: .duplicateInStore(other.code, own != nil && other.stage == .out ? .handedIn : other.stage)
    case .sameChild: .sameChildInStore(other.code)
    }
  }

  private func other(_ match: ChildPlaces.Match, than own: RecordID?) -> Stored? {
    let place =
      switch match {
      case .sameNumber(let place), .sameChild(let place): place
      }
    guard records[place].id == own else { return records[place] }
    return next[match].map { records[$0] }
  }
}

/// Finds children that stand in a file twice, or in a store as well.
public struct SheetDuplicates: Sendable {
  private let stored: StoredChildren
  private let (name, birthDate, number): (Int?, Int?, Int?)
  private var known = ChildPlaces()
  /// The spreadsheet's row of each child; child 1 is at index 0.
  private var rows: [Int32] = []

  public init(form: Form, stored: StoredChildren) {
    self.stored = stored
    name = form.field(.childName)
    birthDate = form.field(.childBirthDate)
    number = form.field(.childNumber)
  }

  /// What there is to say of the next child; `own` is its record, where it has one.
  public mutating func findings(of answers: Answers, at place: SheetPlace, own: RecordID? = nil) -> [SheetFinding] {
    let text = number.flatMap { answers[$0].value }
    let child = ChildIdentity(
      number: text.flatMap { $0.isEmpty ? nil : $0 }, name: name.flatMap { answers[$0].value } ?? "",
      birthDate: birthDate.flatMap { answers[$0].value }.flatMap { CalendarDate(iso: $0) })
    let (numberField, nameField) = (number ?? 0, name ?? 0)
    rows.append(Int32(place.row))
    var findings: [SheetFinding] = []
    switch known.add(child, at: place.child) {
    case .sameNumber(let place):
      findings.append(SheetFinding(.duplicateInFile(self.place(of: place)), field: numberField))
    case .sameChild(let place):
      findings.append(SheetFinding(.sameChildInFile(self.place(of: place)), field: nameField))
    case nil: break
    }
    switch stored.rule(of: child, own: own) {
    case .duplicateInStore(let code, let stage)?:
      findings.append(SheetFinding(.duplicateInStore(code, stage), field: numberField))
    case let rule?: findings.append(SheetFinding(rule, field: nameField))
    case nil: break
    }
    return findings
  }

  private func place(of child: Int) -> SheetPlace { SheetPlace(child: child, row: Int(rows[child - 1])) }
}
