import Sentences
import Terminal
import Testing
import Wording

/// What a family does, in its own words.
struct Family {
  let seat: Seat
  private let life: Life

  init(_ name: String, _ life: Life) {
    self.life = life
    seat = life.seat(name)
  }

  /// Sits down to a new form.
  func begins() throws { try seat.open(["fill"], shows: Item.name.asks, as: .list) }

  /// Answers item after item; the first must be the one that is asked.
  func answers(
    _ child: Child, from first: Item = .name, through last: Item = .guardianIDType, finds end: String = "交表"
  ) throws {
    for item in child.items(from: first, through: last) {
      guard let said = child.said[item] else { continue }
      let next = child.item(after: item).map(child.asks) ?? end
      // From the name on somebody can be asked for something.
      if item == .name { seat.isAsked(for: child.name) }
      if item == .birthDate || (item == .idNumber && child.said[.birthDate] == nil) {
        seat.isAsked(for: child.birthDay)
      }
      if child.isAsked(item) { try seat.perform(Stroke.answer(said, next: next)) }
      life.note(child.name, item, said)
    }
  }

  /// Goes to one item and answers it.
  func mends(_ child: Child, _ item: Item, _ said: Said, next: String) throws {
    try seat.perform(Stroke.go(item))
    seat.session?.send(.control("u"))
    try seat.perform(Stroke.answer(said, next: next))
    life.note(child.name, item, said)
  }

  /// The one warning is how it is.
  func acceptsTheWarning() throws { try seat.perform(Stroke.acceptWarning) }

  /// From the list of findings to the page with the code.
  func handsIn() throws {
    try seat.perform([.handIn, .mother])
    seat.isDone()
    try seat.perform([Stroke(Stroke.noTelephone, shows: Stroke.thanks)])
    try seat.session?.waitFor("已保存")
  }

  func goesHome() throws { try seat.leave(by: .enter) }

  /// Leaves a form that is not finished, or was handed in before.
  func leavesForm() throws {
    seat.isDone()
    try seat.perform([.leaveForm])
    try goesHome()
  }

  /// Comes back with the code and the birth date, and finds this.
  func comesBack(_ child: Child, finds text: String) throws {
    try seat.open(["fill", try life.code(of: child.name)], shows: "取件码", as: .list)
    try seat.perform([Stroke(Stroke.text(child.birthDay) + [.enter], shows: text)])
    seat.isAsked(for: child.birthDay)
  }
}

/// What staff do in the review.
struct Staff {
  let seat: Seat
  private let life: Life

  init(_ life: Life) {
    self.life = life
    seat = life.seat(Kindergarten.staff)
  }

  /// Opens the review, in which so many wait; does something with a child and is back at the list, in which so many wait.
  private func does(_ child: Child, waiting: Int, then left: Int, _ strokes: [Stroke]) throws {
    try seat.open(["review"], shows: "待审 \(waiting)", as: .list)
    if life.diesNow() { try seat.dieAndGoOn() }
    try seat.perform(Stroke.open(child.name) + strokes)
    if life.diesNow() {
      try seat.dieAndGoOn(finds: "待审 \(left)")
    } else {
      seat.session?.send(Stroke.back)
      try seat.session?.waitUntilGone("审核 · \(child.name)")
      seat.session?.send(Stroke.waiting)
    }
    try seat.session?.waitFor("待审 \(left)")
    try seat.leave()
  }

  func approves(_ child: Child, waiting: Int = 1) throws {
    try does(child, waiting: waiting, then: waiting - 1, Stroke.approve)
  }

  func cannotApprove(_ child: Child, because reason: String, waiting: Int = 1) throws {
    try does(
      child, waiting: waiting, then: waiting,
      [
        Stroke([.text("a")], shows: reason, hides: "要处理的"),
        Stroke([.enter], shows: "要处理的", hides: words(of: ReviewRecordPhrase.refusedTitle)),
      ])
  }

  func sendsBack(_ child: Child, _ item: Item, _ question: String, waiting: Int = 1) throws {
    try does(child, waiting: waiting, then: waiting - 1, Stroke.sendBack(item, question))
  }

  func findsNumberWrong(_ child: Child, waiting: Int) throws {
    try does(child, waiting: waiting, then: waiting - 1, Stroke.wrongNumber)
  }

  func withdraws(_ child: Child, waiting: Int = 0) throws {
    try does(child, waiting: waiting, then: waiting, Stroke.withdraw("搬家了"))
  }

  func reinstates(_ child: Child, waiting: Int = 0) throws {
    try does(child, waiting: waiting, then: waiting, Stroke.reinstate("又回来了"))
  }

  /// Takes the family's correction; the form waits again.
  func takesProposal(_ child: Child, waiting: Int = 1) throws {
    try does(child, waiting: waiting, then: waiting, Stroke.takeProposal("看过户口簿"))
  }

