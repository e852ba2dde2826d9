import Desk
import FormModel
import Records
import Sheets
import Standards

/// The sentences of bringing a roster in.
extension Wording {
  private func say(_ chinese: String, _ english: String) -> String { Localized(chinese, english)[language] }

  // MARK: Columns

  /// What a column is taken for, on a line.
  func line(of column: RosterMapping.Column, _ form: Form) -> String {
    let heading = cut(column.heading)
    let head = say("列 \(column.letters)「\(heading)」", "column \(column.letters) “\(heading)”")
    switch column.use {
    case .item(let item): return "\(head) → \(numbered(item, form))"
    case .neglected(let neglect): return head + say("：", ": ") + message(neglect, form)
    }
  }

  private func message(_ neglect: RosterMapping.Neglect, _ form: Form) -> String {
    switch neglect {
    case .unknown: say("不认识，不导入", "not known, and not read")
    case .doubled(let item): say("也是\(name(item, form))，只看前面那一列", "\(name(item, form)) again; only the first is read")
    case .unwanted: say("不导入", "not read, as you say")
    case .elsewhere(let item):
      say("\(name(item, form))，这个命令不看", "\(name(item, form)), which this command does not read")
    case .reason: say("上次没有导入的原因，不看", "the reasons of the last time, not read")
    }
  }

  /// An item with its number in the form.
  private func numbered(_ item: RosterItem, _ form: Form) -> String {
    item.field.map { "\($0 + 1) \(form.fields[$0].label[language])" } ?? name(item, form)
  }

  func name(_ item: RosterItem, _ form: Form) -> String {
    switch item {
    case .field(let field): short(form.fields[field])
    case .className: say("班级", "class")
    case .telephone: say("联系电话", "telephone")
    case .studentNumber: say("学籍号", "student number (学籍号)")
    }
  }

  func noHeadings(_ purpose: RosterMapping.Purpose) -> String {
    switch purpose {
    case .children:
      say(
        "没有找到表头：前二十行里要有一行写着“姓名”或“身份证件号码”，旁边还有别的项目；或者用 --map B=姓名 说明。",
        "No headings were found: one of the first twenty rows must have 姓名 or 身份证件号码 beside others; or say --map B=name."
      )
    case .studentNumbers:
      say(
        "没有找到表头：前二十行里要有一行写着“学籍号”和“身份证件号码”。",
        "No headings were found: one of the first twenty rows must have 学籍号 and 身份证件号码.")
    }
  }

  func noSuchColumn(_ column: String) -> String {
    say(
      "没有“\(cut(column))”这一列，请看看表头，或写列的字母。",
      "There is no column “\(cut(column))”; look at the headings, or give the column's letter.")
  }

  func message(_ problem: RosterChange.Problem, _ text: String) -> String {
    switch problem {
    case .malformed:
      say("--map 要写成 B=姓名 这样，现在是“\(cut(text))”。", "--map is written like B=name, not “\(cut(text))”.")
    case .unknownItem(let name):
      say(
        "没有“\(cut(name))”这一项，请写表头、字段名，或 contact.class、contact.telephone。",
        "There is no item “\(cut(name))”; give a heading, a field's name, contact.class or contact.telephone.")
    }
  }

  // MARK: Rows

  var nameless: String {
    say("没有姓名也没有身份证件号码，请补上一个。", "It has neither a name nor a number; please add one.")
  }

  var notReached: String { say("未处理", "not reached") }

  func several(_ codes: [RecordCode]) -> String {
    say(
      "登记里有几份都像这个孩子（\(list(codes))），请先看看是不是登记了两次。",
      "Several records may be this child's (\(list(codes))); please see first whether one of them is one too many.")
  }

  func unsure(_ codes: [RecordCode]) -> String {
    say(
      "已经有同名的登记（\(list(codes))），认不准是不是同一个孩子；请在名单里补上号码或出生日期。",
      "There is a record of the same name (\(list(codes))), and nothing tells whether it is the same child; please add"
        + " the number or the birth date to the roster.")
  }

  func message(_ fault: RosterFault, _ form: Form) -> String {
    let reason: String =
      switch fault.reason {
      case .rule(let rule): message(Finding(rule, .error, fields: [fault.item.field ?? 0]), form: form)
      case .lostDigits:
        say(
          "表格软件把号码当成数字，后几位已经丢了；请把这一列设成文本，再重新输入。",
          "The spreadsheet took it for a number and has lost digits; make the column text and type it again.")
      case .ambiguous:
        say(
          "有几个同名的，请写全，从省写起，或写代码。", "Several are called so; please write it in full, from the province on, or its code.")
      case .unknownPlace:
        say(
          "报表的地名里没有，请写现在的全名，或 12 位代码。",
          "The sheet knows no such place; please write its present name in full, or its code.")
      case .failedFormula:
        say("公式出错了，请填上真正的内容。", "A formula has failed there; please put the value itself.")
      }
    return "\(name(fault.item, form))\(say("：", ": "))\(reason)"
  }

  func filled(_ items: [RosterItem], _ form: Form) -> String { say("补上了：", "Filled: ") + names(items, form) }

