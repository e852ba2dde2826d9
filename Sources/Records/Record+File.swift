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
    var bytes = JSONValue.object(members).serialized(pretty: true)
    guard let place = Self.checksumPlace(in: bytes) else { return bytes }
    bytes.replaceSubrange(place, with: Checksum.digits(Checksum.crc32(bytes)))
    return bytes
  }

  /// Whether something else has changed a file after it was written: a person with an editor, or a bad disk.
  static func isChangedOutside(_ bytes: [UInt8]) -> Bool {
    guard let place = checksumPlace(in: bytes) else {
      // What has another layout by now has been through another program.
      let name = Array("\"\(checksumKey)\"".utf8)
      return bytes.indices.contains { bytes[$0] == name[0] && bytes[$0...].starts(with: name) }
    }
    var zeroed = bytes
    zeroed.replaceSubrange(place, with: noDigits.utf8)
    return !bytes[place].elementsEqual(Checksum.digits(Checksum.crc32(zeroed)))
  }

  /// Where the eight digits stand: on a line of the outermost object, since no text holds a line break.
  private static func checksumPlace(in bytes: [UInt8]) -> Range<Int>? {
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
