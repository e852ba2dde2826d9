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

/// A child's identity in sixteen bytes.
///
/// A citizen number is a key of its own. Any other number, and a name with its birth date, are 64 bits of a hash: among
/// ten million children two of them are taken for one with a probability of one in 400,000.
public struct ChildKeys: Hashable, Sendable {
  /// 0 where there is none.
  let number: UInt64
  let name: UInt64

  public init(_ child: ChildIdentity) {
    number = child.number.map(Self.key(ofNumber:)) ?? 0
    name = Self.key(of: child)
  }

  private static func key(ofNumber number: String) -> UInt64 {
    // A citizen number takes 63 bits.
    packed(number) ?? hash(number.utf8, 0) | 1 << 63
  }

  private static func key(of child: ChildIdentity) -> UInt64 {
    guard !child.name.isEmpty, let day = child.birthDate?.dayNumber else { return 0 }
    return max(1, hash(NameKey.of(child.name).utf8, UInt64(bitPattern: Int64(day))))
  }

  /// A record's id as a key.
  static func key(ofID id: String) -> UInt64 { max(1, hash(id.utf8, 0)) }

  /// FNV-1a, stirred once more (SplitMix64).
  private static func hash(_ bytes: some Sequence<UInt8>, _ seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed &* 0x9E37_79B9_7F4A_7C15
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 31
  }

  /// Seventeen digits and a digit or X as one number, and 1 more so that none is 0.
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
    return packed + 1
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

  private var numbers = PlaceTable()
  private var names = PlaceTable()

  public init() {}

  /// Where the child came first, if it did.
  public func match(of child: ChildIdentity) -> Match? {
    let keys = ChildKeys(child)
    if keys.number != 0, let place = numbers.place(of: keys.number) { return .sameNumber(place: place) }
    guard keys.name != 0, let place = names.place(of: keys.name) else { return nil }
    return .sameChild(place: place)
  }

  /// Keeps where a child is; if it has come before, that place stays and is returned.
  @discardableResult
  public mutating func add(_ child: ChildIdentity, at place: Int) -> Match? { add(ChildKeys(child), at: place) }

  @discardableResult
  public mutating func add(_ keys: ChildKeys, at place: Int) -> Match? {
    let number = keys.number == 0 ? place : numbers.keep(keys.number, at: place)
    let name = keys.name == 0 ? place : names.keep(keys.name, at: place)
    if number != place { return .sameNumber(place: number) }
    return name == place ? nil : .sameChild(place: name)
  }
}
