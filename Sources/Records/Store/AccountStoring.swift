import Standards

/// The kindergarten's settings, who may enter, and the tries at the family's door.
///
/// A change is made to what stands there while other desks wait; a body that throws, or changes nothing, writes nothing.
public protocol AccountStoring: Sendable {
  /// The kindergarten's settings; empty ones where nobody has been asked for them yet.
  func settings() throws(StoreError) -> Settings

  /// Changes the settings, and gives what stands there then.
  @discardableResult
  func changeSettings(_ body: (inout Settings) throws(StoreError) -> Void) throws(StoreError) -> Settings

  func people() throws(StoreError) -> People
  func changePeople<Result>(_ body: (inout People) -> Result) throws(StoreError) -> Result
  func changeDoor<Result>(_ body: (inout FamilyDoor) -> Result) throws(StoreError) -> Result
}

/// Why an account was not changed.
public enum AccountProblem: Hashable, Sendable {
  case exists
  case notFound
  /// The system's crypt(3) knows no yescrypt.
  case noHash
  /// No account can have the name.
  case badName
  case badPIN
  /// The PIN is one digit again and again, or digits in a row.
  case easyPIN
  /// Without it nobody could review any more.
  case lastStaff
  /// The owner was asked for the present PIN, and typed a wrong one.
  case wrongPIN
  /// So many wrong ones were typed that the next has to wait.
  case wait(seconds: Int)
  /// Somebody else has to do it.
  case notAllowed
}

/// What the door says to a name and a PIN.
public enum Entrance: Hashable, Sendable {
  case open(Authority)
  /// The name or the PIN is wrong: which, nobody is told.
  case refused
  case wait(seconds: Int)
}

extension AccountStoring {
  /// Puts what somebody changed in the settings into what stands there now, and gives what came of it: what others have
  /// changed since stays, field by field, and a class that was renamed takes the code along that it has by now.
  @discardableResult
  public func save(
    _ settings: Settings, since base: Settings, renamed: [ClassRename] = []
  ) throws(StoreError) -> Settings {
    try changeSettings { current in
      current.take(settings, since: base)
      current.moveCodes(renamed)
    }
  }

  // MARK: Accounts

  /// Everybody who has an account, those that were disabled too, in the order in which they were added.
  public func accounts() throws(StoreError) -> [Account] { try people().accounts }

  /// Whether somebody could enter at the door.
  public func hasAccounts() throws(StoreError) -> Bool { try accounts().contains { $0.hasPIN && !$0.isDisabled } }

  /// Adds an account with its PIN; one that was disabled comes back with what is given now.
  public func add(_ account: Account, pin: PIN, _ stamp: Stamp) throws(StoreError) -> AccountProblem? {
    if pin.isEasy { return .easyPIN }
    guard let hash = pin.hashed() else { return .noHash }
    return try changePeople { people in
      if let current = people[account.name], !current.isDisabled { return .exists }
      var added = people[account.name] ?? account
      (added.kind, added.classes, added.isDisabled) = (account.kind, account.classes, false)
      (added.pin, added.wait, added.changed) = (hash, TryDelay(), stamp)
      people[account.name] = added
      return nil
    }
  }

  /// Gives an account another PIN, and its owner a fresh start.
  public func setPIN(_ pin: PIN, of name: String, _ stamp: Stamp) throws(StoreError) -> AccountProblem? {
    if pin.isEasy { return .easyPIN }
    guard let hash = pin.hashed() else { return .noHash }
    return try changePeople { people in
      guard var account = people[name], !account.isDisabled else { return .notFound }
      (account.pin, account.wait, account.changed) = (hash, TryDelay(), stamp)
      people[name] = account
      return nil
    }
  }

  /// The classes that a teacher looks after.
  public func setClasses(_ classes: [String], of name: String, _ stamp: Stamp) throws(StoreError) -> AccountProblem? {
    try changePeople { people in
      guard var account = people[name], !account.isDisabled else { return .notFound }
      (account.classes, account.changed) = (Account.classes(classes), stamp)
      people[name] = account
      return nil
    }
  }

  /// Lets nobody enter by the account any more; it stays, since histories name it. The last of the staff stays: without
  /// one nobody could review, nor bring anybody back.
  public func disable(_ name: String, _ stamp: Stamp) throws(StoreError) -> AccountProblem? {
    try changePeople { people in
      guard var account = people[name], !account.isDisabled else { return .notFound }
      if account.kind == .staff, !people.accounts.contains(where: { $0.name != account.name && $0.isReviewing }) {
        return .lastStaff
      }
      (account.isDisabled, account.pin, account.changed) = (true, nil, stamp)
      people[name] = account
      return nil
    }
  }

  /// Teachers who have a class have it under its new name too.
  public func renameClass(_ old: String, to new: String, _ stamp: Stamp) throws(StoreError) {
    guard try accounts().contains(where: { $0.classes.contains(old) }) else { return }
    try changePeople { (people: inout People) -> Void in
      for account in people.accounts where account.classes.contains(old) {
        var changed = account
        changed.classes = changed.classes.map { $0 == old ? new : $0 }
        changed.changed = stamp
        people[account.name] = changed
      }
    }
  }

  // MARK: Entering

  /// Lets somebody in by name and PIN; a wrong name reads like a wrong PIN and takes as long.
  ///
  /// A try is counted before it is judged, so that two desks that guess at once wait like one.
  public func enter(name: String, pin typed: String, at milliseconds: Int) throws(StoreError) -> Entrance {
    let (seconds, account): (Int?, Account?) = try changePeople { people in
      var wait = people.wait(of: name)
      let found = people[name]
      let seconds = wait.wait(at: milliseconds)
      if seconds == nil { wait.fail(at: milliseconds) }
      people.setWait(wait, of: name)
      return seconds.map { ($0, nil) } ?? (nil, found)
    }
    if let seconds { return .wait(seconds: seconds) }
    let hash = account.flatMap { $0.isDisabled ? nil : $0.pin }
    // A text that no PIN can be is a wrong try as any other.
    guard let pin = PIN(typed), pin.matches(hash), let account else { return .refused }
    // Meanwhile the account may have been given another PIN, or been disabled.
    return try changePeople { people in
      guard let current = people[name], current.pin == account.pin, !current.isDisabled else { return .refused }
      people.setWait(TryDelay(), of: name)
      return .open(current.authority)
    }
  }

  // MARK: Families

  /// Counts a try at the family's door, while other desks wait; what it says holds for all of them.
  public func count(_ attempt: DoorTry) throws(StoreError) -> FamilyDoor.Answer {
    try changeDoor { $0.count(attempt) }
  }

  /// Takes back what was counted for a try that was right.
  public func pass(_ attempt: DoorTry) throws(StoreError) { try changeDoor { $0.pass(attempt) } }
}
