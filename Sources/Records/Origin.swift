import FormModel
import Standards

/// Where a record was begun, once it lies among those of other kindergartens; in its own store it needs none.
public struct Origin: Hashable, Sendable {
  public var kindergarten: String
  /// The kindergarten's own county, six digits.
  public var division: String?
  /// The child is invented: the made-up province is known, and nothing goes out in a sheet.
  public var isSimulated: Bool
  var other: [String: JSONValue] = [:]

  public init(kindergarten: String, division: String?, isSimulated: Bool = false) {
    (self.kindergarten, self.division, self.isSimulated) = (kindergarten, division, isSimulated)
  }

  /// Where the records of a store with these settings were begun.
  public init(_ settings: Settings) {
    self.init(kindergarten: settings.kindergarten, division: settings.division, isSimulated: settings.isSimulated)
  }

  init(json: JSONValue, place: String) throws(RecordProblem) {
    var members = try JSONMembers(json, place: place)
    self.init(
      kindergarten: try members.optionalString("kindergarten") ?? "", division: try members.optionalString("division"))
    if let fact = members.take("simulated") {
      guard let isSimulated = fact.bool else { throw members.problem("simulated") }
      self.isSimulated = isSimulated
    }
    other = members.rest
  }

  var json: JSONValue {
    var object = other
    object["kindergarten"] = .string(kindergarten)
    object["division"] = division.map { .string($0) }
    object["simulated"] = isSimulated ? .bool(true) : nil
    return .object(object)
  }
}

extension CheckSetting {
  /// The same in the record's own kindergarten, where the record says which that is.
  func at(_ origin: Origin?) -> CheckSetting {
    CheckSetting(today: today, kindergarten: origin?.division ?? kindergarten, place: place)
  }
}
