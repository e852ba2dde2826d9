import Testing

@testable import Terminal

/// Feeds reads at times and lets the deadlines pass, as the loop does.
func decoded(_ reads: [(Int, String)], bracketsPaste: Bool = true, until end: Int = 60_000) -> [Event] {
  decoded(reads.map { ($0.0, Array($0.1.utf8)) }, bracketsPaste: bracketsPaste, until: end)
}

func decoded(_ reads: [(Int, [UInt8])], bracketsPaste: Bool = true, until end: Int = 60_000) -> [Event] {
  var decoder = KeyDecoder(bracketsPaste: bracketsPaste)
  var events: [Event] = []
  for (time, bytes) in reads + [(end, [])] {
    while let deadline = decoder.deadline, deadline <= time { events += decoder.timeout(at: deadline) }
    events += decoder.feed(bytes, at: time)
  }
  return events
}

private func keys(_ keys: Key...) -> [Event] { keys.map { .key($0) } }
private func typed(_ text: String) -> [Event] { text.unicodeScalars.map { .key(.text($0)) } }

@Suite struct KeyDecoderTests {
  /// Sequence after the Esc, its key, and which terminal sends it.
  static let sequences: [(String, Key, String)] = [
    ("[A", .up, "xterm"), ("[B", .down, "xterm"), ("[C", .right, "xterm"), ("[D", .left, "xterm"),
    ("OA", .up, "xterm, application mode"), ("OB", .down, "vt100"), ("OC", .right, "vt100"), ("OD", .left, "vt100"),
    ("[H", .home, "xterm"), ("[F", .end, "xterm"), ("OH", .home, "xterm"), ("OF", .end, "xterm"),
    ("[1~", .home, "screen, tmux, linux"), ("[4~", .end, "screen, tmux, linux"),
    ("[7~", .home, "rxvt"), ("[8~", .end, "rxvt"),
    ("[2~", .insert, "all"), ("[3~", .delete, "all"), ("[5~", .pageUp, "all"), ("[6~", .pageDown, "all"),
    ("[Z", .backTab, "all"),
    ("[1;2A", .up, "xterm, Shift"), ("[1;5A", .up, "xterm, Ctrl"),
    ("[1;5C", .wordRight, "xterm, Ctrl"), ("[1;5D", .wordLeft, "xterm, Ctrl"),
    ("[1;3C", .wordRight, "xterm, Alt"), ("[1;3D", .wordLeft, "xterm, Alt"), ("[1;9D", .wordLeft, "xterm, Meta"),
    ("[1;2C", .right, "xterm, Shift"), ("[3;5~", .deleteWordForward, "xterm, Ctrl-Delete"), ("[3;2~", .delete, "xterm"),
    ("O5C", .wordRight, "old xterm, Ctrl"), ("O5D", .wordLeft, "old xterm, Ctrl"),
    ("Oc", .wordRight, "rxvt, Ctrl"), ("Od", .wordLeft, "rxvt, Ctrl"), ("Oa", .up, "rxvt, Ctrl"),
    ("[a", .up, "rxvt, Shift"),
    ("[3^", .deleteWordForward, "rxvt, Ctrl"), ("[3$", .delete, "rxvt, Shift"), ("[3@", .deleteWordForward, "rxvt"),
    ("OP", .function(1), "xterm, vt100"), ("OQ", .function(2), "xterm"), ("OR", .function(3), "xterm"),
    ("OS", .function(4), "xterm"), ("[11~", .function(1), "rxvt, old xterm"), ("[12~", .function(2), "rxvt"),
    ("[13~", .function(3), "rxvt"), ("[14~", .function(4), "rxvt"), ("[15~", .function(5), "xterm"),
    ("[17~", .function(6), "xterm"), ("[18~", .function(7), "xterm"), ("[19~", .function(8), "xterm"),
    ("[20~", .function(9), "xterm"), ("[21~", .function(10), "xterm"), ("[23~", .function(11), "xterm"),
    ("[24~", .function(12), "xterm"), ("[25~", .function(13), "linux"), ("[34~", .function(20), "linux"),
    ("[[A", .function(1), "linux console"), ("[[E", .function(5), "linux console"),
    ("[1;2P", .function(1), "xterm, Shift"), ("[21;5~", .function(10), "xterm, Ctrl"),
    ("OM", .enter, "keypad"), ("Op", .text("0"), "keypad"), ("Oy", .text("9"), "keypad"), ("Oj", .text("*"), "keypad"),
  ]

