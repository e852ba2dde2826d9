/// Numbers by numbers, in twelve bytes and a quarter more: open addressing, a city's children in a few megabytes.
struct PlaceTable: Sendable {
  /// 0 where there is none: no key is 0.
  private var keys: [UInt64]
  private var places: [UInt32]
  private var count = 0

  init() {
    keys = Array(repeating: 0, count: Self.least)
    places = Array(repeating: 0, count: Self.least)
  }

  private static let least = 64

  func place(of key: UInt64) -> Int? {
    let slot = slot(of: key)
    return keys[slot] == 0 ? nil : Int(places[slot])
  }

  /// Keeps the place of a key that has none yet, and gives the place that it has.
  mutating func keep(_ key: UInt64, at place: Int) -> Int {
    let slot = slot(of: key)
    if keys[slot] != 0 { return Int(places[slot]) }
    keys[slot] = key
    places[slot] = UInt32(place)
    count += 1
    // Fuller, the ways through it would grow long.
    if count * 5 > keys.count * 4 { grow() }
    return place
  }

  private func slot(of key: UInt64) -> Int {
    let mixed = (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9
    var slot = Int((mixed ^ mixed >> 32).multipliedFullWidth(by: UInt64(keys.count)).high)
    while keys[slot] != 0, keys[slot] != key {
      slot += 1
      if slot == keys.count { slot = 0 }
    }
    return slot
  }

  private mutating func grow() {
    let (old, oldPlaces) = (keys, places)
    keys = Array(repeating: 0, count: old.count * 8 / 5)
    places = Array(repeating: 0, count: keys.count)
    for index in old.indices where old[index] != 0 {
      let slot = slot(of: old[index])
      (keys[slot], places[slot]) = (old[index], oldPlaces[index])
    }
  }
}
