import ArgumentParser
import FormModel
import Standards
import Wording

/// Turns letters into Chinese the way the desk does.
struct HanziCommand: ParsableCommand {
  static let configuration = CommandConfiguration("hanzi", CommandPhrase.hanzi, ManualPhrase.hanzi)

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var nearOptions: NearOptions
  @Argument(help: .saying(OptionPhrase.letters, "query")) var queries: [String] = []
  @Option(help: .saying(OptionPhrase.letterItem)) var item = PinyinItem.text
  @Option(help: .saying(OptionPhrase.limit, "count")) var limit = LookupCommand.Limit(count: 9)

  func run() throws {
    let form = try storeOptions.form()
    guard let pinyin = form.tables.pinyin else {
      Output.complain(storeOptions.wording.cannotReadFile)
      throw ExitCode(78)
    }
    let near = try nearOptions.division(form, storeOptions)
    try Questions.answer(queries, storeOptions.wording) { query, output in
      output.row("text", "reading", "kind")
      for candidate in pinyin.candidates(for: query, item: item, near: near.map { [$0] } ?? [], limit: limit.count) {
        output.row(candidate.text, candidate.reading, candidate.kind.rawValue)
      }
    }
  }
}

extension PinyinItem: ExpressibleByArgument {}
