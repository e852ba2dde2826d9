internal import Glibc

/// Reads a table row by row, of a CSV file.
public final class SheetReader {
  private let descriptor: Int32
  private var csv = CSVReader()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var rows: [SheetRow] = []
  private var given = 0
  private var number = 0
  private var hasEnded = false

  public init(path: String) throws(SheetProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen }
  }

  deinit { close(descriptor) }

  /// The next row that is not empty, or nil at the end.
  public func next() throws(SheetProblem) -> SheetRow? {
    while given == rows.count {
      guard !hasEnded else { return nil }
      rows.removeAll(keepingCapacity: true)
      given = 0
      try readPiece()
    }
    defer { given += 1 }
    return rows[given]
  }

  private func readPiece() throws(SheetProblem) {
    let count = read(descriptor, &buffer, buffer.count)
    guard count >= 0 else {
      if errno == EINTR { return }
      throw .cannotRead
    }
    do {
      if count == 0 {
        hasEnded = true
        try csv.finish(take)
      } else {
        try csv.feed(buffer[..<count], take)
      }
    } catch let problem as CSVReader.Problem {
      throw SheetProblem(problem)
    } catch {
      throw .cannotRead
    }
  }

  private func take(_ texts: [String]) {
    number += 1
    let cells: [SheetCell] = texts.map { $0.isEmpty ? .empty : .text($0) }
    if cells.contains(where: { $0 != .empty }) { rows.append(SheetRow(number: number, cells: cells)) }
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
