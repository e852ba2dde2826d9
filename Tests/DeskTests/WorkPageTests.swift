import FormModel
import Records
import Standards
import Terminal
import TestSupport
import Testing

@testable import Desk

/// The pages of reviewing, whole, as they are drawn.
@Suite struct WorkPageTests {
  enum Picture: String, CaseIterable, Sendable {
    case waiting = "review-waiting"
    case day = "review-day"
    case search = "review-search"
    case filter = "review-filter"
    case plan = "review-plan"
    case outcome = "review-outcome"
    case nothing = "review-nothing"
    case help = "review-help"
    case lists = "review-lists"
    case strays = "review-strays"
    case export = "review-export"
    case exported = "review-exported"
    case record = "record-findings"
    case recordItems = "record-items"
    case recordDuplicate = "record-duplicate"
    case recordClean = "record-clean"
    case refused = "record-refused"
    case approve = "record-approve"
    case sendBack = "record-return"
    case history = "record-history"
    case proposals = "record-proposals"
    case print = "record-print"
    case printed = "record-printed"
    case printTaken = "day-close-print-taken"
    case readBackFamily = "read-back-family"
    case readBackTeacher = "read-back-teacher"
    case readBackHow = "read-back-how"
    case readBackWhich = "read-back-which"
    case readBackWrong = "read-back-wrong"
    case readBackHandIn = "read-back-hand-in"
    case close = "day-close"
    case slip = "day-close-slip"
    case approvedFamily = "guided-approved"
    case menuStaff = "menu-staff"
    case printClass = "print-class"
    case printKind = "print-kind"
    case printFile = "print-file"
    case codes = "class-codes"
    case codeAsked = "class-code-asked"
    case backup = "backup"
    case backupDone = "backup-done"
    case numbers = "numbers"
    case importFile = "import-file"
    case importFolder = "import-folder"
    case importColumns = "import-columns"
    case importItem = "import-item"
    case importPlan = "import-plan"
    case importHelp = "import-help"
    case giving = "giving"
    case givingHelp = "giving-help"
    case givingItem = "giving-item"
    case givingValue = "giving-value"
    case givingPlan = "giving-plan"
    case givingTold = "giving-told"
    case givingTakenBack = "giving-taken-back"

    func play(_ language: Language, _ size: Size = Size(80, 24), form: Form? = nil) throws -> WorkDesk {
      var desk = try WorkDesk.day(language, form: form)
      desk.size = size
      switch self {
      case .waiting, .day, .search, .filter, .plan, .outcome, .nothing, .help, .lists, .strays, .export, .exported:
        try playList(&desk)
      case .record, .recordItems, .recordDuplicate, .recordClean, .refused, .approve, .sendBack, .history, .proposals,
        .print, .printed:
        try playRecord(&desk)
      case .readBackFamily: desk.comeBack(try desk.child("买买提·艾力"))
      case .readBackTeacher, .readBackHow, .readBackWhich, .readBackWrong, .readBackHandIn: try playReadBack(&desk)
      case .close, .slip, .printTaken:
        desk.sit(DayCloseScreen(holder: WorkDesk.staff))
        if self == .printTaken {
          desk.printProblem = .notWritten(StoreError(.exists, path: "补交单-20150128.html"))
          desk.press(.text("p"), .enter)
        }
        if self == .slip { desk.press(.enter) }
      case .approvedFamily: desk.comeBack(try desk.child("欧阳明月"))
      case .menuStaff: desk.sit(WorkMenuScreen(holder: WorkDesk.staff))
      case .printClass, .printKind, .printFile:
        desk.sit(PrintScreen(holder: WorkDesk.staff))
        if self != .printClass { desk.type("3") }
        if self == .printFile { desk.type("1") }
      case .codes, .codeAsked:
        desk.change { $0.classCodes = ["中二班": "BJ0102"] }
        desk.sit(ClassCodesScreen(holder: WorkDesk.staff))
        if self == .codeAsked { desk.press(.down, .enter) }
      case .importFile, .importFolder, .importColumns, .importItem, .importPlan, .importHelp: playImport(&desk)
      case .giving, .givingHelp, .givingItem, .givingValue, .givingPlan, .givingTold, .givingTakenBack:
        try playGiving(&desk)
      case .backup, .backupDone, .numbers:
        desk.sit(FileScreen(self == .numbers ? .numbers : .backup, holder: WorkDesk.staff, desk.context))
        if self != .backup { desk.type("/media/usb") }
        if self == .backupDone { desk.press(.enter) }
      }
      return desk
    }

    private func playImport(_ desk: inout WorkDesk) {
      desk.sit(ImportScreen(holder: WorkDesk.staff, desk.context))
      if self == .importFile { return }
      desk.enter("/media/usb")
      if self == .importFolder { return }
      desk.press(.enter)
      switch self {
      case .importItem: desk.press(.down, .down, .enter)
      case .importPlan: desk.type("i")
      case .importHelp: desk.press(.function(1))
      default: break
      }
    }

