import ArgumentParser
import Desk
import FormModel
import Glibc
import Records
import Standards
import Wording

/// Which language to speak and where the forms are: known by every command.
protocol Speaking {
  var lang: CommonOptions.LanguageName? { get }
  var forms: String? { get }
  var formName: String? { get }
}

/// Where the records are too: known by every command that reads or writes them.
protocol Keeping: Speaking {
  var store: String? { get }
}

// A group inside another is checked by the parser at every level, and in debug builds that costs five times as much for
// each: so the groups repeat the options that they share.

struct CommonOptions: ParsableArguments, Speaking {
  @Option(help: .saying(OptionPhrase.language)) var lang: LanguageName?
  @Option(help: .saying(OptionPhrase.forms, "dir")) var forms: String?
  @Option(name: .customLong("form"), help: .saying(OptionPhrase.formName, "name")) var formName: String?

  enum LanguageName: String, ExpressibleByArgument, CaseIterable {
    case zh, en
  }

  /// Chinese, unless English is asked for by name or by a locale `en_…`.
  static func wording(_ lang: LanguageName?) -> Wording {
    if let lang { return Wording(lang == .en ? .english : .chinese, program: ProgramName.here) }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Environment.value).first ?? ""
    return Wording(locale.hasPrefix("en_") ? .english : .chinese, program: ProgramName.here)
  }

  /// The forms, or one sentence and exit code 78 (EX_CONFIG); with the made-up province for a simulated store.
  static func library(
    _ name: String?, _ forms: String?, isSimulated: Bool, _ wording: Wording
  ) throws -> FormLibrary {
    let plain = forms.map { FormFolder(directory: $0) } ?? .embedded
    let folder = isSimulated ? plain.simulated : plain
    do {
      return try FormLibrary(name, from: folder)
    } catch {
      Output.complain(wording.message(error))
      throw ExitCode(78)
    }
  }
}

struct StoreOptions: ParsableArguments, Keeping {
  @Option(help: .saying(OptionPhrase.language)) var lang: CommonOptions.LanguageName?
  @Option(help: .saying(OptionPhrase.forms, "dir")) var forms: String?
  @Option(name: .customLong("form"), help: .saying(OptionPhrase.formName, "name")) var formName: String?
  @Option(help: .saying(OptionPhrase.store, "dir")) var store: String?

  /// `--store`, `$XUEJI_STORE`, `$XDG_DATA_HOME/xueji`, `~/.local/share/xueji`.
  static func path(_ store: String?) -> String {
    if let path = store ?? Environment.value("XUEJI_STORE") { return path }
    if let data = Environment.value("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/xueji" }
    return (Environment.value("HOME") ?? ".") + "/.local/share/xueji"
  }
}

/// Under which name an act is recorded besides: taken by every command that opens the desk or changes something.
struct ActingOptions: ParsableArguments, Keeping {
  @Option(help: .saying(OptionPhrase.language)) var lang: CommonOptions.LanguageName?
  @Option(help: .saying(OptionPhrase.forms, "dir")) var forms: String?
  @Option(name: .customLong("form"), help: .saying(OptionPhrase.formName, "name")) var formName: String?
  @Option(help: .saying(OptionPhrase.store, "dir")) var store: String?
  @Option(name: .customLong("as"), help: .saying(OptionPhrase.name, "name")) var name: String?

  /// Whoever has a shell of the folder's owner acts with the owner's authority, as staff.
  var staff: Authority { .staff(name: Self.recordedName(name)) }

  /// The name in a record: what was given, else who is logged in, else the computer that somebody sat at.
  static func recordedName(_ given: String?) -> String {
    let name = given ?? Environment.value("LOGNAME") ?? Environment.value("USER") ?? Person.unnamed
    return TextNormaliser.normalise(String(name.prefix(60)), as: .freeText)
  }
}

extension Speaking {
  var wording: Wording { CommonOptions.wording(lang) }

  func form() throws -> Form { try library().form }

  func library() throws -> FormLibrary { try library(isSimulated: false) }

  func library(isSimulated: Bool) throws -> FormLibrary {
    try CommonOptions.library(formName, forms, isSimulated: isSimulated, wording)
  }
}

extension Keeping {
  /// The forms as the store's records need them.
  func library() throws -> FormLibrary {
    try library(isSimulated: RecordStore.isSimulated(at: StoreOptions.path(store)))
  }

  func store(_ forms: FormLibrary) -> RecordStore { RecordStore(path: StoreOptions.path(store), forms: forms) }
}

/// Which day is today, for tests and for looking back.
struct DateOptions: ParsableArguments {
  @Option(help: .saying(OptionPhrase.today, "date")) var on: CalendarDate?

  var today: CalendarDate { on ?? SystemClock.now.date }

  /// Now; on the day that is taken for today, at this time of it.
  var moment: Timestamp {
    let now = SystemClock.now
    let days = today.dayNumber - now.date.dayNumber
    return Timestamp(milliseconds: now.milliseconds + days * 86_400_000, offset: now.offset)
  }
}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) {
    guard case .success(let date) = DateReader.read(argument, today: SystemClock.now.date) else { return nil }
    self = date
  }
}

/// Which places are near: the kindergarten's own division.
struct NearOptions: ParsableArguments {
  @Option(help: .saying(OptionPhrase.near, "division")) var near: String?

  /// The division that was given, else the settings' own; one sentence and exit code 64 where no table has it.
  func division(_ form: Form, _ store: some Keeping) throws -> String? {
    guard let near else {
      do throws(StoreError) {
        return try store.store(FormLibrary(form)).settings().division
      } catch {
        throw Output.refuse(store.wording.message(error), [error].exitCode)
      }
    }
    // Six digits of a division, or the sheet's twelve characters, which development zones have letters in.
    let isDivision = (near.utf8.count == 6 || near.utf8.count == 12) && form.tables.knows(area: near.prefix(6))
    guard isDivision || form.lists.list("region").choice(near) != nil else {
      Output.complain(store.wording.unknownDivision(near))
      throw ExitCode(64)
    }
    return near
  }
}

/// The process's environment.
enum Environment {
  /// A variable's value; an empty one counts as none.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}

/// The machine's clock, read here and nowhere else.
enum SystemClock {
  static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var local = tm()
    var seconds = time.tv_sec
    localtime_r(&seconds, &local)
    return Timestamp(
      milliseconds: time.tv_sec * 1_000 + time.tv_nsec / 1_000_000, offset: local.tm_gmtoff / 60)
  }
}
