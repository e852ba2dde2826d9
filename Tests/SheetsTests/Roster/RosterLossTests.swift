import FormModel
import Records
import Standards
import TestSupport
import Testing

@testable import Sheets

/// Nothing that has content is dropped unsaid: whatever stands in a cell of a roster is in a record, or in what is said.
///
/// Rosters are put together by lot from what people write, and from what they do not.
@Suite struct RosterLossTests {
  private let roster: Roster

  init() throws { roster = try Roster() }

  private static let headings = [
    "姓名", "幼儿姓名*", "性别", "身份证号", "出生日期", "班级", "联系电话", "户口性质", "非农业户口类型", "户口所在地", "监护人姓名", "监护人", "父亲姓名", "母亲",
    "关系", "备注", "序号", "", "健康状况", "入园日期", "民族", "现住址", "原因", "学籍号", "电话", "是否留守儿童", "国籍", "残疾类别", "缴费", "监护人身份证号",
  ]
  private static let texts = [
    "潘小明", "潘⼩明", "买买提-艾力", "合计", "小计：3人", "填表人：李老师", "注：转园", "小一班", "3", "2.5", "男", "雌", "441302202203051236",
    "441302202203051000", "E12345678", "4413022022030512361", "2022-03-05", "2022年3月", "10/12/21", "2024.9", "44625",
    "农业", "居民家庭户",
    "非农", "朝阳区", "惠城区", "441302", "赵丽华（母）", "母亲：赵丽华", "A1", "？", "潘?明", "汉", "毛南族", "无", "否", "良好", "是", "13800138000",
    "=1+1", "'0302", "#N/A", "4.41302E+17", "----", "已缴 800 元", "示范路8号", "示范\n路9号", "\u{200B}", " ", "'", "中国",
    "\u{1B}[2J", "😀",
    "非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常长的一段话", "姓名", "性别", "2025-09-01 0:00:00",
  ]

  private func cell(_ chance: inout Steps) -> SheetCell {
    switch Int.random(in: 0..<24, using: &chance) {
    case 0..<8: .empty
    case 8: .number([3, 302, 44_625, 4.41302202203051e17].randomElement(using: &chance) ?? 3)
    case 9: CalendarDate(year: 2022, month: 3, day: 5).map { .date($0) } ?? .empty
    case 10: .boolean(true)
    case 11: [SheetCell.failure("#REF!"), .unsaved].randomElement(using: &chance) ?? .empty
    default: .text(Self.texts.randomElement(using: &chance) ?? "")
    }
  }

  private func table(_ chance: inout Steps) -> SheetTable {
    let width = Int.random(in: 2...7, using: &chance)
    var rows: [[SheetCell]] = []
    for _ in 0..<Int.random(in: 0...2, using: &chance) {
      rows.append([[.text("2026年花名册"), .text("单位：惠城幼儿园"), .empty].randomElement(using: &chance) ?? .empty])
    }
    var headings = (0..<width).map { _ in Self.headings.randomElement(using: &chance) ?? "" }
    headings[0] = ["姓名", "身份证号"].randomElement(using: &chance) ?? ""
    rows.append(headings.map { $0.isEmpty ? .empty : .text($0) })
    if Int.random(in: 0..<6, using: &chance) == 0 {
      rows.append((0..<width).map { _ in [.empty, .text("姓名"), .text("电话")].randomElement(using: &chance) ?? .empty })
    }
    for _ in 0..<Int.random(in: 1...6, using: &chance) {
      // Now and then more cells than headings.
      let extra = Int.random(in: 0..<5, using: &chance) == 0 ? 1 : 0
      rows.append((0..<width + extra).map { _ in cell(&chance) })
    }
    var looks = SheetLooks()
    if Int.random(in: 0..<4, using: &chance) == 0 { looks.hiddenRows = [rows.count] }
    if Int.random(in: 0..<4, using: &chance) == 0 { looks.hiddenColumns = [1...1] }
    if Int.random(in: 0..<4, using: &chance) == 0 {
      looks.merged = [CellRange(rows: rows.count - 1...rows.count, columns: 0...0)]
    }
    return SheetTable(
      name: "名单", rows: rows.enumerated().map { SheetRow(number: $0.offset + 1, cells: $0.element) }, looks: looks)
  }

