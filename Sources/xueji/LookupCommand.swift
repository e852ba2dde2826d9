import ArgumentParser
import FormModel
import Glibc
import Records
import Standards

/// Searches a list the way the desk does.
struct LookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: HelpText.text(
      "按拼音、首字母、汉字或代码查名单", "Search a list by pinyin, initials, characters or code."),
    discussion: HelpText.text(
      "查询写 - 就从标准输入一行读一个；每个回答以表头开始，以空行结束，最像的在前。已撤销的地名后面注明撤销的年份。",
      """
      With - as the query, one a line is read from standard input. Each answer begins with a header and ends with an \
      empty line, the best match first. An abolished place is marked 已撤销 and the year.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var nearOptions: NearOptions
  @Argument(
    help: HelpText.option("名单：region、division、country、ethnic 等", "The list: region, division, country, ethnic …"))
  var list: String
  @Argument(help: HelpText.option("要找的，或 -", "What to find, or -.")) var query: String
  @Option(help: HelpText.option("最多几行", "At most so many lines.", valueName: "count")) var limit = Limit(count: 20)

  /// How many lines an answer has at most: nothing less than none.
  struct Limit: ExpressibleByArgument, CustomStringConvertible {
    var count: Int
    var description: String { String(count) }

    init(count: Int) { self.count = count }

    init?(argument: String) {
      guard let count = Int(argument), count >= 0 else { return nil }
      self.count = count
    }
  }

  func run() throws {
    let form = try common.form()
    let index = try index(form)
    let near = try nearOptions.division(form, storeOptions, common.wording)
    let choices = list == "division" ? nil : form.lists.list(list)
    var output = Output()
    func answer(_ query: String) {
      output.row("code", "name", "path")
      for hit in index.search(query, near: near, limit: limit.count) {
        let item = index[hit.index]
        let name = choices?.choice(item.code)?.label[common.wording.language] ?? item.name
        let mark = item.retiredYear.map { " 已撤销 \($0)" } ?? ""
        output.row(item.code, name, (item.path + [name]).joined(separator: "/") + mark)
      }
      output.write("\n")
    }
    if query == "-" {
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
      answer(query)
    }
    output.flush()
  }

  /// The search over the list, or one sentence and an exit code.
  private func index(_ form: Form) throws -> SearchIndex {
    do throws(FormProblem) {
      return try form.lists.index(list)
    } catch {
      let known = form.lists.names
      if known.contains(list) {
        Output.complain(common.wording.message(error))
        throw ExitCode(78)
      }
      Output.complain(common.wording.unknownList(list, known: known))
      throw ExitCode(64)
    }
  }
}
