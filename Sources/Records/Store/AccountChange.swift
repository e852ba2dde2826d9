/// What is done to an account at the desk; PINs as they were typed.
public enum AccountChange: Hashable, Sendable {
  /// A new one, or one that comes back after it was removed.
  case add(name: String, Account.Kind, classes: [String], pin: String)
  /// Another PIN for somebody; `old` is the present one, which only its owner is asked for.
  case setPIN(name: String, old: String?, new: String)
  case setClasses(name: String, [String])
  case remove(name: String)

  /// Whose account it is.
  public var name: String {
    switch self {
    case .add(let name, _, _, _), .setPIN(let name, _, _), .setClasses(let name, _), .remove(let name): name
    }
  }

  /// Staff looks after every account, a teacher after nothing but the own PIN, with the old one.
  func isAllowed(to holder: Authority) -> Bool {
    switch self {
    case .setPIN(let name, let old, _) where name == holder.person.name: holder.role != .guardian && old != nil
    case .add, .setPIN, .setClasses, .remove: holder.role == .staff
    }
  }
}

extension AccountStoring {
  /// Makes a change to an account for somebody; why it was not made, or nil.
  public func make(_ change: AccountChange, _ stamp: Stamp, for holder: Authority) throws(StoreError) -> AccountProblem?
  {
    guard change.isAllowed(to: holder) else { return .notAllowed }
    switch change {
    case .add(let name, let kind, let classes, let typed):
      guard let account = Account(name: name, kind: kind, classes: classes) else { return .badName }
      guard let pin = PIN(typed) else { return .badPIN }
      return try add(account, pin: pin, stamp)
    case .setPIN(let name, let old, let typed):
      guard let pin = PIN(typed) else { return .badPIN }
      if let old {
        switch try enter(name: name, pin: old, at: stamp.at.milliseconds) {
        case .open: break
        case .refused: return .wrongPIN
        case .wait(let seconds): return .wait(seconds: seconds)
        }
      }
      return try setPIN(pin, of: name, stamp)
    case .setClasses(let name, let classes): return try setClasses(classes, of: name, stamp)
    case .remove(let name): return try disable(name, stamp)
    }
  }
}
