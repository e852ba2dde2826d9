import ArgumentParser
import Desk
import FormModel
import Glibc
import Records
import Standards

/// Lists records, one a line.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出登记 (list records)")

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Option(help: ArgumentHelp("只列这一天登记的 (only those of this day)", valueName: "date")) var day: CalendarDate?
  @Option(help: "draft、submitted、approved 或 withdrawn") var status: Status?
  @Flag(help: "输出 JSON (as JSON)") var json = false

  func run() throws {
    let form = try common.form()
    let store = storeOptions.store(form)
    let (records, problems) = store.records(of: day)
    let checker = Checker(
      form: form,
      setting: CheckSetting(today: date.today, kindergarten: (try? store.settings())?.division))
    var output = Output()
    let rows = records.filter { status == nil || $0.status == status }.map { Row($0, checker: checker) }
    if json {
      output.write(String(decoding: JSONValue.array(rows.map(\.json)).serialized(pretty: true), as: UTF8.self))
    } else {
      output.row("code", "created", "status", "name", "class", "owed", "errors", "warnings", "id")
      for row in rows { row.write(to: &output) }
    }
    output.flush()
    // One bad file never hides the others, and never goes unsaid.
    for problem in problems { Output.complain(common.wording.message(problem)) }
    let waiting = ((try? store.setAside()) ?? []).count
    if waiting > 0 { Output.complain(common.wording.setAside(waiting)) }
    if !problems.isEmpty { throw ExitCode(65) }
  }

  private struct Row {
    let record: Record
    let name: String
    let owed: Int
    let errors: Int
    let warnings: Int

    init(_ record: Record, checker: Checker) {
      self.record = record
      name = checker.form.index(of: "name").flatMap { record.answers[$0]?.value } ?? ""
      let findings = record.open(checker.findings(in: record.checkedAnswers), form: checker.form)
      owed = findings.count { $0.rule == .owed }
      errors = findings.count { $0.severity == .error }
      warnings = findings.count { $0.severity == .warning }
    }

    func write(to output: inout Output) {
      output.row(
        record.code.text, record.created.at.text, record.status.rawValue, name, record.contact.className ?? "",
        String(owed), String(errors), String(warnings), record.id.text)
    }

    var json: JSONValue {
      .object([
        "code": .string(record.code.text), "id": .string(record.id.text),
        "created": .string(record.created.at.text), "changed": .string(record.changed.at.text),
        "status": .string(record.status.rawValue), "name": .string(name),
        "class": record.contact.className.map { .string($0) } ?? .null,
        "owed": .int(owed), "errors": .int(errors), "warnings": .int(warnings),
      ])
    }
  }
}

extension Status: ExpressibleByArgument {}
