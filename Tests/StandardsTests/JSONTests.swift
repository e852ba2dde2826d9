import Standards
import Testing

@Suite struct JSONTests {
  /// What RFC 8259 allows, and how it is written again without line breaks.
  @Test(arguments: [
    ("{}", "{}"), ("[]", "[]"), (" [ ] ", "[]"), ("null", "null"), ("\ttrue\r\n", "true"), ("false", "false"),
    ("0", "0"), ("-0", "-0"), ("-0.0e-0", "-0.0e-0"), ("1E+400", "1E+400"),
    ("12345678901234567890.12345678901234567890", "12345678901234567890.12345678901234567890"),
    (#""""#, #""""#), (#""潘小明""#, #""潘小明""#), (#""𠮷""#, #""𠮷""#), (#""\ud842\udfb7""#, #""𠮷""#),
    (#""\u6f58\/\b\f\n\r\t\"\\""#, #""潘/\u0008\u000c\n\r\t\"\\""#), (#""\u0000""#, #""\u0000""#),
    (#"{"b":1,"a":[{"c":null}]}"#, #"{"a":[{"c":null}],"b":1}"#),
    ("\u{FEFF}[1]", "[1]"),
  ])
  func `what the standard allows is read and written`(text: String, written: String) throws {
    #expect(String(decoding: try JSONValue.parse(Array(text.utf8)).serialized(pretty: false), as: UTF8.self) == written)
  }

  /// What RFC 8259 forbids, with the byte where it goes wrong.
  @Test(arguments: [
    ("", JSONError.Code.unexpectedEnd, 0), ("   ", .unexpectedEnd, 3),
    ("[", .unexpectedEnd, 1),
    ("{", .unexpectedEnd, 1),
    ("[1", .unexpectedEnd, 2),
    ("[1,]", .unexpectedByte, 3), ("[,1]", .unexpectedByte, 1),
    ("[1 2]", .unexpectedByte, 3),
    (#"{"a"}"#, .unexpectedByte, 4), (#"{"a":}"#, .unexpectedByte, 5), (#"{"a":1,}"#, .unexpectedByte, 7),
    ("{a:1}", .unexpectedByte, 1), ("{'a':1}", .unexpectedByte, 1), ("[1]]", .trailingBytes, 3),
    ("1 2", .trailingBytes, 2),
    ("01", .trailingBytes, 1), ("+1", .unexpectedByte, 0), (".5", .unexpectedByte, 0), ("1.", .unexpectedEnd, 2),
    ("-", .unexpectedEnd, 1), ("-a", .invalidNumber, 1), ("1.e1", .invalidNumber, 2), ("1e", .unexpectedEnd, 2),
    ("1e+x", .invalidNumber, 3), ("NaN", .unexpectedByte, 0), ("Infinity", .unexpectedByte, 0),
    ("nul", .unexpectedEnd, 3), ("nulL", .unexpectedByte, 3), ("True", .unexpectedByte, 0),
    (#""a"#, .unexpectedEnd, 2), ("\"a\nb\"", .controlCharacter, 2), ("\"\u{1}\"", .controlCharacter, 1),
    (#""\n"# + "\t\"", .controlCharacter, 3), (#""\x41""#, .invalidEscape, 2), (#""\u12G4""#, .invalidEscape, 5),
    (#""\u12"#, .unexpectedEnd, 5), (#""\ud842""#, .invalidEscape, 7), (#""\ud842x""#, .invalidEscape, 7),
    (#""\ud842\u0041""#, .invalidEscape, 13), (#""\udfb7""#, .invalidEscape, 7), (#"{"a":1,"a":2}"#, .doubledKey, 7),
    ("// no\n1", .unexpectedByte, 0), ("\u{A0}1", .unexpectedByte, 0), ("\u{FEFF}\u{FEFF}1", .unexpectedByte, 3),
  ])
  func `what the standard forbids is refused where it stands`(text: String, code: JSONError.Code, offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(Array(text.utf8)) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }

  /// RFC 3629: overlong forms, surrogates, lone continuations, cut characters, beyond U+10FFFF.
  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x80], [0xE6, 0xBD], [0xF4, 0x90, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are refused`(bytes: [UInt8]) {
    for prefix in ["\"", "\"\\n"] {
      let error = #expect(throws: JSONError.self) { try JSONValue.parse(Array(prefix.utf8) + bytes + [0x22]) }
      #expect(error?.code == .invalidUTF8)
    }
  }

  @Test func `an error counts lines and characters as an editor does`() {
    let text = "{\n  \"姓名\": \"潘小明\",\n  \"籍贯\": 惠州\n}"
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(Array(text.utf8)) }
    #expect(error?.line == 3)
    #expect(error?.column == 9)
    #expect(error?.description == "3:9 unexpected-byte")
  }

  @Test func `nesting is allowed so deep and no deeper`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    _ = try JSONValue.parse(nested(64))
    _ = try JSONValue.parse(nested(3), maximumDepth: 3)
    for bytes in [nested(65), Array(repeating: UInt8(ascii: "["), count: 1 << 20)] {
      let error = #expect(throws: JSONError.self) { try JSONValue.parse(bytes) }
      #expect(error?.code == .tooDeep)
      #expect(error?.offset == 64)
    }
  }

  @Test func `more values than a record can have end in an error`() throws {
    let text = "[" + Array(repeating: "{\"a\":1}", count: 131_071).joined(separator: ",") + "]"
    #expect(try JSONValue.parse(Array(text.utf8)).array?.count == 131_071)
    for more in ["[\(text),1]", "[{\"a\":1},\(text.dropFirst())"] {
      let error = #expect(throws: JSONError.self) { try JSONValue.parse(Array(more.utf8)) }
      #expect(error?.code == .tooMany)
    }
  }

  @Test func `the pretty form has sorted keys, two spaces and a last line break`() {
    let value: JSONValue = [
      "名": [1, "two", [], [:]], "B": ["y": true, "x": .null], "a": "", "é": 0, "e\u{301}x": 0,
    ]
    let written = """
      {
        "B": {
          "x": null,
          "y": true
        },
        "a": "",
        "e\u{301}x": 0,
        "é": 0,
        "名": [
          1,
          "two",
          [],
          {}
        ]
      }

      """
    #expect(Array(written.utf8) == value.serialized(pretty: true))
  }

  /// Unicode: C0, DEL, C1, LS, PS, and the bidirectional controls of UAX 9.
  @Test func `what a terminal would obey is escaped and comes back`() throws {
    let obeyed: [UInt32] =
      Array(0...0x1F) + Array(0x7F...0x9F) + [0x61C, 0x200E, 0x200F, 0x2028, 0x2029] + Array(0x202A...0x202E)
      + Array(0x2066...0x2069)
    let text = String(String.UnicodeScalarView(obeyed.compactMap { Unicode.Scalar($0) }))
    let written = JSONValue.string(text).serialized(pretty: false)
    #expect(written.allSatisfy { (0x20..<0x7F).contains($0) })
    #expect(try JSONValue.parse(written).string.map { Array($0.utf8) } == Array(text.utf8))
    let harmless = "¥·潘𠮷🀄\u{A0}\u{AD}\u{60C}\u{200D}\u{2014}"
    #expect(JSONValue.string(harmless).serialized(pretty: false) == Array("\"\(harmless)\"".utf8))
  }

  /// U+F955 and U+51CC are equal to Swift and two names to a registry.
  @Test func `characters that are canonically equivalent stay what they are`() throws {
    for text in ["\u{F955}", "\u{51CC}", "e\u{301}", "\u{E9}"] {
      let bytes = Array("[\"\(text)\"]".utf8)
      #expect(try JSONValue.parse(bytes).serialized(pretty: false) == bytes)
    }
  }

  @Test func `members are reached by their kind`() {
    let value: JSONValue = ["a": 9, "b": [true], "c": "x"]
    #expect(value["a"]?.int == 9)
    #expect(value["a"]?.string == nil)
    #expect(value["b"]?.array?.first?.bool == true)
    #expect(value["c"]?.string == "x")
    #expect(value["d"] == nil)
    #expect(JSONValue.number("9.5").int == nil)
    #expect(JSONValue.number("99999999999999999999").int == nil)
  }
}
