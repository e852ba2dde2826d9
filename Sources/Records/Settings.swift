import Standards

/// What the store knows about the kindergarten.
public struct Settings: Hashable, Sendable {
  public var kindergarten: String
  /// The kindergarten's own county, six digits.
  public var division: String?
  /// The names of its classes, in its own order.
  public var classes: [String]
  /// The codes that the national system has issued for classes, by the classes' names.
  public var classCodes: [String: String] = [:]
  /// The command that prints what it reads, such as `lp`, with its options; nil where a desk prints nothing by itself.
  public var printer: String?
  /// Whether somebody was asked for these already, whatever the answer was.
  public var wasAsked: Bool
  /// Its children are invented: the tables know the made-up province, and nothing goes out in a sheet.
  public var isSimulated = false
  /// Its records are those of many kindergartens, gathered: a code may stand in several of them.
  public var isCollected = false
  var other: [String: JSONValue] = [:]

  public init(kindergarten: String = "", division: String? = nil, classes: [String] = [], wasAsked: Bool = false) {
    self.kindergarten = kindergarten
    self.division = division
    self.classes = classes
    self.wasAsked = wasAsked
  }

  public init(json: JSONValue?) {
    self.init()
    guard let object = json?.object else { return }
    kindergarten = object["kindergarten"]?.string ?? ""
    division = object["division"]?.string
    classes = object["classes"]?.array?.compactMap(\.string) ?? []
    classCodes = object["class_codes"]?.object?.compactMapValues(\.string) ?? [:]
    isSimulated = object["simulated"]?.bool ?? false
    isCollected = object["collected"]?.bool ?? false
    printer = object["printer"]?.string
    wasAsked = true
    other = object
  }

  /// What nobody changed is written as it was read, whatever form it had: a later version may know more of a class.
  public var json: JSONValue {
    var object = other
    let read = Settings(json: .object(other))
    if object["kindergarten"] == nil || read.kindergarten != kindergarten {
      object["kindergarten"] = .string(kindergarten)
    }
    if object["division"] == nil || read.division != division {
      object["division"] = division.map { .string($0) } ?? .null
    }
    if object["classes"] == nil || read.classes != classes { object["classes"] = .array(classes.map { .string($0) }) }
    if read.classCodes != classCodes { object["class_codes"] = .object(classCodes.mapValues { .string($0) }) }
    if read.isSimulated != isSimulated { object["simulated"] = .bool(isSimulated) }
    if read.isCollected != isCollected { object["collected"] = .bool(isCollected) }
    if read.printer != printer { object["printer"] = printer.map { .string($0) } ?? .null }
    return .object(object)
  }
}

extension Settings {
  /// As many characters as the sheet takes.
  private static let longestClassCode = 40

  /// Whether a text can be the code of a class: letters and digits alone.
  public static func isClassCode(_ text: String) -> Bool {
    (1...longestClassCode).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }
}
