import FormModel
import Standards
import Terminal
import TestSupport
import Testing

@testable import Desk

/// Whole screens, as a person sees them.
@Suite struct SceneTests {
  @Test(arguments: Scene.allCases)
  func `the screen is as it was looked at`(scene: Scene) throws {
    GoldenScreen.check(try scene.play().canvas, "\(scene.rawValue)-80x24")
  }

  /// Those that have the most to fit in.
  static let tight: [Scene] = [
    .home, .settingsPlace, .choices, .household, .shared, .entryDays, .contradiction, .checkGood, .numberWrong,
    .searchOpen, .owedReason, .jump, .help, .checkFindings, .asked,
    .fillerRelation, .handedIn, .comeBack, .locked, .manyClasses, .unsaved, .notSaved,
  ]

  @Test(arguments: tight, [Size(60, 20), Size(132, 40)])
  func `a small and a large window show the same page`(scene: Scene, size: Size) throws {
    GoldenScreen.check(try scene.play(.chinese, size).canvas, "\(scene.rawValue)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: [
    Scene.home, .household, .householdRegion, .shared, .entryDays, .contradiction, .checkGood, .checkOwing,
    .settingsName, .text, .choices, .numberReadBack, .numberWrong, .date, .searchOpen, .owedReason, .jump,
    .help, .checkFindings, .asked, .fillerRelation, .handedIn, .comeBackRefused, .locked, .unsaved,
  ])
  func `English says the same`(scene: Scene) throws {
    GoldenScreen.check(try scene.play(.english).canvas, "\(scene.rawValue)-english-80x24")
  }

  @Test(
    arguments: [Scene.numberWrong, .checkFindings, .searchAbolished, .handedIn], [GoldenScreen.Look.colour, .mono])
  func `colours only help`(scene: Scene, look: GoldenScreen.Look) throws {
    GoldenScreen.check(try scene.play().canvas, "\(scene.rawValue)-\(look)-80x24", look: look)
  }

  @Test(arguments: Scene.allCases)
  func `a form whose fields are called otherwise looks the same`(scene: Scene) throws {
    let form = try WorkDesk.renamedForm.get()
    #expect(form.fields.allSatisfy { $0.name.hasPrefix("renamed_") })
    GoldenScreen.check(try scene.play(form: form).canvas, "\(scene.rawValue)-80x24")
  }

  @Test(arguments: [Size(59, 24), Size(80, 19), Size(30, 6)])
  func `a window that is too small says so`(size: Size) throws {
    GoldenScreen.check(try Scene.text.play(.chinese, size).canvas, "too-small-\(size.columns)x\(size.rows)")
  }
}