  @Test(arguments: sequences)
  func `a sequence is its key, whole, split anywhere and slow`(tail: String, key: Key, terminal: String) {
    let bytes = Array("\u{1B}\(tail)".utf8)
    #expect(decoded([(0, bytes)]) == keys(key), "\(terminal)")
    for split in 1..<bytes.count {
      for gap in [0, 30, 200, 790] {
        let reads = [(0, Array(bytes[..<split])), (gap, Array(bytes[split...]))]
        #expect(decoded(reads) == keys(key), "\(terminal), split after \(split), \(gap) ms")
      }
    }
    for gap in [0, 100, 790] {
      #expect(decoded(bytes.enumerated().map { ($0 * gap, [$1]) }) == keys(key), "\(terminal), \(gap) ms a byte")
    }
    // Between other keys nothing spills over.
    #expect(decoded([(0, Array("甲".utf8) + bytes + Array("乙".utf8))]) == typed("甲") + keys(key) + typed("乙"))
  }

  @Test(arguments: [
    ("\r", Key.enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\u{1}", .control("a")), ("\u{3}", .control("c")), ("\u{F}", .control("o")), ("\u{11}", .control("q")),
    ("\u{13}", .control("s")), ("\u{17}", .deleteWordBack), ("\u{1A}", .control("z")), ("\u{1F}", .control("_")),
    ("\0", .control("@")), ("\u{1B}b", .wordLeft), ("\u{1B}f", .wordRight), ("\u{1B}d", .deleteWordForward),
    ("\u{1B}\u{7F}", .deleteWordBack), ("\u{1B}\u{8}", .deleteWordBack), ("\u{1B}\u{1B}[D", .wordLeft),
    ("\u{1B}\u{1B}OA", .up), ("a", .text("a")), ("王", .text("王")), ("𠮷", .text("𠮷")), ("\u{31350}", .text("\u{31350}")),
  ])
  func `a short key`(bytes: String, key: Key) { #expect(decoded([(0, bytes)]) == keys(key)) }

  @Test(arguments: [
    "[I", "[O", "[?1;2c", "[?2004;1$y", "[?1007;1$y", "[>0;276;0c", "[99~", "[200z", "[u", "[0u", "[?0u",
    // What another program has asked of the mouse: X10, rxvt, SGR.
    "[M !!", "[M#\u{7F}~", "[MC[A", "[M@MM", "[0;10;10M", "[<0;10;10M", "[<64;123;40M", "[<0;10;10m",
    "[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27x", "OZ", "O\u{7E}", "[[Z",
    "]11;rgb:0000/0000/0000\u{7}", "]11;rgb:00/00/00\u{1B}\\", "P1$r0m\u{1B}\\",
  ])
  func `an unknown sequence is swallowed whole`(tail: String) {
    #expect(decoded([(0, "甲\u{1B}\(tail)乙")]) == typed("甲乙"))
  }

  struct Timed: Sendable {
    let reads: [(Int, String)]
    let events: [Event]
    let why: String

    init(_ reads: [(Int, String)], _ events: [Event], _ why: String) {
      self.reads = reads
      self.events = events
      self.why = why
    }
  }

  static let timed: [Timed] = [
    Timed([(0, "\u{1B}")], keys(.escape), "a lone Esc, after its silence"),
    Timed([(0, "\u{1B}"), (799, "[A")], keys(.up), "the last moment"),
    Timed([(0, "\u{1B}"), (900, "[A")], keys(.escape), "a tail that is late is not typed"),
    Timed([(0, "\u{1B}"), (900, "OB")], keys(.escape), "nor in application mode"),
    Timed([(0, "\u{1B}"), (900, "["), (1900, "A")], keys(.escape), "nor slower still"),
    Timed([(0, "\u{1B}"), (900, "[1;5C甲")], keys(.escape) + typed("甲"), "and what follows is"),
    Timed([(0, "\u{1B}"), (900, "["), (9000, "甲")], keys(.escape) + typed("[甲"), "a bracket that somebody typed"),
    Timed([(0, "\u{1B}"), (900, "O"), (1000, "A")], keys(.escape) + typed("OA"), "letters that somebody typed"),
    Timed([(0, "\u{1B}"), (6000, "[A")], keys(.escape) + typed("[A"), "long after"),
    Timed([(0, "\u{1B}"), (300, "甲")], keys(.escape) + typed("甲"), "Esc and then a letter"),
    Timed([(0, "\u{1B}"), (300, "b")], keys(.escape) + typed("b"), "not Alt-b"),
    Timed([(0, "\u{1B}"), (300, "\r")], keys(.escape, .enter), "Esc and then Enter"),
    Timed([(0, "\u{1B}\u{1B}")], keys(.escape), "two at once are one"),
    Timed([(0, "\u{1B}"), (200, "\u{1B}")], keys(.escape), "two in a hurry are one"),
    Timed([(0, "\u{1B}"), (200, "\u{1B}[A")], keys(.escape, .up), "Esc and then an arrow"),
    Timed([(0, "\u{1B}"), (2000, "\u{1B}")], keys(.escape, .escape), "two with a silence between are two"),
    Timed([(0, "\u{1B}x")], keys(.escape) + typed("x"), "nothing that was typed is lost"),
    Timed([(0, "\u{1B}王")], keys(.escape) + typed("王"), "nor a hanzi"),
    Timed([(0, "\u{1B}[")], [], "Alt-[ is nothing"),
    Timed([(0, "\u{1B}["), (500, "\r")], keys(.enter), "and traps no key"),
    Timed([(0, "\u{1B}["), (500, "王")], typed("王"), "nor a hanzi"),
    Timed([(0, "\u{1B}[\u{1B}[A")], keys(.up), "a sequence that another one breaks off"),
    Timed([(0, "\u{1B}]")], keys(.escape) + typed("]"), "Alt-] alone begins no string"),
  ]

  @Test(arguments: timed)
  func `Esc is told from the beginning of a key by time`(timed: Timed) {
    #expect(decoded(timed.reads) == timed.events, "\(timed.why)")
  }

  @Test func `the deadline is that of the last byte`() {
    var decoder = KeyDecoder()
    #expect(decoder.deadline == nil)
    _ = decoder.feed([0x1B], at: 1_000)
    #expect(decoder.deadline == 1_800)
    #expect(decoder.timeout(at: 1_799) == [])
    #expect(decoder.timeout(at: 1_800) == keys(.escape))
    #expect(decoder.deadline == nil)
  }

  @Test(
    arguments: [
      ([0xFF, 0x61], "a", "no byte of UTF-8"), ([0xE7, 0x8E, 0x61], "a", "cut short"),
      ([0xC0, 0x80, 0x61], "a", "longer than need be"), ([0xED, 0xA0, 0x80, 0x61], "a", "a surrogate"),
      ([0xF4, 0x90, 0x80, 0x80, 0x61], "a", "beyond Unicode"), ([0x80, 0x61], "a", "a stray continuation"),
      ([0xC2, 0x9B, 0x61], "a", "a control of eight bits"), ([0xE7, 0xE7, 0x8E, 0x8B], "王", "begun twice"),
      ([0xB0, 0xA1], "", "GBK"),
    ] as [([UInt8], String, String)])
  func `what is not UTF-8 is dropped, and nothing else`(bytes: [UInt8], text: String, why: String) {
    #expect(decoded([(0, bytes)]) == typed(text), "\(why)")
    #expect(decoded(bytes.enumerated().map { ($0 * 10, [$1]) }) == typed(text), "\(why), a byte at a time")
  }

  @Test func `any bytes in any reads give text without controls, and no trap`() {
    var seed: UInt64 = 7
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let bits: [[UInt8]] = [
      [0x1B], [0x5B], [0x4F], [0x1B, 0x5B], Array("200~".utf8), Array("201~".utf8), Array("王".utf8), [0x0D], [0x0A],
      Array("\u{1B}]1;".utf8), Array("a1;$~".utf8), [0xE7], [0x80],
    ]
    for _ in 0..<2_000 {
      var decoder = KeyDecoder(bracketsPaste: random(2) == 0)
      var now = 0
      for _ in 0..<random(12) {
        var bytes: [UInt8] = []
        for _ in 0...random(8) { bytes += random(3) == 0 ? [UInt8(random(256))] : bits[random(bits.count)] }
        for event in decoder.feed(bytes, at: now) {
          if case .key(.text(let scalar)) = event {
            #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
          }
        }
        now += [0, 1, 60, 900, 6_000][random(5)]
        _ = decoder.timeout(at: now)
      }
      // After a silence everything is as at the beginning: Enter is Enter.
      now += 10_000
      while let deadline = decoder.deadline { _ = decoder.timeout(at: max(now, deadline)) }
      #expect(decoder.feed([0x0D], at: now + 10_000).last == .key(.enter))
    }
  }
}
