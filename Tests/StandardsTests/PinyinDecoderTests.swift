import TestSupport
import Testing

@testable import Standards

/// Chinese from letters, measured over invented names and addresses.
@Suite struct PinyinDecoderTests {
  static let decoder = try? PinyinDecoder(folder: .embedded)

  private func candidates(
    _ typed: String, _ item: PinyinItem, near: String? = nil, limit: Int = 9
  ) throws -> [PinyinCandidate] {
    try #require(Self.decoder).candidates(for: typed, item: item, near: near, limit: limit)
  }

  @Test(arguments: [
    ("panxiaoming", PinyinItem.name, "潘"), ("ouyanghong", .name, "欧阳"), ("yuchi", .name, "尉迟"), ("zh", .name, "张"),
    ("xiaoming", .given, "小"), ("lvxiaobu", .name, "吕"), ("xi'an", .text, "西安"),
    ("guangdongshenghuizhoushihuichengqu", .address, "广东省惠州市惠城区"), ("fosanshisundequ", .address, "佛山市顺德区"),
    ("JieFangDongLu", .address, "解放东路"), ("U+2B5AF", .name, "𫖯"), ("167.5", .name, "钱"),
  ])
  func `the likeliest comes first`(_ typed: String, _ item: PinyinItem, _ wanted: String) throws {
    #expect(try candidates(typed, item).first?.text == wanted)
  }

  @Test(arguments: [
    ("shanxiaoyan", PinyinItem.name, "单"), ("qiu", .name, "仇"), ("maimaiti", .name, "买"), ("hcq", .address, "惠城区"),
    ("cen", .name, "岑"), ("nv", .text, "女"),
  ])
  func `what is rarer stands among the first nine`(_ typed: String, _ item: PinyinItem, _ wanted: String) throws {
    let texts = try candidates(typed, item, near: "441302").map(\.text)
    #expect(texts.contains(wanted))
  }

  @Test func `rare characters stand behind the common ones of their reading`() throws {
    let all = try candidates("hong", .given, limit: 400)
    let place = try #require(all.firstIndex { $0.text == "𬭎" })
    #expect(place > 9)
    let iron = try candidates("167.8", .name, limit: 400).map(\.text)
    #expect(Set(["锗", "锦"]).isSubset(of: iron))
  }

  @Test func `the places near the kindergarten come before others of their initials`() throws {
    let (near, far) = (try candidates("hcq", .address, near: "441302"), try candidates("hcq", .address))
    #expect(near.first { $0.text.hasSuffix("区") }?.text == "惠城区")
    #expect(far.first { $0.text.hasSuffix("区") }?.text != "惠城区")
  }

  @Test(arguments: ["", "'", "1", "王", "\u{1B}[31m", "qqqqqqqq", String(repeating: "zhuang", count: 400)])
  func `whatever is typed, nothing but hanzi comes back`(_ typed: String) throws {
    for item in PinyinItem.allCases {
      let texts = try candidates(typed, item).map(\.text)
      let areHanzi = texts.joined().unicodeScalars.allSatisfy { $0.isHanzi }
      #expect(areHanzi)
    }
  }

  // MARK: How good

  @Test func `of 400 names the surname stands among nine, and what follows as well`() throws {
    var lot = Steps(state: 2026)
    var (surnames, given, characters, keys, hanzi) = (0, 0, 0, 0, 0)
    for _ in 0..<400 {
      let surname = try #require(PinyinSamples.surnames.randomElement(using: &lot))
      let rest = try (0..<Int.random(in: 1...2, using: &lot)).map { _ in
        try #require(PinyinSamples.given.randomElement(using: &lot))
      }
      let typed = (surname.readings + rest.flatMap(\.readings)).joined()
      if try candidates(typed, .name).contains(where: { $0.text == surname.text }) { surnames += 1 }
      for character in rest {
        characters += 1
        if try candidates(character.readings[0], .given).contains(where: { $0.text == character.text }) { given += 1 }
      }
      for (sample, item) in [(surname, PinyinItem.name)] + rest.map({ ($0, .given) }) {
        hanzi += sample.text.count
        keys += try keysNeeded(for: sample, item)
      }
    }
    #expect(surnames >= 396)
    #expect(given * 100 >= characters * 85)
    #expect(keys * 10 <= hanzi * 33)
  }

  /// Letters until the text stands among nine, and the digit that takes it.
  private func keysNeeded(for sample: PinyinSamples.Sample, _ item: PinyinItem) throws -> Int {
    let letters = sample.readings.joined()
    for count in 1...letters.count
    where try candidates(String(letters.prefix(count)), item).contains(where: { $0.text == sample.text }) {
      return count + 1
    }
    // The next nine, and a digit.
    return letters.count + 2
  }

  @Test(arguments: [(slips: false, wanted: 88), (slips: true, wanted: 85)])
  func `of 200 addresses most characters are right at once`(_ slips: Bool, _ wanted: Int) throws {
    var lot = Steps(state: 2026)
    var (right, total) = (0, 0)
    for number in 0..<200 {
      var parts = [PinyinSamples.places, PinyinSamples.roads].compactMap { $0.randomElement(using: &lot) }
      if Bool.random(using: &lot), let tail = PinyinSamples.tails.randomElement(using: &lot) { parts.append(tail) }
      var readings = parts.flatMap(\.readings)
      if slips { readings = PinyinSamples.southern(readings, number) ?? readings }
      let text = parts.map(\.text).joined()
      let found = try candidates(readings.joined(), .address).first?.text ?? ""
      total += text.count
      right += zip(found, text).count { $0 == $1 }
    }
    #expect(right * 100 >= total * wanted)
  }
}
