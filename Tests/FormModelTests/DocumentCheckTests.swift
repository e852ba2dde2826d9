import Standards
import TestSupport
import Testing

@testable import FormModel

/// The numbers of documents, and what they must agree with.
@Suite struct DocumentCheckTests {
  /// GB 11643-1999, in the order of the checks: each text is wrong in several ways, and the first is said.
  @Test(arguments: [
    ("4413022021030801", CitizenNumberProblem.tooShort), ("44130220210308001", .tooShort),
    ("4413022021030800100", .tooLong),
    ("441302210308001", .fifteenDigits),
    ("44130220210308O018", .characters), ("4413022021030800 1", .tooShort),
    ("44130220210308001\u{425}", .characters), ("44130220210308001Y", .characters), ("X41302202103080010", .characters),
    ("٤41302202103080010", .characters),
    ("441302202102290010", .noSuchDate), ("441302202113010010", .noSuchDate), ("441302000000000010", .noSuchDate),
    ("440524188001010014", .yearBefore1900), ("441302189912310010", .yearBefore1900),
    ("441302209912310010", .future),
    ("441302202103080010", .check),
  ])
  func `a number is checked in the standard's order`(number: String, problem: CitizenNumberProblem) throws {
    let row = CheckRow("", ["id_number": .value(number), "birth_date": .blank])
    let found = try row.findings().filter { $0.severity == .error }
    #expect(found.map(\.rule) == [.number(problem, nil, count: CitizenNumber.repair(number).count)])
    #expect(found.allSatisfy { $0.proposal == nil })
  }

  /// What they stand between is said to be right or wrong once they are gone.
  @Test(arguments: [
    "441302-20210308-0018", "441302-0210308001", "4413022021030800-1", "441302.20210308.0018", "4413·02",
    "441302—20210308001",
  ])
  func `a number written in parts is told to be written in one`(number: String) throws {
    let row = CheckRow("", ["id_number": .value(number), "birth_date": .blank])
    #expect(try row.findings().filter { $0.severity == .error }.map(\.rule) == [.numberSeparators])
    let guardian = Sample.guardianNumber
    let parted = "\(guardian.prefix(6))-\(guardian.dropFirst(6).prefix(8))-\(guardian.suffix(4))"
    #expect(try CheckRow("", ["guardian_id_number": .value(parted)]).findings().map(\.proposal) == [guardian])
  }

  @Test(arguments: [
    CheckRow(
      "tomorrow is the future, today is not", number("20241125001", birth: "2024-11-25"),
      "warning age-at-entry birth_date,entry_date"),
    CheckRow(
      "GB/T 2260: an abolished area is known", ["id_number": .value(Sample.withCheck("11010320210308001"))]),
    CheckRow(
      "abolished in 1994, fifteen years before", number("20091231001", birth: "2009-12-31", area: "441321"),
      "warning age-at-entry birth_date,entry_date"),
    CheckRow(
      "abolished in 1994, long before", number("20221231001", birth: "2022-12-31", area: "441321"),
      "warning age-at-entry birth_date,entry_date", "warning area-abolished id_number"),
    CheckRow(
      "GB/T 2260: no table has it", ["id_number": .value(Sample.withCheck("44139920210308001"))],
      "warning area-unknown id_number"),
    CheckRow(
      "both are said, a wrong area being where to look", ["id_number": "441399202103080010"],
      "error number-check id_number", "warning area-unknown id_number"),
    CheckRow(
      "what the desk mends is not left in a record",
      ["id_number": .value(Sample.withCheck("44130220210308003").lowercased())], "error number-characters id_number"),
    CheckRow(
      "the 17th digit", ["sex": "2"], "error number-sex sex,id_number"),
    CheckRow(
      "digits 7 to 14", ["birth_date": "2021-03-09"], "error number-birth-date birth_date,id_number"),
    CheckRow(
      "GB/T 33661: 2021-03-08 is the 25th of the first lunar month", ["birth_date": "2021-01-25"],
      "error number-birth-date birth_date,id_number", "warning lunar-date birth_date,id_number"),
    CheckRow(
      "the day before it is none", ["birth_date": "2021-01-24"], "error number-birth-date birth_date,id_number"),
    CheckRow(
      "nothing to compare with", ["birth_date": .blank, "sex": .owed], "missing owed sex", "missing required birth_date"
    ),
    CheckRow("another document says nothing about the sex", ["id_type": "Z", "sex": "2"]),
  ])
  func `a number agrees with its area, the birth date and the sex`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  @Test func `what the number says is offered`() throws {
    let form = try Sample.form()
    let setting = CheckSetting(today: Sample.today)
    let sex = try #require(form.index(of: "sex"))
    let birth = try #require(form.index(of: "birth_date"))
    #expect(try CheckRow("", ["sex": "2"]).findings().map(\.proposal) == ["1"])
    #expect(try CheckRow("", ["birth_date": "2021-03-09"]).findings().map(\.proposal) == ["2021-03-08"])
    let good = Sample.answers([:], form)
    #expect(form.derivedValue(of: sex, in: good, setting: setting) == "1")
    #expect(form.derivedValue(of: birth, in: good, setting: setting) == "2021-03-08")
    for changes in [
      ["id_number": Answer.blank], ["id_number": "441302202103080010"], ["id_type": "Z"], ["id_type": .owed],
    ] {
      #expect(form.derivedValue(of: sex, in: Sample.answers(changes, form), setting: setting) == nil)
    }
  }

