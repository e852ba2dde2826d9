/// Pinyin that was left in a text which should be in hanzi.
public enum UnreadPinyin {
  /// Fewer letters are as often the name of a building.
  private static let fewest = 3
  private static let fewestWithoutHanzi = 2

  /// Whether a word in small letters spells syllables from its beginning to its end. Where a text has no hanzi at all, any
  /// two small letters are taken for them: initials spell nothing, and stand for an address all the same.
  ///
  /// A capital letter begins a name of another language, or is the name of a building: 3号楼B单元.
  public static func stands(in text: String) -> Bool {
    guard text.utf8.contains(where: isSmall) else { return false }
    let words = text.utf8.split { !isSmall($0) && !isCapital($0) }.filter { $0.allSatisfy(isSmall) }
    if words.contains(where: { $0.count >= fewest && isSpelled(Array($0)) }) { return true }
    return !text.unicodeScalars.contains(where: \.isHanzi) && words.contains { $0.count >= fewestWithoutHanzi }
  }

  private static func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

  private static func isSpelled(_ letters: [UInt8]) -> Bool {
    var isReached = [true] + Array(repeating: false, count: letters.count)
    for start in letters.indices where isReached[start] {
      var spelling = Syllables.Spelling()
      for end in letters[start...].indices {
        guard spelling.append(letters[end]) else { break }
        if Syllables.mandarin.number(spelling) != nil { isReached[end + 1] = true }
      }
    }
    return isReached[letters.count]
  }
}
