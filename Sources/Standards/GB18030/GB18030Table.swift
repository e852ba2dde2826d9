/// Which bytes stand for which scalar, made of the table of two bytes.
final class GB18030Table: Sendable {
  static let shared = GB18030Table()

  /// How many second bytes each first byte has, and how many first bytes there are.
  private static let (seconds, firsts) = (190, 126)
  /// The place of the first scalar behind the Basic Multilingual Plane: 90 30 81 30.
  private static let otherPlanes = 189_000
  /// The two scalars that exchanged their codes in 2005; the order of the four-byte codes still counts them as before.
  private static let (formerlyFour, formerlyTwo): (UInt32, UInt32) = (0x1E3F, 0xE7C7)

  /// The scalars of two bytes, by first and second byte.
  private let scalars: [UInt16]
  /// Their codes by scalar, nought where there is none.
  private let codes: [UInt16]
  /// The scalars of four bytes by their place, and where each run of them begins.
  private let others: [UInt16]
  private let runs: [(scalar: UInt16, place: Int)]

  private init() {
    var scalars: [UInt16] = []
    scalars.reserveCapacity(Self.seconds * Self.firsts)
    if let table = try? TSVTable("encodings/gb18030.tsv", in: .embedded), let column = table.column("characters") {
      for row in table.rows { scalars += row[column].utf16 }
    }
    precondition(scalars.count == Self.seconds * Self.firsts, "the built-in table of GB 18030 is not whole")
    var codes = [UInt16](repeating: 0, count: 1 << 16)
    for (index, scalar) in scalars.enumerated() {
      let second = index % Self.seconds
      codes[Int(scalar)] = UInt16((0x81 + index / Self.seconds) << 8 | (second < 0x3F ? 0x40 : 0x41) + second)
    }
    var others: [UInt16] = []
    others.reserveCapacity(39_420)
    var runs: [(scalar: UInt16, place: Int)] = []
    for scalar in UInt16(0x80)...0xFFFF where !UTF16.isSurrogate(scalar) {
      let isLeftOut = codes[Int(scalar)] == 0 && scalar != Self.formerlyTwo || scalar == Self.formerlyFour
      guard isLeftOut else { continue }
      if others.last.map({ $0 + 1 }) != scalar { runs.append((scalar, others.count)) }
      others.append(scalar)
    }
    self.scalars = scalars
    self.codes = codes
    self.others = others
    self.runs = runs
  }

  func twoBytes(of scalar: UInt32) -> UInt16? {
    guard scalar <= 0xFFFF, codes[Int(scalar)] != 0 else { return nil }
    return codes[Int(scalar)]
  }

  /// The place of a scalar without two bytes among those of four.
  func place(of scalar: UInt32) -> Int {
    guard scalar <= 0xFFFF else { return Self.otherPlanes + Int(scalar) - 0x10000 }
    let searched = scalar == Self.formerlyTwo ? Self.formerlyFour : scalar
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].scalar <= searched { low = middle } else { high = middle }
    }
    return runs[low].place + Int(searched) - Int(runs[low].scalar)
  }

  /// What two or four bytes stand for, the first being the highest; each must be a byte that can stand in its place.
  func scalar(of bytes: UInt32, count: Int) -> Unicode.Scalar? {
    let (last, before) = (Int(bytes & 0xFF), Int(bytes >> 8 & 0xFF))
    if count == 2 {
      return Unicode.Scalar(scalars[(before - 0x81) * Self.seconds + last - (last < 0x7F ? 0x40 : 0x41)])
    }
    let (first, second) = (Int(bytes >> 24) - 0x81, Int(bytes >> 16 & 0xFF) - 0x30)
    let place = first * 12_600 + second * 1_260 + (before - 0x81) * 10 + last - 0x30
    if place >= Self.otherPlanes { return Unicode.Scalar(UInt32(place - Self.otherPlanes + 0x10000)) }
    guard place < others.count else { return nil }
    let scalar = UInt32(others[place])
    return Unicode.Scalar(scalar == Self.formerlyFour ? Self.formerlyTwo : scalar)
  }
}
