/// Characters that are not the ones they look like (`lists/look-alike.tsv`), read when the first one is asked about.
enum LookAlike {
  /// The hanzi that a radical or a stroke is mistaken for, such as 小 for ⼩ (U+2F29).
  static func hanzi(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    // Radicals, Hangzhou numerals and strokes; nothing else is looked up.
    guard (0x2E80..<0x3200).contains(scalar.value) else { return nil }
    return table.mended[scalar]
  }

  /// What a character is compared as when two records of one child are looked for.
  static func compared(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    hanzi(for: scalar) ?? table.compared[scalar] ?? scalar
  }

  private static let table = Table()

  private struct Table {
    var mended: [Unicode.Scalar: Unicode.Scalar] = [:]
    var compared: [Unicode.Scalar: Unicode.Scalar] = [:]

    init() {
      guard let table = try? TSVTable("lists/look-alike.tsv", in: .embedded),
        let (from, to) = table.column("character").flatMap({ from in table.column("looks_like").map { (from, $0) } }),
        let use = table.column("use")
      else { return }
      for row in table.rows {
        guard let character = row[from].unicodeScalars.first, let other = row[to].unicodeScalars.first else { continue }
        if row[use] == "mended" { mended[character] = other } else { compared[character] = other }
      }
    }
  }
}

/// A name as it is compared when two records of one child are looked for: spellings that look the same have one key.
///
/// Radicals and compatibility ideographs count as the hanzi they look like, letters of other scripts as the Latin ones;
/// variation selectors, dots, hyphens, spaces, accents, and whether a letter is capital count for nothing. What is
/// stored and sent is never the key.
public enum NameKey {
  public static func of(_ name: String) -> String {
    // Nearly every name is hanzi that only look like themselves.
    if name.unicodeScalars.allSatisfy({ (0x3400...0x9FFF).contains($0.value) }) { return name }
    var key = String.UnicodeScalarView()
    for scalar in TextNormaliser.normalise(name, as: .personName).unicodeScalars {
      guard case .unit(let unit) = SearchText.fold(LookAlike.compared(scalar)), let folded = Unicode.Scalar(unit),
        !folded.isVariationSelector
      else { continue }
      key.append(folded)
    }
    return key.isEmpty ? name : String(key)
  }
}
