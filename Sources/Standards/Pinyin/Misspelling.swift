/// Slips of the hand within a syllable.
enum Misspelling {
  /// The spellings that have a letter twice, lack one, or have two that stand the wrong way round.
  static func variants(of name: String) -> [String: Int] {
    let letters = Array(name.utf8)
    guard letters.count > 1 else { return [:] }
    var found: Set<[UInt8]> = []
    for index in letters.indices {
      var other = letters
      other.insert(letters[index], at: index)
      found.insert(other)
      // A syllable of one letter would be the beginning of too many.
      if letters.count > 2 {
        other = letters
        other.remove(at: index)
        found.insert(other)
      }
      if index > 0 {
        other = letters
        other.swapAt(index - 1, index)
        found.insert(other)
      }
    }
    found.remove(letters)
    return Dictionary(uniqueKeysWithValues: found.map { (String(decoding: $0, as: UTF8.self), 1) })
  }
}
