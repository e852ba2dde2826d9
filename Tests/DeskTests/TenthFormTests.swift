import FormModel
import Records
import Sentences
import Standards
import Terminal
import Testing
import Wording

@testable import Desk
@testable import Filling

/// Fifty forms a day: what repeats is offered from the form before, and nothing that is one child's own.
@Suite struct TenthFormTests {
  /// Boys and girls of Huicheng, born on days of March 2022; every name and number is invented.
  static func child(_ number: Int) -> [String: String] {
    let digits = Array("441302202203\(10 + number)12\(number % 10)".utf8)
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    let last = Array("10X98765432".utf8)[sum % 11]
    return [
      "name": "潘小" + ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"][number % 10], "nationality": "CHN",
      "id_type": "1", "id_number": String(decoding: digits + [last], as: UTF8.self), "ethnic_group": "01",
      "overseas_status": "00", "birthplace": "441302000000", "native_place": "广东惠州", "hukou_type": "1",
      "hukou_place": "441302000000", "address": "广东省惠州市惠城区示范路8号3栋", "class_code": "小一班", "entry_date": "2025-09-01",
      "attendance": "1", "only_child": "0", "left_behind": "0", "migrant_worker_child": "0", "health": "10",
      "disabled": "0", "orphan": "0", "guardian_name": "潘大明", "guardian_id_type": "1",
      "guardian_id_number": Sitting.mother,
    ]
  }

  private static func list(
    _ stored: [Record] = [], _ holder: Authority = Classroom.teacher, daysLater: Int = 0
  ) throws -> Classroom {
    try Classroom(stored, daysLater: daysLater, at: { _ in CompletionScreen(holder: holder, isFirst: true) })
  }

  /// Every hanzi and every digit counts as one key, the two numbers of 18 digits and the address of 16 characters
  /// included, and so does the `n` that begins the form: from one page with a code to the next.
  @Test func `a teacher's tenth form of a class takes at most 70 keys`() throws {
    var teacher = Teacher(try Self.list())
    var keys: [Int] = []
    for number in 1...10 {
      let before = teacher.room.keys
      teacher.press(.text("n"))
      _ = try teacher.fills(Self.child(number))
      keys.append(teacher.room.keys - before)
      let record = try #require(teacher.room.stored.last)
      #expect(record.status == .submitted && record.contact.className == "小一班")
      for (name, value) in Self.child(number) where name != "class_code" {
        let field = try #require(teacher.room.context.form.index(of: name))
        #expect(record.answers[field]?.value == value, "\(name)")
      }
    }
    print("a teacher's forms, stops \(teacher.stops.count), keys with each hanzi as one: \(keys)")
    #expect(keys[9] <= 70, "\(keys) \(teacher.stops)")
    #expect(keys[1...].allSatisfy { $0 == keys[1] } && keys[0] > keys[9])
    #expect(teacher.room.stored.count == 10)
  }

  // MARK: What is offered

  /// The next form after one that was filled in.
  private static func second(_ change: [String: String] = [:]) throws -> Classroom {
    var teacher = Teacher(try list(), searches: ["nationality": "FRA"])
    teacher.press(.text("n"))
    _ = try teacher.fills(child(1).merging(change) { $1 })
    teacher.press(.text("n"))
    return teacher.room
  }

