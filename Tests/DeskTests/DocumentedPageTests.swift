import Foundation
import Terminal
import TestSupport
import Testing

@testable import Desk

/// The pages that the documentation shows: drawn by the program, and those of today.
@Suite struct DocumentedPageTests {
  enum DocumentedPage: String, CaseIterable, Sendable {
    case home, text, household, number, list, check, farewell
    case myClass = "my-class"
    case sheet, review

    func canvas() throws -> Canvas {
      switch self {
      case .home: try Scene.home.play().canvas
      case .text: try Scene.text.play().canvas
      case .household: try Scene.household.play().canvas
      case .number: try Scene.numberWrong.play().canvas
      case .list: try Scene.searchOpen.play().canvas
      case .check: try Scene.checkGood.play().canvas
      case .farewell: try Scene.handedIn.play().canvas
      case .myClass: try SheetPicture.myClass.play().canvas
      case .sheet: try SheetPicture.sheetHalf.play().canvas
      case .review: try WorkPageTests.Picture.waiting.play(.chinese).canvas
      }
    }

    var file: String { "page-\(rawValue).svg" }
  }

  private static let documentation = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/xueji/Documentation.docc").standardizedFileURL

  /// `XUEJI_PICTURES=draw swift test --filter DocumentedPage` draws them anew.
  @Test(arguments: DocumentedPage.allCases)
  func `the picture is what the program shows today`(page: DocumentedPage) throws {
    let drawn = ScreenDrawing.svg(of: try page.canvas(), title: page.rawValue)
    let file = Self.documentation.appendingPathComponent("Resources/\(page.file)")
    if ProcessInfo.processInfo.environment["XUEJI_PICTURES"] == "draw" { try Data(drawn.utf8).write(to: file) }
    let kept = try? Data(contentsOf: file)
    #expect(
      kept.map(Array.init) == Array(drawn.utf8),
      "draw it anew and look at it: XUEJI_PICTURES=draw swift test --filter DocumentedPage")
  }

  @Test func `every picture is shown by the page of all of them, and named`() throws {
    let article = try String(contentsOf: Self.documentation.appendingPathComponent("Pages.md"), encoding: .utf8)
    for page in DocumentedPage.allCases {
      let line = try #require(article.split(separator: "\n").first { $0.contains("(\(page.file))") }, "\(page)")
      #expect(line.hasPrefix("![") && !line.hasPrefix("![]"), "\(line)")
    }
  }

  /// A picture that left something out would be looked at and believed.
  @Test(arguments: DocumentedPage.allCases)
  func `a picture has every character of its page, each in its column`(page: DocumentedPage) throws {
    let canvas = try page.canvas()
    let svg = ScreenDrawing.svg(of: canvas, title: "")
    var rows = Array(repeating: [Int: String](), count: canvas.size.rows)
    for line in svg.split(separator: "\n") where line.hasPrefix("<text") {
      let places = line.split(separator: "\"")[1].split(separator: " ").compactMap { Int($0) }
      let row = try #require(Int(line.split(separator: "\"")[3]))
      let text = line.split(separator: ">", maxSplits: 1)[1].replacing("</text>", with: "")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      #expect(places.count == text.count)
      for (place, character) in zip(places, text) { rows[(row - 27) / 20][(place - 12) / 9] = String(character) }
    }
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns where !canvas[column, row].isContinuation {
        let text = canvas[column, row].text
        #expect(rows[row][column] ?? " " == text, "\(column), \(row)")
      }
    }
  }
}
