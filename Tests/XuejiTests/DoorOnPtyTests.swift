import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// Who is who, on a real terminal: accounts, the door, the kiosk, suspending, and what is left on the screen.
@Suite(.serialized, .onOwnThreads) struct DoorOnPtyTests {
  typealias Store = DeskOnPtyTests.Store

  private let xueji: String
  /// Kept as long as the test, whose programs work in it.
  private let store = Store()

  init() throws { xueji = try BuiltProgram.path("xueji") }

  private func run(_ arguments: String..., input: String = "") throws -> BuiltProgram.Outcome {
    try BuiltProgram.run([xueji] + arguments + ["--store", store.path], input: Data(input.utf8))
  }

  private func start(_ arguments: String...) throws -> TerminalSession {
    try TerminalSession(
      command: [xueji] + arguments + ["--store", store.path], environment: ["LOGNAME": "desk"])
  }

  /// A shell on a terminal, with the program as `$X` and the store in its environment.
  private func shell() throws -> TerminalSession {
    let session = try TerminalSession(
      command: ["/bin/bash", "--norc", "--noprofile", "-i"],
      environment: ["LOGNAME": "desk", "X": xueji, "XUEJI_STORE": store.path, "PS1": "ready> ", "HISTFILE": ""])
    try session.waitFor("ready>")
    return session
  }

  /// A store that knows its kindergarten and a staff member.
  private func prepare() throws {
    try Director.add(to: store)
    let settings = #"{"format":"xueji-store/1","settings":{"kindergarten":"示范幼儿园"}}"#
    try Data(settings.utf8).write(to: URL(fileURLWithPath: store.path + "/store.json"))
  }

  private func file() throws -> String { try String(contentsOfFile: store.path + "/people.json", encoding: .utf8) }

  // MARK: Accounts

  @Test func `an account is made, listed, given another PIN and removed by commands`() throws {
    let added = try run(
      "people", "add", " 李 老师", "--role", "teacher", "--class", "中二班", "大一班", "--as", "园长", input: "284913\n")
    #expect(added.status == 0)
    #expect(added.text == "已添加：李老师\n")
    #expect(try run("people").rows == [["李老师", "teacher", "中二班 大一班", "active"]])
    #expect(try file().contains("园长"))
    #expect(try run("people", "add", "李老师", "--role", "staff", input: "284913\n").status == 65)
    #expect(try run("people", "pin", "李老师", input: "28491\n").status == 65)
    #expect(try run("people", "pin", "李老师", input: "555123").status == 0)
    #expect(try run("people", "remove", "李老师").status == 0)
    #expect(try run("people", "list").rows == [["李老师", "teacher", "中二班 大一班", "removed"]])
    #expect(try run("people", "remove", "李老师").status == 65)
    #expect(try !file().contains("284913") && !file().contains("555123"))
  }

  @Test(arguments: ["", " ", "李\u{1B}[31m", "李\t老师", "李\u{202E}"])
  func `a name with control characters, or none, is refused harmlessly`(name: String) throws {
    let outcome = try run("people", "add", name, "--role", "staff", input: "284913\n")
    #expect(outcome.status == 64)
    #expect(!outcome.errors.contains("\u{1B}"))
    #expect(try run("people").rows.isEmpty)
  }

  @Test func `somebody else's folder is refused`() throws {
    // Only root can give a folder away; whoever else runs the tests finds folders of root's everywhere.
    let isRoot = geteuid() == 0
    if isRoot {
      try FileManager.default.createDirectory(atPath: store.path, withIntermediateDirectories: true)
      #expect(chown(store.path, 65534, 65534) == 0)
    }
    let path = isRoot ? store.path : "/usr"
    let outcome = try BuiltProgram.run([xueji, "people", "--store", path])
    #expect(outcome.status == 77)
  }

  @Test func `at a terminal the PIN is asked for twice and never shown`() throws {
    let session = try start("people", "add", "王主任", "--role", "staff")
    let before = session.modesBefore
    try session.waitFor("新密码")
    session.send("28491x")
    session.send([0x7F])
    session.send("3\r")
    try session.waitFor("再输一遍")
    session.send("284913\r")
    #expect(try session.exitStatus() == 0)
    #expect(!String(decoding: session.output, as: UTF8.self).contains("2849"))
    #expect(session.modes == before || session.modes == "gone")
    #expect(try run("people").rows == [["王主任", "staff", "", "active"]])
  }

