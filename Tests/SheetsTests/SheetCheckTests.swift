import FormModel
import Records
import Standards
import Testing

@testable import Sheets

/// A sheet's rows: their cells, and children who stand there twice or are in a store.
@Suite struct SheetCheckTests {
  private let form: Form
  private let checker: Checker
  private let columns: SheetColumns

  /// A child in whom nothing is wrong.
  private static let child = [
    "name": "潘小明", "sex": "男", "birth_date": "2022-03-05", "id_type": "居民身份证", "id_number": "441302202203051236",
    "nationality": "中国", "ethnic_group": "汉族", "overseas_status": "非港澳台侨", "birthplace": "441302000000",
    "native_place": "广东惠州", "hukou_type": "农业户口", "hukou_place": "441302000000", "address": "示范路8号3栋",
    "entry_date": "2025-09-01", "attendance": "走读", "only_child": "是", "left_behind": "非留守儿童",
    "migrant_worker_child": "否", "health": "健康或良好", "disabled": "否", "orphan": "否", "guardian_name": "潘大明",
    "guardian_id_type": "居民身份证", "guardian_id_number": "441302199001010028",
  ]

  init() throws {
    form = try Form.load(from: .embedded)
    let today = try #require(CalendarDate(iso: "2026-01-01"))
    checker = Checker(form: form, setting: CheckSetting(today: today, kindergarten: "441302", place: .sheet))
    columns = try SheetColumns(headings: form.fields.map(\.heading), form: form)
  }

  /// What is found in rows of children who differ from the first so; rows begin below two titles.
  private func findings(
    _ changes: [[String: SheetCell]], stored: StoredChildren = StoredChildren(), columns: SheetColumns? = nil
  ) -> [String] {
    var check = SheetCheck(columns: columns ?? self.columns, checker: checker, stored: stored)
    return changes.enumerated().flatMap { index, changes in
      let cells = form.fields.map { field in
        changes[field.name] ?? Self.child[field.name].map { .text($0) } ?? .empty
      }
      return check.findings(in: SheetRow(number: index + 4, cells: cells)).map { finding in
        let what: String
        switch finding {
        case .child(let finding): what = "\(finding.severity) \(finding.rule.code)"
        case .sheet(let finding): what = "\(finding.severity) \(finding.code)\(place(of: finding.rule))"
        }
        return "\(check.place.child)/\(check.place.row) \(finding.field + 1) \(what)"
      }
    }
  }

  private func place(of rule: SheetFinding.Rule) -> String {
    switch rule {
    case .duplicateInFile(let place), .sameChildInFile(let place), .recordTwice(let place):
      " of \(place.child)/\(place.row)"
    case .duplicateInStore(let code, _), .sameChildInStore(let code): " of \(code)"
    case .otherWord(let word): " \(word)"
    case .lostCharacter(let scalar), .variantKept(let scalar): " \(scalar)"
    case .numberCell, .dateAsNumber, .dateCell, .failedFormula, .unsavedFormula: ""
    }
  }

  private let other: [String: SheetCell] = [
    "name": .text("李小红"), "sex": .text("女"), "birth_date": .text("2021-03-08"),
    "id_number": .text("441302202103080021"),
  ]

  @Test func `a row in which nothing is wrong says nothing`() {
    #expect(findings([[:]]) == [])
  }

