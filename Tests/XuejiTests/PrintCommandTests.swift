import FormModel
import Foundation
import Records
import Terminal
import TestSupport
import Testing
import TextLayout

/// Printing through the real program.
@Suite(.onOwnThreads) struct PrintCommandTests {
  private let store: WorkStore
  private let folder: Folder

  init() throws {
    store = try WorkStore(try Form.load(from: .embedded))
    folder = try Folder()
  }

  private func run(_ arguments: String...) throws -> WorkStore.Answer {
    try store.run(["print"] + arguments + ["--on", "2015-01-28"])
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path(name))), as: UTF8.self)
  }

  @Test func `forms go into a new file of the owner's own, and a record that is not there into the exit code`() throws {
    let (one, other) = (try store.add(1), try store.add(2, name: "陈小红", number: "441302201103051250"))
    let file = folder.path("a.html")
    let answer = try run(one.code.text, "ZZZZ", other.id.text, "-o", file)
    #expect(answer.status == 1 && answer.errors.contains("ZZZZ"))
    #expect(answer.text.contains(file))
    let html = try text("a.html")
    #expect(html.components(separatedBy: "<section class=\"form ").count == 3)
    for value in ["潘小明", "陈小红", "441302 20110305 1234", "广东省 · 惠州市 · 惠城区", "2011年3月5日", "演示路 1 号"] {
      #expect(html.contains(value), "\(value)")
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    let again = try run(one.code.text, "-o", file)
    #expect(again.status == 74 && again.errors.contains("已经有了"))
    #expect(try text("a.html") == html)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.html"])
  }

  @Test(arguments: ["zh", "en"])
  func `a line printer's text is 80 columns wide, also on standard output`(language: String) throws {
    let codes = try [store.add(1), store.add(2, number: nil, [.owe("hukou_type"), .clear("health")], handIn: false)]
      .map(\.code.text)
    let answer = try run(codes[0], codes[1], "-o", folder.path("a.txt"), "--lang", language)
    #expect(answer.status == 0, "\(answer.errors)")
    let text = try text("a.txt")
    #expect(text.split(separator: "\u{0C}").count == 2)
    #expect(text.contains(language == "zh" ? "以后补：证件不在身边、在老家" : "by 1 February 2015"))
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == "\u{0C}" }) {
      #expect(TextWidth.of(line) <= 80, "\(line)")
    }
    #expect(try run(codes[0], codes[1], "-o", "-", "--lang", language).text == text)
  }

  @Test func `the empty form needs no store, and slips are those of who owes something`() throws {
    let blank = try store.run(["print", "--blank", "-o", folder.path("blank.html")])
    #expect(blank.status == 0, "\(blank.errors)")
    #expect(try text("blank.html").contains("☐ 居民身份证"))
    #expect(try run("--slip", "-o", folder.path("none.html")).status == 1)

    let (whole, owing) = (
      try store.add(1), try store.add(2, name: "陈小红", number: nil, [.passport, .owe("hukou_type")])
    )
    let answer = try run("--slip", "-o", folder.path("slips.html"))
    #expect(answer.status == 0, "\(answer.errors)")
    let slips = try text("slips.html")
    #expect(slips.contains("取件码 \(owing.code)") && slips.contains("陈小朋友") && !slips.contains("陈小红"))
    #expect(!slips.contains(whole.code.text))
    let named = try run("--slip", whole.code.text, "-o", folder.path("one.html"))
    #expect(named.status == 1 && named.errors.contains(whole.code.text))
    #expect(!FileManager.default.fileExists(atPath: folder.path("one.html")))
  }

  @Test(arguments: [
    ["K7M4", "-o", "a.doc"], ["K7M4"], ["-o", "a.html"], ["--blank", "K7M4", "-o", "a.html"],
    ["--blank", "--slip", "-o", "a.html"],
  ])
  func `what cannot be meant is one sentence, and nothing is written`(arguments: [String]) throws {
    let answer = try store.run(["print"] + arguments)
    #expect(answer.status == 64)
    #expect(answer.errors.hasPrefix("xueji: ") && answer.errors.split(separator: "\n").count == 1)
    #expect(answer.text.isEmpty)
  }

  @Test func `a place that is not there or may not be written is one sentence`() throws {
    let code = try store.add(1).code.text
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.html"), withDestinationPath: folder.path("target.html"))
    for name in ["nowhere/a.html", "link.html"] {
      let answer = try run(code, "-o", folder.path(name))
      #expect(answer.status == 74 && answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("target.html")))
  }
}
