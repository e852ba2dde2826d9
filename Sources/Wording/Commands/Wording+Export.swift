import FormModel
import Records
import Sheets

/// The sentences of exporting.
extension Wording {
  public var onlyApproved: String {
    say("只有已通过的能导出：--status 只能是 approved。", "Only approved records go out: --status can only be approved.")
  }
  public var againWhy: String { say("再导出一次要写原因：--again \"原因\"。", "Sending again needs a reason: --again \"why\".") }
  public var codesOrDay: String {
    say("写了取件码，就不用 --day 和 --status。", "With codes, --day and --status are not needed.")
  }
  public var encodingOfCSV: String { say("--encoding 只用于 .csv。", "--encoding is for .csv alone.") }

  public func sheetEnding(_ path: String) -> String {
    say("“\(plain(path))”要以 .xlsx 或 .csv 结尾。", "“\(plain(path))” must end in .xlsx or .csv.")
  }

  public func noSuchClass(_ name: String) -> String {
    say(
      "设置里没有“\(plain(name))”这个班；\(program) classes 列出各班。",
      "The settings have no class “\(plain(name))”; \(program) classes lists them.")
  }
  public func whichCode(_ name: String) -> String {
    say("请在“\(plain(name))”后面写班级编码，或者写 --clear。", "Please give the code of “\(plain(name))”, or --clear.")
  }
  public func badClassCode(_ code: String) -> String {
    say(
      "“\(plain(code))”不像班级编码：只有字母和数字，最多四十位。",
      "“\(plain(code))” is no class code: letters and digits only, forty at most.")
  }

  // MARK: What became of it

  public func message(_ result: SheetExport.Result, code: String, form: Form) -> String {
    switch result {
    case .sent: return say("已导出。", "Exported.")
    case .corrected(_, let changes):
      let items = changes.map(\.heading).joined(separator: say("、", ", "))
      return say("导出后更正过：\(items)。", "Corrected since it went out: \(items).")
    case .withdrawn:
      return say("导出后撤回了，请在全国系统里处理。", "Withdrawn since it went out; please settle it in the national system.")
    case .out(let out): return already(out)
    case .childOut(let other, let out):
      return say("同一个孩子的登记 \(other.text) ", "Record \(other.text) of the same child: ") + already(out)
    case .otherForm(let name):
      return say("用的是另一张表，另外导出：--form \(name)。", "Made with another form; export it with --form \(name).")
    case .notApproved(let status): return say("还不能导出：", "Not to be exported: ") + word(status)
    case .refused(let findings):
      return findings.map { "\(form.fields[$0.field].heading)\(say("：", ": "))\(message($0, form: form))" }
        .joined(separator: " ")
    case .duplicate(let codes):
      let others = codes.map(\.text).joined(separator: say("、", ", "))
      return say(
        "一人多籍？孩子的号码在取件码 \(others) 的表里也有，先在审核里弄清楚，再导出。",
        "The child's number stands in record \(others) too; settle that in the review, then export.")
    case .unreadable(let error): return message(error)
    case .missing: return notFound(code)
    }
  }

  /// The result, and what is odd about a child that goes out all the same.
  public func message(_ line: SheetExport.Line, form: Form) -> String {
    let warnings = line.warnings.map { "！ \(form.fields[$0.field].heading)\(say("：", ": "))\(message($0, form: form))" }
    let rare = line.rare.map { rare in
      "！ \(form.fields[rare.field].heading)\(say("：", ": "))"
        + say(
          "“\(rare.character)”是扩展区的生僻字，导入以后请看看显示得对不对。",
          "“\(rare.character)” is a rare character beyond the Basic Plane; see after the import whether it came through."
        )
    }
    return ([message(line.result, code: line.code, form: form)] + warnings + rare).joined(separator: " ")
  }

  private func already(_ out: Ledger.Out) -> String {
    let day = out.at.date.iso
    return say(
      "\(day) 已在 \(plain(out.sheet)) 第 \(out.row) 行导出过；那个文件不在了、确实要再导出，请用 --again 写明原因。",
      "went out on \(day) in row \(out.row) of \(plain(out.sheet)); if that file is lost, --again with a reason sends it "
        + "once more.")
  }

  private func word(_ status: Status) -> String {
    switch status {
    case .draft: say("还没交表。", "not handed in yet.")
    case .submitted: say("还没通过。", "not approved yet.")
    case .approved: say("已通过。", "approved.")
    case .withdrawn: say("已撤回。", "withdrawn.")
    }
  }

