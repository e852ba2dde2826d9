import FormModel
import Testing

@testable import Desk
@testable import Wording

/// The manual's tables of keys are those that the bar and the help are drawn from.
@Suite struct KeysPageTests {
  @Test func `every table of keys stands in the manual, row by row`() throws {
    let page = try Page("Keys")
    for (heading, rows) in [
      ("## The first page", rows(HomeScreen.keymap)), ("## The guided view", rows(FormEntry.keymap)),
      ("## A panel that asks something", rows(FormEntry.panelKeymap)),
      ("## The list of findings", rows(CheckPanel.keymap)), ("## The sheet", rows(SheetScreen.keymap)),
      ("## The work list", rows(CompletionScreen.keymap)), ("## One item, every child", rows(ItemWalk.keymap)),
      ("## The door", rows(DoorScreen.keymap)), ("## The work room's first page", rows(WorkMenuScreen.keymap)),
      ("## The read-back, for the family", rows(ReadBackScreen.familyKeymap)),
      ("## The read-back, for teachers and staff", rows(ReadBackScreen.staffKeymap)),
      ("## The review", rows(ReviewScreen.keymap)), ("## A record in review", rows(ReviewRecordScreen.keymap)),
      ("## Closing the day", rows(DayCloseScreen.keymap)),
    ] {
      #expect(page.rows(heading) == rows, "\(heading) should be:\n\(rows.joined(separator: "\n"))")
    }
  }

  private func rows<Action>(_ keymap: Keymap<Action>) -> [String] {
    keymap.bindings.map { binding in
      let keys = binding.print.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
      return "| \(keys) | \(Wording(.chinese)(binding.phrase)) | \(Wording(.english)(binding.phrase)) |"
    }
  }
}
