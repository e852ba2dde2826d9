import Standards

/// A try at the family's door: which code was typed, at which desk, and when.
public struct DoorTry: Hashable, Sendable {
  /// The same for all codes that look alike, since a try counts for each of them; nil for a text that is no code.
  public let code: RecordCode?
  public var desk: String
  public var at: Timestamp

  public init(code: RecordCode?, desk: String, at: Timestamp) {
    self.code = code?.ofAllAlike
    self.desk = desk
    self.at = at
  }
}

/// The tries at the family's door, as the store keeps them.
///
/// They are counted per code that was typed, whether a record bears it or not, and per desk. A try is counted before
/// anybody looks whether it is right, so that twelve desks that guess at once wait like one; a right one takes back its
/// own count and its code's, and nobody else's.
public struct FamilyDoor: Hashable, Sendable {
  public enum Answer: Hashable, Sendable {
    case mayTry
    case wait(seconds: Int)
    /// The code opens only through a teacher until tomorrow.
    case closed
  }

  /// So many wrong answers in a day close a code.
  static let mostInADay = 10

  /// A desk forgets one wrong answer in so many milliseconds: whoever sits down next did not give it.
  static let deskForgets = 300_000

  private struct Code: Hashable {
    var day: CalendarDate
    var delay = TryDelay()

    /// A count of a day still to come was made before the clock was set back: it moves to today, and is cut so far that
    /// it does not close the code.
    mutating func take(_ today: CalendarDate) {
      guard day > today else { return }
      day = today
      delay.forget(max(0, delay.failures - FamilyDoor.mostInADay + 1))
    }
  }

  private struct Desk: Hashable {
    var count = 0
    /// Since when the next wrong answer is being forgotten, in milliseconds since 1970.
    var since: Int
    private var until = 0

    init(since: Int) { self.since = since }

    /// This many wrong answers cost no wait: one family after another may err once, and waits for its own code.
    private static let free = 5

    private var delay: TryDelay { TryDelay(failures: count - Self.free, until: until) }

    mutating func forget(at now: Int) {
      // A clock that was set back, or has never counted anything.
      if now < since || count == 0 { since = now }
      let forgotten = (now - since) / FamilyDoor.deskForgets
      count = max(0, count - forgotten)
      since += forgotten * FamilyDoor.deskForgets
    }

    mutating func wait(at now: Int) -> Int? {
      var delay = delay
      defer { until = delay.until }
      return delay.wait(at: now)
    }

    mutating func fail(at now: Int) {
      var delay = delay
      count = min(count + 1, 64)
      if count > Self.free { delay.fail(at: now) }
      until = delay.until
    }

    /// Takes back the try that was counted last, which was right; no wait was running before it.
    mutating func pass() { (count, until) = (max(0, count - 1), 0) }

    init(json: JSONValue) {
      count = min(max(0, json["failures"]?.int ?? 0), 64)
      since = min(max(0, json["since"]?.int ?? 0), 1 << 53)
      until = TryDelay(json: json).until
    }

    var json: JSONValue { .object(["failures": .int(count), "since": .int(since), "until": .int(until)]) }
  }

  private var codes: [String: Code] = [:]
  private var desks: [String: Desk] = [:]

  public init() {}

  // MARK: Trying

  /// Counts a try as a wrong one, before it is judged; or says why it may not be made.
  public mutating func count(_ attempt: DoorTry) -> Answer {
    let now = attempt.at.milliseconds
    let today = attempt.at.date
    prune(now, today)
    var desk = desks[attempt.desk] ?? Desk(since: now)
    desk.forget(at: now)
    let deskWait = desk.wait(at: now)
    var code = attempt.code.map { codes[$0.text] ?? Code(day: today) }
    code?.take(today)
    let codeWait = code?.delay.wait(at: now)
    let isClosed = code.map { $0.delay.failures >= Self.mostInADay } ?? false
    let wait = [deskWait, codeWait].compactMap(\.self).max()
    if !isClosed, wait == nil {
      desk.fail(at: now)
      code?.delay.fail(at: now)
    }
    // Also where nothing was counted: the waits may have been put right after a clock that was set back.
    keep(code, desk, of: attempt)
    return isClosed ? .closed : wait.map { .wait(seconds: $0) } ?? .mayTry
  }

  /// The try that was counted last was right: forgets all wrong answers for its code, and this one try at the desk.
  public mutating func pass(_ attempt: DoorTry) {
    if let code = attempt.code { codes[code.text] = nil }
    guard var desk = desks[attempt.desk] else { return }
    desk.pass()
    keep(nil, desk, of: attempt)
  }

  private mutating func keep(_ code: Code?, _ desk: Desk, of attempt: DoorTry) {
    if let key = attempt.code?.text, let code { codes[key] = code.delay.failures == 0 ? nil : code }
    desks[attempt.desk] = desk.count == 0 ? nil : desk
  }

  // MARK: What is kept

  /// So that nobody can fill a disk with invented codes.
  private static let mostCodes = 4_000
  private static let mostDesks = 400

  /// What was counted on an earlier day is over.
  private mutating func prune(_ now: Int, _ today: CalendarDate) {
    codes = codes.filter { $0.value.day >= today }
    while codes.count > Self.mostCodes, let least = codes.min(by: { Self.isLess($0.value, $1.value) }) {
      codes[least.key] = nil
    }
    for (name, desk) in desks {
      var desk = desk
      desk.forget(at: now)
      desks[name] = desk.count == 0 ? nil : desk
    }
    while desks.count > Self.mostDesks, let least = desks.min(by: { $0.value.count < $1.value.count }) {
      desks[least.key] = nil
    }
  }

  private static func isLess(_ one: Code, _ other: Code) -> Bool {
    (one.delay.failures, one.delay.until) < (other.delay.failures, other.delay.until)
  }

  init(json: JSONValue?) {
    for (text, member) in json?["codes"]?.object ?? [:] {
      guard let day = member["day"]?.string.flatMap({ CalendarDate(iso: $0) }) else { continue }
      codes[text] = Code(day: day, delay: TryDelay(json: member))
    }
    desks = (json?["desks"]?.object ?? [:]).mapValues { Desk(json: $0) }
  }

  var json: JSONValue {
    let written = codes.mapValues { code in
      JSONValue.object((code.delay.json.object ?? [:]).merging(["day": .string(code.day.iso)]) { $1 })
    }
    return .object(["codes": .object(written), "desks": .object(desks.mapValues(\.json))])
  }
}
