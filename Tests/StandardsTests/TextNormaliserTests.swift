import TestSupport
import Testing

@testable import Standards

@Suite struct TextNormaliserTests {
  private static let names: [(String, String)] = [
    ("潘小明", "潘小明"), (" 潘小明　", "潘小明"), ("潘 小 明", "潘小明"), ("潘　小　明", "潘小明"), ("潘小\u{200B}明\u{FEFF}", "潘小明"),
    ("Amy  Pan", "Amy Pan"), ("Ａｍｙ　Ｐａｎ", "Amy Pan"), ("潘 Amy", "潘Amy"), ("J. Smith", "J. Smith"),
    // The dot of minority names is U+00B7 (GB 18030 A1A4), whichever was typed.
    ("阿依古丽·买买提", "阿依古丽·买买提"), ("阿依古丽•买买提", "阿依古丽·买买提"), ("阿依古丽・买买提", "阿依古丽·买买提"), ("阿依古丽･买买提", "阿依古丽·买买提"),
    ("阿依古丽‧买买提", "阿依古丽·买买提"), ("阿依古丽∙买买提", "阿依古丽·买买提"), ("阿依古丽⋅买买提", "阿依古丽·买买提"), ("阿依古丽●买买提", "阿依古丽·买买提"),
    ("阿依古丽.买买提", "阿依古丽·买买提"), ("阿依古丽．买买提", "阿依古丽·买买提"), ("阿依古丽 . 买买提", "阿依古丽·买买提"),
    ("阿依古丽 • 买买提", "阿依古丽·买买提"), ("阿依古丽··买买提", "阿依古丽·买买提"), ("Ayi·Mai", "Ayi·Mai"),
    ("买买提。艾力", "买买提·艾力"), ("买买提˙艾力", "买买提·艾力"), ("买买提﹒艾力", "买买提·艾力"), ("买买提ꞏ艾力", "买买提·艾力"),
    ("买买提-艾力", "买买提·艾力"), ("买买提－艾力", "买买提·艾力"), ("买买提 — 艾力", "买买提·艾力"), ("买买提｡艾力", "买买提·艾力"),
    ("葛\u{E0100}-艾力", "葛\u{E0100}·艾力"),
    // Between Latin letters a hyphen is a hyphen.
    ("Anna-Lena Pan", "Anna-Lena Pan"), ("Anna-潘", "Anna-潘"),
    // Radicals and strokes only look like hanzi.
    ("潘\u{2F29}明", "潘小明"), ("潘\u{2EE2}明", "潘马明"), ("\u{31D0}\u{2F00}", "一一"), ("\u{2F29}.\u{2F29}", "小·小"),
    // Nobody sees these; a hanzi keeps the sign that tells its form.
    ("潘\u{200D}小\u{200C}明\u{FE0F}", "潘小明"), ("潘小明\u{E0041}", "潘小明"), ("\u{E0100}潘\u{2066}明", "潘明"),
    ("葛\u{FE00}\u{E0101}明", "葛\u{FE00}明"), ("\u{2F29}\u{E0100}", "小\u{E0100}"), ("A\u{FE00}my", "Amy"),
    // A cell of two lines.
    ("潘小明\n", "潘小明"), ("Amy\r\nPan", "Amy Pan"),
    // At an end a dot is no part of a name, and stays to be seen.
    ("·阿依古丽", "·阿依古丽"), ("阿依古丽•", "阿依古丽•"), ("阿依古丽.", "阿依古丽."),
    // Characters of every plane stay what they are, compatibility ideographs too (no normal form).
    ("𠮷\u{30000}\u{31350}\u{2EBF0}", "𠮷\u{30000}\u{31350}\u{2EBF0}"), ("\u{FA0E}\u{F9DC}", "\u{FA0E}\u{F9DC}"),
    ("葛\u{E0100}", "葛\u{E0100}"), ("e\u{301}", "e\u{301}"),
  ]

