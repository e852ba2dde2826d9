/// Why a file is no table that can be read.
public enum SheetProblem: Error, Hashable, Sendable {
  case cannotOpen
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
  /// More columns than any sheet of children has.
  case tooManyColumns(row: Int)
  case rowTooLarge(row: Int)
  /// Neither UTF-8 nor GB 18030.
  case unknownEncoding(row: Int)
  /// A quotation mark is opened and never closed.
  case openQuote(row: Int)
}
