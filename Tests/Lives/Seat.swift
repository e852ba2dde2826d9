import Foundation
import Sentences
import Terminal
import TestSupport
import Wording

/// Somebody at a desk of their own: the program on a terminal, started as this person starts it.
final class Seat {
  /// What is open; it decides how a person goes on after the machine died.
  enum Place {
    case nowhere
    /// A family's form: whoever sits there says what only the family knows.
    case form(secret: String)
    /// The sheet of somebody who came in by the door, and is offered it there again.
    case sheet
    /// A page that holds nothing which is typed, and can be opened anew.
    case list
  }

  let name: String
  private let life: Life
  private var arguments: [String] = []
  private(set) var session: TerminalSession?
  private(set) var place = Place.nowhere
  private var opening = ""

  init(_ name: String, _ life: Life) {
    self.name = name
    self.life = life
  }

  func open(_ arguments: [String], shows text: String, as place: Place) throws {
    self.arguments = arguments
    opening = text
    self.place = place
    session = try life.start(arguments + ["--as", name])
    try session?.waitFor(text)
  }

  /// Does one thing after the other; in a form the machine may die after each.
  func perform(_ strokes: [Stroke]) throws {
    for stroke in strokes {
      guard let session else { throw Life.Lost("\(name) has no page open") }
      guard try stroke.hides != nil || isNew(stroke.shows, session) else {
        throw Life.Lost("“\(stroke.shows)” stands there before the key:\n" + session.screen().joined(separator: "\n"))
      }
      if let first = stroke.keys.first { try session.tap(first) }
      for key in stroke.keys.dropFirst() { session.send(key) }
      if let hides = stroke.hides { try session.waitUntilGone(hides) }
      try session.waitFor(stroke.shows)
      switch place {
      case .form, .sheet: if life.diesNow() { try dieAndGoOn() }
      case .list, .nowhere: break
      }
    }
  }

  /// Where the person is now, after a key that led to another kind of page.
  func isAt(_ place: Place) { self.place = place }

  /// Whether the page does not say this yet; what is only half drawn may still have it from the page before.
  private func isNew(_ text: String, _ session: TerminalSession) throws -> Bool {
    func isThere() -> Bool { session.screen().contains { $0.contains(text) } }
    if isThere() { _ = try settledPage(session) }
    return !isThere()
  }

  /// The machine dies; whoever sat there starts the program again and finds the page.
  func dieAndGoOn(finds text: String? = nil) throws {
    guard let session else { return }
    let before = try settledPage(session)
    session.signal(SIGKILL)
    _ = try session.exitStatus()
    switch place {
    case .nowhere: self.session = nil
    case .list:
      let again = try life.start(arguments + ["--as", name])
      try again.waitFor(text ?? opening)
      self.session = again
    case .sheet:
      let again = try life.start(arguments + ["--as", name])
      try again.waitFor(opening)
      self.session = again
      place = .nowhere
      try perform([Stroke.door, .signIn(Kindergarten.teacher, pin: Kindergarten.pin)])
      try again.waitFor("接着填")
      try perform([Stroke([.enter], shows: words(of: GuidedPhrase.resumed))])
      place = .sheet
      // The last rows have what was said about the item, and now say what happened.
      let items = before.prefix(Self.sheetRows)
      try again.wait("show the sheet again that was there:\n" + before.joined(separator: "\n")) {
        Self.page($0).prefix(Self.sheetRows) == items
      }
    case .form(let secret):
      // A form that was opened with its code is found by it again.
      let again = try life.start(arguments + ["--as", name])
      try again.waitFor(arguments.count == 1 ? words(of: HomePhrase.interruptedTitle) : opening)
      for key in Stroke.text(secret) + [.enter] { again.send(key) }
      try again.wait("show the page again that was there:\n" + before.joined(separator: "\n")) {
        // What is said once, wherever somebody has gone on to, is not said there again: the list of findings has it.
        zip(Self.page($0), before).allSatisfy { $0 == $1 || $1.contains(words(of: GuidedPhrase.numberKnown)) }
      }
      self.session = again
    }
  }

  /// Once the child's name or birth date is known, that is what is asked for.
  func isAsked(for secret: String) { place = .form(secret: secret) }

  /// What is shown is finished: nothing of it has to be found again.
  func isDone() { place = .nowhere }

  private static let sheetRows = 15

  /// Presses a key that counts only after a moment's rest, until this is shown.
  func press(_ key: Key, until text: String) throws {
    guard let session else { throw Life.Lost("\(name) has no page open") }
    try session.pressAtRest(key) { $0.screen().contains { $0.contains(text) } }
  }

  /// Leaves by this key, as often as it takes: the page with the code counts no key before a moment's rest.
  func leave(by key: Key = .function(10)) throws {
    guard let session else { return }
    place = .nowhere
    let end = TerminalSession.now() + TerminalSession.longestWait
    while !session.hasEnded, TerminalSession.now() < end {
      let before = session.screen()
      try session.pressAtRest(key) { $0.hasEnded || $0.screen() != before }
    }
    _ = try session.exitStatus()
    self.session = nil
  }

  /// The page once nothing of it is on its way any more.
  private func settledPage(_ session: TerminalSession) throws -> [String] {
    var last: [String] = []
    var since = TerminalSession.now()
    try session.wait("come to rest") { session in
      let now = Self.page(session)
      // On a busy machine a page may stand half drawn for a moment.
      if now != last || !session.isAtRest { (last, since) = (now, TerminalSession.now()) }
      return TerminalSession.now() - since > 0.06
    }
    return last
  }

  /// The page without the clock in its title, without the line that says that it was put up again, and without the count
  /// of what is filled in, which another desk may have changed meanwhile.
  private static func page(_ session: TerminalSession) -> [String] {
    session.screen()[2..<22].filter { !$0.contains("已填") }
  }
}
