/// One administrative division of GB/T 2260 as it was named in one period.
public struct Division: Hashable, Sendable {
  /// The level in the code's hierarchy: digits 1–2, 3–4, 5–6. A higher level is the smaller value.
  public enum Level: UInt8, Comparable, CaseIterable, Sendable {
    case province, prefecture, county

    /// As the table writes it.
    public var name: StaticString {
      switch self {
      case .province: "province"
      case .prefecture: "prefecture"
      case .county: "county"
      }
    }

    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }

    init?(tableText: Slice<UnsafeBufferPointer<UInt8>>) {
      let match = Self.allCases.first { $0.name.withUTF8Buffer(tableText.elementsEqual) }
      guard let level = match else { return nil }
      self = level
    }
  }

  /// What stands behind the code.
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// A place with a government.
    case real
    /// A heading of the table that is no place: 市辖区, 县, 省直辖县级行政单位.
    case aggregate
    /// An area code of residence permits only (台湾 830000).
    case residence
    /// A code that citizen numbers bear though the standard never had it; nobody chooses it.
    case number

    /// As the table writes it.
    public var name: StaticString {
      switch self {
      case .real: "real"
      case .aggregate: "aggregate"
      case .residence: "residence"
      case .number: "number"
      }
    }

    init?(tableText: Slice<UnsafeBufferPointer<UInt8>>) {
      let match = Self.allCases.first { $0.name.withUTF8Buffer(tableText.elementsEqual) }
      guard let kind = match else { return nil }
      self = kind
    }
  }

  /// Six digits.
  public var code: String
  public var name: String
  public var level: Level
  public var kind: Kind
  /// The code one real level up as the table has it; nil for a province.
  public var parent: String?
  /// The first year of the period; 1980 also stands for earlier.
  public var from: Int
  /// The year it was abolished or renamed; nil while it stands.
  public var until: Int?
  /// The row of the table, which tells the periods of one code apart.
  public var row: Int

  public var isCurrent: Bool { until == nil }
}
