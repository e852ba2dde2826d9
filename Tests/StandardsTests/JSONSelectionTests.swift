import Standards
import Testing

@Suite struct JSONSelectionTests {
  static let selection = JSONSelection.members([
    ("format", .all), ("answers", .each(.members([("value", .all), ("owed", .all)]))),
  ])

  @Test func `what is selected is kept, and nothing else`() throws {
    let text = #"""
      { "format" : "x/1", "history": [{"a": [1, -2.5e3, true, null, "\"\u6f58\\"]}, [], {}], "other": {"value": 1},
        "answers": {"name": {"by": {"role": "潘"}, "value": "潘\n小明"}, "sex": {"owed": {"reason": ["ask"]}}, "plain": "1"} }
      """#
    let kept = try JSONValue.parse(Array(text.utf8), keeping: Self.selection)
    #expect(
      kept == [
        "format": "x/1",
        "answers": ["name": ["value": "潘\n小明"], "sex": ["owed": ["reason": ["ask"]]], "plain": "1"],
      ])
    #expect(try JSONValue.parse(Array(text.utf8), keeping: .all) == JSONValue.parse(Array(text.utf8)))
    #expect(try JSONValue.parse(Array(text.utf8), keeping: .nothing) == .null)
  }

  @Test(arguments: [
    #"{"x": [1, 2,]}"#, #"{"x": {"a": 1 "b": 2}}"#, #"{"x": "\q"}"#, #"{"x": "\ud800"}"#, #"{"x": 01}"#, #"{"x": tru}"#,
    #"{"x": 1} 2"#, #"{"x": "a"#, #"{"x": {"a": 1"#, "{\"x\": \"a\u{1}\"}", #"{"x"}"#, #"{"x": }"#, #"{x: 1}"#, "",
  ])
  func `what is not kept is read as strictly, with the mistake at the same place`(text: String) {
    let whole = #expect(throws: JSONError.self) { try JSONValue.parse(Array(text.utf8)) }
    let part = #expect(throws: JSONError.self) { try JSONValue.parse(Array(text.utf8), keeping: Self.selection) }
    #expect(whole == part)
  }

  @Test func `bytes that are no UTF-8 and nesting without end are refused where nothing is kept`() {
    for bytes in [
      Array(#"{"x": ""#.utf8) + [0xC3, 0x28] + Array("\"}".utf8),
      Array(#"{"x": "#.utf8) + Array(repeating: 0x5B, count: 100_000),
    ] {
      let whole = #expect(throws: JSONError.self) { try JSONValue.parse(bytes) }
      let part = #expect(throws: JSONError.self) { try JSONValue.parse(bytes, keeping: Self.selection) }
      #expect(whole == part)
    }
  }

  @Test func `a key that stands twice is refused where it is kept`() {
    for text in [#"{"answers": {"name": {}, "name": {}}}"#, #"{"format": 1, "format": 1}"#] {
      #expect(throws: JSONError.self) { try JSONValue.parse(Array(text.utf8), keeping: Self.selection) }
    }
  }
}
