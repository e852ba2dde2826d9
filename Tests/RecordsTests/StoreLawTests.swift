import FormModel
import Foundation
import Standards
import StoreSupport
import Testing

@testable import Records

/// What every store owes the desks that share it, whatever it keeps the records in.
@Suite struct StoreLawTests {
  enum Kind: CaseIterable, Sendable { case folder, memory }

  /// Two desks on one store.
  final class Desks {
    let here: any Store
    let there: any Store
    private var folder: TemporaryFolder?

    init(_ kind: Kind, _ form: Form) throws {
      switch kind {
      case .folder:
        let folder = try TemporaryFolder(inMemory: true)
        let path = "\(folder.path)/store"
        self.folder = folder
        (here, there) = (RecordStore(path: path, form: form), RecordStore(path: path, form: form))
      case .memory:
        let store = MemoryStore(form: form)
        (here, there) = (store, store)
      }
    }
  }

  private let form: Form
  private let setting = CheckSetting(today: Samples.today, kindergarten: "441302")

  init() throws { form = try Samples.form() }

  private func code(_ body: () throws -> Void) -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.code
    }
  }

  private func changed(_ record: Record, _ value: String, by person: Person = Samples.guardian) throws -> Record {
    var record = record
    record.answer(
      value, for: try #require(form.index(of: "address")), source: .told, Samples.stamp(90, by: person), form: form)
    return record
  }

  @Test(arguments: Kind.allCases) func `what was saved is read back, by all its names`(kind: Kind) throws {
    let desks = try Desks(kind, form)
    let (one, two) = (Samples.whole(form), Samples.record(form, seed: 2, minutes: 1_440))
    for record in [two, one] { try desks.here.save(record, replacing: nil, on: Samples.today) }
    #expect(try desks.there.record(id: one.id) == one)
    #expect(try desks.there.record(id: one.id, of: Samples.today) == one)
    #expect(try desks.there.record(code: one.code) == one)
    var seen: [RecordID] = []
    desks.there.visit(nil) { if case .success(let record) = $0 { seen.append(record.id) } }
    #expect(seen == [one.id, two.id])
    seen = []
    desks.there.visit(Samples.today) { if case .success(let record) = $0 { seen.append(record.id) } }
    #expect(seen == [one.id])
    let nobody = Samples.record(form, seed: 3)
    #expect(try desks.there.record(id: nobody.id) == nil)
    #expect(try desks.there.record(code: nobody.code) == nil)
    #expect(code { _ = try desks.there.record(id: nobody.id, of: Samples.today) } == .vanished)
    #expect(code { _ = try desks.there.record(id: two.id, of: Samples.today) } == .vanished)
    var twin = nobody
    twin.rename(RecordIdentity(id: nobody.id, code: one.code))
    #expect(desks.here.isCodeTaken(of: twin) == true)
    #expect(!desks.here.isCodeTaken(of: one) && !desks.here.isCodeTaken(of: nobody))
    #expect(try desks.there.touched(on: Samples.today) == [two.id, one.id])
    try desks.there.save(changed(two, "演示路 2 号"), replacing: two.revision, on: Samples.today)
    #expect(try desks.here.touched(on: Samples.today) == [one.id, two.id])
  }

  @Test(arguments: Kind.allCases) func `no revision is written over unseen`(kind: Kind) throws {
    let desks = try Desks(kind, form)
    let base = Samples.whole(form)
    try desks.here.save(base, replacing: nil, on: Samples.today)
    let (mine, theirs) = (try changed(base, "演示路 2 号"), try changed(base, "演示路 3 号", by: Samples.teacher))
    try desks.there.save(theirs, replacing: base.revision, on: Samples.today)
    #expect(code { try desks.here.save(mine, replacing: base.revision, on: Samples.today) } == .conflict)
    #expect(code { try desks.here.save(mine, replacing: theirs.revision, on: Samples.today) } == .conflict)
    #expect(try desks.here.record(id: base.id) == theirs)
    // What stands there already may be saved again, from whatever revision: the last try may have failed at its end.
    try desks.here.save(theirs, replacing: base.revision, on: Samples.today)
    try desks.here.save(mine.merging(theirs, form: form).record, replacing: theirs.revision, on: Samples.today)
    // A record that was just begun never takes another's place.
    var stranger = Samples.record(form, seed: 9)
    stranger.rename(RecordIdentity(id: base.id, code: base.code))
    #expect(code { try desks.here.save(stranger, replacing: nil, on: Samples.today) } == .otherRecord)
  }

  @Test(arguments: Kind.allCases) func `many records are saved at once, and none over what another desk has saved`(
    kind: Kind
  ) throws {
    let desks = try Desks(kind, form)
    let (one, two) = (Samples.whole(form), Samples.record(form, seed: 2))
    try desks.here.create([one, two], on: Samples.today)
    #expect(try desks.there.record(id: one.id) == one)
    #expect(desks.there.takenCodes() == [one.code, two.code])
    #expect(code { try desks.there.create([Samples.record(form, seed: 3), two], on: Samples.today) } == .conflict)
    #expect(try desks.here.record(id: two.id) == two)
    let theirs = try changed(one, "演示路 3 号", by: Samples.teacher)
    try desks.there.save(theirs, replacing: one.revision, on: Samples.today)
    let (mine, other) = (try changed(one, "演示路 2 号"), try changed(two, "演示路 4 号"))
    let saved = try desks.here.save([(mine, one.revision), (other, two.revision)], on: Samples.today)
    #expect(saved == [two.id])
    #expect(try desks.there.record(id: one.id) == theirs)
    #expect(try desks.there.record(id: two.id) == other)
  }

  @Test(arguments: Kind.allCases) func `settings are joined, field by field`(kind: Kind) throws {
    let desks = try Desks(kind, form)
    let base = try desks.here.settings()
    #expect(base == Settings())
    var (mine, theirs) = (base, base)
    (mine.kindergarten, theirs.division) = ("示范幼儿园", "441302")
    try desks.there.save(theirs, since: base)
    let joined = try desks.here.save(mine, since: base)
    #expect(joined.kindergarten == "示范幼儿园" && joined.division == "441302")
    #expect(
      code {
        try desks.here.changeSettings { settings throws(StoreError) in
          settings.kindergarten = "别的"
          throw StoreError(.full, path: "")
        }
      } == .full)
    #expect(try desks.there.settings().json == joined.json)
  }

  @Test(arguments: Kind.allCases) func `people enter by name and PIN, and wait after a wrong one`(kind: Kind) throws {
    let desks = try Desks(kind, form)
    #expect(try !desks.here.hasAccounts())
    let account = try #require(Account(name: "李老师", kind: .teacher, classes: ["中二班"]))
    let pin = try #require(PIN("284913"))
    #expect(try desks.here.add(account, pin: pin, Samples.stamp()) == nil)
    #expect(try desks.there.add(account, pin: pin, Samples.stamp()) == .exists)
    #expect(try desks.there.setPIN(pin, of: "谁", Samples.stamp()) == .notFound)
    try desks.there.renameClass("中二班", to: "大二班", Samples.stamp(1))
    #expect(try desks.here.accounts().map(\.classes) == [["大二班"]])
    #expect(try desks.here.enter(name: "李老师", pin: "000000", at: 1_000_000) == .refused)
    #expect(try desks.there.enter(name: "李老师", pin: "284913", at: 1_000_100) == .wait(seconds: 1))
    #expect(
      try desks.there.enter(name: "李老师", pin: "284913", at: 1_002_000)
        == .open(.teacher(name: "李老师", classes: ["大二班"])))
    #expect(try desks.here.disable("李老师", Samples.stamp(2)) == nil)
    #expect(try desks.there.enter(name: "李老师", pin: "284913", at: 1_003_000) == .refused)
  }

  @Test(arguments: Kind.allCases) func `all desks count at one door`(kind: Kind) throws {
    let desks = try Desks(kind, form)
    let known = Samples.record(form).code
    func attempt(_ minutes: Int, _ desk: String) -> DoorTry {
      DoorTry(code: known, desk: desk, at: Samples.stamp(minutes).at)
    }
    #expect(try desks.here.count(attempt(0, "a")) == .mayTry)
    #expect(try desks.there.count(attempt(0, "b")) == .wait(seconds: 1))
    try desks.there.pass(attempt(0, "a"))
    #expect(try desks.there.count(attempt(1, "b")) == .mayTry)
  }

  @Test(arguments: Kind.allCases) func `what went out is entered once, after what was read`(kind: Kind) throws {
    let desks = try Desks(kind, form)
    let record = Samples.whole(form)
    try desks.here.save(record, replacing: nil, on: Samples.today)
    let before = try desks.here.ledger()
    #expect(before.last.isEmpty)
    let entry = LedgerEntry(.first, record: record.id, revision: 1, sheet: "a.xlsx", row: 2, stamp: Samples.stamp())
    try desks.here.enter([entry], after: before)
    #expect(code { try desks.there.enter([entry], after: before) } == .conflict)
    #expect(try desks.there.ledger().last[record.id]?.row == 2)
    let sending = Sending(record: record.id, begun: Samples.today)
    let gone = Sending(record: Samples.record(form, seed: 5).id, begun: Samples.today)
    let read = desks.there.records(of: [sending, gone]) { _ in false }
    #expect(try read.first?.get() == record && (try? read.last?.get()) == nil)
    let noted = try desks.there.add(to: [gone.record, record.id], of: Samples.today, on: Samples.today) { standing in
      var noted = standing
      noted.apply(
        .export(sheet: "a.xlsx", row: 2), Samples.stamp(91, by: Samples.teacher), form: self.form, setting: self.setting
      )
      return noted
    }
    #expect(noted == [record.id])
    #expect(try desks.here.record(id: record.id)?.exports.map(\.sheet) == ["a.xlsx"])
  }

  @Test(arguments: Kind.allCases) func `a journal tells what was typed, and whether its session runs`(kind: Kind) throws
  {
    let desks = try Desks(kind, form)
    let record = Samples.whole(form)
    func readings() -> [JournalReading] { desks.there.journals(of: record.id, day: Samples.today).readings }
    var journal: (any JournalWriting)? = try desks.here.journal(of: record, session: "a", since: Samples.stamp(1).at)
    #expect(readings().isEmpty)
    try journal?.begin(record, by: Samples.teacher, page: ["field": "name"])
    try journal?.append(["text": "一"])
    #expect(readings().map(\.owner) == [.running])
    #expect(readings().map(\.session) == ["a"])
    #expect(readings().first?.base.record == record && readings().first?.events == [["text": "一"]])
    try journal?.begin(record, by: Samples.teacher, page: .null)
    #expect(readings().first?.events == [])
    let teacher = Authority.teacher(name: "李老师", classes: [])
    #expect(desks.there.journal(leftBy: teacher).reading == nil)
    journal = nil
    #expect(readings().map(\.owner) == [.gone])
    #expect(desks.there.journal(leftBy: teacher).reading?.base.record == record)
    #expect(desks.there.journal(leftBy: .teacher(name: "别人", classes: [])).reading == nil)
    #expect(desks.there.journals(of: Samples.today).readings.count == 1)
    readings().forEach(desks.there.discard)
    #expect(readings().isEmpty)
  }

  @Test(arguments: Kind.allCases) func `a draft is its session's until that ends`(kind: Kind) throws {
    let desks = try Desks(kind, form)
    func draft(_ minutes: Int) -> StoredDraft {
      StoredDraft(by: Samples.teacher, at: Samples.stamp(minutes).at, content: ["page": .int(minutes)])
    }
    var (one, two): ((any DraftWriting)?, (any DraftWriting)?) = (
      try desks.here.draft(session: "a"), try desks.here.draft(session: "b")
    )
    try one?.write(draft(5))
    try one?.write(draft(2))
    try two?.write(draft(1))
    #expect(desks.there.draftsLeft().readings.isEmpty)
    (one, two) = (nil, nil)
    #expect(desks.there.draftsLeft().readings.map(\.draft) == [draft(1), draft(2)])
    desks.there.draftsLeft().readings.prefix(1).forEach(desks.there.discard)
    #expect(desks.there.draftsLeft().readings.map(\.draft) == [draft(2)])
    let used = try desks.here.draft(session: "c")
    try used.write(draft(3))
    used.remove()
    #expect(desks.there.draftsLeft().readings.count == 1)
  }

  @Test(arguments: Kind.allCases) func `there is one archive a day`(kind: Kind) throws {
    let desks = try Desks(kind, form)
    try desks.here.save(Samples.whole(form), replacing: nil, on: Samples.today)
    for _ in 0..<2 {
      let done = DispatchSemaphore(value: 0)
      let isBegun = desks.here.startDailyBackup(
        at: Samples.stamp().at, while: { true }, done: { _ in done.signal() })
      #expect(isBegun)
      #expect(done.wait(timeout: .now() + 60) == .success)
    }
    #expect(try desks.there.archiveFailure() == nil)
  }

  /// The same children, asked for in every way: what the one store answers the other answers too.
  @Test func `both stores give the same lists`() throws {
    let (folder, memory) = (try Desks(.folder, form), try Desks(.memory, form))
    for desks in [folder, memory] {
      let account = try #require(Account(name: "李老师", kind: .teacher, classes: ["中二班"]))
      #expect(try desks.here.add(account, pin: #require(PIN("284913")), Samples.stamp()) == nil)
      for seed in 1...6 as ClosedRange<UInt64> {
        var record = Samples.whole(form, seed: seed)
        func apply(_ move: Move, _ minutes: Int) {
          record.apply(move, Samples.stamp(minutes, by: Samples.teacher), form: form, setting: setting)
        }
        apply(.setContact(Contact(telephone: nil, className: seed % 2 == 0 ? "中二班" : "大一班")), 40)
        if seed == 5 {
          apply(.answer("441302201103051250", field: try #require(form.index(of: "id_number")), source: .told), 41)
        }
        if seed != 2 { apply(.handIn, 42) }
        if seed == 3 || seed == 5 { apply(.approve, 43) }
        if seed == 4 { apply(.withdraw(reason: "重复"), 44) }
        if seed == 6 { apply(.sendBack([Move.Question("缺门牌号", field: nil)]), 1_500) }
        try desks.here.save(record, replacing: nil, on: record.changed.at.date)
      }
    }
    let (one, other) = (folder.there.finder(), memory.there.finder())
    let days = [nil, Samples.today, Samples.stamp(1_500).at.date]
    var shown = 0
    for holder in [Authority.staff(name: "王"), .teacher(name: "李老师", classes: ["中二班"])] {
      for filter in days.map({ SummaryFilter(day: $0) })
        + SummaryFilter.Condition.allCases.map({ SummaryFilter(conditions: [$0]) })
        + [
          SummaryFilter(className: "大一班", order: .name), SummaryFilter(statuses: [.approved, .draft], order: .status),
        ]
      {
        let listing = one.list(filter, for: holder, setting: setting) { _, _ in }
        #expect(listing == other.list(filter, for: holder, setting: setting) { _, _ in }, "\(filter)")
        shown += listing.summaries.count
      }
      let lists = WorkList.allCases
      #expect(
        one.counts(of: lists, for: holder, setting: setting).counts
          == other.counts(of: lists, for: holder, setting: setting).counts)
    }
    #expect(shown > 20)
    for seed in 1...6 as ClosedRange<UInt64> {
      let record = try #require(try folder.here.record(id: Samples.identity(seed).id))
      #expect(try one.record(named: record.code.text, setting: setting) { _, _ in } == record)
      #expect(try other.record(named: record.id.text, setting: setting) { _, _ in } == record)
      #expect(
        try one.possibleDuplicates(of: record, setting: setting) { _, _ in }.sameNumber.map(\.id)
          == other.possibleDuplicates(of: record, setting: setting) { _, _ in }.sameNumber.map(\.id))
      #expect(
        one.isNumberKnown(of: record, setting: setting) == other.isNumberKnown(of: record, setting: setting))
      #expect(try one.recordAtDoor(record.code, lookAlikes: [], setting: setting)?.bearsCode == true)
      #expect(try other.recordAtDoor(record.code, lookAlikes: [], setting: setting)?.record == record)
      // A code that none bears leads to the only one that looks like it; one that is borne leads nowhere else.
      let absent = try #require(RecordCode("2222"))
      let another = try #require(try folder.here.record(id: Samples.identity(seed % 6 + 1).id)).code
      for finder in [one as any RecordFinding, other] {
        let alike = try finder.recordAtDoor(nil, lookAlikes: [absent, record.code], setting: setting)
        #expect(alike?.record == record && alike?.bearsCode == true)
        let exact = try finder.recordAtDoor(record.code, lookAlikes: [another], setting: setting)
        #expect(exact?.record == record && exact?.bearsCode == true)
        let several = try finder.recordAtDoor(absent, lookAlikes: [record.code, another], setting: setting)
        #expect(several?.bearsCode == false)
      }
      #expect(
        try one.sending(record, setting: setting).sending.duplicates
          == other.sending(record, setting: setting).sending.duplicates)
    }
    for day in days {
      let (mine, theirs) = (
        try one.sendings(of: form.name, day, setting: setting) { _, _ in },
        try other.sendings(of: form.name, day, setting: setting) { _, _ in }
      )
      #expect(mine.sendings == theirs.sendings && mine.waiting == theirs.waiting)
    }
  }
}
