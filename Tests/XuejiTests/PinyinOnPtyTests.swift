import Foundation
import Sentences
import Terminal
import TestSupport
import Testing
import Wording

/// A form whose Chinese is typed from a keyboard of the United States, on a real terminal.
@Suite(.onOwnThreads) struct PinyinOnPtyTests {
  private static let desk = DeskOnPtyTests()

  /// A text, and the keys that type it: letters, and in brackets what is then taken by what stands before it.
  struct Typed {
    var text: String
    var keys: String
  }

  struct Family {
    var child: Typed
    var native: Typed
    var address: Typed
    var guardian: Typed
  }

  static let families = [
    Family(
      child: Typed(text: "买买提·艾力", keys: "maimaiti[买买提].aili[艾力]"),
      native: Typed(text: "新疆喀什", keys: "xinjiang[新疆]kashi[喀什]"),
      address: Typed(
        text: "广东省惠州市惠城区解放东路12号3栋501室",
        keys: "guangdongshenghuizhoushihuichengqu[广东省惠州市惠城区]jiefangdonglu[解放东路]12hao[号]3dong[栋]501shi[室]"),
      guardian: Typed(text: "欧阳𬭎", keys: "ouyang[欧阳]u5[钅]7[𬭎]")),
    Family(
      child: Typed(text: "单小燕", keys: "shanxiaoyan[单][小][燕]"), native: Typed(text: "佛山", keys: "fosan[佛山]"),
      address: Typed(text: "惠城区解放路8号（北门）", keys: "hcq[惠城区]jiefanglu[解放路]8hao[号](beimen[北门])"),
      guardian: Typed(text: "潘小明", keys: "panxiaoming[潘][小][明]")),
  ]

  /// Types a text as a person does who watches the screen.
  private func type(_ typed: Typed, _ session: TerminalSession, byPinyin: Bool) throws {
    guard byPinyin else { return try Self.desk.type(typed.text, session) }
    for part in typed.keys.split(separator: "]") {
      let parts = part.split(separator: "[", omittingEmptySubsequences: false)
      let isPlain = parts[0].allSatisfy { $0.isASCII }
      #expect(isPlain)
      session.send(String(parts[0]))
      // Signs become Chinese ones; the letters behind them stand there as they are.
      let letters = parts[0].reversed().prefix { $0.isLetter || $0.isNumber }.reversed()
      if !letters.isEmpty { try session.waitFor(String(letters)) }
      if parts.count > 1 { try take(String(parts[1]), session) }
    }
    try session.waitFor(typed.text)
  }

  /// Turns the pages until the text stands in the line below the cursor, and presses what stands before it.
  private func take(_ text: String, _ session: TerminalSession) throws {
    for _ in 0..<60 {
      // A machine that has much to do shows them later.
      try? session.wait("show \(text)", 0.4) { row(below: $0).contains(text) }
      let line = try candidates(session)
      let part = line.split(separator: " ").first { $0.dropFirst() == text[...] }
      guard let label = part?.unicodeScalars.first else {
        session.send(.pageDown)
        try session.wait("turn the page") { row(below: $0) != line }
        continue
      }
      session.send(.text(label))
      return try session.wait("take \(text)") { row(below: $0) != line }
    }
    Issue.record("\(text) is nowhere:\n\(session.screen().joined(separator: "\n"))")
  }

  private func row(below session: TerminalSession) -> String {
    let rows = session.screen()
    return session.cursor.row + 1 < rows.count ? rows[session.cursor.row + 1] : ""
  }

  /// The line of candidates, once it is drawn whole.
  private func candidates(_ session: TerminalSession) throws -> String {
    var line = ""
    try session.wait("show candidates") { session in
      let before = line
      line = row(below: session)
      return line == before && session.screen().last?.contains("PgDn") ?? false
    }
    return line
  }

