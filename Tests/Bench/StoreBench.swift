import Foundation
import Records
import Standards

/// A day of a thousand among a city's records in one store, the first look at them, and a save.
struct StoreBench {
  private let program: ProgramUnderTest
  private let children: Int
  private let runs: Int
  private static let daily = 1_000

  init(_ program: ProgramUnderTest, children: Int, runs: Int) {
    (self.program, self.children, self.runs) = (program, children, runs)
  }

  func run(_ table: inout Table) throws {
    var made = try BenchChildren()
    let path = program.folder + "/store"
    let store = RecordStore(path: path, form: made.form)
    let days = max(1, children / Self.daily)
    Table.say("a store of \(days * Self.daily) records over \(days) days")
    for day in 0..<days {
      let date = BenchChildren.day(day)
      try store.create(try made.records(Self.daily, on: date), on: date)
    }
    let last = BenchChildren.day(days - 1).iso
    // What has just been written may change again without a trace, and would be read at every look.
    sleep(4)
    let review = [program.path, "review", "--day", last, "--as", "审核", "--store", path]
    Table.say("the first look")
    let looking = try Screen(review, program.environment)
    let shown = try looking.wait(for: "F10")
    let left = looking.answer(to: "\u{1B}[21~")
    table.add("the desk over \(days * Self.daily) records of which it has no index: a page", shown.seconds)
    table.add("the same, F10 pressed at once, until it answers", left.seconds)
    let list = ["list", "--day", last, "--store", path]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) where name.hasPrefix("index") {
      try FileManager.default.removeItem(atPath: path + "/" + name)
    }
    let index = try program.run("list", "--word", "numbered", "--store", path)
    table.add("the first list, which makes the index of all", index.text)
    Table.say("a day")
    let pages = try (0..<min(runs, 30)).map { _ in
      let screen = try Screen(review, program.environment)
      return try screen.wait(for: "1000")
    }
    table.add("the desk opened at a day of \(Self.daily) among \(days * Self.daily)", pages.spread)
    let lists = try (0..<min(runs, 30)).map { _ in try program.run(list[0], list[1], list[2], list[3], list[4]).clock }
    table.add("`list --day` of the same", lists.spread)
    try save(&made, store, &table)
    try FileManager.default.removeItem(atPath: path)
  }

  /// A record saved over itself, beside a file of as many bytes that is written, synced and renamed by hand.
  private func save(_ made: inout BenchChildren, _ store: RecordStore, _ table: inout Table) throws {
    Table.say("saving")
    let day = BenchChildren.day(0)
    var held = made.filled(on: day)
    try store.save(held.record, replacing: nil, on: day)
    let clock = ContinuousClock()
    var (ours, theirs) = ([Double](), [Double]())
    for run in 0..<runs {
      let base = held.record.revision
      made.answer("address", "演示路\(run)号", &held)
      ours.append(try clock.measure { try store.save(held.record, replacing: base, on: day) }.inSeconds)
      let bytes = held.record.json(form: made.form).serialized(pretty: true)
      theirs.append(clock.measure { Self.write(bytes, in: program.folder) }.inSeconds)
    }
    table.add(
      "a save", ours.spread, beside: "the same bytes written, synced and renamed: \(theirs.spread)",
      ratio: zip(ours, theirs).map { $0 / $1 }.median)
  }

  private static func write(_ bytes: [UInt8], in folder: String) {
    let (file, name) = (folder + "/.plain", folder + "/plain")
    let opened = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = bytes.withUnsafeBytes { Glibc.write(opened, $0.baseAddress, $0.count) }
    fsync(opened)
    close(opened)
    rename(file, name)
    let directory = open(folder, O_RDONLY | O_DIRECTORY)
    fsync(directory)
    close(directory)
  }
}
