import Records
import Standards
import Terminal
import Wording

/// What is asked over the list of accounts, one thing after the other.
struct PeoplePanel: PagePanel, Hashable, Sendable {
  enum Outcome: Hashable {
    case stays
    case closes
    case says(AccountChange)
  }

  /// What can be done with an account.
  enum Deed: String, Hashable, Sendable, CaseIterable { case pin, classes, remove, comeBack }

  /// What the PIN that is asked for is for.
  enum Purpose: Hashable, Sendable {
    case add(name: String, Account.Kind, classes: [String])
    /// With the present PIN where the owner of the account changes it.
    case change(name: String, old: String?)

    var name: String {
      switch self {
      case .add(let name, _, _), .change(let name, _): name
      }
    }

    func change(_ pin: String) -> AccountChange {
      switch self {
      case .add(let name, let kind, let classes): .add(name: name, kind, classes: classes, pin: pin)
      case .change(let name, let old): .setPIN(name: name, old: old, new: pin)
      }
    }
  }

  enum Asking: Hashable, Sendable {
    case deed(Account, Menu)
    case removal(name: String, Menu)
    case name(TextEditor)
    case kind(name: String, Menu)
    /// Of an account that is there, or of one that is being added.
    case classes(name: String, isNew: Bool, TextEditor)
    case oldPIN(name: String, PINEditor)
    case pin(Purpose, PINEditor)
    case again(Purpose, first: String, PINEditor)
  }

  private(set) var asking: Asking
  private(set) var notice: String?

  private init(_ asking: Asking) { self.asking = asking }

  static var adding: PeoplePanel { PeoplePanel(.name(TextEditor())) }

  /// A teacher can change only their own PIN, and has nothing to choose from.
  init(changing account: Account, by holder: Authority) {
    guard holder.role == .staff else {
      self.init(.oldPIN(name: account.name, PINEditor()))
      return
    }
    self.init(.deed(account, Menu()))
  }

  /// What can be done with an account, in the order of the rows.
  private static func deeds(for account: Account) -> [Deed] {
    if account.isDisabled { return [.comeBack] }
    return account.kind == .teacher ? [.pin, .classes, .remove] : [.pin, .remove]
  }

  /// The rows to choose from; none where a line is typed.
  var rows: [PeoplePhrase] {
    switch asking {
    case .deed(let account, _): Self.deeds(for: account).map(\.phrase)
    case .removal: [.keep, .remove]
    case .kind: Account.Kind.allCases.map { .kind($0) }
    case .name, .classes, .oldPIN, .pin, .again: []
    }
  }

  // MARK: Keys

  var isTyping: Bool {
    switch asking {
    case .deed, .removal, .kind: false
    case .name, .classes, .oldPIN, .pin, .again: true
    }
  }

  var hanzi: HanziLine? {
    switch asking {
    case .name(let line): HanziLine(.name, line)
    case .classes(_, _, let line): HanziLine(.text, line)
    case .deed, .removal, .kind, .oldPIN, .pin, .again: nil
    }
  }

  private var table: Keymap<PanelAction> { isTyping ? PanelKeys.line : PanelKeys.list }
  var keys: any KeyTable { table }

  mutating func handle(_ key: Key, _ holder: Authority, _ context: DeskContext) -> Outcome {
    let action = table.action(for: key)
    guard action != .close else { return .closes }
    notice = nil
    switch asking {
    case .deed(let account, var menu):
      let row = menu.take(key, of: rows.count)
      asking = .deed(account, menu)
      if let row { take(Self.deeds(for: account)[row], account, holder) }
    case .removal(let name, var menu):
      let row = menu.take(key, of: rows.count)
      asking = .removal(name: name, menu)
      if let row { return rows[row] == .remove ? .says(.remove(name: name)) : .closes }
    case .kind(let name, var menu):
      let row = menu.take(key, of: rows.count)
      asking = .kind(name: name, menu)
      guard let kind = row.map({ Account.Kind.allCases[$0] }) else { break }
      asking =
        kind == .teacher
        ? .classes(name: name, isNew: true, TextEditor()) : .pin(.add(name: name, kind, classes: []), PINEditor())
    case .name(var line):
      if action == .take { return take(name: line.text, context) }
      notice = line.handle(key).complaint(context.wording)
      asking = .name(line)
    case .classes(let name, let isNew, var line):
      if action == .take { return take(classes: line.text, of: name, isNew: isNew, context) }
      notice = line.handle(key).complaint(context.wording)
      asking = .classes(name: name, isNew: isNew, line)
    case .oldPIN, .pin, .again: return handle(pin: key, context)
    }
    return .stays
  }

