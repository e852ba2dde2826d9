import FormModel
import Records
import Standards
import Terminal

@testable import Desk
@testable import Wording

/// Somebody comes to the desk as a teacher or staff member: keys and news in, effects and whole screens out.
struct Visit {
  private(set) var desk: Desk
  private(set) var context: DeskContext
  /// Everything the desk asked for, in order.
  private(set) var effects: [Effect] = []

  /// 2 March 2026, 09:41:07 in China.
  static let morning = Timestamp(milliseconds: 1_772_415_667_000, offset: 480)
  static let kindergarten = Settings(
    kindergarten: "示范幼儿园", division: "441302", classes: ["中二班", "大一班"], wasAsked: true)

  init(
    _ start: Desk.Start = .home, _ language: Language = .chinese, isKiosk: Bool = false,
    settings: Settings = Self.kindergarten
  ) throws {
    let form = try Form.load(from: .embedded)
    context = DeskContext(form: form, wording: Wording(language), settings: settings, now: Self.morning)
    desk = Desk(start, person: Person(role: .guardian, name: "desk"), isKiosk: isKiosk, context)
  }

  /// At the door, come from the first page.
  static func door(_ language: Language = .chinese, isKiosk: Bool = false) throws -> Visit {
    var visit = try Visit(.home, language, isKiosk: isKiosk)
    visit.press(.text("3"))
    return visit
  }

  /// Let in at the door.
  static func entered(_ holder: Authority, isKiosk: Bool = false) throws -> Visit {
    var visit = try door(isKiosk: isKiosk)
    visit.hear(.door(.entered(holder)))
    return visit
  }

  /// What the page asked for, without what every page looks up.
  var asked: [Effect] {
    effects.filter { effect in
      switch effect {
      case .recall, .list, .count, .readSettings, .keepTyping: false
      default: true
      }
    }
  }

  mutating func send(_ event: Event) { effects += desk.update(.event(event), context).map(\.effect) }

  mutating func press(_ keys: Key...) {
    for key in keys { send(.key(key)) }
  }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { press(.text(scalar)) }
  }

  mutating func hear(_ news: News) { effects += desk.update(.news(news), context).map(\.effect) }

  mutating func pass(milliseconds: Int) {
    context.now = Timestamp(milliseconds: context.now.milliseconds + milliseconds, offset: context.now.offset)
  }

  func screen(_ size: Size = Size(80, 24)) -> Canvas { desk.draw(size: size, context) }

  var isHome: Bool { desk.page is HomeScreen }
  var isAtWork: Bool { desk.layers.contains { ($0.page as? CompletionScreen)?.isFirst ?? ($0.page is WorkMenuScreen) } }
}