  @Test(arguments: [("284913\r284914\r", 65), ("12\r", 65), ("2849\u{3}", 130), ("\u{4}", 130)])
  func `two PINs that differ, a short one, or second thoughts change nothing`(typed: String, status: Int) throws {
    let session = try shell()
    session.send("\"$X\" people add 王主任 --role staff\r")
    try session.waitFor("新密码")
    for part in typed.split(separator: "\r", omittingEmptySubsequences: false) where !part.isEmpty {
      session.send(String(part))
      if typed.contains("\r") { session.send("\r") }
      if part == "284913" { try session.waitFor("再输一遍") }
    }
    // What was typed before the shell asks again is thrown away, so that no PIN ends up in its history.
    try session.wait("come back to the shell") { $0.screen().count { $0.hasPrefix("ready>") } == 2 }
    session.send("echo \"ended $?\"\r")
    try session.waitFor("ended \(status)")
    #expect(!FileManager.default.fileExists(atPath: store.path + "/people.json"))
  }

  // MARK: The door

  @Test func `staff come in by name and PIN, after a wait for a wrong one`() throws {
    try prepare()
    let session = try start("home")
    try Director.enter(session, pin: "284914")
    try session.waitFor(words(of: DoorPhrase.refused))
    let end = TerminalSession.now() + TerminalSession.longestWait
    repeat {
      session.send("284913")
      try session.waitFor("******")
      session.send(.enter)
      try session.wait("answer") { $0.screen().contains { $0.contains("请等") || $0.contains("您好") } }
    } while session.screen().contains { $0.contains("请等") } && TerminalSession.now() < end
    try session.waitFor("王主任，您好")
    session.send(.function(10))
    try session.waitFor("欢迎")
    session.send(.function(10))
    #expect(try session.exitStatus() == 0)
    #expect(!String(decoding: session.output, as: UTF8.self).contains("284913"))
  }

  @Test func `a new form that was cut off before it was saved is offered to whoever began it`() throws {
    try prepare()
    let session = try start("home")
    try Director.enter(session)
    try session.waitFor("王主任，您好")
    session.send("m")
    try session.waitFor(words(of: WorkPhrase.menuNewForm))
    session.send("1")
    try session.waitFor("▸ 1 ○")
    session.send("潘小")
    try session.waitFor("潘小")
    session.signal(SIGKILL)
    _ = try session.exitStatus()
    let again = try start("home")
    try Director.enter(again)
    try again.waitFor("接着填：（没写姓名）")
    #expect(!again.screen().contains { $0.contains("潘小") })
    again.send("g")
    try again.waitFor(words(of: GuidedPhrase.resumed))
    again.send("明")
    try again.waitFor("潘小明")
    again.send(.function(10))
    try again.waitFor("取件码")
    try again.pressAtRest(.function(10)) { $0.screen().contains { $0.contains("王主任，您好") } }
    #expect(!again.screen().contains { $0.contains("接着填") })
    again.send(.function(10))
    try again.waitFor("欢迎")
    again.send(.function(10))
    #expect(try again.exitStatus() == 0)
    #expect(try store.value("name") == "潘小明")
  }

  @Test func `a store whose file is broken meanwhile does not lift the wait`() throws {
    try prepare()
    let session = try start("home")
    try session.waitFor("欢迎")
    try Data("not JSON".utf8).write(to: URL(fileURLWithPath: store.path + "/store.json"))
    session.send("2")
    try session.waitFor(words(of: HomePhrase.comeBackCode))
    session.send("K7M4")
    session.send(.enter)
    try session.waitFor(label(of: "birth_date"))
    session.send("20220305")
    session.send(.enter)
    try session.waitFor("没有找到")
    // Every failure doubles the wait, so that on the slowest machine one of these falls into it.
    try session.wait("ask for patience") { session in
      session.send(.enter)
      return session.screen().contains { $0.contains("请等") }
    }
    session.send(.function(10))
    try session.waitFor("欢迎")
    session.send(.function(10))
    #expect(try session.exitStatus() == 0)
  }

  @Test func `without an account the door says what to do at a shell`() throws {
    let session = try start("home", "--kiosk")
    try session.waitFor("欢迎")
    session.send("3")
    try session.waitFor("xueji people add 姓名 --role staff")
  }

