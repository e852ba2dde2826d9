import FormModel
import Foundation
import Standards
import TestSupport
import Testing

@testable import Records

/// The index answers what a reading of all files would, whatever happened to them.
@Suite struct RecordIndexTests: StoreTesting {
  let disk: TemporaryStore
  let staff = Authority.staff(name: "王老师")

  init() throws { disk = try TemporaryStore() }

  private func setting(_ day: Int = 0) -> CheckSetting { CheckSetting(today: Samples.today.adding(days: day)) }

  /// An index that trusts a file's mark at once, as if every file had been left alone for a while.
  private func index() -> RecordIndex {
    let index = RecordIndex(store: store)
    index.clock = { FileMark.now + 10_000_000_000 }
    return index
  }

  // MARK: The same as a scan

  /// What a reading of all files says of a store.
  private struct Scan {
    var summaries: [RecordSummary] = []
    var touched: [CalendarDate: Set<RecordID>] = [:]
    var problems: [StoreError]
    var records: [Record]
    let setting: CheckSetting
    let store: RecordStore

    init(_ store: RecordStore, _ setting: CheckSetting) {
      self.store = store
      self.setting = setting
      (records, problems) = store.records()
      summaries = records.map { RecordSummary($0, form: store.forms.form, setting: setting) }
      let standing = summaries.filter { $0.status != .withdrawn }
      for index in summaries.indices where summaries[index].status != .withdrawn && summaries[index].number != nil {
        let summary = summaries[index]
        let others = standing.filter {
          $0.id != summary.id && $0.number?.uppercased() == summary.number?.uppercased()
        }
        summaries[index].isDuplicate = others.contains { $0.status != .draft }
        summaries[index].isNumberInDraft = !others.isEmpty && others.allSatisfy { $0.status == .draft }
      }
    }

    func listing(_ filter: SummaryFilter, _ holder: Authority) throws -> RecordListing {
      var listing = RecordListing()
      listing.unreadable = filter.day == nil ? problems : store.records(of: filter.day).problems
      let listed = try filter.day.map { try store.touched(on: $0) } ?? []
      let chosen = zip(records, summaries).filter { record, _ in
        guard holder.maySee(record), let day = filter.day else { return holder.maySee(record) }
        return record.created.at.date == day || record.history.contains { $0.at.date == day }
          || listed.contains(record.id)
      }
      // Nobody has an account here, so that no teacher sees any of them.
      let summaries = chosen.map { chosen in
        var summary = chosen.1
        summary.hasTeacher = false
        return summary
      }
      listing.summaries = filter.sorted(summaries.filter(filter.accepts))
      if let day = filter.day {
        listing.touched = Set(listing.summaries.filter { $0.created.date != day }.map(\.id))
      }
      return listing
    }
  }

  private func possibleDuplicates(_ own: Record, _ scan: Scan) -> PossibleDuplicates {
    var possibleDuplicates = PossibleDuplicates()
    let summary = RecordSummary(own, form: form, setting: scan.setting)
    for other in scan.summaries where other.id != own.id && other.status != .withdrawn {
      if summary.number != nil, other.number?.uppercased() == summary.number?.uppercased() {
        possibleDuplicates.sameNumber.append(other)
      } else if other.name == summary.name, other.birthDate != nil, other.birthDate == summary.birthDate {
        possibleDuplicates.sameChild.append(other)
      }
    }
    return possibleDuplicates
  }

  private static let filters: [SummaryFilter] =
    [
      SummaryFilter(), .waiting, SummaryFilter(day: Samples.today), SummaryFilter(day: Samples.today.adding(days: 1)),
      SummaryFilter(statuses: [.draft, .withdrawn]), SummaryFilter(conditions: [.gaps]),
      SummaryFilter(conditions: [.duplicate]),
      SummaryFilter(conditions: [.returned, .owed]), SummaryFilter(className: "中二班"), SummaryFilter(gap: 12),
      SummaryFilter(dueBy: Samples.today.adding(days: 3), order: .due), SummaryFilter(search: "小明", order: .name),
      SummaryFilter(search: "凌"), SummaryFilter(search: "1234", order: .status), SummaryFilter(search: "x"),
      SummaryFilter(day: Samples.today, search: "潘", order: .className),
    ] + WorkList.allCases.map(\.filter)

  private func expectSame(_ index: RecordIndex, _ setting: CheckSetting, _ step: String) throws {
    let scan = Scan(store, setting)
    let teacher = Authority.teacher(name: "李老师", classes: ["中二班"])
    for filter in Self.filters {
      for holder in [staff, teacher] {
        let found = index.list(filter, for: holder, setting: setting)
        let wanted = try scan.listing(filter, holder)
        let comment = Comment(rawValue: "\(step), \(filter)")
        #expect(found.summaries.map(\.id) == wanted.summaries.map(\.id), comment)
        for (found, wanted) in zip(found.summaries, wanted.summaries) where found != wanted {
          Issue.record("\(comment): \(found)\nis not \(wanted)")
        }
        #expect(found.touched == wanted.touched, comment)
        #expect(Set(found.unreadable) == Set(wanted.unreadable), comment)
      }
    }
    let comment = Comment(rawValue: step)
    for record in scan.records.prefix(3) {
      let found = try index.possibleDuplicates(of: record, setting: setting)
      let wanted = possibleDuplicates(record, scan)
      #expect(Set(found.sameNumber) == Set(wanted.sameNumber), comment)
      #expect(Set(found.sameChild) == Set(wanted.sameChild), comment)
      #expect(try index.record(named: record.id.text, setting: setting)?.id == record.id, comment)
      #expect(try index.record(named: record.code.text.lowercased(), setting: setting)?.id == record.id, comment)
    }
  }