  /// What was written, and what to do with it.
  public func exported(_ outcome: SheetExport.Outcome) -> [String] {
    var sent = 0
    var corrected = 0
    var out = 0
    var refused = 0
    for line in outcome.lines {
      switch line.result {
      case .sent: sent += 1
      case .corrected, .withdrawn: corrected += 1
      case .out, .childOut: out += 1
      case .refused, .duplicate, .unreadable: refused += 1
      case .notApproved, .otherForm, .missing: break
      }
    }
    var sentences: [String] = []
    if sent > 0, let path = outcome.files.first {
      sentences.append(say("\(sent) 个孩子 → \(path)。", "\(sent) children → \(path)."))
    }
    if corrected > 0, let path = outcome.files.dropLast().last {
      sentences.append(say("\(corrected) 个更正 → \(path)。", "\(corrected) corrections → \(path)."))
    }
    if let guide = outcome.files.last { sentences.append(say("怎么导入，见 \(guide)。", "How to bring it in: \(guide).")) }
    if out > 0 {
      sentences.append(say("\(out) 个孩子以前导出过，没有再导出。", "\(out) children went out before and were left out."))
    }
    if refused > 0 {
      sentences.append(
        say("\(refused) 个孩子有问题没解决，没有导出，每个都说了为什么。", "\(refused) children were left out; why is said of each."))
    }
    sentences += classCodes(outcome)
    if outcome.waiting > 0 {
      sentences.append(say("还有 \(outcome.waiting) 份没有通过。", "\(outcome.waiting) records are not approved yet."))
    }
    if outcome.files.isEmpty { sentences.append(say("没有新的要导出，什么也没写。", "Nothing new to export; nothing was written.")) }
    return sentences
  }

  /// Class codes that are not there, or that came late.
  private func classCodes(_ outcome: SheetExport.Outcome) -> [String] {
    var sentences: [String] = []
    if outcome.withoutClassCode > 0 {
      sentences.append(
        say(
          "\(outcome.withoutClassCode) 个孩子导出时没有班级编码；下发以后用 \(program) classes 班名 编码 记上，下次导出会写进更正表。",
          "\(outcome.withoutClassCode) children went out without a class code; \(program) classes CLASS CODE enters it once "
            + "issued, and the next export corrects them."))
    }
    if outcome.lateClassCodes > 0 {
      sentences.append(
        say(
          "其中 \(outcome.lateClassCodes) 个更正只是补上班级编码。",
          "\(outcome.lateClassCodes) of the corrections only bring a class code."))
    }
    return sentences
  }

  /// Said when a class code is entered after children of the class went out.
  public func lateClassCode(_ count: Int) -> String {
    say(
      "这个班有 \(count) 个孩子已经导出过，编码和现在的不同；下次导出会有 \(count) 个更正。",
      "\(count) children of the class went out without this code; the next export makes \(count) corrections.")
  }

  public func message(_ error: SheetExportError) -> String {
    switch error {
    case .store(let error) where error.isDamagedLedger:
      say(
        "导出台账第 \(plain(error.detail)) 行坏了，先运行 \(program) doctor --repair，免得同一个孩子导出两次。",
        "Line \(plain(error.detail)) of the ledger is damaged; please run \(program) doctor --repair first, so that no child "
          + "goes out twice.")
    case .store(let error) where error.code == .conflict:
      say("刚才别处也在导出，这次什么也没写；请再来一次。", "Another export was going on; nothing was written, please try again.")
    case .store(let error): storeFailed(error)
    case .simulated:
      say(
        "这里的孩子是编出来练习用的，不能导出，什么也没写。",
        "The children here are invented, for practice: nothing was written, and nothing can go out.")
    case .unreadable(let problem):
      say(
        "写好的表读不回来（\(problem)），没有记进台账；请再导出一次。",
        "The sheet did not read back (\(problem)) and was not entered; please export again.")
    case .differs(let row, let column):
      say(
        "写好的表第 \(row) 行第 \(column) 列和登记的不一样，没有记进台账；请再导出一次。",
        "Row \(row), column \(column) of the sheet does not read back as it was written; nothing was entered, please "
          + "export again.")
    }
  }

  // MARK: In the sheet

  public var sheetWords: SheetWords {
    SheetWords(
      correctionSuffix: say("-更正", "-corrections"), guideSuffix: say("-导入说明", "-how-to-import"),
      correctionHeading: say("更正的项目（原来的）", "Corrected items (as they were)"),
      corrected: { heading, old in "\(heading)（\(old)）" }, withdrawn: say("已撤回", "withdrawn"),
      importGuide: { sheet, edition in importGuide(sheet, edition) },
      correctionGuide: { correctionGuide($0) })
  }

