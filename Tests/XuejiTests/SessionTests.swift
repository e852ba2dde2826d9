import Desk
import FormModel
import Records
import Sentences
import Standards
import StoreSupport
import Terminal
import TestSupport
import Testing
import Wording

@testable import Commands

/// The loop itself, on a terminal and a store that do as they are told: what is kept when, and what is said of it.
@Suite(.onOwnThreads) struct SessionTests {
  private static let form = Result { try Form.load(from: .embedded) }
  private let form: Form
  private let store: MemoryStore

  init() throws {
    form = try Self.form.get()
    store = MemoryStore(form: form, settings: Sitdown.kindergarten)
  }

  private func sit(_ start: Desk.Start = .fill(Sitdown.identity(1))) -> Sitdown { Sitdown(start, at: store) }

  private var typed: [String] {
    store.journals(of: Sitdown.morning.date).readings.flatMap(\.events).compactMap { $0["text"]?.string }
  }

  private func value(_ name: String, _ record: Record?) -> String? {
    form.index(of: name).flatMap { record?.answers[$0]?.value }
  }

  // MARK: The journal first

  @Test func `a key is in the journal before the screen shows it`() {
    let word = ["甲", "乙", "丙", "丁"]
    var shown: [Int] = []
    var sitdown = sit()
    sitdown.watch = { [store] canvas in
      let text = canvas.text()
      let count = (0...word.count).last { text.contains(word.prefix($0).joined()) } ?? 0
      let events = store.journals(of: Sitdown.morning.date).readings.flatMap(\.events)
      #expect(events.count >= count, "\(count) keys are on the screen")
      shown.append(count)
    }
    sitdown.steps = [.type(word.joined()), .act { #expect(typed == word) }]
    #expect(sitdown.run())
    #expect(Set(shown).isSuperset(of: 0...4))
  }

  @Test func `a journal that the disk refuses is said at the key, and written as soon as it is taken`() {
    var sitdown = sit()
    sitdown.steps = [
      .type("潘"), .act { [store] in store.fail(.journals, with: StoreError(.full, path: "records")) }, .type("小"),
      .expect { $0.contains("还没存上") }, .act { [store] in store.fail(.journals, with: nil) }, .pass(4_900),
      .expect { $0.contains("还没存上") }, .pass(200),
      .expect { !$0.contains("还没存上") }, .act { #expect(typed == ["潘", "小"]) },
    ]
    #expect(sitdown.run())
  }

  @Test func `what was cut off in a word is offered by the next session, and goes on in its journal`() throws {
    var left: MemoryStore?
    var first = sit()
    first.steps = [.type("潘小"), .act { [store] in left = store.afterKill() }]
    #expect(first.run())
    let store = try #require(left)
    #expect(store.all.isEmpty)
    var second = Sitdown(Sitdown.interrupted(.home, at: store), at: store)
    second.steps = [
      .pass(0), .expect { $0.contains("刚才断了一下") }, .key(.enter), .type("明"), .key(.enter), .saved,
    ]
    #expect(second.run())
    #expect(store.all.map { value("name", $0) } == ["潘小明"])
  }

  // MARK: The record

  @Test func `an item that is left is saved, and its journal goes with the record`() throws {
    var sitdown = sit()
    sitdown.steps = [
      .type("潘小明"), .key(.enter), .saved, .expect { $0.contains("已保存") }, .key(.function(10)), .key(.enter),
    ]
    #expect(sitdown.run())
    let record = try #require(store.all.first)
    #expect(value("name", record) == "潘小明" && store.saves >= 1)
    #expect(store.journals(of: Sitdown.morning.date).readings.isEmpty)
  }

  @Test func `what another desk has saved meanwhile is joined, and neither is lost`() throws {
    let address = try #require(form.index(of: "address"))
    var sitdown = sit()
    sitdown.steps = [
      .type("潘小明"), .key(.enter), .saved,
      .act { [store, form] in
        guard let standing = store.all.first, var theirs = HeldRecord(standing, holder: .staff(name: "王老师")) else {
          return
        }
        theirs.make(
          .answer("演示路 8 号", field: address, source: .told), at: Sitdown.morning, form: form,
          setting: CheckSetting(today: Sitdown.morning.date))
        #expect(throws: Never.self) {
          try store.save(theirs.record, replacing: standing.revision, on: Sitdown.morning.date)
        }
      },
      // The save is refused, and then that of both is made.
      .type("1"), .saved,
    ]
    #expect(sitdown.run())
    let record = try #require(store.all.first)
    #expect(value("name", record) == "潘小明" && value("address", record) == "演示路 8 号")
    #expect(value("nationality", record) == "CHN")
  }

  @Test func `a record that finds its code taken begins anew under another`() throws {
    let identity = Sitdown.identity(1)
    let other = RecordIdentity(id: Sitdown.identity(2).id, code: identity.code)
    let standing = HeldRecord(beginning: other, holder: .staff(name: "王老师"), form: form, at: Sitdown.morning).record
    store.put(standing)
    var sitdown = sit(.fill(identity))
    sitdown.steps = [.type("潘小明"), .key(.enter), .saved]
    #expect(sitdown.run())
    #expect(store.all.count == 2 && Set(store.all.map(\.code)).count == 2)
    #expect(try store.record(id: other.id) == standing)
  }

  // MARK: A disk that fails

  @Test(arguments: [
    StoreError(.full, path: "records", number: 28), StoreError(.locked, path: "records", number: 3, detail: "4711 vm"),
  ])
  func `what a disk refuses is said, kept and tried again every five seconds`(error: StoreError) {
    store.fail(.records, with: error)
    var sitdown = sit()
    sitdown.steps = [
      .type("潘小明"), .key(.enter), .saved, .expect { $0.contains("还没存上") && !$0.contains("已保存") }, .pass(5_000), .saved,
      .expect { $0.contains("还没存上") }, .act { [store] in store.fail(.records, with: nil) }, .pass(4_000),
      .expect { $0.contains("还没存上") }, .pass(1_000), .saved, .expect { $0.contains("已保存") },
    ]
    #expect(sitdown.run())
    #expect(store.all.map { value("name", $0) } == ["潘小明"])
  }

  @Test func `who leaves is asked first, and the program says that it was not saved`() {
    store.fail(.records, with: StoreError(.full, path: "records"))
    var sitdown = sit()
    sitdown.steps = [
      .type("潘小明"), .key(.enter), .saved, .key(.function(10)), .type("1"), .key(.enter), .pass(1_000), .key(.enter),
    ]
    #expect(!sitdown.run())
    #expect(store.all.isEmpty)
    // The journal stays for whoever comes next.
    let left = store.journals(of: Sitdown.morning.date).readings
    #expect(left.contains { value("name", $0.base.record) == "潘小明" })
  }

  // MARK: The archive

  @Test func `the archive of the day is made once the first page has lain untouched for half a minute`() {
    var sitdown = sit(.home)
    sitdown.steps = [
      .pass(29_000), .act { [store] in #expect(store.archives.isEmpty) }, .key(.down), .pass(29_000),
      .act { [store] in #expect(store.archives.isEmpty) }, .pass(1_000),
      .act { [store] in #expect(store.archives.count == 1) }, .pass(60_000),
    ]
    sitdown.run()
    #expect(store.archives.count == 1)
  }

  @Test func `no archive is made over a form, nor while something waits for the disk`() {
    var sitdown = sit()
    sitdown.steps = [.type("潘"), .pass(60_000), .act { [store] in #expect(store.archives.isEmpty) }]
    sitdown.run()
    #expect(store.archives.isEmpty)
  }
}

/// Somebody sits down at a session in a test: what they do, step by step, and what they see.
struct Sitdown {
  enum Step {
    case key(Key)
    case type(String)
    /// The clock goes on by so many milliseconds, and nobody touches a key.
    case pass(Int)
    /// The writer has told what became of all that was left.
    case saved
    case act(() -> Void)
    case expect((String) -> Bool)
  }

  /// 2 March 2026, 09:41:07 in China.
  static let morning = Timestamp(milliseconds: 1_772_415_667_000, offset: 480)
  static let kindergarten = Settings(
    kindergarten: "示范幼儿园", division: "441302", classes: ["小一班"], wasAsked: true)

  static func identity(_ number: UInt64) -> RecordIdentity {
    var generator = Steps(state: number)
    return RecordIdentity(milliseconds: morning.milliseconds, using: &generator)
  }

  private let start: Desk.Start
  private let store: MemoryStore
  var steps: [Step] = []
  var watch: (Canvas) -> Void = { _ in }

  init(_ start: Desk.Start, at store: MemoryStore) { (self.start, self.store) = (start, store) }

  private static func context(_ store: MemoryStore) -> DeskContext {
    DeskContext(
      forms: store.forms, wording: Wording(.chinese), settings: (try? store.settings()) ?? Settings(), now: morning)
  }

  /// What a session would begin with on this store.
  static func interrupted(_ start: Desk.Start, at store: MemoryStore) -> Desk.Start {
    Session<ScriptedTerminal, MemoryStore>.interrupted(start, store, context(store))
  }

  /// Goes through the steps until the terminal is lost, or whoever sits there leaves; whether everything is saved then.
  @discardableResult
  func run() -> Bool {
    final class Script {
      var events: [Step] = []
      var now = Sitdown.morning
      var screen = ""
      /// How often the writer may still have to wake the session until all is saved.
      var wakes = 0
    }
    let script = Script()
    script.events = steps.flatMap { step -> [Step] in
      if case .type(let text) = step { return text.unicodeScalars.map { .key(.text($0)) } }
      return [step]
    }
    func advance(_ milliseconds: Int) {
      script.now = Timestamp(milliseconds: script.now.milliseconds + milliseconds, offset: script.now.offset)
    }
    var terminal = ScriptedTerminal(size: Size(80, 24), events: [])
    terminal.watch = { canvas in
      script.screen = canvas.text()
      watch(canvas)
    }
    terminal.meanwhile = { _ in
      // What was left may be saved in two trips to the disk, or in one: each of them wakes the session.
      if script.wakes > 0, script.screen.contains(words(of: CommonPhrase.saving)) {
        script.wakes -= 1
        return .wake
      }
      script.wakes = 0
      while !script.events.isEmpty {
        switch script.events.removeFirst() {
        case .key(let key):
          advance(50)
          return .key(key)
        case .pass(let milliseconds):
          advance(milliseconds)
          return .tick
        case .saved:
          script.wakes = 4
          return .wake
        case .act(let body): body()
        case .expect(let isSo): #expect(isSo(script.screen), "\n\(script.screen)")
        case .type: break
        }
      }
      return nil
    }
    var session = Session(
      start, store: store, terminal: terminal, Self.context(store), person: Person(role: .guardian, name: "desk"),
      clock: { script.now })
    return session.loop()
  }
}
