/// The order of matches; `SearchMatch` says what they are, this where they stand among each other.
enum SearchTier: UInt8 {
  case code, exactName, codePrefix, namePrefix, exactPinyin, initials, pinyinPrefix, english, path, inside, similar
  /// Lines that cannot be taken and whose whole name was not typed.
  case guidance
}

/// How well one entry matches.
struct SearchRank {
  static let noQuality = 15
  var match: SearchMatch
  var tier: SearchTier
  /// Within the tier, 0–14; smaller is better.
  var quality = 0
  /// The whole name was given, with or without its suffix.
  var isWhole = false
  /// The whole name was given with its suffix.
  var isEntire = false

  /// Smaller is better; fits 16 bits. A successor stands right behind the tier of the place it follows.
  var number: UInt16 {
    UInt16(tier.rawValue) << 5 | (match == .successor ? 16 : 0) | UInt16(min(quality, Self.noQuality))
  }
}

/// The best rank of each entry during one search.
struct SearchScores {
  private var numbers: [UInt16]
  private var matches: [UInt8]
  private static let nothing = UInt16.max
  /// A whole name was matched, and one to the letter.
  private static let whole: UInt8 = 0x40
  private static let entire: UInt8 = 0x80

  init(count: Int) {
    numbers = [UInt16](repeating: Self.nothing, count: count)
    matches = [UInt8](repeating: 0, count: count)
  }

  mutating func keep(_ position: Int, _ rank: SearchRank) {
    let number = rank.number
    guard number < numbers[position] else { return }
    numbers[position] = number
    let isWhole = rank.isWhole || rank.tier == .exactName || rank.tier == .code
    matches[position] =
      rank.match.rawValue | (isWhole ? Self.whole : 0) | (rank.isEntire || rank.tier == .code ? Self.entire : 0)
  }

  /// The rank that the successors of an abolished place get, nil when its whole name was not matched.
  func wholeMatch(_ position: Int, _ entry: SearchIndex.Entry) -> SearchRank? {
    guard numbers[position] != Self.nothing, matches[position] & Self.whole != 0 else { return nil }
    return SearchTier(rawValue: tier(position, entry)).map { SearchRank(match: .successor, tier: $0) }
  }

  private func tier(_ position: Int, _ entry: SearchIndex.Entry) -> UInt8 {
    entry.isSelectable || matches[position] & Self.entire != 0
      ? UInt8(numbers[position] >> 5) : SearchTier.guidance.rawValue
  }

  /// The best entries in order.
  func best(_ limit: Int, of index: SearchIndex, near: Int?, inListOrder: Bool) -> [SearchHit] {
    var best = SmallestNumbers(limit: min(limit, index.entries.count))
    for position in numbers.indices where numbers[position] != Self.nothing {
      let entry = index.entries[position]
      let tier = tier(position, entry)
      let distance = Self.distance(Int(entry.area), near)
      var key = distance << 1 | (entry.isRetired ? 1 : 0)
      if !inListOrder {
        let length = Self.prefersShort(tier) ? UInt64(index.components[Int(entry.component)].count) : 0
        key = UInt64(tier) << 5 | UInt64(numbers[position] & 31)
        key = key << 1 | (entry.isRetired ? 1 : 0)
        key = key << 2 | distance
        key = key << 2 | UInt64(entry.level)
        key = key << 7 | length
      }
      best.insert(key << 24 | UInt64(position))
    }
    return best.sorted().map { key in
      let position = Int(key & 0xFF_FFFF)
      return SearchHit(index: position, match: SearchMatch(rawValue: matches[position] & 0x3F) ?? .inside)
    }
  }

  /// What was typed is the beginning or a part of the name, so a shorter name is more of it.
  private static func prefersShort(_ tier: UInt8) -> Bool {
    guard let tier = SearchTier(rawValue: tier) else { return false }
    return switch tier {
    case .namePrefix, .pinyinPrefix, .english, .inside, .similar: true
    case .code, .exactName, .codePrefix, .exactPinyin, .initials, .path, .guidance: false
    }
  }

  /// 0 in the same county, 1 in the same prefecture, 2 in the same province, 3 elsewhere.
  private static func distance(_ area: Int, _ near: Int?) -> UInt64 {
    guard let near, area != 0 else { return 3 }
    if area == near { return 0 }
    if area / 100 == near / 100 { return 1 }
    return area / 10_000 == near / 10_000 ? 2 : 3
  }
}

/// Keeps the smallest of many numbers: a heap whose root is the largest kept.
private struct SmallestNumbers {
  private let limit: Int
  private var heap: [UInt64] = []

  init(limit: Int) {
    self.limit = limit
    heap.reserveCapacity(limit)
  }

  mutating func insert(_ number: UInt64) {
    if heap.count < limit {
      heap.append(number)
      var child = heap.count - 1
      while child > 0, heap[(child - 1) / 2] < heap[child] {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    } else if let root = heap.first, number < root {
      heap[0] = number
      var parent = 0
      while true {
        var largest = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] > heap[largest] {
          largest = child
        }
        if largest == parent { break }
        heap.swapAt(parent, largest)
        parent = largest
      }
    }
  }

  func sorted() -> [UInt64] { heap.sorted() }
}
