import FormModel
import Standards

/// The words that rosters use instead of the sheet's (`Forms/sheets/roster-words.tsv`).
public struct RosterWords: Sendable {
  public static let file = "sheets/roster-words.tsv"

  /// What a word in a list's column says.
  public enum Meaning: Hashable, Sendable {
    case code(String)
    /// The words do not tell which entry: the item is put off, with them as its note.
    case owed
  }

  private var lists: [String: [String: Meaning]] = [:]
  /// What rows that are not a child's begin with.
  private var rows: [(word: String, kind: RosterRowKind)] = []
  /// What headings about somebody else than the child begin with.
  private var persons: [String] = []
  private var relations: Set<String> = []

  /// Reads the table; a form of one's own need not have the lists that it knows.
  public init(form: Form) throws(FormProblem) {
    for row in try Self.rows(in: form.lists.folder) {
      for word in row.words {
        switch row.list {
        case "row": if let kind = RosterRowKind(rawValue: row.code) { rows.append((word, kind)) }
        case "person": persons.append(word)
        case "relation": relations.insert(word)
        default:
          lists[row.list, default: [:]][Self.key(word)] = row.code == Self.owed ? .owed : .code(row.code)
        }
      }
    }
    // 填表人 before 填表: the longest word decides.
    rows.sort { $0.word.utf8.count > $1.word.utf8.count }
  }

  private static let owed = "owed"

  public func meaning(of entry: String, in list: String) -> Meaning? { lists[list]?[Self.key(entry)] }

  /// The kind of a row that begins with a text, if that is no child's.
  func kind(ofRowBeginning text: String) -> RosterRowKind? {
    let text = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isWhiteSpace && !$0.isInvisible }))
    for (word, kind) in rows where text.hasPrefix(word) {
      let next = text.unicodeScalars.dropFirst(word.unicodeScalars.count).first
      // 注 may begin a name, 注： does not.
      if kind != .instruction || next == nil || next.map({ ":：、.．(（0123456789".unicodeScalars.contains($0) }) == true {
        return kind
      }
    }
    return nil
  }

  /// Whether a heading is about somebody else than the child.
  func isOfAnotherPerson(_ heading: String) -> Bool {
    let key = RosterHeadings.key(heading)
    return persons.contains { key.hasPrefix($0) }
  }

  /// Splits a name from the word beside it that says who that is to the child: 赵丽华（母）, 母亲：赵丽华.
  func splitRelation(_ entry: String) -> (name: String, relation: String)? {
    let marks: Set<Character> = [
      "(", ")", "（", "）", ":", "：", "/", "[", "]", "【", "】", "-", "－", " ", "　", "、", ",", "，",
    ]
    let parts = entry.split(whereSeparator: marks.contains).map(String.init)
    guard parts.count == 2, let relation = parts.first(where: relations.contains),
      let name = parts.first(where: { $0 != relation }), !relations.contains(name)
    else { return nil }
    return (name, relation)
  }

  /// The table's rows.
  static func rows(in folder: FormFolder) throws(FormProblem) -> [(list: String, words: [String], code: String)] {
    do {
      let table = try TSVTable(file, in: folder)
      let columns = (
        try table.requiredColumn("list"), try table.requiredColumn("words"), try table.requiredColumn("code")
      )
      return table.rows.map { row in
        (row[columns.0], row[columns.1].split(separator: "|").map(String.init), row[columns.2])
      }
    } catch {
      throw FormProblem(reading: file, error)
    }
  }

  private static func key(_ entry: String) -> String { TextNormaliser.normalise(entry, as: .code) }
}
