/// Why a file is no table that can be read. Rows are numbered as in ``SheetRow``.
public enum SheetProblem: Error, Hashable, Sendable {
  case cannotOpen
  /// A pipe or a device.
  case notAFile
  case cannotRead
  /// Nothing is in it.
  case empty
  /// It is protected by a password.
  case encrypted
  /// A workbook as spreadsheets before 2007 wrote them (`.xls`).
  case oldWorkbook
  /// A workbook, but a part of it is missing, broken or of another kind.
  case damaged(part: String)
  /// It unpacks to more than any sheet takes.
  case bomb
  /// Another kind of file: a text document, a picture, a web page.
  case notATable
  /// More columns than any sheet of children has.
  case tooManyColumns(row: Int)
  /// A row of text that does not end.
  case rowTooLarge(row: Int)
  /// More text than a spreadsheet takes in a cell.
  case cellTooLong(row: Int)
  /// Neither UTF-8 nor GB 18030.
  case unknownEncoding(row: Int)
  /// A quotation mark is opened and never closed.
  case openQuote(row: Int)
}
