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

  public var isEmpty: Bool { records.isEmpty }

  /// Adds a child; `isOut` where it went out in a sheet.
  public mutating func add(_ child: StoredChild, isOut: Bool) {
    let identity = ChildIdentity(number: child.number, name: child.name, birthDate: child.birthDate)
    if let first = known.add(identity, at: records.count), next[first] == nil { next[first] = records.count }
    let stage: SheetFinding.Stage = isOut ? .out : child.status.countsAsDuplicate ? .handedIn : .draft
    records.append(Stored(id: child.id, code: child.code, stage: stage))
  }

  /// What another record says of a child; `own` is the child's own record, where it has one.
  public func rule(of child: ChildIdentity, own: RecordID?) -> SheetFinding.Rule? {
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

/// Finds children that stand in a file twice, in another file, or in a store as well.
public struct SheetDuplicates {
  private let stored: StoredChildren
  private let (name, birthDate, number): (Int?, Int?, Int?)
  private let register: ChildRegister

  public init(form: Form, stored: StoredChildren, register: ChildRegister = ChildRegister()) {
    self.stored = stored
    self.register = register
    name = form.field(.childName)
    birthDate = form.field(.childBirthDate)
    number = form.field(.childNumber)
  }

  /// What there is to say of the next child.
  public func findings(of answers: Answers, at place: SheetPlace) -> [SheetFinding] {
    let child = ChildIdentity(answers, name: name, birthDate: birthDate, number: number)
    var findings: [SheetFinding] = []
    switch register.add(child, row: place.row) {
    case (.sameNumber, let place)?: findings.append(finding(.duplicateInFile(place)))
    case (.sameChild, let place)?: findings.append(finding(.sameChildInFile(place)))
    case nil: break
    }
    if let rule = stored.rule(of: child, own: nil) { findings.append(finding(rule)) }
    return findings
  }

  private func finding(_ rule: SheetFinding.Rule) -> SheetFinding {
    SheetFinding(rule, field: (rule.isAboutNumber ? number : name) ?? 0)
  }
}

extension ChildIdentity {
  /// The child of some answers; the fields that have a form's roles.
  init(_ answers: Answers, name: Int?, birthDate: Int?, number: Int?) {
    let text = number.flatMap { answers[$0].value }
    self.init(
      number: text.flatMap { $0.isEmpty ? nil : $0 }, name: name.flatMap { answers[$0].value } ?? "",
      birthDate: birthDate.flatMap { answers[$0].value }.flatMap { CalendarDate(iso: $0) })
  }

  public init(_ answers: Answers, form: Form) {
    self.init(
      answers, name: form.field(.childName), birthDate: form.field(.childBirthDate), number: form.field(.childNumber))
  }
}
