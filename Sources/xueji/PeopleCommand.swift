import ArgumentParser
import Desk
import FormModel
import Glibc
import Records
import Standards
import Wording

/// Who may enter by name and PIN; for the owner of the folder, at a shell.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: HelpText.wording(CommandPhrase.people),
    discussion: HelpText.wording(ManualPhrase.people),
    subcommands: [ListPeople.self, AddPerson.self, SetPIN.self, RemovePerson.self],
    defaultSubcommand: ListPeople.self)

  /// Lists the accounts, one a line; never a PIN or what it is kept as.
  struct ListPeople: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: HelpText.wording(CommandPhrase.peopleList))

    @OptionGroup var common: CommonOptions
    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let accounts = try storeOptions.people(common).accounts(common.wording)
      var output = Output()
      output.row("name", "role", "classes", "state")
      for account in accounts {
        let state = account.isDisabled ? "removed" : account.hasPIN ? "active" : "no-pin"
        output.row(account.name, account.kind.rawValue, account.classes.joined(separator: " "), state)
      }
      output.flush()
    }
  }

  /// Adds an account; one that was removed comes back.
  struct AddPerson: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: HelpText.wording(CommandPhrase.addPerson))

    @OptionGroup var common: CommonOptions
    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var person: PersonOptions
    @Argument(help: .saying(OptionPhrase.personName)) var name: String
    @Option(help: .saying(OptionPhrase.role)) var role: Account.Kind
    @Option(name: .customLong("class"), parsing: .upToNextOption, help: .saying(OptionPhrase.classesOfTeacher, "class"))
    var classes: [String] = []

    func run() throws {
      let wording = common.wording
      let people = try storeOptions.people(common)
      guard let account = Account(name: name, kind: role, classes: classes),
        account.classes.allSatisfy({ TextNormaliser.problem(in: $0) == nil })
      else { throw Output.refuse(wording.badPersonName(name), 64) }
      let accounts = try people.accounts(wording)
      // Before the PIN is asked for, so that nobody types one in vain.
      if accounts.contains(where: { $0.name == account.name && !$0.isDisabled }) {
        throw Output.refuse(wording.message(AccountProblem.exists, account.name), 65)
      }
      do throws(StoreError) {
        let known = try people.store.settings().classes
        for name in account.classes where !known.contains(name) { Output.complain(wording.unknownClass(name)) }
      } catch {
        throw Output.refuse(wording.message(error), [error].exitCode)
      }
      let pin = try PINPrompt.read(for: account.name, wording)
      try people.change(wording, account.name) { store throws(StoreError) in
        try store.add(account, pin: pin, person.stamp)
      }
      Output.say(wording.personAdded(account.name))
    }
  }

  /// Gives somebody another PIN.
  struct SetPIN: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pin", abstract: HelpText.wording(CommandPhrase.setPIN))

    @OptionGroup var common: CommonOptions
    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var person: PersonOptions
    @Argument(help: .saying(OptionPhrase.personName)) var name: String

    func run() throws {
      let wording = common.wording
      let people = try storeOptions.people(common)
      let wanted = Account.name(name)
      guard let account = try people.accounts(wording).first(where: { $0.name == wanted && !$0.isDisabled }) else {
        throw Output.refuse(wording.message(AccountProblem.notFound, name), 65)
      }
      let pin = try PINPrompt.read(for: account.name, wording)
      try people.change(wording, account.name) { store throws(StoreError) in
        try store.setPIN(pin, of: account.name, person.stamp)
      }
      Output.say(wording.pinChanged(account.name))
    }
  }

  /// Lets somebody enter no more; the name stays in the histories.
  struct RemovePerson: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: HelpText.wording(CommandPhrase.removePerson))

    @OptionGroup var common: CommonOptions
    @OptionGroup var storeOptions: StoreOptions
    @OptionGroup var person: PersonOptions
    @Argument(help: .saying(OptionPhrase.personName)) var name: String

    func run() throws {
      let wording = common.wording
      let people = try storeOptions.people(common)
      try people.change(wording, name) { store throws(StoreError) in try store.disable(name, person.stamp) }
      Output.say(wording.personRemoved(Account.name(name) ?? name))
    }
  }
}

/// The accounts of a store in the hands of its owner.
struct OwnedPeople {
  let store: RecordStore

  func accounts(_ wording: Wording) throws -> [Account] {
    do throws(StoreError) {
      return try store.accounts()
    } catch {
      throw Output.refuse(wording.message(error), 74)
    }
  }

  func change(
    _ wording: Wording, _ name: String, _ body: (RecordStore) throws(StoreError) -> AccountProblem?
  ) throws {
    let problem: AccountProblem?
    do throws(StoreError) {
      problem = try body(store)
    } catch {
      throw Output.refuse(wording.message(error), 74)
    }
    if let problem { throw Output.refuse(wording.message(problem, name), 65) }
  }
}

extension StoreOptions {
  /// The accounts, for the folder's owner and nobody else: the desk could not read a file that root has written.
  func people(_ common: CommonOptions) throws -> OwnedPeople {
    let store = store(try common.library(self))
    do throws(StoreError) {
      if try store.isOwn() { return OwnedPeople(store: store) }
    } catch {
      throw Output.refuse(common.wording.message(error), [error].exitCode)
    }
    throw Output.refuse(common.wording.notOwner(store.path), 77)
  }
}

extension PersonOptions {
  fileprivate var stamp: Stamp { Stamp(at: SystemClock.now, by: staff.person) }
}

extension Account.Kind: ExpressibleByArgument {}
