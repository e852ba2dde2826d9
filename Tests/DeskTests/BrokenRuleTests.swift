import FormModel
import Records
import Terminal
import Testing
import Wording

@testable import Desk
@testable import Filling

/// What a rule says of one item alone is said when that item is left, once; and nothing calls an item right that is not.
@Suite struct BrokenRuleTests {
  private func at(_ name: String, in sitting: Sitting) throws -> Sitting {
    var sitting = sitting
    sitting.press(.escape, .function(6))
    sitting.enter("\(try #require(sitting.context.form.index(of: name)) + 1)")
    sitting.press(.control("u"))
    return sitting
  }

  /// An item, what is wrong with it, and the code of the rule.
  private static let alone: [(item: String, value: String, rule: String)] = [
    ("address", "惠城区示范路", "address-no-number"), ("entry_date", "20280901", "entry-far-ahead"),
    ("entry_date", "20261001", "entry-ahead"),
  ]

  @Test(arguments: alone.indices, [false, true])
  func `a rule about one item alone is said when it is left, once, also of a form that was handed in`(
    place: Int, isHandedIn: Bool
  ) throws {
    let (item, value, _) = Self.alone[place]
    var sitting = try Scene.checkGood.play()
    if isHandedIn {
      let held = HeldRecord(
        try #require(try Scene.handedIn.play().stored.values.first), openedBy: "20220305", holder: WorkDesk.mother,
        on: sitting.context.today, form: sitting.context.form)
      sitting = try Sitting(.opened(try #require(held)))
    }
    sitting = try at(item, in: sitting)
    sitting.enter(value)
    guard case .finding(let finding) = sitting.guided?.entry.notice else {
      Issue.record("nothing was said\(sitting)")
      return
    }
    #expect(finding.fields.map { sitting.context.form.fields[$0].name } == [item] && sitting.item == item)
    sitting.press(.enter)
    #expect(sitting.item != item, "a second Enter goes on\(sitting)")
    sitting = try at(item, in: sitting)
    sitting.enter(value)
    #expect(sitting.item != item, "it is said once\(sitting)")
  }

  @Test func `a day that was offered is not asked about, and blanks stay silent`() throws {
    var sitting = try Scene.entryDays.play()
    let days = try #require(sitting.guided?.entry.filling.offeredDays(sitting.context.filling))
    let ahead = try #require(days.firstIndex { $0 > sitting.context.today })
    sitting.enter("\(ahead + 1)")
    #expect(sitting.item == "attendance" && sitting.guided?.entry.notice == nil, "\(sitting)")
    for field in sitting.context.form.fields.indices {
      var blank = try Sitting()
      blank.press(.function(6))
      blank.enter("\(field + 1)")
      guard blank.guided?.entry.panel == nil else { continue }
      blank.press(.tab)
      #expect(blank.guided?.entry.notice == nil, "\(field)\(blank)")
    }
  }

  /// Every way to make a number, a date or a text wrong; no line of the sheet that stands at the item begins with ✓ then.
  @Test func `the foot of the sheet never says ✓ of an item with an error, while it is typed nor when one comes back`()
    throws
  {
    var tried = 0
    for (item, value, other) in [
      ("id_number", Sitting.boy, ("sex", "2")), ("birth_date", "20220306", ("id_number", Sitting.boy)),
      ("guardian_id_number", Sitting.boy, ("id_number", Sitting.boy)),
      ("entry_date", "20200101", ("birth_date", "20220305")),
    ] {
      var room = try Classroom.newForm()
      func go(_ name: String) throws {
        room.press(.function(6))
        room.enter("\(try #require(room.context.form.index(of: name)) + 1)")
      }
      try go("id_type")
      room.type("1")
      try go("guardian_id_type")
      room.type("1")
      try go(other.0)
      room.type(other.1)
      room.press(.tab)
      try go(item)
      for scalar in value.unicodeScalars {
        room.press(.text(scalar))
        let sheet = try #require(room.desk.page as? SheetScreen)
        guard room.context.form.fields[sheet.entry.field].name == item else { break }
        let isWrong = sheet.entry.isDoubted(room.context)
        let foot = room.screen.split(separator: "\n").suffix(3)
        if isWrong {
          tried += 1
          #expect(!foot.contains { $0.contains("✓") }, "\(item)\n\(room.screen)")
        }
      }
      try go(item)
      let foot = room.screen.split(separator: "\n").suffix(3)
      #expect(!foot.contains { $0.contains("✓") }, "\(item)\n\(room.screen)")
      tried += 1
    }
    #expect(tried >= 6)
  }
}
