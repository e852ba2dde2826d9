import FormModel
import Records
import Sheets
import Standards

/// The sentences of the commands that need no screen.
extension Wording {
  public var nothingFound: String { say("没有发现问题。", "Nothing found.") }
  public var missingColumn: String { say("缺这一列，请照官方表头补上。", "This column is missing; add it as in the official sheet.") }
  public var doubledColumn: String {
    say("这一列出现了两次，只看第一列；请删去一列。", "This column stands twice and only the first is read; delete one.")
  }
  public var onlyHeadings: String {
    say("只有表头，下面没有孩子。", "There are only headings, and no child below them.")
  }
  public var extraColumn: String { say("表里没有这一项，这一列没有检查。", "The form has no such item; the column was ignored.") }

  public func notFound(_ name: String) -> String {
    say("没有找到“\(plain(name))”。请看看取件码或编号。", "“\(plain(name))” was not found; look at the code or the id again.")
  }

  public func reading(_ done: Int, _ total: Int) -> String {
    say("正在读登记：\(done) / \(total)", "Reading records: \(done) / \(total)")
  }

  /// Said beside a list, so that nobody takes it for all there is.
  public func unseen(_ count: Int) -> String {
    say(
      "有 \(count) 处读不出来，上面的不是全部；请运行 \(program) doctor。",
      "\(count) of the store could not be read, so this is not all there is; run \(program) doctor.")
  }

  public func owesNothing(_ code: String) -> String {
    say("\(code) 什么也不缺，不用纸条。", "\(code) owes nothing and needs no slip.")
  }

  /// What was done, and of an approved record what was confirmed elsewhere than at the desk.
  public func done(_ move: Move, _ record: Record) -> String {
    switch move {
    case .approve:
      let (telephone, paper) = (
        record.confirmedElsewhere.count { $0.how == .telephone }, record.confirmedElsewhere.count { $0.how == .paper }
      )
      guard telephone + paper > 0 else { return say("已通过。", "Approved.") }
      return say(
        "已通过；电话确认 \(telephone) 项，纸上确认 \(paper) 项。",
        "Approved; \(telephone) confirmed by telephone, \(paper) on paper.")
    case .sendBack: return say("已退回。", "Given back.")
    case .withdraw: return say("已撤回。", "Withdrawn.")
    case .reinstate: return say("已恢复。", "Reinstated.")
    case .answer, .owe, .clear, .restore, .give, .takeBack, .accept, .setContact, .handIn, .confirm, .closeQueries,
      .propose, .take,
      .decline, .export, .number:
      return say("已记下。", "Noted.")
    }
  }

  /// The day's counts: every record that was begun is in one of the four.
  public func balance(_ balance: DayBalance, of day: CalendarDate) -> [String] {
    [
      say(
        "\(day.iso)  登记 \(balance.started) = 填写中 \(balance.drafts) + 待审 \(balance.submitted) + 通过 \(balance.approved)"
          + " + 撤回 \(balance.withdrawn)",
        "\(day.iso)  started \(balance.started) = drafts \(balance.drafts) + handed in \(balance.submitted)"
          + " + approved \(balance.approved) + withdrawn \(balance.withdrawn)"),
      say(
        "退回 \(balance.returned)  填好没交 \(balance.ready)  待补 \(balance.owing)  有错 \(balance.wrong)"
          + "  重复 \(balance.duplicates)",
        "returned \(balance.returned)  ready \(balance.ready)  with gaps \(balance.owing)  wrong \(balance.wrong)"
          + "  duplicates \(balance.duplicates)"),
      say(
        "进城务工随迁 \(balance.migrant)  留守 \(balance.leftBehind)  残疾 \(balance.disabled)  孤儿 \(balance.orphan)",
        "migrant \(balance.migrant)  left behind \(balance.leftBehind)  disabled \(balance.disabled)"
          + "  orphan \(balance.orphan)"),
    ]
  }

  /// Said beside a record that this version or this form can only look at.
  public func readOnly(_ problem: StoreError) -> String {
    say(
      "\(plain(problem.path)) 是别的版本或别的表存的（\(plain(problem.detail))），这里照原样显示，只能看，不能改。",
      "\(plain(problem.path)) was written by another version or form (\(plain(problem.detail))); it is shown as stored, to look at and not to change."
    )
  }

  public func badCode(_ name: String) -> String {
    say(
      "“\(plain(name))”不是取件码：取件码是四位，没有 0、O、1、I、L。",
      "“\(plain(name))” is no code: a code has four characters, none of 0 O 1 I L.")
  }

  public func unknownDivision(_ division: String) -> String {
    say(
      "没有“\(plain(division))”这个区县，--near 要写六位代码，如 441302。",
      "There is no division “\(plain(division))”; --near takes its six digits, such as 441302.")
  }

  public func unknownItem(_ item: String, of count: Int) -> String {
    say(
      "没有“\(plain(item))”这一项，可以是 1–\(count) 或字段名。",
      "There is no item “\(plain(item))”, only 1–\(count) and the fields' names.")
  }

  public func unknownList(_ list: String, known: [String]) -> String {
    let names = known.joined(separator: " ")
    return say(
      "没有“\(plain(list))”这个名单，可以查的有：\(names)。", "There is no list “\(plain(list))”; there are: \(names).")
  }

  public func notWritten(_ reason: String) -> String {
    say("结果没有写完（\(reason)），请检查磁盘后再来一次。", "The result could not be written (\(reason)); check the disk and try again.")
  }

  public var notSaved: String {
    say("最后填的没有存上，请检查磁盘后再填一次。", "What was typed last could not be saved; check the disk and fill it in again.")
  }

  public var cannotOpenFile: String {
    say("打不开这个文件，请检查名字和权限。", "The file cannot be opened; check its name and permissions.")
  }
  public var notAFile: String {
    say("这是管道或设备，不是文件；请先存成文件再来。", "This is a pipe or a device and no file; save it as a file first.")
  }
  public var cannotReadFile: String {
    say("这个文件读到一半出错了，请检查磁盘。", "The file cannot be read to its end; check the disk.")
  }

  public func message(_ problem: FileProblem) -> String {
    switch problem {
    case .cannotOpen: cannotOpenFile
    case .notAFile: notAFile
    case .cannotRead: cannotReadFile
    case .tooLarge: say("这个文件太大了，不像一份登记表。", "The file is too large to be a record.")
    case .lineTooLarge(let row): say("第 \(row) 份太大了，不像一份登记表。", "Record \(row) is too large to be one.")
    case .notARecord(let row, let problem):
      say("第 \(row) 份读不懂：\(place(problem))。", "Record \(row) cannot be read: \(place(problem)).")
    case .notATable(let problem): message(problem)
    case .noHeadings: noHeadings
    case .noRecords: say("这个文件夹里没有登记，请看看是不是选错了。", "No record is in this folder; see whether it is the right one.")
    }
  }

  private func place(_ problem: RecordProblem) -> String {
    switch problem {
    case .notJSON(let error): error.description
    case .notARecord(let key): plain(key)
    case .newer(let format): plain(format)
    case .otherForm(let name, let version): "\(plain(name))/\(version)"
    }
  }
}
