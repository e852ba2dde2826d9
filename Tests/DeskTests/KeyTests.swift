import FormModel
import Sentences
import Terminal
import Testing
import TextLayout

@testable import Desk
@testable import Wording

/// The rules of the desk, 7: one key, one meaning, a Ctrl twin for each function key, letters are text.
@Suite struct KeyTests {
  private static let twins: [Int: Character] = [
    1: "g", 2: "o", 3: "f", 4: "]", 5: "r", 6: "t", 7: "p", 8: "n", 10: "x",
  ]

  /// The keys of every page, with the sentence that each has in the help.
  private static let tables: [[(keys: [Key], phrase: any Phrase)]] = [
    FormEntry.keymap.bindings.map { ($0.keys, $0.phrase) },
    PanelKeys.steps.bindings.map { ($0.keys, $0.phrase) }, PanelKeys.line.bindings.map { ($0.keys, $0.phrase) },
    PanelKeys.list.bindings.map { ($0.keys, $0.phrase) }, SearchEditor.keymap.bindings.map { ($0.keys, $0.phrase) },
    CheckPanel.keymap.bindings.map { ($0.keys, $0.phrase) },
    PinyinInput.keymap.bindings.map { ($0.keys, $0.phrase) },
    Menu.keymap.bindings.map { ($0.keys, $0.phrase) },
  ]