  func taken(_ items: [RosterItem], isProposed: Bool, _ form: Form) -> String {
    let head = isProposed ? say("记成改动建议：", "Proposed: ") : say("换成名单上的：", "Taken from the roster: ")
    return head + names(items, form)
  }

  /// A difference that stays as it is.
  func kept(_ difference: ImportPlan.Difference, _ form: Form) -> String {
    let (standing, offered) = values(difference, form)
    return say(
      "\(name(difference.item, form))：登记是“\(standing)”，名单是“\(offered)”，没有改。",
      "\(name(difference.item, form)): the record says “\(standing)”, the roster “\(offered)”; nothing was changed.")
  }

  /// The question whether what the roster says takes the place of what stands there.
  func ask(_ difference: ImportPlan.Difference, row: Int, _ record: Record, _ form: Form) -> String {
    let (standing, offered) = values(difference, form)
    let child = form.index(of: "name").flatMap { record.answers[$0]?.value } ?? ""
    let isProposal = record.status == .approved && difference.item.field != nil
    let head = say(
      "第 \(row) 行 \(cut(child))（\(record.code)）\(name(difference.item, form))：登记是“\(standing)”，名单是“\(offered)”。",
      "Row \(row), \(cut(child)) (\(record.code)), \(name(difference.item, form)): the record says “\(standing)”, the"
        + " roster “\(offered)”. ")
    guard isProposal else { return head + say("换成名单的吗？(y/N)", "Take the roster's? (y/N)") }
    return head + say("已经通过了，要把名单的记成改动建议吗？(y/N)", "It is approved. Propose the roster's? (y/N)")
  }

  private func values(_ difference: ImportPlan.Difference, _ form: Form) -> (standing: String, offered: String) {
    func shown(_ value: String) -> String {
      guard let field = difference.item.field, let choice = form.list(of: field)?.choice(value) else {
        return cut(value)
      }
      return (choice.path + [choice.label[language]]).joined()
    }
    return (difference.standing.map(shown) ?? say("没有填", "blank"), shown(difference.offered))
  }

  // MARK: The whole

  func askImport(_ rows: Int) -> String { say("导入 \(rows) 行？(y/N)", "Import \(rows) rows? (y/N)") }

  var nothingImported: String { say("没有导入，什么也没有改。", "Nothing was imported, and nothing changed.") }

  func imported(_ counts: [ImportRun.Result: Int], rest: Int, restPath: String, isDone: Bool) -> String {
    func count(_ result: ImportRun.Result) -> Int { counts[result] ?? 0 }
    let what = say(
      "新建 \(count(.created))，补上 \(count(.filled))，一样 \(count(.same))，有不同 \(count(.differs))，不能导入 \(count(.refused))",
      "new \(count(.created)), filled \(count(.filled)), the same \(count(.same)), different \(count(.differs)),"
        + " refused \(count(.refused))")
    guard isDone else {
      return say("会\(what)；要导入请加上 --yes。", "Would be: \(what). Say --yes to do it.")
    }
    guard rest > 0 else { return say("\(what)。", "Done: \(what).") }
    return say(
      "\(what)；没有全部导入的 \(rest) 行写在 \(plain(restPath))，改好可以再导入。",
      "Done: \(what). The \(rest) rows that were not taken whole are in \(plain(restPath)); mend and import them again."
    )
  }

  var importInterrupted: String {
    say("停下来了，已经导入的都是整份的。", "Stopped; what was imported is whole.")
  }

  func unknownClasses(_ names: [String]) -> String {
    let names = names.prefix(20).map(cut).joined(separator: say("、", ", "))
    return say(
      "设置里没有这些班：\(names)；请在首页选 4 添上，班名要一样老师才看得到。",
      "The settings have no such classes: \(names). Add them by 4 on the first page; a teacher sees only a class spelt the"
        + " same.")
  }

  func restExists(_ path: String) -> String {
    say(
      "\(plain(path)) 已经有了，不会盖掉；请先移走，或用 --rest 另写一个名字。",
      "\(plain(path)) is there already and is not written over; move it away, or name another with --rest.")
  }

  func restUnwritable(_ path: String) -> String {
    say(
      "没有导入的要写进 \(plain(path))，可是那里不能写；请用 --rest 换个地方。",
      "What is not taken would go to \(plain(path)), where nothing can be written; name another place with --rest.")
  }

  func restNotWritten(_ path: String, _ error: StoreError) -> String {
    say(
      "没有导入的写不进 \(plain(path))（\(storeFailed(error))）；上面每一行都说了结果。",
      "What was not taken could not be written to \(plain(path)) (\(storeFailed(error))); the lines above say what became"
        + " of each row.")
  }

  // MARK: Parts

  private func names(_ items: [RosterItem], _ form: Form) -> String {
    items.map { name($0, form) }.joined(separator: say("、", ", "))
  }

  private func list(_ codes: [RecordCode]) -> String { codes.prefix(5).map(\.text).joined(separator: say("、", ", ")) }

  /// What somebody has written in a cell, as far as it says something.
  private func cut(_ text: String) -> String {
    let shown = plain(String(text.prefix(40)))
    return text.count > 40 ? shown + "…" : shown
  }
}
