import Foundation
import Terminal
import TestSupport
import Testing

/// A kindergarten of its own with its day, and the children that are registered in it.
///
/// After every step everything that can be known of every child is compared: its line in the list, and what its record
/// holds of all that was said.
final class Life {
  struct Lost: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  let story: String
  let seed: UInt64?
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xueji-life-\(UUID().uuidString)")
  private let program: String
  private var seconds: Int
  private var lot: Steps
  /// The line that each child has, as far as it was told.
  private var standing: [String: String] = [:]
  /// All that was said of each child so far: the value that its record must hold, and nil for what is owed.
  private var told: [String: [Item: Said]] = [:]
  private var revisions: [String: Int] = [:]
  private var seats: [Seat] = []
  private(set) var kills = 0

  var store: String { folder.appendingPathComponent("store").path }

  /// Begins on a day at eight in the morning in China; with a seed the machine dies after a third of all that is done.
  init(_ story: String, on day: String, kills seed: UInt64? = nil) throws {
    self.story = story
    self.seed = seed
    lot = Steps(state: seed ?? 0)
    program = try BuiltProgram.path("DeskOnADay")
    let start = try #require(ISO8601DateFormatter().date(from: "\(day)T08:00:00+08:00"))
    seconds = Int(start.timeIntervalSince1970 - Date().timeIntervalSince1970)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Kindergarten.shared.get().path, toPath: store)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  // MARK: Time and programs

  func days(_ count: Int) { seconds += count * 86_400 }

  private var environment: [String: String] { ["XUEJI_TEST_SECONDS": "\(seconds)", "LOGNAME": "desk"] }

  func start(_ arguments: [String]) throws -> TerminalSession {
    try TerminalSession(command: [program] + arguments + ["--store", store], environment: environment)
  }

