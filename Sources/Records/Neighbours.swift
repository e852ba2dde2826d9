/// Other records that may be the same child's; the store finds them, withdrawn ones are not among them.
public struct Neighbours: Hashable, Sendable {
  /// Those with the same document number: 一人多籍, which blocks approving.
  public var sameNumber: [RecordSummary]
  /// Those with a name that looks the same and the same birth date, but another number: only a warning.
  public var sameChild: [RecordSummary]

  public init(sameNumber: [RecordSummary] = [], sameChild: [RecordSummary] = []) {
    self.sameNumber = sameNumber
    self.sameChild = sameChild
  }

  public var isDuplicate: Bool { !sameNumber.isEmpty }
}
