/// A place's name in Latin letters, as maps and papers write it: 惠城区 is Huicheng Qu.
public enum RomanisedName {
  /// By its pinyin, which has one syllable for each character: the name's own part is one word, and its people and its
  /// kind are words of their own. A name without pinyin stays as it is.
  public static func of(_ name: String, pinyin: String) -> String {
    let syllables = pinyin.split(separator: " ")
    guard !syllables.isEmpty else { return name }
    let scalars = name.unicodeScalars.map(\.value)
    guard syllables.count == scalars.count else { return word(syllables[...]) }
    let (long, short) = PlaceName.stems(scalars)
    return [syllables[..<short], syllables[short..<long], syllables[long...]].filter { !$0.isEmpty }.map(word)
      .joined(separator: " ")
  }

  /// Syllables as one word: 西安 is Xi'an, so that nobody reads it in one syllable.
  private static func word(_ syllables: ArraySlice<Substring>) -> String {
    var word = ""
    for syllable in syllables {
      if !word.isEmpty, let first = syllable.first, "aeo".contains(first) { word += "'" }
      word += syllable
    }
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
