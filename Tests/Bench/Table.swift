import Foundation

/// The figures, as rows of a table in Markdown, each written as soon as it is known.
struct Table {
  func begin(children: Int, program: String) {
    let processors = ProcessInfo.processInfo.activeProcessorCount
    let model =
      (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n")
      .first { $0.hasPrefix("model name") }?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
    let day = Date().formatted(.iso8601.year().month().day())
    write("\(day), \(processors) × \(model ?? "processor"), \(program), a city of \(children) children")
    write("")
    write("| what | xueji | beside it | ratio |")
    write("|---|---|---|---|")
  }

  /// - Parameters:
  ///   - peer: what it is compared with; empty where there is nothing, or it is not installed.
  ///   - ratio: xueji's time by the other's.
  func add(_ what: String, _ ours: String, beside peer: String = "", ratio: Double? = nil) {
    write("| \(what) | \(ours) | \(peer) | \(ratio.map { String(format: "%.2f", $0) } ?? "") |")
  }

  /// Where the bench stands.
  static func say(_ what: String) { FileHandle.standardError.write(Data("\(what) …\n".utf8)) }

  private func write(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
}

extension Double {
  /// Seconds as a person reads them.
  var seconds: String {
    switch self {
    case ..<0.001: String(format: "%.3f ms", self * 1_000)
    case ..<1: String(format: "%.2f ms", self * 1_000)
    default: String(format: "%.2f s", self)
    }
  }
}

extension [Double] {
  var median: Double { sorted()[count / 2] }
  func percentile(_ share: Int) -> Double { sorted()[Swift.min(count - 1, count * share / 100)] }
  /// As a row says it.
  var spread: String { "\(median.seconds), p99 \(percentile(99).seconds)" }
}
