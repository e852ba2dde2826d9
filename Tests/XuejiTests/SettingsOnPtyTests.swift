import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

extension DeskOnPtyTests {
  @Test func `settings that cannot be written are said on the screen`() throws {
    let store = Store()
    let session = try start(store, [])
    try session.waitFor(words(of: HomePhrase.setupName))
    // A file where the folder should come to be: nobody, not even root, can write below it.
    try Data().write(to: URL(fileURLWithPath: store.path))
    try type("示范幼儿园", session)
    try enter(session, until: words(of: HomePhrase.setupPlace))
    try enter(session, until: "有哪些班")
    try enter(session, until: words(of: HomePhrase.settingsFailed))
    try session.waitFor(words(of: HomePhrase.fill))
    #expect(session.screen().contains { $0.contains("示范幼儿园") })
    session.send(.function(10))
    #expect(try session.exitStatus() == 0)
    #expect(session.isGivenBack)
  }
}
