/// Why a record was withdrawn, as figures count it; what more there is to say is the reason beside it.
public enum WithdrawalCause: String, Sendable, CaseIterable {
  /// The child goes to another kindergarten.
  case transfer
  /// The child leaves, and goes to none.
  case left
  /// The child has another record.
  case duplicate
  /// The record is nobody's.
  case mistake

  /// Whether a child was there until then.
  public var isDeparture: Bool {
    switch self {
    case .transfer, .left: true
    case .duplicate, .mistake: false
    }
  }
}
