import FormModel
import Testing

@testable import Desk

/// The manual's tables of keys are those that the bar and the help are drawn from.
@Suite struct KeysPageTests {
  @Test func `every table of keys stands in the manual, row by row`() throws {
    let page = try Page("Keys")
    #expect(page.rows("## The first page") == rows(HomeScreen.keymap))
    #expect(page.rows("## The guided view") == rows(GuidedScreen.keymap))
    #expect(page.rows("## A panel that asks something") == rows(GuidedScreen.panelKeymap))
    #expect(page.rows("## The list of findings") == rows(CheckPanel.keymap))
  }

  private func rows<Action>(_ keymap: Keymap<Action>) -> [String] {
    keymap.bindings.map { binding in
      let keys = binding.print.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
      return "| \(keys) | \(Wording(.chinese)(binding.phrase)) | \(Wording(.english)(binding.phrase)) |"
    }
  }
}
