import ArgumentParser
import Desk
import FormModel
import Glibc
import Records
import Standards

/// Shows one record.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "看一份登记 (show one record)")

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @Argument(help: "取件码或编号 (code or id)") var name: String
  @Flag(help: "原样输出 JSON (the record's JSON)") var json = false

  func run() throws {
    let form = try common.form()
    var output = Output()
    if let (document, problem) = readOnly(form) {
      output.write(String(decoding: document.serialized(pretty: true), as: UTF8.self))
      output.flush()
      return Output.complain(common.wording.readOnly(problem))
    }
    let record = try storeOptions.find(name, form, common.wording)
    if json {
      output.write(String(decoding: record.json(form: form).serialized(pretty: true), as: UTF8.self))
    } else {
      for line in RecordPage(record, form: form, wording: common.wording).lines {
        output.write(Output.plain(line) + "\n")
      }
    }
    output.flush()
  }

  /// A record of a newer version or of another form, which can be looked at as it is stored and not changed.
  private func readOnly(_ form: Form) -> (JSONValue, StoreError)? {
    let store = storeOptions.store(form)
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

extension StoreOptions {
  /// The record with a code or an id, or one sentence and an exit code.
  func find(_ name: String, _ form: Form, _ wording: Wording) throws -> Record {
    let store = store(form)
    do throws(StoreError) {
      if let id = RecordID(name), let record = try store.record(id: id) { return record }
      if let code = RecordCode(name), let record = try store.record(code: code) { return record }
    } catch {
      Output.complain(wording.message(error))
      throw ExitCode(65)
    }
    Output.complain(wording.notFound(name))
    throw ExitCode(1)
  }
}
