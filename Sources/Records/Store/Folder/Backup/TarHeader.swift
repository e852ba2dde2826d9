/// The block that stands before an entry of a tar archive: POSIX.1-1988 “ustar”, with the `path` of pax (POSIX.1-2001)
/// for names that it cannot hold.
///
/// Written by hand: of libarchive these two kinds of block are all that is needed, and linking it brings sixteen
/// libraries along, which makes the smallest program start in 3.7 ms instead of 0.6 (2026-11-25, Debian 12). A family
/// waits for the start of the desk.
enum TarHeader {
  static let block = 512

  /// The header blocks of a file.
  static func file(_ name: String, size: Int, seconds: Int) -> [UInt8] {
    let bytes = Array(name.utf8)
    if let (prefix, tail) = split(bytes) {
      return header(prefix: prefix, name: tail, size: size, seconds: seconds, type: UInt8(ascii: "0"))
    }
    let record = paxRecord("path", bytes)
    return header(prefix: [], name: Array("pax".utf8), size: record.count, seconds: seconds, type: UInt8(ascii: "x"))
      + padded(record)
      + header(prefix: [], name: Array(bytes.prefix(100)), size: size, seconds: seconds, type: UInt8(ascii: "0"))
  }

  /// The bytes, filled up to a whole number of blocks.
  static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: padding(bytes.count))
  }

  static func padding(_ size: Int) -> Int { (block - size % block) % block }

  /// The block with which an archive begins that has a manifest at its end: a global header of pax, which says nothing to
  /// any other program.
  static func promise(seconds: Int) -> [UInt8] {
    let record = paxRecord("comment", Array(Manifest.format.utf8))
    return header(prefix: [], name: Array("pax".utf8), size: record.count, seconds: seconds, type: UInt8(ascii: "g"))
      + padded(record)
  }

  /// No archive ends in more than so many zeros: two blocks, and what fills up to ten kilobytes.
  static let longestEnd = 2 * block + 10_240

  /// Two empty blocks end an archive, filled up to ten kilobytes as by GNU tar, so that no program is surprised.
  static func end(after size: Int) -> [UInt8] {
    let least = size + 2 * block
    return [UInt8](repeating: 0, count: 2 * block + (10_240 - least % 10_240) % 10_240)
  }

  /// A name as ustar holds it: up to 100 bytes, or up to 155 more before one of its slashes.
  private static func split(_ name: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
    if name.count <= 100 { return ([], name) }
    guard name.count <= 256, let slash = name.suffix(101).firstIndex(of: UInt8(ascii: "/")), slash <= 155 else {
      return nil
    }
    return (Array(name[..<slash]), Array(name[(slash + 1)...]))
  }

  /// `LENGTH KEY=VALUE` and a line break, where the length counts its own digits too.
  private static func paxRecord(_ key: String, _ value: [UInt8]) -> [UInt8] {
    let rest = Array(" \(key)=".utf8) + value + [UInt8(ascii: "\n")]
    var length = rest.count + 1
    while String(length).utf8.count + rest.count != length { length = String(length).utf8.count + rest.count }
    return Array(String(length).utf8) + rest
  }

  private static func header(prefix: [UInt8], name: [UInt8], size: Int, seconds: Int, type: UInt8) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: block)
    func put(_ field: [UInt8], at place: Int) { bytes.replaceSubrange(place..<place + field.count, with: field) }
    func octal(_ number: Int, _ digits: Int) -> [UInt8] {
      let text = String(max(0, number), radix: 8)
      return Array((String(repeating: "0", count: max(0, digits - text.utf8.count)) + text).utf8)
    }
    put(name, at: 0)
    put(octal(0o600, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(size, 11), at: 124)
    put(octal(seconds, 11), at: 136)
    // The sum is taken with blanks in its own place.
    put([UInt8](repeating: UInt8(ascii: " "), count: 8), at: 148)
    bytes[156] = type
    put(Array("ustar".utf8) + [0] + Array("00".utf8), at: 257)
    put(prefix, at: 345)
    put(octal(bytes.reduce(0) { $0 + Int($1) }, 6) + [0], at: 148)
    return bytes
  }
}