    private func playList(_ desk: inout WorkDesk) throws {
      desk.hasTeachers = self != .strays
      desk.review(self == .nothing ? SummaryFilter(search: "没有这个人") : .waiting)
      switch self {
      case .day: desk.enter("d20150128")
      case .search: desk.enter("/小")
      case .filter: desk.type("f3")
      case .plan, .outcome:
        desk.press(.home, .text(" "), .text(" "), .text(" "), .text("a"))
        if self == .outcome { desk.press(.enter) }
      case .help: desk.press(.function(1))
      case .lists: desk.type("l")
      case .strays: desk.type("l7")
      case .export: desk.type("e")
      case .exported:
        desk.enter("d20150128")
        desk.press(.text("e"), .enter)
      default: break
      }
    }

    private func playRecord(_ desk: inout WorkDesk) throws {
      switch self {
      case .recordDuplicate: try desk.open(try desk.child("𠮷田小满"))
      case .recordClean, .sendBack: try desk.open(try desk.child("王小雨"))
      case .approve:
        let child = try desk.child("买买提·艾力")
        let waiting = child.unconfirmedFields
        try desk.make(
          [.confirm(fields: waiting, how: .telephone, who: "艾力先生（父亲）")], on: child, as: WorkDesk.teacher)
        try desk.open(child)
      case .proposals:
        let child = try desk.child("欧阳明月")
        try desk.make([.propose("演示路 9 号", field: desk.field("address"))], on: child, as: WorkDesk.mother)
        try desk.open(child)
      case .history: try desk.open(try desk.child("林一一"))
      default: try desk.open(try desk.child("买买提·艾力"))
      }
      switch self {
      case .recordItems: desk.press(.pageDown)
      case .recordDuplicate: desk.type("d")
      case .refused, .approve: desk.type("a")
      case .sendBack:
        desk.type("r")
        desk.enter("16")
        desk.enter("缺门牌号")
      case .history: desk.type("h")
      case .proposals: desk.type("g")
      case .print: desk.type("p")
      case .printed:
        desk.type("p")
        desk.press(.enter)
      default: break
      }
    }

    private func playGiving(_ desk: inout WorkDesk) throws {
      desk.sit(GivingScreen(holder: WorkDesk.staff, filter: SummaryFilter()))
      if self == .giving { return }
      if self == .givingHelp { return desk.press(.function(1)) }
      desk.press(.enter)
      if self == .givingItem { return }
      let field = try desk.field("entry_date")
      for _ in 0..<(GivingScreen.items(desk.context).firstIndex(of: field) ?? 0) { desk.press(.down) }
      desk.press(.enter)
      if self == .givingValue { return }
      desk.type("20170901")
      if self == .givingPlan { return desk.press(.down, .down) }
      // One is replaced, and somebody changes it before it is taken back.
      desk.press(.text("m"), .enter)
      guard self == .givingTakenBack else { return }
      let child = try desk.child("潘小明")
      try desk.make([.answer("2014-09-01", field: field, source: .told)], on: child, as: WorkDesk.teacher)
      desk.type("z")
    }

    private func playReadBack(_ desk: inout WorkDesk) throws {
      if self == .readBackWrong || self == .readBackHandIn {
        let number = self == .readBackWrong ? ["id_number": "441302201103051230"] : [:]
        let child = try desk.add(
          "陈一", sequence: 8, minutes: 60, by: WorkDesk.teacher, changing: number, until: .draft)
        try desk.readBack(child, as: WorkDesk.teacher)
        guard self == .readBackHandIn else { return }
        desk.type("31")
        desk.enter("陈女士（母亲）")
        return
      }
      try desk.readBack(try desk.child("买买提·艾力"), as: WorkDesk.teacher)
      switch self {
      case .readBackHow: desk.enter("11")
      case .readBackWhich: desk.type("2")
      default: break
      }
    }
  }

  static let sizes = [Size(80, 24), Size(132, 40), Size(60, 20)]

  @Test(arguments: Picture.allCases, sizes)
  func `every page is as it was looked at`(_ picture: Picture, _ size: Size) throws {
    let desk = try picture.play(.chinese, size)
    GoldenScreen.check(desk.canvas, "\(picture.rawValue)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: Picture.allCases)
  func `every page reads in English too`(_ picture: Picture) throws {
    let desk = try picture.play(.english, Size(80, 24))
    GoldenScreen.check(desk.canvas, "\(picture.rawValue)-english-80x24")
  }

  @Test(arguments: Picture.allCases, Language.allCases)
  func `a form whose fields are called otherwise is the same at work`(_ picture: Picture, _ language: Language) throws {
    let name = language == .english ? "\(picture.rawValue)-english" : picture.rawValue
    GoldenScreen.check(try picture.play(language, form: WorkDesk.renamedForm.get()).canvas, "\(name)-80x24")
  }
}
