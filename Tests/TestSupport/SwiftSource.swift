import Foundation

/// A Swift file of this package, as far as tests ask for it.
public struct SwiftSource: Sendable {
  /// Below the package's folder.
  public let path: String
  /// The code without its comments.
  public let code: String
  /// The texts between quotes, with the line of each; what is put into them is left out, and `·` stands for it.
  public let literals: [(line: Int, text: String)]

  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL

  /// All below a folder such as `Sources`.
  public static func all(in folder: String) throws -> [SwiftSource] {
    let top = root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil)
    return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .map { try SwiftSource(path: String($0.path.dropFirst(root.path.count + 1))) }
      .sorted { $0.path < $1.path }
  }

  public init(path: String) throws {
    let text = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    self.init(path: path, text)
  }

  public init(path: String, _ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    reader.readCode(until: nil)
    self.path = path
    code = String(decoding: reader.code, as: UTF8.self)
    literals = reader.literals
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0
    var line = 1
    var code: [UInt8] = []
    var literals: [(line: Int, text: String)] = []

    /// Reads code up to a bracket that closes what is put into a text, or up to the end.
    mutating func readCode(until end: UInt8?) {
      var depth = 0
      while place < bytes.count {
        let byte = bytes[place]
        if has("//") {
          while place < bytes.count, bytes[place] != 0x0A { place += 1 }
          continue
        }
        if byte == UInt8(ascii: "\"") {
          readText()
          continue
        }
        if byte == end, depth == 0 { return }
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        take()
      }
    }

    private mutating func readText() {
      let start = line
      let marks = has("\"\"\"") ? 3 : 1
      let mark = String(repeating: "\"", count: marks)
      for _ in 0..<marks { take() }
      var text: [UInt8] = []
      while place < bytes.count, !has(mark) {
        if has("\\(") {
          text += Array("·".utf8)
          take()
          take()
          readCode(until: UInt8(ascii: ")"))
          take()
        } else {
          if bytes[place] == UInt8(ascii: "\\") { text.append(take()) }
          text.append(take())
        }
      }
      for _ in 0..<marks where place < bytes.count { take() }
      literals.append((start, String(decoding: text, as: UTF8.self)))
    }

    private func has(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    @discardableResult
    private mutating func take() -> UInt8 {
      let byte = bytes[place]
      if byte == 0x0A { line += 1 }
      code.append(byte)
      place += 1
      return byte
    }
  }
}