  @Test(arguments: names)
  func `a name is stored as the household book has it`(typed: String, stored: String) {
    #expect(scalars(TextNormaliser.normalise(typed, as: .personName)) == scalars(stored))
  }

  @Test(arguments: [
    ("示范路８号３栋", "示范路8号3栋"), (" 示范路  8 号 ", "示范路 8 号"), ("示范路（东）８号，三楼：左", "示范路（东）8号，三楼：左"),
    ("Ａ座／Ｂ座", "A座/B座"), ("＝示范", "=示范"), ("示范\n路", "示范 路"), ("示范\r\n路\u{2028}8号", "示范 路 8号"),
    ("\u{2F29}路", "\u{2F29}路"), ("买买提-艾力路", "买买提-艾力路"),
  ])
  func `other text keeps its spaces and its Chinese punctuation`(typed: String, stored: String) {
    #expect(scalars(TextNormaliser.normalise(typed, as: .freeText)) == scalars(stored))
  }

  @Test(arguments: [
    ("h 1234 5678", "H12345678"), ("ａ１２３４５６（３）", "A123456(3)"), ("11010519491231002ⅹ", "11010519491231002X"),
    ("Ⅹ", "X"),
    ("\t12\u{200B}34\n", "1234"), ("1234-5678", "1234-5678"),
  ])
  func `a code has no spaces and no small letters`(typed: String, stored: String) {
    #expect(TextNormaliser.normalise(typed, as: .code) == stored)
  }

