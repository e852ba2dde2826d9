import TestSupport
import Testing

@testable import Standards

/// Chinese from letters, measured over invented names and addresses.
@Suite struct PinyinDecoderTests {
  static let decoder = try? PinyinDecoder(folder: .embedded)

  private func texts(
    _ typed: String, _ item: PinyinItem, after before: String = "", near: String? = nil, limit: Int = 9
  ) throws -> [String] {
    try #require(Self.decoder).candidates(
      for: typed, after: before, item: item, near: near.map { [$0] } ?? [], limit: limit
    ).map(\.text)
  }

  @Test(arguments: [
    ("panxiaoming", PinyinItem.name, "潘"), ("ouyanghong", .name, "欧阳"), ("yuchi", .name, "尉迟"), ("zh", .name, "张"),
    ("潘xiaoming", .name, "小"), ("lvxiaobu", .name, "吕"), ("lyuxiaobu", .name, "吕"), ("maimaiti", .name, "买买提"),
    ("xi'an", .text, "西安"), ("guangdongshenghuizhoushihuichengqu", .address, "广东省惠州市惠城区"),
    ("fosanshisundequ", .address, "佛山市顺德区"), ("JieFangDongLu", .address, "解放东路"), ("U+2B5AF", .name, "𫖯"),
    ("12hao3dong2danyuan501shi", .address, "12号3栋2单元501室"), ("sandanyuan", .address, "三单元"),
    ("惠州市huichengqu", .address, "惠州市惠城区"), ("wangjiazhuang5zu", .address, "王家庄5组"),
    ("nongcundi2zu", .address, "农村第2组"), ("shifanlu", .address, "示范路"), ("8dong3lou", .address, "8栋3楼"),
  ])
  func `the likeliest comes first`(_ typed: String, _ item: PinyinItem, _ wanted: String) throws {
    #expect(try texts(typed, item).first == wanted)
  }

  @Test(arguments: [
    ("shanxiaoyan", PinyinItem.name, "单"), ("qiu", .name, "仇"), ("maimaiti", .name, "买"), ("hcq", .address, "惠城区"),
    ("cen", .name, "岑"), ("nv", .text, "女"), ("zeng", .name, "曾"), ("ou", .name, "区"), ("moqi", .name, "万俟"),
    ("pang", .name, "逄"), ("tuo", .name, "庹"), ("aili", .name, "艾力"), ("买买提·aili", .name, "艾力"),
    ("gdhzshcq", .address, "广东惠州市惠城区"), ("fangan", .name, "范"), ("lan", .name, "郎"), ("wan", .name, "王"),
  ])
  func `what is rarer stands among the first nine`(_ typed: String, _ item: PinyinItem, _ wanted: String) throws {
    #expect(try texts(typed, item, near: "441302").contains(wanted))
  }

  @Test func `a name goes on with a given name, and a number with what is numbered`() throws {
    #expect(try texts("xiao", .name, after: "潘").first == "小")
    #expect(try texts("xiao", .name, after: "").first == "肖")
    #expect(try texts("hao", .address, after: "解放东路12").first == "号")
    #expect(try texts("hao", .address, after: "很").first != "号")
  }

  @Test(arguments: [
    ("fan", "范", "方"), ("wan", "万", "王"), ("cen", "岑", "陈"), ("zou", "邹", "周"), ("liu", "刘", "牛"), ("lu", "卢", "吕"),
    ("fu", "傅", "胡"), ("lan", "蓝", "郎"), ("zang", "臧", "张"),
  ])
  func `a surname that is spelled as it should be comes before a slip, and both before the rest`(
    _ typed: String, _ exact: String, _ slip: String
  ) throws {
    let found = try texts(typed, .name, limit: 30)
    let places = try [exact, slip].map { try #require(found.firstIndex(of: $0)) }
    #expect(places[0] < places[1])
    #expect(places[1] < 12)
  }

  /// Words of two or three characters as a road, a village or a house may be named after them.
  @Test func `a road that is named after a word is never read as a slip of another`() throws {
    let table = try TSVTable("lists/words.tsv", in: .embedded)
    let (reading, word) = (try table.requiredColumn("reading"), try table.requiredColumn("word"))
    // Names of other languages are typed as such, and stand in no address.
    let item = try table.requiredColumn("item")
    let words = (0..<table.count).filter { row in
      (2...3).contains(table.text(row: row, column: word).count) && table.text(row: row, column: item) != "name"
    }
    let ends = [["lu"], ["jie"], ["xiang"], ["da", "dao"], ["xiao", "qu"], ["cun"], ["3", "hao"], ["dong", "lu"]]
    var lot = Steps(state: 2026)
    for _ in 0..<600 {
      let row = try #require(words.randomElement(using: &lot))
      let syllables = table.text(row: row, column: reading).split(separator: " ").map(String.init)
      let typed = (syllables + (ends.randomElement(using: &lot) ?? [])).joined()
      let found = try #require(Self.decoder).candidates(for: typed, item: .address, near: ["441302"]).first
      #expect(found?.reading.split(separator: " ").joined() == typed, "\(typed) \(found?.text ?? "")")
    }
  }

  // MARK: Rare characters

  @Test func `a rare character stands behind the common ones of its reading, and in its radical`() throws {
    let place = try #require(try texts("hong", .name, after: "欧阳", limit: 400).firstIndex(of: "𬭎"))
    #expect((9..<40).contains(place), "behind the common ones, and before those that no list has")
    for code in ["U+2CB4E", "u+2cb4e", "u2cb4e", "U2CB4E"] { #expect(try texts(code, .name) == ["𬭎"]) }
    #expect(try texts("167.7", .name, limit: 100).contains("𬭎"))
    #expect(try texts("u5", .name, limit: 40).contains("钅"))
    #expect(try texts("u钅7", .name, limit: 100).contains("𬭎"))
    #expect(try texts("钅7", .name, limit: 100).contains("𬭎"))
    // The same form stands for a hill on the left, and for a city on the right.
    #expect(Set(["郑", "除"]).isSubset(of: try texts("阝6", .name, limit: 200) + texts("阝7", .name, limit: 200)))
  }

  @Test func `the syllables are those that characters are read with, and every place's`() throws {
    let known = Set(MandarinSyllables.all.split(separator: " ").map(String.init))
    #expect(known == Set(try HanziTable(in: .embedded).keys(.reading)))
    let index = SearchIndex.divisions(try Divisions(in: .embedded))
    let unknown = index.syllables.map { syllable in
      let letters = (0..<8).map { UInt8(truncatingIfNeeded: syllable >> UInt64(8 * $0)) }.filter { $0 != 0 }
      return String(decoding: letters, as: UTF8.self)
    }.filter { !known.contains($0) }
    // Which the table has beside lve.
    #expect(unknown == ["lue"])
  }

  @Test func `a radical and its strokes leave few characters to look through`() throws {
    let table = try HanziTable(in: .embedded)
    let counts = table.keys(.radical).map { table.characters(.radical, $0).count }.sorted()
    #expect(counts[counts.count / 2] <= 10)
    // Every form leads somewhere.
    for strokes in table.keys(.form) {
      for form in table.characters(.form, strokes) {
        let radicals = table.radicals(form)
        #expect(
          radicals.contains { radical in (0...20).contains { !table.characters(.radical, "\(radical).\($0)").isEmpty } }
        )
      }
    }
  }

  @Test func `a character says how it is read and where a dictionary has it`() throws {
    let scalar = try #require("𬭎".unicodeScalars.first)
    let origin = try #require(Self.decoder).origin(of: [scalar])[scalar]
    #expect(origin == PinyinDecoder.Origin(reading: "hong", radical: .init(form: "钅", strokes: 7)))
    let water = try #require("永".unicodeScalars.first)
    #expect(try #require(Self.decoder).origin(of: [water])[water]?.radical == .init(form: "水", strokes: 1))
  }

  @Test func `the places near the kindergarten come before others of their initials`() throws {
    #expect(try texts("hcq", .address, near: "441302").first == "惠城区")
    #expect(try texts("hcq", .address, near: "210381").first != "惠城区")
  }

  // MARK: Whatever is typed

  static let odd = [
    "", "'", "1", "王", "\u{1B}[31m", "qqqqqqqq", "u", "uuuuuuu", "U+", "U+D800", "U+110000", "u99999", "氵", "氵9999",
    ".", "85.",
    "-1.3", "a\u{0}b", "v", "i", "zzzzzzzzzzzzzzzz", "\u{FFFD}\u{FFFD}", "a\u{301}b",
    String(repeating: "zhuang", count: 400), String(repeating: "z", count: 3_000),
    String(repeating: "u", count: 90_000),
  ]

  @Test(arguments: odd)
  func `whatever is typed, nothing but hanzi and what was typed comes back`(_ typed: String) throws {
    for item in PinyinItem.allCases {
      for candidate in try #require(Self.decoder).candidates(for: typed, item: item) {
        let isPlain = candidate.text.unicodeScalars.allSatisfy { $0.isHanzi || (0x21...0x7E).contains($0.value) }
        #expect(isPlain && candidate.length > 0 && candidate.length <= typed.utf8.count)
      }
    }
  }

  // MARK: How good

  @Test func `of 600 names the surname stands among nine, and what follows as well`() throws {
    var lot = Steps(state: 2026)
    var (surnames, given, characters, keys, hanzi) = (0, 0, 0, 0, 0)
    for _ in 0..<600 {
      let surname = try #require(PinyinSamples.surnames.randomElement(using: &lot))
      let rest = try (0..<Int.random(in: 1...2, using: &lot)).map { _ in
        try #require(PinyinSamples.given.randomElement(using: &lot))
      }
      let typed = (surname.readings + rest.flatMap(\.readings)).joined()
      if try texts(typed, .name).contains(surname.text) { surnames += 1 }
      var before = surname.text
      hanzi += surname.text.count + rest.count
      keys += try keysNeeded(for: surname, after: "")
      for (place, character) in rest.enumerated() {
        characters += 1
        let open = rest[place...].flatMap(\.readings).joined()
        if try texts(open, .name, after: before).contains(character.text) { given += 1 }
        keys += try keysNeeded(for: character, after: before)
        before += character.text
      }
    }
    #expect(surnames >= 594)
    #expect(given * 100 >= characters * 85)
    #expect(keys * 10 <= hanzi * 33)
  }

  /// Letters until the text stands among nine, and the digit that takes it.
  private func keysNeeded(for sample: PinyinSamples.Sample, after before: String) throws -> Int {
    let letters = sample.readings.joined()
    for count in 1...letters.count
    where try texts(String(letters.prefix(count)), .name, after: before).contains(sample.text) {
      return count + 1
    }
    // The pages behind, and a digit.
    let all = try texts(letters, .name, after: before, limit: 400)
    return letters.count + 1 + (all.firstIndex(of: sample.text) ?? 400) / 9
  }

  @Test(arguments: [(slips: false, wanted: 88), (slips: true, wanted: 85)])
  func `of 300 addresses most characters are right at once`(_ slips: Bool, _ wanted: Int) throws {
    var lot = Steps(state: 2026)
    var (right, total) = (0, 0)
    for number in 0..<300 {
      var parts: [PinyinSamples.Sample] = []
      if !number.isMultiple(of: 4) { parts += PinyinSamples.places.randomElement(using: &lot).map { [$0] } ?? [] }
      parts += PinyinSamples.roads.randomElement(using: &lot).map { [$0] } ?? []
      if Bool.random(using: &lot), let tail = PinyinSamples.tails.randomElement(using: &lot) { parts.append(tail) }
      var readings = parts.flatMap(\.readings)
      if slips { readings = PinyinSamples.southern(readings, number) ?? readings }
      let text = parts.map(\.text).joined()
      let found = try texts(readings.joined(), .address, near: "441302").first ?? ""
      total += text.count
      right += zip(found, text).count { $0 == $1 }
    }
    #expect(right * 100 >= total * wanted)
  }
}
