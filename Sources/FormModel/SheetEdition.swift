import Standards

/// An edition of the sheet that a form goes out on: its columns in their order, headed as they are printed, misprints
/// included. Another edition is another file of `sheets/`.
public struct SheetEdition: Sendable {
  /// What a cell of a column is; never a number, of which a spreadsheet keeps fifteen digits.
  public enum CellKind: String, Sendable, CaseIterable {
    case text
    /// A real date, which a spreadsheet shows as `2011-03-05`.
    case date
  }

  public struct Column: Sendable {
    /// The index of the field that stands there.
    public var field: Int
    public var heading: String
    public var kind: CellKind
  }

  public var name: String
  /// The month that the edition bears, as `2018-01`.
  public var edition: String
  public var title: Localized
  /// The name of the sheet within its workbook.
  public var sheet: String
  public var columns: [Column]

  /// The edition of a form that is in use: the newest that there is for it, else the form's own headings in their
  /// order.
  public static func current(of form: Form) throws(FormProblem) -> SheetEdition {
    var newest: SheetEdition?
    for name in try names(in: form.lists.folder) {
      let root = try root(of: name, form)
      guard root.value["form"]?.string == form.name else { continue }
      let edition = try SheetEdition(root, form: form)
      if edition.edition >= newest?.edition ?? "" { newest = edition }
    }
    return newest ?? SheetEdition(headingsOf: form)
  }

  /// A sheet of a form that nobody has laid out.
  private init(headingsOf form: Form) {
    (name, edition, title, sheet) = (form.name, "\(form.version)", form.title, form.title.chinese)
    columns = form.fields.enumerated().map { index, field in
      Column(field: index, heading: field.heading, kind: field.kind == .date ? .date : .text)
    }
  }

  /// Loads an edition by its name, such as `preschool-28-2018-01`, else the one that is in use; errors name the file,
  /// the place and what is wrong.
  public static func load(_ name: String? = nil, of form: Form) throws(FormProblem) -> SheetEdition {
    guard let name else { return try current(of: form) }
    return try SheetEdition(root(of: name, form), form: form)
  }

  private static func root(of name: String, _ form: Form) throws(FormProblem) -> JSONNode {
    let file = "sheets/\(name).json"
    let bytes: [UInt8]
    do {
      bytes = try form.lists.folder.bytes(file)
    } catch {
      throw FormProblem(.unreadableFile, file: file, place: "", found: error.path)
    }
    do {
      return JSONNode(value: try JSONValue.parse(bytes), place: .root, file: file)
    } catch {
      throw FormProblem(.notJSON, file: file, place: error.place)
    }
  }

  /// The field of every heading that a sheet of the form may bear: the form's own, and those of all its editions.
  ///
  /// An edition of another form, or one with a mistake in it, is passed over; exporting with it says what is wrong.
  public static func headings(of form: Form) throws(FormProblem) -> [String: Int] {
    var fields: [String: Int] = [:]
    for name in try names(in: form.lists.folder) {
      do throws(FormProblem) {
        for column in try load(name, of: form).columns { fields[column.heading] = column.field }
      } catch  where error.kind != .unreadableFile {
        continue
      }
    }
    for (index, field) in form.fields.enumerated() {
      for heading in [field.heading] + field.otherHeadings { fields[heading] = index }
    }
    return fields
  }

  private static func names(in folder: FormFolder) throws(FormProblem) -> [String] {
    do {
      return try folder.names(in: "sheets", ending: ".json").map { String($0.dropLast(".json".count)) }
    } catch {
      throw FormProblem(.unreadableFile, file: "sheets", place: "", found: error.path)
    }
  }

  private init(_ root: JSONNode, form: Form) throws(FormProblem) {
    try root.allow(["format", "name", "form", "edition", "title", "sheet", "columns"])
    guard try root.string("format") == "xueji-sheet/1" else {
      throw root.problem(.wrongFormat, at: "format", found: try root.string("format"))
    }
    guard try root.string("form") == form.name else {
      throw root.problem(.wrongFormat, at: "form", found: try root.string("form"))
    }
    name = try root.string("name")
    edition = try root.string("edition")
    title = try root.localized("title")
    sheet = try root.string("sheet")
    columns = []
    for node in try root.array("columns") {
      try node.allow(["field", "heading", "cell"])
      let field = try node.string("field")
      guard let index = form.index(of: field) else { throw node.problem(.unknownField, at: "field", found: field) }
      let heading = try node.string("heading")
      let word = try node.optionalString("cell") ?? CellKind.text.rawValue
      guard let kind = CellKind(rawValue: word) else { throw node.problem(.unknownType, at: "cell", found: word) }
      guard !columns.contains(where: { $0.field == index || $0.heading == heading }) else {
        throw node.problem(.doubledName, at: "heading", found: heading)
      }
      columns.append(Column(field: index, heading: heading, kind: kind))
    }
    guard !columns.isEmpty else { throw root.problem(.missingKey, at: "columns") }
  }
}
