import Desk
import FormModel
import Records
import Sheets

/// The sentences of the commands that need no screen.
extension Wording {
  private func say(_ chinese: String, _ english: String) -> String { Localized(chinese, english)[language] }

  var nothingFound: String { say("没有发现问题。", "Nothing found.") }
  var missingColumn: String { say("缺这一列，请照官方表头补上。", "This column is missing; add it as in the official sheet.") }
  var doubledColumn: String {
    say("这一列出现了两次，只看第一列；请删去一列。", "This column stands twice and only the first is read; delete one.")
  }
  var extraColumn: String { say("表里没有这一项，这一列没有检查。", "The form has no such item; the column was ignored.") }

  func notFound(_ name: String) -> String {
    say("没有找到“\(plain(name))”。请看看取件码或编号。", "“\(plain(name))” was not found; look at the code or the id again.")
  }

  /// Said beside a record that this version or this form can only look at.
  func readOnly(_ problem: StoreError) -> String {
    say(
      "\(plain(problem.path)) 是别的版本或别的表存的（\(plain(problem.detail))），这里照原样显示，只能看，不能改。",
      "\(plain(problem.path)) was written by another version or form (\(plain(problem.detail))); it is shown as stored, to look at and not to change."
    )
  }

  func badCode(_ name: String) -> String {
    say(
      "“\(plain(name))”不是取件码：取件码是四位，没有 0、O、1、I、L。",
      "“\(plain(name))” is no code: a code has four characters, none of 0 O 1 I L.")
  }

  var notSaved: String {
    say("最后填的没有存上，请检查磁盘后再填一次。", "What was typed last could not be saved; check the disk and fill it in again.")
  }

  func message(_ problem: FileProblem) -> String {
    switch problem {
    case .cannotOpen: say("打不开这个文件，请检查名字和权限。", "The file cannot be opened; check its name and permissions.")
    case .cannotRead: say("这个文件读到一半出错了，请检查磁盘。", "The file cannot be read to its end; check the disk.")
    case .unknownKind:
      say("不认识这种文件，请用 .json、.jsonl 或 .csv。", "This kind of file is not known; use .json, .jsonl or .csv.")
    case .tooLarge: say("这个文件太大了，不像一份登记表。", "The file is too large to be a record.")
    case .empty: say("文件是空的，第一行要写表头。", "The file is empty; its first row should hold the headings.")
    case .notARecord(let row, let problem):
      say("第 \(row) 份读不懂：\(place(problem))。", "Record \(row) cannot be read: \(place(problem)).")
    case .notASheet(let problem): sheet(problem)
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

  private func sheet(_ problem: CSVReader.Problem) -> String {
    switch problem {
    case .notUTF8(let row): say("第 \(row) 行不是 UTF-8 文字，请另存为 UTF-8。", "Row \(row) is not UTF-8; save the file as UTF-8.")
    case .rowTooLarge(let row):
      say("第 \(row) 行太长，看看引号是不是没有成对。", "Row \(row) is too long; look for a quote that is not closed.")
    case .openQuote(let row): say("第 \(row) 行的引号没有成对。", "A quote of row \(row) is not closed.")
    }
  }
}
