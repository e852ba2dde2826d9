import FormModel
import Records
import Sheets
import Standards

/// The sentences of bringing a roster in.
extension Wording {
  // MARK: Columns

  /// What a column is taken for, on a line.
  public func line(of column: RosterMapping.Column, _ form: Form) -> String {
    let heading = cut(column.heading)
    let head = say("列 \(column.letters)「\(heading)」", "column \(column.letters) “\(heading)”")
    switch column.use {
    case .item(let item): return "\(head) → \(numbered(item, form))"
    case .neglected(let neglect): return head + say("：", ": ") + message(neglect, form)
    }
  }

  public func message(_ neglect: RosterMapping.Neglect, _ form: Form) -> String {
    switch neglect {
    case .unknown: say("不认识，不导入", "not known, and not read")
    case .nameless: say("没有表头，不导入", "no heading, and not read")
    case .ofAnotherPerson:
      say(
        "不导入；如果这是监护人，请用 --map 说明，如 --map F=guardian_name",
        "not read; if this is the guardian, say so with --map, such as --map F=guardian_name")
    case .hidden: say("表格里隐藏了，不导入；要导入请加上 --hidden", "hidden, and not read; say --hidden to take it")
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

  public func name(_ item: RosterItem, _ form: Form) -> String {
    switch item {
    case .field(let field): short(form.fields[field])
    case .className: say("班级", "class")
    case .telephone: say("联系电话", "telephone")
    case .studentNumber: say("学籍号", "student number (学籍号)")
    }
  }

  public func noHeadings(_ purpose: RosterMapping.Purpose) -> String {
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

  public func noSuchColumn(_ column: String) -> String {
    say(
      "没有“\(cut(column))”这一列，请看看表头，或写列的字母。",
      "There is no column “\(cut(column))”; look at the headings, or give the column's letter.")
  }

  public func message(_ problem: RosterChange.Problem, _ text: String) -> String {
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

  public var nameless: String {
    say("没有姓名也没有身份证件号码，请补上一个。", "It has neither a name nor a number; please add one.")
  }

  public var notReached: String { say("未处理", "not reached") }

  public func several(_ codes: [String]) -> String {
    say(
      "登记里有几份都像这个孩子（\(list(codes))），请先看看是不是登记了两次。",
      "Several records may be this child's (\(list(codes))); please see first whether one of them is one too many.")
  }

  public func unsure(_ codes: [String]) -> String {
    say(
      "已经有同名的登记（\(list(codes))），认不准是不是同一个孩子；请在名单里补上号码或出生日期。",
      "There is a record of the same name (\(list(codes))), and nothing tells whether it is the same child; please add"
        + " the number or the birth date to the roster.")
  }

  /// Why a cell is not taken: which, what stands there, and what may stand there.
  public func message(_ fault: RosterFault, _ row: RosterRow, _ mapping: RosterMapping, _ form: Form) -> String {
    cell(of: fault.item, row, mapping, form) + colon + message(fault, form)
  }

  /// What is to be said of a cell that was taken.
  public func message(_ remark: RosterRemark, _ row: RosterRow, _ mapping: RosterMapping, _ form: Form) -> String {
    cell(of: remark.item, row, mapping, form) + colon + message(remark)
  }

  public func message(_ remark: RosterRemark) -> String {
    switch remark.kind {
    case .relation(let relation):
      say("只导入姓名，“\(cut(relation))”没有地方放。", "the name is taken; there is no place for “\(cut(relation))”.")
    case .owed(let words):
      say("“\(cut(words))”还不够，记着以后补。", "“\(cut(words))” leaves it open; noted as coming later.")
    case .known(let words):
      say("“\(cut(words))”不完整，已经有完整的，没有导入。", "“\(cut(words))” is not all of it; the whole is known and stays.")
    case .mended(let repairs): (message(repairs) ?? "") + say("。", ".")
    }
  }

  /// A cell by its letters, what it holds, and what stands there.
  private func cell(of item: RosterItem, _ row: RosterRow, _ mapping: RosterMapping, _ form: Form) -> String {
    guard let column = mapping.columns.first(where: { $0.use == .item(item) }) else { return name(item, form) }
    let text = row.row.cells.indices.contains(column.index) ? row.row.cells[column.index].keptText : ""
    let shown = text.isEmpty ? "" : say("“\(cut(text))”", " “\(cut(text))”")
    return "\(column.letters)\(row.row.number) \(name(item, form))\(shown)"
  }

  /// A finding of a record with the item that it is about.
  public func sentence(_ finding: Finding, _ form: Form) -> String {
    short(form.fields[finding.field]) + colon + message(finding, form: form)
  }

  /// The item, and why its cell is not taken.
  public func sentence(_ fault: RosterFault, _ form: Form) -> String {
    name(fault.item, form) + colon + message(fault, form)
  }

  public func message(_ fault: RosterFault, _ form: Form) -> String {
    switch fault.reason {
    case .rule(.notInList): notInList(fault.item, form)
    case .rule(let rule): message(Finding(rule, .error, fields: [fault.item.field ?? 0]), form: form)
    case .endsInZeros:
      say(
        "这一列有几个号码都是 000 结尾，是表格软件把后几位变成了零；请照证件重新填。",
        "Several numbers of this column end in 000: a spreadsheet has made zeros of their ends; please type them again."
      )
    case .unclearDate:
      say(
        "看不出哪个是年、月、日，请写成 2021-10-12 这样。",
        "Which is the year, the month and the day? Please write it like 2021-10-12.")
    case .dateAsNumber:
      say(
        "这一格是数字，不是日期：请把这一列设为日期，再看对不对。",
        "This cell holds a number and no date; make the column a date and see whether it is right.")
    case .unsavedFormula: unsavedFormula
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
  }

  /// The words that are allowed; of a long list some, and where all of them are.
  private func notInList(_ item: RosterItem, _ form: Form) -> String {
    guard let list = item.field.flatMap({ form.list(of: $0) }) else {
      return say("不在可选的范围里。", "Not one of the choices.")
    }
    let words = list.choices.prefix(list.choices.count > 16 ? 4 : 16).map(\.text).joined(separator: say("、", ", "))
    guard list.choices.count > 16 else { return say("只能写：\(words)。", "It must be one of: \(words).") }
    return say(
      "不在可选的范围里，要写成\(words)这样；\(program) lookup \(list.name) 可以查。",
      "Not one of the choices, which are like \(words); \(program) lookup \(list.name) finds them.")
  }

  public func filled(_ items: [RosterItem], _ form: Form) -> String { say("补上了：", "Filled: ") + names(items, form) }

  public func taken(_ items: [RosterItem], isProposed: Bool, _ form: Form) -> String {
    let head = isProposed ? say("记成改动建议：", "Proposed: ") : say("换成名单上的：", "Taken from the roster: ")
    return head + names(items, form)
  }

  /// A difference that stays as it is.
  public func kept(_ difference: ImportPlan.Difference, _ form: Form) -> String {
    let (current, offered) = values(difference, form)
    return say(
      "\(name(difference.item, form))：登记是“\(current)”，名单是“\(offered)”，没有改。",
      "\(name(difference.item, form)): the record says “\(current)”, the roster “\(offered)”; nothing was changed.")
  }

  /// The question whether what the roster says takes the place of what stands there.
  public func ask(_ difference: ImportPlan.Difference, row: Int, _ record: Record, _ form: Form) -> String {
    let (current, offered) = values(difference, form)
    let child = record.value(.childName, form) ?? ""
    let isProposal = record.status == .approved && difference.item.field != nil
    let head = say(
      "第 \(row) 行 \(cut(child))（\(record.code)）\(name(difference.item, form))：登记是“\(current)”，名单是“\(offered)”。",
      "Row \(row), \(cut(child)) (\(record.code)), \(name(difference.item, form)): the record says “\(current)”, the"
        + " roster “\(offered)”. ")
    guard isProposal else { return head + say("换成名单的吗？(y/N)", "Take the roster's? (y/N)") }
    return head + say("已经通过了，要把名单的记成改动建议吗？(y/N)", "It is approved. Propose the roster's? (y/N)")
  }

  private func values(_ difference: ImportPlan.Difference, _ form: Form) -> (current: String, offered: String) {
    func shown(_ value: String) -> String {
      guard let field = difference.item.field, let choice = form.list(of: field)?.choice(value) else {
        return cut(value)
      }
      return form.lists.names(of: choice, in: language).joined(separator: say("", " "))
    }
    return (difference.current.map(shown) ?? say("没有填", "blank"), shown(difference.offered))
  }

  // MARK: Parts

  private func names(_ items: [RosterItem], _ form: Form) -> String {
    items.map { name($0, form) }.joined(separator: say("、", ", "))
  }

  public func list(_ codes: [String]) -> String { codes.prefix(5).joined(separator: say("、", ", ")) }

  /// A row whose record has no code, as long as nothing is imported.
  public func rosterRow(_ number: Int) -> String { say("名单第 \(number) 行", "row \(number) of the roster") }

  /// What somebody has written in a cell, as far as it says something.
  public func cut(_ text: String) -> String {
    let shown = plain(String(text.prefix(40)))
    return text.count > 40 ? shown + "…" : shown
  }
}
