import StoreSupport
import Terminal

@testable import Desk

/// Whoever sits at a desk in a test: keys in, whole screens out.
///
/// Records are kept in a store in memory; what else answers the desk's effects is each driver's own.
protocol DeskDriver {
  var desk: Desk { get }
  var context: DeskContext { get }
  var size: Size { get }
  var memory: MemoryStore { get }
  /// Whether the desk has ended the program.
  var hasLeft: Bool { get set }
  /// The page whose request is being performed.
  var asker: PageID? { get set }
  /// Everything the desk asked for, in order.
  var effects: [Effect] { get set }
  /// What the desk makes of an event where Chinese is typed with letters.
  mutating func compose(_ event: Event) -> [Event]
  /// Hands the desk what happened, and performs what it asks for.
  mutating func take(_ input: Input)
  mutating func perform(_ effect: Effect)
  mutating func pass(milliseconds: Int)
}

extension DeskDriver {
  // MARK: What the person does

  mutating func send(_ event: Event) {
    for event in compose(event) {
      for step in desk.steps(of: event, size: size, context) { take(.event(step)) }
    }
  }

  mutating func tell(_ news: News) { take(.news(news)) }

  mutating func press(_ keys: Key...) {
    for key in keys {
      // The page with the code takes no key at once: nobody presses one so soon, and who does is tried by itself.
      if isAtCode { pass(milliseconds: 1_000) }
      send(.key(key))
    }
  }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { press(.text(scalar)) }
  }

  /// Types something, perhaps nothing, and presses Enter.
  mutating func enter(_ text: String = "") {
    type(text)
    press(.enter)
  }

  mutating func paste(_ text: String) { send(.paste(text)) }

  private var isAtCode: Bool { desk.page is FarewellScreen || (desk.page as? SheetScreen)?.cover == .parting }

  // MARK: The store

  /// Performs what pages ask; the answers go to whoever asked.
  mutating func perform(_ requests: [Request]) {
    effects += requests.map(\.effect)
    for request in requests {
      let before = asker
      asker = request.page
      perform(request.effect)
      asker = before
    }
  }

  // MARK: What the person sees

  var canvas: Canvas { desk.draw(size: size, context) }
  var screen: String { canvas.text() }

  func shows(_ text: String) -> Bool { screen.contains(text) }
}
