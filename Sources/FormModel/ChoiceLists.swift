import Standards
import Synchronization

/// The lists of a form, each read when it is first needed: a first screen needs none of them.
public final class ChoiceLists: Sendable {
  private struct Loaded {
    var lists: [String: ChoiceList] = [:]
    var indexes: [String: SearchIndex] = [:]
    var steps: [String: [ListStep]] = [:]
  }

  /// The name that all administrative divisions are searched under.
  private static let division = "division"

  public let folder: FormFolder
  public let tables: StandardTables
  private let loaded = Mutex(Loaded())

  public init(folder: FormFolder) {
    self.folder = folder
    tables = StandardTables(folder: folder)
  }

  /// The list, or an empty one where its file cannot be read.
  ///
  /// A file from a folder was verified when the form was loaded, and the embedded ones by a test, so that an empty
  /// list means that a file has vanished since.
  public func list(_ name: String) -> ChoiceList {
    (try? load(name)) ?? ChoiceList(empty: name)
  }

  /// The list, or what is wrong with its file.
  public func load(_ name: String) throws(FormProblem) -> ChoiceList {
    if let list = loaded.withLock({ $0.lists[name] }) { return list }
    let list = try ChoiceList(name: name, table: table(name))
    loaded.withLock { $0.lists[name] = list }
    return list
  }

  /// The search over a list; `division` is the list of all administrative divisions.
  public func index(_ name: String) throws(FormProblem) -> SearchIndex {
    if let index = loaded.withLock({ $0.indexes[name] }) { return index }
    let index = try makeIndex(name)
    loaded.withLock { $0.indexes[name] = index }
    return index
  }

  /// What `steps` found before: a page shows them at every key.
  func known(stepsOf key: String) -> [ListStep]? { loaded.withLock { $0.steps[key] } }

  func keep(_ steps: [ListStep], of key: String) { loaded.withLock { $0.steps[key] = steps } }

  /// An entry's name behind the names of what it lies in, as a person reads them.
  public func names(of choice: Choice, in language: Language) -> [String] {
    choice.path.map { tables.placeName($0, in: language) } + [choice.label[language]]
  }

  /// The built-in lists that can be searched.
  public var names: [String] {
    FormFolder.embeddedNames.compactMap { file in
      guard file.hasPrefix("lists/"), file.hasSuffix(".tsv") else { return nil }
      let name = String(file.dropFirst("lists/".count).dropLast(".tsv".count))
      // A table may be none of choices, as the lunar calendar's is.
      return name == Self.division || (try? load(name)) != nil ? name : nil
    }.sorted()
  }

  private func makeIndex(_ name: String) throws(FormProblem) -> SearchIndex {
    do {
      let divisions = try Divisions(in: folder)
      if name == Self.division { return .divisions(divisions) }
      let table = try table(name)
      return table.column("province") == nil ? try .list(table) : try .regions(table, divisions)
    } catch {
      throw FormProblem(reading: "lists/\(name).tsv", error)
    }
  }

  private func table(_ name: String) throws(FormProblem) -> TSVTable {
    let file = "lists/\(name).tsv"
    let bytes: [UInt8]
    do {
      bytes = try folder.bytes(file)
    } catch {
      throw FormProblem(.unknownList, file: file, place: "", found: name)
    }
    do {
      return try TSVTable(bytes, name: file)
    } catch {
      throw FormProblem(reading: file, error)
    }
  }
}
