import Standards

/// A moment with its zone, to the millisecond, as `2015-01-28T08:03:12.410+08:00` (ISO 8601, RFC 3339).
///
/// Order is the order in time; two moments of different zones may be equal in time and still differ as values.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int
  /// Minutes east of Greenwich.
  public let offset: Int

  public init(milliseconds: Int, offset: Int) {
    (self.milliseconds, self.offset) = (milliseconds, offset)
  }

  /// Reads the text form; fractions of a second may be missing, the zone may not.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count, bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let date = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      // A leap second counts as the first of the next minute.
      hour < 24, minute < 60, second < 61
    else { return nil }
    var position = 19
    var fraction = 0
    if bytes[position] == UInt8(ascii: ".") {
      var scale = 100
      position += 1
      guard number(position..<position + 1) != nil else { return nil }
      while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
        fraction += (Int(bytes[position]) - 0x30) * scale
        scale /= 10
        position += 1
      }
    }
    guard position < bytes.count else { return nil }
    var offset = 0
    if bytes[position] == UInt8(ascii: "Z") {
      guard position + 1 == bytes.count else { return nil }
    } else {
      guard position + 6 == bytes.count, bytes[position + 3] == UInt8(ascii: ":"),
        let hours = number(position + 1..<position + 3), let minutes = number(position + 4..<position + 6),
        hours < 24, minutes < 60
      else { return nil }
      switch bytes[position] {
      case UInt8(ascii: "+"): offset = hours * 60 + minutes
      case UInt8(ascii: "-"): offset = -(hours * 60 + minutes)
      default: return nil
      }
    }
    let local = ((date.dayNumber * 24 + hour) * 60 + minute) * 60 + second
    self.init(milliseconds: (local - offset * 60) * 1_000 + fraction, offset: offset)
  }

  public var text: String {
    let (minutes, sign) = (abs(offset), offset < 0 ? "-" : "+")
    return "\(date.iso)T\(clock).\(padded(localMilliseconds - localSeconds * 1_000, 3))\(sign)"
      + "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  /// The day at the place of the zone.
  public var date: CalendarDate {
    // The calendar's range is far wider than any clock's, so that nothing is ever cut off here.
    CalendarDate(dayNumber: floored(localSeconds, 86_400)) ?? CalendarDate(dayNumber: 0)!
  }

  /// Hours, minutes and seconds at the place of the zone, as `08:03:12`.
  public var clock: String {
    let second = localSeconds - floored(localSeconds, 86_400) * 86_400
    return "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
  }

  public static func < (one: Timestamp, other: Timestamp) -> Bool {
    (one.milliseconds, one.offset) < (other.milliseconds, other.offset)
  }

  private var localMilliseconds: Int { milliseconds + offset * 60_000 }
  private var localSeconds: Int { floored(localMilliseconds, 1_000) }

  private func floored(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
