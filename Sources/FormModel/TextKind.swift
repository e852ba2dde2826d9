import Standards

/// What may stand in a line of text; each kind of it is told here, and checked in `TextCheck`.
public enum TextKind: Hashable, Sendable {
  /// Anything, at most so many bytes of it, as the sheet counts them.
  case free(maximumBytes: Int)
  /// A person's name as in the household register.
  case personName(maximumBytes: Int, maximumHanzi: Int)

  public var maximumBytes: Int {
    switch self {
    case .free(let bytes), .personName(let bytes, _): bytes
    }
  }

  /// How it is mended, and which characters it may hold.
  public var normalised: TextNormaliser.Kind {
    switch self {
    case .free: .freeText
    case .personName: .personName
    }
  }
}
