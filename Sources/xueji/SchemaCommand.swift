import ArgumentParser
import Records
import Standards

/// Prints the JSON Schema that every record is valid against.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: HelpText.text("一份登记的 JSON Schema（2020-12）", "The JSON Schema (2020-12) of a record."))

  @OptionGroup var common: CommonOptions

  func run() throws {
    var output = Output()
    output.write(String(decoding: RecordSchema.json(form: try common.form()).serialized(pretty: true), as: UTF8.self))
    output.flush()
  }
}