  private mutating func handle(pin key: Key, _ context: DeskContext) -> Outcome {
    guard var editor = pinEditor else { return .stays }
    guard table.action(for: key) == .take else {
      if editor.handle(key) == .refused { notice = context.wording(DoorPhrase.onlyDigits) }
      pinEditor = editor
      return .stays
    }
    guard !editor.isEmpty else { return .stays }
    let typed = editor.take()
    pinEditor = editor
    switch asking {
    case .oldPIN(let name, _): asking = .pin(.change(name: name, old: typed), PINEditor())
    case .pin(let purpose, _):
      // Said before it is typed a second time.
      switch PIN(typed)?.isEasy {
      case nil: notice = context.wording.badPIN
      case true?: notice = context.wording.easyPIN
      case false?: asking = .again(purpose, first: typed, PINEditor())
      }
    case .again(let purpose, let first, _):
      if first == typed { return .says(purpose.change(typed)) }
      asking = .pin(purpose, PINEditor())
      notice = context.wording(PeoplePhrase.pinsDiffer)
    case .deed, .removal, .name, .kind, .classes: break
    }
    return .stays
  }

  mutating func paste(_ text: String, _ context: DeskContext) {
    switch asking {
    case .name(var line):
      notice = line.paste(text).complaint(context.wording)
      asking = .name(line)
    case .classes(let name, let isNew, var line):
      notice = line.paste(text).complaint(context.wording)
      asking = .classes(name: name, isNew: isNew, line)
    case .oldPIN, .pin, .again:
      guard var editor = pinEditor else { return }
      if editor.paste(text) == .refused { notice = context.wording(DoorPhrase.onlyDigits) }
      pinEditor = editor
    case .deed, .removal, .kind: break
    }
  }

  /// The line that a PIN is typed in.
  private(set) var pinEditor: PINEditor? {
    get {
      switch asking {
      case .oldPIN(_, let editor), .pin(_, let editor), .again(_, _, let editor): editor
      case .deed, .removal, .name, .kind, .classes: nil
      }
    }
    set {
      guard let newValue else { return }
      switch asking {
      case .oldPIN(let name, _): asking = .oldPIN(name: name, newValue)
      case .pin(let purpose, _): asking = .pin(purpose, newValue)
      case .again(let purpose, let first, _): asking = .again(purpose, first: first, newValue)
      case .deed, .removal, .name, .kind, .classes: break
      }
    }
  }

  // MARK: Answers

  private mutating func take(_ deed: Deed, _ account: Account, _ holder: Authority) {
    switch deed {
    // Whoever changes their own PIN first shows that they know it.
    case .pin where account.name == holder.person.name: asking = .oldPIN(name: account.name, PINEditor())
    case .pin: asking = .pin(.change(name: account.name, old: nil), PINEditor())
    case .classes:
      let line = TextEditor(account.classes.joined(separator: " "))
      asking = .classes(name: account.name, isNew: false, line)
    case .remove: asking = .removal(name: account.name, Menu())
    case .comeBack: asking = .pin(.add(name: account.name, account.kind, classes: account.classes), PINEditor())
    }
  }

  private mutating func take(name typed: String, _ context: DeskContext) -> Outcome {
    guard let name = Account.name(typed) else {
      notice = typed.isEmpty ? nil : context.wording.badPersonName(typed)
      return .stays
    }
    asking = .kind(name: name, Menu())
    return .stays
  }

  private mutating func take(
    classes typed: String, of name: String, isNew: Bool, _ context: DeskContext
  ) -> Outcome {
    let classes = SettingsScreen.classes(in: typed)
    let known = context.settings.classes
    if let strange = classes.first(where: { !known.contains($0) }) {
      notice = context.wording.unknownClass(strange)
      return .stays
    }
    guard isNew else { return .says(.setClasses(name: name, classes)) }
    asking = .pin(.add(name: name, .teacher, classes: classes), PINEditor())
    return .stays
  }

  // MARK: Drafts

  var typed: JSONValue? {
    switch asking {
    case .name(let line): .object(["name": line.typed])
    case .classes(let name, let isNew, let line):
      .object(["classes": line.typed, "of": .string(name), "isNew": .bool(isNew)])
    case .deed, .removal, .kind, .oldPIN, .pin, .again: nil
    }
  }

  init?(typed: JSONValue) {
    var line = TextEditor()
    if let name = typed["name"] {
      line.restore(name)
      self.init(.name(line))
    } else if let of = typed["of"]?.string, let isNew = typed["isNew"]?.bool {
      line.restore(typed["classes"])
      self.init(.classes(name: of, isNew: isNew, line))
    } else {
      return nil
    }
  }
}

extension PeoplePanel.Deed {
  var phrase: PeoplePhrase {
    switch self {
    case .pin: .changePIN
    case .classes: .changeClasses
    case .remove: .remove
    case .comeBack: .comeBack
    }
  }
}
