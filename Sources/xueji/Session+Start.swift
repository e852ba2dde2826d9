import ArgumentParser
import Desk
import FormModel
import Records
import Terminal
import Wording

extension Session where Device == CursesTerminal, Keeper == RecordStore {
  /// Runs the desk until somebody leaves it; says one sentence and ends with an exit code where it cannot be shown.
  static func run(_ launch: Launch) throws {
    guard launch.isPlain else {
      return try run(launch) { () throws(TerminalProblem) in
        try CursesTerminal(colours: Environment.value("NO_COLOR") == nil, ignoresInterrupts: launch.isKiosk)
      }
    }
    try Session<LineTerminal, RecordStore>.run(launch) { () throws(TerminalProblem) in
      try LineTerminal(ignoresInterrupts: launch.isKiosk)
    }
  }
}

extension Session where Keeper == RecordStore {
  private static func run(_ launch: Launch, on claim: () throws(TerminalProblem) -> Device) throws {
    let wording = CommonOptions.wording(launch.lang)
    let path = StoreOptions.path(launch.store)
    let forms = try CommonOptions.library(
      launch.form, launch.forms, isSimulated: RecordStore.isSimulated(at: path), wording)
    let store = RecordStore(path: path, forms: forms).waiting(milliseconds: longestLock)
    let settings: Settings
    do throws(StoreError) {
      settings = try store.settings()
    } catch {
      Output.complain(wording.message(error))
      throw ExitCode(74)
    }
    let terminal: Device
    do throws(TerminalProblem) {
      terminal = try claim()
    } catch {
      Output.complain(error.message(wording))
      throw ExitCode(69)
    }
    let context = DeskContext(forms: forms, wording: wording, settings: settings, now: SystemClock.now)
    let person = Person(role: .guardian, name: ActingOptions.recordedName(launch.name))
    var session = Session(
      interrupted(launch.start, store, context), isKiosk: launch.isKiosk, store: store, terminal: terminal, context,
      person: person, clock: { SystemClock.now })
    guard session.loop() else {
      Output.complain(wording.notSaved)
      throw ExitCode(74)
    }
  }
}

extension Session {
  /// The start, or what a family at this desk was cut off from a short while ago.
  static func interrupted(_ start: Desk.Start, _ store: Keeper, _ context: DeskContext) -> Desk.Start {
    let hasHome: Bool
    switch start {
    case .home: hasHome = true
    case .fill: hasHome = false
    case .comeBack, .opened, .interrupted, .sheet, .completion, .review: return start
    }
    let left = store.journals(of: context.now.date).readings.last { Desk.mayOffer($0, context) }
    return left.map { .interrupted($0, hasHome: hasHome) } ?? start
  }
}
