/// Looks into a compound file (MS-CFB), only as far as it takes to say what it holds.
enum CompoundFile {
  /// The name of the entry that an enciphered workbook has, in UTF-16; entries begin at multiples of 128 bytes.
  private static let entry = "EncryptedPackage\0".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }

  /// Why it cannot be read.
  static func problem(_ file: OpenFile) throws(SheetProblem) -> SheetProblem {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try file.read(into: &buffer)
      guard count > 0 else { return .oldWorkbook }
      for start in stride(from: 0, to: count, by: 128) where buffer[start..<count].starts(with: entry) {
        return .encrypted
      }
    }
  }
}
