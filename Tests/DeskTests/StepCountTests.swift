import Records
import Terminal
import Testing

@testable import Desk

/// How many pages a family sees and how many keys it presses, hanzi not counted: a replay that answers what each page
/// asks in the best way that the page offers.
@Suite struct StepCountTests {
  private static let mainland: [String: String] = [
    "name": "潘小明", "nationality": "CHN", "id_type": "1", "id_number": Sitting.boy, "ethnic_group": "01",
    "overseas_status": "00", "birthplace": "441302000000", "native_place": "广东惠州", "hukou_type": "1",
    "hukou_place": "441302000000", "address": "广东省惠州市惠城区示范路8号3栋", "class_code": "小一班", "entry_date": "2025-09-01",
    "attendance": "1", "only_child": "0", "left_behind": "0", "migrant_worker_child": "0", "health": "10",
    "disabled": "0", "orphan": "0", "guardian_name": "潘大明", "guardian_id_type": "1",
    "guardian_id_number": Sitting.mother,
  ]

  /// A child who is not of the mainland: what is then asked besides, and what is not.
  private static func child(_ changes: [String: String]) -> [String: String] {
    let foreign = [
      "ethnic_group", "birthplace", "hukou_type", "hukou_place", "only_child", "left_behind", "migrant_worker_child",
    ]
    return mainland.filter { !foreign.contains($0.key) }
      .merging(["sex": "1", "birth_date": "2022-03-05", "address": "惠州市惠城区示范路8号3栋"]) { $1 }.merging(changes) { $1 }
  }

  /// Everything that the parent knows stands in the record that was handed in.
  private func check(_ parent: Parent, _ knows: [String: String]) throws {
    let form = parent.sitting.context.form
    let name = try #require(form.index(of: "name"))
    let record = try #require(parent.sitting.stored.values.first { $0.answers[name]?.value == knows["name"] })
    #expect(record.status == .submitted, "\(parent.counted)")
    for (name, value) in knows where name != "class_code" {
      let field = try #require(form.index(of: name))
      #expect(record.answers[field]?.value == value, "\(name): \(parent.counted)")
    }
    #expect(record.contact.className == "小一班" && record.contact.telephone == "13800000000")
    #expect(record.changed.by.relation == "52")
    print(
      "pages and keys besides hanzi: \(parent.pages.count), \(parent.keys) (\(knows["name"] ?? ""), \(knows["nationality"] ?? ""))"
    )
  }

  @Test func `a child of the mainland: at most 24 pages and 95 keys`() throws {
    var parent = Parent(try Sitting(), knows: Self.mainland, searches: ["ethnic_group": "hz"])
    try parent.fillsAll()
    try check(parent, Self.mainland)
    #expect(parent.pages.count <= 24 && parent.keys <= 95, "\(parent.counted)")
  }

  @Test func `a child of Hong Kong, and one of another country`() throws {
    let hongKong = Self.child([
      "nationality": "HKG", "id_type": "6", "id_number": "H12345678", "overseas_status": "01", "native_place": "香港",
    ])
    var parent = Parent(try Sitting(), knows: hongKong)
    try parent.fillsAll()
    try check(parent, hongKong)
    #expect(parent.pages.count <= 20 && parent.keys <= 80, "\(parent.counted)")
    let foreign = Self.child([
      "nationality": "FRA", "id_type": "A", "id_number": "12AB34567", "overseas_status": "51", "native_place": "法国",
    ])
    parent = Parent(try Sitting(), knows: foreign, searches: ["nationality": "FRA"])
    try parent.fillsAll()
    try check(parent, foreign)
    #expect(parent.pages.count <= 22 && parent.keys <= 90, "\(parent.counted)")
  }

  @Test func `a brother or sister: at most 14 pages`() throws {
    var first = Parent(try Sitting(.home), knows: Self.mainland, searches: ["ethnic_group": "hz"])
    first.begins()
    try first.fillsAll()
    let sister = Self.mainland.merging(["name": "潘小丽", "id_number": "441302202303051225"]) { $1 }
    var sitting = first.sitting
    sitting.type("n")
    var parent = Parent(sitting, knows: sister)
    try parent.fillsAll()
    try check(parent, sister)
    #expect(parent.pages.count <= 14 && parent.keys <= 60, "\(parent.counted)")
  }

  @Test func `without classes none is asked for`() throws {
    var settings = Sitting.kindergarten
    settings.classes = []
    var parent = Parent(try Sitting(settings: settings), knows: Self.mainland, searches: ["ethnic_group": "hz"])
    try parent.fillsAll()
    #expect(parent.pages.count <= 23, "\(parent.counted)")
  }
}
