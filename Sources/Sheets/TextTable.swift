/// Reads the rows of a file of comma- or tab-separated values as they come, in UTF-8, UTF-16 or GB 18030.
final class TextTable {
  private let file: OpenFile
  private var decoder: (any TextDecoder)?
  private var csv: CSVReader?
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var text: [UInt8] = []
  private var number = 0
  private var hasEnded = false

  /// The whole file is looked through once, for its encoding.
  init(_ file: OpenFile) throws(SheetProblem) {
    self.file = file
    decoder = try TextEncoding(of: file).decoder
  }

  /// Adds the next rows that have something in them; none at the end. A fault leaves those before it.
  func next(into rows: inout [SheetRow]) throws(SheetProblem) {
    while rows.isEmpty, !hasEnded {
      let count = try file.read(into: &buffer)
      hasEnded = count == 0
      if decoder == nil {
        try feed(buffer[..<count], &rows)
      } else {
        text.removeAll(keepingCapacity: true)
        let isText = decoder?.decode(buffer[..<count], into: &text) ?? true
        guard !hasEnded || decoder?.isWhole ?? true else { throw .unknownEncoding(row: number + 1) }
        try feed(text[...], &rows)
        guard isText else { throw .unknownEncoding(row: number + 1) }
      }
    }
  }

  private func feed(_ piece: ArraySlice<UInt8>, _ rows: inout [SheetRow]) throws(SheetProblem) {
    var csv = self.csv ?? CSVReader(separator: Self.separator(of: piece))
    self.csv = nil
    defer { self.csv = csv }
    do {
      try csv.feed(piece) { cells in try Self.take(cells, &number, &rows) }
      if hasEnded { try csv.finish { cells in try Self.take(cells, &number, &rows) } }
    } catch let fault as CSVReader.Problem {
      throw SheetProblem(fault)
    } catch {
      throw error as? SheetProblem ?? .cannotRead
    }
  }

  /// What stands between the values: a tab where there are more of them, as in what a spreadsheet saves as text.
  private static func separator(of piece: ArraySlice<UInt8>) -> UInt8 {
    let head = piece.prefix(1 << 12)
    let (comma, tab) = (UInt8(ascii: ","), UInt8(ascii: "\t"))
    return head.count { $0 == tab } > head.count { $0 == comma } ? tab : comma
  }

  private static func take(_ cells: [SheetCell], _ number: inout Int, _ rows: inout [SheetRow]) throws {
    number += 1
    guard let last = cells.lastIndex(where: { $0 != .empty }) else { return }
    guard last < SheetReader.mostColumns else { throw SheetProblem.tooManyColumns(row: number) }
    rows.append(SheetRow(number: number, cells: last == cells.count - 1 ? cells : Array(cells[...last])))
  }
}

extension SheetProblem {
  fileprivate init(_ problem: CSVReader.Problem) {
    self =
      switch problem {
      case .notUTF8(let row): .unknownEncoding(row: row)
      case .rowTooLarge(let row): .rowTooLarge(row: row)
      case .openQuote(let row): .openQuote(row: row)
      }
  }
}
