import Records

/// Why nothing went out; then no ledger and no record says that anything did.
public enum SheetExportError: Error, Hashable, Sendable {
  case store(StoreError)
  /// The children are invented.
  case simulated
  /// The file cannot be read back.
  case unreadable(SheetProblem)
  /// A cell reads otherwise than it was written; row and column count from 1.
  case differs(row: Int, column: Int)
}
