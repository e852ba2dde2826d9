import FormModel
import Foundation
import Records
import Sheets
import Standards
import TestSupport
import Testing
import Wording

/// One store with records of two versions of a form, and of a second form: each record goes with its own.
@Suite(.onOwnThreads) struct SeveralFormsTests {
  private let store: WorkStore
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("forms-\(UUID().uuidString)")
  private let forms: FormLibrary
  private static let outing = FormEdition(name: "outing-6", version: 1)

  /// The folder has the outing of the documentation, and the national form at version 2: an item more, and all items in
  /// the opposite order, so that nothing stands where it stood.
  init() throws {
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("lists"), withIntermediateDirectories: true)
    let page = try Page("Forms")
    let (outing, list) = (try #require(page.block("json")), try #require(page.block("tsv")))
    try Data(outing.utf8).write(to: folder.appendingPathComponent("autumn.json"))
    try Data(list.utf8).write(to: folder.appendingPathComponent("lists/bus-stop.tsv"))
    let bytes = Data(try FormFolder.embedded.bytes("preschool-28.json"))
    var form = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    var fields = try #require(form["fields"] as? [[String: Any]])
    var more = try #require(fields.first { $0["name"] as? String == "address" })
    for key in ["lend", "places", "head", "spoken", "required"] { more[key] = nil }
    (more["name"], more["heading"]) = ("nickname", "小名")
    fields.insert(more, at: 0)
    form["fields"] = Array(fields.reversed())
    form["version"] = 2
    var sections = try #require(form["sections"] as? [[String: Any]])
    sections[0]["fields"] = (sections[0]["fields"] as? [String] ?? []) + ["nickname"]
    form["sections"] = sections
    try JSONSerialization.data(withJSONObject: form).write(to: folder.appendingPathComponent("next-year.json"))
    let summer = String(decoding: bytes, as: UTF8.self).replacingOccurrences(
      of: "\"preschool-28\"", with: "\"summer-28\"")
    try Data(summer.utf8).write(to: folder.appendingPathComponent("summer.json"))
    store = try WorkStore(Form.load(from: .embedded))
    forms = try FormLibrary(from: FormFolder(directory: folder.path))
  }

  private var records: RecordStore { RecordStore(path: store.path, forms: forms) }

  private func run(_ arguments: String...) throws -> WorkStore.Answer {
    try store.run(arguments + ["--forms", folder.path])
  }

  /// A record of the outing.
  @discardableResult
  private func goOut(_ number: UInt64, name: String = "潘小明") throws -> Record {
    let form = try #require(forms.form(Self.outing))
    let at = Timestamp(milliseconds: 1_422_403_200_000, offset: 480)
    var generator = Steps(state: 900 + number)
    let identity = RecordIdentity(milliseconds: at.milliseconds + Int(number), using: &generator)
    let family = Authority.family(Sitting(Person(role: .guardian, name: "潘女士", relation: "52")))
    var held = HeldRecord(beginning: identity, holder: family, form: form, at: at)
    let values = [
      "name": name, "birth_date": "2011-03-05", "comes": "1", "bus_stop": "2", "eats": "1", "allergy": "花生",
    ]
    for (field, value) in values.sorted(by: { $0.key < $1.key }) {
      let setting = CheckSetting(today: at.date)
      let index = try #require(form.index(of: field))
      #expect(held.make(.answer(value, field: index, source: .told), at: at, form: form, setting: setting) == nil)
    }
    #expect(held.make(.handIn, at: at, form: form, setting: CheckSetting(today: at.date)) == nil)
    try records.save(held.record, replacing: 0, on: at.date)
    return held.record
  }

