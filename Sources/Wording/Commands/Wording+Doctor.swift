import FormModel
import Records

/// What the doctor says of a store: what is wrong, and what a repair would do or has done about it.
extension Wording {
  public func noStore(_ path: String) -> String {
    say(
      "\(plain(path)) 还没有登记，请看看 --store 写得对不对。",
      "There are no records in \(plain(path)) yet; look whether --store is right.")
  }

  /// Said beside a list, so that what was set aside is not forgotten.
  public func setAside(_ count: Int) -> String {
    say(
      "aside 文件夹里有 \(count) 个移出来的文件，请管理员看一看；原因在旁边的 .reason 里。",
      "Files moved out to the folder aside: \(count). Please look at them; the reason is beside each, in .reason."
    )
  }

  public func what(_ kind: StoreDefect.Kind) -> String {
    switch kind {
    case .unreadable(let detail): say("读不懂（\(damage(plain(detail)))）", "cannot be read (\(damage(plain(detail))))")
    case .foreignName: say("不是登记台的文件名", "has a name that the desk does not give")
    case .changedOutside:
      say("读得懂，但不是登记台最后存的样子", "can be read, but is not as the desk has last saved it")
    case .otherID: say("里面的编号和文件名不一样", "holds another id than its name")
    case .otherDay(let day): say("是 \(day.iso) 开始填的，放错了日期", "was begun on \(day.iso), not on this day")
    case .missingRecord: say("登记不见了，上一次存的还在", "is gone; the save before is still there")
    case .doubledID(let other): say("和 \(plain(other)) 是同一份登记", "is the same record as \(plain(other))")
    case .doubledCode(let code, let other):
      say("取件码 \(code) 和 \(plain(other)) 重复", "has the code \(code), as has \(plain(other))")
    case .otherVersion(let code):
      say("是登记 \(code) 的另一个版本", "is another version of record \(code)")
    case .behindHistory(let record, let history):
      say("写的是第 \(record) 版，历史已到第 \(history) 版", "says revision \(record), while its history has \(history)")
    case .newer(let format):
      say("是新版本存的（\(plain(format))），只能看", "was written by a newer version (\(plain(format))) and can only be looked at")
    case .otherForm(let form): say("用的是另一张表（\(plain(form))）", "was made with another form (\(plain(form)))")
    case .tornJournal(let bytes):
      say(
        "最后一键没有写完（\(bytes) 字节）；前面的都在", "ends in a key that was not written out (\(bytes) bytes); all before it is there"
      )
    case .brokenJournal(let bytes):
      say("后面 \(bytes) 字节坏了；前面的都在", "is damaged in its last \(bytes) bytes; all before them is there")
    case .waitingJournal: say("有没存进登记的改动", "holds changes that are not in the record yet")
    case .runningJournal: say("正在填写", "is being filled in just now")
    case .draft(let draft, let isRunning): typing(draft, isRunning)
    case .tornDraft: say("有人打到一半的字，断电没写完整，读不出来了", "is what somebody was typing, torn by a power cut; it cannot be read")
    case .leftover: say("存到一半留下的", "is half a save that was left")
    case .leftBackup(let path):
      say("备份到一半留下了 \(plain(path))", "is a note of half an archive that was left: \(plain(path))")
    case .rights(let mode):
      say(
        "权限是 \(String(mode, radix: 8))，应当只有本人能看",
        "has the permissions \(String(mode, radix: 8)); it should be the owner's alone")
    case .link: say("是一个链接，登记台不会跟着走", "is a link, which the desk does not follow")
    case .notAFile: say("不是文件，或不是文件夹", "is not the file or the folder that belongs there")
    case .missingFromDay(let count):
      say("当天的名单少了 \(count) 份", "lacks \(count) of the records that were changed on the day")
    case .badIndex: say("索引坏了", "is an index that cannot be used")
    case .badLedger(let line, let count):
      say("有 \(count) 行读不懂，第一处在第 \(line) 行", "has \(count) unreadable lines, the first is \(line)")
    case .unexamined(let error): message(error)
    }
  }

