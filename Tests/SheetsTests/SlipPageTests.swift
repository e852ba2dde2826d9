import FormModel
import Foundation
import TestSupport
import Testing
import TextLayout

@testable import Sheets

/// Slips on pages of A4: four to a page, none cut, class by class.
@Suite struct SlipPageTests {
  private func slips(_ seed: UInt64) -> [Paper.Slip] {
    var generator = Steps(state: seed)
    return (0..<Int.random(in: 1...30, using: &generator)).map { number in
      let count = [6, 12, 20, 25, 26, 31, 32, 53, 54, 63, 64, 100][Int.random(in: 0..<12, using: &generator)]
      return Paper.Slip(
        className: ["小班", "中班"][number / 16],
        lines: (0..<count).map { "单\(number) 行\($0) " + String(repeating: "字", count: 10) })
    }
  }

  @Test func `every slip stands once and whole, and no two share a place or a page of another class`() {
    for seed in 0..<200 as Range<UInt64> {
      let slips = slips(seed)
      for lines in [SlipPage.printed, SlipPage.typed] {
        let pages = SlipPage.pages(of: slips, lines)
        #expect(pages.flatMap(\.places).map(\.slip) == slips, "in their order")
        for page in pages {
          #expect(Set(page.places.map(\.slip.className)).count == 1)
          var cells: [Int] = []
          for place in page.places {
            let first = place.row * 2 + place.column
            switch place.room {
            case .quarter:
              cells.append(first)
              #expect(place.slip.lines.count <= lines.quarter)
            case .half:
              cells += [first, first + 2]
              #expect(place.row == 0 && place.slip.lines.count <= lines.half)
            case .whole: cells += [0, 1, 2, 3]
            }
          }
          #expect(Set(cells).count == cells.count && cells.allSatisfy((0..<4).contains))
        }
      }
    }
  }

  @Test func `four short slips of a class fill a page`() {
    let slips = (0..<9).map { Paper.Slip(className: $0 < 8 ? "小班" : "中班", lines: ["\($0)"]) }
    #expect(SlipPage.pages(of: slips, SlipPage.printed).map(\.places.count) == [4, 4, 1])
  }

  @Test func `a line printer gets every line, in 80 columns and pages of 63 lines`() {
    for seed in 0..<50 as Range<UInt64> {
      let slips = slips(seed)
      let text = Paper.slips(slips, title: "补交单", .chinese).text
      let bytes = Data(text.utf8)
      let lost = slips.flatMap(\.lines).filter { bytes.range(of: Data($0.utf8)) == nil && !$0.isEmpty }
      #expect(lost == [])
      for page in text.split(separator: "\u{0C}") {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 65 && lines.allSatisfy { TextWidth.of($0) <= 80 })
      }
    }
  }

  @Test func `a browser gets a page a section, and every line`() {
    let slips = slips(3)
    let html = Paper.slips(slips, title: "补交单", .chinese).html
    let pages = SlipPage.pages(of: slips, SlipPage.printed)
    #expect(html.components(separatedBy: "<section class=\"page\">").count == pages.count + 1)
    for slip in slips { #expect(html.contains(slip.lines.joined(separator: "\n"))) }
  }
}
