import Standards

/// A teacher or staff member who enters by name and PIN.
public struct Account: Hashable, Sendable {
  /// What such an account may be: a family needs none.
  public enum Kind: String, Sendable, CaseIterable {
    case teacher
    case staff

    var role: Role {
      switch self {
      case .teacher: .teacher
      case .staff: .staff
      }
    }
  }

  public let name: String
  public var kind: Kind
  /// The classes that a teacher looks after.
  public var classes: [String]
  /// Nobody enters by it any more; histories still name it.
  public var isDisabled: Bool
  /// Who made or changed the account last.
  public internal(set) var changed: Stamp?
  /// The hash of the PIN; nil where none was given yet.
  var pin: String?
  /// The wait after wrong tries.
  var wait: TryDelay
  var other: [String: JSONValue] = [:]

  /// A new account; nil where the name cannot be one.
  public init?(name: String, kind: Kind, classes: [String] = []) {
    guard let name = Self.name(name) else { return nil }
    self.name = name
    self.kind = kind
    self.classes = Self.classes(classes)
    isDisabled = false
    wait = TryDelay()
  }

  public var hasPIN: Bool { pin != nil }

  /// What the account lets its owner do.
  public var authority: Authority {
    switch kind {
    case .teacher: .teacher(name: name, classes: Set(classes))
    case .staff: .staff(name: name)
    }
  }

  /// Whether a teacher comes in by it.
  package var isTeaching: Bool { kind == .teacher && hasPIN && !isDisabled }

  /// Classes as they are kept: mended, and none that is empty.
  static func classes(_ typed: [String]) -> [String] {
    typed.map { TextNormaliser.normalise($0, as: .freeText) }.filter { !$0.isEmpty }
  }

  /// The longest name, in characters.
  static let longestName = 60

  /// A name as accounts have it, by which they are also found; nil for a text that no name can be.
  ///
  /// However wide or spaced it was typed, 李老师 is one person.
  public static func name(_ typed: String) -> String? {
    guard TextNormaliser.problem(in: typed) == nil else { return nil }
    let name = TextNormaliser.normalise(typed, as: .personName)
    return name.isEmpty || name.count > longestName ? nil : name
  }
}

extension Account {
  /// Reads an account; nil for one that this version does not understand, which is then left alone.
  init?(json: JSONValue) {
    guard let object = json.object, let written = object["name"]?.string, let name = Self.name(written),
      let kind = object["role"]?.string.flatMap({ Kind(rawValue: $0) })
    else { return nil }
    self.name = name
    self.kind = kind
    classes = object["classes"]?.array?.compactMap(\.string) ?? []
    isDisabled = object["disabled"]?.bool ?? false
    changed = try? object["changed"].map { try Stamp(json: $0, place: "changed") }
    pin = object["pin"]?.string
    wait = TryDelay(json: object["wait"])
    other = object
  }

  /// What nobody changed is written as it was read, whatever form it had.
  var json: JSONValue {
    var object = other
    let read = Account(json: .object(other))
    if read?.name != name { object["name"] = .string(name) }
    if read?.kind != kind { object["role"] = .string(kind.rawValue) }
    if read?.classes != classes { object["classes"] = .array(classes.map { .string($0) }) }
    if read?.isDisabled != isDisabled { object["disabled"] = .bool(isDisabled) }
    if read?.changed != changed { object["changed"] = changed?.json }
    if read?.pin != pin { object["pin"] = pin.map { .string($0) } }
    if read?.wait != wait { object["wait"] = wait == TryDelay() ? nil : wait.json }
    return .object(object)
  }
}
