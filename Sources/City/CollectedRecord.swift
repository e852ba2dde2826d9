import FormModel
import Records
import Sheets

/// What gathering needs of a record at a glance.
struct CollectedRecord: Sendable {
  var id: RecordID
  var revision: Int
  /// Of all its bytes: two records with one sum are the same, two with different ones may be.
  var sum: UInt64
  var keys: ChildKeys?
  /// Whether the bytes themselves say where it is from.
  var saysOrigin: Bool
  var isSimulated: Bool

  init?(_ found: RecordVisit<CollectedRecord?>.Found, _ bytes: UnsafeRawBufferPointer, _ file: SourceFiles.File) {
    guard case .record(let record) = found, let id = record.id, let revision = record.revision, record.status != nil
    else { return nil }
    self.id = id
    self.revision = revision
    sum = Self.sum(bytes)
    keys = record.isWithdrawn ? nil : ChildKeys(ChildIdentity(record.answers, form: record.form))
    saysOrigin = file.kind == .lines && record.origin != nil && file.origin == nil
    isSimulated = record.origin?.isSimulated ?? false
  }

  /// Eight bytes at a time.
  private static func sum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (sum, place) = (UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15, 0)
    while place + 8 <= bytes.count {
      sum = (sum ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0xBF58_476D_1CE4_E5B9
      sum ^= sum >> 32
      place += 8
    }
    for byte in bytes[place...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return sum ^ sum >> 29
  }
}

/// A record where it stands, as people look for it.
public struct RecordPlace: Hashable, Sendable {
  public let id: RecordID
  public let code: String
  public let name: String
  public let kindergarten: String
  public let revision: Int
  /// The store or the file.
  public let source: String
}
