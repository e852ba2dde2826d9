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
    "people", CommandPhrase.people, ManualPhrase.people,
    subcommands: [ListPeople.self, AddPerson.self, SetPIN.self, RemovePerson.self],
    defaultSubcommand: ListPeople.self)

  /// Lists the accounts, one a line; never a PIN or what it is kept as.
  struct ListPeople: ParsableCommand {
    static let configuration = CommandConfiguration("list", CommandPhrase.peopleList)

    @OptionGroup var storeOptions: StoreOptions

    func run() throws {
      let accounts = try OwnedPeople(storeOptions).accounts()
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
    static let configuration = CommandConfiguration("add", CommandPhrase.addPerson)

    @OptionGroup var acting: ActingOptions
    @Argument(help: .saying(OptionPhrase.personName)) var name: String
    @Option(help: .saying(OptionPhrase.role)) var role: Account.Kind
    @Option(name: .customLong("class"), parsing: .upToNextOption, help: .saying(OptionPhrase.classesOfTeacher, "class"))
    var classes: [String] = []

    func run() throws {
      let people = try acting.people
      let wording = people.wording
      guard let account = Account(name: name, kind: role, classes: classes),
        account.classes.allSatisfy({ TextNormaliser.problem(in: $0) == nil })
      else { throw Output.refuse(wording.badPersonName(name), 64) }
      let accounts = try people.accounts()
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
      let pin = try PINPrompt.read(for: account.name, people.wording)
      try acting.change(people, account.name) { store, stamp throws(StoreError) in
        try store.add(account, pin: pin, stamp)
      }
      Output.say(people.wording.personAdded(account.name))
    }
  }

  /// Gives somebody another PIN.
  struct SetPIN: ParsableCommand {
    static let configuration = CommandConfiguration("pin", CommandPhrase.setPIN)

    @OptionGroup var acting: ActingOptions
    @Argument(help: .saying(OptionPhrase.personName)) var name: String

    func run() throws {
      let people = try acting.people
      let wanted = Account.name(name)
      guard let account = try people.accounts().first(where: { $0.name == wanted && !$0.isDisabled }) else {
        throw Output.refuse(people.wording.message(AccountProblem.notFound, name), 65)
      }
      let pin = try PINPrompt.read(for: account.name, people.wording)
      try acting.change(people, account.name) { store, stamp throws(StoreError) in
        try store.setPIN(pin, of: account.name, stamp)
      }
      Output.say(people.wording.pinChanged(account.name))
    }
  }

  /// Lets somebody enter no more; the name stays in the histories.
  struct RemovePerson: ParsableCommand {
    static let configuration = CommandConfiguration("remove", CommandPhrase.removePerson)

    @OptionGroup var acting: ActingOptions
    @Argument(help: .saying(OptionPhrase.personName)) var name: String

    func run() throws {
      let people = try acting.people
      try acting.change(people, name) { store, stamp throws(StoreError) in try store.disable(name, stamp) }
      Output.say(people.wording.personRemoved(Account.name(name) ?? name))
    }
  }
}

/// The accounts of a store in the hands of its owner, and of nobody else: the desk could not read a file that root has
/// written.
struct OwnedPeople {
  let store: RecordStore
  let wording: Wording

  init(_ options: some Keeping) throws {
    (store, wording) = (options.store(try options.library()), options.wording)
    do throws(StoreError) {
      if try store.isOwn() { return }
    } catch {
      throw Output.refuse(wording.message(error), [error].exitCode)
    }
    throw Output.refuse(wording.notOwner(store.path), 77)
  }

  func accounts() throws -> [Account] {
    do throws(StoreError) {
      return try store.accounts()
    } catch {
      throw Output.refuse(wording.message(error), 74)
    }
  }
}

extension ActingOptions {
  fileprivate var people: OwnedPeople { get throws { try OwnedPeople(self) } }

  /// Changes the account called `name`, in the name of whoever acts.
  fileprivate func change(
    _ people: OwnedPeople, _ name: String,
    _ body: (RecordStore, Stamp) throws(StoreError) -> AccountProblem?
  ) throws {
    let problem: AccountProblem?
    do throws(StoreError) {
      problem = try body(people.store, Stamp(at: SystemClock.now, by: staff.person))
    } catch {
      throw Output.refuse(people.wording.message(error), 74)
    }
    if let problem { throw Output.refuse(people.wording.message(problem, name), 65) }
  }
}

extension Account.Kind: ExpressibleByArgument {}
