import Foundation
import Standards
import Testing

@testable import Records

/// Accounts and their file: who may enter, and what the file keeps.
@Suite struct PeopleTests {
  let folder: TemporaryFolder
  let store: RecordStore
  let stamp = Samples.stamp(by: Person(role: .staff, name: "园长"))

  init() throws {
    folder = try TemporaryFolder()
    store = RecordStore(path: folder.path, form: try Samples.form())
  }

  private func add(_ name: String, _ kind: Account.Kind, classes: [String] = [], pin: String = "284913") throws {
    let account = try #require(Account(name: name, kind: kind, classes: classes))
    #expect(try store.add(account, pin: try #require(PIN(pin)), stamp) == nil)
  }

  private func enter(_ name: String, _ pin: String, at milliseconds: Int = 1_000_000) throws -> Entrance {
    try store.enter(name: name, pin: pin, at: milliseconds)
  }

  // MARK: The file

  @Test func `an account is kept closed to others, with a hash and never a PIN`() throws {
    try add("李老师", .teacher, classes: ["中二班", " 大一班 "])
    let account = try #require(try store.accounts().first)
    #expect(account.classes == ["中二班", "大一班"])
    #expect(account.authority == .teacher(name: "李老师", classes: ["中二班", "大一班"]))
    #expect(account.changed == stamp)
    #expect(try folder.mode("people.json") == 0o600)
    let text = try folder.read("people.json")
    #expect(text.contains("\"format\": \"xueji-people/1\""))
    #expect(text.contains("$y$"))
    #expect(!text.contains("284913"))
    #expect(try folder.names() == ["people.json"])
  }

  @Test func `what nobody knows stays as it was written`() throws {
    let unknown = #"{"name":"赵园长","role":"director","x":1.50}"#
    try folder.write(
      """
      {"format":"xueji-people/1","y":2.50,"people":[\(unknown),
       {"name":"李老师","role":"teacher","classes":["中二班"],"z":[1.0],"wait":{"failures":3,"until":7}}]}
      """, to: "people.json")
    #expect(try store.accounts().map(\.name) == ["李老师"])
    #expect(try store.setPIN(try #require(PIN("284913")), of: "李老师", stamp) == nil)
    let json = try JSONValue.parse(Array(try folder.read("people.json").utf8))
    #expect(json["y"] == .number("2.50"))
    #expect(json["people"]?.array?.first == (try JSONValue.parse(Array(unknown.utf8))))
    let account = try #require(json["people"]?.array?.last)
    #expect(account["z"] == .array([.number("1.0")]))
    // A new PIN is a fresh start.
    #expect(account["wait"] == nil)
    #expect(account["disabled"] == nil)
  }

