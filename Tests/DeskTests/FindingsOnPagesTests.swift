import FormModel
import Records
import Sentences
import Standards
import Terminal
import Testing
import Wording

@testable import Desk

/// A finding belongs to the record: every page that shows the record says it, whoever looks.
@Suite struct FindingsOnPagesTests {
  /// One thing that can be wrong with a record that was handed in.
  enum Kind: CaseIterable {
    case error
    case warning
    case blank
    case duplicate
    case numberInDraft
  }

  /// A page that shows a record, with what it must say of each kind.
  enum Page: CaseIterable {
    case reviewList
    case reviewRecord
    case sheet
    case check
    case readBack
    case walk
    case completionList
  }

  private static let name = "潘小明"

  /// A desk on which one child has something wrong, and the child.
  private func desk(_ kind: Kind) throws -> (WorkDesk, Record) {
    var desk = try WorkDesk()
    let child = try desk.add(Self.name, sequence: 1, minutes: 5)
    try desk.add("陈小舟", sequence: 2, minutes: 6)
    let (number, address) = (try desk.field("id_number"), try desk.field("address"))
    switch kind {
    case .error:
      try desk.make([.answer("441302201103051032", field: number, source: .told)], on: child, as: WorkDesk.mother)
    case .warning:
      try desk.make([.answer("演示大道", field: address, source: .told)], on: child, as: WorkDesk.mother)
    case .blank: try desk.make([.clear(field: address)], on: child, as: WorkDesk.mother)
    case .duplicate: try desk.add("吉田小满", sequence: 1, minutes: 7)
    case .numberInDraft: try desk.add("吉田小满", sequence: 1, minutes: 7, until: .draft)
    }
    return (desk, try desk.record(child))
  }

  private func open(_ page: Page, _ kind: Kind, _ child: Record, _ desk: inout WorkDesk) throws {
    let held = try #require(HeldRecord(child, holder: WorkDesk.teacher))
    let item = kind == .warning || kind == .blank ? "16" : "6"
    switch page {
    case .reviewList: desk.review()
    case .reviewRecord: try desk.open(child)
    case .sheet:
      desk.sit(SheetScreen(held, desk.context))
      desk.press(.function(6))
      desk.enter(item)
    case .check:
      desk.sit(SheetScreen(held, desk.context))
      desk.press(.function(5))
    case .readBack: try desk.readBack(child, as: WorkDesk.teacher)
    case .walk:
      desk.sit(CompletionScreen(holder: WorkDesk.teacher))
      desk.type("e")
      desk.enter(item)
    case .completionList:
      desk.sit(CompletionScreen(holder: WorkDesk.teacher))
      desk.type("uuu")
    }
  }

  /// What a page says; nil where it does not show the record: a walk goes to what is not given, wrong or doubtful.
  private func said(_ kind: Kind, on page: Page) -> String? {
    switch (kind, page) {
    case (.error, .reviewList): "0    1    0      0 待审"
    case (.warning, .reviewList): "0    0    1      0 待审"
    case (.blank, .reviewList): "1    0    0      0 待审"
    case (.duplicate, .reviewList): "待审   一人多籍？"
    case (.numberInDraft, .reviewList): "待审   草稿同号"
    case (.error, .reviewRecord): "✗ 身份证件号码：号码对不上"
    case (.warning, .reviewRecord): "！ 现住址：住址里没有门牌号"
    case (.blank, .reviewRecord): "○ 现住址"
    case (.duplicate, .reviewRecord): "✗ 一人多籍？这个号码在另一份表里也有"
    case (.numberInDraft, .reviewRecord): "！ 这个号码在一份还没交的表里也有"
    case (.error, .sheet): "▸ 6 ✗"
    case (.warning, .sheet): "▸16 ！"
    case (.blank, .sheet): "▸16 ○"
    case (.duplicate, .sheet), (.numberInDraft, .sheet): "▸ 6 ！"
    case (.error, .check): "✗ 身份证"
    case (.warning, .check): "！ \(label(of: "address"))"
    case (.blank, .check): "○ \(label(of: "address"))"
    case (.duplicate, .check), (.numberInDraft, .check): words(of: GuidedPhrase.numberKnown)
    case (.error, .readBack): "✗ 证件是居民身份证"
    case (.warning, .readBack): "！现在住在 演示大道"
    case (.blank, .readBack): "○ 现住址没有填"
    case (.duplicate, .readBack), (.numberInDraft, .readBack): "！证件是居民身份证"
    case (.error, .walk): "✗ 潘小明         中二班     441302 20110305 1032"
    case (.warning, .walk): "！ 潘小明        中二班     演示大道"
    case (.blank, .walk): "▸ 潘小明           中二班"
    case (.duplicate, .walk), (.numberInDraft, .walk): nil
    case (.error, .completionList): "▸ ✗ 潘小明"
    case (.warning, .completionList): "！ 潘小明        中二班     待审    ！1  补全"
    case (.blank, .completionList): "潘小明           中二班     待审    缺 1  补全"
    case (.duplicate, .completionList): "✗ 潘小明         中二班     待审    一人多籍"
    case (.numberInDraft, .completionList): "！ 潘小明"
    }
  }

  @Test(arguments: Page.allCases, Kind.allCases)
  func `what is wrong with a record is said on the page`(_ page: Page, _ kind: Kind) throws {
    var (desk, child) = try desk(kind)
    try open(page, kind, child, &desk)
    guard let said = said(kind, on: page) else {
      // The walk is through children who lack one item, and the page of none is said of all others.
      return #expect(page == .walk && desk.completion?.walk == nil, "\(kind) \(desk)")
    }
    #expect(desk.shows(said), "\(page) \(kind) \(desk)")
  }

  @Test func `closing the day counts what is wrong and names who has to bring something`() throws {
    for kind in Kind.allCases {
      var (desk, _) = try desk(kind)
      desk.sit(DayCloseScreen(holder: WorkDesk.staff))
      let wrong = kind == .error ? 1 : 0
      let doubled = kind == .duplicate ? 2 : kind == .numberInDraft ? 1 : 0
      #expect(desk.shows("重复 \(doubled)   有错 \(wrong)"), "\(kind) \(desk)")
      let isNamed = kind == .error || kind == .blank
      #expect(desk.shows("▸ 潘小明") == isNamed, "\(kind) \(desk)")
    }
  }

  @Test func `an approved child whose number somebody else hands in stands with staff, who settle it`() throws {
    var desk = try WorkDesk()
    let child = try desk.add(Self.name, sequence: 1, minutes: 5, until: .approved)
    try desk.add("吉田小满", sequence: 1, minutes: 7)
    desk.review(WorkList.duplicates.filter)
    #expect(desk.shows("潘小明      中二班 母亲        0    0    0      0 通过   一人多籍？"), "\(desk)")
    desk.press(.home, .enter)
    #expect(desk.shows("取件码 \(child.code.text)") && desk.shows("✗ 一人多籍？"), "\(desk)")
  }
}
