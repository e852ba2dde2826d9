import Foundation
import Sentences
import TestSupport
import Testing
import Wording

/// The staff member of the tests on a real terminal: how the account is made, and how the door is passed.
enum Director {
  static let name = "王主任"
  static let pin = "284913"

  static func add(to store: DeskOnPtyTests.Store) throws {
    let arguments = ["people", "add", name, "--role", "staff", "--store", store.path]
    #expect(try Xueji.run(arguments, input: "\(pin)\n").status == 0)
  }

  /// From the first page to the Enter behind the PIN.
  static func enter(_ session: TerminalSession, pin: String = pin) throws {
    try session.waitFor("欢迎")
    session.send("3")
    try session.waitFor("您是谁")
    session.send(name)
    session.send(.enter)
    session.send(pin)
    try session.waitFor(String(repeating: "*", count: pin.count))
    session.send(.enter)
  }

  /// From there to the menu.
  static func openMenu(_ session: TerminalSession) throws {
    try session.waitFor("\(name)，您好")
    session.send("m")
    try session.waitFor(words(of: WorkPhrase.menuNewForm))
  }
}
