import FormModel
import Foundation
import Records
import Sentences
import Standards
import Terminal
import TestSupport
import Testing
import Wording

@testable import Desk

/// Text typed in a panel is kept like any other: every place where text can be typed is in this table, and comes back.
@Suite struct TypedPlacesTests {
  /// How what is typed in a place outlives the program.
  enum Keeping: Hashable {
    /// The journal of the record replays its keys.
    case journal
    /// The page's draft has it.
    case draft(Set<Draft.Page>)
    /// It is in the editor of another place of this table.
    case partOfAnother
    /// It is kept nowhere: a PIN, or what uncovers a screen.
    case secret
  }

  /// Every declaration in the sources that holds an editor, by its type and its name.
  static let places: [String: Keeping] = [
    "FieldEditor.text": .journal, "FieldEditor.number": .journal, "FieldEditor.date": .journal,
    "FieldEditor.search": .journal, "SearchEditor.editor": .partOfAnother,
    "FormEntry.editor": .journal, "FormEntry.place": .journal,
    "PanelSteps.line": .journal,
    "LinePanel.editor": .partOfAnother, "ItemNumber.line": .draft([.completion, .reviewRecord]),
    "ReturnPanel.text": .draft([.reviewRecord]), "ReviewRecordScreen.reason": .draft([.reviewRecord]),
    "FilePanel.asking": .draft([.reviewRecord, .readBack, .dayClose, .review, .printing, .files]),
    "ClassCodesScreen.code": .draft([.classCodes]),
    "ImportPanel.file": .draft([.importing]),
    "ReviewScreen.search": .draft([.review]), "ReviewScreen.date": .draft([.review]),
    "DayCloseScreen.date": .draft([.dayClose]), "ReadBackScreen.who": .draft([.readBack]),
    "CompletionScreen.find": .draft([.completion]),
    "SettingsScreen.name": .draft([.settings]), "SettingsScreen.place": .draft([.settings]),
    "SettingsScreen.classes": .draft([.settings]), "SettingsScreen.printer": .draft([.settings]),
    "ComeBackScreen.code": .draft([.comeBack]),
    "ComeBackScreen.secret": .secret, "DoorScreen.name": .draft([.door]), "DoorScreen.pin": .secret,
    "LockScreen.secret": .secret, "PeoplePanel.name": .draft([.people]), "PeoplePanel.classes": .draft([.people]),
    "PeoplePanel.oldPIN": .secret, "PeoplePanel.pin": .secret, "PeoplePanel.again": .secret,
  ]

