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
    /// By `RADICAL.STROKES`: the radical's number of 214 and the strokes beside it.
    case radical
    /// How many strokes a radical has by itself.
    case strokes
  }

  static let file = "lists/hanzi.tsv"

  private let table: TSVTable
  private let charactersColumn: Int
  private let rows: [Kind: [String: Int]]
  private let surnameOrder: [String: Int]
  private let givenOrder: [Character: Int]

  init(in folder: FormFolder) throws {
    table = try TSVTable(Self.file, in: folder)
    let (kindColumn, keyColumn) = (try table.requiredColumn("kind"), try table.requiredColumn("key"))
    charactersColumn = try table.requiredColumn("characters")
    var rows: [Kind: [String: Int]] = [:]
    for row in table.rows {
      guard let kind = Kind(rawValue: row[kindColumn]) else {
        throw TableError(.badValue, path: table.name, line: row.line, detail: row[kindColumn])
      }
      rows[kind, default: [:]][row[keyColumn]] = row.index
    }
    self.rows = rows
    let orders = (rows[.order] ?? [:]).mapValues { [table, charactersColumn] in
      table.text(row: $0, column: charactersColumn)
    }
    surnameOrder = Self.order((orders["surname"] ?? "").split(separator: " ").map(String.init))
    givenOrder = Self.order((orders["given"] ?? "").unicodeScalars.map { Character($0) })
  }

  private static func order<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// All readings, each a syllable.
  var syllables: some Sequence<String> { (rows[.reading] ?? [:]).keys }

  /// The characters that a row lists; none of them is put together of several scalars.
  func characters(_ kind: Kind, _ key: String) -> [Character] {
    text(kind, key).unicodeScalars.map { Character($0) }
  }

  /// The surnames of a reading, each with its place among all.
  func surnames(_ reading: String) -> [(text: String, place: Int)] {
    text(.surname, reading).split(separator: " ").map(String.init).map { ($0, surnameOrder[$0] ?? .max) }
  }

  /// The characters of given names with a reading, each with its place among all.
  func given(_ reading: String) -> [(text: String, place: Int)] {
    characters(.given, reading).map { (String($0), givenOrder[$0] ?? .max) }
  }

  private func text(_ kind: Kind, _ key: String) -> String {
    rows[kind]?[key].map { table.text(row: $0, column: charactersColumn) } ?? ""
  }
}
