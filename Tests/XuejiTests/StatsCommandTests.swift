import Foundation
import Standards
import TestSupport
import Testing
import Wording

/// Figures of a store, written by the real program.
@Suite(.onOwnThreads) struct StatsCommandTests {
  private let folder: Folder
  private let city: String

  init() throws {
    folder = try Folder()
    city = folder.path("city.jsonl")
    let made = ["simulate", "--on", Xueji.today, "--children", "90", "--kindergartens", "3", "-o", city]
    #expect(try Xueji.run(made).status == 0)
  }

  private func stats(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try Xueji.run(["stats", city, "--on", Xueji.today, "--lang", "en"] + arguments)
  }

  @Test func `a group is a line of JSON, and the sum is the last`() throws {
    let lines = try stats("--by", "county", "--format", "json").lines.map { try JSONValue.parse(Array($0.utf8)) }
    #expect(lines.count == 4)
    let sum = try #require(lines.last)
    #expect(sum["group"] == .null)
    for figure in ["all", "boys", "migrant", "approved"] {
      #expect(lines.dropLast().reduce(0) { $0 + ($1[figure]?.int ?? 0) } == sum[figure]?.int)
    }
  }

  @Test func `what is handed on hides what is few, unless somebody says otherwise`() throws {
    let csv = try stats("--by", "class", "--format", "csv").text
    let numbers = csv.split(whereSeparator: { ",\r\n".contains($0) }).compactMap { Int($0) }
    #expect(numbers.allSatisfy { !(1...4).contains($0) } && csv.contains("*"))
    let named = try stats("--by", "class", "--format", "csv", "--named").text
    #expect(!named.contains("*"))
    #expect(try !stats("--by", "class").text.contains("*"))
  }

  @Test func `the page needs nothing from elsewhere, and holds what the table holds`() throws {
    let page = folder.path("page.html")
    #expect(try stats("--by", "kindergarten", "--format", "html", "-o", page).status == 0)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    for word in ["<script", "http:", "https:", "src=", "url(", "@import"] { #expect(!html.contains(word), "\(word)") }
    for word in ["<svg", "prefers-color-scheme: dark", "size: A4", "</html>"] {
      #expect(html.contains(word), "\(word)")
    }
    // It is XML too, so that every element is closed.
    let body = html.drop { $0 != ">" }.dropFirst().replacingOccurrences(of: "<meta charset=\"utf-8\">", with: "")
      .replacingOccurrences(of: "<meta name=\"viewport\" content=\"width=device-width\">", with: "")
    #expect(body.components(separatedBy: "<figure>").count == body.components(separatedBy: "</figure>").count)
    #expect(try stats("--format", "html", "-o", page).status == 65)
  }

  @Test func `the children behind a figure are named`() throws {
    let sum = try stats("--format", "json").lines.last.map { try JSONValue.parse(Array($0.utf8)) }
    let named = try stats("--list", "migrant").lines.dropFirst()
    #expect(named.count == sum?["migrant"]?.int && !named.isEmpty)
    #expect(try stats("--list", "nothing").status == 64)
    // What is the same for every form has its words too, and no name of a program stands on the page.
    let page = try stats().text
    for figure in FigurePhrase.allCases {
      #expect(page.contains(figure.text.english) || sum?[figure.rawValue]?.int == 0)
    }
  }

  @Test func `who came and went is told between two days, and why records were withdrawn`() throws {
    let sum = try stats("--from", "2025-09-01", "--to", "2026-01-01", "--format", "json").lines.last
      .map { try JSONValue.parse(Array($0.utf8)) }
    func count(_ name: String) -> Int { sum?[name]?.int ?? 0 }
    #expect(sum?["from"]?.string == "2025-09-01" && count("there") > 0)
    #expect(count("before") + count("came") == count("there") && count("went") + count("end") == count("there"))
    for days in [["--to", "2026-01-01"], ["--from", "2026-01-01", "--to", "2025-09-01"]] {
      #expect(try Xueji.run(["stats", city, "--on", Xueji.today] + days).status == 64)
    }
    // Those that are not counted are told by their cause.
    let whole = try stats()
    #expect(whole.text.contains(StatsPhrase.causes.text.english) == whole.errors.contains("withdrawn"))
  }
}
