import City
import FormModel
import Records
import StoreSupport
import Wording

@testable import Desk

/// What a session would answer of its store, from a store in memory.
extension DeskDriver {
  /// What the store has, by id.
  var stored: [RecordID: Record] { Dictionary(uniqueKeysWithValues: memory.all.map { ($0.id, $0) }) }

  /// What every driver answers alike; the other requests lead to no answer here.
  mutating func answer(_ effect: Effect) {
    switch effect {
    case .save(let record): save(record)
    case .list(let filter, let holder, let purpose): list(filter, holder, for: purpose)
    case .fetch(let id, let holder, let purpose): fetch(id, holder, for: purpose)
    case .count(let lists, let holder): count(lists, holder)
    case .countFigures(let grouping, let listing, _):
      guard let set = FigureSet.named(context.forms.form) else { return }
      var figures = Figures(set, by: grouping)
      let checks = RecordChecks(context.forms, simulated: context.forms, setting: context.setting)
      figures.count(memory, checks, of: Origin(context.settings), on: context.today, listing: listing)
      tell(.work(.figures(FigureSheet(figures, listing: listing))))
    case .make(let move, let ids, let holder): make(move, of: ids, holder)
    case .weigh(let given, let ids, let holder):
      let desk = recordDesk(holder)
      let now = context.now
      tell(.work(.weighed(given, ids.compactMap { try? desk.weigh(given, forRecordNamed: $0.text, at: now) })))
    case .give(let given, let seen, let holder):
      let desk = recordDesk(holder)
      let now = context.now
      tell(.work(.given(given, seen.map { desk.give(given, $0, at: now).outcome })))
    case .takeBack(let given, let children, let holder):
      let desk = recordDesk(holder)
      let now = context.now
      tell(.work(.takenBack(given, children.map { desk.takeBack(given, from: $0, at: now).outcome })))
    case .askLastGiving(let holder): tell(.work(.lastGiving(recordDesk(holder).lastGiving())))
    case .reread(let record): reread(record)
    case .askAccounts(let holder): askAccounts(holder)
    case .change(let change, let holder): make(change, holder)
    case .countOut(let code, let name):
      guard let ledger = try? memory.ledger() else { return }
      let count = finder.outWithAnotherCode(than: code, inClass: name, ledger: ledger, setting: context.setting)
      tell(.work(.outWithoutCode(count)))
    case .perform(let task, let path, _):
      let lines = path == "nowhere" ? [Self.noPlace] : ["✓ \(path)"] + (2...40).map { "行 \($0)" }
      tell(.work(.performed(task, lines, isDone: path != "nowhere")))
    case .printSlip: tell(.desk(.slipPrinted(isDone: context.settings.printer != "nowhere")))
    case .bringIn(let request, let step, _): tell(.work(.roster(SampleRoster.answer(request, step))))
    case .leave, .leaveUnsaved: hasLeft = true
    case .retry, .saveSettings, .readSettings, .countChildren, .renameClasses, .begin, .open, .knock, .enter,
      .findPossibleDuplicates, .checkNumber, .askArchive, .export, .print, .unlock, .suspend, .resume, .askCutOff,
      .goOn,
      .recall, .keepTyping, .redraw:
      break
    }
  }

  /// A record begins, with what the last form of whoever works here offers again.
  mutating func begin(_ beginning: Beginning, as identity: RecordIdentity) {
    var carried = CarriedAnswers()
    if case .work(let holder, _, _) = beginning {
      let form = context.of(beginning.edition).form
      carried = memory.carried(by: holder.person, form: form, setting: context.setting)
    }
    tell(.desk(.begun(identity, beginning, carried: carried)))
  }

  private mutating func askAccounts(_ holder: Authority) {
    let accounts = (try? memory.accounts()) ?? []
    tell(.work(.accounts(accounts.filter { holder.role == .staff || $0.name == holder.person.name })))
  }

  private mutating func make(_ change: AccountChange, _ holder: Authority) {
    let stamp = Stamp(at: context.now, by: holder.person)
    do throws(StoreError) {
      tell(.work(.accountChanged(change, try memory.make(change, stamp, for: holder))))
      askAccounts(holder)
    } catch {
      tell(.unreadable(error))
    }
  }

  private func recordDesk(_ holder: Authority) -> RecordDesk {
    RecordDesk(store: memory, index: finder, holder: holder, setting: context.setting)
  }

  private var finder: MemoryFinder { memory.finder() }

  /// Puts a record into the store, as somebody else would, elsewhere.
  mutating func store(_ record: Record) { memory.put(record) }

  mutating func save(_ record: Record) {
    memory.put(record)
    tell(.record(.saved(record.id, revision: record.revision, at: context.now)))
  }

  mutating func list(_ filter: SummaryFilter, _ holder: Authority, for purpose: Purpose) {
    let listing = finder.list(filter, for: holder, setting: context.setting) { _, _ in }
    tell(.work(.listed(filter, for: purpose, listing.summaries, touched: listing.touched, unreadable: [])))
  }

  mutating func count(_ lists: [WorkList], _ holder: Authority) {
    tell(.work(.counted(finder.counts(of: lists, for: holder, setting: context.setting).counts)))
  }

  mutating func fetch(_ id: RecordID, _ holder: Authority, for purpose: Purpose) {
    guard let held = stored[id].flatMap({ HeldRecord($0, holder: holder) }) else {
      return tell(.unreadable(StoreError(.notFound, path: id.text)))
    }
    tell(.opened(held, for: purpose))
  }

  mutating func open(_ code: String, _ secret: String, for person: Person) {
    let found =
      (try? finder.recordAtDoor(
        RecordCode(code), lookAlikes: RecordCode.lookAlikes(of: code), setting: context.setting)).flatMap { $0 }
      .flatMap { $0.bearsCode ? $0.record : nil }
    let family = Authority.family(Records.Sitting(person))
    let held = found.flatMap {
      HeldRecord($0, openedBy: secret, holder: family, on: context.today, form: context.forms.form(of: $0))
    }
    tell(held.map { .opened($0, for: .family) } ?? .door(.refused))
  }

  mutating func reread(_ record: Record) {
    if let theirs = stored[record.id], !record.continues(theirs) { tell(.record(.changedElsewhere(theirs))) }
  }

  mutating func make(_ move: ManyMove, of ids: [RecordID], _ holder: Authority) {
    let desk = RecordDesk(store: memory, index: finder, holder: holder, setting: context.setting)
    var outcomes: [MoveOutcome] = []
    for id in ids {
      guard let made = try? desk.make(move.move, ofRecordNamed: id.text, at: context.now) else { continue }
      outcomes.append(MoveOutcome(summary(made.held.record), refusal: made.refusal))
    }
    tell(.work(.made(move, outcomes)))
  }

  private func summary(_ record: Record) -> RecordSummary {
    let all = finder.list(SummaryFilter(), for: .staff(name: ""), setting: context.setting) { _, _ in }.summaries
    return all.first { $0.id == record.id }
      ?? RecordSummary(record, form: context.forms.form(of: record), setting: context.setting)
  }

  func possibleDuplicates(of record: Record) -> PossibleDuplicates {
    (try? finder.possibleDuplicates(of: record, setting: context.setting) { _, _ in }) ?? PossibleDuplicates()
  }
}

extension DeskDriver {
  /// What the store of the tests says of a file that cannot be written or read.
  static var noPlace: String { "没有这个地方" }
}