  private func fill(_ family: Family, _ session: TerminalSession, byPinyin: Bool) throws {
    try session.waitFor(label(of: "name"))
    if byPinyin {
      session.send(.function(4))
      try session.waitFor(words(of: PinyinPhrase.on))
    }
    try type(family.child, session, byPinyin: byPinyin)
    try Self.desk.enter(session, until: DeskOnPtyTests.household)
    session.send("1")
    try session.waitFor("0 / 18")
    try Self.desk.type("441302202203051236", session, shows: "2022年3月5日出生")
    try Self.desk.enter(session, until: label(of: "ethnic_group"))
    try Self.desk.type("hz", session, shows: "汉族")
    try Self.desk.enter(session, until: label(of: "blood_type"))
    try Self.desk.enter(session, until: label(of: "birthplace"))
    try Self.desk.enter(session, until: label(of: "native_place"))
    try type(family.native, session, byPinyin: byPinyin)
    try Self.desk.enter(session, until: "户口性质")
    try session.tap(.text("1"))
    try session.waitFor(label(of: "hukou_place"))
    try Self.desk.enter(session, until: label(of: "address"))
    session.send(.control("u"))
    try type(family.address, session, byPinyin: byPinyin)
    try Self.desk.enter(session, until: label(of: "entry_date"))
    try Self.desk.fillKindergarten(session)
    try type(family.guardian, session, byPinyin: byPinyin)
    try Self.desk.enter(session, until: label(of: "guardian_id_number"))
    try Self.desk.type("441302199001010028", session, shows: "女 · 1990年1月1日出生")
    try Self.desk.enter(session, until: words(of: CheckPhrase.handIn))
    try Self.desk.enter(session, until: words(of: CheckPhrase.fillerTitle))
    session.send("1")
    try session.waitFor("联系电话")
    try Self.desk.type("13800000000", session)
    try Self.desk.enter(session, until: "交好了")
    try session.waitFor("已保存")
    try session.leaveCode()
    #expect(try session.exitStatus() == 0)
  }

  /// The record without what is its own: identity and times, and the checksum over them.
  private func answers(_ store: DeskOnPtyTests.Store) throws -> [Substring] {
    func bare(_ value: Any) -> Any {
      if let object = value as? [String: Any] {
        return object.filter { !["at", "id", "code", "checksum"].contains($0.key) }.mapValues(bare)
      }
      return (value as? [Any])?.map(bare) ?? value
    }
    let record = try #require(try store.records().first)
    let data = try JSONSerialization.data(withJSONObject: bare(record), options: [.sortedKeys, .prettyPrinted])
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }

  @Test(arguments: families.indices)
  func `a form whose Chinese is typed from a plain keyboard is the form that is typed in Chinese`(_ index: Int) throws {
    let family = Self.families[index]
    let (plain, chinese) = (DeskOnPtyTests.Store(), DeskOnPtyTests.Store())
    try fill(family, try Self.desk.start(plain), byPinyin: true)
    try fill(family, try Self.desk.start(chinese), byPinyin: false)
    #expect(try plain.value("name") == family.child.text)
    let difference = try answers(plain).difference(from: answers(chinese))
    #expect(difference.isEmpty, "\(difference)")
    // What was typed stands in the record and in what is made of it, and the letters nowhere.
    let found = try #require(FileManager.default.enumerator(atPath: plain.path)?.compactMap { $0 as? String })
    for file in found {
      let bytes = FileManager.default.contents(atPath: plain.path + "/" + file) ?? Data()
      if bytes.range(of: Data(family.child.text.utf8)) != nil {
        #expect(["records/", "index.", "backups/"].contains { file.hasPrefix($0) }, "\(file)")
      }
      let letters = family.child.keys.prefix { $0 != "[" }
      #expect(bytes.range(of: Data(letters.utf8)) == nil, "\(file)")
    }
    let listed = try BuiltProgram.run([BuiltProgram.path("xueji"), "list", "--store", plain.path])
    #expect(listed.text.contains(family.child.text))
  }
}
