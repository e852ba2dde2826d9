import FormModel
import Records
import Sheets
import Standards

/// The sentences about a roster as a whole: its sheets, what was left out of them, and how bringing it in ended.
extension Wording {
  /// The head of a sheet's columns; nil for a file that is one table without a name.
  public func line(of sheet: RosterSheet) -> String? {
    guard let name = sheet.name else { return nil }
    let rows = sheet.children.count
    let head = say("工作表「\(cut(name))」：\(rows) 行", "sheet “\(cut(name))”: \(rows) rows")
    guard let className = sheet.className else { return head }
    return head + say("，", "; ") + classOfSheet(className)
  }

  /// That the children of a sheet are in the class that it is called after.
  public func classOfSheet(_ name: String) -> String {
    say("班级用它的名字：\(cut(name))", "the class is its name: \(cut(name))")
  }

  /// What stands above the headings.
  public func titles(of sheet: RosterSheet) -> String {
    say("表头上面的不导入：", "above the headings, and not read: ")
      + sheet.titles.map { cut(text(of: $0)) }.joined(separator: say("；", "; "))
  }

  /// What stands in a row.
  public func text(of row: SheetRow) -> String {
    row.cells.map(\.plainText).filter { !$0.isEmpty }.joined(separator: " ")
  }

  public func sameColumns(as sheet: RosterSheet) -> String {
    say("各列和「\(cut(sheet.name ?? ""))」一样", "columns as in “\(cut(sheet.name ?? ""))”")
  }

  /// How unclear dates are read, where that is not as the desk does.
  public func line(of order: DateOrder) -> String? {
    switch order {
    case .yearFirst: nil
    case .monthFirst:
      say("日期按“月/日/年”读，只有这样每一行都说得通", "dates are read as month/day/year: only so all of them are possible")
    case .dayFirst:
      say("日期按“日/月/年”读，只有这样每一行都说得通", "dates are read as day/month/year: only so all of them are possible")
    }
  }

  /// The sheets that are not read, and why.
  public func unread(_ sheets: [(name: String, why: RosterSheet.Unread)]) -> String {
    let names = sheets.prefix(30).map { sheet in
      let why =
        switch sheet.why {
        case .hidden: say("隐藏的", "hidden")
        case .noHeadings: say("没有表头", "no headings")
        case .notNamed: say("没有点名", "not named")
        }
      return say("\(cut(sheet.name))（\(why)）", "\(cut(sheet.name)) (\(why))")
    }
    return say("不看的工作表：", "sheets that are not read: ") + names.joined(separator: say("、", ", "))
  }

  public func noSuchSheet(_ name: String, _ names: [String]) -> String {
    let known = names.prefix(30).map(cut).joined(separator: say("、", ", "))
    return say("没有“\(cut(name))”这张工作表，有的是：\(known)。", "There is no sheet “\(cut(name))”; there are: \(known).")
  }

  public func askImport(_ rows: Int, of sheets: Int) -> String {
    say("导入全部 \(sheets) 张工作表，共 \(rows) 行？(y/N)", "Import all \(sheets) sheets, \(rows) rows? (y/N)")
  }

  public func askImport(_ sheet: RosterSheet) -> String {
    let (name, rows) = (cut(sheet.name ?? ""), sheet.children.count)
    return say("导入「\(name)」\(rows) 行？(y/N)", "Import “\(name)”, \(rows) rows? (y/N)")
  }

  /// Why a row is no child's, and what stands there.
  public func leftOut(_ line: RosterSheet.Line) -> String {
    let text = cut(text(of: line.row))
    return say("\(kind(line.kind))，不是孩子：\(text)", "\(kind(line.kind)), no child: \(text)")
  }

  private func kind(_ kind: RosterRowKind) -> String {
    switch kind {
    case .child: say("孩子", "child")
    case .heading: say("又一行表头", "headings once more")
    case .separator: say("分隔线", "a line that divides")
    case .section: say("小标题", "a heading of rows")
    case .total: say("合计", "a total")
    case .signature: say("签名", "a signature")
    case .instruction: say("说明", "a note")
    case .unused: say("空行", "an empty row")
    }
  }

