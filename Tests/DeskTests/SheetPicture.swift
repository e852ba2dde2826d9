import FormModel
import Records
import Terminal
import Testing

@testable import Desk

/// The screens of the sheet and of the work list that are kept as pictures, each with the keys that lead to it.
enum SheetPicture: String, CaseIterable, Sendable {
  case sheetNew = "sheet-new"
  case sheetHalf = "sheet-half"
  case sheetChoices = "sheet-choices"
  case sheetSearch = "sheet-search"
  case sheetWrong = "sheet-wrong"
  case sheetJump = "sheet-jump"
  case sheetOwed = "sheet-owed"
  case sheetCheck = "sheet-check"
  case sheetReason = "sheet-reason"
  case sheetApproved = "sheet-approved"
  case sheetWithdrawn = "sheet-withdrawn"
  case sheetHelp = "sheet-help"
  case sheetParting = "sheet-parting"
  case sheetCarried = "sheet-carried"
  case sheetCarriedItem = "sheet-carried-item"
  case sheetSibling = "sheet-sibling"
  case listLoading = "list-loading"
  case listReading = "list-reading"
  case list
  case listEmpty = "list-empty"
  case listNarrowed = "list-narrowed"
  case listUnconfirmed = "list-unconfirmed"
  case listReady = "list-ready"
  case listAll = "list-all"
  case listPlan = "list-plan"
  case listHandedIn = "list-handed-in"
  case listUnreadable = "list-unreadable"
  case listRefused = "list-refused"
  case listHelp = "list-help"
  case listPick = "list-pick"
  case listFind = "list-find"
  case myClass = "my-class"
  case myClassStaff = "my-class-staff"
  case myClassFound = "my-class-found"
  case myClassElsewhere = "my-class-elsewhere"
  case walkText = "walk-text"
  case walkPlace = "walk-place"
  case walkDone = "walk-done"
  case walkHelp = "walk-help"

  /// The page, after those keys.
  func play(_ language: Language = .chinese, _ size: Size = Size(80, 24)) throws -> Classroom {
    switch self {
    case .sheetNew, .sheetHalf, .sheetChoices, .sheetSearch, .sheetWrong, .sheetJump, .sheetOwed, .sheetHelp,
      .sheetParting:
      return try playNew(language, size)
    case .sheetCarried, .sheetCarriedItem, .sheetSibling: return try playTogether(language, size)
    case .sheetCheck, .sheetReason, .sheetApproved, .sheetWithdrawn: return try playStored(language, size)
    case .listLoading, .listReading, .list, .listEmpty, .listNarrowed, .listUnconfirmed, .listReady,
      .listAll, .listPlan, .listHandedIn, .listUnreadable, .listRefused, .listHelp, .listPick, .listFind:
      return try playList(language, size)
    case .myClass, .myClassStaff, .myClassFound, .myClassElsewhere: return try playFirst(language, size)
    case .walkText, .walkPlace, .walkDone, .walkHelp: return try playWalk(language, size)
    }
  }

  /// The next form of the same teacher, or that of a brother or sister.
  private func playTogether(_ language: Language, _ size: Size) throws -> Classroom {
    var teacher = Teacher(
      try Classroom([], language, size: size, at: { _ in CompletionScreen(holder: Classroom.teacher, isFirst: true) }))
    teacher.press(.text("n"))
    _ = try teacher.fills(TenthFormTests.child(1))
    teacher.press(.text(self == .sheetSibling ? "s" : "n"))
    var room = teacher.room
    room.enter("潘小丽")
    if self == .sheetCarriedItem { room.type("2") }
    return room
  }

  private func playNew(_ language: Language, _ size: Size) throws -> Classroom {
    var room = try Classroom.newForm(Classroom.teacher, language, size: size)
    if self == .sheetNew { return room }
    if self == .sheetHelp {
      room.press(.function(1))
      return room
    }
    room.enter("潘小明")
    room.type("CHN1")
    if self == .sheetWrong {
      room.type("441302202203051235")
      room.press(.enter)
      return room
    }
    room.type("\(Child.boy)01004")
    switch self {
    case .sheetHalf:
      room.press(.enter)
      room.enter("广东惠州")
    case .sheetChoices: room.jump(5)
    case .sheetSearch: room.type("hzhc")
    case .sheetJump:
      room.press(.function(6))
      room.type("16")
    case .sheetOwed: room.press(.function(2), .enter, .enter, .up)
    case .sheetParting: room.press(.function(10))
    default: break
    }
    return room
  }

