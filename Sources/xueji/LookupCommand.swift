import ArgumentParser
import FormModel
import Glibc
import Records
import Standards

/// Searches a list the way the desk does.
struct LookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "按拼音、首字母、汉字或代码查名单 (search a list by pinyin, initials, characters or code)",
    discussion: """
      查询写 - 就从标准输入一行读一个；每个回答以表头开始，以空行结束。
      With - as the query, one a line is read from standard input; each answer begins with the header and ends with an empty line.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var storeOptions: StoreOptions
  @Argument(help: "名单，如 region division country ethnic (the list)") var list: String
  @Argument(help: "要找的，或 - (what to find, or -)") var query: String
  @Option(help: ArgumentHelp("附近的地方排在前面 (places near this division come first)", valueName: "division")) var near:
    String?
  @Option(help: "最多几行 (at most so many)") var limit = 20

  func run() throws {
    let form = try common.form()
    let index: SearchIndex
    do {
      index = try form.lists.index(list)
    } catch {
      Output.complain(common.wording.message(error))
      throw ExitCode(64)
    }
    let near = near ?? (try? storeOptions.store(form).settings())?.division
    let choices = list == "division" ? nil : form.lists.list(list)
    var output = Output()
    func answer(_ query: String) {
      output.row("code", "name", "path")
      for hit in index.search(query, near: near, limit: max(0, limit)) {
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
        Output.complain(common.wording.message(FileProblem.cannotRead))
        throw ExitCode(65)
      }
    } else {
      answer(query)
    }
    output.flush()
  }
}
