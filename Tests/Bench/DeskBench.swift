import Foundation

/// The first screen and a key of a family's form, beside `dialog --form`; both programs in turn.
struct DeskBench {
  private let program: ProgramUnderTest
  private let runs: Int

  init(_ program: ProgramUnderTest, runs: Int) { (self.program, self.runs) = (program, runs) }

  private var desk: [String] { [program.path, "fill", "--store", program.folder + "/desk"] }
  private static let form = "--title Form --form Child 20 70 12 Name 1 1 _ 1 20 40 0 Number 2 1 _ 2 20 40 0"
  /// The last word of each one's first screen; the first letter of dialog's Cancel has a colour of its own.
  private static let (ours, theirs) = ("F10", "ancel")
  private static let text = "the quick brown fox jumps over the lazy dog"

  func run(_ table: inout Table) throws {
    let dialog = Self.found("dialog").map { [$0] + Self.form.split(separator: " ").map(String.init) }
    Table.say("starting the desk\(dialog == nil ? "; dialog is not installed" : ", and dialog")")
    var (first, theirFirst) = ([Double](), [Double]())
    for _ in 0..<runs {
      first.append(try Screen(desk, program.environment).wait(for: Self.ours))
      guard let dialog else { continue }
      theirFirst.append(try Screen(dialog, program.environment).wait(for: Self.theirs))
    }
    add("first screen", first, theirFirst, &table)
    var (keys, theirKeys, bytes) = ([Double](), [Double](), [Int]())
    let screen = try Screen(desk, program.environment)
    _ = try screen.wait(for: Self.ours)
    screen.rest()
    let other = try dialog.map { try Screen($0, program.environment) }
    _ = try other?.wait(for: Self.theirs)
    other?.rest()
    for letter in Self.text.prefix(36) {
      let (seconds, count) = screen.press(String(letter))
      keys.append(seconds)
      bytes.append(count)
      if let other { theirKeys.append(other.press(String(letter)).seconds) }
    }
    add("a key, with its journal; \(bytes.sorted()[bytes.count / 2]) bytes", keys, theirKeys, &table)
  }

  private func add(_ what: String, _ ours: [Double], _ theirs: [Double], _ table: inout Table) {
    guard !theirs.isEmpty else { return table.add(what, ours.spread) }
    table.add(
      what, ours.spread, beside: "dialog: \(theirs.spread)", ratio: zip(ours, theirs).map { $0 / $1 }.median)
  }

  private static func found(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