  /// Whose draft it is and on which page, and never what was typed.
  private func typing(_ draft: StoredDraft, _ isRunning: Bool) -> String {
    let who = draft.by.map { plain($0.name) } ?? say("没留姓名的人", "somebody without a name")
    let key = Draft(draft)?.key
    let page = key.map { self.page($0.page) } ?? say("这一版没有的一页", "a page that this version has not")
    let record = key?.record.map { say("，登记 \($0.text)", ", record \($0.text)") } ?? ""
    return isRunning
      ? say("\(who)正在打字（\(page)\(record)）", "is what \(who) is typing now (\(page)\(record))")
      : say("\(who)打到一半的字（\(page)\(record)）", "is what \(who) had half typed (\(page)\(record))")
  }

  private func page(_ page: Draft.Page) -> String {
    switch page {
    case .settings: say("幼儿园设置", "the kindergarten")
    case .comeBack: say("继续填写", "going on with a form")
    case .door: say("老师、审核", "teachers and staff")
    case .completion: say("补录", "complete")
    case .readBack: say("确认", "read back")
    case .review: say("审核", "review")
    case .reviewRecord: say("审核一份", "reviewing one record")
    case .dayClose: say("今天收尾", "closing the day")
    case .people: say("账号", "accounts")
    case .giving: say("多个孩子一起填", "one value for many")
    case .printing: say("按班打印", "printing by class")
    case .classCodes: say("班级编码", "class codes")
    case .files: say("备份、学籍号", "backups and numbers")
    case .importing: say("导入名单", "bringing in a roster")
    }
  }

  /// What a repair would do.
  public func remedy(_ remedy: StoreDefect.Remedy) -> String {
    switch remedy {
    case .nothing: say("不用修", "needs nothing")
    case .person: say("请管理员看一看再决定", "a person has to look and decide")
    case .waitForOwner:
      say("留着；本人再打开那一页就会出来", "stays; comes back when whoever typed it opens that page again")
    case .keep: say("留着；打开这份登记时会接着用", "stays; opening the record offers it")
    case .join: say("打开这份登记时会接着用；--repair 会合进登记", "opening the record offers it; --repair joins it with the record")
    case .setAside: say("--repair 会移到 aside，不删", "--repair moves it to aside, nothing is deleted")
    case .previous: say("--repair 会移到 aside，换上一次存的", "--repair moves it to aside and puts the save before in its place")
    case .bringBack: say("--repair 会换上一次存的", "--repair puts the save before in its place")
    case .remove: say("--repair 会删去，里面没有别处没有的东西", "--repair removes it; nothing is in it that is not elsewhere")
    case .close: say("--repair 会改成只有本人能看", "--repair closes it to others")
    case .move(let day): say("--repair 会移到 \(day.iso)", "--repair moves it to \(day.iso)")
    case .merge: say("--repair 会合进登记，原样留在 aside", "--repair joins it with the record and keeps it in aside")
    case .raiseRevision(let revision): say("--repair 会写成第 \(revision) 版", "--repair writes revision \(revision)")
    case .addToDay: say("--repair 会补上", "--repair adds them")
    case .keepGoodLines:
      say("--repair 会把原样留在 aside，只留读得懂的行", "--repair keeps a copy in aside and the lines that can be read")
    }
  }

  /// What a repair has done.
  public func done(_ remedy: StoreDefect.Remedy) -> String {
    switch remedy {
    case .nothing, .waitForOwner, .person, .keep: self.remedy(remedy)
    case .join: say("合进了登记", "was joined with the record")
    case .setAside: say("移到了 aside", "was moved to aside")
    case .previous: say("移到了 aside，换上了上一次存的", "was moved to aside; the save before is in its place")
    case .bringBack: say("换上了上一次存的", "the save before is in its place")
    case .remove: say("删去了", "was removed")
    case .close: say("改成了只有本人能看", "was closed to others")
    case .move(let day): say("移到了 \(day.iso)", "was moved to \(day.iso)")
    case .merge: say("合进了登记，原样留在 aside", "was joined with the record; it is kept in aside")
    case .raiseRevision(let revision): say("写成了第 \(revision) 版", "was given revision \(revision)")
    case .addToDay(let ids): say("补上了 \(ids.count) 份", "\(ids.count) were added")
    case .keepGoodLines: say("原样留在了 aside，只留了读得懂的行", "a copy is in aside; the lines that can be read stay")
    }
  }
}