  /// In use until 2013: no child has one, of an adult's the eighteen follow (GB 11643-1999, 4.4).
  @Test func `fifteen digits are refused for a child and carried on for a guardian`() throws {
    let child = try CheckRow("", ["id_number": "441302210308001"]).findings()
    #expect(child.map(\.rule) == [.number(.fifteenDigits, nil, count: 15)])
    #expect(child.map(\.proposal) == [nil])
    let guardian = try CheckRow("", ["guardian_id_number": "441302900517002"]).findings()
    #expect(guardian.map(\.rule) == [.number(.fifteenDigits, nil, count: 15)])
    #expect(guardian.map(\.proposal) == [Sample.guardianNumber])
    // Nothing can be made of a month that there is not.
    #expect(try CheckRow("", ["guardian_id_number": "441302901317002"]).findings().map(\.proposal) == [nil])
  }

  @Test(arguments: [
    // Digits 9 and 10 stand the wrong way round.
    ("441302201203080013", Answer.value("2021-03-08"), Answer.value("1"), Slip.swapped(first: 9)),
    ("441302201203080013", .blank, "1", nil),
    ("441302201203080013", "2021-03-08", .blank, nil),
    ("441302201203080013", "2021-03-09", "1", nil),
    // The month was misread.
    ("441302202108080013", "2021-03-08", "1", .digit(at: 12)),
    ("441302202113080013", "2021-03-08", "1", .digit(at: 11)),
    // Two digits are no slip of one place, nor is one that the birth date and the sex leave to several.
    ("441302202113090013", "2021-03-08", "1", nil),
    ("441302202103080073", "2021-03-08", "1", nil),
  ])
  func `a slip is named only where both the birth date and the sex leave one place`(
    number: String, birth: Answer, sex: Answer, slip: Slip?
  ) throws {
    // The last character is the one that makes the good number right.
    let typed = String(number.dropLast()) + String(Sample.childNumber.suffix(1))
    let found = try CheckRow("", ["id_number": .value(typed), "birth_date": birth, "sex": sex]).findings()
    let rules = found.compactMap { if case .number(_, let slip, _) = $0.rule { Optional(slip) } else { nil } }
    #expect(rules == [slip])
  }

  @Test func `no finding about a child's wrong number tells a right one`() throws {
    let form = try Sample.form()
    let checker = Checker(form: form, setting: CheckSetting(today: Sample.today))
    let field = try #require(form.index(of: "id_number"))
    var steps = Steps(state: 11)
    for _ in 0..<500 {
      var bytes = Array(Sample.childNumber.utf8)
      for _ in 0..<Int.random(in: 1...2, using: &steps) {
        bytes[Int.random(in: 0..<18, using: &steps)] = UInt8.random(in: 0x30...0x39, using: &steps)
      }
      let number = String(decoding: bytes, as: UTF8.self)
      var answers = Sample.answers([:], form)
      answers[field] = .value(number)
      for finding in checker.findings(in: answers) where finding.field == field {
        #expect(finding.proposal == nil, "\(number)")
      }
    }
  }

