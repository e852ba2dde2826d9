import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// The rules of the desk, 1 and 3: back, jump, help and leave always work; Esc is harmless.
@Suite struct NeverTrapTests {
  /// The scenes that are no state of the guided view; all others are looked at here.
  private static let others: Set<Scene> = [
    .home, .homeHelp, .homeSettingsFailed, .teachers, .settingsName, .settingsPlace, .settingsClasses, .settingsAgain,
    .settingsHelp, .handedIn, .left, .farewellUnsaved, .comeBack, .comeBackRefused, .locked, .lockedHelp,
  ]

  /// Every state of the guided view that a picture is kept of.
  static let guided = Scene.allCases.filter { !others.contains($0) }

  /// Those of them where a panel or the help lies over the item.
  private static let covered: Set<Scene> = [
    .place, .asked, .owedReason, .owedNote, .owedDue, .unlistedReason, .unlistedPaper, .jump, .help, .helpCheck,
    .checkBlanks, .checkFindings, .checkGood, .checkOwing, .fillerRelation, .fillerTelephone, .unsaved,
  ]

  static let items = guided.filter { !covered.contains($0) }

  @Test(arguments: Scene.allCases)
  func `no scene is passed over`(scene: Scene) throws {
    let guided = try scene.play().guided
    #expect((guided == nil) == Self.others.contains(scene))
    #expect((guided.map { $0.entry.panel != nil || $0.isHelping } ?? false) == Self.covered.contains(scene))
  }

  @Test(arguments: guided)
  func `Shift-Tab leads back to the first item from everywhere`(scene: Scene) throws {
    var sitting = try scene.play()
    var presses = 0
    while sitting.item != "name" {
      sitting.press(.backTab)
      presses += 1
      try #require(presses < 60, "still at:\n\(sitting.screen)")
    }
    #expect(sitting.guided?.entry.panel == nil)
  }

  @Test(arguments: items)
  func `Tab and Shift-Tab go on and back without a word, whatever the item holds`(scene: Scene) throws {
    var sitting = try scene.play()
    let item = sitting.item
    sitting.press(.tab)
    #expect(sitting.item != item)
    sitting.press(.backTab)
    #expect(sitting.item == item)
    #expect(sitting.guided?.entry.panel == nil)
  }

  @Test(arguments: guided)
  func `F6 goes to any item from everywhere`(scene: Scene) throws {
    for key in [Key.function(6), .control("t")] {
      var sitting = try scene.play()
      sitting.press(key)
      sitting.enter("16")
      #expect(sitting.item == "address")
    }
  }

  @Test(arguments: guided)
  func `F1 shows the help from everywhere, and the next key brings the page back`(scene: Scene) throws {
    for key in [Key.function(1), .control("g")] {
      var sitting = try scene.play()
      if sitting.guided?.isHelping == true { sitting.press(.escape) }
      let before = sitting.screen
      sitting.press(key)
      let isItem = sitting.guided?.entry.panel == nil && sitting.desk.preedit ?? "" == ""
      #expect(sitting.shows(words(of: isItem ? CommonPhrase.helpMore : .helpClose)))
      sitting.press(.escape)
      #expect(sitting.screen == before)
    }
  }

  @Test(arguments: guided)
  func `F5 lists what is missing from everywhere, and goes back from there`(scene: Scene) throws {
    for key in [Key.function(5), .control("r")] {
      var sitting = try scene.play()
      if case .check(let check) = sitting.guided?.entry.panel, check.asked == nil { continue }
      sitting.press(key)
      guard case .check = sitting.guided?.entry.panel else {
        Issue.record("no list:\n\(sitting.screen)")
        continue
      }
      sitting.press(key)
      #expect(sitting.guided?.entry.panel == nil)
    }
  }

  @Test(arguments: guided)
  func `F10 leaves from everywhere, a second one at the latest`(scene: Scene) throws {
    for key in [Key.function(10), .control("x")] {
      var sitting = try scene.play()
      sitting.failure = nil
      sitting.press(key)
      if sitting.guided != nil { sitting.press(key) }
      #expect(sitting.guided == nil || sitting.hasLeft, "still at:\n\(sitting.screen)")
    }
  }

  @Test(arguments: guided)
  func `Esc changes and discards nothing`(scene: Scene) throws {
    var sitting = try scene.play()
    let before = try #require(sitting.guided?.entry)
    let saves = sitting.saves
    sitting.press(.escape, .escape, .escape)
    let after = try #require(sitting.guided?.entry)
    #expect(after.record == before.record)
    #expect(after.field == before.field)
    #expect(sitting.saves == saves)
    if !before.editor.isListOpen { #expect(after.editor.textEditor?.text == before.editor.textEditor?.text) }
  }

  @Test(arguments: [Scene.home, .settingsName, .settingsPlace, .settingsClasses, .comeBack, .handedIn, .left, .locked])
  func `every other page is left with F10 and explained with F1`(scene: Scene) throws {
    for (help, leave) in [(Key.function(1), Key.function(10)), (.control("g"), .control("x"))] {
      var sitting = try scene.play()
      let before = sitting.screen
      sitting.press(help)
      #expect(sitting.screen != before)
      sitting.press(.escape)
      #expect(sitting.screen == before)
      let page = sitting.desk.layers.last?.id
      sitting.press(leave)
      #expect(sitting.hasLeft || sitting.desk.layers.last?.id != page)
    }
  }

  @Test func `Esc does not take the code off the screen before it is copied`() throws {
    var sitting = try Scene.handedIn.play()
    sitting.press(.escape, .up, .backspace)
    #expect(sitting.shows("Z E 9 Z") && !sitting.hasLeft)
  }

  @Test func `what was asked is asked again on the way back, step by step`() throws {
    var sitting = try Scene.owedReason.play()
    sitting.type("3")
    sitting.enter("户口本在老家")
    #expect(sitting.shows(words(of: OwedPhrase.dueTitle)))
    sitting.press(.up)
    #expect(sitting.shows("户口本在老家"))
    sitting.press(.backTab)
    #expect(sitting.shows(words(of: OwedPhrase.ask)))
    sitting.press(.backTab)
    #expect(sitting.guided?.entry.panel == nil)
    #expect(sitting.answer("birthplace") == nil)
  }

  @Test func `who fills in can be said again after the telephone was reached`() throws {
    var sitting = try Scene.fillerTelephone.play()
    sitting.press(.up)
    #expect(sitting.shows(words(of: CheckPhrase.fillerAsk)) && sitting.shows("▸ 1  母亲（妈妈）"))
    sitting.press(.down, .enter)
    #expect(sitting.shows("13800000000"), "what was typed is still there")
    sitting.press(.backTab, .backTab)
    #expect(sitting.guided?.entry.panel == nil && sitting.record?.status == .draft)
  }
}
