/// Every character that has a Mandarin reading or a radical, as `lists/hanzi.tsv` has them: by reading, by radical and
/// remaining strokes, and in the order in which they are used as surnames and in given names.
struct HanziTable: Sendable {
  /// What a row of the table lists characters by.
  enum Kind: String, Hashable, Sendable {
    /// All surnames, or all characters of given names, the commonest first.
    case order
    /// The surnames of a reading; two syllables have a space between them.
    case surname
    /// The characters of given names with a reading.
    case given
    /// All characters with a reading, the commonest first.
    case reading
    /// By `RADICAL.STROKES`: the radical's number of 214, with `'` for its simplified form, and the strokes beside it.
    case radical
    /// The forms of radicals that have so many strokes, in two digits.
    case form
    /// The numbers of the radicals that a form stands for.
    case radicals
  }

  static let file = "lists/hanzi.tsv"

  private let table: TSVTable
  private let charactersColumn: Int
  private let surnameOrder: Order
  private let givenOrder: Order

  /// The places of texts among all of their kind; their first two scalars tell them apart.
  private struct Order: Sendable {
    private var places: [UInt64: Int] = [:]

    init(_ texts: some Sequence<Substring.UnicodeScalarView>) {
      places.reserveCapacity(4_000)
      for text in texts {
        let key = Self.key(text)
        if places[key] == nil { places[key] = places.count }
      }
    }

    func place(_ text: some Sequence<Unicode.Scalar>) -> Int { places[Self.key(text)] ?? places.count }

    private static func key(_ text: some Sequence<Unicode.Scalar>) -> UInt64 {
      text.prefix(2).reduce(0) { $0 << 32 | UInt64($1.value) }
    }
  }

  init(in folder: FormFolder) throws {
    let table = try TSVTable(Self.file, in: folder)
    // The rows are looked up by their beginning, so kind and key are the first two columns and the rows are in order.
    guard try table.requiredColumn("kind") == 0, try table.requiredColumn("key") == 1 else {
      throw TableError(.columnMissing, path: table.name, line: 1, detail: "kind")
    }
    let column = try table.requiredColumn("characters")
    self.table = table
    charactersColumn = column
    func order(_ key: String) -> Substring.UnicodeScalarView {
      Self.row(.order, key, in: table).map { Substring(table.text(row: $0, column: column)).unicodeScalars } ?? .init()
    }
    surnameOrder = Order(order("surname").split(separator: " "))
    let given = order("given")
    givenOrder = Order(given.indices.map { given[$0...$0] })
    if let line = table.lineOutOfOrder {
      throw TableError(.badValue, path: table.name, line: line, detail: "kind, key")
    }
  }

  /// All keys of a kind.
  func keys(_ kind: Kind) -> [String] {
    Self.rows(kind, "", in: table).map { table.text(row: $0, column: 1) }
  }

  /// The characters that a row lists, each a scalar.
  func characters(_ kind: Kind, _ key: String) -> String.UnicodeScalarView { text(kind, key).unicodeScalars }

  /// The surnames of a reading, each with its place among all.
  func surnames(_ reading: String) -> [(text: String, place: Int)] {
    text(.surname, reading).split(separator: " ").map { (String($0), surnameOrder.place($0.unicodeScalars)) }
  }

  /// The characters of given names with a reading, each with its place among all.
  func given(_ reading: String) -> [(text: String, place: Int)] {
    characters(.given, reading).map { (String($0), givenOrder.place(CollectionOfOne($0))) }
  }

  /// The numbers of the radicals that a form stands for; empty for what is no form of a radical.
  func radicals(_ form: Unicode.Scalar) -> [String] {
    text(.radicals, String(form)).split(separator: " ").map(String.init)
  }

  /// The form that stands for a radical: the first of its forms, as 水 of 水, 氵 and 氺.
  func form(ofRadical number: String) -> Unicode.Scalar? {
    let row = Self.rows(.radicals, "", in: table).first { row in
      table.text(row: row, column: charactersColumn).split(separator: " ").contains { $0 == number }
    }
    return row.flatMap { table.text(row: $0, column: 1).unicodeScalars.first }
  }

  /// The keys of a kind whose rows list each of these characters; the row that lists it nearest to its beginning first.
  func keys(_ kind: Kind, listing characters: Set<Unicode.Scalar>) -> [Unicode.Scalar: [String]] {
    var found: [Unicode.Scalar: [(place: Int, key: String)]] = [:]
    let wanted = characters.map { Array(String($0).utf8) }
    for row in Self.rows(kind, "", in: table) {
      let place = table.withBytes { bytes in
        Self.first(of: wanted, in: bytes, table.range(row: row, column: charactersColumn))
      }
      guard place != nil else { continue }
      let listed = table.text(row: row, column: charactersColumn).unicodeScalars
      for (place, scalar) in listed.enumerated() where characters.contains(scalar) {
        found[scalar, default: []].append((place, table.text(row: row, column: 1)))
      }
    }
    return found.mapValues { $0.sorted { $0.place < $1.place }.map(\.key) }
  }

  /// The first byte of any of some characters; texts are made only of rows that have one.
  private static func first(
    of characters: [[UInt8]], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    range.first { index in
      // No byte of a character's inside is the first of another.
      bytes[index] >= 0xC0
        && characters.contains { character in
          character[character.count - 1] == bytes[min(index + character.count, range.upperBound) - 1]
            && bytes[index...].starts(with: character)
        }
    }
  }

  private func text(_ kind: Kind, _ key: String) -> String {
    Self.row(kind, key, in: table).map { table.text(row: $0, column: charactersColumn) } ?? ""
  }

  private static func row(_ kind: Kind, _ key: String, in table: TSVTable) -> Int? {
    table.rows(beginning: "\(kind.rawValue)\t\(key)\t").first
  }

  private static func rows(_ kind: Kind, _ key: String, in table: TSVTable) -> Range<Int> {
    table.rows(beginning: "\(kind.rawValue)\t\(key)")
  }
}

extension TSVTable {
  /// The rows of a sorted table that begin so.
  fileprivate func rows(beginning text: String) -> Range<Int> {
    let wanted = Array(text.utf8)
    func first(_ isBelow: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool) -> Int {
      withBytes { bytes in
        var (low, high) = (0, count)
        while low < high {
          let middle = (low + high) / 2
          let start = range(row: middle, column: 0).lowerBound
          if isBelow(bytes[start..<min(start + wanted.count, bytes.count)]) { low = middle + 1 } else { high = middle }
        }
        return low
      }
    }
    return first { $0.lexicographicallyPrecedes(wanted) }..<first { !wanted.lexicographicallyPrecedes($0) }
  }

  /// The line of the first row whose two first fields do not come behind those of the row before it.
  fileprivate var lineOutOfOrder: Int? {
    withBytes { bytes in
      func key(_ row: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        bytes[range(row: row, column: 0).lowerBound..<range(row: row, column: 1).upperBound]
      }
      return (1..<max(1, count)).first { !key($0 - 1).lexicographicallyPrecedes(key($0)) }.map { line(row: $0) }
    }
  }
}
