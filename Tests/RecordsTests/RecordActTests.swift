import FormModel
import Foundation
import Standards
import Testing

@testable import Records

@Suite struct RecordActTests {
  let form: Form
  var record: Record

  init() throws {
    form = try Samples.form()
    record = Samples.record(form)
  }

  private func index(_ name: String) throws -> Int { try #require(form.index(of: name)) }

  private mutating func answer(
    _ name: String, _ value: String, source: Source = .told, minutes: Int = 1, by person: Person = Samples.guardian
  ) throws {
    apply(.answer(value, field: try index(name), source: source), minutes: minutes, by: person)
  }

  private mutating func apply(_ move: Move, minutes: Int, by person: Person = Samples.guardian) {
    record.apply(
      move, Samples.stamp(minutes, by: person), form: form, setting: CheckSetting(today: Samples.today))
  }

  @Test mutating func `an answer is an act with a revision and a history`() throws {
    try answer("name", "潘小明")
    try answer("name", "潘小萌", minutes: 2)
    #expect(record.revision == 2)
    #expect(record.history.map(\.revision) == [1, 2])
    #expect(record.history.last?.act == .answer)
    #expect(record.history.last?.old?.value == "潘小明")
    #expect(record.history.last?.new?.value == "潘小萌")
    #expect(record.changed == Samples.stamp(2))
    #expect(record.created == Samples.stamp(0))
  }

  @Test mutating func `the same value from the same source is no act, from another it is`() throws {
    try answer("name", "潘小明")
    try answer("name", "潘小明", minutes: 2, by: Samples.teacher)
    #expect(record.revision == 1)
    try answer("name", "潘小明", source: .document, minutes: 3)
    #expect(record.revision == 2)
  }

  /// U+F955 is canonically U+51CC, and Swift takes them for equal; the register does not.
  @Test mutating func `a compatibility ideograph is another name`() throws {
    try answer("name", "\u{F955}小明")
    try answer("name", "\u{51CC}小明", minutes: 2)
    #expect(record.revision == 2)
    #expect(try record.answers[index("name")]?.value?.unicodeScalars.first == "\u{51CC}")
    let old = record.history[0].new
    record.restore(old, for: try index("name"), Samples.stamp(3), form: form)
    #expect(record.revision == 3)
    #expect(try record.answers[index("name")]?.value?.unicodeScalars.first == "\u{F955}")
    #expect(!Samples.record(form).isAccepted(rule: "r", values: [:]))
  }

  @Test mutating func `a guardian's value needs no confirmation, a teacher's waits for it`() throws {
    try answer("name", "潘小明")
    #expect(try record.answers[index("name")]?.confirmation == .notNeeded)
    try answer("address", "惠城区演示路1号", by: Samples.teacher)
    #expect(try record.answers[index("address")]?.confirmation == .unconfirmed)
    let json = record.json(form: form)["answers"]?["address"]?.object
    #expect(json?["confirmed"] == .some(.null))
    try answer("name", "潘小萌", source: .copied, minutes: 2, by: Samples.teacher)
    #expect(try record.answers[index("name")]?.confirmation == .unconfirmed)
  }

  @Test mutating func `changing a value removes its confirmation`() throws {
    let field = try index("address")
    try answer("address", "惠城区演示路1号", by: Samples.teacher)
    let confirmation = Confirmation(
      how: .telephone, who: "潘女士", by: Samples.teacher, at: Samples.stamp(2).at)
    record.answers[field]?.confirmation = .confirmed(confirmation)
    try answer("address", "惠城区演示路2号", minutes: 3)
    #expect(record.answers[field]?.confirmation == .notNeeded)
    #expect(record.history.last?.old?.confirmation == .confirmed(confirmation))
  }

  @Test mutating func `a debt is an answer until a value comes`() throws {
    let field = try index("hukou_type")
    let owed = Owed(reason: .document, who: .guardian, due: CalendarDate(iso: "2015-02-01"), note: "户口本在老家")
    record.owe(owed, for: field, Samples.stamp(1), form: form)
    record.owe(owed, for: field, Samples.stamp(2), form: form)
    #expect(record.revision == 1)
    #expect(record.history.last?.act == .owe)
    #expect(record.checkedAnswers[field] == .owed)
    try answer("hukou_type", "1", minutes: 3)
    #expect(record.history.last?.old?.owed == owed)
    #expect(record.checkedAnswers[field] == .value("1"))
    record.clear(field, Samples.stamp(4), form: form)
    record.clear(field, Samples.stamp(5), form: form)
    #expect(record.revision == 3)
    #expect(record.checkedAnswers[field] == .blank)
  }

  // What no longer applies leaves the form, stays in the history, and comes back.

  @Test mutating func `an irrelevant answer leaves and comes back with its own origin`() throws {
    try answer("disabled", "1")
    try answer("disability_type", "2", source: .document, minutes: 2)
    let standing = try record.answers[index("disability_type")]
    try answer("disabled", "0", minutes: 3)
    #expect(try record.answers[index("disability_type")] == nil)
    #expect(record.history.last?.reason == Record.notRelevant)
    #expect(record.history.last?.old == standing)
    #expect(record.history.last?.new == nil)
    try answer("disabled", "1", minutes: 4)
    #expect(try record.answers[index("disability_type")] == standing)
    #expect(record.history.last?.reason == Record.relevantAgain)
    #expect(record.history.map(\.revision) == Array(1...record.revision))
  }

  /// A place of one's own form may be asked for only of families from elsewhere; where that is, the settings say.
  @Test func `what is relevant is judged where the kindergarten stands, as on the screen`() throws {
    let folder = try TemporaryFolder()
    let own = #""relevant": { "field": "hukou_place", "outside_kindergarten": "division" }"#
    let text = String(decoding: try FormFolder.embedded.bytes("preschool-28.json"), as: UTF8.self)
    let standing = try #require(
      text.range(of: #""relevant":\s*\{\s*"field": "disabled",\s*"is": "1"\s*\}"#, options: .regularExpression))
    try folder.write(text.replacingCharacters(in: standing, with: own), to: "preschool-28.json")
    let form = try Form.load(from: FormFolder(directory: folder.path))
    let (place, type) = (try index("hukou_place"), try index("disability_type"))
    for (kindergarten, isAsked) in [("441302", false), ("110105", true), (nil, true)] {
      let setting = CheckSetting(today: Samples.today, kindergarten: kindergarten)
      var record = Samples.record(form)
      record.apply(.answer("2", field: type, source: .told), Samples.stamp(1), form: form, setting: setting)
      record.apply(.answer("441302000000", field: place, source: .told), Samples.stamp(2), form: form, setting: setting)
      #expect((record.answers[type] != nil) == isAsked)
      #expect(
        (form.relevance(of: type, in: record.checkedAnswers, setting: setting) == .no) == (record.answers[type] == nil))
    }
  }

  @Test mutating func `a chain of irrelevant answers leaves and comes back as a whole`() throws {
    try answer("nationality", "CHN")
    try answer("hukou_type", "2")
    try answer("nonagricultural_type", "1")
    try answer("ethnic_group", "01")
    let before = record.answers
    try answer("nationality", "USA", minutes: 2)
    for name in ["hukou_type", "nonagricultural_type", "ethnic_group"] {
      #expect(try record.answers[index(name)] == nil)
    }
    try answer("nationality", "CHN", minutes: 3)
    for name in ["hukou_type", "nonagricultural_type", "ethnic_group"] {
      #expect(try record.answers[index(name)] == before[index(name)])
    }
  }

  @Test mutating func `what cannot be judged yet stays, and what was cleared does not come back`() throws {
    try answer("disabled", "1")
    try answer("disability_type", "2")
    apply(.clear(field: try index("disabled")), minutes: 2)
    #expect(try record.answers[index("disability_type")]?.value == "2")
    apply(.clear(field: try index("disability_type")), minutes: 3)
    try answer("disabled", "0", minutes: 4)
    try answer("disabled", "1", minutes: 5)
    #expect(try record.answers[index("disability_type")] == nil)
  }

  @Test mutating func `a warning that merely names the field does not keep its answer away`() throws {
    try answer("disabled", "1")
    try answer("disability_type", "2")
    try answer("disabled", "0", minutes: 2)
    let finding = Finding(.notRelevant, .warning, fields: [try index("disability_type")])
    record.accept(finding, reason: "", Samples.stamp(3), form: form)
    try answer("disabled", "1", minutes: 4)
    #expect(try record.answers[index("disability_type")]?.value == "2")
  }

  // Accepted once, remembered for exactly that value.

  @Test mutating func `a warning is accepted for these values only`() throws {
    let field = try index("address")
    try answer("address", "演示村")
    let finding = Finding(.areaUnknown, .warning, fields: [field])
    record.accept(finding, reason: "对，就是这样", Samples.stamp(2), form: form)
    record.accept(finding, reason: "又一次", Samples.stamp(3), form: form)
    #expect(record.accepted.count == 1)
    #expect(record.history.last?.act == .accept)
    #expect(record.hasAccepted(finding, form: form))
    #expect(record.open([finding], form: form).isEmpty)
    #expect(!record.hasAccepted(Finding(.lunarDate, .warning, fields: [field]), form: form))
    try answer("address", "演示屯", minutes: 4)
    #expect(!record.hasAccepted(finding, form: form))
    #expect(record.open([finding], form: form) == [finding])
    try answer("address", "演示村", minutes: 5)
    #expect(record.hasAccepted(finding, form: form))
    #expect(record.isAccepted(rule: finding.rule.code, values: ["address": "演示村"]))
    #expect(!record.isAccepted(rule: finding.rule.code, values: ["address": "演示村", "name": ""]))
    let error = Finding(.areaUnknown, .error, fields: [field])
    #expect(record.open([error], form: form) == [error])
  }

  @Test mutating func `handing in happens once`() {
    record.handIn(Samples.stamp(1))
    record.handIn(Samples.stamp(2))
    #expect(record.status == .submitted)
    #expect(record.statusBeforeWithdrawal == .submitted)
    #expect(record.history.map(\.act) == [.handIn])
  }

  @Test mutating func `how to reach the family is told in the history, old and new`() {
    record.setContact(Contact(telephone: "13800000000", className: "中二班"), Samples.stamp(1))
    record.setContact(Contact(telephone: "13800000000", className: "中二班"), Samples.stamp(2))
    #expect(record.revision == 2)
    record.setContact(Contact(telephone: "13800000001", className: "中二班"), Samples.stamp(3))
    #expect(record.revision == 3)
    #expect(record.history.last?.field == "contact.telephone")
    #expect(record.history.last?.old?.value == "13800000000")
    #expect(record.history.last?.old?.at == Samples.stamp(1).at)
    #expect(record.history.last?.new?.value == "13800000001")
  }

  @Test func `what a withdrawn record was is told by its history`() throws {
    func entry(_ act: Act) -> HistoryEntry {
      HistoryEntry(revision: 1, at: Samples.stamp().at, by: Samples.guardian, act: act)
    }
    var record = record
    for (acts, standing) in [
      ([], Status.draft), ([.handIn], .submitted), ([.handIn, .return], .draft), ([.handIn, .approve], .approved),
      ([.handIn, .approve, .propose, .correct], .submitted),
    ] as [([Act], Status)] {
      record.history = (acts + [.withdraw]).map(entry)
      record.status = .withdrawn
      #expect(record.statusBeforeWithdrawal == standing)
    }
  }
}
