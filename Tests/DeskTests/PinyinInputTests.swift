import FormModel
import Records
import Sentences
import Standards
import Terminal
import TestSupport
import Testing

@testable import Desk
@testable import Wording

/// Chinese typed from a keyboard without an input method.
@Suite struct PinyinInputTests {
  private func sitting(at item: String = "name", _ language: Language = .chinese) throws -> Sitting {
    var sitting = try Sitting(.fill(Sitting.identity(0)), language)
    if item != "name" {
      sitting.press(.function(6))
      sitting.enter("\(try #require(sitting.context.form.index(of: item)) + 1)")
      #expect(sitting.item == item)
    }
    sitting.press(.function(4))
    return sitting
  }

  private func text(_ sitting: Sitting) -> String { sitting.guided?.entry.editor.textEditor?.text ?? "" }

  // MARK: Taking

  @Test func `a name is taken syllable by syllable, and Enter then goes on`() throws {
    var sitting = try sitting()
    sitting.type("panxiaoming")
    #expect(text(sitting) == "" && sitting.desk.preedit == "panxiaoming")
    #expect(sitting.shows("1潘 "), "\(sitting)")
    sitting.press(.text(" "))
    #expect(text(sitting) == "潘" && sitting.desk.preedit == "xiaoming")
    sitting.press(.enter)
    #expect(text(sitting) == "潘小" && sitting.item == "name")
    sitting.take("明")
    #expect(text(sitting) == "潘小明" && sitting.desk.preedit == "")
    sitting.press(.enter)
    #expect(sitting.value("name") == "潘小明" && sitting.item != "name")
  }

  @Test(arguments: [
    ("买买提·艾力", ["maimaiti", "买买提", ".", "aili", "艾力"]), ("欧阳𬭎", ["ouyang", "欧阳", "u5", "钅", "7", "𬭎"]),
    ("欧阳𬭎", ["ouyang", "欧阳", "u+2cb4e", "𬭎"]), ("欧阳𬭎", ["ouyang", "欧阳", "hong", "𬭎"]),
    ("单小燕", ["shan", "单", "xiao", "小", "yan", "燕"]), ("吕布", ["lv", "吕", "bu", "布"]),
    ("欧阳𬭎", ["ouyang", "欧阳", "U+2CB4E", "𬭎"]), ("欧阳𬭎", ["ouyang", "欧阳", "u2cb4e", "𬭎"]),
    ("欧阳𬭎", ["ouyang", "欧阳", "U2CB4E", "𬭎"]), ("佛山", ["fo", "佛", "shan", "山"]),
  ])
  func `names that a plain keyboard cannot type are typed from it`(_ name: String, _ steps: [String]) throws {
    var sitting = try sitting()
    for step in steps {
      if step.unicodeScalars.allSatisfy(\.isASCII) { sitting.type(step) } else { sitting.take(step) }
    }
    #expect(text(sitting) == name, "\(sitting)")
    sitting.press(.enter)
    #expect(sitting.value("name") == name)
  }

  @Test func `an address is one sentence, with its number, near the kindergarten`() throws {
    var sitting = try sitting(at: "address")
    sitting.type("hcqjiefangdonglu")
    sitting.press(.text(" "))
    sitting.type("12")
    sitting.type("hao")
    sitting.press(.text(" "))
    sitting.type("3dong 501shi ")
    #expect(text(sitting).hasSuffix("惠城区解放东路12号3栋501室"), "\(sitting)")
  }

  @Test func `letters that were typed before become what is read, and go back when it is turned off`() throws {
    var sitting = try Sitting()
    sitting.type("pan")
    #expect(sitting.shows(words(of: PinyinPhrase.offer)), "\(sitting)")
    sitting.press(.control("]"))
    #expect(text(sitting) == "" && sitting.desk.preedit == "pan" && sitting.shows("1潘"))
    sitting.press(.function(4))
    #expect(text(sitting) == "pan" && sitting.desk.preedit == nil)
  }

  @Test func `a name in letters can be typed, and what says so of pinyin is in nobody's way`() throws {
    for language in Language.allCases {
      var sitting = try Sitting(.fill(Sitting.identity(0)), language)
      sitting.type("Anna Smith")
      sitting.press(.enter)
      #expect(sitting.value("name") == "Anna Smith")
      sitting.press(.function(4), .backTab)
    }
    var other = try sitting()
    other.press(.text("A"))
    #expect(text(other) == "A" && other.desk.preedit == "")
  }

  @Test func `signs among hanzi are Chinese where a text is written, and stay as they are behind figures`() throws {
    var sitting = try sitting(at: "address")
    sitting.type("lu")
    sitting.press(.text("("))
    #expect(text(sitting).hasSuffix("（"))
    sitting.type("3.5")
    #expect(text(sitting).hasSuffix("3.5"))
    var name = try self.sitting()
    name.type("3.")
    #expect(text(name) == "3.")
  }

  // MARK: What the keys do

