import FormModel
import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// Second thoughts: undone, mended, declined, asked again.
@Suite struct MendTests {
  @Test func `undo goes back over items, the class included, and forward again`() throws {
    var sitting = try Sitting()
    sitting.fillChild()
    sitting.fillHome()
    sitting.type("2")
    #expect(sitting.record?.contact.className == "中一班")
    sitting.press(.control("z"))
    #expect(sitting.item == "class_code" && sitting.record?.contact.className == nil)
    #expect(sitting.shows(words(of: GuidedPhrase.undone)))
    sitting.press(.control("z"))
    #expect(sitting.item == "address" && sitting.value("address") == nil)
    sitting.press(.control("y"), .control("y"))
    #expect(sitting.record?.contact.className == "中一班" && sitting.value("address") == "广东省惠州市惠城区示范路8号3栋")
    sitting.press(.function(6))
    sitting.enter("6")
    for _ in 0..<18 { sitting.press(.backspace) }
    sitting.press(.enter)
    #expect(sitting.value("sex") == nil, "what was read off the number goes with it")
    sitting.press(.control("z"))
    #expect(sitting.value("id_number") == Sitting.boy && sitting.value("sex") == "1")
  }

  @Test func `an answer that stops applying leaves the form and comes back`() throws {
    var sitting = try Sitting()
    sitting.fillAll()
    sitting.press(.escape, .function(6))
    sitting.enter("8")
    sitting.enter("xg")
    #expect(sitting.value("hukou_type") == nil)
    sitting.press(.control("z"))
    #expect(sitting.value("nationality") == "CHN" && sitting.value("hukou_type") == "1")
  }

  @Test func `an old number of a guardian is refused, and the new one offered`() throws {
    var sitting = try Sitting()
    sitting.press(.function(6))
    sitting.enter("28")
    sitting.enter("441302900101002")
    #expect(sitting.shows("✗ 15 位的旧号码") && sitting.shows("换成 18 位是"))
    sitting.press(.enter)
    #expect(sitting.value("guardian_id_number")?.count == 18)
  }

  @Test func `two wrong digits of a telephone are mended where they stand`() throws {
    var sitting = try Scene.fillerTelephone.play()
    sitting.type("x")
    sitting.press(.enter)
    #expect(sitting.shows("✗ \(words(of: CheckPhrase.telephoneWrong))"))
    sitting.press(.backspace)
    #expect(!sitting.shows("✗"))
    sitting.press(.enter)
    #expect(sitting.shows("交好了"))
  }

  @Test func `a place can be taken for a text where there is no input method`() throws {
    var sitting = try Scene.place.play()
    sitting.press(.enter)
    #expect(sitting.guided?.entry.editor.textEditor?.text == "广东省惠州市惠城区")
    sitting.press(.enter)
    #expect(sitting.value("native_place") == "广东省惠州市惠城区")
  }

  @Test func `a window that changes its size keeps the item, the text and the cursor`() throws {
    var sitting = try Scene.number.play()
    let before = sitting.canvas
    sitting.size = Size(40, 10)
    sitting.send(.resize(sitting.size))
    #expect(sitting.shows("窗口太小"))
    sitting.size = Size(80, 24)
    sitting.send(.resize(sitting.size))
    #expect(sitting.canvas == before)
  }

  @Test func `a place that Enter has not taken is not taken by leaving either`() throws {
    var sitting = try Sitting(.home, settings: Settings())
    sitting.enter("示范幼儿园")
    sitting.type("hcq")
    sitting.press(.function(10))
    #expect(sitting.shows("欢迎") && sitting.context.settings.kindergarten == "示范幼儿园")
    #expect(sitting.context.settings.division == nil)
  }

  @Test func `an item that was put off says what Enter would take`() throws {
    var sitting = try Sitting()
    sitting.fillChild()
    while sitting.item != "birthplace" { sitting.press(.down) }
    sitting.press(.function(2))
    sitting.enter("1")
    sitting.press(.up)
    #expect(sitting.item == "birthplace" && sitting.shows("… 以后补"))
    #expect(sitting.shows("身份证号上是“广东省 · 惠州市 · 惠城区”"))
    sitting.press(.enter)
    #expect(sitting.value("birthplace") == "441302000000")
  }

  @Test func `Enter alone in the line of numbers finds no fault`() throws {
    var sitting = try Scene.jump.play()
    sitting.press(.enter)
    #expect(!sitting.shows("✗"))
    sitting.enter("29")
    #expect(sitting.shows("✗ 没有第 29 项"))
  }

  @Test func `settings are asked once, each may be skipped, and a place is taken only with Enter`() throws {
    var sitting = try Sitting(.home, settings: Settings())
    sitting.enter("示范幼儿园")
    sitting.type("hcq")
    sitting.press(.tab)
    #expect(sitting.shows("有哪些班"))
    sitting.press(.backTab, .function(3))
    #expect(sitting.shows("1 / 3,"), "F3 shows the whole list here too")
    sitting.press(.escape)
    sitting.enter("qqqqq")
    #expect(sitting.shows("没有找到"))
    sitting.press(.escape)
    sitting.enter("441302")
    sitting.enter("小一班 小二班，中一班、大一班")
    #expect(sitting.context.settings.division == "441302")
    #expect(sitting.context.settings.classes == ["小一班", "小二班", "中一班", "大一班"])
    #expect(sitting.shows("欢迎") && sitting.shows("示范幼儿园"))
    sitting.type("4")
    #expect(!sitting.shows("第一次用"))
  }
}
