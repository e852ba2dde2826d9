import Foundation
import Standards
import Testing

@testable import Records

@Suite struct SettingsTests {
  let folder: TemporaryFolder
  let store: RecordStore

  init() throws {
    folder = try TemporaryFolder()
    store = RecordStore(path: folder.path, form: try Samples.form())
  }

  @Test func `settings and waits are kept beside keys that nobody knows`() throws {
    try folder.write(
      #"{"format":"xueji-store/1","x":1.50,"settings":{"kindergarten":"旧名","classes":["大一班",{"name":"x"}],"y":2.50}}"#,
      to: "store.json")
    var settings = try store.settings()
    #expect(settings.classes == ["大一班"])
    #expect(settings.wasAsked)
    settings.kindergarten = "示范幼儿园"
    settings.division = "441302"
    try store.save(settings)
    #expect(try store.count(DoorTry(code: nil, desk: "d", at: Samples.stamp(1).at)) == .mayTry)
    #expect(
      try folder.read("store.json") == """
        {
          "door": {
            "codes": {},
            "desks": {
              "d": {
                "failures": 1,
                "since": \(Samples.stamp(1).at.milliseconds),
                "until": 0
              }
            }
          },
          "format": "xueji-store/1",
          "settings": {
            "classes": [
              "大一班",
              {
                "name": "x"
              }
            ],
            "division": "441302",
            "kindergarten": "示范幼儿园",
            "y": 2.50
          },
          "x": 1.50
        }

        """)
    #expect(try store.settings().division == "441302")
    let before = settings
    settings.classes = ["中二班"]
    try store.save(settings, since: before)
    #expect(try store.settings().classes == ["中二班"])
  }

  @Test(arguments: [
    ("{", StoreError.Code.damaged), ("[]", .damaged), ("{}", .damaged), (#"{"format":"xueji-store/2"}"#, .newer),
  ])
  func `a store that this version cannot read is left alone`(text: String, code: StoreError.Code) throws {
    try folder.write(text, to: "store.json")
    let read = #expect(throws: StoreError.self) { try store.settings() }
    #expect(read?.code == code)
    #expect(throws: StoreError.self) { try store.save(Settings()) }
    #expect(try folder.read("store.json") == text)
  }

  // Each failure doubles a wait, 1 s … 5 min.

  @Test func `every failure doubles the wait up to five minutes, success ends it`() {
    var wait = TryDelay()
    #expect(wait.wait(at: 0) == nil)
    var waits: [Int?] = []
    for _ in 0..<12 {
      wait.fail(at: 50_000)
      waits.append(wait.wait(at: 50_000))
    }
    #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
    #expect(wait.wait(at: 349_001) == 1)
    #expect(wait.wait(at: 350_000) == nil)
    // A clock that was set back by years: the wait that is shown is the one that it takes.
    #expect(wait.wait(at: 0) == 300)
    #expect(wait.wait(at: 299_000) == 1)
    #expect(wait.wait(at: 300_000) == nil)
  }

  @Test func `a wait out of a strange file cannot overflow`() {
    var wait = TryDelay(json: ["failures": .int(.max), "until": .int(.min)])
    #expect(wait.wait(at: 1_000) == nil)
    wait.fail(at: 1_000)
    #expect(wait.wait(at: 1_000) == 300)
    var strange = TryDelay(failures: .min, until: .max)
    #expect(strange.wait(at: 1_000) == nil)
  }
}
