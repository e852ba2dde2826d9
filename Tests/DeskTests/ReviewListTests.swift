import FormModel
import Records
import Standards
import Terminal
import Testing

@testable import Desk

/// The review's list: which records, in which order, and what the keys do.
@Suite struct ReviewListTests {
  private func names(_ desk: WorkDesk) -> [String] { desk.list?.rows.map(\.name) ?? [] }

  @Test func `the review opens on what waits, oldest first, whatever its day`() throws {
    var desk = try WorkDesk.day()
    desk.review()
    #expect(names(desk) == ["王小雨", "潘小明", "买买提·艾力", "𠮷田小满"])
    #expect(desk.shows("待审 4"))
    #expect(desk.shows("2015-01-28 周三：6 份  通过 1  退回 1"))
  }

  @Test func `a day's page shows its own records and, marked, older ones touched on it`() throws {
    var desk = try WorkDesk.day()
    desk.review()
    desk.enter("d20150128")
    #expect(names(desk).count == 7)
    #expect(desk.shows("↻01-26 王小雨"))
    #expect(desk.shows("6 份  通过 1  退回 1"), "only what was begun on the day is counted")
    desk.press(.left, .left)
    #expect(names(desk) == ["王小雨"])
    #expect(desk.shows("2015-01-26 周一"))
    desk.press(.right)
    #expect(desk.shows("这一天没有登记"))
    desk.type("w")
    #expect(desk.shows("待审 4"))
  }

  /// What is typed after `/`, and who is found.
  @Test(arguments: [
    ("小明", ["潘小明"]), ("一一", ["林一一"]), ("1031", ["潘小明"]), ("没有", []),
  ])
  func `a search looks through everything`(_ typed: String, _ found: [String]) throws {
    var desk = try WorkDesk.day()
    desk.review()
    desk.enter("/" + typed)
    #expect(names(desk) == found)
  }

  @Test func `a search finds a record by its code`() throws {
    var desk = try WorkDesk.day()
    let child = try desk.child("陈小舟")
    desk.review()
    desk.enter("/" + child.code.text.lowercased())
    #expect(names(desk) == ["陈小舟"])
  }

  /// The digits of the filter, and who is left.
  @Test(arguments: [
    ("3", ["吉田小满", "欧阳明月"]), ("4", ["陈小舟"]), ("5", ["林一一"]), ("6", ["潘小明"]), ("7", ["买买提·艾力"]),
    ("0", ["吉田小满", "𠮷田小满"]), ("20", ["𠮷田小满"]), ("33", ["王小雨", "潘小明", "买买提·艾力", "𠮷田小满"]),
  ])
  func `filters narrow the list, and none shows what waits`(_ digits: String, _ left: [String]) throws {
    var desk = try WorkDesk.day()
    desk.review()
    desk.enter("f" + digits)
    #expect(names(desk) == left)
  }

  @Test func `sorting keeps the highlight on its record`() throws {
    var desk = try WorkDesk.day()
    desk.review()
    desk.press(.down)
    let standing = desk.list.map { $0.rows[$0.highlighted].name }
    for _ in SummaryFilter.Order.allCases {
      desk.type("s")
      #expect(desk.list.map { $0.rows[$0.highlighted].name } == standing)
    }
    #expect(desk.list?.order == .created)
  }

  @Test func `marks stay on their records, and Esc takes them away`() throws {
    var desk = try WorkDesk.day()
    desk.review()
    desk.type("m")
    #expect(desk.list?.marked.count == 1)
    #expect(desk.shows("选了 1 份"))
    desk.press(.escape)
    #expect(desk.list?.marked.isEmpty == true)
  }

  @Test func `the list is read anew after a record was changed`() throws {
    var desk = try WorkDesk.day()
    desk.review()
    desk.press(.enter)
    desk.type("a")
    desk.press(.enter)
    #expect(desk.shows("通过了"))
    desk.press(.function(10))
    #expect(names(desk) == ["潘小明", "买买提·艾力", "𠮷田小满"])
    #expect(!desk.hasLeft)
    desk.press(.function(10))
    #expect(desk.hasLeft)
  }

  @Test func `walking a long list asks the store for nothing`() throws {
    var desk = try WorkDesk()
    let child = try desk.add("潘小明", sequence: 1, minutes: 5)
    let summary = RecordSummary(child, form: desk.context.form, setting: desk.context.setting)
    desk.review()
    let rows = (0..<1_000).map { index in
      var row = summary
      row.name = "孩子\(index)"
      return row
    }
    desk.tell(.work(.listed(.waiting, for: .rows, rows, unreadable: [])))
    let asked = desk.effects.count
    for _ in 0..<50 { desk.press(.pageDown) }
    #expect(desk.shows("▸  08:05 孩子500"))
    desk.press(.end)
    #expect(desk.shows("▸  08:05 孩子999"))
    desk.press(.home)
    #expect(desk.shows("▸  08:05 孩子0 "))
    #expect(desk.effects.count == asked)
  }

  @Test func `the day's balance adds up and names who owes what by when`() throws {
    var desk = try WorkDesk.day()
    desk.sit(DayCloseScreen(holder: WorkDesk.staff))
    #expect(desk.shows("开始填 6 ＝ 填写中 1 ＋ 待审 3 ＋ 通过 1 ＋ 撤回 1"))
    #expect(desk.shows("2015-02-01 前"))
    #expect(desk.shows("户口性质"))
    desk.press(.enter)
    #expect(desk.shows("潘小朋友"))
    desk.press(.escape, .left)
    #expect(desk.shows("2015-01-27 周二"))
    desk.enter("d20150126")
    #expect(desk.shows("开始填 1 ＝"))
    #expect(desk.shows("都填全了"))
  }
}
