import FormModel
import Records
import Standards

extension Wording {
  /// Why the store could not do something, and what to do.
  public func message(_ error: StoreError) -> String {
    let (path, detail) = (plain(error.path), plain(error.detail))
    return switch error.code {
    case .full:
      say(
        "磁盘满了，请腾出一些地方；填的还在屏幕上，会再存。",
        "The disk is full; please make room. What you typed stays here and is tried again.")
    case .readOnly:
      say(
        "磁盘不能写，请找管理员；填的还在屏幕上，会再存。",
        "The disk cannot be written; ask whoever looks after it. What you typed stays here and is tried again.")
    case .permission:
      say(
        "没有权限用 \(path)，请检查文件夹的权限，或用 --store 换一个。",
        "No permission to use \(path); check the folder's permissions, or choose another with --store.")
    case .vanished: say("找不到 \(path)，请检查磁盘是不是拔掉了。", "\(path) is not there; check whether a disk was unplugged.")
    case .tooManyFiles:
      say("系统打开的文件太多了，请关掉别的程序再试。", "The system has too many files open; close other programs and try again.")
    case .notAFolder:
      say("\(path) 不是文件夹，请用 --store 换一个。", "\(path) is not a folder; choose another with --store.")
    case .notFound: say("没有找到 \(path)。", "\(path) was not found.")
    case .tooLarge: say("\(path) 太大了，不像一份登记表，请检查。", "\(path) is too large to be a record; please look at it.")
    case .damaged:
      say(
        "\(path) 读不懂（\(damage(detail))）。文件没有动，请找管理员。",
        "\(path) cannot be read (\(damage(detail))). The file was left alone; ask whoever looks after the store.")
    case .newer:
      say(
        "\(path) 是新版本存的（\(detail)），请用新版本打开。", "\(path) was written by a newer version (\(detail)); open it with that."
      )
    case .otherForm:
      say(
        "\(path) 用的是另一张表（\(detail)），请把那张表也放进 --forms 的文件夹。",
        "\(path) was made with another form (\(detail)); put that form into the folder of --forms too.")
    case .conflict:
      say(
        "这张表刚才在别处也改过。请离开再打开，看看那边的改动。",
        "This form was changed elsewhere meanwhile. Please leave and open it again to see that change.")
    case .otherRecord:
      say(
        "这个编号已经有一份登记了，不会写到它上面；请离开再存一次。",
        "Another record has this id and is not written over; please leave and save again.")
    case .exists:
      say("\(path) 已经有了，不会覆盖；请换一个名字。", "\(path) is there already and is not written over; choose another name.")
    case .changedOutside:
      say(
        "\(path) 不是登记台最后存的样子：可能有人用别的程序改过，或者磁盘出了错。请对照纸质材料看一看。",
        "\(path) is not as the desk has last saved it: another program, or a bad disk, has changed it. Please compare it with the papers."
      )
    case .locked: held(detail, error.number)
    case .otherVersion:
      say(
        "\(path) 是登记 \(detail) 的另一个版本，里面的改动还没有合进来；请运行 \(program) doctor --repair。",
        "\(path) is another version of record \(detail), whose changes are not in it yet; run \(program) doctor --repair."
      )
    case .severalRecords:
      say(
        "这里收着许多幼儿园的登记，这个取件码有好几份：\(detail)。请写“取件码@幼儿园”，或者写登记的 id。",
        "Records of several kindergartens bear this code: \(detail). Name it as CODE@KINDERGARTEN, or by its id.")
    case .brokenOff: say("还没有读完就停下了，这里不是全部。", "Reading was stopped before its end; this is not all.")
    case .incomplete:
      say(
        "备份不全（\(detail)），旧备份一个也没有删；请运行 \(program) doctor。",
        "The backup is not complete (\(detail)), and no older one was removed; run \(program) doctor.")
    case .io:
      say(
        "磁盘出错了（\(path)，错误 \(error.number)），请找管理员。",
        "The disk failed (\(path), error \(error.number)); ask whoever looks after it.")
    }
  }

  /// Who holds the folder, as `NAME PROCESS` or as the lock file says, and for how many seconds.
  private func held(_ holder: String, _ seconds: Int32) -> String {
    let who = holder.isEmpty ? say("另一个程序", "Another program") : say("程序 \(holder) ", holder)
    return say(
      "\(who)占着登记文件夹，已经 \(seconds) 秒；请看看它是不是停住了。",
      "\(who) has held the folder for \(seconds) s; see whether it has stopped.")
  }