  private func playStored(_ language: Language, _ size: Size) throws -> Classroom {
    var record = try Child.record(without: ["address"])
    switch self {
    case .sheetApproved:
      record = try Child.record()
      record = try Child.after([.handIn, .approve], record)
    case .sheetWithdrawn: record = try Child.after([.withdraw(reason: "搬走了")], record)
    default: break
    }
    let held = try SheetScreenTests.held(record)
    var room = try Classroom([record], language, size: size, at: { SheetScreen(held, $0) })
    switch self {
    case .sheetCheck:
      room.jump(28)
      room.press(.control("u"))
      room.enter("440524198001010031")
      room.press(.function(5))
    case .sheetReason:
      room.enter("示范路")
      room.press(.function(5), .home, .enter)
      room.type("1看过")
    case .sheetApproved:
      room.jump(16)
      room.press(.control("u"))
      room.enter("示范路9号")
    case .sheetWithdrawn: room.type("1")
    default: break
    }
    return room
  }

  private func playList(_ language: Language, _ size: Size) throws -> Classroom {
    let children = self == .listEmpty ? [] : try CompletionScreenTests.children()
    var room = try Classroom(
      children, language, size: size, at: { _ in CompletionScreen(holder: Classroom.teacher) })
    switch self {
    case .listLoading, .listReading:
      room = try Classroom(
        [], language, size: size, at: { _ in CompletionScreen(holder: Classroom.teacher) }, isSlow: true)
      if self == .listReading { room.tell(.work(.reading(done: 400, total: 1_000))) }
    case .listNarrowed: room.type("bbd")
    case .listUnconfirmed: room.type("u")
    case .listReady: room.type("uu")
    case .listAll: room.type("uuu")
    case .listPlan: room.type("h")
    case .listHandedIn:
      room.type("h")
      room.press(.enter)
    case .listUnreadable:
      room.unreadable = [StoreError(.damaged, path: "records/2026-03-02/x.json", detail: "line 3")]
      room.type("uuuu")
    case .listRefused:
      room.refusal = StoreError(.notFound, path: "records/2026-03-02/x.json")
      room.press(.down, .enter)
    case .listHelp: room.press(.function(1))
    case .listPick: room.type("e1")
    case .listFind: room.type("/小")
    default: break
    }
    return room
  }

  private func playFirst(_ language: Language, _ size: Size) throws -> Classroom {
    let holder = self == .myClassStaff ? Classroom.staff : Classroom.teacher
    let children = try MyClassTests.children()
    var room = try Classroom(
      children, language, size: size, at: { _ in CompletionScreen(holder: holder, isFirst: true) })
    switch self {
    case .myClassFound: room.type("小")
    case .myClassElsewhere:
      room.press(.down)
      let child = try #require(room.completion?.list?.current)
      room.tell(.record(.openElsewhere(child.id, by: Classroom.staff.person, since: Classroom.morning)))
      room.press(.enter)
    default: break
    }
    return room
  }

  private func playWalk(_ language: Language, _ size: Size) throws -> Classroom {
    let children = try CompletionScreenTests.children()
    var room = try Classroom(
      children, language, size: size, at: { _ in CompletionScreen(holder: Classroom.teacher) })
    room.type("e")
    room.enter(self == .walkPlace ? "15" : "16")
    switch self {
    case .walkText:
      room.enter("示范路1号")
      room.type("示范")
    case .walkPlace: room.type("441302")
    case .walkDone: for _ in 0..<20 where room.completion?.walk != nil { room.enter("示范路1号") }
    case .walkHelp: room.press(.function(1))
    default: break
    }
    return room
  }
}
