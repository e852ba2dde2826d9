/// The simplified form of a traditional hanzi, where a list has it (`lists/traditional.tsv`); read with the first query
/// of hanzi.
enum TraditionalHanzi {
  static func simplified(_ unit: UInt32) -> UInt32 { unit < 0x3400 ? unit : forms[unit] ?? unit }

  private static let forms: [UInt32: UInt32] = {
    guard let table = try? TSVTable("lists/traditional.tsv", in: .embedded),
      let from = table.column("traditional"), let to = table.column("simplified")
    else { return [:] }
    var forms: [UInt32: UInt32] = [:]
    for row in table.rows {
      guard let one = row[from].unicodeScalars.first, let other = row[to].unicodeScalars.first else { continue }
      forms[one.value] = other.value
    }
    return forms
  }()
}
