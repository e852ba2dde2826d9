import ArgumentParser
import FormModel
import Foundation
import TestSupport
import Testing
import TextLayout
import Wording

@testable import Commands

/// What is said of a command line that cannot be followed, and what the pages of help say.
@Suite struct UsageTests {
  private static let program = CommandDescription.program

  /// An option or an argument with its value's name in the language that is spoken, such as `--day <日期>`.
  private static func named(_ label: String) -> String {
    ValuePhrase.allCases.reduce(label) { $0.replacing("<\($1.rawValue)>", with: "<\(HelpText.wording($1))>") }
  }

  @Test(
    arguments: [
      ("list --bogus", .unknownOption("--bogus")), ("number -5", .unknownOption("-5")),
      ("export -ofile", .unknownOption("-ofile")), ("list --da 2015-01-28", .unknownOption("--da")),
      ("show", .missingArgument(named("<name>"))), ("return", .missingArgument(named("<codes> ..."))),
      ("export", .missingArgument(named("--output <file>"))),
      ("people add x", .missingArgument(named("--role <role>"))),
      ("list --day", .missingValue(option: named("--day <date>"))),
      ("export -o", .missingValue(option: named("-o <file>"))),
      ("list --day --json", .missingValue(option: named("--day <date>"))),
      ("list --store=", .missingValue(option: named("--store <dir>"))),
      ("doctor --repair=x", .unwantedValue("x", option: "--repair")),
      ("home --lang fr", .badValue("fr", option: named("--lang <lang>"), allowed: ["zh", "en"])),
      (
        "people add x --class a b --role y",
        .badValue("y", option: named("--role <role>"), allowed: ["teacher", "staff"])
      ),
      ("number --on xx", .badDay("xx", option: named("--on <date>"))),
      ("list --day xx --on 2015-01-28", .badDay("xx", option: named("--day <date>"))),
      ("list --day 2015-01-28 --on xx", .badDay("xx", option: named("--on <date>"))),
      ("lookup region x --limit=-3", .badValue("-3", option: named("--limit <count>"), allowed: [])),
      ("show a b", .unexpected("b")), ("bogus", .unexpected("bogus")), ("people bogus", .unexpected("bogus")),
      ("list -- --json", .unexpected("--json")), ("--kiosk x", .unexpected("x")),
    ] as [(String, UsageMistake)])
  func `a mistake is told from the others, with what it is in`(line: String, mistake: UsageMistake) {
    let arguments = line.split(separator: " ").map(String.init)
    #expect(!Self.isUnderstood(arguments))
    #expect(Self.reading(arguments).mistake == mistake)
  }

