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
  /// Whether somebody was asked for these already, whatever the answer was.
  public var wasAsked: Bool
  var other: [String: JSONValue] = [:]

  public init(kindergarten: String = "", division: String? = nil, classes: [String] = [], wasAsked: Bool = false) {
    self.kindergarten = kindergarten
    self.division = division
    self.classes = classes
    self.wasAsked = wasAsked
  }

  init(json: JSONValue?) {
    self.init()
    guard let object = json?.object else { return }
    kindergarten = object["kindergarten"]?.string ?? ""
    division = object["division"]?.string
    classes = object["classes"]?.array?.compactMap(\.string) ?? []
    classCodes = object["class_codes"]?.object?.compactMapValues(\.string) ?? [:]
    wasAsked = true
    other = object
  }

  /// What nobody changed is written as it was read, whatever form it had: a later version may know more of a class.
  var json: JSONValue {
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
    return .object(object)
  }
}

/// The wait that grows with every wrong code, date or PIN, kept in the store so that no restart shortens it.
public struct ComingBack: Hashable, Sendable {
  /// The longest wait, in milliseconds: five minutes.
  static let longestWait = 300_000

  public private(set) var failures: Int
  /// When the next try is allowed, in milliseconds since 1970.
  public private(set) var until: Int

  public init(failures: Int = 0, until: Int = 0) {
    // Beyond these nothing changes, and the sums below cannot overflow whatever a file says.
    self.failures = min(max(0, failures), 64)
    self.until = min(max(0, until), 1 << 53)
  }

  init(json: JSONValue?) {
    self.init(failures: json?["failures"]?.int ?? 0, until: json?["until"]?.int ?? 0)
  }

  var json: JSONValue { .object(["failures": .int(failures), "until": .int(until)]) }

  /// Seconds to wait from a moment on, rounded up; nil where a try is allowed.
  ///
  /// A clock that was set back does not make the wait longer than the longest there is.
  public func wait(at milliseconds: Int) -> Int? {
    let left = min(until - milliseconds, Self.longestWait)
    return left > 0 ? (left + 999) / 1_000 : nil
  }

  /// After a wrong try: 1 s, 2 s, 4 s … five minutes.
  public mutating func fail(at milliseconds: Int) {
    let wait = failures < 9 ? 1_000 << failures : Self.longestWait
    failures = min(failures + 1, 64)
    until = milliseconds + min(wait, Self.longestWait)
  }

  public mutating func succeed() { self = ComingBack() }

  /// What holds where two places have counted: the more failures, the longer wait.
  public func stricter(_ other: ComingBack) -> ComingBack {
    ComingBack(failures: max(failures, other.failures), until: max(until, other.until))
  }
}
