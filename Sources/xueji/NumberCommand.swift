import ArgumentParser
import FormModel
import Glibc
import Standards
import Wording

/// Checks citizen identity numbers, a line each.
struct NumberCommand: ParsableCommand {
  static let configuration = CommandConfiguration("number", CommandPhrase.number, ManualPhrase.number)

  @OptionGroup var common: CommonOptions
  @OptionGroup var date: DateOptions
  @Argument(help: .saying(OptionPhrase.numbers)) var numbers: [String] = []

  func run() throws {
    let tables = try common.form().tables
    let today = date.today
    var output = Output()
    output.row("number", "verdict", "reason", "birth", "sex", "area", "normalised")
    if numbers.isEmpty {
      var lines = LineReader(descriptor: STDIN_FILENO)
      while let line = lines.next() { judge(String(decoding: line, as: UTF8.self), today, tables, &output) }
      if lines.hasFailed {
        output.flush()
        Output.complain(common.wording.cannotReadFile)
        throw ExitCode(65)
      }
    } else {
      for number in numbers { judge(number, today, tables, &output) }
    }
    output.flush()
  }

  private func judge(_ typed: String, _ today: CalendarDate, _ tables: StandardTables, _ output: inout Output) {
    let reading = CitizenNumber.read(typed, on: today, knowsArea: tables.knows(area:))
    guard let number = reading.number else {
      output.row(typed, "invalid", reading.problem?.rawValue ?? "", "", "", "", reading.normalised)
      return
    }
    let abolished = tables.yearAbolished(beforeBirthIn: number).map { Rule.areaAbolished(year: $0).code }
    output.row(
      typed, "valid", reading.areaUnknown ? Rule.areaUnknown.code : abolished ?? "", number.birthDate.iso,
      number.sex == .male ? "男" : "女", tables.path(of: number.area).joined(separator: "/"), number.text)
  }
}