  /// The parser and the reading beside it are of one mind: where one cannot follow, the other says why.
  @Test func `whatever the parser cannot follow has its reason`() throws {
    var steps = Steps(state: 13)
    let program = Self.program
    let commands = program.subcommands.map { [$0.name] } + [[], ["people", "add"], ["people", "pin"]]
    let options = program.subcommands.flatMap(\.arguments).flatMap(\.names)
      .filter { !["-h", "--help", "--version"].contains($0) }
    // Of a value that only its command can judge the reason is found in a way of its own.
    let judged = Array(repeating: ["--on=x", "--day=x", "--limit=-3"], count: 15).joined()
    let words =
      options + options.map { $0 + "=x" } + judged + [
        "x", "2015-01-28", "-", "--", "20", "zh", "staff", "approved", "--nothing", "-q", "a b", "",
      ]
    var (understood, refused) = (0, 0)
    for _ in 0..<60 {
      var line = try #require(commands.randomElement(using: &steps))
      for _ in 0..<Int.random(in: 0..<3, using: &steps) {
        line.append(try #require(words.randomElement(using: &steps)))
      }
      if Self.isUnderstood(line) {
        understood += 1
      } else {
        refused += 1
        #expect(Self.reading(line).mistake != .notUnderstood, "\(line)")
      }
    }
    #expect(understood > 5 && refused > 20, "\(understood) \(refused)")
  }

  private static let paths: [[String]] =
    [[]] + program.subcommands.map { [$0.name] }
    + (program.subcommand("people")?.subcommands ?? []).map { ["people", $0.name] }

  /// All in the language of whoever runs the tests; the golden file of the other one is written where that is spoken.
  @Test func `every page of help is as it was looked at`() {
    #expect(Self.paths.count == 37)
    let wording = Wording(HelpText.wording.language, program: "./xueji")
    let text = Self.paths.map { path in
      Self.heading(path) + Self.reading(path + ["--help"]).page(wording).map { $0 + "\n" }.joined() + "\n"
    }.joined()
    #expect(text.split(separator: "\n").allSatisfy { TextWidth.of($0) <= 80 })
    GoldenScreen.check(text: text, "help-\(wording.language.rawValue)")
  }

  /// What the parser calls a value has its name in both languages, and no page says another.
  @Test func `every value has a name in the language that is spoken`() {
    var used: Set<String> = []
    func check(_ command: CommandDescription) {
      for argument in command.arguments where argument.kind != .flag {
        let names = ValuePhrase.allCases.map { HelpText.wording($0) }
        #expect(names.contains(argument.valueName), "\(command.name) \(argument.names): \(argument.valueName)")
        used.insert(argument.valueName)
      }
      command.subcommands.forEach(check)
    }
    check(Self.program)
    #expect(used == Set(ValuePhrase.allCases.map { HelpText.wording($0) }))
  }

  @Test func `a day that cannot be read is answered with one that can`() throws {
    for line in ["list --day heute", "day --day 2015-13-01", "list --due-by x", "show K7M4 --on 1"] {
      let answer = try Xueji.run(line.split(separator: " ").map(String.init))
      #expect(answer.status == 64 && answer.errors.contains("2026-03-01"), "\(answer.errors)")
    }
  }

  @Test(arguments: Language.allCases)
  func `the manual names every command and option, and nothing in it is taken for a request`(language: Language) {
    let page = ManualPage(Self.program, Wording(language)).text
    let requests: Set<String> = [".TH", ".ad", ".SH", ".SS", ".PP", ".TP"]
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      #expect(!line.isEmpty && !line.hasPrefix("'"))
      if line.hasPrefix(".") { #expect(requests.contains(String(line.prefix(3))), "\(line)") }
    }
    for path in Self.paths.dropFirst() { #expect(page.contains("\n.SS \(path.joined(separator: " "))\n"), "\(path)") }
    for option in Self.program.subcommands.flatMap(\.arguments).flatMap(\.names) {
      #expect(page.contains(option.replacing("-", with: "\\-")), "\(option)")
    }
  }

  @Test func `one command writes the manual and what three shells complete by, for everybody to read`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Twice: an older one is replaced.
    for _ in 0..<2 {
      let answer = try Xueji.run(["manual", folder.path])
      #expect(answer.status == 0 && answer.text.split(separator: "\n").count == 4, "\(answer.errors)")
    }
    for (path, _) in ManualCommand.files(HelpText.wording) {
      let file = folder.appendingPathComponent(path)
      let text = try String(contentsOf: file, encoding: .utf8)
      for name in Self.program.subcommands.map(\.name) { #expect(text.contains(name), "\(path) \(name)") }
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
      #expect((mode?.intValue ?? 0) & 0o444 == 0o444)
    }
    let script = folder.appendingPathComponent("bash-completion/completions/xueji").path
    #expect(try Xueji.shell("bash -n '\(script)'").status == 0)
    #expect(try Xueji.run(["manual", script]).status == 74, "a file is no folder")
  }

  @Test(arguments: Language.allCases)
  func `a page of help is in the language that is asked for`(language: Language) throws {
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens/help-\(language.rawValue).txt")
    let pages = try String(contentsOf: golden, encoding: .utf8)
    for path in [[], ["list"], ["export"], ["people"], ["people", "add"]] {
      for asking in [["help"] + path, path + ["-h"]] {
        let line = (asking + ["--lang", language.rawValue]).joined(separator: " ")
        let page = try Xueji.shell("cd \"$(dirname \"$X\")\" && ./xueji \(line)").text
        #expect(pages.contains(Self.heading(path) + page + "\n"), "\(line):\n\(page)")
      }
    }
  }

  private static func heading(_ path: [String]) -> String { "$ xueji \((["help"] + path).joined(separator: " "))\n" }

  private static func isUnderstood(_ arguments: [String]) -> Bool {
    (try? Commands.Xueji.parseAsRoot(arguments)) != nil
  }

  private static func reading(_ arguments: [String]) -> CommandLineReading {
    CommandLineReading(arguments, of: program, isUnderstood: isUnderstood)
  }
}