  @Test func `the later of two rows of a child is told, with the first`() {
    #expect(
      findings([[:], other, [:], [:]]) == [
        "3/6 6 error duplicate-in-file of 1/4", "4/7 6 error duplicate-in-file of 1/4",
      ])
    // Spaces and full-width digits make no other number.
    #expect(findings([[:], ["id_number": .text(" ４４１３０２ 20220305 1236")]]) == ["2/5 6 error duplicate-in-file of 1/4"])
    // A document that is none of citizens.
    let passport: [String: SheetCell] = ["id_type": .text("护照"), "id_number": .text("E12345678")]
    #expect(findings([passport, passport]) == ["2/5 6 error duplicate-in-file of 1/4"])
  }

  @Test func `the same name and birth date is a warning`() {
    #expect(
      findings([other, [:], other.merging(["id_type": .text("护照"), "id_number": .text("E12345678")]) { $1 }]) == [
        "3/6 1 warning same-child-in-file of 1/4"
      ])
    #expect(findings([[:], ["name": .text("潘小红"), "id_type": .text("护照"), "id_number": .text("E12345678")]]) == [])
  }

  @Test func `a number that a number cell spoiled is no duplicate, and nothing more is said of the cell`() {
    let spoiled: [String: SheetCell] = ["id_number": .number(441_302_202_203_051_264)]
    let alike = other.merging(spoiled) { $1 }
    #expect(findings([spoiled, alike]) == ["1/4 6 error number-cell", "2/5 6 error number-cell"])
    #expect(findings([["guardian_name": .failure("#N/A")]]) == ["1/4 26 error failed-formula"])
  }

  @Test func `what stands for a lost character in a name is a warning, and hides nothing else`() {
    for lost in ["?", "？", "\u{FFFD}"] {
      #expect(findings([["name": .text("潘\(lost)明")]]) == ["1/4 1 warning lost-character \(lost)"])
      #expect(findings([["guardian_name": .text("\(lost)大明")]]) == ["1/4 26 warning lost-character \(lost)"])
      #expect(
        findings([["name": .text("潘\(lost)明□")]]) == [
          "1/4 1 warning lost-character \(lost)", "1/4 1 error refused-character",
        ])
    }
    // Elsewhere nobody has lost anything by it.
    #expect(findings([["address": .text("示范路8号?")]]) == [])
    #expect(findings([["name": .text("潘□明")]]) == ["1/4 1 error refused-character"])
  }

  @Test func `signs of names are said in a sheet, which is as it is`() {
    #expect(findings([["name": .text("潘小明\u{E0100}")]]) == ["1/4 1 warning variant-kept 明"])
    for name in ["潘⼩明", "潘⻢明", "潘小明\u{FE0F}", "潘\u{200D}小明", "潘小明\u{E0041}", "买买提˙艾力", "买买提﹒艾力"] {
      #expect(findings([["name": .text(name)]]) == ["1/4 1 error refused-character"])
    }
  }

  @Test func `findings of a row are in the order of the items`() {
    #expect(
      findings([
        [:], ["name": .empty, "class_code": .text("一班"), "health": .failure("#REF!"), "address": .text("示范路")],
      ])
        == [
          "2/5 1 missing required", "2/5 2 error class-code", "2/5 6 error duplicate-in-file of 1/4",
          "2/5 16 warning address-detail", "2/5 22 error failed-formula",
        ])
  }

  @Test func `a column that is not there is nothing missing in a row`() throws {
    let fewer = try SheetColumns(headings: form.fields.map { $0.name == "name" ? "" : $0.heading }, form: form)
    #expect(findings([[:], [:]], columns: fewer) == ["2/5 6 error duplicate-in-file of 1/4"])
  }

  @Test func `a child in the store is an error, and a warning where the record went out`() throws {
    let birth = CalendarDate(iso: "2022-03-05")
    func stored(_ number: String?, isOut: Bool) throws -> StoredChildren {
      var stored = StoredChildren()
      for (number, code) in [("441302202103080021", "AAAA"), (number, "K7M4"), (number, "ZZZZ")] {
        let id = try #require(RecordID("0197f6c2-5e1b-7c44-9a3e-2f6d1c0b8a55"))
        stored.add(
          StoredChild(
            id: id, code: try #require(RecordCode(code)), status: .submitted, number: number,
            name: code == "AAAA" ? "李" : "潘小明",
            birthDate: birth), isOut: isOut)
      }
      return stored
    }
    #expect(
      findings([[:]], stored: try stored("441302202203051236", isOut: false)) == [
        "1/4 6 error duplicate-in-store of K7M4"
      ])
    #expect(
      findings([[:]], stored: try stored("441302202203051236", isOut: true)) == [
        "1/4 6 warning duplicate-in-store of K7M4"
      ])
    #expect(findings([[:]], stored: try stored(nil, isOut: false)) == ["1/4 1 warning same-child-in-store of K7M4"])
    #expect(
      findings([[:], [:]], stored: try stored("441302202203051236", isOut: true)) == [
        "1/4 6 warning duplicate-in-store of K7M4", "2/5 6 error duplicate-in-file of 1/4",
        "2/5 6 warning duplicate-in-store of K7M4",
      ])
  }
}
