import FormModel
import Records
import Terminal

@testable import Desk

/// The screens of the desk that are kept as pictures, each with the keys that lead to it.
enum Scene: String, CaseIterable, Sendable {
  case home
  case homeHelp = "home-help"
  case homeSettingsFailed = "home-settings-failed"
  case teachers
  case settingsName = "settings-name"
  case settingsPlace = "settings-place"
  case settingsClasses = "settings-classes"
  case settingsAgain = "settings-again"
  case settingsHelp = "settings-help"
  case text, choices, number
  case pinyin
  case pinyinRare = "pinyin-rare"
  case pinyinOffer = "pinyin-offer"
  case numberReadBack = "number-read-back"
  case numberWrong = "number-wrong"
  case date
  case searchClosed = "search-closed"
  case searchOpen = "search-open"
  case searchAbolished = "search-abolished"
  case searchNothing = "search-nothing"
  case place, region
  case manyClasses = "many-classes"
  case household
  case householdRegion = "household-region"
  case shared
  case entryDays = "entry-days"
  case addressHead = "address-head"
  case contradiction
  case owedReason = "owed-reason"
  case owedNote = "owed-note"
  case owedDue = "owed-due"
  case owedShown = "owed-shown"
  case unlistedReason = "unlisted-reason"
  case unlistedPaper = "unlisted-paper"
  case jump, help
  case helpCheck = "help-check"
  case checkBlanks = "check-blanks"
  case checkFindings = "check-findings"
  case checkGood = "check-good"
  case checkOwing = "check-owing"
  case asked
  case fillerRelation = "filler-relation"
  case fillerTelephone = "filler-telephone"
  case handedIn = "handed-in"
  case left
  case farewellUnsaved = "farewell-unsaved"
  case comeBack = "come-back"
  case comeBackRefused = "come-back-refused"
  case locked
  case lockedHelp = "locked-help"
  case unsaved
  case notSaved = "not-saved"

  /// The desk, after those keys.
  func play(_ language: Language = .chinese, _ size: Size = Size(80, 24), form: Form? = nil) throws -> Sitting {
    var sitting = try start(language, form)
    sitting.size = size
    switch self {
    case .home, .homeHelp, .homeSettingsFailed, .teachers, .settingsName, .settingsPlace, .settingsClasses,
      .settingsAgain, .settingsHelp:
      playFront(&sitting)
    case .text, .pinyin, .pinyinRare, .pinyinOffer, .choices, .number, .numberReadBack, .numberWrong, .date,
      .manyClasses:
      playItem(&sitting)
    case .searchClosed, .searchOpen, .searchAbolished, .searchNothing, .place, .region: playSearch(&sitting)
    case .household, .householdRegion, .shared, .entryDays, .addressHead, .contradiction: playTogether(&sitting)
    case .owedReason, .owedNote, .owedDue, .owedShown, .unlistedReason, .unlistedPaper: playLater(&sitting)
    case .jump, .help, .helpCheck, .checkBlanks, .checkFindings, .checkGood, .checkOwing, .asked: playCheck(&sitting)
    case .fillerRelation, .fillerTelephone, .handedIn, .left, .farewellUnsaved, .comeBack, .comeBackRefused, .locked,
      .lockedHelp, .unsaved, .notSaved:
      playEnd(&sitting)
    }
    return sitting
  }

  private func start(_ language: Language, _ form: Form?) throws -> Sitting {
    switch self {
    case .shared: return try Sitting(.home, language, form: form)
    case .home, .homeHelp, .teachers, .settingsAgain, .settingsHelp: return try Sitting(.home, language, form: form)
    case .homeSettingsFailed, .settingsName, .settingsPlace, .settingsClasses:
      return try Sitting(.home, language, settings: Settings(), form: form)
    case .comeBack, .comeBackRefused: return try Sitting(.comeBack(code: "K7M4"), language, form: form)
    case .manyClasses:
      var settings = Sitting.kindergarten
      settings.classes = ["小", "中", "大"].flatMap { year in (1...6).map { "\(year)\($0)班" } }
      return try Sitting(.fill(Sitting.identity(0)), language, settings: settings, form: form)
    default: return try Sitting(.fill(Sitting.identity(0)), language, form: form)
    }
  }

  private func playFront(_ sitting: inout Sitting) {
    switch self {
    case .homeHelp: sitting.press(.function(1))
    case .teachers: sitting.type("3")
    case .settingsAgain, .settingsHelp:
      sitting.type("4")
      sitting.press(.enter)
      if self == .settingsHelp { sitting.press(.function(1)) }
    case .settingsPlace:
      sitting.enter("示范幼儿园")
      sitting.type("hcq")
    case .settingsClasses, .homeSettingsFailed:
      sitting.settingsFailure = StoreError(.readOnly, path: "settings.json")
      sitting.enter("示范幼儿园")
      sitting.enter("hcq")
      sitting.type("小一班 中一班")
      if self == .homeSettingsFailed { sitting.enter() }
    default: break
    }
  }

