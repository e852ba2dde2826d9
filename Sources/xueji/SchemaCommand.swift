import ArgumentParser
import Records
import Standards
import Wording

/// Prints the JSON Schema that every record is valid against.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration("schema", CommandPhrase.schema)

  @OptionGroup var common: CommonOptions

  func run() throws {
    var output = Output()
    output.write(String(decoding: RecordSchema.json(form: try common.form()).serialized(pretty: true), as: UTF8.self))
    output.flush()
  }
}
