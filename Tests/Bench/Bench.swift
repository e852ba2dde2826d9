import ArgumentParser
import Foundation

/// `swift run -c release bench`: how fast the program is, each time beside what somebody would otherwise take, in one run.
///
/// The output is a table in Markdown; what is being done is said on standard error. Records are made anew, invented, in a
/// folder that is gone afterwards: about 14 KB a child for the files of lines, and as much again for the store.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures xueji beside orjson, openpyxl and dialog, where they are installed.")

  @Option(help: "So many children in the city, and in the store that a day is opened in.")
  var children = 17_000
  @Option(help: "So many repetitions of what takes milliseconds.")
  var runs = 100
  @Option(help: "Another xueji than the one that is built in, such as one that is linked statically.")
  var program: String?
  @Option(parsing: .upToNextOption, help: "Only these parts.")
  var only: [Part] = []
  @Option(help: "The folder to work in, which decides the disk that is measured.")
  var folder: String = NSTemporaryDirectory()

  enum Part: String, CaseIterable, ExpressibleByArgument {
    case city, desk, search, store, export
  }

  func validate() throws {
    guard children >= 1_000, runs >= 5 else { throw ValidationError("At least 1000 children and 5 runs.") }
  }

  func run() throws {
    let place = folder + "/xueji-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: place) }
    let link = place + "/xueji"
    let path = program.map { URL(fileURLWithPath: $0).path } ?? Self.ownPath
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let program = ProgramUnderTest(path: link, folder: place)
    var table = Table()
    table.begin(children: children, program: self.program ?? "xueji, as it is built into the bench")
    for part in Part.allCases where only.isEmpty || only.contains(part) {
      switch part {
      case .city: try CityBench(program, children: children).run(&table)
      case .desk: try DeskBench(program, runs: runs).run(&table)
      case .search: try SearchBench(runs: runs).run(&table)
      case .store: try StoreBench(program, children: children, runs: runs).run(&table)
      case .export: try ExportBench(program, children: children).run(&table)
      }
    }
  }

  private static var ownPath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}

/// Why there is no figure.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
