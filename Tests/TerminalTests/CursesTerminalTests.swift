import Foundation
import Terminal
import TestSupport
import Testing

/// `CursesTerminal` on a real pseudo-terminal, by way of the little program TerminalProbe.
@Suite(.onOwnThreads) struct CursesTerminalTests {
  private func probe(
    _ environment: [String: String] = [:], size: Size = Size(80, 24)
  ) throws -> TerminalSession {
    try TerminalSession(command: [BuiltProgram.path("TerminalProbe")], size: size, environment: environment)
  }

  @Test(arguments: [
    "xterm-256color", "xterm", "screen-256color", "tmux-256color", "vt100", "vt220", "linux", "rxvt", "xterm-kitty",
  ])
  func `types Chinese, and the cursor stands where it is typed`(type: String) throws {
    let session = try probe(["TERM": type])
    try session.waitFor("试验 80x24")
    #expect(session.modes != session.modesBefore)
    try session.wait("place the cursor") { $0.cursor == Point(column: 4, row: 3) }
    session.send("王小明a")
    try session.waitFor("王小明a")
    try session.wait("move the cursor") { $0.cursor == Point(column: 11, row: 3) }
    session.send(.backspace)
    session.send(.backspace)
    // Between a screen's bytes the cursor passes by: what is waited for is all of it.
    try session.wait("delete") {
      $0.cursor == Point(column: 8, row: 3) && $0.screen()[3].hasPrefix("    王小 ")
        && $0.screen()[3].hasSuffix("位2")
    }
    #expect(session.screen()[23] == "  ✗ 红")
    session.send(.control("x"))
    #expect(try session.exitStatus() == 0)
    #expect(session.modes == session.modesBefore)
    #expect(session.isGivenBack)
    #expect(!session.screen().contains { $0.contains("王") })
  }

