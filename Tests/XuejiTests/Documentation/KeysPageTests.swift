import FormModel
import Testing

@testable import Desk
@testable import Wording

/// The manual's tables of keys are those that the bar and the help are drawn from.
@Suite struct KeysPageTests {
  @Test func `every table of keys stands in the manual, row by row`() throws {
    let page = try Page("Keys")
    for (heading, rows) in [
      ("## The first page", rows(Menu.keymap)), ("## The guided view", rows(FormEntry.keymap)),
      ("## While pinyin is typed", rows(PinyinInput.keymap)), ("## A long list", rows(SearchEditor.keymap)),
      ("## A panel that asks one thing after another", rows(PanelKeys.steps)),
      ("## A panel that asks for a line", rows(PanelKeys.line)), ("## A panel with a list", rows(PanelKeys.list)),
      ("## A panel that narrows a list", rows(PanelKeys.filter)), ("## A panel to read", rows(PanelKeys.masked)),
      ("## A panel that asks for a yes", rows(PanelKeys.yes(ReviewRecordPhrase.keyApprove))),
      ("## A family's slip", rows(PanelKeys.slip)), ("## A question that a form stops at", rows(PanelKeys.question())),
      ("## A panel that asks one thing of a few", rows(PanelKeys.choice)),
      ("## The proposals", rows(PanelKeys.proposals)),
      ("## Coming back", rows(ComeBackScreen.keymap)), ("## The covered screen", rows(LockScreen.keymap)),
      ("## The settings", rows(SettingsScreen.keymap)), ("## The last page", rows(FarewellScreen.keymap)),
      ("## The list of findings", rows(CheckPanel.keymap)), ("## The sheet", rows(SheetScreen.keymap)),
      ("## The page after a new form", rows(SheetScreen.partingKeymap)),
      ("## My class", rows(CompletionScreen.firstKeymap)),
      ("## Two records side by side", rows(PanelKeys.compare)), ("## The work list", rows(CompletionScreen.keymap)),
      ("## One item, every child", rows(ItemWalk.keymap)),
      ("## The door", rows(DoorScreen.keymap)), ("## The work room's menu", rows(Menu.keymap)),
      ("## The read-back, for the family", rows(ReadBackScreen.familyKeymap)),
      ("## The read-back, for teachers and staff", rows(ReadBackScreen.staffKeymap)),
      ("## The review", rows(ReviewScreen.keymap)), ("## A record in review", rows(ReviewRecordScreen.keymap)),
      ("## Closing the day", rows(DayCloseScreen.keymap)), ("## Accounts", rows(PeopleScreen.keymap)),
      ("## Figures", rows(FiguresScreen.keymap)), ("## The children behind a figure", rows(PanelKeys.names)),
      ("## Class codes", rows(ClassCodesScreen.keymap)), ("## A roster", rows(ImportScreen.keymap)),
      ("## One value for many", rows(GivingScreen.keymap)),
      ("## The value for many", rows(GivingAnswer.keymap)),
      ("## What it would do to each", rows(GivingPlan.askKeymap)),
      ("## What became of each", rows(GivingPlan.toldKeymap)),
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
