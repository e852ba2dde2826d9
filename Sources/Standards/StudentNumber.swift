/// A 学籍号 as the national system gives it: `G` and the child's own citizen number, or for a child without one `J`, or
/// `L` while it is temporary, and 18 characters.
public struct StudentNumber: Hashable, Sendable {
  public enum Kind: Character, Sendable, CaseIterable {
    case citizen = "G"
    case without = "J"
    case temporary = "L"
  }

  /// The 19 characters, in capitals.
  public let text: String
  public let kind: Kind

  /// The number as it is written, in any width and case; nil where it is none.
  public init?(_ typed: String) {
    let text = TextNormaliser.normalise(CitizenNumber.repair(typed), as: .code)
    guard let kind = text.first.flatMap(Kind.init), text.utf8.count == 19,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
    else { return nil }
    self.text = text
    self.kind = kind
  }

  /// Whether it can be the number of a child with this document number.
  public func belongs(to number: String) -> Bool {
    switch kind {
    case .citizen: text.dropFirst() == CitizenNumber.repair(number)
    case .without, .temporary: true
    }
  }
}
