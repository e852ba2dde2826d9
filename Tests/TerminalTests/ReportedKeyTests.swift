import Testing

@testable import Terminal

private func keys(_ keys: [Key]) -> [Event] { keys.map { .key($0) } }
private func typed(_ text: String) -> [Event] { text.unicodeScalars.map { .key(.text($0)) } }

/// Keyboards that name each key with what was held, as another program may have left them: a key means what it means
/// without.
@Suite struct ReportedKeyTests {
  /// The sequence after the Esc, and its keys.
  ///
  /// xterm: https://invisible-island.net/xterm/modified-keys.html; kitty: https://sw.kovidgoyal.net/kitty/keyboard-protocol/
  static let sequences: [(String, [Key])] = [
    // modifyOtherKeys.
    ("[27;5;120~", [.control("x")]), ("[27;6;88~", [.control("x")]), ("[27;5;103~", [.control("g")]),
    ("[27;5;119~", [.deleteWordBack]), ("[27;5;109~", [.enter]), ("[27;5;105~", [.tab]), ("[27;5;104~", [.backspace]),
    ("[27;5;91~", [.escape]), ("[27;5;64~", [.control("@")]), ("[27;5;32~", [.control("@")]),
    ("[27;2;88~", [.text("X")]), ("[27;2;33~", [.text("!")]), ("[27;1;28504~", [.text("潘")]),
    ("[27;2;13~", [.enter]), ("[27;5;13~", [.enter]), ("[27;5;9~", [.tab]), ("[27;2;9~", [.backTab]),
    ("[27;6;9~", [.backTab]), ("[27;2;27~", [.escape]), ("[27;5;127~", [.deleteWordBack]), ("[27;2;127~", [.backspace]),
    ("[27;3;98~", [.wordLeft]), ("[27;3;102~", [.wordRight]), ("[27;3;100~", [.deleteWordForward]),
    // kitty: plain, with Ctrl, with the shifted and the American key, with locks, pressed and repeated.
    ("[120;5u", [.control("x")]), ("[120:88;5:1u", [.control("x")]), ("[120::120;5u", [.control("x")]),
    ("[1095::120;5u", [.control("x")]), ("[120;133u", [.control("x")]), ("[120;69u", [.control("x")]),
    ("[120;5:2u", [.control("x")]), ("[97u", [.text("a")]), ("[97;1u", [.text("a")]), ("[97;2u", [.text("A")]),
    ("[97;65u", [.text("A")]), ("[97;66u", [.text("a")]), ("[97:65;2u", [.text("A")]), ("[49:33;2u", [.text("!")]),
    ("[97;;97u", [.text("a")]), ("[49;2;33u", [.text("!")]), ("[0;;28504:23567u", [.text("潘"), .text("小")]),
    ("[13u", [.enter]), ("[13;2u", [.enter]), ("[9u", [.tab]), ("[9;2u", [.backTab]), ("[9;5u", [.tab]),
    ("[27u", [.escape]),
    ("[27;129u", [.escape]), ("[127u", [.backspace]), ("[127;3u", [.deleteWordBack]), ("[32u", [.text(" ")]),
    ("[98;3u", [.wordLeft]), ("[57399u", [.text("0")]), ("[57408u", [.text("9")]), ("[57414u", [.enter]),
    ("[57417u", [.left]), ("[57417;5u", [.wordLeft]), ("[57419u", [.up]), ("[57424u", [.end]),
    ("[57376u", [.function(13)]),
    ("[1;1:1A", [.up]), ("[1;1:2B", [.down]), ("[1;5:1C", [.wordRight]), ("[3;5:1~", [.deleteWordForward]),
    ("[1;129P", [.function(1)]), ("[21;5:1~", [.function(10)]), ("[13;1:1~", [.function(3)]),
    ("[1;1:1Q", [.function(2)]),
    // A key that is let go, Shift by itself, a volume key, and what only a window's manager understands.
    ("[120;5:3u", []), ("[13;1:3u", []), ("[27;1:3u", []), ("[1;1:3A", []), ("[21;1:3~", []), ("[97;1:3u", []),
    ("[57441;2u", []), ("[57438u", []), ("[120;9u", []), ("[97;7u", []), ("[97;3u", []), ("[49;5u", []),
    ("[55296u", []), ("[1114112u", []), ("[99999999999999999999u", []), ("[27;5;~", []), ("[97;;127u", [.text("a")]),
  ]