  @Test func `the mark stands as long as it is on, and the next text has it too`() throws {
    var sitting = try sitting()
    let mark = "─ \(words(of: PinyinPhrase.mark)) ─"
    #expect(sitting.shows(mark) && sitting.shows(words(of: PinyinPhrase.on)))
    sitting.type("pan ")
    sitting.press(.enter)
    #expect(!sitting.shows(mark), "nothing to type here")
    sitting.press(.function(6))
    sitting.enter("16")
    #expect(sitting.shows(mark) && sitting.desk.preedit == "")
    sitting.press(.function(4))
    #expect(!sitting.shows(mark))
  }

  @Test func `Esc drops the letters alone, Backspace takes back a letter and then a character`() throws {
    var sitting = try sitting()
    sitting.type("pan xiao")
    sitting.press(.escape)
    #expect(text(sitting) == "潘" && sitting.desk.preedit == "" && sitting.item == "name")
    sitting.type("xi")
    sitting.press(.backspace)
    #expect(sitting.desk.preedit == "x" && text(sitting) == "潘")
    sitting.press(.backspace, .backspace)
    #expect(sitting.desk.preedit == "" && text(sitting) == "")
    sitting.type("7")
    #expect(text(sitting) == "7", "a digit without letters is a digit")
  }

  @Test func `letters in the middle of a text hide nothing of it`() throws {
    var sitting = try Sitting()
    sitting.type("席安")
    sitting.press(.home, .function(4))
    sitting.type("ouyang")
    #expect(sitting.shows("ouyang席安"), "\(sitting)")
  }

  @Test(arguments: [Key.tab, .function(2), .function(5), .function(8), .function(10), .control("x"), .backTab, .end])
  func `a key that leads away takes what is highlighted, as Enter does, and leads away`(_ key: Key) throws {
    var sitting = try sitting(at: "native_place")
    sitting.type("guangdonghuizhou")
    sitting.press(key)
    #expect(sitting.desk.preedit ?? "" == "")
    #expect(sitting.value("native_place") ?? text(sitting) == "广东惠州", "\(sitting)")
    // What nobody has seen is not guessed.
    var name = try self.sitting()
    name.type("panxiaoming")
    name.press(key)
    #expect(name.value("name") ?? text(name) == "潘xiaoming", "\(name)")
  }

  @Test func `what a character is looked for by is never an answer`() throws {
    for letters in ["u5", "u+2b", "u2cb", "u99"] {
      var sitting = try sitting()
      sitting.type(letters)
      sitting.press(.tab)
      #expect(sitting.value("name") == nil && sitting.desk.preedit ?? "" == "" && sitting.item != "name", "\(letters)")
    }
  }

  @Test func `whoever types letters where hanzi are awaited is told how to type them`() throws {
    for item in ["name", "native_place", "address", "guardian_name"] {
      for (typed, isTold) in [("p", true), ("pan", true), ("潘x", true), ("3号楼B", false), ("潘", false)] {
        var sitting = try sitting(at: item)
        sitting.press(.function(4))
        sitting.type(typed)
        #expect(sitting.shows(words(of: PinyinPhrase.offer)) == isTold, "\(item) \(typed) \(sitting)")
      }
    }
    for scene in [Scene.owedNote, .unlistedPaper] {
      var sitting = try scene.play()
      sitting.type("h")
      #expect(sitting.shows(words(of: PinyinPhrase.offer)), "\(scene) \(sitting)")
    }
  }

  @Test func `a space that takes nothing is none`() throws {
    var sitting = try sitting(at: "address")
    sitting.press(.control("u"), .text(" "), .text("\u{3000}"))
    sitting.type("lu  ")
    #expect(text(sitting) == "路")
    sitting.type("8 ")
    #expect(text(sitting) == "路8 ", "behind a figure it is a space")
  }

  @Test func `pages are turned, and the highlight moves and is taken`() throws {
    var sitting = try sitting()
    sitting.type("yi")
    let first = sitting.desk.pinyin.page
    sitting.press(.pageDown)
    #expect(sitting.desk.pinyin.page.lowerBound == first.upperBound)
    sitting.press(.pageUp, .pageUp)
    #expect(sitting.desk.pinyin.page == first)
    sitting.press(.right, .right, .left)
    let second = sitting.desk.pinyin.candidates[1].text
    sitting.press(.enter)
    #expect(text(sitting) == second)
  }

  @Test func `undo takes back what was taken, and redo brings it again`() throws {
    var sitting = try sitting()
    sitting.type("pan ")
    sitting.press(.control("z"))
    #expect(text(sitting) == "")
    sitting.press(.control("y"))
    #expect(text(sitting) == "潘")
    sitting.type("xiao")
    sitting.press(.control("z"))
    #expect(text(sitting) == "潘" && sitting.desk.preedit == "", "letters go first")
  }

  @Test func `F1 tells the keys while letters stand there, and the next key goes back to them`() throws {
    for language in Language.allCases {
      for size in [Size(80, 24), Size(60, 20)] {
        var sitting = try sitting(at: "name", language)
        sitting.size = size
        sitting.type("pan")
        sitting.press(.function(1))
        for row in PinyinInput.keymap.rows(sitting.context.wording) {
          #expect(sitting.shows(row.keys) && sitting.shows(row.does), "\(row) \(sitting)")
        }
        sitting.press(.text("q"))
        #expect(sitting.desk.preedit == "pan")
      }
    }
  }

