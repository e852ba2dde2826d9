import Standards

/// What two rows, or a row and a record, are recognised as the same child by.
public struct ChildIdentity: Hashable, Sendable {
  /// The document number, mended as numbers are compared; nil where it is blank.
  public var number: String?
  public var name: String
  public var birthDate: CalendarDate?

  public init(number: String?, name: String, birthDate: CalendarDate?) {
    (self.number, self.name, self.birthDate) = (number, name, birthDate)
  }
}

/// Where each child came first: a hundred thousand of them in a few megabytes.
public struct ChildPlaces: Sendable {
  /// Where a child has come before; a place is whatever number the caller gave it.
  public enum Match: Hashable, Sendable {
    case sameNumber(place: Int)
    /// A name that looks the same, the same birth date, and not the same number.
    case sameChild(place: Int)
  }

  /// Compared byte by byte: canonical equivalence would take longer than all else.
  private struct NameAndBirth: Hashable {
    var name: String
    var day: Int32

    static func == (one: NameAndBirth, other: NameAndBirth) -> Bool {
      one.day == other.day && one.name.utf8.elementsEqual(other.name.utf8)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(day)
      var name = name
      name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// Citizen numbers as one number, any other document's as its text.
  private var citizens: [UInt64: Int32] = [:]
  private var documents: [String: Int32] = [:]
  private var children: [NameAndBirth: Int32] = [:]

  public init() {}

  /// Where the child came first, if it did.
  public func match(of child: ChildIdentity) -> Match? {
    if let number = child.number {
      let place = Self.packed(number).map { citizens[$0] } ?? documents[number]
      if let place { return .sameNumber(place: Int(place)) }
    }
    guard let key = Self.key(of: child), let place = children[key] else { return nil }
    return .sameChild(place: Int(place))
  }

  /// Keeps where a child is; if it has come before, that place stays and is returned.
  @discardableResult
  public mutating func add(_ child: ChildIdentity, at place: Int) -> Match? {
    var (number, name) = (Int32(place), Int32(place))
    if let text = child.number {
      if let packed = Self.packed(text) {
        number = Self.first(&citizens[packed, default: Int32(place)])
      } else {
        number = Self.first(&documents[text, default: Int32(place)])
      }
    }
    if let key = Self.key(of: child) { name = Self.first(&children[key, default: Int32(place)]) }
    if number != place { return .sameNumber(place: Int(number)) }
    return name == place ? nil : .sameChild(place: Int(name))
  }

  /// Reads a dictionary's value, which its `default:` has put there if there was none: one look-up instead of two.
  private static func first(_ place: inout Int32) -> Int32 { place }

  private static func key(of child: ChildIdentity) -> NameAndBirth? {
    guard !child.name.isEmpty, let day = child.birthDate?.dayNumber else { return nil }
    return NameAndBirth(name: NameKey.of(child.name), day: Int32(day))
  }

  /// Seventeen digits and a digit or X as one number.
  private static func packed(_ number: String) -> UInt64? {
    guard number.utf8.count == 18 else { return nil }
    var packed: UInt64 = 0
    var rest = 18
    for byte in number.utf8 {
      rest -= 1
      let isX = byte == UInt8(ascii: "X") && rest == 0
      guard isX || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      packed = packed * 11 + (isX ? 10 : UInt64(byte - UInt8(ascii: "0")))
    }
    return packed
  }
}
