import Standards

/// One entry of a list.
public struct Choice: Sendable {
  /// What the record stores.
  public var code: String
  /// What the sheet holds, character for character.
  public var text: String
  /// What the screen shows.
  public var label: Localized
  /// Other texts that a sheet may hold for it.
  public var accepted: [String]
  /// Other names that people have for it.
  public var also: [String]
  /// The names above it: province and prefecture of a place, none otherwise.
  public var path: [String]
  /// The first letters of its name in pinyin, where the table has them.
  public var initials: String?
}

/// A list that a value is chosen from.
public struct ChoiceList: Sendable {
  public var name: String
  public var choices: [Choice]
  /// A search in it to show as an example.
  public var exampleQuery: String
  private let indexesByCode: [String: Int]
  private let codesByText: [String: String]

  /// Builds the list from a table with at least `code` and `text`, or the columns of a table of places:
  /// `code`, `province`, `prefecture`, `name`.
  init(name: String, table: TSVTable) throws(FormProblem) {
    self.name = name
    choices = try Self.choices(of: table, file: "lists/\(name).tsv")
    guard !choices.isEmpty else { throw FormProblem(.emptyList, file: "lists/\(name).tsv", place: "") }
    exampleQuery = table.remarks["query"] ?? choices[0].code
    var byCode: [String: Int] = [:]
    var byText: [String: String] = [:]
    byCode.reserveCapacity(choices.count)
    byText.reserveCapacity(choices.count)
    for (index, choice) in choices.enumerated() {
      guard byCode.updateValue(index, forKey: choice.code) == nil else {
        throw FormProblem(.doubledCode, file: "lists/\(name).tsv", place: choice.code)
      }
      byText[choice.text] = choice.code
      for text in choice.accepted where byText[text] == nil { byText[text] = choice.code }
    }
    indexesByCode = byCode
    codesByText = byText
  }

  /// A list that nothing is in: what an unreadable file leaves of it.
  init(empty name: String) {
    self.name = name
    choices = []
    exampleQuery = ""
    indexesByCode = [:]
    codesByText = [:]
  }

  /// Whether nothing lies above its entries.
  public var isOfOneStep: Bool { choices.first?.path.isEmpty ?? true }

  public func index(of code: String) -> Int? {
    // To compare a few short codes is quicker than to hash one.
    if choices.count <= 16 { return choices.indices.first { choices[$0].code == code } }
    return indexesByCode[code]
  }

  public func choice(_ code: String) -> Choice? { indexesByCode[code].map { choices[$0] } }

  /// The code of an entry, given the sheet's text for it.
  public func code(ofText text: String) -> String? { codesByText[text] }

  private static func initials(of pinyin: String) -> String? {
    let initials = pinyin.split(separator: " ").compactMap(\.first)
    return initials.isEmpty ? nil : String(initials)
  }

  private static func choices(of table: TSVTable, file: String) throws(FormProblem) -> [Choice] {
    func column(_ name: String) throws(FormProblem) -> Int {
      guard let column = table.column(name) else { throw FormProblem(.missingColumn, file: file, place: name) }
      return column
    }
    let code = try column("code")
    if let name = table.column("name"), let province = table.column("province") {
      let prefecture = try column("prefecture")
      let pinyin = table.column("pinyin")
      return table.rows.map { row in
        let path = [row[province], row[prefecture]].filter { !$0.isEmpty }
        // A code without a name is known by itself.
        let label = row[name].isEmpty ? row[code] : row[name]
        let romanised = row[name].isEmpty ? label : RomanisedName.of(label, pinyin: row[pinyin])
        return Choice(
          code: row[code], text: row[code], label: Localized(label, romanised), accepted: [], also: [], path: path,
          initials: Self.initials(of: row[pinyin]))
      }
    }
    let text = try column("text")
    let label = table.column("label")
    let english = table.column("english")
    let (accepted, also) = (table.column("accepted"), table.column("also"))
    return table.rows.map { row in
      let text = row[text]
      let shown = row[label]
      let name = shown.isEmpty ? text : shown
      let translation = row[english]
      func names(_ column: Int?) -> [String] { row[column].split(separator: "|").map(String.init) }
      return Choice(
        code: row[code], text: text, label: Localized(name, translation.isEmpty ? name : translation),
        accepted: names(accepted), also: names(also), path: [])
    }
  }
}