  @Test func `all of it is seen before one Enter takes it, and stands as offered`() throws {
    var room = try Self.second()
    room.enter("潘小乙")
    let filling = try #require(room.sheet?.entry.filling)
    #expect(filling.asking == .carried)
    let fields = filling.carriedFields(room.context.filling).map { room.context.form.fields[$0].name }
    #expect(
      fields == ["nationality", "id_type", "ethnic_group", "overseas_status", "class_code", "entry_date", "attendance"])
    for text in [words(of: SheetPhrase.carriedTitle), "中国", "居民身份证", "汉族", "小一班", "2025年9月1日", "走读", "Enter"] {
      #expect(room.shows(text), "\(text)\(room.testDescription)")
    }
    room.press(.enter)
    #expect(room.item == "id_number")
    for name in fields where name != "class_code" {
      #expect(room.answer(name)?.source == .accepted && room.answer(name)?.confirmation == .unconfirmed, "\(name)")
    }
    #expect(room.record?.contact.className == "小一班")
    // One step back, and every item can still be gone to.
    room.press(.control("z"))
    #expect(room.value("ethnic_group") == nil && room.record?.contact.className == nil)
    #expect(room.sheet?.entry.filling.asking == .carried)
    room.press(.enter)
    room.jump(9)
    #expect(room.item == "ethnic_group" && room.sheet?.entry.filling.asking == .item)
  }

  @Test func `what was carried over is marked before the form is handed in`() throws {
    var teacher = Teacher(try Self.list())
    for number in 1...2 {
      teacher.press(.text("n"))
      _ = try teacher.fills(Self.child(number), upTo: number == 1 ? nil : "check")
    }
    for (item, value) in [("class_code", "小一班"), ("entry_date", "2025年9月1日"), ("ethnic_group", "汉族")] {
      #expect(teacher.room.shows("~\(value)"), "\(item)\(teacher.room.testDescription)")
    }
    #expect(teacher.room.shows(words(of: CheckPhrase.marks)) && !teacher.room.shows("~潘小"))
    let first = try #require(teacher.room.stored.first)
    let form = teacher.room.context.form
    #expect(first.answers[try #require(form.index(of: "attendance"))]?.source == .told)
  }

  @Test func `where something differs each is offered with its reason, and Enter takes it`() throws {
    var room = try Self.second()
    room.enter("潘小乙")
    room.type("2")
    #expect(room.item == "nationality" && room.value("nationality") == nil)
    #expect(room.shows(room.context.wording(SheetPhrase.carried, "中国")), "\(room.testDescription)")
    room.press(.enter, .enter)
    room.type(try #require(Self.child(2)["id_number"]))
    #expect(room.item == "ethnic_group" && room.shows(room.context.wording(SheetPhrase.carried, "汉族")))
    room.press(.enter)
    #expect(room.answer("ethnic_group")?.source == .accepted)
    room.jump(17)
    #expect(room.shows("2025年9月1日"))
    room.press(.enter)
    #expect(room.value("entry_date") == "2025-09-01")
  }

  @Test func `nothing that is one child's own is offered to the next`() throws {
    let room = try Self.second()
    let (filling, context) = (try #require(room.sheet?.entry.filling), room.context.filling)
    #expect(filling.carried.values.keys.sorted() == room.context.form.fields.filter(\.isCarried).map(\.name).sorted())
    for (index, field) in room.context.form.fields.enumerated() where !field.isCarried {
      #expect(filling.carriedValue(of: index, context) == nil)
      let suggestion = filling.suggestion(for: index, context)
      #expect(suggestion == nil || suggestion?.value == field.suggestion, "\(field.name)")
    }
  }

  @Test func `only one's own last form lends, as long as it can be so again`() throws {
    let stored = try Self.second().stored
    func offered(_ stored: [Record], _ holder: Authority = Classroom.teacher, daysLater: Int = 0) throws -> [String] {
      var room = try Self.list(stored, holder, daysLater: daysLater)
      room.type("n")
      let filling = try #require(room.sheet?.entry.filling)
      return filling.carriedFields(room.context.filling).map { room.context.form.fields[$0].name }
    }
    #expect(try offered(stored).count == 7)
    #expect(try offered(stored, daysLater: 3).count == 7)
    #expect(try offered(stored, daysLater: 30).isEmpty)
    #expect(try offered(stored, .teacher(name: "张老师", classes: ["小一班"])).isEmpty)
    #expect(try offered(stored, Classroom.staff).isEmpty)
    #expect(try offered([Child.record()]).isEmpty, "a family's form is nobody's pattern")
    #expect(try offered(stored.map { try Child.after([.withdraw(reason: "填错了")], $0) }).isEmpty)
    let form = try Classroom.form.get()
    let entry = try #require(form.index(of: "entry_date"))
    let wrong = try Child.after([.answer("2019-09-01", field: entry, source: .told)], stored[0])
    #expect(try !offered([wrong]).contains("entry_date"), "what is wrong there is not repeated")
    let moved = try Child.after([.setContact(Contact(className: "旧班"))], stored[0])
    #expect(try !offered([moved]).contains("class_code"), "the class is none of today's")
  }

  @Test func `a form that is cut off stands again with what is offered to it`() throws {
    var room = try Self.second()
    room.enter("潘小乙")
    for answer in ["", "1"] {
      room.type(answer)
      let entry = try #require(room.sheet?.entry)
      let place = try #require(entry.restPoint(room.context), "\(answer)\(room.testDescription)")
      let again = try #require(FormEntry(at: place, entry.held, room.context))
      #expect(again.filling.asking == entry.filling.asking && again.filling.carried == entry.filling.carried)
      #expect(again.editor == entry.editor && again.filling.together == entry.filling.together)
    }
  }

  // MARK: A brother or sister

  @Test func `the brother or sister is found by name or code, and lends what a family shares`() throws {
    var first = Teacher(try Self.list())
    first.press(.text("n"))
    _ = try first.fills(Self.child(1))
    first.press(.enter)
    for wanted in ["潘小乙", try #require(first.room.stored.first?.code.text)] {
      var room = first.room
      room.type("/")
      room.enter(wanted)
      room.type("s")
      #expect(room.sheet?.entry.filling.sibling?.code == first.room.stored.first?.code, "\(room.testDescription)")
      room.enter("潘小丽")
      #expect(room.sheet?.entry.filling.asking == .shared)
      #expect(room.shows(room.context.wording(SheetPhrase.siblingTitle, "潘小乙")), "\(room.testDescription)")
      #expect(!room.shows(Sitting.mother) && room.shows("广东惠州"))
      room.press(.enter)
      #expect(room.value("guardian_id_number") == Sitting.mother && room.answer("address")?.source == .copied)
      #expect(room.answer("guardian_name")?.confirmation == .unconfirmed)
      #expect(room.item == "id_number")
      for name in ["health", "disabled", "orphan", "left_behind", "blood_type"] { #expect(room.value(name) == nil) }
    }
  }

  @Test func `after a form was handed in, s begins that of a brother or sister`() throws {
    var teacher = Teacher(try Self.list())
    teacher.press(.text("n"))
    _ = try teacher.fills(Self.child(1))
    teacher.press(.text("s"))
    let sister = Self.child(2).merging(["name": "潘小丽"]) { $1 }
    let keys = try teacher.fills(sister)
    print("a brother or sister at the sheet, keys with each hanzi as one: \(keys)")
    #expect(keys <= 40, "\(keys) \(teacher.stops)")
    #expect(teacher.room.stored.last?.status == .submitted)
  }

  @Test func `a teacher finds nobody of another class`() throws {
    let other = try Child.record(5, name: "邻班", className: "大一班")
    var room = try Self.list([other], .teacher(name: "李老师", classes: ["小一班"]))
    room.type("s")
    #expect(room.sheet == nil && room.completion != nil)
    room.perform(.fetch(other.id, .teacher(name: "李老师", classes: ["小一班"]), for: .sibling))
    #expect(room.sheet == nil)
  }
}