  private func playItem(_ sitting: inout Sitting) {
    switch self {
    case .text: return sitting.type("潘小明")
    case .pinyinOffer: return sitting.type("pan")
    case .pinyin, .pinyinRare:
      sitting.press(.function(4))
      return sitting.type(self == .pinyin ? "pan xiaoming" : "ouyang u5")
    default: break
    }
    sitting.enter("潘小明")
    if self == .choices {
      sitting.press(.function(6))
      return sitting.enter("5")
    }
    sitting.type("1")
    switch self {
    case .number: sitting.type("4413022022")
    case .numberReadBack: sitting.type(Sitting.boy)
    case .numberWrong: sitting.enter("441302202203051263")
    case .date:
      sitting.press(.down, .down)
      sitting.type("220305")
    default:
      sitting.enter(Sitting.boy)
      sitting.enter("hz")
      sitting.enter()
      sitting.fillHome()
    }
  }

  private func playSearch(_ sitting: inout Sitting) {
    sitting.enter("潘小明")
    if self == .searchClosed || self == .region {
      sitting.press(.function(6))
      sitting.enter(self == .searchClosed ? "8" : "5")
      if self == .region { sitting.type("2") }
      return
    }
    sitting.type("1")
    sitting.enter(Sitting.boy)
    sitting.enter("hz")
    sitting.enter()
    switch self {
    case .searchOpen: sitting.type("hz")
    case .searchAbolished: sitting.type("惠阳市")
    case .searchNothing: sitting.type("qqqq")
    default:
      sitting.enter()
      sitting.press(.function(3))
      sitting.type("hcq")
    }
  }

  private func playTogether(_ sitting: inout Sitting) {
    switch self {
    case .shared:
      sitting.type("1")
      sitting.fillAll()
      sitting.handIn()
      sitting.type("n")
      sitting.enter("潘小丽")
    case .household, .householdRegion:
      sitting.enter("潘小明")
      if self == .householdRegion { sitting.type("2") }
    case .contradiction:
      sitting.press(.function(6))
      sitting.enter("3")
      sitting.type("2")
      sitting.press(.function(6))
      sitting.enter("5")
      sitting.enter()
      sitting.enter(Sitting.boy)
    default:
      sitting.fillChild()
      sitting.enter()
      sitting.enter("广东惠州")
      sitting.type("1")
      sitting.enter()
      if self == .entryDays {
        sitting.enter("示范路8号3栋")
        sitting.type("1")
      }
    }
  }

  private func playLater(_ sitting: inout Sitting) {
    sitting.fillChild()
    switch self {
    case .unlistedReason, .unlistedPaper:
      sitting.type("qqqq")
      sitting.press(.enter)
      if self == .unlistedPaper { sitting.type("2龙华区") }
    default:
      sitting.press(.function(2))
      if self == .owedNote { sitting.type("3户口本在老家") }
      if self == .owedDue || self == .owedShown { sitting.type("1") }
      if self == .owedShown { sitting.press(.enter, .up) }
    }
  }

  private func playCheck(_ sitting: inout Sitting) {
    switch self {
    case .jump: sitting.fillChild()
    case .help: break
    case .checkBlanks, .helpCheck: sitting.enter("潘小明")
    case .checkFindings, .asked: fillBadly(&sitting)
    default:
      sitting.fillAll()
      if self == .checkOwing {
        sitting.press(.function(5), .function(6))
        sitting.enter("12")
        sitting.press(.function(2))
        sitting.type("1")
        sitting.press(.enter, .function(5))
      }
    }
    switch self {
    case .jump: sitting.press(.function(6))
    case .help: sitting.press(.function(1))
    case .checkBlanks: sitting.press(.function(5))
    case .helpCheck: sitting.press(.function(5), .function(1))
    case .asked: sitting.press(.home, .down, .enter)
    default: break
    }
  }

  /// A number in the place of the guardian's name, an address without a house number, a blank, and one for later.
  private func fillBadly(_ sitting: inout Sitting) {
    sitting.fillChild()
    sitting.enter()
    sitting.press(.function(2))
    sitting.type("2")
    sitting.enter()
    sitting.type("1")
    sitting.enter()
    sitting.enter("示范路")
    // It is said that the address has no number; a second Enter goes on.
    sitting.enter()
    sitting.enter()
    sitting.fillKindergarten()
    sitting.type("111")
    sitting.enter()
    sitting.type("122")
    sitting.press(.tab)
    sitting.enter("441302199001010029")
    sitting.enter()
    sitting.press(.function(5))
  }

  private func playEnd(_ sitting: inout Sitting) {
    switch self {
    case .comeBack: return sitting.type("20220305")
    case .comeBackRefused: return sitting.enter("20220306")
    case .fillerRelation, .fillerTelephone, .handedIn, .farewellUnsaved: sitting.fillAll()
    default: sitting.fillChild()
    }
    switch self {
    case .fillerRelation: sitting.enter()
    case .fillerTelephone:
      sitting.enter()
      sitting.type("113800000000")
    case .handedIn: sitting.handIn()
    case .left:
      sitting.press(.function(2), .enter, .enter, .function(10))
      sitting.type("1")
      sitting.enter()
    case .locked, .lockedHelp:
      sitting.rest(seconds: 301)
      if self == .lockedHelp { sitting.press(.function(1)) }
    case .notSaved, .unsaved, .farewellUnsaved:
      sitting.failure = StoreError(.full, path: "records", number: 28)
      if self == .farewellUnsaved { return sitting.handIn() }
      sitting.enter()
      if self == .unsaved { sitting.press(.function(10)) }
    default: break
    }
  }
}
