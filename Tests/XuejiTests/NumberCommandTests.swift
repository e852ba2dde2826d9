import Foundation
import Testing

/// `xueji number` as a script uses it. The sources of the cases are GB 11643-1999 (its printed specimens) and the
/// announcements on residence permits; the other numbers are invented.
@Suite struct NumberCommandTests {
  static let header = "number\tverdict\treason\tbirth\tsex\tarea\tnormalised"

  @Test(arguments: [
    // The specimens that the standard prints; the second is of 1880.
    ("11010519491231002X", "valid", "", "1949-12-31", "女", "北京市/朝阳区"),
    ("440524188001010014", "invalid", "year-before-1900", "", "", ""),
    // Specimens of residence permits of Hong Kong and Taiwan residents.
    ("810000199408230021", "valid", "", "1994-08-23", "女", "香港特别行政区"),
    ("830000199201300022", "valid", "", "1992-01-30", "女", "台湾省"),
    // A boy of today, and an area that was abolished in 1988.
    ("441302202203051236", "valid", "", "2022-03-05", "男", "广东省/惠州市/惠城区"),
    ("442501198501010017", "valid", "", "1985-01-01", "男", "广东省/惠阳地区/惠州市"),
    // Abolished in 1992, long before the birth.
    ("512221202106071246", "valid", "area-abolished", "2021-06-07", "女", "四川省/万县地区/万县"),
    // No table has 999999; the number may be right all the same.
    ("999999194912310025", "valid", "area-unknown", "1949-12-31", "女", ""),
    ("", "invalid", "empty", "", "", ""),
    ("1101051949123100", "invalid", "too-short", "", "", ""),
    ("11010519491231002XX", "invalid", "too-long", "", "", ""),
    ("110105491231002", "invalid", "fifteen-digits", "", "", ""),
    ("1101051949123A002X", "invalid", "characters", "", "", ""),
    ("110105194902290020", "invalid", "no-such-date", "", "", ""),
    ("441302202603051230", "invalid", "future", "", "", ""),
    ("110105194912310020", "invalid", "check", "", "", ""),
  ])
  func `each number gets its line`(
    number: String, verdict: String, reason: String, birth: String, sex: String, area: String
  ) throws {
    let answer = try Xueji.run(["number", "--on", Xueji.today, "--", number])
    #expect(
      answer.lines == [Self.header, [number, verdict, reason, birth, sex, area, number].joined(separator: "\t")])
    #expect(answer.status == 0)
    #expect(answer.errors.isEmpty)
  }

  @Test(arguments: [
    "11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002Ⅹ",
    "110105\u{200B}19491231\u{FEFF}002ｘ", "110105\u{00A0}19491231\u{3000}002X",
  ])
  func `what the desk mends is mended and valid`(typed: String) throws {
    let row = try #require(try Xueji.run(["number", typed]).rows.first)
    #expect(row == [typed, "valid", "", "1949-12-31", "女", "北京市/朝阳区", "11010519491231002X"])
  }

  @Test(arguments: ["110105-19491231-002X", "11010519491231002Х", "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "1101O519491231002X"])
  func `hyphens, Cyrillic letters and other scripts' digits are not mended`(typed: String) throws {
    let row = try #require(try Xueji.run(["number", typed]).rows.first)
    #expect(row[1] == "invalid")
    #expect(row[6] == typed)
  }

  @Test func `a day given with --on is today`() throws {
    for (day, verdict) in [("2022-03-05", "valid"), ("2022-03-04", "invalid"), ("2022年3月5日", "valid")] {
      #expect(try Xueji.run(["number", "--on", day, "441302202203051236"]).rows.first?[1] == verdict)
    }
  }

  @Test func `each line of standard input gets a line, whatever ends it and whatever is in it`() throws {
    let input = "11010519491231002X\r\n\n\t\n110105194912310020\n441302202203051236"
    let answer = try Xueji.run(["number", "--on", Xueji.today], input: input)
    #expect(answer.lines.first == Self.header)
    #expect(answer.rows.map { $0[1] + $0[2] } == ["valid", "invalidempty", "invalidempty", "invalidcheck", "valid"])
    #expect(answer.rows.first?[0] == "11010519491231002X")
    #expect(answer.status == 0)
  }

  @Test func `no input at all is a header alone`() throws {
    #expect(try Xueji.run(["number"]).lines == [Self.header])
  }

  @Test func `hostile bytes stay in their line and their column and tell a terminal nothing`() throws {
    var bytes: [UInt8] = []
    for byte in UInt8.min...UInt8.max where byte != 0x0A { bytes += [0x31, byte, 0x1B, 0x5B, 0x32, 0x4A, 0x0A] }
    bytes += Array("\u{202E}1\u{2028}2\u{85}3\u{9B}31m\n".utf8)
    let answer = try Xueji.run(["number"], bytes: bytes)
    #expect(answer.lines.count == 1 + 256)
    #expect(answer.rows.allSatisfy { $0.count == 7 && $0[1] == "invalid" })
    #expect(Xueji.isHarmless(answer.text))
    #expect(!answer.text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{2028}" })
  }

  @Test func `a line of many megabytes is one wrong number and the next is read`() throws {
    let bytes = [UInt8](repeating: 0x39, count: 8 << 20) + Array("\n11010519491231002X\n".utf8)
    let answer = try Xueji.run(["number"], bytes: bytes)
    #expect(answer.rows.map { $0[1] } == ["invalid", "valid"])
    #expect(answer.rows.first?[2] == "too-long")
    #expect(answer.output.count < 1 << 18)
  }

  @Test func `a result that cannot be written is said`() throws {
    let full = try Xueji.shell(#"printf '1\n' | "$X" number --lang en >/dev/full"#)
    #expect(full.status == 74)
    #expect(full.errors.hasPrefix("xueji: The result could not be written"))
    let closed = try Xueji.shell(#""$X" number 1 >&-"#)
    #expect(closed.status == 74)
    #expect(closed.errors.split(separator: "\n").count == 1)
  }

  @Test func `a reader that goes away ends the program without a word`() throws {
    let answer = try Xueji.shell(#"yes 11010519491231002X | head -200000 | "$X" number | head -1"#)
    #expect(answer.status == 0)
    #expect(answer.lines == [Self.header])
    #expect(answer.errors.isEmpty)
  }
}
