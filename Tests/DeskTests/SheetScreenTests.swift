import FormModel
import Records
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk

/// The sheet view, as a teacher on the fiftieth form uses it.
@Suite struct SheetScreenTests {
  static func held(_ record: Record, _ holder: Authority = Classroom.teacher) throws -> HeldRecord {
    try #require(HeldRecord(record, holder: holder))
  }

  static func sheet(_ record: Record, _ holder: Authority = Classroom.teacher) throws -> Classroom {
    let held = try held(record, holder)
    return try Classroom([record], at: { SheetScreen(held, $0) })
  }

  // MARK: How many keys

  /// The characters of the values as the sheet holds them: a list's text, a place's code, a day in eight digits.
  static func characters(_ room: Classroom, without left: Set<String> = []) throws -> Int {
    let record = try #require(room.record)
    var count = 0
    for (index, field) in room.context.form.fields.enumerated() where !left.contains(field.name) {
      if case .classCode = field.kind { count += record.contact.className?.count ?? 0 }
      guard let value = record.answers[index]?.value else { continue }
      switch field.kind {
      case .select: count += room.context.form.list(of: index)?.choice(value)?.text.count ?? 0
      case .date: count += value.count - 2
      case .place, .text, .classCode, .documentNumber: count += value.count
      }
    }
    return count
  }

  /// Within 1.15 of the characters, typed without copies or defaults.
  @Test func `a whole form takes hardly more keys than it has characters`() throws {
    var room = try Classroom.newForm()
    // Every item that can be asked: not agricultural, so also which kind, and disabled, so also how.
    room.enter("潘小明")
    room.type("CHN")
    room.type("1")
    room.type(Child.boy)
    room.type("01")
    room.type("00")
    room.type("4")
    room.type("441302000000")
    room.enter("广东惠州")
    room.type("21")
    room.type("441302000000")
    // Without the place that the line begins with.
    room.press(.control("u"))
    room.enter("示范路8号3栋")
    room.type("2")
    room.type("20250901")
    room.type("1")
    room.type("112412")
    room.type("2")
    room.enter("潘大明")
    room.type(Child.mother)
    let record = try #require(room.record)
    let answered = record.answers.count { $0?.value != nil } + (record.contact.className == nil ? 0 : 1)
    #expect(answered == 28)
    let characters = try Self.characters(room)
    let typed = try Self.characters(room, without: ["sex", "birth_date"])
    print("sheet: \(room.keys) keys for \(characters) characters, \(typed) without those the number gives")
    #expect(Double(room.keys) <= 1.15 * Double(characters))
    #expect(Double(room.keys) <= 1.15 * Double(typed))
    #expect(room.shows("检查"), "after the last item the list of findings is shown")
  }

  // MARK: Going on by itself

  struct Full: Sendable, CustomTestStringConvertible {
    var item: String
    var typed: String
    /// The item after it; the same where the line is not full.
    var leads: String
    var testDescription: String { "\(item) ‘\(typed)’" }
  }

  @Test(arguments: [
    Full(item: "id_number", typed: Child.boy, leads: "ethnic_group"),
    Full(item: "id_number", typed: "44130220220305123", leads: "id_number"),
    Full(item: "id_number", typed: "441302202203051235", leads: "id_number"),
    Full(item: "id_number", typed: "４４１３０２２０２２０３０５１２３６", leads: "ethnic_group"),
    Full(item: "guardian_id_number", typed: Child.mother, leads: "guardian_id_type"),
    Full(item: "entry_date", typed: "20250901", leads: "attendance"),
    Full(item: "entry_date", typed: "250901", leads: "entry_date"),
    Full(item: "entry_date", typed: "20250231", leads: "entry_date"),
    Full(item: "entry_date", typed: "2025-9-1", leads: "entry_date"),
    Full(item: "nationality", typed: "CHN", leads: "id_type"),
    Full(item: "nationality", typed: "zg", leads: "nationality"),
    Full(item: "ethnic_group", typed: "01", leads: "overseas_status"),
    Full(item: "ethnic_group", typed: "0", leads: "ethnic_group"),
    Full(item: "overseas_status", typed: "00", leads: "blood_type"),
    Full(item: "blood_type", typed: "4", leads: "birthplace"),
    Full(item: "birthplace", typed: "441302000000", leads: "native_place"),
    Full(item: "birthplace", typed: "441302", leads: "birthplace"),
    Full(item: "only_child", typed: "1", leads: "left_behind"),
    Full(item: "only_child", typed: "0", leads: "left_behind"),
    Full(item: "only_child", typed: "7", leads: "only_child"),
    Full(item: "left_behind", typed: "0", leads: "migrant_worker_child"),
    // Codes of two digits: the first chooses, the second is no answer to the next item.
    Full(item: "health", typed: "3", leads: "disabled"),
    Full(item: "health", typed: "30", leads: "disabled"),
    Full(item: "health", typed: "50", leads: "disabled"),
    Full(item: "health", typed: "4", leads: "disabled"),
    Full(item: "health", typed: "300", leads: "orphan"),
    Full(item: "health", typed: "32", leads: "orphan"),
    Full(item: "address", typed: "示范路8号", leads: "address"),
  ])
  func `an item is left by itself once it is full`(_ full: Full) throws {
    let record = try Child.record(without: [full.item, "guardian_id_number"])
    var room = try Self.sheet(record)
    let field = try #require(room.context.form.index(of: full.item))
    room.jump(field + 1)
    room.type(full.typed)
    #expect(room.item == full.leads)
  }

