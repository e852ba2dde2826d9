import FormModel
import Standards
import Testing

@testable import Sheets

@Suite struct RosterHeadingsTests {
  private let roster: Roster

  init() throws { roster = try Roster() }

  @Test func `every field of the table exists, and no heading means two items`() throws {
    var known: [String: String] = [:]
    for field in roster.form.fields {
      for word in [field.heading, field.label.chinese] + field.otherHeadings {
        known[RosterHeadings.key(word)] = field.heading
      }
    }
    var named: Set<String> = []
    for row in try RosterHeadings.rows(in: .embedded) {
      #expect(RosterHeadings.item(named: row.name, roster.form) != nil, "\(row.name)")
      #expect(named.insert(row.name).inserted, "\(row.name) has two rows")
      for heading in row.headings {
        let other = known.updateValue(row.name, forKey: RosterHeadings.key(heading))
        #expect(other == nil, "\(heading) is \(row.name) and \(other ?? "")")
        #expect(roster.headings.item(of: heading) == RosterHeadings.item(named: row.name, roster.form), "\(heading)")
      }
    }
    #expect(named.isSuperset(of: roster.form.fields.map(\.heading)))
  }

  @Test func `the sheet's own headings are known, the misprinted one too`() {
    for (index, field) in roster.form.fields.enumerated() {
      for heading in [field.heading, field.name, field.label.chinese] + field.otherHeadings {
        #expect(roster.headings.item(of: heading) == .field(index), "\(heading)")
      }
    }
    #expect(roster.headings.item(of: "否进城务工人员子女") == roster.item("migrant_worker_child"))
  }

  @Test(arguments: [
    ("姓 名", "name"), ("*姓名：", "name"), ("幼儿姓名（必填）", "name"), ("身份证号(18位)", "id_number"),
    ("国籍／地区", "nationality"), ("身份证号\n码", "id_number"), ("ＮＡＭＥ", "name"), ("家庭住址【现在】", "address"),
    ("入园时间※", "entry_date"), ("户籍地", "hukou_place"), ("出生年月日", "birth_date"), ("监护人", "guardian_name"),
    ("\u{FEFF}生日", "birth_date"),
  ])
  func `what does not count in a heading makes no other of it`(heading: String, name: String) {
    #expect(roster.headings.item(of: heading) == roster.item(name))
  }

  @Test(arguments: ["", "（姓名）", "备注", "父亲姓名", "母亲身份证号", "爱好"])
  func `nothing is guessed`(heading: String) {
    #expect(roster.headings.item(of: heading) == nil)
  }
}
