import FormModel
import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// The rules of the desk, 2, 4, 5 and 6: never lose, say it at the right moment, hard only if it cannot be true, later is an
/// answer.
@Suite struct RuleTests {
  // MARK: 2, never lose

  @Test func `every item is saved when it is left, and the screen says when`() throws {
    var sitting = try Sitting()
    sitting.isSlow = true
    sitting.enter("潘小明")
    #expect(sitting.saves == 1 && sitting.shows("正在保存"))
    let record = try #require(sitting.record)
    sitting.tell(.record(.saved(record.id, revision: record.revision, at: sitting.context.now)))
    #expect(sitting.shows("已保存 09:41:07") && sitting.shows("取件码 ZE9Z"))
  }

  @Test func `a save that is overtaken by another change does not say that all is saved`() throws {
    var sitting = try Sitting()
    sitting.isSlow = true
    sitting.enter("潘小明")
    let revision = try #require(sitting.record?.revision)
    sitting.type("1")
    sitting.tell(.record(.saved(try #require(sitting.record?.id), revision: revision, at: sitting.context.now)))
    #expect(sitting.shows("正在保存") && !sitting.shows("已保存"))
  }

  @Test(arguments: [
    Event.terminate, .lost, .key(.tab), .key(.up), .key(.function(5)), .key(.function(10)), .key(.function(2)),
  ])
  func `what is half typed is kept, however the item is left`(event: Event) throws {
    var sitting = try Scene.searchClosed.play()
    sitting.press(.function(6))
    sitting.enter("16")
    sitting.type("示范")
    sitting.send(event)
    let field = try #require(sitting.context.form.index(of: "address"))
    #expect(sitting.stored.values.first?.answers[field]?.value == "示范")
  }

  @Test func `a failed save is said in a sentence until it is over`() throws {
    var sitting = try Scene.notSaved.play()
    #expect(sitting.shows("✗ 还没存上") && sitting.shows("磁盘满了"))
    let record = try #require(sitting.record)
    sitting.tell(.record(.saved(record.id, revision: record.revision, at: sitting.context.now)))
    #expect(!sitting.shows("✗"))
  }

  @Test func `whoever asked to leave leaves as soon as the last change is on the disk`() throws {
    var sitting = try Scene.unsaved.play()
    #expect(sitting.shows("还没有存上"))
    sitting.failure = nil
    sitting.type("1")
    #expect(sitting.shows("存好了"))
  }

  @Test func `leaving without the last change is possible, and asked`() throws {
    var sitting = try Scene.unsaved.play()
    sitting.type("2")
    #expect(sitting.hasLeft)
  }

  @Test func `settings that cannot be saved are used, said, and tried again`() throws {
    var sitting = try Scene.homeSettingsFailed.play()
    #expect(sitting.shows(words(of: HomePhrase.settingsFailed)) && sitting.shows("示范幼儿园"))
    sitting.settingsFailure = nil
    sitting.type("2")
    sitting.press(.function(10))
    #expect(!sitting.shows(words(of: HomePhrase.settingsFailed)))
    let tries = sitting.effects.count { if case .saveSettings = $0 { true } else { false } }
    #expect(tries == 2)
  }

  // MARK: 4, say it at the right moment

  @Test func `an impossible character is refused as it is typed, and the message goes with the next one`() throws {
    var sitting = try Scene.text.play()
    sitting.type("\u{E000}")
    #expect(sitting.guided?.entry.editor.textEditor?.text == "潘小明")
    #expect(sitting.shows("✗ \(words(of: GuidedPhrase.privateCharacter))"))
    sitting.type("明")
    #expect(!sitting.shows("✗"))
  }

  @Test func `blanks are silent on the way through the whole form`() throws {
    var sitting = try Sitting()
    for _ in 0..<40 where sitting.guided?.entry.panel == nil {
      #expect(!sitting.shows("还没有填") && !sitting.shows("✗") && !sitting.shows("！"))
      sitting.press(.tab)
      if sitting.item == "guardian_id_number" { break }
    }
    sitting.press(.function(5))
    #expect(sitting.shows("没填 17") && sitting.shows("○ 孩子的姓名：还没有填。"))
  }

  @Test func `a finished wrong value gets one line, and the line goes with the first change`() throws {
    var sitting = try Scene.numberWrong.play()
    #expect(sitting.item == "id_number" && sitting.shows("✗ 号码对不上"))
    sitting.press(.backspace)
    #expect(!sitting.shows("✗"))
    sitting.type("3")
    sitting.press(.up, .down)
    #expect(sitting.shows("✗ 号码对不上"), "it is said again to whoever comes back")
  }

  @Test func `a message about a place goes when another one is highlighted`() throws {
    var sitting = try Scene.searchAbolished.play()
    sitting.press(.up, .enter)
    #expect(sitting.shows(words(of: GuidedPhrase.notSelectable)))
    sitting.press(.down)
    #expect(!sitting.shows(words(of: GuidedPhrase.notSelectable)))
    sitting.press(.enter)
    #expect(sitting.value("birthplace") == "441303000000")
  }

  @Test func `the list jumps to each finding, comes back, and its count falls`() throws {
    var sitting = try Scene.checkFindings.play()
    #expect(sitting.shows("要改 1"))
    sitting.press(.home, .enter)
    #expect(sitting.item == "entry_date")
    sitting.press(.control("u"))
    sitting.enter("20250901")
    #expect(sitting.shows("要改 0"))
    sitting.press(.end)
    while case .check(let check) = sitting.guided?.entry.panel, check.highlighted > 0 { sitting.press(.up) }
    sitting.press(.down, .down, .enter)
    #expect(sitting.item == "disabled")
    sitting.type("2")
    #expect(sitting.shows("没填 4"))
  }

  // MARK: 5, hard only if it cannot be true

  @Test func `a wrong value is said once and may be left by a second Enter`() throws {
    var sitting = try Scene.numberWrong.play()
    sitting.press(.enter)
    #expect(sitting.item == "sex")
    #expect(sitting.value("id_number") == "441302202203051263")
  }

  @Test func `a warning is asked, accepted, and forgotten with the value`() throws {
    var sitting = try Scene.asked.play()
    #expect(sitting.shows("对吗") && !sitting.shows("✗ \(label(of: "address"))"))
    sitting.type("1")
    #expect(sitting.shows("请看看 1"))
    sitting.press(.escape, .function(6))
    sitting.enter("16")
    sitting.enter("巷")
    sitting.press(.function(5))
    #expect(sitting.shows("请看看 2"))
  }

  @Test func `an answer to a warning can be put off, and mended`() throws {
    for (key, item) in [(Key.escape, ""), (.up, ""), (.text("2"), "address")] {
      var sitting = try Scene.asked.play()
      sitting.press(key)
      #expect(sitting.item == item)
      #expect(sitting.record?.accepted.isEmpty == true)
    }
  }

  // MARK: 6, "I don't have it with me" is an answer

  @Test func `every item is put off with F2, a digit and Enter, and counts as filled`() throws {
    let form = try Sitting.form.get()
    for field in form.fields.indices {
      var sitting = try Sitting()
      sitting.press(.function(6))
      sitting.enter("\(field + 1)")
      sitting.press(field % 2 == 0 ? .function(2) : .control("o"))
      sitting.type("1")
      sitting.press(.enter)
      #expect(sitting.record?.answers[field]?.owed?.reason == .document, "\(form.fields[field].name)")
      #expect(sitting.shows("已填 1 / 28"))
    }
  }

  @Test(arguments: Language.allCases)
  func `whichever section one is in, all of them are named above it`(language: Language) throws {
    let form = try Sitting.form.get()
    for section in form.sections {
      var sitting = try Sitting(.fill(Sitting.identity(0)), language)
      sitting.press(.function(6))
      sitting.enter("\(section.fields[0] + 1)")
      let line = sitting.screen.split(separator: "\n", omittingEmptySubsequences: false)[2]
      for other in form.sections { #expect(line.contains(other.label[language]), "\(line)") }
    }
  }

  @Test(arguments: Language.allCases)
  func `the section one is in stands above it in the smallest window too`(language: Language) throws {
    let form = try Sitting.form.get()
    for section in form.sections {
      var sitting = try Sitting(.fill(Sitting.identity(0)), language)
      sitting.size = Frame.smallest
      sitting.press(.function(6))
      sitting.enter("\(section.fields[0] + 1)")
      let line = sitting.screen.split(separator: "\n", omittingEmptySubsequences: false)[2]
      #expect(line.contains("\(section.label[language]) "), "\(line)")
    }
  }

  @Test(arguments: [Scene.searchOpen, .place, .jump, .unlistedReason, .asked, .checkBlanks])
  func `F2 puts off also from a list or a panel`(scene: Scene) throws {
    var sitting = try scene.play()
    sitting.press(.function(2))
    #expect(sitting.shows("以后补：") && sitting.shows(words(of: OwedPhrase.ask)))
  }
}