  @Test func `a new version of the form strands no draft`() throws {
    #expect(forms.form.version == 2)
    let draft = try store.add(1, handIn: false)
    let listed = try run("list", "--json")
    #expect(listed.status == 0 && listed.errors.isEmpty)
    #expect(
      listed.text.contains(draft.code.text)
        && listed.text.contains("\"form\":\"preschool-28/1\""))
    let shown = try run("show", draft.code.text)
    let before = try store.run(["show", draft.code.text])
    #expect(shown.status == 0 && shown.text == before.text && shown.text.contains("潘小明"))
    // It is read as it was made, and goes on so.
    let again = try #require(try records.record(id: draft.id))
    #expect(again == draft && again.formVersion == 1)
    #expect(
      try RecordIndex(store: records).list(SummaryFilter(), for: .staff(name: ""), setting: setting()).summaries.count
        == 1)
  }

  private func setting() throws -> CheckSetting {
    CheckSetting(today: try #require(CalendarDate(iso: "2015-01-28")))
  }

  @Test func `lists, checks, review and sheets take each record with its own form`() throws {
    let old = try store.add(1)
    let new = try newVersion(2)
    let outing = try goOut(3)
    let listed = try run("list")
    #expect(listed.status == 0 && listed.errors.isEmpty)
    #expect(listed.rows.first?.last == "form")
    #expect(
      Set(listed.rows.dropFirst().map { "\($0[3]) \($0[6]) \($0.last ?? "")" }) == [
        "潘小明 0 preschool-28/1", "潘小月 0 preschool-28/2", "潘小明 0 outing-6/1",
      ])
    #expect(try run("list", "--form", "outing-6").rows.dropFirst().map { $0[0] } == [outing.code.text])
    // The same child goes to the kindergarten and on the outing: that is not the child twice.
    #expect(listed.rows.dropFirst().allSatisfy { !$0.contains("duplicate") })
    for record in [old, new, outing] {
      #expect(try run("show", record.code.text).status == 0)
      let file = "\(store.path)/records/2015-01-28/\(record.id).json"
      let checked = try store.run(["check", file, "--on", "2015-01-28", "--forms", folder.path])
      #expect(checked.status == 0, "\(checked.text)\(checked.errors)")
      #expect(try run("approve", record.code.text, "--on", "2015-01-28").status == 0)
    }
    let sheet = folder.appendingPathComponent("all.csv").path
    let sent = try run("export", "-o", sheet, "--on", "2015-01-28")
    #expect(sent.status == 0, "\(sent.text)\(sent.errors)")
    let rows = try String(contentsOfFile: sheet, encoding: .utf8).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.count == 3 && rows[0].count == 28)
    guard rows.count == 3 else { return }
    // Whatever the version, the same answers are the same row but for name and number.
    #expect(rows[1].indices.filter { rows[1][$0] != rows[2][$0] } == [0, 5])
    let bus = folder.appendingPathComponent("bus.csv").path
    #expect(try run("export", "--form", "outing-6", "-o", bus, "--on", "2015-01-28").status == 0)
    let text = try String(contentsOfFile: bus, encoding: .utf8)
    #expect(text.contains("上车地点") && text.contains("车站") && text.contains("花生") && !text.contains("潘小月"))
    let wrong = try run("export", outing.code.text, "-o", folder.appendingPathComponent("no.csv").path)
    #expect(wrong.status == 1 && wrong.text.contains("--form outing-6"))
  }

  @Test func `each form's approved records go out in its own sheet, whichever is the usual one`() throws {
    for record in [try store.add(1), try goOut(3)] {
      #expect(try run("approve", record.code.text, "--on", "2015-01-28").status == 0)
    }
    let (records, setting) = (records, try setting())
    let desk = ExportDesk(
      store: records, index: RecordIndex(store: records), holder: .staff(name: "何老师"), setting: setting)
    for (edition, has, hasNot) in [(Self.outing, "花生", "演示路"), (forms.form.edition, "演示路", "花生")] {
      let form = try forms.known(edition)
      let export = SheetExport(
        desk: desk, form: form, edition: try SheetEdition.load(of: form), setting: setting, classCodes: [:],
        words: Wording(.chinese).sheetWords)
      let path = folder.appendingPathComponent("\(form.name).csv").path
      let stamp = Stamp(
        at: Timestamp(milliseconds: 1_422_403_800_000, offset: 480), by: Person(role: .staff, name: "何老师"))
      let outcome = try export.run(SheetExport.Request(.approved(nil), to: path, stamp: stamp))
      #expect(outcome.lines.count == 1 && outcome.files.count == 2, "\(outcome.lines)")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains(has) && !text.contains(hasNot))
    }
  }

  @Test func `the same child in two forms is no child twice, in one form it is`() throws {
    let summer = try #require(forms.form(FormEdition(name: "summer-28", version: 1)))
    let (old, outing) = (try store.add(1), try goOut(2))
    let other = try WorkStore(summer, at: store.path, forms: forms).add(3)
    let index = RecordIndex(store: records)
    for record in [old, other] {
      #expect(try index.possibleDuplicates(of: record, setting: setting()) == PossibleDuplicates())
    }
    #expect(try index.possibleDuplicates(of: outing, setting: setting()) == PossibleDuplicates())
    try store.add(4)
    #expect(try index.possibleDuplicates(of: old, setting: setting()).isDuplicate)
    #expect(try index.possibleDuplicates(of: other, setting: setting()) == PossibleDuplicates())
  }

  /// A record of version 2, otherwise as the store's own.
  private func newVersion(_ number: UInt64) throws -> Record {
    let other = WorkStore(forms.form, at: store.path, forms: forms)
    return try other.add(number, name: "潘小月", number: WorkStore.number("44130220110305125"))
  }

  @Test func `a record of a form that is nowhere is named alone, and everything else works`() throws {
    try store.add(1)
    let outing = try goOut(2)
    let listed = try store.run(["list"])
    #expect(listed.status == 65)
    #expect(listed.rows.dropFirst().map { $0[3] } == ["潘小明"])
    #expect(
      listed.errors.contains("\(outing.id)") && listed.errors.contains("outing-6/1")
        && listed.errors.contains("--forms"))
    #expect(try store.run(["show", outing.code.text]).text.contains("花生"), "as it is stored")
  }

  @Test func `a form of one's own has coming back and the same child without Swift`() throws {
    let (one, other) = (try goOut(1), try goOut(2))
    let form = try #require(forms.form(Self.outing))
    #expect(one.opens(to: "20110305", on: one.changed.at.date, form: form))
    #expect(!one.opens(to: "20110306", on: one.changed.at.date, form: form))
    let possibleDuplicates = try RecordIndex(store: records).possibleDuplicates(of: one, setting: setting())
    #expect(possibleDuplicates.sameChild.map(\.id) == [other.id])
  }
}