  @Test func `the Enter that is pressed out of habit after a full line leaves the next item alone`() throws {
    var room = try Self.sheet(Child.record(without: ["id_number", "ethnic_group"]))
    #expect(room.item == "id_number")
    room.enter(Child.boy)
    #expect(room.item == "ethnic_group")
    room.press(.enter)
    #expect(room.item == "overseas_status", "the second Enter means the item it stands at")
  }

  @Test func `an Enter after the last number does not hand in`() throws {
    var room = try Self.sheet(Child.record(without: ["guardian_id_number", "guardian_id_type"]))
    room.enter(Child.mother)
    #expect(room.record?.status == .draft)
    #expect(room.shows("交表"))
    room.press(.enter)
    #expect(room.record?.status == .submitted)
  }

  @Test func `an Enter after a full line takes what the next item offers`() throws {
    var room = try Self.sheet(Child.record(without: ["blood_type", "birthplace"]))
    room.jump(7)
    room.type("4")
    #expect(room.shows("身份证号上是“广东省 · 惠州市 · 惠城区”"))
    room.press(.enter)
    #expect(room.value("birthplace") == "441302000000")
    #expect(room.item == "native_place")
  }

  @Test func `the number fills sex and birth date, which are passed over`() throws {
    var room = try Classroom.newForm()
    room.enter("潘小明")
    room.type("CHN1\(Child.boy)")
    #expect(room.value("sex") == "1")
    #expect(room.value("birth_date") == "2022-03-05")
    #expect(room.item == "ethnic_group")
  }

  // MARK: Walking

  @Test func `F6 jumps by number, F8 and F7 go between what needs something`() throws {
    var room = try Self.sheet(Child.record(without: ["hukou_type", "orphan"], owed: ["address": "2026-03-09"]))
    #expect(room.item == "hukou_type")
    room.press(.function(8))
    #expect(room.item == "address", "what is put off needs something too")
    room.press(.function(8))
    #expect(room.item == "orphan")
    room.press(.function(7), .function(7))
    #expect(room.item == "hukou_type")
    room.jump(27)
    #expect(room.item == "guardian_id_type")
    room.press(.up, .backTab)
    #expect(room.item == "guardian_name")
    room.press(.down, .tab)
    #expect(room.item == "guardian_id_type")
  }

  @Test func `undo takes back the last item and redo gives it again`() throws {
    var room = try Self.sheet(Child.record(without: ["hukou_type"]))
    room.type("1")
    #expect(room.value("hukou_type") == "1")
    room.press(.control("z"))
    #expect(room.value("hukou_type") == nil)
    room.press(.control("y"))
    #expect(room.value("hukou_type") == "1")
  }

  @Test func `the page has every key of the family's view`() {
    for binding in FormEntry.keymap.bindings {
      for key in binding.keys {
        #expect(SheetScreen.keymap.action(for: key) == .form(binding.action), "\(key)")
      }
    }
  }

  // MARK: Whose word it is

  @Test(arguments: [Classroom.teacher, Classroom.staff])
  func `what a teacher gives waits for the family`(_ holder: Authority) throws {
    var room = try Self.sheet(Child.record(without: ["hukou_type"]), holder)
    #expect(room.shows("◇ 0"))
    room.type("1")
    #expect(room.answer("hukou_type")?.confirmation == .unconfirmed)
    #expect(room.answer("hukou_type")?.by == holder.person)
    #expect(room.shows("13 ◇"))
    #expect(room.shows("◇ 1"))
  }

  @Test func `a warning is accepted with a reason in words`() throws {
    var room = try Self.sheet(Child.record(without: ["address"]))
    room.enter("示范路")
    room.press(.function(5), .home, .enter)
    room.type("1")
    #expect(room.shows(words(of: SheetPhrase.reasonAsk)))
    room.press(.enter)
    #expect(room.shows(words(of: SheetPhrase.reasonMissing)))
    #expect(room.record?.accepted.isEmpty == true)
    room.enter("看过房产证")
    #expect(room.record?.accepted.map(\.reason) == ["看过房产证"])
    #expect(room.shows("交表"))
  }

