import Desk
import FormModel
import Glibc
import Records
import Sheets
import Wording

extension StoreOptions {
  /// What commands without a screen work with: the store, its index, and the checks' setting.
  struct Work {
    /// The forms of the records.
    let forms: FormLibrary
    /// The form that the command is about, where it is not about a record.
    var form: Form { forms.form }
    let wording: Wording
    let store: RecordStore
    let index: RecordIndex
    let setting: CheckSetting
    /// The settings; those of a new store where they cannot be read.
    let settings: Settings
    /// Why the settings cannot be read; then nobody can say which family is from elsewhere.
    let settingsProblem: StoreError?

    var place: Workplace<RecordStore> {
      Workplace(store: store, forms: forms, wording: wording, setting: setting)
    }

    /// The records that a filter shows to staff, with everything that could not be seen.
    func list(_ filter: SummaryFilter, for holder: Authority = .staff(name: "")) -> RecordListing {
      var line = ReadingLine(wording)
      defer { line.end() }
      var listing = index.list(filter, for: holder, setting: setting, progress: { line.show($0, $1) })
      if let settingsProblem { listing.unreadable.append(settingsProblem) }
      return listing
    }

    /// Says what could not be seen, and how much of it there is, and gives the exit code for that; 0 where all was seen.
    func say(_ listing: RecordListing) -> Int32 {
      for problem in listing.unreadable + listing.changedOutside { Output.complain(wording.message(problem)) }
      guard !listing.unreadable.isEmpty else { return 0 }
      Output.complain(wording.unseen(listing.unreadable.count))
      return listing.unreadable.exitCode
    }

    /// Says that the settings cannot be read, where that is so, and gives the exit code for it: what is printed lacks what
    /// they say.
    func saySettings() -> Int32 {
      guard let settingsProblem else { return 0 }
      Output.complain(wording.message(settingsProblem))
      return [settingsProblem].exitCode
    }

    /// What the desk would know on the day that is taken for today.
    var context: DeskContext {
      DeskContext(
        forms: forms, wording: wording, settings: settings,
        now: Timestamp(milliseconds: setting.today.dayNumber * 86_400_000, offset: 0))
    }

    /// The record with a code or an id; where there is none, a sentence and the exit code.
    func record(_ name: String, _ status: inout Int32) -> Record? {
      var line = ReadingLine(wording)
      defer { line.end() }
      do throws(StoreError) {
        if let record = try index.record(named: name, setting: setting, progress: { line.show($0, $1) }) {
          return record
        }
        status = max(status, 1)
        Output.complain(wording.notFound(name))
      } catch {
        status = [error].exitCode
        Output.complain(wording.message(error))
      }
      return nil
    }

    /// The children of the store that a sheet is compared with; where they cannot be read, a sentence and nil.
    func children() -> StoredChildren? {
      var line = ReadingLine(wording)
      defer { line.end() }
      var stored = StoredChildren()
      do throws(StoreError) {
        let ledger = try store.ledger()
        func add(_ child: StoredChild) { stored.add(child, isOut: ledger.last[child.id] != nil) }
        // A child in a file that cannot be read is known to nobody.
        let unseen = try index.visitChildren(of: form.name, setting: setting, progress: { line.show($0, $1) }, add)
        for problem in unseen { Output.complain(wording.message(problem)) }
        return unseen.isEmpty ? stored : nil
      } catch {
        Output.complain(wording.message(error))
        return nil
      }
    }
  }
}

extension Keeping {
  /// The store as a command without a screen sees it; a store that cannot be read ends the command.
  func work(_ date: DateOptions) throws -> StoreOptions.Work {
    let forms = try library()
    let store = store(forms)
    // The lists can be told without the settings; only whether a family is from elsewhere cannot.
    var (settings, problem) = (Settings(), StoreError?.none)
    do throws(StoreError) { settings = try store.settings() } catch { problem = error }
    return StoreOptions.Work(
      forms: forms, wording: wording, store: store, index: RecordIndex(store: store),
      setting: CheckSetting(today: date.today, kindergarten: settings.division), settings: settings,
      settingsProblem: problem)
  }
}

/// One line on standard error that says how many records were read, where somebody looks at it.
struct ReadingLine {
  private let wording: Wording
  private let isSeen = isatty(STDERR_FILENO) == 1
  private var isBegun = false

  /// How many records are read before anybody is told.
  private static let mostUnseen = 2_000

  init(_ wording: Wording) { self.wording = wording }

  mutating func show(_ done: Int, _ total: Int) {
    guard isSeen, total > Self.mostUnseen else { return }
    isBegun = true
    Output.status("\r" + wording.reading(done, total))
  }

  /// Clears the line, so that what follows stands by itself.
  func end() {
    if isBegun { Output.status("\r\u{1B}[K") }
  }
}
