import FormModel
import Standards
import Testing

@testable import Records

/// Who may do what, and when: every role, every status, every move.
@Suite struct MoveTests {
  let form: Form
  let setting = CheckSetting(today: Samples.today)

  init() throws { form = try Samples.form() }

  /// The moves by name, the statuses they are possible in, and the roles that make them (`g`uardian, `t`eacher,
  /// `s`taff): the table of roles and the picture of a record's life.
  static let table: [(name: String, statuses: Set<Status>, roles: String)] = [
    ("answer", [.draft, .submitted], "gts"), ("owe", [.draft, .submitted], "gts"),
    ("clear", [.draft, .submitted], "gts"), ("restore", [.draft, .submitted], "gts"),
    ("accept", [.draft, .submitted], "gts"), ("set contact", [.draft, .submitted, .approved], "gts"),
    ("hand in", [.draft], "gts"), ("confirm at the desk", [.draft, .submitted], "gts"),
    ("confirm by telephone", [.draft, .submitted], "ts"), ("confirm on paper", [.draft, .submitted], "ts"),
    ("settle", [.draft, .submitted], "s"), ("send back", [.submitted], "s"), ("approve", [.submitted], "s"),
    ("withdraw", [.draft, .submitted, .approved], "s"), ("reinstate", [.withdrawn], "s"),
    ("propose", [.approved], "gts"), ("take", [.approved], "s"), ("decline", [.approved], "s"),
    ("export", [.approved], "s"),
    ("number", [.approved], "s"),
  ]

  private func move(_ name: String) throws -> Move {
    let address = try #require(form.index(of: "address"))
    let finding = Finding(.declared(0, code: "address-detail"), .warning, fields: [address])
    return switch name {
    case "answer": .answer("惠城区演示路 2 号", field: address, source: .told)
    case "owe": .owe(Owed(reason: .ask, who: .guardian, due: nil, note: ""), field: address)
    case "clear": .clear(field: address)
    case "restore": .restore(nil, field: address)
    case "accept": .accept(finding, reason: "看过了")
    case "set contact": .setContact(Contact(telephone: "000-0000", className: "中一班"))
    case "hand in": .handIn
    case "confirm at the desk": .confirm(fields: [address], how: .desk, who: "潘女士")
    case "confirm by telephone": .confirm(fields: [address], how: .telephone, who: "潘女士")
    case "confirm on paper": .confirm(fields: [address], how: .paper, who: "潘女士")
    case "send back": .sendBack([Move.Question("缺门牌号", field: address)])
    case "settle": .closeQueries(reason: "原来填的是对的")
    case "approve": .approve
    case "withdraw": .withdraw(reason: "重复登记")
    case "reinstate": .reinstate(reason: "没有重复")
    case "propose": .propose("惠城区演示路 3 号", field: address)
    case "take": .take(proposal: 0, reason: "看过户口簿")
    case "decline": .decline(proposal: 0, reason: "和户口簿不一样")
    case "export": .export(sheet: "2015-01-28-01.xlsx", row: 14)
    case "number": .number("G441302201103051234")
    default: throw Unknown(name: name)
    }
  }

  private struct Unknown: Error { let name: String }

  /// A whole record in a status, with an address that a teacher gave and, when approved, a proposal.
  private func record(_ status: Status) throws -> Record {
    var record = Samples.whole(form)
    let address = try #require(form.index(of: "address"))
    switch status {
    case .draft:
      record.answer("演示路 5 号", for: address, source: .told, Samples.stamp(50, by: Samples.teacher), form: form)
    case .submitted:
      record.answer("演示路 5 号", for: address, source: .told, Samples.stamp(50, by: Samples.teacher), form: form)
      record.handIn(Samples.stamp(51))
    case .approved:
      record.handIn(Samples.stamp(51))
      record.apply(.approve, Samples.stamp(52), form: form, setting: setting)
      record.apply(.propose("演示路 9 号", field: address), Samples.stamp(53), form: form, setting: setting)
    case .withdrawn:
      record.apply(.withdraw(reason: "重复"), Samples.stamp(52), form: form, setting: setting)
    }
    return record
  }

  private func held(_ record: Record, _ role: Role) throws -> HeldRecord {
    let holder: Authority =
      switch role {
      case .guardian: Authority.family(Sitting(Samples.guardian)).owning(record.id)
      case .teacher: .teacher(name: "李老师", classes: [])
      case .staff: .staff(name: "审核员")
      }
    return try #require(HeldRecord(record, holder: holder))
  }

  @Test func `an approved record goes back only while something is wrong with it, and nothing is proposed`() throws {
    var held = try held(try record(.approved), .staff)
    let back = Move.sendBack([Move.Question("号码和另一个孩子一样", field: nil)])
    func refusal(duplicate: Bool) -> Refusal? {
      held.refusal(of: back, form: form, setting: setting, duplicate: duplicate)
    }
    #expect(refusal(duplicate: false) == .status(.approved))
    #expect(refusal(duplicate: true) == .obstacles([.proposal(0)]), "the proposal is decided first")
    let at = Samples.stamp(60).at
    #expect(held.make(.decline(proposal: 0, reason: "不用改"), at: at, form: form, setting: setting) == nil)
    #expect(held.make(back, at: at, form: form, setting: setting, duplicate: true) == nil)
    #expect(held.record.status == .draft)
    #expect(held.record.isReturned)
  }