  // MARK: Kiosk

  @Test(arguments: [["--kiosk"], ["home", "--kiosk"]])
  func `at a kiosk no key and no interrupt leads out`(arguments: [String]) throws {
    try prepare()
    let session = try TerminalSession(
      command: [xueji] + arguments + ["--store", store.path], environment: ["LOGNAME": "desk"])
    try session.waitFor("欢迎")
    #expect(!session.screen().contains { $0.contains("离开") || $0.contains("设置") })
    for key in [Key.function(10), .control("x"), .control("c"), .control("z"), .control("\\"), .control("d")] {
      session.send(key)
    }
    for signal in [SIGINT, SIGQUIT, SIGTSTP] { session.signal(signal) }
    try Director.enter(session)
    try session.waitFor("王主任，您好")
    session.send(.control("z"))
    session.send(.function(10))
    try session.waitFor("欢迎")
    session.signal(SIGTERM)
    _ = try session.exitStatus()
    #expect(session.isGivenBack)
  }

  // MARK: Suspended

  @Test func `staff suspend to a shell that shows nothing of the desk, and come back`() throws {
    try prepare()
    let session = try shell()
    session.send("\"$X\"\r")
    try Director.enter(session)
    try session.waitFor("王主任，您好")
    session.send(.control("z"))
    try session.waitFor("Stopped")
    // Not isGivenBack: the shell brackets pastes itself.
    let sent = String(decoding: session.output, as: UTF8.self)
    #expect(sent.components(separatedBy: "\u{1B}[?1049h").last?.contains("\u{1B}[?1049l") == true)
    #expect(!session.screen().contains { $0.contains("王主任") || $0.contains("补录") })
    session.send("stty -a | grep -o ' icanon'; fg\r")
    try session.waitFor("王主任，您好")
    #expect(!session.screen().contains { $0.contains("Stopped") })
    session.send(.function(10))
    try session.waitFor("欢迎")
    session.send(.function(10))
    try session.waitFor("Stopped")
    // The shell's own screen is as it was, its cursor behind its prompt.
    session.send("echo done\r")
    try session.wait("go on below") { $0.screen().contains("done") }
    #expect(session.screen().contains { $0.contains(" icanon") })
  }

  @Test func `where no shell could continue it the desk goes on`() throws {
    try prepare()
    // The leader of a session has nobody who could say fg.
    let session = try start("home")
    try Director.enter(session)
    try session.waitFor("王主任，您好")
    session.send(.control("z"))
    session.send(.function(10))
    try session.waitFor("欢迎")
  }

  @Test func `a stop from outside is not obeyed by a family's form, and one that cannot be refused is mended`() throws {
    let session = try start("fill")
    try session.waitFor(label(of: "name"))
    session.signal(SIGTSTP)
    session.send("潘小明")
    try session.waitFor("潘小明")
    session.signal(SIGSTOP)
    session.resize(Size(100, 30))
    session.signal(SIGCONT)
    try session.wait("draw the form for the new window") { session in
      session.screen().contains { $0.contains("潘小明") } && session.screen()[29].contains("F10")
    }
  }

  // MARK: What is left

  @Test func `nothing of a record is left on the screen or in the scrollback`() throws {
    let session = try shell()
    session.send("seq 100 160\r")
    try session.wait("count") { $0.screen().contains("160") }
    session.send("\"$X\" fill\r")
    try session.waitFor(label(of: "name"))
    session.send("潘小明")
    try session.waitFor("潘小明")
    session.send(.enter)
    try session.waitFor(DeskOnPtyTests.household)
    session.send(.up)
    try session.waitFor("潘小明")
    session.send(.function(10))
    try session.waitFor("谁在填")
    session.send(.function(10))
    try session.waitFor(words(of: CheckPhrase.leaveTitle))
    try session.leaveCode()
    try session.wait("leave") { $0.screen().contains("160") }
    session.send("echo left\r")
    try session.wait("go on") { $0.screen().contains("left") }
    // The test sees what is scrolled away.
    #expect(session.scrollback.contains("100"))
    for line in session.screen() + session.scrollback {
      #expect(!line.contains("潘") && !line.contains("取件码") && !line.contains("姓名"), "\(line)")
    }
  }
}
