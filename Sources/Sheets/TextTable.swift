/// Reads the rows of a file of comma-separated values as they come.
final class TextTable {
  private let file: OpenFile
  private var csv = CSVReader()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var number = 0
  private var hasEnded = false

  init(_ file: OpenFile) { self.file = file }

  /// Adds the next rows that have something in them; none at the end. A fault leaves those before it.
  func next(into rows: inout [SheetRow]) throws(SheetProblem) {
    while rows.isEmpty, !hasEnded {
      let count = try file.read(into: &buffer)
      do {
        if count == 0 {
          hasEnded = true
          try csv.finish { texts in try Self.take(texts, &number, &rows) }
        } else {
          try csv.feed(buffer[..<count]) { texts in try Self.take(texts, &number, &rows) }
        }
      } catch let fault as CSVReader.Problem {
        throw SheetProblem(fault)
      } catch {
        throw error as? SheetProblem ?? .cannotRead
      }
    }
  }

  private static func take(_ texts: [String], _ number: inout Int, _ rows: inout [SheetRow]) throws {
    number += 1
    guard let last = texts.lastIndex(where: { !$0.isEmpty }) else { return }
    guard last < SheetReader.mostColumns else { throw SheetProblem.tooManyColumns(row: number) }
    rows.append(SheetRow(number: number, cells: texts[...last].map { $0.isEmpty ? .empty : .text($0) }))
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
