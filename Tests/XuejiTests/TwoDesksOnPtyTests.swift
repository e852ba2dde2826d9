import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// Two desks on one folder, each a program on a terminal of its own.
@Suite(.serialized, .onOwnThreads) struct TwoDesksOnPtyTests {
  typealias Store = DeskOnPtyTests.Store

  private let desk = DeskOnPtyTests()
  private static let openElsewhere = "也开着这张表（潘女士"

  /// A family's record, left at the blood type; its code.
  private func prepare(_ store: Store) throws -> String {
    let family = try desk.start(store, ["fill", "--as", "潘女士"])
    try desk.fillChild(family)
    try end(family)
    return try #require(try store.records().first?["code"] as? String)
  }

  private func open(_ store: Store, _ code: String, as name: String) throws -> TerminalSession {
    let session = try desk.start(store, ["fill", code, "--as", name])
    try session.waitFor(label(of: "birth_date"))
    session.send("20220305")
    session.send(.enter)
    try session.waitFor(label(of: "birthplace"))
    return session
  }

  /// Sits at the address, and types at it.
  private func type(_ address: String, at session: TerminalSession) throws {
    try go(session, to: "16", until: label(of: "address"))
    try desk.type(address, session)
  }

  /// Ends a desk as a shutdown does.
  private func end(_ session: TerminalSession) throws {
    session.signal(SIGTERM)
    #expect(try session.exitStatus() == 0)
  }

  /// Goes to an item by its number.
  private func go(_ session: TerminalSession, to item: String, until label: String) throws {
    session.send(.function(6))
    try session.waitFor(words(of: GuidedPhrase.jumpPrompt))
    session.send(item)
    session.send(.enter)
    // The panel names every item.
    try session.waitUntilGone(words(of: GuidedPhrase.jumpPrompt))
    try session.waitFor(label)
  }

  @Test func `different items changed at two desks are both kept, and each is told of the other`() throws {
    let store = Store()
    let code = try prepare(store)
    let one = try open(store, code, as: "潘女士")
    try type("示范路8号", at: one)
    let two = try open(store, code, as: "潘先生")
    try two.waitFor(Self.openElsewhere)
    try go(two, to: "12", until: label(of: "native_place"))
    try desk.type("广东惠州", two)
    two.send(.enter)
    try two.wait("save it") { _ in (try? store.value("native_place")) == "广东惠州" }
    one.send(.enter)
    try one.waitFor(words(of: GuidedPhrase.joined))
    try one.wait("save it too") { _ in (try? store.value("address")) == "示范路8号" }
    for session in [one, two] {
      try end(session)
    }
    #expect(try store.value("address") == "示范路8号")
    #expect(try store.value("native_place") == "广东惠州")
  }

  @Test(arguments: [("1", "示范路8号"), ("2", "演示路9号")])
  func `of one item changed at two desks a person chooses, who sees both with who and when`(
    choice: String, kept: String
  ) throws {
    let store = Store()
    let code = try prepare(store)
    let one = try open(store, code, as: "潘女士")
    try type("示范路8号", at: one)
    let two = try open(store, code, as: "潘先生")
    try type("演示路9号", at: two)
    two.send(.enter)
    try two.waitFor("已保存")
    try two.wait("save the address") { _ in (try? store.value("address")) == "演示路9号" }
    one.send(.enter)
    try one.waitFor("留哪一个")
    try one.waitFor("潘先生  ")
    let screen = one.screen()
    for text in ["这里填的：示范路8号", "那边填的：演示路9号", "潘女士  ", "潘先生  "] {
      #expect(screen.contains { $0.contains(text) }, "\(text) in \(screen)")
    }
    one.send(choice)
    try one.waitUntilGone("留哪一个")
    try one.waitFor("已保存")
    try end(one)
    #expect(try store.value("address") == kept)
    try end(two)
    // What two had typed is its own; nothing that it did not change is taken back.
    #expect(try store.value("address") == kept)
  }

  @Test func `staff are told who has a form open, and get what a family left half typed under its name`() throws {
    let store = Store()
    let code = try prepare(store)
    let family = try open(store, code, as: "潘女士")
    try type("示范路8", at: family)

    let staff = try desk.start(store, ["review", "--as", "王老师"])
    try staff.waitFor("审核")
    try end(staff)
    let sheet = try desk.start(store, ["sheet", code, "--as", "王老师"])
    try sheet.waitFor(Self.openElsewhere)
    try end(sheet)

    family.signal(SIGKILL)
    _ = try family.exitStatus()
    let again = try desk.start(store, ["sheet", code, "--as", "王老师"])
    try again.waitFor("示范路8")
    try end(again)
    let answers = try #require(try store.records().first?["answers"] as? [String: [String: Any]])
    let address = try #require(answers["address"])
    #expect(address["value"] as? String == "示范路8")
    #expect(address["source"] as? String == "told")
    #expect((address["by"] as? [String: Any])?["name"] as? String == "潘女士")
    #expect((address["by"] as? [String: Any])?["role"] as? String == "guardian")
    #expect(store.journal.isEmpty, "the dead session's journal is taken over")
  }

  @Test func `a dead desk's claim is taken over, and what another has saved meanwhile stays`() throws {
    let store = Store()
    let code = try prepare(store)
    let dead = try open(store, code, as: "潘女士")
    try type("示范路8", at: dead)
    let other = try open(store, code, as: "潘先生")
    try go(other, to: "12", until: label(of: "native_place"))
    try desk.type("广东惠州", other)
    other.send(.enter)
    try other.wait("save it") { _ in (try? store.value("native_place")) == "广东惠州" }
    try end(other)
    dead.signal(SIGKILL)
    _ = try dead.exitStatus()

    let next = try desk.start(store, ["fill", code])
    try next.waitFor(label(of: "birth_date"))
    next.send("20220305")
    next.send(.enter)
    try next.waitFor("示范路8")
    next.send("号")
    next.send(.enter)
    try next.wait("save it") { _ in (try? store.value("address")) == "示范路8号" }
    #expect(try store.value("native_place") == "广东惠州")
  }
}
