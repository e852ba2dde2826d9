import FormModel
import Foundation
import Records
import Sheets
import Standards
import Terminal
import TestSupport
import Testing
import TextLayout

/// Paper as the bytes of a file: a page that a browser shows and obeys nothing of, and plain text.
@Suite struct PaperLayoutTests {
  /// Values that would do something if they were not shown as text.
  private static let hostile = [
    "name": "<script>alert(1)</script>", "address": "\"><b>8</b> & 'x' &amp; &#60;号",
    "native_place": "𠮷田 𰀀 \u{F955} \u{323AF}",
    "guardian_name": "a\u{202E}b\u{1B}[31mc\u{200B}d\u{FFFE}e]]>",
  ]

  private struct Parsed: Decodable {
    var rows: [[String]]
    var tags: [String]
    var attributes: [String]
    var title: String
  }

  /// The page as an independent reader of XML understands it.
  private static func parsed(_ paper: Paper) throws -> Parsed {
    let script = """
      import json, sys, xml.etree.ElementTree as E
      root = E.fromstring(sys.stdin.buffer.read())
      text = lambda node: ''.join(node.itertext())
      rows = [[text(cell) for cell in row] for row in root.iter('tr') if len(row) == 4]
      nodes = list(root.iter())
      print(json.dumps(dict(rows=rows, tags=sorted({n.tag for n in nodes}), title=root.find('head/title').text,
        attributes=sorted({a for n in nodes for a in n.attrib}))))
      """
    let outcome = try BuiltProgram.run(
      ["/usr/bin/env", "python3", "-c", script], input: Data(paper.bytes(as: .html)))
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Parsed.self, from: outcome.output)
  }

  private static let shown = [
    "潘小明", "中二班", "男", "2022年3月5日", "居民身份证", "441302 20220305 1236", "不知道（未知血型）", "中国", "毛南族", "非港澳台侨",
    "广东省 · 惠州市 · 惠城区", "广东惠州", "农业户口", "不适用", "广东省 · 惠州市 · 惠城区", "示范路8号3栋", "2025年9月1日", "走读（每天回家）", "是", "非留守儿童",
    "否", "健康或良好", "否", "不适用", "否", "潘大明", "居民身份证", "441302 19900101 0028",
  ]

  @Test func `another reader finds the 28 values by their numbers`() throws {
    let record = try PaperSample.record()
    let page = try Self.parsed(.forms([PaperSample.paper(record)]))
    let values = Dictionary(page.rows.map { (Int($0[0]) ?? 0, $0[2]) }, uniquingKeysWith: { _, second in second })
    #expect(page.rows.count == 28)
    #expect((1...28).map { values[$0] } == Self.shown)
    #expect(page.title == "幼儿信息登记 \(record.code)", "no child's name in a browser's history")
  }

  @Test func `hostile values come through as text and nothing else`() throws {
    let record = try PaperSample.record(Self.hostile)
    let plain = try Self.parsed(.forms([PaperSample.paper(PaperSample.record())]))
    let page = try Self.parsed(.forms([PaperSample.paper(record)]))
    #expect(page.tags == plain.tags && page.attributes == plain.attributes)
    #expect(
      !page.tags.contains("script") && !page.attributes.contains { ["src", "href"].contains($0) || $0.hasPrefix("on") })
    let values = page.rows.map { $0[2] }
    for name in ["name", "address", "native_place"] {
      // What is wrong with it stands behind it.
      #expect(values.contains { $0.utf8.starts(with: (Self.hostile[name] ?? "").utf8) }, "\(name)")
    }
    #expect(values.contains { $0.hasPrefix("a\u{FFFD}b\u{FFFD}[31mc\u{FFFD}d\u{FFFD}e]]>") })
    let html = Paper.forms([try PaperSample.paper(record)]).html
    #expect(html.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isObeyedByTerminals })
    #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("url("))
  }

  @Test func `the empty form and slips are whole pages too`() throws {
    let form = try PaperSample.form.get()
    let words = PaperSample.Words(language: .chinese)
    let blank = PaperForm(blank: form, kindergarten: "<园>", classes: ["<班>"], words: words)
    let page = try Self.parsed(.forms([blank]))
    #expect(page.rows.count == 28 && page.rows.allSatisfy { $0[3] == "☐ 以后补" })
    #expect(page.rows.contains { $0[2] == "☐ <班>" })
    let slips = [["<补交单>", "[ ] 户口"], ["b"]].map { Paper.Slip(className: "", lines: $0) }
    #expect(try Self.parsed(.slips(slips, title: "补交单", .chinese)).title == "补交单")
  }

  @Test func `a form that fits is set in large type, a full one in smaller`() throws {
    #expect(Paper.forms([try PaperSample.paper(PaperSample.record())]).html.contains("class=\"form roomy\""))
    let long = String(repeating: "路", count: 60)
    let record = try PaperSample.record([
      "address": long, "native_place": long, "name": String(repeating: "W", count: 80),
    ])
    #expect(Paper.forms([try PaperSample.paper(record)]).html.contains("class=\"form crowded\""))
  }

  // MARK: Text

  @Test func `the text of a form is as it was looked at`() throws {
    let record = try PaperSample.record(["address": String(repeating: "路", count: 60)], by: PaperSample.teacher)
    GoldenScreen.check(text: Paper.forms([try PaperSample.paper(record)]).text, "form")
  }

  @Test func `the text of the empty form is as it was looked at`() throws {
    let form = try PaperSample.form.get()
    let blank = PaperForm(
      blank: form, kindergarten: "示范幼儿园", classes: ["小一班"], words: PaperSample.Words(language: .chinese))
    GoldenScreen.check(text: Paper.forms([blank]).text, "blank")
  }

  @Test(arguments: [Language.chinese, .english])
  func `no line is wider than 80 columns, and nothing but a form feed is obeyed`(_ language: Language) throws {
    let wide = String(repeating: "WW", count: 40)
    let records = try [
      Self.hostile, ["name": wide, "guardian_name": wide, "address": String(repeating: "国", count: 60)],
    ].map { try PaperSample.record($0, by: PaperSample.teacher, className: wide) }
    let form = try PaperSample.form.get()
    let blank = PaperForm(
      blank: form, kindergarten: wide + wide, classes: [wide + wide], words: PaperSample.Words(language: language))
    let text = Paper.forms(try records.map { try PaperSample.paper($0, language) } + [blank]).text
    #expect(text.split(separator: "\u{0C}").count == 3)
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == "\u{0C}" }) {
      #expect(TextWidth.of(line) <= 80, "\(line)")
      #expect(line.unicodeScalars.allSatisfy { !$0.isObeyedByTerminals }, "\(line)")
    }
  }

  @Test(arguments: [
    ("a.html", Paper.Format.html), ("A.HTML", .html), ("/x/a.txt", .text), ("a.htm", nil), ("a.pdf", nil),
    ("html", nil), ("", nil),
  ])
  func `the ending of a file's name decides`(name: String, format: Paper.Format?) {
    #expect(Paper.Format(ofFileNamed: name) == format)
  }
}
