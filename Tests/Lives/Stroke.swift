import Sentences
import Terminal
import Wording

/// One thing that a person wants of a page: the keys, and what shows that it came about.
///
/// The table of keys: a page that changes, changes one line here.
struct Stroke {
  var keys: [Key]
  var shows: String
  /// What has gone by then; where nil, what is shown was not there before.
  var hides: String?

  init(_ keys: [Key], shows: String, hides: String? = nil) {
    self.keys = keys
    self.shows = shows
    self.hides = hides
  }

  static func text(_ text: String) -> [Key] { text.unicodeScalars.map { .text($0) } }
}

// MARK: The form of a family

extension Stroke {
  static let oneWarning = "请看看 1"
  static let acceptWarning = [
    Stroke([.enter], shows: words(of: CheckPhrase.warningYes)), Stroke([.text("1")], shows: "交表"),
  ]
  static let handIn = Stroke([.enter], shows: words(of: CheckPhrase.fillerTitle))
  static let mother = Stroke([.text("1")], shows: words(of: CheckPhrase.telephoneHint))
  static let noTelephone = [Key.enter]
  static let thanks = "交好了"
  static let leaveForm = Stroke([.function(10)], shows: "请记下取件码")
  static let check = Stroke([.function(5)], shows: "交表")
  static let nextChild = Key.text("n")

  /// An item, answered on the guided page; `next` is what is asked then.
  static func answer(_ said: Said, next: String) -> [Stroke] {
    switch said {
    case .text(let text): [Stroke(Self.text(text) + [.enter], shows: next)]
    case .household(let numbers, _):
      numbers.enumerated().map { index, number in
        Stroke(Self.text(String(number)), shows: index + 1 < numbers.count ? "是哪个地区的孩子" : next)
      }
    case .headed(let text): [Stroke(Self.text(text) + [.enter], shows: next)]
    case .together, .read: []
    case .typed(let typed, _): [Stroke(Self.text(typed) + [.enter], shows: next)]
    case .choice(let number, _): [Stroke(Self.text("\(number)"), shows: next)]
    case .offered, .shared: [Stroke([.enter], shows: next)]
    case .passed: [Stroke([.tab], shows: next)]
    case .later:
      [
        Stroke([.function(2)], shows: words(of: OwedPhrase.ask)),
        Stroke([.text("1")], shows: words(of: OwedPhrase.dueTitle)),
        Stroke([.enter], shows: next),
      ]
    case .unlisted:
      [
        Stroke([.function(3), .up], shows: "▸ \(words(of: GuidedPhrase.notInTable))"), Stroke([.enter], shows: "是哪一种"),
        Stroke([.text("2")], shows: words(of: OwedPhrase.paperSays)), Stroke(text("还没上户口") + [.enter], shows: next),
      ]
    }
  }

  /// To an item of the form, by its number.
  static func go(_ item: Item) -> [Stroke] {
    [
      Stroke([.function(6)], shows: words(of: GuidedPhrase.jumpPrompt)),
      Stroke(text("\(item.number)") + [.enter], shows: item.asks, hides: words(of: GuidedPhrase.jumpPrompt)),
    ]
  }
}

// MARK: The work room

extension Stroke {
  static let door = Stroke([.text("3")], shows: "您是谁")
  static func signIn(_ name: String, pin: String) -> Stroke {
    Stroke(text(name) + [.enter] + text(pin) + [.enter], shows: "\(name)，您好")
  }
  static let menu = Stroke([.text("m")], shows: words(of: WorkPhrase.menuNewForm))
  static let completion = Stroke([.text("2")], shows: "补录 · ")
  static let unconfirmed = Stroke([.text("u")], shows: "补录 · 待确认")
  static let back = Key.function(10)

  /// To one child of the list of the review, which is opened.
  static func open(_ name: String) -> [Stroke] {
    [
      Stroke([.text("/")], shows: words(of: ReviewPhrase.searchHint)),
      Stroke(text(name) + [.enter], shows: "查找“\(name)” 1 份"),
      Stroke([.enter], shows: "审核 · \(name)"),
    ]
  }

  static let waiting = Key.text("w")
  static let approve = [
    Stroke([.text("a")], shows: words(of: ReviewRecordPhrase.approveTitle)), Stroke([.enter], shows: "通过了。"),
  ]
  static func sendBack(_ item: Item, _ question: String) -> [Stroke] {
    [
      Stroke([.text("r")], shows: words(of: ReviewRecordPhrase.returnTitle)),
      Stroke(text("\(item.number)") + [.enter], shows: words(of: ReviewRecordPhrase.returnText)),
      Stroke(text(question) + [.enter], shows: words(of: ReviewRecordPhrase.returnAgain)),
      Stroke([.enter], shows: "退回了"),
    ]
  }
  static func withdraw(_ reason: String) -> [Stroke] {
    [
      Stroke([.text("x")], shows: words(of: ReviewRecordPhrase.causeTitle)),
      Stroke([.text("2")], shows: words(of: ReviewRecordPhrase.withdrawTitle)),
      Stroke(text(reason) + [.enter], shows: "撤回了。"),
    ]
  }
  static func reinstate(_ reason: String) -> [Stroke] {
    [
      Stroke([.text("x")], shows: words(of: ReviewRecordPhrase.reinstateTitle)),
      Stroke(text(reason) + [.enter], shows: "恢复了。"),
    ]
  }
  static func takeProposal(_ reason: String) -> [Stroke] {
    [
      Stroke([.text("g")], shows: "2 不采用"), Stroke([.text("1")], shows: "根据什么"),
      Stroke(text(reason) + [.enter], shows: "采用了"),
    ]
  }
  /// Of two children with one number this one's is wrong.
  static let wrongNumber = [
    Stroke([.text("d")], shows: "一人多籍？两份并排看"), Stroke([.text("2")], shows: words(of: ReviewRecordPhrase.returnText)),
    Stroke([.enter], shows: words(of: ReviewRecordPhrase.returnTitle)), Stroke([.enter], shows: "退回了"),
  ]
}
