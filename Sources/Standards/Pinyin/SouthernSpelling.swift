/// How syllables are typed by those who do not tell some sounds apart, and the commonest slips of the hand.
enum SouthernSpelling {
  /// Beginnings of syllables that are one sound to some people.
  private static let onsets: [(String, String)] = [("z", "zh"), ("c", "ch"), ("s", "sh"), ("n", "l"), ("r", "l")]

  /// Syllables with hu- and with f- that are typed for each other where f- and h- are one sound.
  private static let breaths: [(String, String)] = [
    ("hu", "fu"), ("hua", "fa"), ("huan", "fan"), ("huang", "fang"), ("hui", "fei"), ("hun", "fen"), ("huo", "fo"),
  ]

  /// Endings of syllables that are one sound to some people; the longer one of each pair first.
  private static let finals: [(String, String)] = [("ang", "an"), ("eng", "en"), ("ing", "in")]

  /// Endings that are typed for another: by slip, or as passports spell ü.
  private static let endings: [(typed: String, meant: String)] = [
    ("gn", "ng"), ("on", "ong"), ("iou", "iu"), ("uei", "ui"), ("uen", "un"), ("ue", "ve"), ("v", "u"), ("u", "v"),
    ("yu", "v"), ("yue", "ve"),
  ]

  /// Every other spelling of a syllable, with the number of sounds that differ, one or two.
  static func variants(of name: String) -> [String: Int] {
    var found: [String: Int] = [:]
    let near = changed(name)
    for typed in near { found[typed] = 1 }
    for typed in near {
      for other in changed(typed) where found[other] == nil && other != name { found[other] = 2 }
    }
    return found
  }

  /// The spellings that differ in one sound.
  private static func changed(_ name: String) -> Set<String> {
    var found: Set<String> = []
    for (short, long) in onsets {
      if name.hasPrefix(long) {
        found.insert(short + name.dropFirst(long.utf8.count))
      } else if name.hasPrefix(short) {
        found.insert(long + name.dropFirst(short.utf8.count))
      }
    }
    for (one, other) in breaths {
      if name == one { found.insert(other) }
      if name == other { found.insert(one) }
    }
    for (long, short) in finals {
      if name.hasSuffix(long) {
        found.insert(name.dropLast(long.utf8.count) + short)
      } else if name.hasSuffix(short) {
        found.insert(name.dropLast(short.utf8.count) + long)
      }
    }
    for ending in endings where name.hasSuffix(ending.meant) {
      found.insert(name.dropLast(ending.meant.utf8.count) + ending.typed)
    }
    return found
  }
}
