/// Reads the rows of a file of values with commas, semicolons or tabs between them as they come, in UTF-8, UTF-16 or
/// GB 18030.
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
    // No text contains a zero byte: this is another kind of file, or what is left of one that was lost.
    guard !piece.contains(0) else { throw SheetProblem.notATable }
    var piece = piece
    var csv = self.csv ?? Self.begin(&piece)
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

  // MARK: What stands between the values

  private static let separators = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]

  /// Takes the line `sep=;` off the beginning, which tells spreadsheets what stands between the values and is none of the
  /// rows; where there is none, it is what stands most often at the beginning.
  private static func begin(_ piece: inout ArraySlice<UInt8>) -> CSVReader {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = piece.starts(with: mark) ? piece.dropFirst(mark.count) : piece
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    let bare = line.filter { $0 != UInt8(ascii: "\"") }
    if bare.count == 5, bare.prefix(4).elementsEqual("sep=".utf8), let separator = bare.last {
      let rest = text.dropFirst(line.count)
      piece = rest.dropFirst(rest.starts(with: [0x0D, 0x0A]) ? 2 : 1)
      return CSVReader(separator: separator)
    }
    return CSVReader(separator: mostOften(in: text.prefix(1 << 12)))
  }

  /// What stands in quotes divides nothing.
  private static func mostOften(in head: ArraySlice<UInt8>) -> UInt8 {
    var counts = Array(repeating: 0, count: separators.count)
    var isQuoted = false
    for byte in head {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, let index = separators.firstIndex(of: byte) {
        counts[index] += 1
      }
    }
    let most = counts.max() ?? 0
    return separators[counts.firstIndex(of: most) ?? 0]
  }

  // MARK: Rows

  private static func take(_ cells: [SheetCell], _ number: inout Int, _ rows: inout [SheetRow]) throws {
    number += 1
    var cells = cells.map(whole)
    // DOS ended text files with this byte.
    if case .text(let text)? = cells.last, text.utf8.last == 0x1A {
      let kept = String(decoding: text.utf8.prefix { $0 != 0x1A }, as: UTF8.self)
      cells[cells.count - 1] = kept.isEmpty ? .empty : .text(kept)
    }
    guard let last = cells.lastIndex(where: { $0 != .empty }) else { return }
    guard last < SheetReader.mostColumns else { throw SheetProblem.tooManyColumns(row: number) }
    rows.append(SheetRow(number: number, cells: last == cells.count - 1 ? cells : Array(cells[...last])))
  }

  /// The text of `="0302"`, which keeps a spreadsheet from making a number of it.
  private static func whole(_ cell: SheetCell) -> SheetCell {
    guard case .text(let text) = cell, text.utf8.first == UInt8(ascii: "="), text.utf8.last == UInt8(ascii: "\""),
      text.hasPrefix("=\""), text.utf8.count > 2
    else { return cell }
    let inner = text.dropFirst(2).dropLast()
    guard !inner.contains("\"") else { return cell }
    return inner.isEmpty ? .empty : .text(String(inner))
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
