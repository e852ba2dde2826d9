import ArgumentParser
import Desk
import FormModel
import Glibc
import Records
import Standards
import Wording

/// Shows one record.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration("show", CommandPhrase.show, ManualPhrase.show)

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.code)) var name: String
  @Flag(help: .saying(OptionPhrase.json)) var json = false
  @Flag(help: .saying(OptionPhrase.wholeNumbers)) var numbers = false

  func run() throws {
    let forms = try storeOptions.library()
    var output = Output()
    var possibleDuplicates = PossibleDuplicates()
    var unseen: [StoreError] = []
    if let (document, problem) = json ? nil : readOnly(forms) {
      output.write(String(decoding: document.serialized(pretty: true), as: UTF8.self))
      output.flush()
      return Output.complain(storeOptions.wording.readOnly(problem))
    }
    if json {
      let document = try storeOptions.find(
        name, forms,
        id: { store, id throws(StoreError) in try store.document(id: id) },
        code: { store, code throws(StoreError) in try store.document(code: code) })
      output.write(String(decoding: document.serialized(pretty: true), as: UTF8.self))
    } else {
      let record = try storeOptions.record(name, forms)
      let work = try storeOptions.work(date)
      // The record is shown all the same where nobody can say whether another has its number.
      do throws(StoreError) {
        possibleDuplicates = try work.index.possibleDuplicates(of: record, setting: work.setting)
        if possibleDuplicates.unseen > 0 { unseen = work.index.unreadable(setting: work.setting) }
      } catch {
        unseen.append(error)
      }
      if let problem = work.settingsProblem { unseen.append(problem) }
      let mask = NumberMask(isLifted: numbers)
      for line in RecordPage(record, beside: possibleDuplicates, mask, work.context.of(record.edition)).lines {
        output.write(Output.plain(line) + "\n")
      }
    }
    output.flush()
    for problem in unseen { Output.complain(storeOptions.wording.message(problem)) }
    if !unseen.isEmpty { throw ExitCode(unseen.exitCode) }
  }

  /// A record of a newer version or of another form, which can be looked at as it is stored and not changed.
  private func readOnly(_ forms: FormLibrary) -> (JSONValue, StoreError)? {
    let store = storeOptions.store(forms)
    do throws(StoreError) {
      if let id = RecordID(name) { _ = try store.record(id: id) }
      if let code = RecordCode(name) { _ = try store.record(code: code) }
    } catch {
      guard error.code == .newer || error.code == .otherForm else { return nil }
      let byID = RecordID(name).flatMap { try? store.document(id: $0) }
      return (byID ?? RecordCode(name).flatMap { try? store.document(code: $0) }).map { ($0, error) }
    }
    return nil
  }
}

extension Keeping {
  /// The record with a code or an id, or one sentence and an exit code.
  func record(_ name: String, _ forms: FormLibrary) throws -> Record {
    try find(
      name, forms,
      id: { store, id throws(StoreError) in try store.record(id: id) },
      code: { store, code throws(StoreError) in try store.record(code: code) })
  }

  /// What stands under a code or an id, or one sentence and an exit code.
  fileprivate func find<Found>(
    _ name: String, _ forms: FormLibrary,
    id: (RecordStore, RecordID) throws(StoreError) -> Found?,
    code: (RecordStore, RecordCode) throws(StoreError) -> Found?
  ) throws -> Found {
    let store = store(forms)
    do throws(StoreError) {
      if let name = RecordID(name.lowercased()), let found = try id(store, name) { return found }
      if let name = RecordCode(name), let found = try code(store, name) { return found }
    } catch {
      Output.complain(wording.message(error))
      throw ExitCode(65)
    }
    Output.complain(wording.notFound(name))
    throw ExitCode(1)
  }
}
