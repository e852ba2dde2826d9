import FormModel
import Records
import Standards

/// A kindergarten of the city.
public struct InventedKindergarten: Hashable, Sendable {
  public let number: Int
  public let name: String
  /// Its county, six digits.
  public let division: String
  public let classes: [String]

  public var settings: Settings {
    var settings = Settings(kindergarten: name, division: division, classes: classes, wasAsked: true)
    settings.isSimulated = true
    return settings
  }
}

/// A child before anybody has filled in the form: who it is, and how it will come to the desk.
struct InventedChild: Sendable {
  /// How far the record comes.
  enum Course: Sendable {
    /// Somebody leaves in the middle.
    case abandoned(after: Int)
    case handedIn
    case approved
    case returned
    case withdrawn
  }

  var seed: UInt64
  var identity: RecordIdentity
  var name: String
  var number: String
  var birthDate: CalendarDate
  var entryDate: CalendarDate
  var className: String
  var guardianName: String
  var guardianNumber: String
  var begun: Timestamp
  var course: Course
  /// A teacher fills it in for the family.
  var isByTeacher: Bool
  /// A paper is not at hand.
  var owes: Bool
  /// It comes in one sitting with the child before it.
  var isSibling: Bool
  /// A family as most are, with an identity card.
  var isUsual: Bool
  var mistake: CityModel.Mistake?
  /// The record of the same child in another kindergarten, where that is the mistake.
  var twin: RecordID?
}

/// What is wrong with a record on purpose: the answer that a check has to find.
public struct Label: Hashable, Sendable {
  public let id: RecordID
  public let code: RecordCode
  public let kindergarten: String
  public let mistake: String
  public let rules: [String]
  /// The item's name.
  public let field: String
  /// The other record of the same child.
  public let other: RecordID?

  public var json: JSONValue {
    .object([
      "id": .string(id.text), "code": .string(code.text), "kindergarten": .string(kindergarten),
      "mistake": .string(mistake), "rules": .array(rules.map { .string($0) }), "field": .string(field),
      "other": other.map { .string($0.text) } ?? .null,
    ])
  }
}
