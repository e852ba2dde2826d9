import Foundation

/// A page of the documentation as it stands in the repository.
struct Page {
  let text: String

  /// A page of `Documentation.docc`.
  init(_ name: String) throws { try self.init(path: "Sources/xueji/Documentation.docc/\(name).md") }

  /// The page with a path below the package's folder.
  init(path: String) throws {
    text = try String(contentsOf: Self.package.appendingPathComponent(path), encoding: .utf8)
  }

  static let readme = "README.md"

  /// The package's folder, found from this file's own place in it.
  private static let package = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  /// The lines below a heading, up to the next one of any level.
  func section(_ heading: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: heading) else { return [] }
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("#") })
  }

  /// The rows of a section's table as they stand there, its header left out.
  func rows(_ heading: String) -> [String] {
    Array(section(heading).filter { $0.hasPrefix("|") }.dropFirst(2))
  }

  /// What stands between backquotes in the first column of a section's table.
  func codes(_ heading: String) -> [String] {
    rows(heading).flatMap { row in Self.quoted(row.split(separator: "|").first.map(String.init) ?? "") }
  }

  /// The content of the first block of code in a language.
  func block(_ language: String) -> String? {
    guard let start = text.range(of: "```\(language)\n"),
      let end = text.range(of: "\n```", range: start.upperBound..<text.endIndex)
    else { return nil }
    return text[start.upperBound..<end.lowerBound] + "\n"
  }

  /// The commands that the page shows behind a `$`, each with the lines that it says they print.
  var examples: [(command: String, output: [String])] {
    var examples: [(command: String, output: [String])] = []
    var isInside = false
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside.toggle()
        isOpen = false
      } else if isInside, line.hasPrefix("$ ") {
        examples.append((String(line.dropFirst(2)), []))
        isOpen = true
      } else if isInside, isOpen {
        examples[examples.count - 1].output.append(String(line))
      }
    }
    return examples
  }

  static func quoted(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }
}