  @Test(arguments: Status.allCases, Role.allCases)
  func `each move is made exactly where the role and the status allow it`(_ status: Status, _ role: Role) throws {
    for row in Self.table {
      var record = try record(status)
      if row.name == "settle" {
        record.queries = [Query(field: "address", text: "缺门牌号", by: Samples.teacher, at: Samples.stamp(40).at)]
      }
      var held = try held(record, role)
      let isTheirs = row.roles.contains(role.rawValue.first ?? "?")
      let refusal = held.make(try move(row.name), at: Samples.stamp(60).at, form: form, setting: setting)
      let label = "\(row.name) by \(role) on \(status)"
      if !isTheirs {
        #expect(refusal == .role, "\(label)")
      } else if !row.statuses.contains(status) {
        #expect(refusal == .status(status), "\(label)")
      } else if row.name == "approve" {
        // The teacher's address waits for the family.
        let address = try #require(form.index(of: "address"))
        #expect(refusal == .obstacles([.unconfirmed(fields: [address])]), "\(label)")
      } else {
        #expect(refusal == nil, "\(label)")
        #expect(held.record.revision > record.revision, "\(label)")
      }
      if refusal != nil { #expect(held.record == record, "\(label): a refused move changes nothing") }
    }
  }

  @Test func `a family is handed only its own records, a teacher those of the own classes and of none`() throws {
    var record = Samples.record(form)
    #expect(HeldRecord(record, holder: .family(Sitting(Samples.guardian))) == nil)
    #expect(HeldRecord(record, holder: .teacher(name: "李老师", classes: ["中一班"])) != nil)
    record.setContact(Contact(telephone: nil, className: "中二班"), Samples.stamp(1))
    #expect(HeldRecord(record, holder: .teacher(name: "李老师", classes: ["中一班"])) == nil)
    #expect(HeldRecord(record, holder: .teacher(name: "李老师", classes: ["中二班"])) != nil)
    #expect(HeldRecord(record, holder: .staff(name: "审核员")) != nil)
    record.answer(
      "2011-03-05", for: try #require(form.index(of: "birth_date")), source: .told, Samples.stamp(2), form: form)
    let family = Authority.family(Sitting(Samples.guardian))
    #expect(HeldRecord(record, openedBy: "20110306", holder: family, on: Samples.today, form: form) == nil)
    let opened = try #require(
      HeldRecord(record, openedBy: "2011年3月5日", holder: family, on: Samples.today, form: form))
    #expect(opened.holder.maySee(record))
  }

  @Test func `a family that gives the teacher's value again confirms it`() throws {
    let address = try #require(form.index(of: "address"))
    var held = try held(record(.submitted), .guardian)
    held.make(
      .answer("演示路 5 号", field: address, source: .told), at: Samples.stamp(60).at, form: form, setting: setting)
    guard case .confirmed(let confirmation) = held.record.answers[address]?.confirmation else {
      Issue.record("still \(String(describing: held.record.answers[address]?.confirmation))")
      return
    }
    #expect(confirmation.how == .desk)
    #expect(confirmation.who == "潘女士")
    #expect(held.record.answers[address]?.by == Samples.teacher)
    #expect(held.record.history.last?.act == .confirm)
  }

  @Test func `a question closes by itself when its item changes and passes, not before`() throws {
    let address = try #require(form.index(of: "address"))
    let name = try #require(form.index(of: "name"))
    var held = try held(record(.submitted), .staff)
    let questions = [Move.Question("缺门牌号", field: address), Move.Question("请带户口簿来", field: nil)]
    #expect(held.make(.sendBack(questions), at: Samples.stamp(60).at, form: form, setting: setting) == nil)
    #expect(held.record.status == .draft)
    #expect(held.record.isReturned)
    func open() -> [String?] { held.record.queries.filter { $0.closed == nil }.map(\.field) }
    var family = try self.held(held.record, .guardian)
    family.make(.answer("潘小朋", field: name, source: .told), at: Samples.stamp(61).at, form: form, setting: setting)
    #expect(family.record.queries.allSatisfy { $0.closed == nil })
    // Changed, but still without a number of a house: a warning stands.
    family.make(.answer("演示路", field: address, source: .told), at: Samples.stamp(62).at, form: form, setting: setting)
    #expect(family.record.queries.allSatisfy { $0.closed == nil })
    family.make(
      .answer("演示路 7 号", field: address, source: .told), at: Samples.stamp(63).at, form: form, setting: setting)
    #expect(family.record.queries.map { $0.closed?.at } == [Samples.stamp(63).at, nil])
    #expect(family.record.queries[0].closed?.by == Samples.guardian)
    #expect(family.make(.handIn, at: Samples.stamp(64).at, form: form, setting: setting) == nil)
    #expect(family.record.queries.allSatisfy { $0.closed != nil })
    #expect(family.record.history.filter { $0.act == .query }.map(\.reason) == ["缺门牌号", "请带户口簿来"])
  }

  @Test func `a question about what was right all along is settled with a reason`() throws {
    var held = try held(record(.submitted), .staff)
    let address = try #require(form.index(of: "address"))
    held.make(
      .sendBack([Move.Question("缺门牌号？", field: address)]), at: Samples.stamp(60).at, form: form, setting: setting)
    #expect(
      held.make(.closeQueries(reason: " "), at: Samples.stamp(61).at, form: form, setting: setting)
        == .reasonMissing)
    held.make(.closeQueries(reason: "看过了，没有门牌"), at: Samples.stamp(61).at, form: form, setting: setting)
    #expect(held.record.queries.map { $0.closed?.by.role } == [.staff])
    #expect(held.record.history.last?.reason == "看过了，没有门牌")
    #expect(
      held.make(.closeQueries(reason: "再说一遍"), at: Samples.stamp(62).at, form: form, setting: setting) == .nothing)
  }

  @Test func `everything in the way of approving is told at once`() throws {
    var record = try record(.submitted)
    let entry = try #require(form.index(of: "entry_date"))
    let hukou = try #require(form.index(of: "hukou_type"))
    record.answer("2015-09-01", for: entry, source: .told, Samples.stamp(54), form: form)
    record.owe(
      Owed(reason: .document, who: .guardian, due: nil, note: ""), for: hukou, Samples.stamp(55), form: form)
    record.queries = [Query(field: "address", text: "缺门牌号", by: Samples.teacher, at: Samples.stamp(56).at)]
    let obstacles = record.obstaclesToApprove(form: form, setting: setting, duplicate: true)
    let rules = obstacles.compactMap { if case .finding(let finding) = $0 { finding.rule.code } else { nil } }
    #expect(Set(rules) == ["owed", "entry-ahead"])
    #expect(obstacles.contains(.query(0)))
    #expect(obstacles.contains(.duplicate))
    #expect(obstacles.contains(.unconfirmed(fields: [try #require(form.index(of: "address"))])))
    #expect(obstacles.contains(.entryAhead(try #require(CalendarDate(iso: "2015-09-01")))))
  }

  @Test func `a correction waits beside the approved value until staff take it`() throws {
    let address = try #require(form.index(of: "address"))
    let approved = try record(.approved)
    var held = try held(approved, .staff)
    #expect(held.record.answers[address]?.value == "演示路 1 号")
    #expect(held.record.proposedValue(of: "address") == "演示路 9 号")
    #expect(
      held.make(.take(proposal: 0, reason: " "), at: Samples.stamp(61).at, form: form, setting: setting)
        == .reasonMissing)
    held.make(.take(proposal: 0, reason: "看过户口簿"), at: Samples.stamp(61).at, form: form, setting: setting)
    #expect(held.record.status == .submitted)
    #expect(held.record.answers[address]?.value == "演示路 9 号")
    #expect(held.record.answers[address]?.by == Samples.guardian)
    #expect(held.record.proposals.isEmpty)
    #expect(held.make(.approve, at: Samples.stamp(62).at, form: form, setting: setting) == nil)
    #expect(held.record.status == .approved)

    var declined = try self.held(approved, .staff)
    declined.make(.decline(proposal: 0, reason: "不一样"), at: Samples.stamp(61).at, form: form, setting: setting)
    #expect(declined.record.status == .approved)
    #expect(declined.record.proposals.isEmpty)
    #expect(declined.record.history.last?.reason == "不一样")
  }

  @Test func `a number that came back stays, whoever brings another`() throws {
    var held = try held(record(.approved), .staff)
    let answers = held.record.answers
    func give(_ number: String, _ minutes: Int) -> Refusal? {
      held.make(.number(number), at: Samples.stamp(minutes).at, form: form, setting: setting)
    }
    #expect(give("G441302201103051234", 61) == nil)
    #expect(held.record.number == "G441302201103051234")
    #expect(held.record.answers == answers)
    #expect(held.record.history.last?.act == .number)
    #expect(held.record.history.last?.new?.value == "G441302201103051234")
    #expect(give("G441302201103051234", 62) == .nothing)
    #expect(give("L441302201103051234", 63) == .status(.approved))
    #expect(held.record.number == "G441302201103051234")
    let read = try Record(held.record.file(form: form), form: form)
    #expect(read == held.record)
  }

  @Test(arguments: [Status.draft, .submitted, .approved])
  func `a withdrawn record comes back as what it was`(_ status: Status) throws {
    var held = try held(record(status), .staff)
    let answers = held.record.answers
    held.make(.withdraw(reason: "重复登记"), at: Samples.stamp(61).at, form: form, setting: setting)
    #expect(held.record.status == .withdrawn)
    held.make(.reinstate(reason: "没有重复"), at: Samples.stamp(62).at, form: form, setting: setting)
    #expect(held.record.status == status)
    #expect(held.record.answers == answers)
  }
}
