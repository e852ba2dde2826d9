import Testing

@testable import Terminal

private func typed(_ text: String) -> [Event] { text.unicodeScalars.map { .key(.text($0)) } }
private let begin = "\u{1B}[200~"
private let end = "\u{1B}[201~"

@Suite struct PasteTests {
  @Test(arguments: [
    ("王小明", "王小明"), ("a\rb\nc\td", "a\rb\nc\td"), ("rm\u{18}\u{3}\u{1B}[21~x", "rm\u{18}\u{3}\u{1B}[21~x"),
    ("a\(begin)b", "ab"), ("a\(end)\r\u{18}b", "a\r\u{18}b"), ("a\u{1B}[20\(end)1~\rb", "a\rb"),
  ])
  func `a bracketed paste is one event, whatever it holds`(content: String, text: String) {
    #expect(decoded([(0, begin + content + end)]) == [.paste(text)])
    #expect(
      decoded([(0, "甲" + begin + content + end + "乙\r")]) == typed("甲") + [.paste(text)] + typed("乙") + [.key(.enter)])
  }

  @Test func `however its bytes are read`() {
    let bytes = Array("\(begin)王小明\r\nrm\u{18} x\(end)\r".utf8)
    let events: [Event] = [.paste("王小明\r\nrm\u{18} x"), .key(.enter)]
    for split in 1..<bytes.count {
      for gap in [0, 400] { #expect(decoded([(0, Array(bytes[..<split])), (gap, Array(bytes[split...]))]) == events) }
    }
    #expect(decoded(bytes.enumerated().map { ($0 * 20, [$1]) }) == events)
  }

  @Test func `one that never ends traps nobody`() {
    #expect(decoded([(0, "\(begin)王小明\r"), (9_000, "x\r")]) == [.paste("王小明\r")] + typed("x") + [.key(.enter)])
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\(begin)王小".utf8), at: 0)
    #expect(decoder.finish() == [.paste("王小")])
  }

  @Test func `of a very long one the beginning is kept, and its end is found`() throws {
    let long = String(repeating: "x", count: KeyDecoder.pasteLimit * 2)
    for chunk in [100, 4_096, 1_000_000] {
      let bytes = Array("\(begin)\(long)\(end)\r".utf8)
      let reads = stride(from: 0, to: bytes.count, by: chunk).map {
        ($0 / chunk, Array(bytes[$0..<min($0 + chunk, bytes.count)]))
      }
      #expect(decoded(reads) == [.paste(String(long.prefix(KeyDecoder.pasteLimit))), .key(.enter)])
    }
    #expect(decoded([(0, begin + end)]) == [])
  }

  @Test(arguments: [
    // Bytes of one read, whether the terminal marks pastes, whether it is a paste, why.
    ("王小明\r\nrm -rf x\u{18}", true, true, "no keyboard sends LF between text"),
    ("张三丰的地址\n惠州市惠城区", true, true, "LF alone"),
    ("13800000000\r王小明\r", true, false, "a line that was held back, and the next"),
    ("王主任\r284913\r", true, false, "a name and a PIN, typed while the machine was busy"),
    ("13800000000\r王小明\r母亲", true, true, "from a terminal that only says it has marks"),
    ("潘小明\r\r\r中国\r惠州\r", true, true, "with empty lines between"),
    ("潘小明\r中国\r", false, true, "a name and a country"),
    ("潘小明\r中国\r441302202203051236\r惠城区\r", true, true, "a row of a table, cell by cell"),
    ("441302202203051236\r", true, false, "a card reader"),
    ("441302202203051236\r\r\r", true, false, "and an Enter held down"),
    ("1\r2\r1\r1\r", true, false, "keys that came together, from a slow line"),
    ("13800000000\t王小明\t", true, false, "Tab goes on, where a terminal marks its pastes"),
    ("13800000000\r王小明\r", false, true, "from a terminal without marks"),
    ("13800000000\t王小明\t", false, true, "a row of a table"),
    ("惠州市惠城区江北街道\r", false, false, "an input method's words, and Enter"),
    ("惠州市惠城区江北街道\n", true, false, "and Enter of a terminal that sends LF"),
    ("abc\rdef\r", false, false, "too short to tell"),
    ("\u{1B}[B\u{1B}[B\u{1B}[B\u{1B}[B\u{1B}[B\u{1B}[B\r1", false, false, "an arrow held down"),
  ])
  func `lines in one read`(bytes: String, bracketsPaste: Bool, isPaste: Bool, why: String) {
    let events = decoded([(0, bytes)], bracketsPaste: bracketsPaste)
    #expect((events == [.paste(bytes)]) == isPaste, "\(why): \(events)")
    if !isPaste { #expect(events.contains(.key(.enter)) || bytes.contains("\t"), "\(why)") }
  }

  @Test func `a paste without brackets goes on in the next reads, is one paste, and no scalar is torn`() {
    let text = "王小明的地址在惠州\n惠城区\rx\r"
    let bytes = Array(text.utf8)
    for piece in 30...bytes.count {
      let reads = stride(from: 0, to: bytes.count, by: piece).map {
        ($0 / piece * 90, Array(bytes[$0..<min($0 + piece, bytes.count)]))
      }
      #expect(decoded(reads + [(900, [0x0D])]) == [.paste(text), .key(.enter)], "\(piece) bytes at a time")
    }
    #expect(decoded([(0, bytes), (10, Array("\(begin)甲\(end)乙".utf8))]) == [.paste(text), .paste("甲")] + typed("乙"))
    // Silence ends it, whoever says so.
    var decoder = KeyDecoder()
    #expect(decoder.feed(bytes, at: 0) == [] && decoder.deadline == KeyDecoder.plainPasteTail)
    #expect(decoder.timeout(at: 200) == [.paste(text)] && decoder.deadline == nil)
    #expect(decoder.feed(bytes, at: 300) == [] && decoder.finish() == [.paste(text)])
  }

  /// Nothing of it is a key, not even its last piece, and only so much is kept that a line can refuse it.
  @Test(arguments: ["x", "示", "示 "]) func `a megabyte without a line break is one paste`(pattern: String) {
    let bytes = Array(String(repeating: pattern, count: 1_048_576 / pattern.utf8.count).utf8)
    for (piece, bracketsPaste) in [(4_095, false), (65_536, true)] {
      let reads = stride(from: 0, to: bytes.count, by: piece).map {
        ($0 / piece * 20, Array(bytes[$0..<min($0 + piece, bytes.count)]))
      }
      let events = decoded(reads, bracketsPaste: bracketsPaste)
      guard events.count == 1, case .paste(let text) = events[0] else {
        Issue.record("\(events.count) events")
        continue
      }
      #expect(text.utf8.count <= KeyDecoder.pasteLimit + 3 && text.hasPrefix(pattern))
    }
  }
}