  /// A spreadsheet that has everything but the kind of household.
  func imports(_ children: [Child]) throws {
    let heading =
      "姓名,身份证件号码,身份证件类型,国籍/地区,民族,港澳台侨外,出生所在地,籍贯,户口所在地,现住址,班级,入园日期,就读方式,"
      + "是否独生子女,是否留守儿童,是否进城务工人员子女,健康状况,是否残疾幼儿,是否孤儿,监护人姓名,监护人身份证件类型,监护人身份证件号码\n"
    let rows = children.map { child in
      "\(child.name),\(child.said[.idNumber]?.value ?? ""),居民身份证,中国,汉族,非港澳台侨,441302000000,广东惠州,441302000000,"
        + "示范路8号3栋,\(Kindergarten.classes[0]),2025-09-01,走读,是,非留守儿童,否,健康或良好,否,否,潘大明,居民身份证,441302199001010028\n"
    }
    try life.run(["import", try life.write(heading + rows.joined(), to: "roster.csv"), "--yes", "--as", seat.name])
  }

  /// Approves all that can be.
  func approvesAll(_ count: Int) throws {
    try seat.open(["review"], shows: "待审 \(count)", as: .list)
    try seat.perform([
      Stroke([.text("m")], shows: "选了 \(count) 份"), Stroke([.text("a")], shows: "现在能通过 \(count) 份"),
      Stroke([.enter], shows: "通过了 \(count) 份"), Stroke([.enter], shows: "待审 0", hides: "按 Enter 回到列表"),
    ])
    try seat.leave()
  }

  /// Exports; every child's result, by name.
  func exports(to file: String, _ results: [String: String]) throws {
    let rows = try life.run(["export", "-o", life.path(file), "--as", Kindergarten.staff]).rows
    let found = Dictionary(rows.map { ($0[2], $0[1]) }) { $1 }
    #expect(found == results)
  }

  /// The national system's answer comes in.
  func assigns(_ children: [Child]) throws {
    let rows = children.map { child in
      let number = child.said[.idNumber]?.value ?? ""
      return "G\(number),\(child.name),\(number)\n"
    }
    try life.run(["assign", try life.write("学籍号,姓名,身份证件号码\n" + rows.joined(), to: "answer.csv")])
  }
}

/// What a teacher does, who comes in by the door.
struct Teacher {
  enum Means { case telephone, paper }

  let seat: Seat
  private let life: Life

  init(_ life: Life) {
    self.life = life
    seat = life.seat(Kindergarten.teacher)
  }

  func enters() throws {
    try seat.open([], shows: "欢迎", as: .list)
    try seat.perform([Stroke.door, .signIn(Kindergarten.teacher, pin: Kindergarten.pin)])
  }

  /// To a new form, from the menu.
  func begins() throws {
    try opensMenu()
    try seat.perform([Stroke([.text("1")], shows: Stroke.sheet(.name), hides: words(of: WorkPhrase.menuTitle))])
  }

  /// Fills in what the sheet asks for, wherever the machine dies.
  private func inSheet(_ fill: () throws -> Void) throws {
    seat.isAt(.sheet)
    try fill()
    seat.isAt(.list)
  }

  /// Answers item after item of the sheet.
  func fills(_ child: Child, from first: Item = .name, through last: Item = .guardianIDType) throws {
    try inSheet {
      for item in child.items(from: first, through: last) {
        guard let said = child.said[item] else { continue }
        if child.isAsked(item, inSheet: true) {
          try seat.perform([Stroke.answerInSheet(said, next: child.item(after: item, inSheet: true))])
        }
        life.note(child.name, item, said)
      }
    }
  }

  func handsIn() throws {
    try seat.perform([Stroke([.enter, .enter], shows: "交表了。")])
    try seat.press(.enter, until: "，您好")
  }

  func goesToList() throws {
    try opensMenu()
    try seat.perform([.completion])
  }

  /// From the children of the class, unless it is open already.
  private func opensMenu() throws {
    let isOpen = seat.session?.screen().contains { $0.contains(words(of: WorkPhrase.menuNewForm)) } ?? false
    if !isOpen { try seat.perform([.menu]) }
  }

  /// What the first child of the list lacks, gap after gap.
  func completes(_ child: Child, _ items: [Item]) throws {
    try goesToList()
    try seat.perform([Stroke([.enter], shows: Stroke.sheet(items[0]))])
    for (index, item) in items.enumerated() {
      guard let said = child.said[item] else { continue }
      let next = index + 1 < items.count ? items[index + 1] : nil
      let stroke = Stroke.answerInSheet(said, next: next)
      try seat.perform([next == nil ? Stroke(stroke.keys, shows: "补录 · ") : stroke])
      life.note(child.name, item, said)
    }
  }