  private func correctionGuide(_ sheet: String) -> String {
    say(
      """
      \(sheet) 怎样用

      这张表里没有新孩子，不要导入：导入了，同一个孩子会有两份。

      1. 打开 \(sheet)，一行一个孩子，最后一列写着改了哪几项、原来是什么。
      2. 在全国系统里找到这个孩子，照这一行改那几项。
      3. 最后一列写“已撤回”的，在系统里办理离园或删除。
      4. 改一行，划一行。

      这个文件里没有孩子的信息；表里有，用完请收好，不要留在公用的电脑和 U 盘上。

      """,
      """
      What to do with \(sheet)

      There is no new child in this sheet. Do not import it: a child would stand in the system twice.

      1. Open \(sheet): a row is a child, and its last column says which items changed and what stood there.
      2. Find the child in the national system and change those items as the row has them.
      3. Where the last column says that a child was withdrawn, settle that in the system.
      4. Tick off each row that is done.

      This file holds nothing of the children. The sheet does: please do not leave it on shared computers or sticks.

      """)
  }

  /// How to bring a sheet in. A workbook's cells are marked as text; those of a text file become numbers for whoever
  /// opens it with a double click.
  private func importGuide(_ sheet: String, _ edition: SheetEdition) -> String {
    let isText = sheet.lowercased().hasSuffix(".csv")
    let open = isText ? openText(sheet) : say("打开 \(sheet)", "Open \(sheet)")
    return say(
      """
      \(sheet) 怎样导入全国学前教育管理信息系统
      （\(edition.title.chinese)，\(edition.columns.count) 列）

      1. 在系统里下载官方模板，用电子表格打开；问要不要启用宏，选“启用”。
      2. \(open)，从第 2 行起选中孩子的行，复制。
      3. 到官方模板第一个空行，右键，“选择性粘贴”，选“数值”，确定。
         不要直接粘贴：模板的格式一变，系统会显示“导入成功”，其实一行也没有进去。
      4. 看一眼身份证件号码：要靠左，是文本，\(wrongNumber(isText))
      5. 按模板里的按钮“数据校验”。查出来的错在“错误信息”那张表里，改好再按一次，没有错了再保存。
         说日期不对的，选中那一列，“数据” → “分列”，一直下一步，最后一步选“日期 YMD”。
      6. 在系统里导入，再数一数：孩子的人数要和这张表的行数一样。
      7. 同一张表只导入一次。更正表（名字里有“更正”）不是新孩子：请按最后一列，在系统里逐个改。

      这个文件里没有孩子的信息；表里有，用完请收好，不要留在公用的电脑和 U 盘上。

      """,
      """
      How to bring \(sheet) into the national preschool management system
      (\(edition.title.english), \(edition.columns.count) columns)

      1. Download the official template from the system and open it in a spreadsheet; enable its macros when asked.
      2. \(open), select the children's rows from row 2 on, and copy them.
      3. In the first empty row of the official template: right click, Paste Special, Values.
         Do not paste plainly: once the template's format has changed, the system says success and imports nothing.
      4. Look at the identity numbers: they are text, at the left of their cells; \(wrongNumber(isText))
      5. Press the template's own button 数据校验. What it finds stands on the sheet 错误信息; mend it and press again,
         and save when nothing is left. Where it refuses dates: select the column, Data, Text to Columns, Next to the last
         step, and choose Date YMD.
      6. Import it in the system and count the children there: as many as this sheet has rows.
      7. Bring a sheet in once only. A correction sheet has no new children: change each in the system by its last column.

      This file holds nothing of the children. The sheet does: please do not leave it on shared computers or sticks.

      """)
  }

  private func openText(_ sheet: String) -> String {
    say(
      """
      不要双击 \(sheet)：新建一张空表，“数据” → “从文本”，选 \(sheet)，分隔符选逗号，
         每一列的格式都选“文本”，导进来以后（嫌麻烦就重新导出成 .xlsx，可以直接打开）
      """,
      """
      Do not open \(sheet) with a double click: in a new sheet choose Data, From Text, \(sheet), commas, and Text as the
         format of every column (or export to .xlsx, which opens as it is). Then
      """)
  }

  private func wrongNumber(_ isText: Bool) -> String {
    isText
      ? say(
        "变成了 4.41302E+17 的，是在第 2 步没有选“文本”，后几位已经丢了，请照第 2 步重来。",
        "if one reads 4.41302E+17, its column was not made text at 2 and the last digits are lost; do 2 again.")
      : say(
        "变成了 4.41302E+17 的，这张表就不要导入，从第 2 步重来。", "if one reads 4.41302E+17, do not import it; begin again at 2.")
  }
}