  @Test func `nothing of it stands there for whoever comes next`() throws {
    var sitting = try Sitting(.home)
    sitting.press(.text("1"), .function(4))
    sitting.type("pan")
    sitting.rest(seconds: 301)
    #expect(!sitting.shows("pan") && sitting.desk.preedit ?? "" == "", "\(sitting)")
  }

  @Test func `it works wherever hanzi are typed, and a field of figures says that it does not`() throws {
    for scene in [Scene.owedNote, .unlistedPaper, .settingsName, .settingsClasses] {
      var sitting = try scene.play()
      sitting.press(.function(4))
      sitting.type("hao ")
      #expect(sitting.shows("好") || sitting.shows("号"), "\(scene) \(sitting)")
    }
    var number = try Scene.number.play()
    number.press(.function(4))
    #expect(number.shows(words(of: PinyinPhrase.notHere)))
  }

  // MARK: Whatever is typed

  @Test func `whatever is pressed, the text is what was taken, and nobody is trapped`() throws {
    var lot = Steps(state: 2_026)
    let letters = Array("abcdefghijklmnopqrstuvwxyz'uuv".unicodeScalars)
    let others: [Key] = [
      .text(" "), .text("1"), .text("5"), .text("9"), .text("."), .text(","), .text("+"), .text("A"), .text("U"),
      .text("王"), .enter, .backspace, .escape, .pageDown, .pageUp, .up, .down, .left, .right, .delete, .function(4),
      .function(1), .control("z"), .control("y"), .home, .end,
    ]
    for _ in 0..<40 {
      var (input, taken) = (PinyinInput(), TextEditor())
      let decoder = try #require(try Sitting.form.get().tables.pinyin)
      let item = PinyinItem.allCases.randomElement(using: &lot) ?? .name
      for step in 0..<60 {
        let key =
          Int.random(in: 0..<5, using: &lot) < 3
          ? Key.text(letters.randomElement(using: &lot) ?? "a") : others.randomElement(using: &lot) ?? .enter
        let (before, text) = (input, taken.text)
        let heard = input.handle(key, at: HanziLine(item, taken), decoder)
        for key in heard { _ = taken.handle(key) }
        let said = "\(step) \(key) \(before.letters) → \(heard)"
        if key == .escape, !before.letters.isEmpty { #expect(input.letters == "" || before.isHelping, "\(said)") }
        if key == .escape || key == .backspace, !before.letters.isEmpty {
          #expect(taken.text == text, "\(said)")
        }
        if key == .backspace, !before.letters.isEmpty, !before.isHelping {
          #expect(input.letters == String(before.letters.dropLast()), "\(said)")
        }
        if !before.isOn, key != .function(4) { #expect(heard == [key], "\(said)") }
        #expect(input.candidates.isEmpty || input.candidates.indices.contains(input.highlighted), "\(said)")
        #expect(
          input.page.count <= 9 && (input.candidates.isEmpty || input.page.contains(input.highlighted)), "\(said)")
        #expect(!heard.contains(.enter) || before.letters.isEmpty, "\(said)")
      }
      // One key always leads out.
      let kept = input.letters
      #expect(input.isHelping || input.handle(.tab, at: HanziLine(item, taken), decoder).last == .tab, "\(kept)")
    }
  }

  @Test func `what was cut off is put up again, letters and all, and without the tables the text is the same`() throws {
    var (sitting, tape) = (try sitting(), Tape())
    tape.follow(sitting.desk.place(sitting.context))
    for key in "pan xiao1ming".unicodeScalars.map({ Key.text($0) }) {
      for event in sitting.compose(.key(key)) {
        tape.keep(event, at: sitting.context.now)
        sitting.take(.event(event))
      }
      tape.events.append(Desk.journalled(preedit: sitting.desk.preedit, at: sitting.context.now))
      tape.follow(sitting.desk.place(sitting.context))
    }
    let reading = try #require(tape.reading(sitting.context.now))
    var again = Desk([], person: Sitting.family, sitting.context)
    let held = HeldRecord(replaying: reading)
    again.lay(HomeScreen(isKiosk: false))
    _ = again.resume(reading, held, nil, sitting.context)
    #expect(again.preedit == "ming")
    #expect((again.page as? GuidedScreen)?.entry.editor.textEditor?.text == text(sitting))
    #expect(text(sitting).count == 2)
    let lines = reading.events.compactMap { $0["text"]?.string }
    #expect(lines.joined() == text(sitting), "the journal has what was taken, and no letter of it")
  }
}

extension Sitting {
  /// Turns the pages until the text stands there, and takes it by what stands before it.
  mutating func take(_ text: String) {
    for _ in 0..<60 {
      let input = desk.pinyin
      if let place = input.page.firstIndex(where: { input.candidates[$0].text == text }) {
        let offset = place - input.page.lowerBound
        return press(.text(input.label(offset) ?? " "))
      }
      press(.pageDown)
    }
    Issue.record("\(text) is nowhere: \(self)")
  }
}