  /// How many rows were left out because they are no child's or hidden.
  public func leftOut(_ counts: [RosterRowKind: Int], _ sheets: [RosterSheet]) -> [String] {
    var sentences: [String] = []
    let kinds = RosterRowKind.allCases.compactMap { kind in counts[kind].map { "\(self.kind(kind)) \($0)" } }
    if !kinds.isEmpty {
      let all = kinds.joined(separator: say("、", ", "))
      sentences.append(say("不是孩子的行没有导入：\(all)。", "Rows that are no child's were left out: \(all)."))
    }
    for sheet in sheets where !sheet.hiddenRows.isEmpty {
      let (count, name) = (sheet.hiddenRows.count, sheet.name.map(cut) ?? "")
      let rows = sheet.hiddenRows.prefix(20).map(String.init).joined(separator: say("、", ", "))
      let more = count > 20 ? "…" : ""
      sentences.append(
        say(
          "「\(name)」有 \(count) 行被隐藏或筛选掉了（第 \(rows)\(more) 行），没有导入；要导入请加上 --hidden。",
          "\(count) rows of “\(name)” are hidden or filtered out (\(rows)\(more)) and were left out; say --hidden to take them."
        ))
    }
    return sentences
  }

  /// Another child has the name and the birth date.
  public func namesakes(_ codes: [String]) -> String {
    say(
      "登记 \(list(codes)) 同名，也是这天生的，号码不一样；请看看是不是同一个孩子。",
      "\(list(codes)) has the same name and birth date, and another number; see whether it is the same child.")
  }

  /// The child was here before.
  public func withdrawnBefore(_ codes: [String]) -> String {
    say(
      "撤回过的登记 \(list(codes)) 也是这个号码，请看看是不是同一个孩子又来了。",
      "The withdrawn record \(list(codes)) has this number too; see whether the child has come back.")
  }

  public func askImport(_ rows: Int) -> String { say("导入 \(rows) 行？(y/N)", "Import \(rows) rows? (y/N)") }

  public var nothingImported: String { say("没有导入，什么也没有改。", "Nothing was imported, and nothing changed.") }

  /// How many rows became what.
  public func importCounts(_ counts: [ImportResult: Int]) -> String {
    func count(_ result: ImportResult) -> Int { counts[result] ?? 0 }
    return say(
      "新建 \(count(.created))，补上 \(count(.filled))，一样 \(count(.same))，有不同 \(count(.differs))，不能导入 \(count(.refused))",
      "new \(count(.created)), filled \(count(.filled)), the same \(count(.same)), different \(count(.differs)),"
        + " refused \(count(.refused))")
  }

  public func imported(_ counts: [ImportResult: Int], rest: Int, restPaths: [String], isDone: Bool) -> String {
    let what = importCounts(counts)
    guard isDone else {
      return say("会\(what)；要导入请加上 --yes。", "Would be: \(what). Say --yes to do it.")
    }
    guard rest > 0 else { return say("\(what)。", "Done: \(what).") }
    let paths = restPaths.map(plain).joined(separator: say("、", ", "))
    return say(
      "\(what)；没有全部导入的 \(rest) 行写在 \(paths)，改好可以再导入。",
      "Done: \(what). The \(rest) rows that were not taken whole are in \(paths); mend and import them again."
    )
  }

  public var importInterrupted: String {
    say("停下来了，已经导入的都是整份的。", "Stopped; what was imported is whole.")
  }

  public func unknownClasses(_ names: [String]) -> String {
    let names = names.prefix(20).map(cut).joined(separator: say("、", ", "))
    return say(
      "设置里没有这些班：\(names)；请在首页选 4 添上，班名要一样老师才看得到。",
      "The settings have no such classes: \(names). Add them by 4 on the first page; a teacher sees only a class spelt the"
        + " same.")
  }

  public func restExists(_ path: String) -> String {
    say(
      "\(plain(path)) 已经有了，不会盖掉；请先移走，或用 --rest 另写一个名字。",
      "\(plain(path)) is there already and is not written over; move it away, or name another with --rest.")
  }

  public func restUnwritable(_ path: String) -> String {
    say(
      "没有导入的要写进 \(plain(path))，可是那里不能写；请用 --rest 换个地方。",
      "What is not taken would go to \(plain(path)), where nothing can be written; name another place with --rest.")
  }

  public func restNotWritten(_ path: String, _ error: StoreError) -> String {
    say(
      "没有导入的写不进 \(plain(path))（\(storeFailed(error))）；上面每一行都说了结果。",
      "What was not taken could not be written to \(plain(path)) (\(storeFailed(error))); the lines above say what became"
        + " of each row.")
  }
}
