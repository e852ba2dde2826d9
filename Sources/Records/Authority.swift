/// Who acts at the desk, and which records they may be handed.
///
/// What each role may do is decided here and in `HeldRecord`, so that no page and no command can forget to ask.
public enum Authority: Hashable, Sendable {
  case family(Sitting)
  /// A teacher, with the classes they look after.
  case teacher(name: String, classes: Set<String>)
  case staff(name: String)

  public var role: Role {
    switch self {
    case .family: .guardian
    case .teacher: .teacher
    case .staff: .staff
    }
  }

  /// The person that a record's history names.
  public var person: Person {
    switch self {
    case .family(let sitting): sitting.person
    case .teacher(let name, _): Person(role: .teacher, name: name)
    case .staff(let name): Person(role: .staff, name: name)
    }
  }

  /// The classes that they look after, in the order of the settings.
  public func classes(of settings: Settings) -> [String] {
    switch self {
    case .family: []
    case .teacher(_, let classes): settings.classes.filter(classes.contains)
    case .staff: settings.classes
    }
  }

  /// Whether the record may be handed to them: a family sees its own, a teacher those of their classes and those
  /// without a class, staff all.
  public func maySee(_ record: Record) -> Bool { maySee(id: record.id, className: record.contact.className) }

  /// The same for a record of which only the summary is known.
  public func maySee(id: RecordID, className: String?) -> Bool {
    switch self {
    case .family(let sitting): sitting.own.contains(id)
    case .teacher(_, let classes): className.map { classes.contains($0) } ?? true
    case .staff: true
    }
  }

  /// The family with one more record of its own; a teacher and staff are what they are.
  func owning(_ id: RecordID) -> Authority {
    guard case .family(var sitting) = self else { return self }
    sitting.own.insert(id)
    return .family(sitting)
  }

  /// The family, once it is known who of it sits at the desk.
  func identified(relation: String) -> Authority {
    guard case .family(var sitting) = self else { return self }
    sitting.person.relation = relation
    return .family(sitting)
  }
}

/// A family at the desk, from sitting down to leaving.
public struct Sitting: Hashable, Sendable {
  public internal(set) var person: Person
  /// The records that it began or opened; nothing outside this module can add to them.
  public internal(set) var own: Set<RecordID> = []

  public init(_ person: Person) { self.person = person }
}
