/// Reads the rows of a workbook (ISO/IEC 29500, `.xlsx`) as they come: those of its first shown sheet that has any.
///
/// What is kept is what a row refers to: the shared texts, and which formats are dates. A formula counts as the result
/// that was saved with it; nothing is computed, and nothing outside of the file is followed.
final class WorkbookReader {
  private let zip: ZipReader
  private let setting: WorksheetRows.Setting
  /// All worksheets, in their order; sheets of another kind, such as a chart's, have no cells and are left out.
  private let all: [Sheet]
  /// The sheets that are still to be looked at.
  private var sheets: ArraySlice<Sheet>
  private var sheet: (rows: WorksheetRows, xml: XMLReader)?
  private var hasRows = false
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(path: String) throws(SheetProblem) {
    zip = try ZipReader(path: path)
    // Without this part it is some other zip file, such as a text document or a spreadsheet in another format.
    guard zip.has("[Content_Types].xml") else { throw .notATable }
    let package = PackageRelations(of: "")
    try Self.read(package.part, of: zip, into: package, &buffer)
    guard let part = package.first("officeDocument") else { throw .damaged(part: package.part) }
    // A workbook in binary (`.xlsb`).
    guard !part.hasSuffix(".bin") else { throw .notATable }
    let workbook = WorkbookSheets(part: part)
    try Self.read(part, of: zip, into: workbook, &buffer)
    guard workbook.isWorkbook else { throw .notATable }
    let parts = PackageRelations(of: part)
    try Self.read(parts.part, of: zip, into: parts, &buffer)
    let known = Dictionary(parts.relations.map { ($0.id, $0) }) { first, _ in first }
    var all: [Sheet] = []
    for sheet in workbook.sheets {
      guard let relation = known[sheet.id] else {
        guard sheet.isShown else { continue }
        throw .damaged(part: parts.part)
      }
      guard relation.kind == "worksheet" else { continue }
      all.append(Sheet(name: sheet.name, part: relation.part, isShown: sheet.isShown))
    }
    self.all = all
    sheets = all.filter(\.isShown)[...]
    let strings = SharedStrings()
    if let part = parts.first("sharedStrings") { try Self.read(part, of: zip, into: strings, &buffer) }
    let formats = CellFormats(part: parts.first("styles") ?? "")
    if let part = parts.first("styles") { try Self.read(part, of: zip, into: formats, &buffer) }
    setting = WorksheetRows.Setting(strings: strings, formats: formats, countsFrom1904: workbook.countsFrom1904)
  }

  /// Adds the next rows that have something in them; none at the end. An error leaves the rows before it in `found`.
  func next(into found: inout [SheetRow]) throws(SheetProblem) {
    while found.isEmpty {
      guard let (rows, xml) = sheet else {
        guard !hasRows, let part = sheets.popFirst()?.part else { return }
        let rows = WorksheetRows(part: part, setting: setting)
        sheet = (rows, try XMLReader(part: part, handler: rows))
        try zip.open(part)
        continue
      }
      defer {
        hasRows = hasRows || !rows.rows.isEmpty
        swap(&found, &rows.rows)
      }
      let count = try zip.next(into: &buffer)
      if count > 0 {
        try xml.feed(buffer[..<count])
      } else {
        try xml.finish()
        sheet = nil
      }
    }
  }

  /// Every shown sheet, whole and as it is displayed, and the names of the hidden ones; more than `mostRows` rows in
  /// all are refused.
  func tables(mostRows: Int) throws(SheetProblem) -> (tables: [SheetTable], hidden: [String]) {
    var setting = setting
    setting.isAsShown = true
    var tables: [SheetTable] = []
    var count = 0
    for sheet in all where sheet.isShown {
      let rows = WorksheetRows(part: sheet.part, setting: setting)
      let xml = try XMLReader(part: sheet.part, handler: rows)
      try zip.open(sheet.part)
      while true {
        let read = try zip.next(into: &buffer)
        if read == 0 { break }
        try xml.feed(buffer[..<read])
        guard count + rows.rows.count <= mostRows else { throw .bomb }
      }
      try xml.finish()
      count += rows.rows.count
      tables.append(SheetTable(name: sheet.name, rows: rows.rows, looks: rows.looks))
    }
    return (tables, all.filter { !$0.isShown }.map(\.name))
  }

  private struct Sheet {
    var name: String
    var part: String
    var isShown: Bool
  }

  private static func read(
    _ part: String, of zip: ZipReader, into handler: some XMLHandler, _ buffer: inout [UInt8]
  ) throws(SheetProblem) {
    let xml = try XMLReader(part: part, handler: handler)
    try zip.open(part)
    while true {
      let count = try zip.next(into: &buffer)
      if count == 0 { break }
      try xml.feed(buffer[..<count])
    }
    try xml.finish()
  }
}
