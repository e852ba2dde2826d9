internal import Glibc

/// What Chinese is typed with, read when somebody first types.
struct PinyinTables: Sendable {
  let hanzi: HanziTable
  let syllables: Syllables
  let words: WordList
  let places: WordList

  init(in folder: FormFolder) throws {
    hanzi = try HanziTable(in: folder)
    syllables = .mandarin
    words = try Self.words(syllables, in: folder)
    places = try Self.places(syllables, in: folder)
  }

  /// About what the counts of the list add up to.
  private static let total: Float = 60_000_000

  private static func cost(_ count: Float) -> Float { logf(total / count) }

  private static func words(_ syllables: Syllables, in folder: FormFolder) throws -> WordList {
    let table = try TSVTable("lists/words.tsv", in: folder)
    let (reading, word) = (try table.requiredColumn("reading"), try table.requiredColumn("word"))
    let (count, item) = (try table.requiredColumn("count"), try table.requiredColumn("item"))
    var reader = KeyReader(syllables)
    var words: [WordList.Word] = []
    words.reserveCapacity(table.count)
    try table.withBytes { bytes in
      for row in 0..<table.count {
        var times = Float(0)
        for byte in bytes[table.range(row: row, column: count)] { times = times * 10 + Float(byte & 0x0F) }
        guard let key = reader.key(bytes, table.range(row: row, column: reading)), times > 0 else {
          throw TableError(
            .badValue, path: table.name, line: table.line(row: row), detail: table.text(row: row, column: word))
        }
        let kind: WordList.Word.Kind =
          switch bytes[table.range(row: row, column: item)].first {
          case UInt8(ascii: "n"): bytes[table.range(row: row, column: item)].count == 4 ? .name : .numbered
          default: isNumeral(bytes[table.range(row: row, column: word)]) ? .numeral : .plain
          }
        words.append(WordList.Word(key: key, cost: cost(times), row: Int32(row), kind: kind))
      }
    }
    return WordList(words, of: table, text: word)
  }

  /// The last characters of numbers that are written as words.
  static let numerals: Set<Unicode.Scalar> = Set("一二三四五六七八九十百零".unicodeScalars)

  private static let numeralBytes = numerals.map { Array(String($0).utf8) }

  private static func isNumeral(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.count == 3 && numeralBytes.contains { word.elementsEqual($0) }
  }

  /// The divisions that are in force, with and without the word for what they are.
  private static func places(_ syllables: Syllables, in folder: FormFolder) throws -> WordList {
    let table = try TSVTable("lists/division.tsv", in: folder)
    let columns = try Divisions.Columns(table)
    var reader = KeyReader(syllables)
    var words: [WordList.Word] = []
    words.reserveCapacity(table.count * 2)
    let real = Array("real".utf8)
    table.withBytes { bytes in
      for row in 0..<table.count where table.range(row: row, column: columns.until).isEmpty {
        let kind = table.range(row: row, column: columns.kind)
        guard bytes[kind].elementsEqual(real) else { continue }
        let code = table.range(row: row, column: columns.code).reduce(Int32(0)) { $0 &* 10 &+ Int32(bytes[$1] & 0x0F) }
        let times: Float = code % 100 == 0 ? 100_000 : 20_000
        let characters = table.range(row: row, column: columns.name).count { bytes[$0] & 0xC0 != 0x80 }
        func add(_ key: WordList.Key, _ times: Float, _ kind: WordList.Word.Kind) {
          words.append(
            WordList.Word(key: key, cost: cost(times), row: Int32(row), kind: kind, area: code))
        }
        for column in [columns.pinyin, columns.otherPinyin] {
          var rest = table.range(row: row, column: column)
          // Several other readings are separated by `|`.
          while !rest.isEmpty {
            let end = rest.first { bytes[$0] == UInt8(ascii: "|") } ?? rest.upperBound
            let range = rest.lowerBound..<end
            rest = min(end + 1, rest.upperBound)..<rest.upperBound
            guard let key = reader.key(bytes, range), Int(key.count) == characters else { continue }
            add(key, times, .place)
            if characters > 2, let space = range.last(where: { bytes[$0] == UInt8(ascii: " ") }),
              let short = reader.key(bytes, range.lowerBound..<space)
            {
              add(short, times / 10, .shortPlace)
            }
          }
        }
      }
    }
    return WordList(words, of: table, text: columns.name)
  }
}

/// Reads the keys of one reading after the other, which mostly begin as the one before them did.
private struct KeyReader {
  private let syllables: Syllables
  /// The syllables of the reading before, each with its number.
  private var known: [(spelling: UInt64, number: Int)] = Array(repeating: (0, 0), count: WordList.Key.most)

  init(_ syllables: Syllables) { self.syllables = syllables }

  /// The key of syllables with spaces between them; nil where one of them is none, or there are too many.
  mutating func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> WordList.Key? {
    var key = WordList.Key()
    var spelling = Syllables.Spelling()
    for index in range {
      if bytes[index] != UInt8(ascii: " ") {
        guard spelling.append(bytes[index]) else { return nil }
        if index + 1 < range.upperBound { continue }
      }
      guard key.count < WordList.Key.most else { return nil }
      if known[Int(key.count)].spelling != spelling.value {
        guard let number = syllables.number(spelling) else { return nil }
        known[Int(key.count)] = (spelling.value, number)
      }
      guard key.append(known[Int(key.count)].number) else { return nil }
      spelling = Syllables.Spelling()
    }
    return key.count > 0 ? key : nil
  }
}
