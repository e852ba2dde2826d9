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

  @Test(
    arguments: [
      ("list --bogus", .unknownOption("--bogus")), ("number -5", .unknownOption("-5")),
      ("export -ofile", .unknownOption("-ofile")), ("list --da 2015-01-28", .unknownOption("--da")),
      ("show", .missingArgument("<name>")), ("return", .missingArgument("<codes> ...")),
      ("export", .missingArgument("--output <file>")), ("people add x", .missingArgument("--role <role>")),
      ("list --day", .missingValue(option: "--day <date>")), ("export -o", .missingValue(option: "-o <file>")),
      ("list --day --json", .missingValue(option: "--day <date>")),
      ("list --store=", .missingValue(option: "--store <dir>")),
      ("doctor --repair=x", .unwantedValue("x", option: "--repair")),
      ("home --lang fr", .badValue("fr", option: "--lang <lang>", allowed: ["zh", "en"])),
      ("people add x --class a b --role y", .badValue("y", option: "--role <role>", allowed: ["teacher", "staff"])),
      ("number --on xx", .badValue("xx", option: "--on <date>", allowed: [])),
      ("list --day xx --on 2015-01-28", .badValue("xx", option: "--day <date>", allowed: [])),
      ("list --day 2015-01-28 --on xx", .badValue("xx", option: "--on <date>", allowed: [])),
      ("lookup region x --limit=-3", .badValue("-3", option: "--limit <count>", allowed: [])),
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
    for _ in 0..<120 {
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
    #expect(understood > 10 && refused > 40, "\(understood) \(refused)")
  }

  private static let paths: [[String]] =
    [[]] + program.subcommands.map { [$0.name] }
    + (program.subcommand("people")?.subcommands ?? []).map { ["people", $0.name] }

  /// All in the language of whoever runs the tests; the golden file of the other one is written where that is spoken.
  @Test func `every page of help is as it was looked at`() {
    #expect(Self.paths.count == 32)
    let wording = Wording(HelpText.wording.language, program: "./xueji")
    let text = Self.paths.map { path in
      Self.heading(path) + Self.reading(path + ["--help"]).page(wording).map { $0 + "\n" }.joined() + "\n"
    }.joined()
    #expect(text.split(separator: "\n").allSatisfy { TextWidth.of($0) <= 80 })
    GoldenScreen.check(text: text, "help-\(wording.language.rawValue)")
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
