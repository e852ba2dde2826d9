/// What somebody calls a record by.
///
/// A code is unique in its kindergarten. In a store of many kindergartens the kindergarten's name stands behind it, as in
/// `K7M4@示范幼儿园`; alone it names a record only where no other kindergarten has it too.
public enum RecordName: Hashable, Sendable {
  case id(RecordID)
  case code(RecordCode, kindergarten: String? = nil)

  /// The name as somebody typed it; nil where it can be none.
  public init?(_ typed: String) {
    if let id = RecordID(typed.lowercased()) {
      self = .id(id)
      return
    }
    let parts = typed.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "@" || $0 == "＠" }
    guard let code = parts.first.flatMap({ RecordCode(String($0)) }) else { return nil }
    self = .code(code, kindergarten: parts.count == 2 ? String(parts[1]) : nil)
  }

  /// The one that is meant among records that all bear the code, by the kindergartens that they say they are from; nil
  /// where none is. Of one kindergarten it is the first; which of several is nobody's guess.
  static func only<Found>(
    _ found: [(item: Found, kindergarten: String?)], _ code: RecordCode, of kindergarten: String?
  ) throws(StoreError) -> Found? {
    guard kindergarten == nil else { return found.first { $0.kindergarten == kindergarten }?.item }
    let names = Set(found.map { $0.kindergarten ?? "" })
    guard names.count <= 1 else {
      throw StoreError(
        .severalRecords, path: code.text, detail: names.sorted().map { "\(code)@\($0)" }.joined(separator: " "))
    }
    return found.first?.item
  }
}
