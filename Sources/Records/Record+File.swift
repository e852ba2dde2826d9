import FormModel
import Standards

/// A record's file, with the checksum that tells whether anything but this program has changed it since.
///
/// `checksum` is the CRC-32 of the whole file in which its own eight digits are 0. It stands in the file's order of keys and
/// says nothing to a reader. A file without it, such as one made by hand, is as good as any other.
extension Record {
  static let checksumKey = "checksum"
  private static let noDigits = "00000000"

  /// The record as its file is written.
  func file(form: Form, after earlier: HistoryFile.Part? = nil) -> [UInt8] {
    guard case .object(var members) = json(form: form, after: earlier) else { return [] }
    members[Self.checksumKey] = .string(Self.noDigits)
    return Self.sealed(JSONValue.object(members).serialized(pretty: true))
  }

  /// A file's bytes with their checksum.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    guard let place = checksumPlace(in: bytes) else { return bytes }
    var bytes = bytes
    bytes.replaceSubrange(place, with: Checksum.digits(sum(bytes, but: place)))
    return bytes
  }

  /// Whether the checksum that stands there is the right one.
  static func isSealed(_ bytes: [UInt8], at place: Range<Int>) -> Bool {
    bytes[place].elementsEqual(Checksum.digits(sum(bytes, but: place)))
  }

  private static func sum(_ bytes: [UInt8], but place: Range<Int>) -> UInt32 {
    let sum = Checksum.crc32(noDigits.utf8, after: Checksum.crc32(bytes[..<place.lowerBound]))
    return Checksum.crc32(bytes[place.upperBound...], after: sum)
  }

  /// Whether something else has changed a file after it was written: a person with an editor, or a bad disk.
  static func isChangedOutside(_ bytes: [UInt8]) -> Bool {
    guard let place = checksumPlace(in: bytes) else {
      // What has another layout by now has been through another program.
      let name = Array("\"\(checksumKey)\"".utf8)
      return bytes.indices.contains { bytes[$0] == name[0] && bytes[$0...].starts(with: name) }
    }
    return !isSealed(bytes, at: place)
  }

  /// Where the eight digits stand: on a line of the outermost object, since no text holds a line break.
  static func checksumPlace(in bytes: [UInt8]) -> Range<Int>? {
    let line = Array("\n  \"\(checksumKey)\": \"".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count > line.count + 8 else { return nil }
      for start in 0..<bytes.count - line.count - 8
      where bytes[start] == line[0] && bytes[start + 4] == line[4] && bytes[start + 5] == line[5] {
        if bytes[start...].starts(with: line) { return start + line.count..<start + line.count + 8 }
      }
      return nil
    }
  }
}