  @Test func `every function key has its Ctrl twin on every page`() {
    for binding in Self.tables.joined() {
      for case .function(let number) in binding.keys {
        let twin = Self.twins[number]
        #expect(twin != nil, "F\(number)")
        #expect(twin.map { binding.keys.contains(.control($0)) } ?? false, "F\(number)")
      }
      for case .control(let letter) in binding.keys {
        // Those of a line of text have no function key.
        guard !"lzyuw".contains(letter) else { continue }
        #expect(
          Self.twins.contains { $0.value == letter && binding.keys.contains(.function($0.key)) }, "Ctrl-\(letter)")
      }
    }
  }

  @Test func `no key stands twice in one table`() {
    for table in Self.tables {
      let keys = table.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func `no letter is a command in any table`() {
    for key in Self.tables.joined().flatMap(\.keys) {
      if case .text(let scalar) = key, scalar.properties.isAlphabetic { Issue.record("\(key)") }
    }
  }

  @Test(arguments: [Size(60, 20), Size(80, 24), Size(132, 40)], Language.allCases)
  func `the help page shows every key whole, with what it does`(size: Size, language: Language) throws {
    for scene in [Scene.text, .owedReason, .checkBlanks] {
      var sitting = try scene.play(language, size)
      sitting.press(.function(1))
      // Where the item's own words leave no room, the keys stand on a page of their own.
      if scene == .text { sitting.press(.function(1)) }
      for row in try #require(sitting.guided).entry.keys.rows(sitting.context.wording) {
        #expect(sitting.shows(row.keys) && sitting.shows(row.does), "\(row)\n\(sitting.screen)")
      }
    }
  }

  @Test(arguments: [Size(60, 20), Size(80, 24)], Language.allCases)
  func `the bar names the way on and the way out at every width`(size: Size, language: Language) throws {
    for scene in NeverTrapTests.guided where scene != .unsaved {
      let sitting = try scene.play(language, size)
      if sitting.guided?.isHelping == true { continue }
      let bar = sitting.screen.split(separator: "\n").last.map(String.init) ?? ""
      #expect(bar.contains("F10/^X ") && bar.contains("F1/^G "), "\(scene) \(bar)")
      #expect(TextWidth.of(bar) <= size.columns - Frame.margin)
    }
  }

  @Test(arguments: Language.allCases)
  func `a bar names only keys that every terminal lets through, from 60 columns up`(language: Language) {
    let wording = Wording(language)
    let bars: [(String, (Int) -> [String])] = [
      ("guided", { [FormEntry.keymap.bar(wording, columns: $0)] }),
      ("steps", { [PanelKeys.steps.bar(wording, columns: $0)] }),
      ("line", { [PanelKeys.line.bar(wording, columns: $0)] }),
      ("panel with a list", { [PanelKeys.list.bar(wording, columns: $0)] }),
      ("filter", { [PanelKeys.filter.bar(wording, columns: $0)] }),
      ("text", { [PanelKeys.text.bar(wording, columns: $0)] }),
      ("masked text", { [PanelKeys.masked.bar(wording, columns: $0)] }),
      ("slip", { [PanelKeys.slip.bar(wording, columns: $0)] }),
      ("approving", { [PanelKeys.yes(ReviewRecordPhrase.keyApprove).bar(wording, columns: $0)] }),
      ("long list", { [SearchEditor.keymap.bar(wording, columns: $0)] }),
      ("check", { [CheckPanel.keymap.bar(wording, columns: $0)] }),
      ("asked", { [PanelKeys.question().bar(wording, columns: $0)] }),
      ("pinyin", { [PinyinInput.keymap.bar(wording, columns: $0)] }),
      ("menu", { [Menu.keymap.bar(wording, columns: $0)] }),
      ("choice", { [PanelKeys.choice.bar(wording, columns: $0)] }),
      ("proposals", { [PanelKeys.proposals.bar(wording, columns: $0)] }),
      ("come back", { [ComeBackScreen.keymap.bar(wording, columns: $0)] }),
      ("locked", { [LockScreen.keymap.bar(wording, columns: $0)] }),
      ("settings", { [SettingsScreen.keymap.bar(wording, columns: $0)] }),
      ("door", { [DoorScreen.keymap.bar(wording, columns: $0)] }),
      ("a roster", { ImportScreen.keymap.bars(wording, columns: $0) }),
      ("figures", { FiguresScreen.keymap.bars(wording, columns: $0) }),
      ("names", { [PanelKeys.names.bar(wording, columns: $0)] }),
      ("class codes", { ClassCodesScreen.keymap.bars(wording, columns: $0) }),
      ("accounts", { PeopleScreen.keymap.bars(wording, columns: $0) }),
      ("giving", { GivingScreen.keymap.bars(wording, columns: $0) }),
      ("giving, the value", { [GivingAnswer.keymap.bar(wording, columns: $0)] }),
      ("giving, the preview", { [GivingPlan.askKeymap.bar(wording, columns: $0)] }),
      ("giving, told", { [GivingPlan.toldKeymap.bar(wording, columns: $0)] }),
      ("sheet", { [SheetScreen.keymap.bar(wording, columns: $0)] }),
      ("item walk", { [ItemWalk.keymap.bar(wording, columns: $0)] }),
      ("completion", { [CompletionScreen.keymap.bar(wording, columns: $0)] }),
      ("my class", { [CompletionScreen.firstKeymap.bar(wording, columns: $0)] }),
      ("compared", { [PanelKeys.compare.bar(wording, columns: $0)] }),
      ("review", { ReviewScreen.keymap.bars(wording, columns: $0) }),
      ("record", { ReviewRecordScreen.keymap.bars(wording, columns: $0) }),
      ("day", { DayCloseScreen.keymap.bars(wording, columns: $0) }),
      ("family", { ReadBackScreen.familyKeymap.bars(wording, columns: $0) }),
      ("staff", { ReadBackScreen.staffKeymap.bars(wording, columns: $0) }),
    ]
    for (name, bar) in bars {
      for columns in 56...140 {
        let lines = bar(columns)
        let text = lines.joined(separator: "   ")
        #expect(lines.count <= 2 && lines.allSatisfy { TextWidth.of($0) <= columns }, "\(name) \(columns) \(lines)")
        #expect(text.contains("F1/^G ") && text.contains("F10/^X "), "\(name) \(columns) \(text)")
        // Where one goes back or up is never left out.
        #expect(text.contains("↑") || !bar(400).joined().contains("↑"), "\(name) \(columns) \(text)")
        for word in text.split(separator: " ") where word.first == "F" && word.dropFirst().first?.isNumber == true {
          #expect(word.contains("/^"), "\(name) \(columns) \(word)")
        }
      }
    }
  }

  @Test(arguments: [
    Scene.text, .number, .date, .searchOpen, .place, .owedNote, .owedDue, .unlistedPaper, .fillerTelephone,
  ])
  func `letters and digits are text wherever text can be typed`(scene: Scene) throws {
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789" {
      var sitting = try scene.play()
      let (page, before) = (sitting.guided?.entry.field, sitting.screen)
      sitting.type(String(letter))
      #expect(sitting.guided?.entry.field == page)
      #expect(sitting.screen != before, "\(letter)")
      sitting.press(.backspace)
      #expect(sitting.guided?.entry.field == page)
    }
  }

  @Test func `F3 in an item without a list says so and changes nothing`() throws {
    var sitting = try Scene.number.play()
    sitting.press(.function(3))
    #expect(sitting.shows(words(of: GuidedPhrase.nothingToSearch)))
    sitting.type("0")
    #expect(!sitting.shows(words(of: GuidedPhrase.nothingToSearch)))
  }

  @Test(arguments: [Scene.searchOpen, .place, .settingsPlace])
  func `Enter on a place that is no more says so wherever places are searched`(scene: Scene) throws {
    var sitting = try scene.play()
    sitting.press(.control("u"))
    sitting.type("惠阳市")
    sitting.press(.up, .enter)
    #expect(sitting.shows("✗ " + words(of: GuidedPhrase.notSelectable)), "\(sitting.screen)")
    #expect(sitting.shows("▸ 惠阳市"), "the list stands open\n\(sitting.screen)")
  }

  @Test func `F7 and F8 go from gap to gap`() throws {
    var sitting = try Scene.checkGood.play()
    sitting.press(.escape, .function(6))
    sitting.enter("16")
    sitting.press(.control("u"), .function(8))
    #expect(sitting.item == "address")
    sitting.press(.function(6))
    sitting.enter("1")
    sitting.press(.function(8))
    #expect(sitting.item == "address")
    sitting.press(.function(6))
    sitting.enter("28")
    sitting.press(.control("p"))
    #expect(sitting.item == "address")
  }

  @Test func `a number of two digits is waited for where there are more than nine classes`() throws {
    var sitting = try Scene.manyClasses.play()
    sitting.type("1")
    #expect(sitting.item == "class_code")
    sitting.type("8")
    #expect(sitting.record?.contact.className == "大6班")
    #expect(sitting.item == "entry_date")
    sitting.press(.up)
    sitting.type("1")
    sitting.enter()
    #expect(sitting.record?.contact.className == "小1班")
    sitting.press(.up)
    sitting.type("7")
    #expect(sitting.record?.contact.className == "中1班")
  }

  @Test func `a highlight that only moved is no answer`() throws {
    for key in [Key.tab, .up, .function(5), .function(10)] {
      var sitting = try Scene.choices.play()
      sitting.press(.right, .right, key)
      #expect(sitting.value("id_type") == nil, "\(key)")
    }
    var sitting = try Scene.choices.play()
    sitting.press(.right, .enter)
    #expect(sitting.value("id_type") == "6")
  }
}
