import ArgumentParser
import FormModel
import Glibc
import Records
import Standards
import Wording

/// Searches a list the way the desk does.
struct LookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration("lookup", CommandPhrase.lookup, ManualPhrase.lookup)

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var nearOptions: NearOptions
  @Argument(help: .saying(OptionPhrase.list)) var list: String
  @Argument(help: .saying(OptionPhrase.query)) var query: String
  @Option(help: .saying(OptionPhrase.limit, "count")) var limit = Limit(count: 20)

  /// How many lines an answer has at most; never less than none.
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
    let form = try storeOptions.form()
    let index = try index(form)
    let near = try nearOptions.division(form, storeOptions)
    let choices = list == "division" ? nil : form.lists.list(list)
    try Questions.answer([query], storeOptions.wording) { query, output in
      output.row("code", "name", "path")
      for hit in index.search(query, near: near, limit: limit.count) {
        let item = index[hit.index]
        let name = choices?.choice(item.code)?.label[storeOptions.wording.language] ?? item.name
        let mark = item.retiredYear.map { " 已撤销 \($0)" } ?? ""
        output.row(item.code, name, (item.path + [name]).joined(separator: "/") + mark)
      }
    }
  }

  /// The search over the list, or one sentence and an exit code.
  private func index(_ form: Form) throws -> SearchIndex {
    do throws(FormProblem) {
      return try form.lists.index(list)
    } catch {
      let known = form.lists.names
      if known.contains(list) {
        Output.complain(storeOptions.wording.message(error))
        throw ExitCode(78)
      }
      Output.complain(storeOptions.wording.unknownList(list, known: known))
      throw ExitCode(64)
    }
  }
}
