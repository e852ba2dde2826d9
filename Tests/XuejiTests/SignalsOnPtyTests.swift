import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// Whatever ends or stops the program from outside: what was typed is kept, and the terminal is given back.
@Suite(.serialized, .onOwnThreads) struct SignalsOnPtyTests {
  typealias Store = DeskOnPtyTests.Store

  private let desk = DeskOnPtyTests()

  @Test func `an interrupt from outside saves and ends a family's form, as it ends other programs`() throws {
    let store = Store()
    let session = try desk.start(store)
    try session.waitFor(label(of: "name"))
    let before = session.modesBefore
    try desk.type("潘小明", session)
    session.signal(SIGINT)
    #expect(try session.exitStatus() == 0)
    #expect(session.isGivenBack)
    #expect(session.modes == before)
    #expect(try store.value("name") == "潘小明")
  }

  @Test(arguments: ["< /dev/null", "<&-", "< <(echo)", "> >(cat)"])
  func `where keys or the screen are no terminal it says so and touches nothing`(redirection: String) throws {
    let store = Store()
    let session = try TerminalSession(
      command: ["/bin/bash", "-c", "\"$X\" fill \(redirection); echo \"ended $?\""],
      environment: ["X": try BuiltProgram.path("xueji"), "XUEJI_STORE": store.path])
    try session.waitFor("ended 69")
    #expect(session.screen().first?.contains(words(of: TerminalPhrase.noTerminal)) == true)
    #expect(session.isGivenBack && !session.output.contains(0x1B))
    #expect(!FileManager.default.fileExists(atPath: store.path))
  }

  @Test(arguments: [SIGSEGV, SIGKILL, SIGABRT])
  func `a crash loses nothing, a word half typed included`(signal: Int32) throws {
    let store = Store()
    let session = try desk.start(store)
    try session.waitFor(label(of: "name"))
    try desk.type("潘小明", session)
    try desk.enter(session, until: DeskOnPtyTests.household)
    session.send(.function(6))
    try session.waitFor(words(of: GuidedPhrase.jumpPrompt))
    session.send("8")
    try desk.enter(session, until: label(of: "nationality"))
    try desk.type("zhongg", session)
    session.signal(signal)
    #expect(try session.exitStatus() == 128 + Int(signal))
    // Nobody can catch SIGKILL: the terminal is then the shell's to mend.
    if signal != SIGKILL {
      #expect(session.isGivenBack)
      #expect(session.modes == session.modesBefore)
    }
    let again = try desk.start(store)
    try again.waitFor(words(of: HomePhrase.interruptedTitle))
    #expect(!again.screen().contains { $0.contains("潘") || $0.contains("zhongg") })
    try desk.type("潘小明", again)
    try desk.enter(again, until: "zhongg")
  }

  @Test func `what was cut off is shown to nobody who does not know it`() throws {
    let store = Store()
    let session = try desk.start(store)
    try desk.fillChild(session)
    session.signal(SIGKILL)
    _ = try session.exitStatus()
    let again = try desk.start(store)
    try again.waitFor(words(of: HomePhrase.interruptedTitle))
    again.send(.enter)
    again.send("20220306")
    again.send(.enter)
    try again.wait("take the last one") { $0.screen().contains { $0.contains("✗") } }
    #expect(!again.screen().contains { $0.contains("潘") || $0.contains("441302") || $0.contains("血型") })
  }

  @Test func `a number without a name is not offered to whoever presses Enter`() throws {
    let store = Store()
    let session = try desk.start(store)
    try session.waitFor(label(of: "name"))
    session.send(.function(6))
    try session.waitFor(words(of: GuidedPhrase.jumpPrompt))
    session.send("16")
    session.send(.enter)
    try session.waitFor(label(of: "address"))
    try desk.type("示范路8号", session)
    session.signal(SIGKILL)
    _ = try session.exitStatus()
    let again = try desk.start(store)
    try again.waitFor(label(of: "name"))
    #expect(!again.screen().contains { $0.contains(words(of: HomePhrase.interruptedTitle)) || $0.contains("示范路") })
    // It is not lost: whoever looks after the store brings it back.
    let mended = try BuiltProgram.run([BuiltProgram.path("xueji"), "doctor", "--repair", "--store", store.path])
    #expect(mended.text.contains("合进了登记"))
    #expect(try store.value("address") == "示范路8号")
  }

