import FormModel
import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// Show, do not recall: a long list is there at once, is gone through step by step, and can be seen whole.
@Suite struct LongListTests {
  /// At the item, by its number in the form.
  private func at(_ name: String, size: Size = Size(80, 24), settings: Settings = Sitting.kindergarten) throws
    -> Sitting
  {
    var sitting = try Sitting(settings: settings)
    sitting.size = size
    sitting.press(.function(6))
    sitting.enter("\(try #require(sitting.context.form.index(of: name)) + 1)")
    return sitting
  }

  @Test(arguments: [Size(80, 24), Size(60, 20), Size(132, 40)])
  func `all ten blood types stand there before a key is pressed`(size: Size) throws {
    let sitting = try at("blood_type", size: size)
    let choices = sitting.context.form.lists.list("blood").choices
    #expect(choices.count == 10)
    for choice in choices { #expect(sitting.shows(choice.label[.chinese]), "\(choice.label)\(sitting)") }
  }

  @Test func `a place is gone to by ↓ and Enter, and back by ←`() throws {
    var sitting = try at("birthplace")
    #expect(sitting.shows("北京市 ›") && sitting.shows("惠城区"))
    sitting.press(.down)
    #expect(sitting.item == "birthplace" && sitting.shows("▸ 广东省 · 惠州市 · 惠城区"), "\(sitting)")
    while !sitting.shows("▸ 广东省 ›") { sitting.press(.down) }
    sitting.press(.enter)
    while !sitting.shows("▸ 惠州市 ›") { sitting.press(.down) }
    sitting.press(.enter)
    #expect(sitting.shows("广东省 · 惠州市 ·") && sitting.shows("惠城区"))
    sitting.press(.left)
    #expect(sitting.shows("▸ 惠州市 ›"))
    sitting.press(.backspace)
    #expect(sitting.shows("▸ 广东省 ›"))
    sitting.press(.enter)
    // Typed at a step, what lies below it comes alone.
    sitting.type("hz")
    #expect(!sitting.shows("浙江省") && sitting.shows("惠州"))
    sitting.press(.backspace, .backspace)
    sitting.type("北京")
    #expect(sitting.shows("北京市"), "what the province has none of is looked for everywhere")
    sitting.press(.escape)
    #expect(sitting.item == "birthplace" && sitting.value("birthplace") == nil)
  }

  @Test func `↑ from the first row leads out of the list, and then to the item before`() throws {
    var sitting = try at("birthplace")
    sitting.press(.down, .up)
    #expect(sitting.guided?.entry.editor.isListOpen == false && sitting.item == "birthplace")
    sitting.press(.up)
    #expect(sitting.item != "birthplace")
  }

  @Test func `Enter takes nothing that nobody has gone to`() throws {
    var sitting = try at("birthplace")
    sitting.press(.enter)
    #expect(sitting.record?.answers[try #require(sitting.context.form.index(of: "birthplace"))] == nil)
  }

  @Test func `F3 shows all, with the position, and Home and End lead to its ends`() throws {
    var sitting = try at("birthplace")
    sitting.press(.function(3))
    let count = sitting.context.form.lists.all("region", near: nil).count
    let shown = "\(count / 1000),\(count % 1000)"
    #expect(sitting.shows("1 / \(shown)") && sitting.shows("▸ 广东省 · 惠州市"), "\(sitting)")
    sitting.press(.pageDown, .pageDown, .pageDown, .pageDown)
    #expect(sitting.shows("41 / \(shown)"))
    sitting.press(.end)
    #expect(sitting.shows("\(shown) / \(shown)") && sitting.shows("▸ \(words(of: GuidedPhrase.notInTable))"))
    sitting.press(.home)
    #expect(sitting.shows("1 / \(shown)"))
    sitting.press(.function(3))
    #expect(sitting.shows("北京市 ›"))
  }

  @Test(arguments: [Size(80, 24), Size(60, 20), Size(132, 40)])
  func `an open list takes the rows that there are, and no code is among them`(size: Size) throws {
    var sitting = try at("birthplace", size: size)
    sitting.press(.function(3))
    let rows = sitting.screen.split(separator: "\n").filter { $0.contains(" · ") }
    #expect(rows.count >= size.rows - 13, "\(sitting)")
    #expect(sitting.screen.firstMatch(of: /\d{12}/) == nil)
  }

  @Test func `the example is of the kindergarten's own county, else of the child's number`() throws {
    var settings = Sitting.kindergarten
    settings.division = "110105"
    #expect(try at("birthplace", settings: settings).shows("如 cyq"))
    settings.division = nil
    var sitting = try Sitting(settings: settings)
    sitting.fillChild()
    #expect(sitting.item == "birthplace" && sitting.shows("如 hcq"))
  }

  @Test func `the list below a text item is gone through in the same way`() throws {
    var sitting = try at("address")
    sitting.press(.function(3))
    #expect(sitting.shows("北京市 ›"))
    sitting.press(.enter)
    #expect(sitting.guided?.entry.editor.textEditor?.text == "广东省惠州市惠城区")
  }
}
