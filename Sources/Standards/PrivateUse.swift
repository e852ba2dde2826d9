/// Characters of old GBK fonts in Unicode's private use area that have a standard one (`lists/private-use.tsv`), read when
/// the first one is asked about.
enum PrivateUse {
  /// The standard character for one of the private use area; nil where none was ever defined.
  static func standard(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    // Nothing else is looked up.
    guard (0xE766...0xE864).contains(scalar.value) else { return nil }
    return table[scalar]
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = {
    guard let table = try? TSVTable("lists/private-use.tsv", in: .embedded), let code = table.column("code"),
      let character = table.column("character")
    else { return [:] }
    var standard: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in table.rows {
      guard let from = UInt32(row[code], radix: 16).flatMap(Unicode.Scalar.init) else { continue }
      standard[from] = row[character].unicodeScalars.first
    }
    return standard
  }()
}

extension TextNormaliser {
  /// The text with the standard characters for those of old fonts.
  public static func standard(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { PrivateUse.standard($0) != nil }) else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.map { PrivateUse.standard($0) ?? $0 })
    return String(scalars)
  }
}