  /// Why there is no archive of today: for whoever looks after the store.
  public func archiveFailed(_ error: StoreError) -> String {
    let why =
      switch error.code {
      case .full: say("磁盘满了", "the disk is full")
      case .readOnly: say("磁盘不能写", "the disk cannot be written")
      case .permission: say("没有权限写 \(plain(error.path))", "there is no permission for \(plain(error.path))")
      case .vanished: say("找不到 \(plain(error.path))", "\(plain(error.path)) is not there")
      case .damaged: say("写完读出来不对", "it did not read back as it was written")
      case .incomplete: say("备份不全：\(plain(error.detail))", "it is not complete: \(plain(error.detail))")
      case .locked: held(plain(error.detail), error.number)
      case .tooManyFiles, .notAFolder, .notFound, .tooLarge, .newer, .otherForm, .conflict, .otherRecord, .exists,
        .changedOutside,
        .otherVersion, .severalRecords, .brokenOff, .io:
        say("\(plain(error.path))，错误 \(error.number)", "\(plain(error.path)), error \(error.number)")
      }
    return say(
      "每天的备份没有做成（\(why)）：请拷贝一份，或运行 \(program) backup。",
      "The daily backup could not be made (\(why)): please copy the store, or run \(program) backup.")
  }

  /// What is damaged: a place in a file or a key says the same in every language.
  func damage(_ detail: String) -> String {
    switch detail {
    case "not a file": say("不是普通文件", detail)
    case "symbolic link": say("是个链接", detail)
    case "name": say("文件名不对", detail)
    case "journal", "draft", "history", "object": say("里面不是该有的内容", detail)
    case "format": say("格式不对", detail)
    case "checksum": say("校验不对", detail)
    case "size": say("长度不对", detail)
    case "header": say("开头坏了", detail)
    case "end": say("没有写完", detail)
    case "empty": say("是空的", detail)
    default: detail
    }
  }

  /// What is wrong with a form's file, where, and what to do.
  public func message(_ problem: FormProblem) -> String {
    if let table = problem.table { return message(table) }
    let (place, found) = (plain(problem.place), plain(problem.found))
    let remedy =
      switch problem.kind {
      case .unreadableFile:
        say(
          "读不到这个文件（\(found)），请检查 --forms 的文件夹。", "cannot be read (\(found)); check the folder given with --forms.")
      case .unknownForm: say("没有叫这个名字的表，有的是：\(found)。", "is not the name of a form; there are: \(found).")
      case .notJSON:
        say("不是正确的 JSON，请检查这个位置的括号、逗号和引号。", "is not correct JSON; look at the brackets, commas and quotes there.")
      case .wrongFormat:
        say("格式写的是“\(found)”，应当是 xueji-form/1。", "says format “\(found)”; it should be xueji-form/1.")
      case .missingKey: say("缺少“\(found)”，请补上。", "lacks “\(found)”; add it.")
      case .wrongType where !found.isEmpty:
        say("“\(found)”的类型在这里用不上，请换一项。", "uses “\(found)” there, whose type does not fit; name another item.")
      case .wrongType: say("这里的值类型不对，请对照说明改正。", "has a value of the wrong type there; correct it.")
      case .unknownKey:
        say("不认识“\(found)”，请检查拼写或删去。", "has an unknown key “\(found)”; check its spelling or delete it.")
      case .unknownField:
        say("没有叫“\(found)”的项目，请检查拼写。", "names an item “\(found)” that does not exist; check its spelling.")
      case .unknownList:
        say("找不到名单“\(found)”，请把它放进 lists 文件夹。", "needs the list “\(found)”; put it into the folder lists.")
      case .unknownType: say("不认识“\(found)”这种写法，请对照说明改正。", "does not understand “\(found)” there; correct it.")
      case .doubledName: say("名字“\(found)”用了两次，请改掉一个。", "uses the name “\(found)” twice; rename one.")
      case .doubledCode: say("这个代码出现了两次，请删去一个。", "has this code twice; delete one.")
      case .missingColumn: say("表头缺这一列，请补上。", "lacks this column in its header; add it.")
      case .emptyList: say("名单是空的，请至少写一行。", "is an empty list; write at least one row.")
      case .unlistedChoice:
        say("“\(found)”不在名单里，请改成名单里的代码。", "names “\(found)”, which is not in its list; use a code of the list.")
      case .cyclicCondition:
        say("这一项是否要填，最后又取决于它自己；请断开这个循环。", "makes an item depend on itself; break the circle.")
      case .notAsked: say("这一项不在任何一节里，请写进 sections。", "is in no section; add it to sections.")
      case .askedTwice:
        say("“\(found)”在 sections 里出现了两次，请删去一个。", "is in sections twice (“\(found)”); delete one.")
      case .badTable: say("请按这一行的提示改正。", "has a mistake in this line; correct it.")
      }
    let position = place.isEmpty ? "" : say(" 的 \(place) 处", ", at \(place),")
    return plain(problem.file) + position + say("：", " ") + remedy
  }

  /// Foreign text without anything that a terminal would obey.
  public func plain(_ text: String) -> String { text.harmless }
}