  @Test func `whatever stands in a cell is in a record, or is said`() throws {
    var chance = Steps(state: 11)
    var (sheets, cells) = (0, 0)
    for _ in 0..<600 {
      let table = table(&chance)
      guard let sheet = RosterSheet(table, for: .children, headings: roster.headings) else { continue }
      sheets += 1
      var unsaid = Set(table.rows.flatMap { row in row.cells.indices.filter(row.has).map { [row.number, $0] } })
      cells += unsaid.count
      func say(_ row: Int, _ column: Int? = nil) {
        unsaid = unsaid.filter { $0[0] != row || column != nil && $0[1] != column }
      }
      for row in sheet.titles { say(row.number) }
      for row in sheet.hiddenRows { say(row) }
      let listed = Set(sheet.mapping.columns.map(\.index))
      for row in table.rows[sheet.mapping.headingRow..<sheet.mapping.headingRow + sheet.mapping.headingLines] {
        for column in listed { say(row.number, column) }
      }
      try take(sheet, say)
      #expect(unsaid.isEmpty, "\(unsaid.sorted { $0[0] < $1[0] }) of \(table.rows)")
    }
    #expect(sheets > 300 && cells > 5_000)
  }

  /// Takes the rows as the import does, each into a new record and into that of the row before.
  private func take(_ sheet: RosterSheet, _ say: (Int, Int?) -> Void) throws {
    var reader = RosterReader(sheet, form: roster.form, setting: roster.setting, words: roster.headings.words)
    var before: HeldRecord?
    for var line in sheet.lines {
      let row = reader.read(line)
      if line.kind == .child, row.isBlank { line.kind = RosterRowKind(withoutChild: line.row) }
      guard line.kind == .child else {
        let isNumbers = line.row.cells.allSatisfy { $0.entry.allSatisfy { $0.isNumber || $0 == "." } }
        if line.kind != .unused || isNumbers { say(line.row.number, nil) }
        continue
      }
      // A row of nobody is refused whole, and is in the file of what was not taken.
      let isRefused = row.value(.childName, roster.form) == nil && row.value(.childNumber, roster.form) == nil
      var new = roster.held()
      var taken = [try taken(row, into: &new, isNew: true)]
      if var before { taken.append(try self.taken(row, into: &before, isNew: false)) }
      before = new
      for column in sheet.mapping.columns {
        switch column.use {
        case .neglected: say(line.row.number, column.index)
        case .item(let item):
          let entry = line.row.cell(column.index).entry
          let isNothing = entry.unicodeScalars.allSatisfy { $0.isInvisible || $0.isWhiteSpace }
          let isTaken = taken.allSatisfy { $0.contains(item) }
          if isRefused || isTaken || isNothing { say(line.row.number, column.index) }
          expectWhole(entry, row, item)
        }
      }
    }
  }

  /// The items that are in the record afterwards, or are said.
  private func taken(_ row: RosterRow, into held: inout HeldRecord, isNew: Bool) throws -> Set<RosterItem> {
    let plan = ImportPlan(row, onto: isNew ? nil : held.record, form: roster.form, setting: roster.setting)
    #expect(plan.apply(to: &held, at: Roster.now, form: roster.form, setting: roster.setting) == nil)
    var said = Set(plan.faults.map(\.item)).union(plan.differences.map(\.item))
    for remark in plan.remarks {
      switch remark.kind {
      case .owed, .known: said.insert(remark.item)
      case .relation, .mended: break
      }
    }
    for (item, value) in row.values where !said.contains(item) {
      let standing: String? =
        switch item {
        case .field(let field): held.record.answers[field]?.value
        case .className: held.record.contact.className
        case .telephone: held.record.contact.telephone
        case .studentNumber: nil
        }
      if standing == value { said.insert(item) }
    }
    return said
  }

  /// What was taken of a text is all of it, but for what is said of the rest.
  private func expectWhole(_ entry: String, _ row: RosterRow, _ item: RosterItem) {
    guard let value = row.values[item], let field = item.field else { return }
    switch roster.form.fields[field].kind {
    case .text:
      var kept = Set(value.unicodeScalars)
      for remark in row.remarks where remark.item == item {
        switch remark.kind {
        case .relation(let relation): kept.formUnion(relation.unicodeScalars)
        case .owed(let words), .known(let words): kept.formUnion(words.unicodeScalars)
        case .mended: break
        }
      }
      let kind = roster.form.fields[field].kind.normalised
      let letters = TextNormaliser.normalise(entry, as: kind).unicodeScalars.filter { $0.properties.isAlphabetic }
      #expect(letters.allSatisfy(kept.contains), "\(entry) became \(value)")
    case .classCode, .documentNumber, .select, .place, .date: break
    }
  }
}
