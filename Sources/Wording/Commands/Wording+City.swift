import City
import FormModel
import Records

/// The sentences about a whole city's records.
extension Wording {
  /// How fast something goes and how long it will take.
  public func pace(_ perSecond: String, secondsLeft: Int?) -> String {
    guard let secondsLeft else { return "" }
    let left =
      secondsLeft < 100
      ? say("还要 \(secondsLeft) 秒", "\(secondsLeft) s left")
      : say("还要 \((secondsLeft + 59) / 60) 分钟", "\((secondsLeft + 59) / 60) min left")
    return say("  每秒 \(perSecond)，", "  \(perSecond)/s, ") + left
  }

  public func stoppedChecking(_ count: Int) -> String {
    say("停下了：查了 \(count) 个孩子，上面的不是全部。", "Stopped after \(count) children; what stands above is not all there is.")
  }

  // MARK: Gathering

  public func collectsIntoOwnStore(_ path: String) -> String {
    say(
      "\(plain(path)) 是一个幼儿园自己的登记，别的幼儿园的不能收进去；请换一个文件夹，或者收到 .jsonl 文件里。",
      "\(plain(path)) is a kindergarten's own store and takes no other's records; name another folder, or a file .jsonl."
    )
  }

  public func collectsItself(_ path: String) -> String {
    say("\(plain(path)) 是收到的地方，不用再写在来源里。", "\(plain(path)) is where they are gathered; leave it out of the sources.")
  }

  public func collectedIsDamaged(_ path: String) -> String {
    say(
      "\(plain(path)) 里有读不了的，什么也没有改；请先用 \(program) check 看看。",
      "Something in \(plain(path)) cannot be read, and nothing was changed; look at it with \(program) check first.")
  }

  public var collectsNoInvented: String {
    say("编出来的孩子和真的不能收到一起，什么也没有改。", "Invented children are not gathered with others; nothing was changed.")
  }

  public func stoppedCollecting(_ path: String) -> String {
    say("停下了，\(plain(path)) 没有改；再来一次就行。", "Stopped; \(plain(path)) is as it was. Run it again.")
  }

  public func stoppedCollecting(_ path: String, _ written: Int, of all: Int) -> String {
    say(
      "停下了：要收的 \(all) 份里有 \(written) 份收进了 \(plain(path))，都是完整的；再来一次就接着收。",
      "Stopped: \(written) of \(all) records were taken into \(plain(path)), each of them whole. Run it again to go on."
    )
  }

  public func collected(_ count: Int, _ path: String, isChanged: Bool) -> String {
    isChanged
      ? say("\(plain(path)) 里现在有 \(count) 份。", "\(plain(path)) has \(count) records now.")
      : say("\(plain(path)) 里有 \(count) 份，没有变。", "\(plain(path)) has \(count) records, as before.")
  }

  public func message(_ matter: RecordCollection.Matter) -> String {
    switch matter {
    case .refused(let file, 0): say("✗ \(plain(file)) 读不了，没有收。", "✗ \(plain(file)) cannot be read, and was left out.")
    case .refused(let file, let row):
      say("✗ \(plain(file)) 第 \(row) 份读不了，没有收。", "✗ Record \(row) of \(plain(file)) cannot be read, and was left out.")
    case .versions(let kept, let other):
      say(
        "✗ 同一份登记有两个版本，请看哪个对；留着的是前一个：\(place(kept))；\(place(other))",
        "✗ Two versions of one record; see which is right. The first was kept: \(place(kept)); \(place(other))")
    case .sameNumber(let one, let other):
      say(
        "✗ 同一个号码登记了两次：\(place(one))；\(place(other))",
        "✗ One number in two records: \(place(one)); \(place(other))")
    case .sameChild(let one, let other):
      say(
        "！同名、同一天出生，是同一个孩子吗：\(place(one))；\(place(other))",
        "！One name and birth date in two records. Is it the same child? \(place(one)); \(place(other))")
    }
  }

  private func place(_ place: RecordPlace) -> String {
    let parts = [place.kindergarten, place.name, place.code, "r\(place.revision)", place.source]
    return parts.filter { !$0.isEmpty }.map(plain).joined(separator: " ")
  }