  @Test(arguments: [
    ("{", StoreError.Code.damaged), ("[]", .damaged), (#"{"format":"xueji-store/1"}"#, .damaged),
    (#"{"format":"xueji-people/2"}"#, .newer),
  ])
  func `a file that this version cannot read opens no door and is left alone`(
    text: String, code: StoreError.Code
  ) throws {
    try folder.write(text, to: "people.json")
    let error = #expect(throws: StoreError.self) { try enter("李老师", "284913") }
    #expect(error?.code == code)
    #expect(throws: StoreError.self) { try add("李老师", .teacher) }
    #expect(try folder.read("people.json") == text)
  }

  @Test func `accounts are neither read nor written through a symbolic link`() throws {
    let elsewhere = try TemporaryFolder()
    try elsewhere.write(#"{"format":"xueji-people/1","people":[]}"#, to: "people.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/people.json", withDestinationPath: elsewhere.path + "/people.json")
    #expect(throws: StoreError.self) { try store.accounts() }
    #expect(throws: StoreError.self) { try add("李老师", .teacher) }
    #expect(try elsewhere.read("people.json") == #"{"format":"xueji-people/1","people":[]}"#)
  }

  @Test func `two desks that add at once lose nobody`() async throws {
    let path = folder.path
    let form = store.forms.form
    let stamp = stamp
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...8 {
        group.addTask {
          let other = RecordStore(path: path, form: form)
          let account = try #require(Account(name: "老师\(number)", kind: .teacher))
          let problem = try other.add(account, pin: #require(PIN("284913")), stamp)
          #expect(problem == nil)
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(try store.accounts().map(\.name)) == Set((1...8).map { "老师\($0)" }))
  }

  // MARK: Names and PINs

  @Test(arguments: [
    ("李老师", "李老师"), (" 李 老师 ", "李老师"), ("李　老师", "李老师"), ("Ｍary  Li", "Mary Li"),
    ("买买提.艾力", "买买提·艾力"), ("", nil), ("　", nil), ("李\u{1B}老师", nil), ("李\n老师", nil), ("李\u{202E}老师", nil),
    (String(repeating: "长", count: 61), nil),
  ])
  func `a name is what it says, however it was typed, and never a control character`(typed: String, name: String?) {
    #expect(Account.name(typed) == name)
    #expect((Account(name: typed, kind: .staff) == nil) == (name == nil))
  }

  @Test(arguments: [
    ("284913", true), ("28491300000", true), ("２８４９１３", true), ("284 913", true), ("28491", false), ("", false),
    ("28491a", false), ("２８４９１", false), ("٢٨٤٩١٣", false), (String(repeating: "1", count: 65), false),
  ])
  func `a PIN has at least six digits and nothing else`(typed: String, isPIN: Bool) {
    #expect((PIN(typed) != nil) == isPIN)
  }

  @Test func `a PIN is hashed with yescrypt and a salt of its own`() throws {
    let pin = try #require(PIN("284913"))
    let hashes = try (0..<2).map { _ in try #require(pin.hashed()) }
    // crypt(5): $y$, the parameters of cost 5, 16 random bytes, 32 of the hash.
    for hash in hashes { #expect(hash.hasPrefix("$y$j9T$") && hash.utf8.count == 73) }
    #expect(hashes[0] != hashes[1])
    #expect(pin.matches(hashes[0]))
    #expect(try #require(PIN("２８４９１３")).matches(hashes[1]))
    #expect(!(try #require(PIN("284914")).matches(hashes[0])))
    for broken in [nil, "", "x", "$y$", "*0", "*1", String(hashes[0].dropLast()), hashes[0] + "x"] {
      #expect(!pin.matches(broken), "\(broken ?? "nil")")
    }
  }

  // MARK: The door

  @Test func `the right name and PIN open the door, however they were typed`() throws {
    try add("李老师", .teacher, classes: ["中二班"])
    try add("王主任", .staff, pin: "7700415")
    #expect(try enter(" 李 老师", "２８４９１３") == .open(.teacher(name: "李老师", classes: ["中二班"])))
    #expect(try enter("王主任", "7700415") == .open(.staff(name: "王主任")))
    #expect(try enter("王主任", "284913") == .refused)
  }

  /// Each failure doubles a wait, 1 s … 5 min, kept in the store.
  @Test(arguments: ["李老师", "没有这个人", "停用的人"])
  func `every wrong try waits longer, whether anybody has the name or not`(name: String) throws {
    try add("李老师", .teacher)
    try add("停用的人", .staff)
    #expect(try store.disable("停用的人", stamp) == nil)
    var now = 1_000_000
    var waits: [Int] = []
    for _ in 0..<11 {
      #expect(try enter(name, "000000", at: now) == .refused)
      // Another desk, started later, waits as long.
      let other = RecordStore(path: folder.path, form: store.forms.form)
      guard case .wait(let seconds) = try other.enter(name: name, pin: "284913", at: now) else {
        Issue.record("no wait")
        return
      }
      waits.append(seconds)
      now += seconds * 1_000
    }
    #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
    // Nobody else waits for it.
    try add("王主任", .staff)
    #expect(try enter("王主任", "284913", at: now) == .open(.staff(name: "王主任")))
  }

  @Test func `a right PIN ends the wait, and one that is too short counts as wrong`() throws {
    try add("李老师", .teacher)
    #expect(try enter("李老师", "1", at: 0) == .refused)
    #expect(try enter("李老师", "284913", at: 999) == .wait(seconds: 1))
    #expect(try enter("李老师", "284913", at: 1_000) == .open(.teacher(name: "李老师", classes: [])))
    #expect(try enter("李老师", "000000", at: 1_001) == .refused)
    #expect(try enter("李老师", "000000", at: 1_002) == .wait(seconds: 1))
  }

  @Test func `invented names fill no disk and are not written down`() throws {
    for number in 0..<210 { #expect(try enter("名\(number)", "1", at: number * 1_000) == .refused) }
    let json = try JSONValue.parse(Array(try folder.read("people.json").utf8))
    #expect(json["strangers"]?.object?.count == 200)
    #expect(!(try folder.read("people.json").contains("名")))
  }

  @Test func `whoever was removed enters no more, and comes back with another PIN`() throws {
    try add("李老师", .teacher, classes: ["中二班"])
    #expect(try store.disable("李老师", stamp) == nil)
    #expect(try store.accounts().first?.isDisabled == true)
    #expect(try !store.hasAccounts())
    #expect(try enter("李老师", "284913") == .refused)
    #expect(try store.disable("李老师", stamp) == .notFound)
    #expect(try store.setPIN(try #require(PIN("284913")), of: "李老师", stamp) == .notFound)
    try add("李老师", .staff, pin: "555123")
    #expect(try enter("李老师", "555123", at: 9_000_000) == .open(.staff(name: "李老师")))
    #expect(try store.accounts().count == 1)
    let again = try #require(Account(name: "李 老师", kind: .staff))
    #expect(try store.add(again, pin: try #require(PIN("284913")), stamp) == .exists)
  }

  // MARK: What an account opens

  @Test(arguments: [("中二班", true), ("大一班", false), (nil, true)] as [(String?, Bool)])
  func `a teacher who entered is handed the records of the own classes and of none`(
    className: String?, isHanded: Bool
  ) throws {
    try add("李老师", .teacher, classes: ["中二班"])
    try add("王主任", .staff)
    var record = Samples.record(store.forms.form)
    record.contact.className = className
    guard case .open(let teacher) = try enter("李老师", "284913"), case .open(let staff) = try enter("王主任", "284913")
    else {
      Issue.record("not let in")
      return
    }
    #expect((HeldRecord(record, holder: teacher) != nil) == isHanded)
    #expect(teacher.maySee(record) == isHanded)
    #expect(HeldRecord(record, holder: staff) != nil)
  }
}
