/// Which current places an abolished one leads to; see `SearchIndex` for the rule.
extension SearchIndex {
  /// Places sorted by a key that places of one province with the same stem share.
  private typealias Stems = [(key: UInt64, entry: Int32)]

  mutating func findSuccessors() {
    guard entries.contains(where: \.isRetired) else { return }
    var current: Stems = []
    var below: Stems = []
    var prefectures: Set<Int32> = []
    for (position, entry) in entries.enumerated() where !entry.isRetired && entry.area != 0 {
      current.append((stemKey(entry.component, area: entry.area), Int32(position)))
      prefectures.insert(entry.area / 100)
      if !hangsUnderProvince(entry) {
        below.append((stemKey(nodes[Int(entry.node)].component, area: entry.area), Int32(position)))
      }
    }
    current.sort { ($0.key, $0.entry) < ($1.key, $1.entry) }
    below.sort { ($0.key, $0.entry) < ($1.key, $1.entry) }
    for position in entries.indices where entries[position].isRetired && entries[position].area != 0 {
      let old = entries[position]
      let places = successors(of: old, current: current, below: below, prefectures: prefectures)
      let lowest = places.map { entries[Int($0)].level }.max()
      let start = UInt32(successorEntries.count)
      successorEntries.append(contentsOf: places.filter { entries[Int($0)].level == lowest })
      entries[position].successors = start..<UInt32(successorEntries.count)
    }
  }

  private func successors(
    of old: Entry, current: Stems, below: Stems, prefectures: Set<Int32>
  ) -> [Int32] {
    let key = stemKey(old.component, area: old.area)
    let places = matches(current, key: key).filter { isSameStem(entries[Int($0)].component, old.component) }
    let near = places.filter { entries[Int($0)].area / 100 == old.area / 100 }
    if !near.isEmpty { return near }
    if PlaceName.isCommon(stem(old.component)) { return [] }
    if places.isEmpty {
      // The list has no place of the name, but a prefecture of it: 河源县 became 河源市 with its districts.
      return matches(below, key: key).filter {
        isSameStem(nodes[Int(entries[Int($0)].node)].component, old.component)
      }
    }
    // Where its prefecture still exists, a county elsewhere is another place, unless it has the very same name.
    guard prefectures.contains(old.area / 100), !hangsUnderProvince(old) else { return places }
    return places.filter { isSameName(entries[Int($0)].component, old.component) }
  }

  /// Counties straight under a province have no prefecture of their own: 琼山市 469004, 密云县 110228.
  private func hangsUnderProvince(_ entry: Entry) -> Bool {
    entry.node == Node.none || nodes[Int(entry.node)].parent == Node.none
  }

  private func stem(_ component: Int32) -> some Sequence<UInt32> {
    let component = components[Int(component)]
    return glyphs[component.glyphs.asInts].prefix(Int(component.shortStem)).lazy.map(\.scalar)
  }

  /// FNV-1a of the stem and the province; equal keys are compared again.
  private func stemKey(_ component: Int32, area: Int32) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in stem(component) { key = (key ^ UInt64(scalar)) &* 0x100_0000_01B3 }
    return (key ^ UInt64(area / 10_000)) &* 0x100_0000_01B3
  }

  private func isSameStem(_ left: Int32, _ right: Int32) -> Bool { stem(left).elementsEqual(stem(right)) }

  private func isSameName(_ left: Int32, _ right: Int32) -> Bool {
    text[components[Int(left)].text.asInts] == text[components[Int(right)].text.asInts]
  }

  private func matches(_ stems: Stems, key: UInt64) -> [Int32] {
    var low = 0
    var high = stems.count
    while low < high {
      let middle = (low + high) >> 1
      if stems[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return stems[low...].prefix { $0.key == key }.map(\.entry)
  }
}
