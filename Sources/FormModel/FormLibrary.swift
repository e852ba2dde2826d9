import Standards
import Synchronization

/// Which form something was made with; its fields, and the rules for them, may be others in another version.
public struct FormEdition: Hashable, Sendable {
  public var name: String
  public var version: Int

  public init(name: String, version: Int) {
    (self.name, self.version) = (name, version)
  }
}

/// A form that a new record can be made with.
public struct FormChoice: Hashable, Sendable {
  public var edition: FormEdition
  public var title: Localized
}

/// Forms by name and version: those of a folder, and those built in that the folder does not have itself.
///
/// The forms of a folder are read and checked at once; one that is built in, when it is asked for.
public final class FormLibrary: Sendable {
  /// The form of new records, where nobody chooses another.
  public let form: Form
  /// The forms of the folder, by name and then by version.
  private let own: [Form]
  /// The names of the forms that are built in.
  private let builtIn: [String]
  /// The files of the folder's forms.
  private let ownFiles: [String]
  private let lists: ChoiceLists
  private let read = Mutex<[String: Form]>([:])
  /// Whether somebody has said which form new records are made with.
  private let isChosen: Bool

  /// One form by itself.
  public init(_ form: Form) {
    (self.form, lists, isChosen) = (form, form.lists, true)
    (own, builtIn, ownFiles) = ([form], [], [])
  }

  /// Reads the forms of a folder. New records take the newest version of the form with a name; where none is given, of
  /// `preschool-28` if the folder has one, else of its first form.
  ///
  /// Errors name the file, the place in it and what is wrong there.
  public init(_ name: String? = nil, from folder: FormFolder) throws(FormProblem) {
    lists = ChoiceLists(folder: folder)
    isChosen = name != nil
    var own: [Form] = []
    do {
      ownFiles = try folder.ownNames(ending: Self.ending)
    } catch {
      throw FormProblem(.unreadableFile, file: error.path, place: "", found: error.path)
    }
    for file in ownFiles {
      let form = try Form.read(file, from: folder, lists: lists)
      guard !own.contains(where: { $0.edition == form.edition }) else {
        throw FormProblem(.doubledName, file: file, place: "version", found: "\(form.name)/\(form.version)")
      }
      own.append(form)
    }
    own.sort { ($0.name, $0.version) < ($1.name, $1.version) }
    self.own = own
    builtIn = FormFolder.embeddedNames.filter { $0.hasSuffix(Self.ending) && !$0.contains("/") }
      .map { String($0.dropLast(Self.ending.utf8.count)) }
    let usual = own.contains { $0.name == Self.usual } ? Self.usual : own.first?.name ?? Self.usual
    let wanted = name ?? usual
    if let newest = own.last(where: { $0.name == wanted }) {
      form = newest
    } else if builtIn.contains(wanted) {
      // A folder without a form of its own may not exist at all; reading from it reports that.
      form = try Form.read(wanted + Self.ending, from: own.isEmpty ? folder : .embedded, lists: lists)
    } else {
      let known = Set(own.map(\.name) + builtIn).sorted()
      throw FormProblem(.unknownForm, file: wanted, place: "", found: known.joined(separator: ", "))
    }
  }

  private static let ending = ".json"
  private static let usual = "preschool-28"

  /// The form of an edition; nil for one that is not here.
  public func form(_ edition: FormEdition) -> Form? {
    if form.edition == edition { return form }
    if let form = own.first(where: { $0.edition == edition }) { return form }
    return builtIn(edition.name).flatMap { $0.edition == edition ? $0 : nil }
  }

  /// The same, where one that is not here is an error.
  public func known(_ edition: FormEdition) throws(FormProblem) -> Form {
    if let form = form(edition) { return form }
    throw FormProblem(.unknownForm, file: edition.name, place: "", found: names.sorted().joined(separator: ", "))
  }

  private var names: Set<String> { Set(own.map(\.name) + builtIn) }

  /// A form that is built in, read when it is first asked for; a test makes sure that each can be read.
  private func builtIn(_ name: String) -> Form? {
    guard builtIn.contains(name) else { return nil }
    return read.withLock { read in
      if let form = read[name] { return form }
      let form = try? Form.read(name + Self.ending, from: .embedded, lists: lists)
      read[name] = form
      return form
    }
  }

  /// The forms that new records can be made with, each in its newest version, the usual one first; none where there is
  /// nothing to choose.
  public var choices: [FormChoice] {
    let forms = isChosen ? [] : newest
    return forms.count > 1 ? forms.map { FormChoice(edition: $0.edition, title: $0.title) } : []
  }

  /// Every form in its newest version, the usual one first.
  private var newest: [Form] {
    var forms = [form]
    for name in own.map(\.name) + builtIn where !forms.contains(where: { $0.name == name }) {
      if let newest = own.last(where: { $0.name == name }) ?? builtIn(name) { forms.append(newest) }
    }
    return forms
  }

  /// What tells a form from all others where there is room for one sign: the first character of its title that stands
  /// in no other form's title; the form's name where there is none.
  public func sign(of form: Form, _ language: Language) -> String {
    let others = newest.filter { $0.name != form.name }.map { $0.title[language] }
    let sign = form.title[language].first { sign in !others.contains { $0.contains(sign) } }
    return sign.map { String($0) } ?? form.name
  }

  /// The names of all files that can change what is found in a record, the built-in ones included, since the folder may
  /// override them; nil without a folder.
  public var files: [String]? {
    guard lists.folder.directory != nil else { return nil }
    let names = own.flatMap(\.fields).compactMap(\.kind.list).map { "lists/\($0).tsv" }
    return Set(names + FormFolder.embeddedNames + ownFiles).sorted()
  }

  /// The content of one of them.
  public func bytes(_ file: String) -> [UInt8] { (try? lists.folder.bytes(file)) ?? [] }
}