  @Test(arguments: [
    // 港澳居民来往内地通行证, identity card, residence permit (specimen of the permit's rules of 2018).
    CheckRow("permit of nine", ["guardian_id_type": "6", "guardian_id_number": "H12345678"]),
    CheckRow("permit of eleven", ["guardian_id_type": "6", "guardian_id_number": "H1234567890"]),
    CheckRow(
      "one digit short", ["guardian_id_type": "6", "guardian_id_number": "H123456789"],
      "warning document-shape guardian_id_number"),
    CheckRow("identity card", ["guardian_id_type": "6", "guardian_id_number": "A123456(3)"]),
    CheckRow("identity card", ["guardian_id_type": "6", "guardian_id_number": "AB123456A"]),
    CheckRow("residence permit", ["guardian_id_type": "6", "guardian_id_number": "810000199408230021"]),
    CheckRow(
      "its check character", ["guardian_id_type": "6", "guardian_id_number": "810000199408230022"],
      "error document-check guardian_id_number"),
    CheckRow(
      "Macao's number on a document of Hong Kong",
      ["guardian_id_type": "6", "guardian_id_number": .value(Sample.withCheck("82000019940823002"))],
      "warning document-region guardian_id_number"),
    CheckRow("Macao", ["guardian_id_type": "7", "guardian_id_number": "M12345678"]),
    CheckRow("Macao", ["guardian_id_type": "7", "guardian_id_number": "1234567(8)"]),
    CheckRow(
      "Macao", ["guardian_id_type": "7", "guardian_id_number": "H12345678"], "warning document-shape guardian_id_number"
    ),
    CheckRow("台湾居民来往大陆通行证", ["guardian_id_type": "8", "guardian_id_number": "12345678"]),
    CheckRow(
      "seven digits", ["guardian_id_type": "8", "guardian_id_number": "1234567"],
      "warning document-shape guardian_id_number"),
    CheckRow("Taiwan's residence permit", ["guardian_id_type": "8", "guardian_id_number": "830000199201300022"]),
    CheckRow(
      "外国人永久居留证 until 2023", ["guardian_id_type": "9", "guardian_id_number": "US1100000101012"],
      "warning document-shape guardian_id_number"),
    CheckRow("外国人永久居留证 until 2023", ["guardian_id_type": "9", "guardian_id_number": "USA110019900101"]),
    CheckRow(
      "since December 2023",
      ["guardian_id_type": "9", "guardian_id_number": .value(Sample.withCheck("91184019900101001"))]),
    CheckRow(
      "its check character",
      ["guardian_id_type": "9", "guardian_id_number": .value(wrong(Sample.withCheck("91184019900101001")))],
      "error document-check guardian_id_number"),
    CheckRow("passport, 5 characters", ["guardian_id_type": "A", "guardian_id_number": "E1234"]),
    CheckRow(
      "4", ["guardian_id_type": "A", "guardian_id_number": "E123"], "warning document-shape guardian_id_number"),
    CheckRow("17", ["guardian_id_type": "A", "guardian_id_number": "E1234567890123456"]),
    CheckRow(
      "18", ["guardian_id_type": "A", "guardian_id_number": "E12345678901234567"],
      "warning document-shape guardian_id_number"),
    CheckRow(
      "letters and digits", ["guardian_id_type": "A", "guardian_id_number": "E1234-678"],
      "warning document-shape guardian_id_number"),
    CheckRow(
      "an older household book has a number of its own", ["guardian_id_type": "B", "guardian_id_number": "002431"]),
    CheckRow("any other", ["guardian_id_type": "2", "guardian_id_number": "军字第123号"]),
    CheckRow(
      "a blank document says nothing", ["guardian_id_type": .blank, "guardian_id_number": "1"],
      "missing required guardian_id_type"),
  ])
  func `another document's number is held against its shape`(row: CheckRow) throws {
    #expect(try row.found() == row.expected)
  }

  private static func number(_ tail: String, birth: Answer, area: String = "441302") -> [String: Answer] {
    ["id_number": .value(Sample.withCheck(area + tail)), "birth_date": birth, "entry_date": "2024-11-25"]
  }

  private static func wrong(_ number: String) -> String {
    number.dropLast() + (number.hasSuffix("1") ? "2" : "1")
  }
}
