import FormModel
import Standards

/// Which heading means which item: those of the national sheet, the form's own words, and what rosters are known to
/// bear (`Forms/sheets/roster-headings.tsv`).
public struct RosterHeadings: Sendable {
  public static let file = "sheets/roster-headings.tsv"

  private var items: [String: RosterItem] = [:]
  /// The words that rosters use in their cells and rows.
  public let words: RosterWords
  /// The child's name and document number, which rows are recognised by.
  public let name: RosterItem?
  public let number: RosterItem?

  /// A heading that two items share means the first; the built-in table has no such heading.
  public init(form: Form) throws(FormProblem) {
    words = try RosterWords(form: form)
    name = form.field(.childName).map { .field($0) }
    number = form.field(.childNumber).map { .field($0) }
    for (index, field) in form.fields.enumerated() {
      let words = [field.heading] + field.otherHeadings + [field.name, field.label.chinese, field.label.english]
      for word in words { add(word, .field(index)) }
    }
    for row in try Self.rows(in: form.lists.folder) {
      // A form of one's own need not have all that the table knows.
      guard let item = Self.item(named: row.name, form) else { continue }
      for word in [row.name] + row.headings { add(word, item) }
    }
  }

  /// What a column with this heading holds; nil for one that nobody knows.
  public func item(of heading: String) -> RosterItem? { items[Self.key(heading)] }

  /// What a column may be said to hold when children are brought in, each with the name that a `RosterChange` takes: the
  /// form's items, then what the record keeps beside the form.
  public func choices(_ form: Form) -> [(name: String, item: RosterItem)] {
    form.fields.enumerated().map { ($1.name, .field($0)) }
      + [("contact.class", .className), ("contact.telephone", .telephone)]
  }

  private mutating func add(_ heading: String, _ item: RosterItem) {
    let key = Self.key(heading)
    if items[key] == nil { items[key] = item }
  }

  /// The table's rows: an item, and its other headings.
  static func rows(in folder: FormFolder) throws(FormProblem) -> [(name: String, headings: [String])] {
    do {
      let table = try TSVTable(file, in: folder)
      let (name, headings) = (try table.requiredColumn("item"), try table.requiredColumn("headings"))
      return table.rows.map { ($0[name], $0[headings].split(separator: "|").map(String.init)) }
    } catch {
      throw FormProblem(reading: file, error)
    }
  }

  /// The item of a row: a field by its heading on the sheet, or what the record keeps beside the form, as its history
  /// names it.
  static func item(named name: String, _ form: Form) -> RosterItem? {
    switch name {
    case "contact.class": .className
    case "contact.telephone": .telephone
    case "number": .studentNumber
    default: form.fields.firstIndex { $0.heading == name }.map { .field($0) }
    }
  }

  /// The heading as headings are compared: without white space, brackets and what is in them, colons, strokes and stars,
  /// in narrow letters and small ones.
  static func key(_ heading: String) -> String {
    var key = String.UnicodeScalarView()
    var depth = 0
    for scalar in heading.unicodeScalars {
      let narrow =
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      switch narrow {
      case "(", "[", "【", "〔", "「": depth += 1
      case ")", "]", "】", "〕", "」": depth = max(0, depth - 1)
      case _ where depth > 0 || narrow.isWhiteSpace || narrow.isInvisible: continue
      case ":", "/", "*", "※", "★", "☆", "●": continue
      case "A"..."Z": key.append(Unicode.Scalar(narrow.value + 0x20) ?? narrow)
      default: key.append(narrow)
      }
    }
    return String(key)
  }
}
