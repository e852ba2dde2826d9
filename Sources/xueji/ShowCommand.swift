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
        code: { store, code, kindergarten throws(StoreError) in try store.document(code: code, of: kindergarten) })
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
      switch RecordName(name) {
      case .id(let id): _ = try store.record(id: id)
      case .code(let code, let kindergarten): _ = try store.record(code: code, of: kindergarten)
      case nil: break
      }
    } catch {
      guard error.code == .newer || error.code == .otherForm else { return nil }
      switch RecordName(name) {
      case .id(let id): return (try? store.document(id: id)).map { ($0, error) }
      case .code(let code, let kindergarten):
        return (try? store.document(code: code, of: kindergarten)).map { ($0, error) }
      case nil: return nil
      }
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
      code: { store, code, kindergarten throws(StoreError) in try store.record(code: code, of: kindergarten) })
  }

  /// What stands under a code or an id, or one sentence and an exit code.
  fileprivate func find<Found>(
    _ name: String, _ forms: FormLibrary,
    id: (RecordStore, RecordID) throws(StoreError) -> Found?,
    code: (RecordStore, RecordCode, String?) throws(StoreError) -> Found?
  ) throws -> Found {
    let store = store(forms)
    do throws(StoreError) {
      switch RecordName(name) {
      case .id(let name): if let found = try id(store, name) { return found }
      case .code(let name, let kindergarten): if let found = try code(store, name, kindergarten) { return found }
      case nil: break
      }
    } catch {
      Output.complain(wording.message(error))
      throw ExitCode(65)
    }
    Output.complain(wording.notFound(name))
    throw ExitCode(1)
  }
}
