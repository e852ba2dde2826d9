import Standards

/// Everybody who may enter by name and PIN.
public struct People: Sendable {
  private enum Entry {
    case account(Account)
    /// What a newer version wrote: kept, and nobody enters by it.
    case unknown(JSONValue)
  }

  private var entries: [Entry]
  /// The waits of names that nobody has, so that they read like the names that somebody has.
  private var strangers: [String: TryDelay]

  package init(members: [String: JSONValue]) {
    entries = (members["people"]?.array ?? []).map { json in Account(json: json).map { .account($0) } ?? .unknown(json)
    }
    strangers = (members["strangers"]?.object ?? [:]).mapValues { TryDelay(json: $0) }
  }

  /// Puts the people into the file's members, beside keys that nobody knows.
  func write(to members: inout [String: JSONValue]) {
    members["people"] = .array(
      entries.map { entry in
        switch entry {
        case .account(let account): account.json
        case .unknown(let json): json
        }
      })
    members["strangers"] = strangers.isEmpty ? nil : .object(strangers.mapValues(\.json))
  }

  var accounts: [Account] {
    entries.compactMap { entry in
      switch entry {
      case .account(let account): account
      case .unknown: nil
      }
    }
  }

  /// The account of a name, however it was typed; setting it replaces or adds it.
  subscript(name: String) -> Account? {
    get {
      let wanted = Account.name(name)
      return accounts.first { $0.name == wanted }
    }
    set {
      guard let newValue else { return }
      let index = entries.firstIndex { entry in
        switch entry {
        case .account(let account): account.name == newValue.name
        case .unknown: false
        }
      }
      if let index { entries[index] = .account(newValue) } else { entries.append(.account(newValue)) }
    }
  }

  // MARK: Waiting

  /// The wait after wrong tries under a name, whether somebody has it or not.
  func wait(of name: String) -> TryDelay { self[name]?.wait ?? strangers[Self.key(name)] ?? TryDelay() }

  mutating func setWait(_ wait: TryDelay, of name: String) {
    if var account = self[name] {
      account.wait = wait
      self[name] = account
      return
    }
    strangers[Self.key(name)] = wait == TryDelay() ? nil : wait
    while strangers.count > Self.mostStrangers, let oldest = strangers.min(by: { $0.value.until < $1.value.until }) {
      strangers[oldest.key] = nil
    }
  }

  /// So that nobody can fill a disk with invented names.
  private static let mostStrangers = 200

  /// Not the name itself: somebody may have typed their PIN on the wrong line (FNV-1a, 64 bits).
  private static func key(_ name: String) -> String {
    let text = Account.name(name) ?? TextNormaliser.normalise(name, as: .freeText)
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
