import ArgumentParser
import FormModel
import Glibc
import Standards

/// Turns letters into Chinese the way the desk does.
struct HanziCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hanzi",
    abstract: HelpText.text("拼音变汉字", "Turn pinyin into characters."),
    discussion: HelpText.text(
      "查询写 - 就从标准输入一行读一个；每个回答以表头开始，以空行结束，最像的在前。也可以写 U+2B5AF，或者 部首号.余下的笔画。",
      """
      With - as the query, one a line is read from standard input. Each answer begins with a header and ends with an \
      empty line, the likeliest first. A query may also be a code point (U+2B5AF), or a radical's number and the strokes \
      beside it (167.5).
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var nearOptions: NearOptions
  @Argument(help: HelpText.option("拼音，或 -", "The letters, or -.")) var queries: [String]
  @Option(help: HelpText.option("问的是什么：name、given、address、text", "What is asked for.", valueName: "item"))
  var item = Item.text
  @Option(help: HelpText.option("最多几行", "At most so many lines.", valueName: "count"))
  var limit = LookupCommand.Limit(count: 9)

  enum Item: String, ExpressibleByArgument, CaseIterable {
    case name, given, address, text

    var asked: PinyinItem {
      switch self {
      case .name: .name
      case .given: .given
      case .address: .address
      case .text: .text
      }
    }
  }

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
      for candidate in pinyin.candidates(for: query, item: item.asked, near: near, limit: limit.count) {
        output.row(candidate.text, candidate.reading, candidate.kind.rawValue)
      }
      output.write("\n")
    }
    if queries == ["-"] {
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
