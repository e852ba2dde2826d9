import Records

/// Why a file cannot be checked.
public enum FileProblem {
  case cannotOpen
  /// A pipe or a device.
  case notAFile
  case cannotRead
  case tooLarge
  case lineTooLarge(row: Int)
  case notARecord(row: Int, problem: RecordProblem)
  case notATable(SheetProblem)
  case noHeadings
  /// A folder without a record in it.
  case noRecords
}
