import ArgumentParser
import FormModel
import Glibc
import Standards
import Wording

/// Turns letters into Chinese the way the desk does.
struct HanziCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hanzi", abstract: HelpText.wording(CommandPhrase.hanzi),
    discussion: HelpText.wording(ManualPhrase.hanzi))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var nearOptions: NearOptions
  @Argument(help: .saying(OptionPhrase.letters, "query")) var queries: [String] = []
  @Option(help: .saying(OptionPhrase.letterItem)) var item = PinyinItem.text
  @Option(help: .saying(OptionPhrase.limit, "count")) var limit = LookupCommand.Limit(count: 9)

  func run() throws {
    let form = try common.form()
    guard let pinyin = form.tables.pinyin else {
      Output.complain(common.wording.cannotReadFile)
      throw ExitCode(78)
    }
    let near = try nearOptions.division(form, storeOptions, common.wording)
    var output = Output()
    func answer(_ query: String) {
      output.row("text", "reading", "kind")
      for candidate in pinyin.candidates(for: query, item: item, near: near, limit: limit.count) {
        output.row(candidate.text, candidate.reading, candidate.kind.rawValue)
      }
      output.write("\n")
    }
    if queries.isEmpty || queries == ["-"] {
      var lines = LineReader(descriptor: STDIN_FILENO)
      while let line = lines.next() {
        answer(String(decoding: line, as: UTF8.self))
        // Somebody may be waiting for each answer before the next question.
        output.flush()
      }
      if lines.hasFailed {
        Output.complain(common.wording.cannotReadFile)
        throw ExitCode(65)
      }
    } else {
      for query in queries { answer(query) }
    }
    output.flush()
  }
}

extension PinyinItem: ExpressibleByArgument {}
