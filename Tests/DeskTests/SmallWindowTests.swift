import Terminal
import Testing

@testable import Desk

/// A window that is too small for the page: nobody types into what they cannot see.
@Suite struct SmallWindowTests {
  static let sizes = [Size(59, 24), Size(80, 19), Size(20, 5)]

  @Test(arguments: sizes)
  func `keys and pastes do not reach the page that is hidden`(_ size: Size) throws {
    let desk = try Sitting().desk
    for event in [Event.key(.text("2")), .key(.enter), .key(.escape), .key(.function(2)), .key(.tab), .paste("潘")] {
      #expect(desk.heard(event, size: size) == nil)
      #expect(desk.heard(event, size: Size(60, 20)) == event)
    }
  }

  /// The questions that a page asks before it is left could not be read either.
  @Test(arguments: [Key.function(10), .control("x")])
  func `F10 leaves at once, and what was typed is saved`(_ key: Key) throws {
    var sitting = try Sitting()
    sitting.type("潘小明")
    sitting.size = Size(40, 10)
    #expect(sitting.shows("F10"))
    sitting.send(try #require(sitting.desk.heard(.key(key), size: sitting.size)))
    #expect(sitting.hasLeft && sitting.stored.count == 1)
  }

  @Test func `a kiosk is not left from a small window either, and does not say so`() throws {
    var visit = try Visit(.home, isKiosk: true)
    let size = Size(40, 10)
    #expect(visit.desk.heard(.key(.function(10)), size: size) == nil)
    #expect(!visit.screen(size).text().contains("F10"))
    visit.send(.resize(Size(80, 24)))
    #expect(visit.desk.heard(.key(.function(10)), size: Size(80, 24)) == .key(.function(10)))
  }

  @Test(arguments: [Event.resize(Size(80, 24)), .tick, .terminate, .lost, .key(.control("l"))])
  func `everything that is no typing arrives`(_ event: Event) throws {
    #expect(try Sitting().desk.heard(event, size: Size(40, 10)) == event)
  }
}
