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
    var wait = ComingBack()
    wait.fail(at: 1_000)
    try store.save(wait)
    #expect(
      try folder.read("store.json") == """
        {
          "coming_back": {
            "failures": 1,
            "until": 2000
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
    #expect(try store.comingBack() == wait)
    #expect(try store.settings().division == "441302")
    settings.classes = ["中二班"]
    try store.save(settings)
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
    var wait = ComingBack()
    #expect(wait.wait(at: 0) == nil)
    var waits: [Int?] = []
    for _ in 0..<12 {
      wait.fail(at: 50_000)
      waits.append(wait.wait(at: 50_000))
    }
    #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
    #expect(wait.wait(at: 349_001) == 1)
    #expect(wait.wait(at: 350_000) == nil)
    // A clock that was set back by years.
    #expect(wait.wait(at: 0) == 300)
    wait.succeed()
    #expect(wait == ComingBack())
  }

  @Test func `where a desk and its store have counted, the longer wait holds`() {
    var (here, kept) = (ComingBack(), ComingBack())
    for _ in 0..<3 { here.fail(at: 1_000) }
    kept.fail(at: 9_000)
    for both in [here.stricter(kept), kept.stricter(here)] {
      #expect(both == ComingBack(failures: 3, until: 10_000))
    }
    #expect(here.stricter(ComingBack()) == here)
  }

  @Test func `a wait out of a strange file cannot overflow`() throws {
    try folder.write(
      #"{"format":"xueji-store/1","coming_back":{"failures":9223372036854775807,"until":-9223372036854775808}}"#,
      to: "store.json")
    var wait = try store.comingBack()
    #expect(wait.wait(at: 1_000) == nil)
    wait.fail(at: 1_000)
    #expect(wait.wait(at: 1_000) == 300)
    #expect(ComingBack(failures: .min, until: .max).wait(at: 1_000) == 300)
  }
}