  @Test func `what is hard to draw stands in its columns`() throws {
    let session = try probe()
    try session.waitFor("试验")
    session.send(.control("n"))
    try session.waitFor("·…|")
    let rows = session.screen()[7...10].map { $0.dropFirst(2) }
    #expect(
      rows.map { Array($0.unicodeScalars) }
        == [
          "𠮷𰻝\u{31350}\u{2EBF0}|", "👨👍🇨🇳|", "e\u{301}ñ\u{302}\u{303}|", "\u{FFFD}\u{E000}·…|",
        ].map { Array($0.unicodeScalars) })
    for (row, column) in [(7, 10), (8, 8), (9, 4), (10, 6)] {
      #expect(session.cell(column: column, row: row).text == "|")
    }
    session.send("甲")
    try session.waitFor("甲")
    #expect(session.screen()[7...10].map { $0.dropFirst(2) } == rows)
  }

  @Test func `looks say the same without colour`() throws {
    for (environment, hasColour) in [
      ([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true), (["TERM": "vt100"], false),
    ] {
      let session = try probe(environment)
      try session.waitFor("✗ 红")
      let cell = session.cell(column: 2, row: 23)
      #expect(cell.isReversed)
      #expect(cell.hasColour == hasColour, "\(environment)")
      #expect(session.cell(column: 2, row: 0).isBold)
    }
  }

  @Test func `every key reaches the program`() throws {
    let session = try probe()
    try session.waitFor("试验")
    let keys: [Key] = [
      .control("c"), .control("z"), .control("s"), .control("q"), .control("o"), .control("r"), .control("v"),
      .control("\\"), .up, .backTab, .wordLeft, .delete, .pageDown, .function(1), .function(10), .deleteWordBack,
    ]
    for key in keys {
      session.send(key)
      try session.waitFor("\(Event.key(key))")
    }
    session.send("\u{1B}")
    try session.waitFor("\(Event.key(.escape))")
  }

  @Test func `a paste obeys nothing`() throws {
    let session = try probe()
    try session.waitFor("试验")
    #expect(String(decoding: session.output, as: UTF8.self).contains("\u{1B}[?2004h"))
    session.paste("王小明\r\n\u{18}\u{1B}[21~x")
    try session.waitFor("王小明[21~x")
    session.send("好\r")
    try session.waitFor("\(Event.key(.enter))")
    session.send(.control("x"))
    #expect(try session.exitStatus() == 0)
  }

  @Test func `the wheel and the keyboard are put right at the start, and back at the end`() throws {
    let taken = "\u{1B}[?2004h\u{1B}[?1007$p\u{1B}[?1007l\u{1B}[>4;0m\u{1B}[>0u"
    for (answer, wheel) in [("", "\u{1B}[?1007h"), ("\u{1B}[?1007;1$y", "\u{1B}[?1007h"), ("\u{1B}[?1007;2$y", "")] {
      for end in ["key", "signal", "crash"] {
        let session = try probe()
        try session.waitFor("✗ 红")
        #expect(Self.text(session).components(separatedBy: taken).count == 2)
        let screen = session.screen()
        session.send(answer + "甲")
        try session.waitFor("甲")
        #expect(session.screen()[0] == screen[0], "what the terminal answers is no key")
        let sent = session.output.count
        switch end {
        case "key": session.send(.control("x"))
        case "signal": session.signal(SIGTERM)
        default: session.send(.control("t"))
        }
        _ = try session.exitStatus()
        let left = String(decoding: session.output[sent...], as: UTF8.self)
        #expect(left.contains("\u{1B}[<u\u{1B}[>4m\u{1B}[m"), "\(end)")
        #expect(left.contains("\u{1B}[?1007h") == !wheel.isEmpty, "\(end) \(answer)")
        #expect(session.isGivenBack)
      }
    }
  }

  /// The test is a terminal that has kitty's protocol: it answers the question, and then names an Esc.
  @Test(arguments: ["key", "signal", "crash"])
  func `a terminal with kitty's protocol is told to mark Esc, which nothing waits behind, and told to stop`(
    end: String
  ) throws {
    let (asked, marked) = ("\u{1B}[>0u\u{1B}[?u", "\u{1B}[=1;1u")
    let session = try probe()
    try session.waitFor("✗ 红")
    #expect(Self.text(session).contains(asked) && !Self.text(session).contains(marked), "nobody waits for an answer")
    session.send("\u{1B}[?0u")
    try session.wait("mark its keys") { Self.text($0).contains(marked) }
    session.send("甲")
    try session.waitFor("甲")
    // How soon it comes is the decoder's: it sets no deadline for a marked one (ReportedKeyTests).
    session.send("\u{1B}[27u")
    try session.waitFor("escape")
    session.send("\u{1B}[98;5u\u{1B}[127u乙")
    try session.waitFor("乙")
    #expect(session.screen()[3].hasPrefix("    乙"))
    switch end {
    case "key": session.send("\u{1B}[120;5u")
    case "signal": session.signal(SIGTERM)
    default: session.send("\u{1B}[116;5u")
    }
    _ = try session.exitStatus()
    #expect(session.isGivenBack)
    #expect(Self.text(session).components(separatedBy: marked).count == 2)
  }

  /// They have no alternate screen either, and would show a part of what they do not know.
  @Test(arguments: ["linux", "vt100", "vt220", "ansi"])
  func `a terminal that does not speak xterm's language is sent none of it`(type: String) throws {
    let session = try probe(["TERM": type])
    try session.waitFor("✗ 红")
    session.send(.control("x"))
    #expect(try session.exitStatus() == 0)
    for sequence in ["1007", "\u{1B}[>", "\u{1B}[<"] { #expect(!Self.text(session).contains(sequence), "\(sequence)") }
  }

  private static func text(_ session: TerminalSession) -> String { String(decoding: session.output, as: UTF8.self) }

  @Test func `a new size is heard of, and what is shown fits it`() throws {
    let session = try probe()
    try session.waitFor("试验 80x24")
    session.send("王小明")
    try session.waitFor("王小明")
    for size in [Size(60, 20), Size(132, 40), Size(50, 9), Size(80, 24)] {
      session.resize(size)
      try session.waitFor("试验 \(size.columns)x\(size.rows)")
      try session.waitFor("✗ 红")
      #expect(session.screen()[3].hasPrefix("    王小明"))
      try session.wait("place the cursor") { $0.cursor == Point(column: 10, row: 3) }
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal from outside ends it in order`(signal: Int32) throws {
    let session = try probe()
    try session.waitFor("试验")
    session.signal(signal)
    #expect(try session.exitStatus() == 3)
    #expect(session.modes == session.modesBefore)
    #expect(session.isGivenBack)
    #expect(session.screen().contains("left after terminate"))
  }

  @Test func `a crash gives the terminal back too`() throws {
    let session = try probe()
    try session.waitFor("试验")
    session.send(.control("t"))
    #expect(try session.exitStatus() == 128 + Int(SIGABRT))
    #expect(session.modes == session.modesBefore)
    #expect(session.isGivenBack)
    #expect(!session.screen().contains { $0.contains("试验") })
  }

  @Test func `a stop does not stop it, and after a pause it draws anew`() throws {
    let session = try probe()
    try session.waitFor("试验")
    let modes = session.modes
    session.signal(SIGTSTP)
    session.send("王")
    try session.waitFor("王")
    let sent = session.output.count
    session.signal(SIGSTOP)
    session.signal(SIGCONT)
    try session.wait("draw anew") { String(decoding: $0.output[sent...], as: UTF8.self).contains("试验") }
    #expect(session.modes == modes)
    session.send("小")
    try session.waitFor("王小")
  }

  @Test func `another thread wakes it`() throws {
    let session = try probe()
    try session.waitFor("试验")
    session.send(.control("g"))
    try session.waitFor("\(Event.wake)")
  }

  @Test func `a terminal that is gone ends it`() throws {
    let session = try probe()
    try session.waitFor("试验")
    session.hangUp()
    #expect(try session.exitStatus() == 3)
  }

  @Test(arguments: [
    (["TERM": "dumb"], TerminalProblem.dumbTerminal), (["TERM": ""], .unknownTerminal),
    (["LC_ALL": "zh_CN.GBK"], .notUTF8), (["LC_ALL": "", "LC_CTYPE": "zh_CN.gb18030", "LANG": "C.UTF-8"], .notUTF8),
    (["LC_ALL": "", "LANG": "en_US.ISO-8859-1"], .notUTF8),
  ])
  func `where the screen cannot be used, nothing of it is touched`(
    environment: [String: String], problem: TerminalProblem
  ) throws {
    let session = try probe(environment)
    #expect(try session.exitStatus() == 2)
    #expect(session.modes == session.modesBefore)
    #expect(String(decoding: session.output, as: UTF8.self) == "problem: \(problem)\r\n")
  }

  @Test(arguments: [
    ["LC_ALL": "zh_CN.UTF-8"], ["LC_ALL": "zh_CN.utf8"], ["LC_ALL": "C"], ["LC_ALL": "POSIX"],
    ["LC_ALL": "", "LANG": ""],
    ["LC_ALL": "", "LANG": "en_US.UTF-8", "LC_CTYPE": "UTF-8"], ["LC_ALL": "zh_CN"],
  ])
  func `where no other character set is named it is UTF-8, made on this machine or not`(
    environment: [String: String]
  ) throws {
    let session = try probe(environment)
    try session.waitFor("试验")
    session.send("王")
    try session.waitFor("王")
  }

  @Test func `without a terminal there is a problem and no screen`() throws {
    let path = try BuiltProgram.path("TerminalProbe")
    let session = try TerminalSession(command: ["/bin/sh", "-c", "'\(path)' </dev/null; exit $?"])
    #expect(try session.exitStatus() == 2)
    #expect(session.screen()[0] == "problem: noTerminal")
  }

  @Test func `a typed character costs few bytes`() throws {
    let session = try probe()
    try session.waitFor("试验")
    session.send("a")
    try session.waitFor("位1")
    var costs: [Int] = []
    for count in 2...30 {
      let before = session.output.count
      session.send("a")
      try session.waitFor("位\(count)")
      try session.wait("settle") { $0.cursor == Point(column: 4 + count, row: 3) }
      costs.append(session.output.count - before)
    }
    #expect(costs.sorted()[costs.count / 2] <= 40, "\(costs)")
  }
}