  @Test func `no signal that nobody asked for ends or stops a kiosk`() throws {
    let store = Store()
    let session = try desk.start(store, ["--kiosk"])
    try session.waitFor(words(of: HomePhrase.fill))
    session.send("1")
    try session.waitFor(label(of: "name"))
    let signals = [
      SIGUSR1, SIGUSR2, SIGALRM, SIGTTIN, SIGTTOU, SIGVTALRM, SIGPROF, SIGIO, SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT,
      SIGTSTP,
      SIGCHLD, SIGURG, SIGCONT, SIGWINCH,
    ]
    var name = ""
    for (number, signal) in signals.enumerated() {
      session.signal(signal)
      name += String(number % 10)
      session.send(String(number % 10))
      try session.waitFor(name)
    }
    print("signals sent to a kiosk: \(signals.count), ended or stopped by them: 0")
    session.signal(SIGTERM)
    #expect(try session.exitStatus() == 0 && session.isGivenBack)
    #expect(try store.value("name") == name)
  }

  @Test func `a family at a shell is not ended by a stray signal either`() throws {
    let store = Store()
    let session = try desk.start(store)
    try session.waitFor(label(of: "name"))
    for signal in [SIGUSR1, SIGUSR2, SIGALRM] { session.signal(signal) }
    try desk.type("潘小明", session)
  }

  // MARK: Stopped

  /// A shell with the program as its job, and the program's process.
  private func job(
    _ arguments: String, _ store: Store
  ) throws -> (session: TerminalSession, process: () throws -> pid_t) {
    let note = "\(store.path)-pid"
    let session = try TerminalSession(
      command: ["/bin/bash", "--norc", "--noprofile", "-i"],
      environment: [
        "LOGNAME": "desk", "X": try BuiltProgram.path("xueji"), "XUEJI_STORE": store.path, "PS1": "ready> ",
        "HISTFILE": "", "NOTE": note,
      ])
    try session.waitFor("ready>")
    session.send("sh -c 'echo $$ > \"$NOTE\"; exec \"$X\" \(arguments)'\r")
    return (
      session,
      {
        let text = try String(contentsOfFile: note, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        try? FileManager.default.removeItem(atPath: note)
        return try #require(pid_t(text))
      }
    )
  }

  @Test func `staff who are stopped from outside find their line again`() throws {
    let store = Store()
    let family = try desk.start(store)
    try desk.fillChild(family)
    family.signal(SIGTERM)
    _ = try family.exitStatus()
    let code = try #require(try store.records().first?["code"] as? String)

    let (session, process) = try job("sheet \(code) --as 王老师", store)
    try session.waitFor("出生所在地")
    try desk.type("huich", session)
    let pid = try process()
    kill(pid, SIGTSTP)
    try session.waitFor("Stopped")
    #expect(!session.screen().contains { $0.contains("潘小明") || $0.contains("huich") })
    session.send("fg\r")
    try session.waitFor("huich")
    kill(pid, SIGTERM)
    try session.waitFor("ready>")
  }

  @Test func `a family is not led to a shell by a stop from outside`() throws {
    let store = Store()
    let (session, process) = try job("fill", store)
    try session.waitFor(label(of: "name"))
    let pid = try process()
    kill(pid, SIGTSTP)
    try desk.type("潘小明", session)
    #expect(!session.screen().contains { $0.contains("Stopped") })
    kill(pid, SIGTERM)
    try session.wait("save the name") { _ in (try? store.records().isEmpty) == false }
    #expect(try store.value("name") == "潘小明")
  }
}
