import Standards

/// What an item means to the program beyond its type: the word in the form's file that a feature goes by, whatever the
/// item is called there. A form may lack any; what hangs on a role is then not there.
public enum FieldRole: String, Sendable, CaseIterable {
  /// Stands in lists of records, opens a form that knows nothing else yet, and with the birth date identifies a child.
  case childName = "child_name"
  /// The same number in two records is the same child twice.
  case childNumber = "child_number"
  /// A family opens its record again with it; never after today.
  case childBirthDate = "child_birth_date"
  /// May lie up to a year ahead at the desk; until it has come the record is not approved.
  case entryDate = "entry_date"
  /// A roster may add to it how the person is related to the child.
  case guardianName = "guardian_name"
  /// The groups that a day's page counts, by the values that the field `counts`.
  case migrantChild = "migrant_child"
  case leftBehindChild = "left_behind_child"
  case disabledChild = "disabled_child"
  case orphan

  /// Whether the role counts children, and so needs the values that count.
  var isGroup: Bool {
    switch self {
    case .childName, .childNumber, .childBirthDate, .entryDate, .guardianName: false
    case .migrantChild, .leftBehindChild, .disabledChild, .orphan: true
    }
  }

  /// Whether an item of this kind can have the role.
  func fits(_ kind: FieldKind) -> Bool {
    switch (self, kind) {
    case (.childName, .text), (.guardianName, .text): true
    case (.childNumber, .documentNumber): true
    case (.childBirthDate, .date), (.entryDate, .date): true
    case (_, .select): isGroup
    case (_, .text), (_, .classCode), (_, .place), (_, .date), (_, .documentNumber): false
    }
  }
}

/// How the read-back says an item.
public struct Spoken: Hashable, Sendable {
  /// What is said, with `{}` for the value.
  public var said: Localized
  /// Whole phrases by the value's code, where “yes” alone would say too little.
  public var values: [String: Localized]

  /// The bare value.
  public static let plain = Spoken(said: Localized("{}", "{}"), values: [:])
}