  @Test func `what is normalised stays as it is when it is normalised again`() {
    let alphabet: [Unicode.Scalar] = [
      " ", "\u{3000}", "\u{A0}", "\t", ".", "．", "·", "•", "・", "潘", "明", "𠮷", "a", "Ｂ", "８", "（", "）", "＝", "\u{200B}",
      "\u{301}", "Ⅹ", "x", "-", "\u{2003}", "\u{85}", "\u{2F29}", "\u{E0100}", "\u{FE00}", "\u{FE0F}", "\u{200D}", "。",
      "ꞏ", "々",
    ]
    var steps = Steps(state: 4)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...9, using: &steps)
      let picked = (0..<count).compactMap { _ in alphabet.randomElement(using: &steps) }
      let typed = String(String.UnicodeScalarView(picked))
      for kind in [TextNormaliser.Kind.personName, .freeText, .code] {
        let once = TextNormaliser.normalise(typed, as: kind)
        let twice = TextNormaliser.normalise(once, as: kind)
        #expect(scalars(once) == scalars(twice), "\(kind) \(scalars(typed))")
      }
    }
  }

  private static let problems: [(String, TextProblem?)] = [
    ("潘小明·Amy 8号", nil), ("葛\u{E0100}", nil), ("👨\u{200D}👩", nil), ("", nil), ("\u{7E}", nil),
    ("a\u{1B}[31m", .control("\u{1B}")), ("a\0", .control("\0")), ("\u{85}", .control("\u{85}")),
    ("\u{2029}", .control("\u{2029}")), ("\u{200E}", .invisible("\u{200E}")), ("\u{2066}", .invisible("\u{2066}")),
    ("\u{FEFF}", .invisible("\u{FEFF}")), ("\u{3164}", .invisible("\u{3164}")), ("\u{F8FF}", .privateUse("\u{F8FF}")),
    ("\u{1FFFE}", .damaged("\u{1FFFE}")), ("\u{10FFFF}", .damaged("\u{10FFFF}")),
    // The first of several is named.
    ("潘\u{E000}\u{7}", .privateUse("\u{E000}")),
  ]

  @Test(arguments: problems)
  func `a character that cannot be part of an answer is named`(text: String, problem: TextProblem?) {
    #expect(TextNormaliser.problem(in: text) == problem)
    if let problem { #expect(text.unicodeScalars.contains(problem.scalar)) }
  }

  /// The sheet counts three bytes a Chinese character and one an ASCII character.
  @Test(arguments: [
    ("潘小明", 9, 3), ("Amy", 3, 0), ("𠮷\u{30000}", 6, 2), ("〇", 3, 1), ("阿·买", 9, 2), ("é×", 6, 0), ("佐々木", 9, 3),
    ("😀", 3, 0), ("", 0, 0), ("潘a", 4, 1),
  ])
  func `a text is measured as the sheet does`(text: String, bytes: Int, hanzi: Int) {
    #expect(TextMeasure.bytes(in: text) == bytes)
    #expect(TextMeasure.hanzi(in: text) == hanzi)
  }

  private static let strangers: [(String, TextProblem?)] =
    [
      "潘小明", "𠮷\u{30000}", "〇明", "佐々木", "阿依古丽·买买提", "葛\u{E0100}明", "葛\u{E0100}·明", "Amy O'Brien", "J. Smith, Jr.",
      "Anna-Lena", "Müller", "e\u{301}", "Ольга", "تۇرسۇن", "བསྟན་འཛིན", "潘3", "\u{FA0E}明",
    ].map { ($0, nil) }
    + [
      "?", "？", "□", "〓", "*", "①", "（", "(", "【", "😀", "、", "。", "ꞏ", "•", "_", "/", "+", "$", "☆", "㈠", "Ⅲ",
      "\u{20DD}",
    ].map {
      ("潘\($0)明", .notInName(Unicode.Scalar($0) ?? " "))
    }
    + [
      ("·潘明", .notInName("·")), ("潘明·", .notInName("·")), ("潘-明", .notInName("-")), ("潘明.", .notInName(".")),
      ("潘'明", .notInName("'")), ("潘\u{2F29}明", .lookAlike("\u{2F29}", hanzi: "小")),
      ("潘\u{200D}明", .invisible("\u{200D}")), ("潘明\u{FE0F}", .invisible("\u{FE0F}")),
      ("A\u{E0100}", .invisible("\u{E0100}")),
      ("潘\u{E0041}明", .invisible("\u{E0041}")), ("潘\u{FFFD}", .damaged("\u{FFFD}")),
    ]

  @Test(arguments: strangers)
  func `what no register writes a name with is named`(name: String, problem: TextProblem?) {
    #expect(TextNormaliser.problem(in: name, as: .personName) == problem)
  }

  @Test(arguments: [
    ("示范路8号（东）①楼#3, A+B", nil), ("示范路8号?", nil), ("示范路8号😀", TextProblem.picture("😀")),
    ("示范路\u{2409}8号", .picture("\u{2409}")),
    ("示范路8\u{20E3}", .picture("\u{20E3}")), ("🀄路", .picture("🀄")), ("示范\n路", .control("\n")),
  ])
  func `an address keeps everything but pictures`(text: String, problem: TextProblem?) {
    #expect(TextNormaliser.problem(in: text, as: .freeText) == problem)
  }

  @Test func `what was mended is told, each thing once`() {
    func told(_ typed: String, _ kind: TextNormaliser.Kind = .personName) -> [TextRepair] {
      TextNormaliser.repairs(in: typed, as: kind)
    }
    #expect(told(" 潘 小明　") == [] && told("阿依古丽·买买提") == [] && told("Ａmy") == [])
    #expect(told("潘\u{2F29}\u{2F29}明") == [.lookAlike("\u{2F29}", hanzi: "小")])
    #expect(told("潘\u{200D}\u{200B}明\u{FE0F}") == [.invisible])
    #expect(told("潘小明\u{E0100}") == [.variantKept("明")])
    #expect(told("买买提-艾力•潘") == [.dot("-"), .dot("•")])
    #expect(told("惠州市\n下埔路", .freeText) == [.lineBreak])
    #expect(told("441302\n", .code) == [])
  }

  /// After mending nothing is left that the check would name, but what no mending can guess.
  @Test(arguments: [
    // Of the lists of GB 18030-2005 and -2022.
    ("\u{E863}", "䶮"), ("\u{E81E}", "\u{9FB4}"), ("\u{E864}", "\u{9FBB}"), ("\u{E816}", "\u{20087}"),
    ("\u{E831}", "\u{215D7}"), ("\u{E855}", "\u{241FE}"), ("\u{E78D}", "\u{FE10}"), ("\u{E7C7}", "\u{1E3F}"),
    ("\u{E7C8}", "\u{1F9}"), ("\u{E76C}", "\u{20AC}"), ("\u{E7E7}", "\u{303E}"), ("\u{E847}", "䞍"),
  ])
  func `a character of an old font becomes the standard one, and that is told`(_ old: String, _ standard: String) {
    #expect(TextNormaliser.standard("潘\(old)明") == "潘\(standard)明")
    #expect(TextNormaliser.normalise("示\(old)路", as: .freeText) == "示\(standard)路")
    let told = TextNormaliser.repairs(in: old, as: .freeText)
    #expect(told == standard.unicodeScalars.map { .privateUse(standard: $0) })
  }

  @Test func `a private character without a standard one is refused as before`() {
    for scalar: Unicode.Scalar in ["\u{E000}", "\u{E7A0}", "\u{F8FF}"] {
      #expect(TextNormaliser.standard(String(scalar)) == String(scalar))
      #expect(TextNormaliser.problem(in: String(scalar)) == .privateUse(scalar))
    }
  }

  @Test func `a mended name holds no look-alike and nothing that nobody sees`() {
    var steps = Steps(state: 7)
    let odd: [Unicode.Scalar] = [
      "\u{2F29}", "\u{2EE2}", "\u{31D0}", "\u{200D}", "\u{FE0F}", "\u{E0100}", "\u{E0041}", "潘", "a", "·",
    ]
    for _ in 0..<5_000 {
      let picked = (0..<Int.random(in: 1...7, using: &steps)).compactMap { _ in odd.randomElement(using: &steps) }
      let name = TextNormaliser.normalise(String(String.UnicodeScalarView(picked)), as: .personName)
      switch TextNormaliser.problem(in: name, as: .personName) {
      case nil, .notInName("·"): break
      case let problem?: Issue.record("\(scalars(name)): \(problem)")
      }
    }
  }

  @Test(arguments: [
    ("潘小明", "潘\u{2F29}明"), ("潘小明", "潘小明\u{E0100}"), ("潘小明", "潘 小 明"), ("阿依古丽·买买提", "阿依古丽•买买提"),
    ("阿依古丽·买买提", "阿依古丽买买提"), ("Anna-Lena Pan", "ANNA LENA PAN"), ("José", "Jose\u{301}"), ("José", "JOSE"),
    ("Ольга A", "Oльга А"), ("豈明", "\u{F900}明"), ("潘工", "潘エ"), ("潘\u{200D}小明", "潘小\u{FE0F}明"),
  ])
  func `spellings that look the same are one name`(one: String, other: String) {
    #expect(NameKey.of(one).utf8.elementsEqual(NameKey.of(other).utf8))
  }

  @Test(arguments: [("潘小明", "潘晓明"), ("潘小明", "潘小"), ("Anna", "Anne"), ("汉", "漢"), ("?", "")])
  func `other names stay other names`(one: String, other: String) {
    #expect(!NameKey.of(one).utf8.elementsEqual(NameKey.of(other).utf8))
  }

  @Test(arguments: ["不知道", " 不 知 道 ", "无", "無。", "没有", "沒有", "同上", "待补", "待補", "测试", "（无）", "暂无"])
  func `a word that says nothing is no answer`(text: String) { #expect(TextPlaceholder.isOne(text)) }

  @Test(arguments: ["", "吴有", "无锡市1号", "没有路8号", "同上村3组", "测试路1号", "潘无"])
  func `a text with such a word in it is one`(text: String) { #expect(!TextPlaceholder.isOne(text)) }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
