internal import Glibc

/// What Chinese is typed with, read when somebody first types.
struct PinyinTables: Sendable {
  let hanzi: HanziTable
  let syllables: Syllables
  let words: WordList
  let places: WordList

  init(in folder: FormFolder) throws {
    hanzi = try HanziTable(in: folder)
    syllables = Syllables(hanzi.syllables)
    words = try Self.words(syllables, in: folder)
    places = try Self.places(syllables, in: folder)
  }

  /// How often a word of addresses is met at least, among as many words as the counts of the list add up to.
  private static let addressCount: Float = 60_000
  private static let total: Float = 60_000_000

  private static func words(_ syllables: Syllables, in folder: FormFolder) throws -> WordList {
    let table = try TSVTable("lists/words.tsv", in: folder)
    let (reading, word) = (try table.requiredColumn("reading"), try table.requiredColumn("word"))
    let (count, item) = (try table.requiredColumn("count"), try table.requiredColumn("item"))
    var words: [WordList.Word] = []
    words.reserveCapacity(table.count)
    try table.withBytes { bytes in
      for row in 0..<table.count {
        let key = syllables.key(bytes[table.range(row: row, column: reading)])
        var times = Float(0)
        for byte in bytes[table.range(row: row, column: count)] { times = times * 10 + Float(byte & 0x0F) }
        guard let key, times > 0 else {
          throw TableError(
            .badValue, path: table.name, line: table.line(row: row), detail: table.text(row: row, column: word))
        }
        if !table.range(row: row, column: item).isEmpty { times = max(times, addressCount) }
        words.append(WordList.Word(key: key.value, cost: cost(times), row: Int32(row)))
      }
    }
    return WordList(words, of: table, text: word)
  }

  /// The divisions that are in force, with and without the word for what they are.
  private static func places(_ syllables: Syllables, in folder: FormFolder) throws -> WordList {
    let table = try TSVTable("lists/division.tsv", in: folder)
    let (name, code) = (try table.requiredColumn("name"), try table.requiredColumn("code"))
    let spellings = [try table.requiredColumn("pinyin"), try table.requiredColumn("other_pinyin")]
    let (until, kind) = (try table.requiredColumn("to"), try table.requiredColumn("kind"))
    let level = try table.requiredColumn("level")
    var words: [WordList.Word] = []
    words.reserveCapacity(table.count * 2)
    table.withBytes { bytes in
      for row in 0..<table.count
      where table.range(row: row, column: until).isEmpty
        && bytes[table.range(row: row, column: kind)].elementsEqual("real".utf8)
      {
        let isCounty = bytes[table.range(row: row, column: level)].elementsEqual("county".utf8)
        let times: Float = isCounty ? 4_000 : 20_000
        let characters = bytes[table.range(row: row, column: name)].count { $0 & 0xC0 != 0x80 }
        for column in spellings {
          let spelling = bytes[table.range(row: row, column: column)]
          guard !spelling.isEmpty, let key = syllables.key(spelling) else { continue }
          words.append(WordList.Word(key: key.value, cost: cost(times), row: Int32(row)))
          guard characters > 2, key.count == characters,
            let last = spelling.lastIndex(of: UInt8(ascii: " ")), let short = syllables.key(spelling[..<last])
          else { continue }
          words.append(WordList.Word(key: short.value, cost: cost(times / 4), row: Int32(row), isShort: true))
        }
      }
    }
    return WordList(words, of: table, text: name, code: code)
  }

  private static func cost(_ count: Float) -> Float { logf(total / count) }
}