  @Test func `a change of an approved record becomes a proposal`() throws {
    let fields = Array(try Classroom.form.get().fields.indices)
    let record = try Child.after(
      [.handIn, .confirm(fields: fields, how: .paper, who: "母亲"), .approve], Child.record())
    #expect(record.status == .approved)
    var room = try Self.sheet(record)
    #expect(room.shows(words(of: SheetPhrase.approved)))
    room.jump(16)
    room.press(.control("u"))
    room.enter("示范路9号")
    #expect(room.record?.proposals.map(\.value) == ["示范路9号"])
    #expect(room.value("address") == "示范路8号3栋")
    #expect(room.shows("→ 示范路9号"))
    room.press(.function(2))
    #expect(room.shows(words(of: SheetPhrase.noLaterNow)))
    room.press(.control("z"))
    #expect(room.shows(words(of: SheetPhrase.takeBack)))
    room.jump(16)
    room.press(.control("u"))
    room.enter("示范路8号3栋")
    #expect(room.record?.proposals.isEmpty == true)
  }

  @Test func `a withdrawn record can be walked through and not changed`() throws {
    let record = try Child.after([.withdraw(reason: "搬走了")], Child.record(without: ["hukou_type"]))
    var room = try Self.sheet(record)
    let item = room.item
    room.type("1")
    #expect(room.shows(words(of: SheetPhrase.readOnly)))
    room.press(.function(2), .function(5), .enter, .down)
    #expect(room.record == record)
    #expect(room.item != item)
    room.press(.function(10))
    #expect(room.hasLeft)
    #expect(room.stored == [record])
  }

  // MARK: Leaving

  @Test func `leaving a new form shows its code, and n begins the next`() throws {
    var room = try Classroom.newForm()
    let code = try #require(room.record?.code.text)
    #expect(!room.shows("取件码"))
    room.enter("潘小明")
    #expect(room.shows("取件码 \(code)"))
    room.press(.function(10))
    #expect(room.shows(code.map(String.init).joined(separator: " ")))
    #expect(!room.hasLeft)
    room.type("n")
    #expect(room.record?.revision == 0)
    #expect(room.record?.code.text != code)
    room.press(.function(10))
    #expect(room.hasLeft, "a form without a word leaves no page behind")
    #expect(room.stored.count == 1)
  }

  @Test func `a form is filled in for a family from the menu to the code and back`() throws {
    var room = try Classroom([], at: { _ in WorkMenuScreen(holder: Classroom.teacher) })
    room.type("1")
    room.enter("潘小明")
    #expect(room.stored.map { $0.created.by.role } == [.teacher])
    let code = try #require(room.stored.first?.code.text)
    #expect(room.shows("取件码 \(code)"))
    room.press(.control("x"))
    #expect(room.shows(code.map(String.init).joined(separator: " ")))
    room.press(.enter)
    #expect(room.shows(words(of: WorkPhrase.menuNewForm)))
  }

  @Test func `what could not be saved is said in the sheet and asked about before leaving`() throws {
    var room = try Self.sheet(Child.record(without: ["hukou_type"]))
    room.type("1")
    let id = room.stored[0].id
    room.tell(.record(.failed(id, StoreError(.conflict, path: "records/2026-03-02/x.json"))))
    room.press(.down)
    #expect(room.shows(words(of: Wording(.chinese).message(StoreError(.conflict, path: "")))))
    room.press(.function(10))
    #expect(!room.hasLeft)
    #expect(room.shows("还没有存上"))
    room.type("2")
    #expect(room.hasLeft)
  }

  @Test func `whoever waits to leave leaves once everything is saved`() throws {
    var room = try Self.sheet(Child.record(without: ["hukou_type"]))
    room.type("1")
    let saved = room.stored[0]
    room.tell(.record(.failed(saved.id, StoreError(.full, path: "records"))))
    room.press(.function(10))
    #expect(!room.hasLeft)
    room.tell(.record(.saved(saved.id, revision: saved.revision, at: Classroom.morning)))
    #expect(room.hasLeft)
  }

  @Test func `a teacher hands in without being asked for a relation`() throws {
    var room = try Self.sheet(Child.record(without: ["hukou_type"]))
    room.type("1")
    room.press(.function(5), .enter)
    #expect(room.stored[0].status == .submitted)
    #expect(room.shows("交表了"))
    room.press(.enter)
    #expect(room.hasLeft)
  }

  @Test func `the read-back opens over the sheet, and what it confirmed is seen`() throws {
    var room = try Self.sheet(Child.record(without: ["hukou_type"]))
    room.type("1")
    room.press(.control("b"))
    #expect(room.isReadingBack)
    let confirmed = try Child.after(
      [.confirm(fields: [12], how: .telephone, who: "母亲")], room.stored[0])
    room.tell(.record(.saved(confirmed.id, revision: confirmed.revision, at: Classroom.morning)))
    room.replace(confirmed)
    room.press(.function(10))
    #expect(room.record == confirmed)
    #expect(room.shows("13 ✓"))
    room.jump(12)
    room.press(.control("u"))
    room.enter("广东广州")
    #expect(room.stored[0].revision == confirmed.revision + 1)
  }

  @Test func `an empty form has nothing to confirm`() throws {
    var room = try Classroom.newForm()
    room.press(.control("b"))
    #expect(!room.isReadingBack)
    #expect(room.shows(words(of: SheetPhrase.nothingYet)))
  }
}
