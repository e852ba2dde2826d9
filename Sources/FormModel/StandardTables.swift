import Standards
import Synchronization

/// The code tables that checks look numbers and dates up in, each read when first needed.
public final class StandardTables: Sendable {
  private struct Loaded {
    var divisions: Divisions?
    var lunar: LunarCalendar?
    var romanised: [String: String]?
    var pinyin: PinyinDecoder?
  }

  private let folder: FormFolder
  private let loaded = Mutex(Loaded())

  public init(folder: FormFolder) { self.folder = folder }

  /// The administrative divisions; nil where their table cannot be read, and then every area counts as known.
  public var divisions: Divisions? {
    if let divisions = loaded.withLock({ $0.divisions }) { return divisions }
    let divisions = try? Divisions(in: folder)
    loaded.withLock { $0.divisions = divisions }
    return divisions
  }

  /// Whether any table has the area of a number, abolished ones included.
  public func knows(area: Substring) -> Bool { divisions?.knows(area: area) ?? true }

  /// The year in which the area of a number was abolished, if that was long before the birth.
  ///
  /// Numbers go on being given for some years after an area was merged; beyond fifteen the number is nearly always
  /// wrong.
  public func yearAbolished(beforeBirthIn number: CitizenNumber) -> Int? {
    guard let year = divisions?.yearAbolished(of: number.area), number.birthDate.year - year > 15 else { return nil }
    return year
  }

  /// The names of an area, from the province down.
  public func path(of area: some StringProtocol, in language: Language = .chinese) -> [String] {
    switch language {
    case .chinese: divisions?.path(of: area) ?? []
    case .english: divisions?.romanisedPath(of: area) ?? []
    }
  }

  /// The name of a place as a person reads it: in English by its pinyin, as far as the table of divisions has it.
  public func placeName(_ name: String, in language: Language) -> String {
    guard language == .english else { return name }
    if let names = loaded.withLock({ $0.romanised }) { return names[name] ?? name }
    let names = divisions?.romanisedNames() ?? [:]
    loaded.withLock { $0.romanised = names }
    return names[name] ?? name
  }

  /// The lunar calendar, or an empty one where its table cannot be read.
  public var lunar: LunarCalendar {
    if let lunar = loaded.withLock({ $0.lunar }) { return lunar }
    let lunar = (try? LunarCalendar(folder: folder)) ?? LunarCalendar()
    loaded.withLock { $0.lunar = lunar }
    return lunar
  }

  /// What turns letters into Chinese; nil where its tables cannot be read.
  public var pinyin: PinyinDecoder? {
    if let pinyin = loaded.withLock({ $0.pinyin }) { return pinyin }
    let pinyin = try? PinyinDecoder(folder: folder)
    loaded.withLock { $0.pinyin = pinyin }
    return pinyin
  }
}
