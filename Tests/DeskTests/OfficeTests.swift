import FormModel
import Records
import Sentences
import Terminal
import Testing
import Wording

@testable import Desk

/// What needed a shell once: printing by class, class codes, a backup, the numbers that came back.
@Suite struct OfficeTests {
  private static func prints(_ desk: WorkDesk) -> [Effect] {
    desk.effects.filter { if case .print = $0 { true } else { false } }
  }

  // MARK: Printing

  @Test func `slips, forms and forms to fill in are printed of one class or of all`() throws {
    var desk = try WorkDesk.day()
    let ming = try desk.child("潘小明")
    desk.sit(PrintScreen(holder: WorkDesk.staff))
    desk.type("31")
    desk.press(.enter)
    #expect(Self.prints(desk).last == .print(.papers(.slips, [ming.id]), to: "补交单-20150128.html", WorkDesk.staff))
    desk.press(.enter)
    desk.type("33")
    desk.press(.enter)
    #expect(
      Self.prints(desk).last == .print(.papers(.prefilled, [ming.id]), to: "待填表-20150128.html", WorkDesk.staff))
    desk.press(.enter)
    desk.type("12")
    desk.press(.enter)
    guard case .print(.papers(.forms, let ids), _, _) = Self.prints(desk).last else {
      return #expect(Bool(false), "forms of all classes")
    }
    let all = desk.stored.values.filter { $0.status != .withdrawn }
    #expect(Set(ids) == Set(all.map(\.id)))
  }

  @Test func `a teacher prints the own classes, and a class without anything says so`() throws {
    var desk = try WorkDesk.day()
    desk.sit(PrintScreen(holder: .teacher(name: "李老师", classes: ["大一班"])))
    #expect(desk.shows("大一班") && !desk.shows("中二班"))
    desk.type("21")
    #expect(desk.shows(words(of: OfficePhrase.printNone)) && Self.prints(desk).isEmpty)
    desk.press(.escape)
    #expect(desk.shows(words(of: OfficePhrase.printClass)))
    desk.press(.function(10))
    #expect(desk.hasLeft)
  }

  @Test func `more classes than there is room for can all be reached`() throws {
    var desk = try WorkDesk()
    let classes = (1...40).map { "第\($0)班" }
    desk.size = Size(60, 20)
    desk.change { $0.classes = classes }
    desk.sit(PrintScreen(holder: WorkDesk.staff))
    for name in classes {
      desk.press(.down)
      #expect(desk.shows("▸") && desk.shows(name), "\(name)")
      #expect(desk.canvas.cursor != nil)
    }
  }

  // MARK: Class codes

  @Test func `a code is noted and taken away, and one that is none is refused`() throws {
    var desk = try WorkDesk()
    desk.sit(ClassCodesScreen(holder: WorkDesk.staff))
    desk.press(.down, .enter)
    desk.enter("班级-1")
    #expect(desk.shows("✗") && !desk.effects.contains { if case .saveSettings = $0 { true } else { false } })
    desk.press(.control("u"))
    desk.enter("bj0102")
    guard
      case .saveSettings(let settings, _, _) = desk.effects.last(where: {
        if case .saveSettings = $0 { true } else { false }
      })
    else { return #expect(Bool(false), "saved") }
    #expect(settings.classCodes == ["中二班": "BJ0102"] || settings.classCodes == ["中二班": "bj0102"])
    desk.press(.enter, .control("u"), .enter)
    guard
      case .saveSettings(let cleared, _, _) = desk.effects.last(where: {
        if case .saveSettings = $0 { true } else { false }
      })
    else { return #expect(Bool(false), "saved again") }
    #expect(cleared.classCodes.isEmpty)
  }

  @Test func `whom the next export corrects is told`() throws {
    var desk = try WorkDesk()
    desk.sit(ClassCodesScreen(holder: WorkDesk.staff))
    desk.tell(.work(.outWithoutCode(3)))
    #expect(desk.shows("3 个孩子"))
  }

  // MARK: Files

  @Test(arguments: FileTask.allCases)
  func `a file's name is asked for, what came of it is read to its end, and a problem asks again`(_ task: FileTask)
    throws
  {
    var desk = try WorkDesk()
    desk.sit(FileScreen(task, holder: WorkDesk.staff, desk.context))
    desk.enter("nowhere")
    #expect(desk.shows("✗ \(WorkDesk.noPlace)") && desk.shows("▸ nowhere"))
    desk.press(.control("u"))
    desk.enter("/media/usb/a")
    #expect(desk.effects.last == .perform(task, on: "/media/usb/a", WorkDesk.staff))
    #expect(desk.shows("✓ /media/usb/a") && !desk.shows("行 40"))
    desk.press(.end)
    #expect(desk.shows("行 40") && !desk.hasLeft)
    desk.press(.enter)
    #expect(desk.hasLeft)
  }

  @Test func `the menu has them for whoever may, and at a kiosk nothing that touches a file`() throws {
    let context = try WorkDesk().context
    func menu(_ holder: Authority, isKiosk: Bool) -> String {
      var context = context
      context.desk.isKiosk = isKiosk
      var canvas = Canvas(size: Size(80, 24))
      WorkMenuScreen(holder: holder).draw(on: &canvas, context)
      return canvas.text()
    }
    let files = [WorkPhrase.menuPrint, .menuBackup, .menuNumbers].map { words(of: $0) }
    for text in files {
      #expect(
        menu(WorkDesk.staff, isKiosk: false).contains(text) && !menu(WorkDesk.staff, isKiosk: true).contains(text))
    }
    #expect(menu(WorkDesk.staff, isKiosk: true).contains(words(of: WorkPhrase.menuCodes)))
    let teacher = menu(WorkDesk.teacher, isKiosk: false)
    #expect(
      teacher.contains(files[0]) && !teacher.contains(files[1]) && !teacher.contains(words(of: WorkPhrase.menuCodes)))
  }
}