  /// From the list: what waits for the family's word is confirmed.
  func readsBack(_ means: Means, who: String) throws {
    try seat.perform([.unconfirmed, Stroke([.enter], shows: words(of: ReadBackPhrase.askStaff))])
    try seat.perform(Stroke.confirm(means, who: who))
    seat.session?.send(Stroke.back)
    try seat.session?.waitUntilGone(words(of: ReadBackPhrase.askStaff))
  }

  /// One item of every child of the list, who all say the same.
  func gives(_ item: Item, _ answer: String, toAll children: [Child]) throws {
    let answers = Stroke.text(String(repeating: answer, count: children.count))
    try seat.perform([
      Stroke([.text("e")], shows: words(of: CompletionPhrase.pickWalk)),
      Stroke(Stroke.text("\(item.number)") + [.enter], shows: "挨个补："),
      Stroke(answers, shows: "补了 \(children.count) 个，共 \(children.count) 个"),
    ])
    for child in children { life.note(child.name, item, .text(answer)) }
  }

  /// The next of so many whose values wait for their families; each has signed a paper.
  func readsBackNext(of left: Int) throws {
    if life.diesNow() {
      try seat.dieAndGoOn()
      try seat.perform([Stroke.door, .signIn(Kindergarten.teacher, pin: Kindergarten.pin)])
      try goesToList()
    }
    if seat.session?.screen().contains(where: { $0.contains("补录 · 待确认 \(left) 份") }) == false {
      try seat.perform([Stroke(Stroke.unconfirmed.keys, shows: "补录 · 待确认 \(left) 份")])
    }
    try seat.perform([Stroke([.enter], shows: words(of: ReadBackPhrase.askStaff))] + Stroke.confirm(.paper, who: "家长"))
    try seat.perform([Stroke([Stroke.back], shows: "补录 · 待确认 \(left - 1) 份")])
  }

  /// Everything that is complete, together.
  func handsInAll(_ count: Int) throws {
    try seat.perform([
      Stroke([.text("h")], shows: "现在能交 \(count) 份"), Stroke([.enter], shows: "交了 \(count) 份"),
      Stroke([.enter], shows: "补录 ·"),
    ])
  }

  func leaves() throws { try seat.leave() }
}

extension Family {
  func goesOnWithNextChild() throws {
    try seat.press(Stroke.nextChild, until: Item.name.asks)
  }

  /// The list of findings, from which the form is handed in.
  func checks() throws { try seat.perform([.check]) }

  /// Half a word, as the page shows it.
  func types(_ text: String, shows shown: String? = nil) throws {
    try seat.perform([Stroke(Stroke.text(text), shows: shown ?? text)])
  }

  /// A correction of an approved form.
  func proposes(_ item: Item, _ value: String) throws {
    try seat.perform(Stroke.go(item))
    seat.session?.send(.control("u"))
    for key in Stroke.text(value) + [.enter] { seat.session?.send(key) }
    try seat.session?.waitFor("已保存")
    try seat.leave()
  }
}

extension Stroke {
  /// The item at which the sheet stands.
  static func sheet(_ item: Item) -> String { item.number < 10 ? "▸ \(item.number) " : "▸\(item.number) " }

  /// An item, answered in the sheet: what is full goes on by itself.
  static func answerInSheet(_ said: Said, next: Item?) -> Stroke {
    let keys: [Key] =
      switch said {
      case .headed(let text): Self.text(text) + [.enter]
      case .text(let text): Self.text(text) + (CharacterCount.isNumber(text) ? [] : [.enter])
      case .typed(let typed, let kept): Self.text(kept.contains("-") ? typed : kept)
      case .choice(let number, _): Self.text("\(number)")
      case .offered, .household, .shared, .together: [.enter]
      case .read: []
      case .passed: [.tab]
      case .later, .unlisted: [.function(2), .text("1"), .enter]
      }
    return Stroke(keys, shows: next.map(sheet) ?? "交表")
  }

  /// Everything that waits is confirmed, in the way that the family chose.
  static func confirm(_ means: Teacher.Means, who: String) -> [Stroke] {
    [
      Stroke([.text("3")], shows: words(of: ReadBackPhrase.howTitle)),
      Stroke(text(means == .telephone ? "2" : "3"), shows: "是谁说的"),
      Stroke(text(who) + [.enter], shows: words(of: ReadBackPhrase.allConfirmed)),
    ]
  }
}

enum CharacterCount {
  /// Whether the item is full with this, so that the sheet goes on by itself.
  static func isNumber(_ text: String) -> Bool { text.utf8.count == 18 && text.utf8.allSatisfy { $0 < 0x80 } }
}
