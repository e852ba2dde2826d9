import ArgumentParser
import Desk
import FormModel
import Glibc
import Records
import Standards

/// Lists records, one a line.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: HelpText.text("列出登记", "List records."),
    discussion: HelpText.text(
      """
      一份登记一行，先登记的在前：取件码、登记时间、状态、姓名、班级，待补、错误、提醒各几项，编号；第一行是表头。读不了的文件另外说明，\
      退出码是 65。
      """,
      """
      One record a line below a header, the earliest first: its code, when it was begun, its status, name and class, \
      how many items are owed, wrong or doubtful, and its id. A file that cannot be read is named on standard error, \
      and the exit code is 65.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var date: DateOptions
  @Option(help: HelpText.option("只列这一天登记的", "Only those begun on this day.", valueName: "date")) var day: CalendarDate?
  @Option(help: HelpText.option("只列这个状态的", "Only those of this status.", valueName: "status")) var status: Status?
  @Flag(help: HelpText.option("输出 JSON", "As JSON.")) var json = false

  func run() throws {
    let form = try common.form()
    let store = storeOptions.store(form)
    let checker = Checker(
      form: form,
      setting: CheckSetting(today: date.today, kindergarten: (try? store.settings())?.division))
    var output = Output()
    var problems: [StoreError] = []
    var isFirst = true
    if json {
      output.write("[")
    } else {
      output.row("code", "created", "status", "name", "class", "owed", "errors", "warnings", "id")
    }
    // One after the other, so that memory does not grow with the store.
    store.visit(day) { found in
      switch found {
      case .failure(let problem): problems.append(problem)
      case .success(let record):
        guard status == nil || record.status == status else { return }
        let row = Row(record, checker: checker)
        if json {
          output.write(isFirst ? "\n" : ",\n")
          output.write(String(decoding: row.json.serialized(pretty: false), as: UTF8.self))
          isFirst = false
        } else {
          row.write(to: &output)
        }
      }
    }
    if json { output.write(isFirst ? "]\n" : "\n]\n") }
    output.flush()
    // One bad file never hides the others, and never goes unsaid.
    for problem in problems { Output.complain(common.wording.message(problem)) }
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
