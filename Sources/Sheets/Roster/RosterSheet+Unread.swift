extension RosterSheet {
  /// Why a sheet is not read.
  public enum Unread: Sendable {
    case hidden, noHeadings, notNamed
  }
}