  /// What the sources declare: a stored property, or a case of an enum, with an editor of any kind, by the outermost type
  /// that it is in, however deep.
  private func declared() throws -> Set<String> {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    let editor = try Regex("\\b(TextEditor|SearchEditor|PINEditor|LinePanel|FieldEditor)\\b(?!\\.)")
    let type = try Regex("^(?:\\w+ )*(?:struct|enum|extension|class|actor) ([\\w.]+)")
    let property = try Regex("^(?:\\w+(?:\\(set\\))? )*(?:var|let) (\\w+)(?:: | = )")
    let choice = try Regex("^(?:indirect )?case (\\w+)\\(")
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      // The types that a line is in; nil for a function, a closure, a computed property.
      var scopes: [String?] = []
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let line = line.drop { $0 == " " }
        if !line.hasPrefix("//"), let owner = scopes.first ?? nil, scopes.last != .some(nil), line.contains(editor) {
          let isStored = !line.contains("{") || line.contains("didSet") || line.contains("willSet")
          let name = isStored ? try property.firstMatch(in: line)?[1].substring : nil
          if let name = try name ?? choice.firstMatch(in: line)?[1].substring { found.insert("\(owner).\(name)") }
        }
        var opened = try type.firstMatch(in: line)?[1].substring.map(String.init)
        for character in line {
          if character == "{" {
            scopes.append(opened)
            opened = nil
          } else if character == "}", !scopes.isEmpty {
            scopes.removeLast()
          }
        }
      }
    }
    return found
  }

  @Test func `no place where text is typed is missing in the table`() throws {
    let found = try declared()
    #expect(found.subtracting(Self.places.keys).sorted() == [], "say how it is kept, and drive it below")
    #expect(Set(Self.places.keys).subtracting(found).sorted() == [])
  }

  // MARK: Drives

  /// Somebody types in a place: how the page is reached, what is typed, and which place it is.
  struct Drive: Sendable, CustomTestStringConvertible {
    var place: String
    var page: Draft.Page
    var types: @Sendable (inout WorkDesk) throws -> Void

    var testDescription: String { "\(place) on \(page)" }
  }

  static let typed = "示范文字"

  static let drives: [Drive] = [
    Drive(place: "ItemNumber.line", page: .reviewRecord) { $0.type("r1") },
    Drive(place: "ReturnPanel.text", page: .reviewRecord) { desk in
      desk.type("r")
      for item in ["16", "3", "0"] {
        desk.type(item)
        desk.press(.enter)
        desk.type("请再看看\(item)")
        desk.press(.enter)
      }
      desk.type("2")
      desk.press(.enter)
      desk.type(typed)
      desk.press(.left)
    },
    Drive(place: "ReviewRecordScreen.reason", page: .reviewRecord) { $0.type("x2" + typed) },
    Drive(place: "FilePanel.asking", page: .reviewRecord) { $0.type("p甲") },
    Drive(place: "ReadBackScreen.who", page: .readBack) { $0.type("41" + typed) },
    Drive(place: "FilePanel.asking", page: .readBack) { $0.type("p甲") },
    Drive(place: "ReviewScreen.search", page: .review) { $0.type("/" + typed) },
    Drive(place: "ReviewScreen.date", page: .review) { $0.type("d2015") },
    Drive(place: "FilePanel.asking", page: .review) { $0.type("e甲") },
    Drive(place: "CompletionScreen.find", page: .completion) { $0.type("/" + typed) },
    Drive(place: "ItemNumber.line", page: .completion) { $0.type("i1") },
    Drive(place: "DayCloseScreen.date", page: .dayClose) { $0.type("d2015") },
    Drive(place: "FilePanel.asking", page: .dayClose) { $0.type("p甲") },
    Drive(place: "SettingsScreen.name", page: .settings) { $0.type(typed) },
    Drive(place: "SettingsScreen.place", page: .settings) { desk in
      desk.press(.tab)
      desk.type("hcq")
    },
    Drive(place: "SettingsScreen.classes", page: .settings) { desk in
      desk.press(.tab, .tab)
      desk.type(" 学前班")
    },
    Drive(place: "SettingsScreen.printer", page: .settings) { desk in
      desk.press(.tab, .tab, .tab)
      desk.type("lp -d desk")
    },
    Drive(place: "ComeBackScreen.code", page: .comeBack) { $0.type("K7") },
    Drive(place: "PeoplePanel.name", page: .people) { $0.type("n" + typed) },
    Drive(place: "PeoplePanel.classes", page: .people) { desk in
      desk.press(.enter)
      desk.type("2 中二班")
    },
    Drive(place: "DoorScreen.name", page: .door) { $0.type("何老") },
    Drive(place: "FilePanel.asking", page: .printing) { $0.type("12甲") },
    Drive(place: "FilePanel.asking", page: .files) { $0.type("/media/usb") },
    Drive(place: "ImportPanel.file", page: .importing) { $0.type("/media/usb") },
    // The editor is an item's own; the page has no record, and so no journal.
    Drive(place: "FormEntry.editor", page: .giving) { desk in
      desk.press(.enter)
      for _ in 0..<9 { desk.press(.down) }
      desk.press(.enter)
      desk.type("2025")
    },
    Drive(place: "ClassCodesScreen.code", page: .classCodes) { desk in
      desk.press(.enter)
      desk.type("BJ01")
    },
  ]

  @Test func `every page that has drafts, and every place that is in one, is driven`() {
    #expect(Set(Self.drives.map(\.page)) == Set(Draft.Page.allCases))
    for (place, keeping) in Self.places {
      guard case .draft(let pages) = keeping else { continue }
      #expect(Set(Self.drives.filter { $0.place == place }.map(\.page)) == pages, "\(place)")
    }
  }

  /// Opens a page, as whoever works at it does.
  private func open(_ page: Draft.Page, _ desk: inout WorkDesk, _ record: Record) throws {
    switch page {
    case .reviewRecord: try desk.open(record)
    case .readBack: try desk.readBack(record, as: WorkDesk.staff)
    case .review: desk.sit(ReviewScreen(holder: WorkDesk.staff, filter: SummaryFilter(day: WorkDesk.today)))
    case .completion: desk.sit(CompletionScreen(holder: WorkDesk.teacher))
    case .dayClose: desk.sit(DayCloseScreen(holder: WorkDesk.staff))
    case .settings:
      desk.sitAtHome("4")
      desk.take(.news(.door(.entered(WorkDesk.staff))))
    case .comeBack: desk.sitAtHome("2")
    case .door: desk.sitAtHome("3")
    case .people: desk.sit(PeopleScreen(holder: WorkDesk.staff))
    case .printing: desk.sit(PrintScreen(holder: WorkDesk.staff))
    case .classCodes: desk.sit(ClassCodesScreen(holder: WorkDesk.staff))
    case .importing: desk.sit(ImportScreen(holder: WorkDesk.staff, desk.context))
    case .giving: desk.sit(GivingScreen(holder: WorkDesk.staff, filter: SummaryFilter()))
    case .files: desk.sit(FileScreen(.backup, holder: WorkDesk.staff, desk.context))
    }
  }

  private func prepared() throws -> (WorkDesk, Record) {
    var desk = try WorkDesk()
    let record = try desk.add("潘小明", sequence: 1, minutes: 0)
    let owing = try desk.add("陈小舟", sequence: 2, minutes: 1, until: .draft)
    try desk.make([.clear(field: try desk.field("address"))], on: owing, as: WorkDesk.mother)
    return (desk, record)
  }

  @Test(arguments: drives)
  func `what is typed in a panel comes back`(drive: Drive) throws {
    var (desk, record) = try prepared()
    try open(drive.page, &desk, record)
    let empty = Editors.all(in: desk.desk)
    try drive.types(&desk)
    let (before, screen) = (Editors.all(in: desk.desk), desk.screen)
    #expect(before != empty, "something was typed")
    let draft = try #require(desk.desk.draft(desk.context))
    #expect(draft.key.page == drive.page)
    // Through the store, and at another desk.
    let stored = draft.stored(at: desk.context.now)
    var (again, _) = try prepared()
    again.drafts = [try #require(Draft(stored))]
    try open(drive.page, &again, record)
    #expect(Editors.all(in: again.desk) == before)
    #expect(again.screen == screen)
    // Given up, nothing of it is kept.
    again.press(.escape, .escape, .escape, .function(10))
    #expect(again.desk.draft(again.context) == nil)
  }

  @Test(arguments: drives.filter { $0.page != .settings && $0.page != .door && $0.page != .comeBack })
  func `five minutes without a key leave it for whoever typed it, and for nobody else`(drive: Drive) throws {
    var (desk, record) = try prepared()
    try open(drive.page, &desk, record)
    try drive.types(&desk)
    let before = Editors.all(in: desk.desk)
    desk.wait(seconds: 301)
    desk.send(.tick)
    #expect(desk.effects.contains(.keepTyping) && desk.drafts.count == 1)
    var other = desk
    try open(drive.page, &desk, record)
    #expect(Editors.all(in: desk.desk) == before)
    other.drafts = other.drafts.map { draft in
      var draft = draft
      draft.key.person = Person(role: .staff, name: "陈老师")
      return draft
    }
    try open(drive.page, &other, record)
    #expect(Editors.all(in: other.desk) != before)
  }

  @Test func `questions that were asked one by one are all there, and go out with Enter`() throws {
    var (desk, record) = try prepared()
    try open(.reviewRecord, &desk, record)
    try #require(Self.drives.first { $0.place == "ReturnPanel.text" }).types(&desk)
    let draft = try #require(desk.desk.draft(desk.context))
    var (again, _) = try prepared()
    again.drafts = [draft]
    try open(.reviewRecord, &again, record)
    again.press(.enter, .enter)
    let texts = try again.record(record).queries.map(\.text)
    #expect(texts.sorted() == ["请再看看16", "请再看看3", "请再看看0", Self.typed].sorted())
  }

  @Test func `what was written for a move that is refused meanwhile is there again, and in the draft`() throws {
    var (desk, record) = try prepared()
    try open(.reviewRecord, &desk, record)
    try #require(Self.drives.first { $0.place == "ReturnPanel.text" }).types(&desk)
    desk.press(.enter)
    let (before, draft) = (Editors.all(in: desk.desk), desk.desk.draft(desk.context))
    // Somebody else withdraws it while the questions are being asked.
    try desk.make([.withdraw(reason: "重复登记")], on: record, as: .staff(name: "陈老师"))
    desk.tell(.record(.changedElsewhere(try desk.record(record))))
    desk.press(.enter)
    #expect(
      desk.shows(words(of: ReviewRecordPhrase.refusedTitle)) && desk.desk.draft(desk.context) == draft && draft != nil)
    GoldenScreen.check(desk.canvas, "record-return-refused-80x24")
    desk.press(.enter)
    #expect(Editors.all(in: desk.desk) == before && desk.shows("请再看看16") && desk.shows(Self.typed))
  }

  @Test func `a reason that is written for a proposal stays with it, whatever is decided elsewhere`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 0, until: .approved)
    for (field, value) in [("address", "示范路9号"), ("native_place", "福建莆田")] {
      try desk.make([.propose(value, field: try desk.field(field))], on: child, as: WorkDesk.mother)
    }
    try desk.open(child)
    desk.type("g")
    desk.press(.down)
    desk.type("1" + Self.typed)
    try desk.make([.decline(proposal: 0, reason: "没有改")], on: child, as: .staff(name: "陈老师"))
    desk.tell(.record(.changedElsewhere(try desk.record(child))))
    desk.press(.enter)
    let after = try desk.record(child)
    #expect(after.answers[try desk.field("native_place")]?.value == "福建莆田" && after.proposals.isEmpty)
    #expect(after.answers[try desk.field("address")]?.value == "演示路 1 号")
  }

  @Test func `who confirmed by telephone is known for the lines that follow`() throws {
    var (desk, record) = try prepared()
    try desk.readBack(record, as: WorkDesk.staff)
    desk.type("42潘女士")
    desk.press(.enter)
    let draft = try #require(desk.desk.draft(desk.context))
    var (again, _) = try prepared()
    again.drafts = [draft]
    try again.readBack(record, as: WorkDesk.staff)
    guard let screen = again.desk.page as? ReadBackScreen else { return #expect(Bool(false)) }
    #expect(screen.witness == ReadBackScreen.Witness(how: .telephone, who: "潘女士"))
  }

  @Test func `a PIN or a birth date on the wrong line is kept nowhere`() throws {
    for (page, text) in [(Draft.Page.door, "284913"), (.comeBack, "20110305")] {
      var (desk, record) = try prepared()
      try open(page, &desk, record)
      desk.type(text)
      #expect(desk.desk.draft(desk.context) == nil)
    }
    var (desk, record) = try prepared()
    try open(.comeBack, &desk, record)
    desk.type(record.code.text)
    desk.press(.enter)
    desk.type("20110305")
    let kept = try #require(desk.desk.draft(desk.context)).stored(at: desk.context.now).content
    #expect(!String(decoding: kept.serialized(pretty: false), as: UTF8.self).contains("2011"))
  }

  @Test func `settings that somebody else has changed meanwhile are not taken back by a draft`() throws {
    var (desk, record) = try prepared()
    try open(.settings, &desk, record)
    desk.press(.tab, .tab)
    desk.type(" 学前班")
    let draft = try #require(desk.desk.draft(desk.context))
    var (again, _) = try prepared()
    again.change { settings in
      settings.kindergarten = "演示幼儿园"
      settings.classes.append("托班")
    }
    again.drafts = [draft]
    try open(.settings, &again, record)
    again.press(.function(10))
    let saved = again.effects.compactMap { effect in
      if case .saveSettings(let settings, _, _) = effect { settings } else { nil }
    }
    #expect(saved.last?.kindergarten == "演示幼儿园")
    #expect(Set(saved.last?.classes ?? []) == ["小三班", "中二班", "大一班", "学前班", "托班"])
  }
}
