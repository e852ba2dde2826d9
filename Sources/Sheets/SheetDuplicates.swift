import FormModel
import Records
import Standards

/// The children of a store, as those of a sheet are compared with them.
public struct StoredChildren: Sendable {
  private var known = ChildPlaces()
  private var records: [(code: RecordCode, isOut: Bool)] = []

  public init() {}

  /// Adds a child; `isOut` where it went out in a sheet.
  public mutating func add(_ child: StoredChild, isOut: Bool) {
    known.add(ChildIdentity(number: child.number, name: child.name, birthDate: child.birthDate), at: records.count)
    records.append((child.code, isOut))
  }

  fileprivate func rule(of child: ChildIdentity) -> SheetFinding.Rule? {
    guard !records.isEmpty else { return nil }
    return switch known.match(of: child) {
    case .sameNumber(let place): .duplicateInStore(records[place].code, isOut: records[place].isOut)
    case .sameChild(let place): .sameChildInStore(records[place].code)
    case nil: nil
    }
  }
}

/// Finds children that stand in a file twice, or in a store as well.
struct SheetDuplicates: Sendable {
  private let stored: StoredChildren
  private let (name, birthDate, number): (Int?, Int?, Int?)
  private var known = ChildPlaces()
  /// The spreadsheet's row of each child, by its place less one.
  private var rows: [Int32] = []

  init(form: Form, stored: StoredChildren) {
    self.stored = stored
    name = form.index(of: "name")
    birthDate = form.index(of: "birth_date")
    number = form.index(of: "id_number")
  }

  /// What there is to say of the next child.
  mutating func findings(of answers: Answers, at place: SheetPlace) -> [SheetFinding] {
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
    switch stored.rule(of: child) {
    case .duplicateInStore(let code, let isOut)?:
      findings.append(SheetFinding(.duplicateInStore(code, isOut: isOut), field: numberField))
    case let rule?: findings.append(SheetFinding(rule, field: nameField))
    case nil: break
    }
    return findings
  }

  private func place(of child: Int) -> SheetPlace { SheetPlace(child: child, row: Int(rows[child - 1])) }
}
