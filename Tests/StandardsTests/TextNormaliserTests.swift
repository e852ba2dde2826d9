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
    ("Ａ座／Ｂ座", "A座/B座"), ("＝示范", "=示范"), ("示范\n路", "示范\n路"),
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
      "\u{301}", "Ⅹ", "x", "-", "\u{2003}", "\u{85}",
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
    ("潘小明", 9, 3), ("Amy", 3, 0), ("𠮷\u{30000}", 6, 2), ("〇", 3, 1), ("阿·买", 8, 2), ("", 0, 0), ("潘a", 4, 1),
  ])
  func `a text is measured as the sheet does`(text: String, bytes: Int, hanzi: Int) {
    #expect(TextMeasure.bytes(in: text) == bytes)
    #expect(TextMeasure.hanzi(in: text) == hanzi)
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