  @discardableResult
  func run(_ arguments: [String], status: Int = 0) throws -> BuiltProgram.Outcome {
    let outcome = try BuiltProgram.run([program] + arguments + ["--store", store], environment: environment)
    guard outcome.status == status else {
      throw Lost("\(arguments) ended with \(outcome.status):\n\(outcome.text)\(outcome.errors)")
    }
    return outcome
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// Whether the machine dies here: after a third of all that is done, drawn by lot.
  func diesNow() -> Bool {
    guard seed != nil, Int.random(in: 0..<3, using: &lot) == 0 else { return false }
    kills += 1
    return true
  }

  // MARK: People

  func seat(_ name: String) -> Seat {
    if let seat = seats.first(where: { $0.name == name }) { return seat }
    let seat = Seat(name, self)
    seats.append(seat)
    return seat
  }

  func code(of name: String) throws -> String {
    guard let code = try children().first(where: { $0.name == name })?.code else { throw Lost("\(name) is not there") }
    return code
  }

  /// Notes what was said, so that every later step finds it in the record.
  func note(_ name: String, _ item: Item, _ said: Said) { told[name, default: [:]][item] = said }

  // MARK: Steps

  /// One step, and how the children it concerns stand then; all others stand as before.
  func step(
    _ title: String, _ changes: [String: String], at location: SourceLocation = #_sourceLocation,
    _ act: () throws -> Void
  ) throws {
    do {
      try act()
    } catch {
      throw Lost("\(story), \(title)\(seed.map { ", kills of seed \($0)" } ?? ""): \(error)")
    }
    standing.merge(changes) { $1 }
    standing = standing.filter { !$0.value.isEmpty }
    let expected = standing.map { "\($0.key)  \($0.value)" }.sorted()
    var found = try children()
    var lines: [String] { found.map { "\($0.name)  \($0.line)" }.sorted() }
    // A page that was put up again has just begun to save.
    let end = TerminalSession.now() + 3
    while lines != expected, TerminalSession.now() < end { found = try children() }
    let comment = Comment(rawValue: "\(story), \(title)\(seed.map { ", kills of seed \($0)" } ?? "")")
    #expect(lines == expected, comment, sourceLocation: location)
    for child in found { check(child, comment, location) }
  }

  private struct Standing {
    var name: String
    var code: String
    var line: String
    var record: [String: Any]

    /// Whether nobody's list shows the child although its way is not finished.
    var isForgotten: Bool {
      let words = line.split(separator: " ").map(String.init)
      let isFinished = words == ["approved", "exported", "numbered"]
      return !isFinished && Set(words).isDisjoint(with: Life.lists)
    }
  }

  /// The words, and the one status, that a list of somebody's shows.
  private static let lists: Set = [
    "gaps", "unconfirmed", "ready", "waiting", "duplicate", "entry-ahead", "to-export", "to-number", "stray",
    "withdrawn",
  ]

  /// Every child as the list and its own file have it.
  private func children() throws -> [Standing] {
    let rows = try run(["list", "--json"]).lines.compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    let files = FileManager.default.enumerator(atPath: store + "/records")?.compactMap { $0 as? String } ?? []
    return try rows.map { row in
      let id = row["id"] as? String ?? ""
      guard let file = files.first(where: { $0.hasSuffix("\(id).json") }) else { throw Lost("no file of \(id)") }
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(store)/records/\(file)"))
      let record = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      return Standing(
        name: row["name"] as? String ?? "", code: row["code"] as? String ?? "", line: Self.line(row), record: record)
    }
  }

  /// A child's line: its status, the lists that show it, and what is counted in it.
  private static func line(_ row: [String: Any]) -> String {
    let words = (row["words"] as? String ?? "").replacingOccurrences(of: ",", with: " ")
    let counts = ["owed", "errors", "warnings", "blank", "unconfirmed", "queries"].compactMap { name in
      (row[name] as? Int).flatMap { $0 == 0 ? nil : "\(name) \($0)" }
    }
    let status = row["status"] as? String ?? ""
    return ([status, words].filter { !$0.isEmpty } + (counts.isEmpty ? [] : ["|"] + counts)).joined(separator: " ")
  }

  /// Nothing that was said is lost, and the record's history only grows.
  private func check(_ child: Standing, _ comment: Comment, _ location: SourceLocation) {
    let answers = child.record["answers"] as? [String: [String: Any]] ?? [:]
    for (item, said) in told[child.name] ?? [:] {
      let answer = answers[item.rawValue]
      if item == .classCode {
        let contact = child.record["contact"] as? [String: Any]
        #expect(contact?["class"] as? String == said.value, comment, sourceLocation: location)
      } else {
        #expect(
          answer?["value"] as? String == said.value && (answer?["owed"] != nil) == said.isOwed,
          "\(comment) \(child.name) \(item)", sourceLocation: location)
      }
    }
    let isForgotten = child.isForgotten
    #expect(!isForgotten, "\(comment) \(child.name) stands in nobody's list", sourceLocation: location)
    let revision = child.record["revision"] as? Int ?? 0
    #expect(revision >= revisions[child.code] ?? 0, comment, sourceLocation: location)
    revisions[child.code] = revision
  }

  /// What the record's file holds under these names.
  func json(_ name: String, _ path: String...) throws -> Any? {
    let child = try children().first { $0.name == name }
    return path.reduce(child?.record as Any?) { ($0 as? [String: Any])?[$1] }
  }
}

/// The folder that every life begins with: the kindergarten, its classes, a teacher and a member of staff.
enum Kindergarten {
  static let classes = ["中二班", "大一班"]
  static let teacher = "李老师"
  static let staff = "王老师"
  static let pin = "284913"

  struct Template { var path: String }

  /// Made once, since a PIN takes its time.
  static let shared = Result {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("xueji-kindergarten-\(UUID().uuidString)")
      .path
    let program = try BuiltProgram.path("xueji")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let settings =
      #"{"format":"xueji-store/1","settings":{"kindergarten":"示范幼儿园","division":"441302","classes":["中二班","大一班"]}}"#
    try Data(settings.utf8).write(to: URL(fileURLWithPath: path + "/store.json"))
    for arguments in [[teacher, "--role", "teacher", "--class", classes[0]], [staff, "--role", "staff"]] {
      let outcome = try BuiltProgram.run(
        [program, "people", "add"] + arguments + ["--store", path], input: Data("\(pin)\n".utf8))
      guard outcome.status == 0 else { throw Life.Lost(outcome.errors) }
    }
    return Template(path: path)
  }
}
