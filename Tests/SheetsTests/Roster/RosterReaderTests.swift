import FormModel
import Standards
import Testing

@testable import Sheets

@Suite struct RosterReaderTests {
  private let roster: Roster

  init() throws { roster = try Roster() }

  /// What the cell below a heading is read as, beside a name.
  private func value(_ heading: String, _ cell: SheetCell) throws -> Result<String?, RosterFault.Reason> {
    let read = roster.read(["姓名": .text("潘小明"), heading: cell])
    let item = try #require(roster.headings.item(of: heading))
    if let fault = read.faults.first {
      #expect(fault.item == item && read.values[item] == nil)
      return .failure(fault.reason)
    }
    return .success(read.values[item])
  }

  @Test(arguments: [
    ("性别", "男", "1"), ("性别", "2", "2"), ("民族", "汉", "01"), ("民族", "汉族", "01"), ("民族", "毛难族", "36"), ("民族", "毛南族", "36"),
    ("身份证件类型", "身份证", "1"), ("身份证件类型", "居民身份证", "1"), ("血型", "A型", "1"), ("是否孤儿", "否", "0"),
    ("就读方式", "走读（每天回家）", "1"), ("国籍/地区", "中国", "CHN"), ("户口所在地", "441302000000", "441302000000"),
    ("户口所在地", "广东省惠州市惠城区", "441302000000"), ("户口所在地", "广东省 / 惠州市 / 惠城区", "441302000000"),
    ("户口所在地", "惠城区", "441302000000"), ("户口所在地", "北京市朝阳区", "110105000000"), ("出生日期", "2022年3月5日", "2022-03-05"),
    ("出生日期", "20220305", "2022-03-05"), ("入园日期", "2025.9.1", "2025-09-01"),
    ("身份证号", " 44130220220305 123６ ", "441302202203051236"),
    ("身份证号", "'441302202203051236", "441302202203051236"), ("家长姓名", "潘 大 明", "潘大明"), ("家庭住址", "　演示路８号\n", "演示路8号"),
    ("家庭住址", "惠州市惠城区\n下埔路12号", "惠州市惠城区 下埔路12号"), ("家长姓名", "潘\u{2F29}明", "潘小明"),
    ("班级", " 中二班", "中二班"), ("电话", "'+86 138 0000 0000", "+86 138 0000 0000"),
    ("身份证号", "441302202203051230", "441302202203051230"),
  ])
  func `a cell is read as what it says exactly`(heading: String, text: String, wanted: String) throws {
    #expect(try value(heading, .text(text)) == .success(wanted))
  }

  @Test(arguments: [
    ("性别", "雄", RosterFault.Reason.rule(.notInList)), ("民族", "族", .rule(.notInList)), ("血型", "C型", .rule(.notInList)),
    ("户口所在地", "朝阳区", .ambiguous), ("户口所在地", "惠阳县", .unknownPlace), ("户口所在地", "惠城", .unknownPlace),
    ("出生日期", "2022-02-30", .rule(.unreadableDate(.noSuchDay))),
    ("出生日期", "3月5日", .rule(.unreadableDate(.incomplete))),
    ("出生日期", "去年", .rule(.unreadableDate(.unreadable))), ("家庭住址", "=HYPERLINK(\"http://x\")", .rule(.formulaStart)),
    ("家庭住址", "'=1+1", .rule(.formulaStart)), ("家庭住址", "＠x", .rule(.formulaStart)),
    ("家庭住址", "演示路\u{1B}[2J8号", .rule(.refusedCharacter(.control("\u{1B}")))),
    ("家庭住址", "演示路8号😀", .rule(.refusedCharacter(.picture("😀")))), ("身份证号", "4.41302E+17", .lostDigits),
    ("监护人身份证号", "4.41302199001E+17", .lostDigits), ("现住址", "#REF!", .failedFormula),
    ("现住址", "########", .failedFormula),
    ("班级", "中\u{0}班", .rule(.refusedCharacter(.control("\u{0}")))),
  ])
  func `a bad cell is left out and named`(heading: String, text: String, reason: RosterFault.Reason) throws {
    #expect(try value(heading, .text(text)) == .failure(reason))
  }

  @Test func `cells of a workbook are read by their kind`() throws {
    let day = try #require(CalendarDate(iso: "2022-03-05"))
    #expect(try value("出生日期", .date(day)) == .success("2022-03-05"))
    #expect(try value("出生日期", .number(20_220_305)) == .success("2022-03-05"))
    #expect(try value("出生日期", .number(44_625)) == .failure(.dateAsNumber))
    #expect(try value("电话", .number(13_800_000_000)) == .success("13800000000"))
    #expect(try value("身份证号", .number(441_302_202_203_051_200)) == .failure(.lostDigits))
    #expect(try value("班级", .number(1e300)) == .failure(.lostDigits))
    #expect(try value("性别", .number(1)) == .success("1"))
    #expect(try value("性别", .boolean(true)) == .failure(.rule(.notInList)))
    #expect(try value("现住址", .failure("#N/A")) == .failure(.failedFormula))
    #expect(try value("现住址", .text(" \u{3000}")) == .success(nil))
    #expect(try value("现住址", .empty) == .success(nil))
  }

  @Test func `a cell of a megabyte is too long, and spoils no other`() throws {
    let read = roster.read([
      "姓名": .text("潘小明"), "现住址": .text(String(repeating: "长", count: 350_000)), "班级": .text("中二班"),
    ])
    #expect(read.faults == [RosterFault(roster.item("address"), .rule(.tooLong(bytes: 1_050_000, limit: 180)))])
    #expect(read.values == [roster.item("name"): "潘小明", .className: "中二班"])
  }

  @Test func `a valid number tells the birth date that the row does not`() throws {
    let day = try #require(CalendarDate(iso: "2022-03-05"))
    let (form, setting) = (roster.form, roster.setting)
    #expect(
      roster.read(["姓名": .text("潘小明"), "身份证号": .text("441302202203051236")]).birthDate(form, setting: setting) == day)
    #expect(
      roster.read(["姓名": .text("潘小明"), "身份证号": .text("441302202203051230")]).birthDate(form, setting: setting) == nil)
    // A passport's number says nothing, whatever it looks like.
    #expect(
      roster.read([
        "姓名": .text("潘小明"), "身份证号": .text("441302202203051236"), "证件类型": .text("护照"),
      ]).birthDate(form, setting: setting) == nil)
  }
}