  // MARK: Counting

  public func noFigures(_ form: String) -> String {
    say("“\(plain(form))”这张表没有说要统计什么。", "Nothing says what is counted of the form “\(plain(form))”.")
  }

  public var badPeriod: String {
    say("--from 和 --to 要一起写，先早后晚。", "Give --from and --to, the earlier day first.")
  }

  public func unknownFigure(_ name: String, known: [String]) -> String {
    let names = known.joined(separator: comma)
    return say("没有“\(plain(name))”这一项，可以是：\(names)。", "There is no figure “\(plain(name))”, only: \(names).")
  }

  public var stoppedCounting: String {
    say("停下了，没有数完，什么也没有写。", "Stopped before all were counted; nothing was written.")
  }

  /// What was not counted.
  public func counted(_ figures: Figures) -> [String] {
    var sentences: [String] = []
    if figures.withdrawn > 0 {
      sentences.append(
        say("撤回的 \(figures.withdrawn) 份没有算。", "\(figures.withdrawn) withdrawn records were not counted."))
    }
    if figures.repeated > 0 {
      sentences.append(
        say("\(figures.repeated) 份出现了不止一次，只算一次。", "\(figures.repeated) records came again, and were counted once."))
    }
    if figures.refused > 0 {
      sentences.append(
        say(
          "\(figures.refused) 处读不了，没有算进去；请用 \(program) check 看看。",
          "\(figures.refused) could not be read and were not counted; look at them with \(program) check."))
    }
    return sentences
  }

  // MARK: Invented children

  public func noSimulation(_ form: String) -> String {
    say("“\(plain(form))”这张表没有编造孩子的资料。", "Nothing says what children of the form “\(plain(form))” are like.")
  }

  public func badCount(_ option: String, _ least: Int, _ most: Int) -> String {
    say("\(option) 要在 \(least) 和 \(most) 之间。", "\(option) must be from \(least) to \(most).")
  }

  public func badShare(_ option: String) -> String {
    say("\(option) 是占多少，要在 0 和 1 之间，如 0.02。", "\(option) is a share from 0 to 1, such as 0.02.")
  }

  public func existsAlready(_ path: String) -> String {
    say("\(plain(path)) 已经有了，请换一个名字。", "\(plain(path)) is there already; take another name.")
  }

  public func simulated(_ records: Int, _ kindergartens: Int, _ path: String) -> String {
    say(
      "编好了 \(kindergartens) 所幼儿园的 \(records) 个孩子：\(plain(path))。都是假的，不能导出。",
      "\(records) invented children of \(kindergartens) kindergartens: \(plain(path)). Nothing of them can be exported."
    )
  }

  public func labelled(_ count: Int, _ path: String) -> String {
    say("故意写错的 \(count) 份列在：\(plain(path))", "\(count) records with something wrong are listed in \(plain(path))")
  }

  public func stopped(_ kindergartens: Int, of all: Int, _ path: String) -> String {
    say(
      "停下了：\(plain(path)) 里有 \(all) 所幼儿园中的 \(kindergartens) 所，每一所都是完整的。",
      "Stopped: \(plain(path)) has \(kindergartens) of \(all) kindergartens, each of them whole.")
  }

  public var stoppedEmpty: String { say("停下了，什么也没有写。", "Stopped; nothing was written.") }

  public func notSimulated(_ path: String) -> String {
    say(
      "\(plain(path)) 不是练习用的登记，请用 --store 换一个文件夹。",
      "\(plain(path)) holds no invented children; name another folder with --store.")
  }

  /// Said before the desk opens on invented children.
  public func demonstrates(_ path: String, _ staff: String, _ teacher: String, _ pin: String) -> String {
    say(
      "练习用的登记：\(plain(path))。审核是 \(plain(staff))，老师是 \(plain(teacher))，密码都是 \(pin)。",
      "Records for practice: \(plain(path)). Staff: \(plain(staff)), a teacher: \(plain(teacher)), the PIN of both \(pin)."
    )
  }
}