  @Test(arguments: sequences)
  func `a key is what it is, however its bytes are read`(tail: String, expected: [Key]) {
    let bytes = Array("\u{1B}\(tail)".utf8)
    #expect(decoded([(0, bytes)]) == keys(expected))
    for split in 1..<bytes.count {
      #expect(
        decoded([(0, Array(bytes[..<split])), (30, Array(bytes[split...]))]) == keys(expected), "split after \(split)")
    }
    #expect(decoded(bytes.enumerated().map { ($0 * 20, [$1]) }) == keys(expected), "byte by byte")
    #expect(decoded([(0, Array("甲".utf8) + bytes + Array("乙".utf8))]) == typed("甲") + keys(expected) + typed("乙"))
  }

  @Test func `both modes left on at once, from the field`() {
    let events = keys([.control("x"), .control("x"), .escape, .enter])
    #expect(decoded([(0, "\u{1B}[27;5;120~\u{1B}[120;5u\u{1B}[27u\u{1B}[13u")]) == events)
  }

  @Test(
    arguments: [[UInt8]]([
      [0x20, 0x21, 0x21], [0x60, 0xFF, 0x80], [0x23, 0x7F, 0xC3], [0x61, 0xE4, 0xBD], [0x5B, 0x41, 0x1F + 1],
    ]))
  func `the mouse types nothing, whatever bytes say where it is and however they are read`(place: [UInt8]) {
    let report = Array("\u{1B}[M".utf8) + place
    let bytes = report + report + Array("甲".utf8)
    #expect(decoded([(0, bytes)]) == typed("甲"))
    for split in 1..<bytes.count {
      #expect(decoded([(0, Array(bytes[..<split])), (30, Array(bytes[split...]))]) == typed("甲"), "after \(split)")
    }
    #expect(decoded([(0, Array(repeating: report, count: 40).joined() + [0x0D])]) == keys([.enter]), "a wheel")
  }

  @Test func `what the wheel did before is remembered once it is answered`() {
    for (answer, isLeftAlone) in [
      ("?1007;2$y", true), ("?1007;1$y", false), ("?1007;0$y", false), ("?2004;2$y", false),
    ] {
      var decoder = KeyDecoder()
      #expect(decoder.feed(Array("\u{1B}[\(answer)".utf8), at: 0) == [])
      #expect(decoder.wheelWasLeftAlone == isLeftAlone, "\(answer)")
    }
  }

  @Test func `that a terminal has kitty's protocol is remembered once it is answered, and only by that answer`() {
    for (answer, can) in [
      ("?0u", true), ("?1u", true), ("?31u", true), ("0u", false), ("27u", false), ("?1007;2$y", false),
      ("?1;2c", false),
    ] {
      for split in 1...answer.utf8.count {
        var decoder = KeyDecoder()
        let bytes = Array("\u{1B}[\(answer)".utf8)
        _ = decoder.feed(Array(bytes[..<split]), at: 0)
        _ = decoder.feed(Array(bytes[split...]), at: 30)
        #expect(decoder.canMarkKeys == can, "\(answer)")
      }
    }
  }

  @Test func `a marked Esc is one at once, and one that is not marked waits`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[?0u".utf8), at: 0) == [])
    #expect(decoder.feed(Array("\u{1B}[27u".utf8), at: 1) == [.key(.escape)] && decoder.deadline == nil)
    #expect(decoder.feed([0x1B], at: 2) == [] && decoder.deadline == 2 + KeyDecoder.escapeDelay)
  }
}