  @Test(arguments: 1...6)
  func `after any sequence of changes the answers are those of a scan`(seed: UInt64) throws {
    var chance = Steps(state: seed)
    var index = index()
    var other = self.index()
    if seed.isMultiple(of: 2) { index.fewRecords = 0 }
    var day = 0
    for step in 0..<25 {
      let act = try change(using: &chance, &day, step)
      switch Int.random(in: 0..<12, using: &chance) {
      case 0: index = self.index()
      case 1: swap(&index, &other)
      case 2: try FileManager.default.removeItem(atPath: "\(store.path)/index.sqlite")
      case 3: try spoil(using: &chance)
      default: break
      }
      try expectSame(index, setting(day), "seed \(seed), step \(step): \(act)")
      waitForAnotherMoment()
    }
  }

  /// Does one thing that can happen to a store, and says what.
  private func change(using chance: inout Steps, _ day: inout Int, _ step: Int) throws -> String {
    let files = try folder.names().filter { $0.hasSuffix(".json") && $0.contains("records") }
    let file = files.randomElement(using: &chance)
    switch Int.random(in: 0..<12, using: &chance) {
    case 0: day = Int.random(in: -400...800, using: &chance)
    case 1:
      guard let file else { break }
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(file)")
      return "deleted"
    case 2:
      guard let file else { break }
      // An editor that writes into the file: neither the folder nor the file's number is another.
      let text = try folder.read(file).replacingOccurrences(of: "小明", with: "小红")
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder.path)/\(file)"))
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
      return "edited in place"
    case 3:
      guard let file else { break }
      try folder.write("{\"format\": ", to: file)
      return "damaged"
    case 4:
      try folder.write("{}", to: "store/records/2015-01-28/\(["a.json", "b.txt", ".c.json"][step % 3])")
      return "odd name"
    case 5:
      try folder.write("{}", to: "store/records/\(["heute", "2015-02-30"][step % 2])/a.json")
      return "odd folder"
    case 6:
      try? FileManager.default.removeItem(atPath: "\(store.path)/records/2015-01-29")
      return "folder deleted"
    case 7:
      guard let record = store.records().records.randomElement(using: &chance) else { break }
      var changed = record
      try move(&changed, using: &chance, Samples.stamp(3_000 + step))
      try store.save(changed, replacing: record.revision, on: Samples.today.adding(days: 2))
      return "changed"
    default:
      let record = try invented(using: &chance, minutes: Int.random(in: 0..<3_000, using: &chance))
      try store.save(record, replacing: 0, on: record.changed.at.date)
      return "saved"
    }
    return "today is another day"
  }

  /// Breaks the index's file.
  private func spoil(using chance: inout Steps) throws {
    let file = "\(store.path)/index.sqlite"
    guard let handle = FileHandle(forUpdatingAtPath: file) else { return }
    try handle.seek(toOffset: UInt64.random(in: 0..<8, using: &chance))
    try handle.write(contentsOf: Data(repeating: 0x58, count: 5_000))
    try handle.close()
  }

  private func invented(using chance: inout Steps, minutes: Int) throws -> Record {
    var record = Record(
      identity: RecordIdentity(milliseconds: 1_422_403_200_000, using: &chance), form: form,
      created: Samples.stamp(minutes))
    func pick(_ values: [String]) -> String { values.randomElement(using: &chance) ?? "" }
    let values = [
      ("name", pick(["潘小明", "潘小明", "凌小红", "\u{F955}小红", "e\u{301}x", "买买提·艾力"])),
      ("id_number", pick(["441302201103051234", "44130220110305123x", "441302201103051234", "H1234"])),
      ("birth_date", pick(["2011-03-05", "2016-02-29", "2011-03-05", "110305"])),
      ("entry_date", pick(["2014-09-01", "2015-09-01", "2016-02-29", "2017-03-01"])),
      ("left_behind", pick(["0", "2"])),
    ]
    for (field, value) in values where Bool.random(using: &chance) || Bool.random(using: &chance) {
      let index = try #require(form.index(of: field))
      record.answer(value, for: index, source: .told, Samples.stamp(minutes + 1), form: form)
    }
    record.setContact(Contact(className: pick(["中二班", "大一班", "e\u{301}"])), Samples.stamp(minutes + 2))
    for _ in 0..<Int.random(in: 0..<4, using: &chance) {
      try move(&record, using: &chance, Samples.stamp(minutes + Int.random(in: 0..<3_000, using: &chance)))
    }
    return record
  }

  private func move(_ record: inout Record, using chance: inout Steps, _ stamp: Stamp) throws {
    let number = try #require(form.index(of: "id_number"))
    let hukou = try #require(form.index(of: "hukou_type"))
    let due = Samples.today.adding(days: Int.random(in: 0..<7, using: &chance))
    let moves: [Move] = [
      .owe(Owed(reason: .document, who: .guardian, due: due, note: "在老家"), field: hukou), .handIn,
      .sendBack([Move.Question("看看", field: number)]), .approve, .withdraw(reason: "重复"), .reinstate(reason: "没有"),
      .propose("441302201103051234", field: number), .answer("441302201103051234", field: number, source: .told),
    ]
    record.apply(try #require(moves.randomElement(using: &chance)), stamp, form: form, setting: setting())
  }

  /// Until the file system gives another time to what changes next.
  private func waitForAnotherMoment() {
    let path = "\(folder.path)/moment"
    var (first, now) = (stat(), stat())
    _ = FileManager.default.createFile(atPath: path, contents: Data())
    stat(path, &first)
    repeat {
      _ = FileManager.default.createFile(atPath: path, contents: Data())
      stat(path, &now)
    } while now.st_ctim.tv_sec == first.st_ctim.tv_sec && now.st_ctim.tv_nsec == first.st_ctim.tv_nsec
  }
}
