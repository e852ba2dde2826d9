import FormModel
import Standards
import Testing
import Wording

/// What is said about a wrong answer: the one thing that is so, with its number, and what to do about it.
@Suite struct FindingWordsTests {
  private static let today = CalendarDate(iso: "2026-03-01")

  /// An answer, the rule that finds it, and what its sentence has to have and must not have.
  struct Row: Sendable, CustomTestStringConvertible {
    var answers: [String: String]
    var rule: String
    var says: String
    var never: [String] = []
    var english: String
    var testDescription: String { "\(rule): \(answers.sorted { $0.key < $1.key })" }
  }

  private static let card = ["id_type": "1"]

  private static func number(_ number: String) -> [String: String] { ["id_type": "1", "id_number": number] }

  private static func guardian(born birth: String, child: String) -> [String: String] {
    ["guardian_id_type": "1", "guardian_id_number": withCheck("441302\(birth)002"), "birth_date": child]
  }

  /// Seventeen digits with their check character, by the recursion of ISO 7064.
  private static func withCheck(_ seventeen: String) -> String {
    let rest = seventeen.utf8.reduce(0) { ($0 + Int($1) - 0x30) * 2 % 11 }
    let check = (12 - rest) % 11
    return seventeen + (check == 10 ? "X" : String(check))
  }

  static let rows: [Row] = [
    Row(answers: number("4413022022030512"), rule: "number-too-short", says: "还差 2 位", english: "2 of 18"),
    Row(answers: number("44130220220305123"), rule: "number-too-short", says: "还差 1 位", english: "1 of 18"),
    Row(answers: number("44130220220305123612"), rule: "number-too-long", says: "多了 2 位", english: "2 more"),
    Row(
      answers: number("441302202202301236"), rule: "number-no-such-date", says: "这一天", never: ["真的日子", "现在"],
      english: "no such day"),
    Row(
      answers: number("441302203003051236"), rule: "number-future", says: "还没到", never: ["今天以后", "现在"],
      english: "not come yet"),
    Row(answers: number("441302-20220305-1236"), rule: "number-separators", says: "横线", english: "hyphens"),
    Row(answers: number("441302.20220305.12"), rule: "number-separators", says: "横线", english: "hyphens"),
    Row(
      answers: ["birth_date": "2027-01-01"], rule: "birth-in-future", says: "还没到", never: ["今天以后"],
      english: "not come yet"),
    Row(
      answers: guardian(born: "20080105", child: "2022-03-05"), rule: "guardian-age", says: "14 岁", never: ["60"],
      english: "only 14"),
    Row(
      answers: guardian(born: "19580105", child: "2022-03-05"), rule: "guardian-age", says: "64 岁", never: ["16"],
      english: "was 64"),
    Row(
      answers: ["birth_date": "2024-10-05", "entry_date": "2025-09-01"], rule: "age-at-entry", says: "0 岁",
      never: ["7"],
      english: "only 0"),
    Row(
      answers: ["birth_date": "2018-01-05", "entry_date": "2025-09-01"], rule: "age-at-entry", says: "7 岁",
      never: ["2 岁"],
      english: "already 7"),
    Row(
      answers: ["name": String(repeating: "古", count: 27)], rule: "too-many-hanzi", says: "老师处理", never: ["短", "字节"],
      english: "staff"),
    Row(
      answers: ["guardian_name": String(repeating: "古", count: 13) + "·" + String(repeating: "古", count: 13)],
      rule: "too-long", says: "老师处理", never: ["短", "字节"], english: "staff"),
    Row(
      answers: ["address": String(repeating: "路", count: 67)], rule: "too-long", says: "长 7 个字", never: ["字节"],
      english: "by 7"),
  ]

  @Test(arguments: rows)
  func `a finding says the one thing that is so, in numbers that one can count`(row: Row) throws {
    let form = try Form.load(from: .embedded)
    var answers = Answers(count: form.fields.count)
    for (name, value) in row.answers { answers[try #require(form.index(of: name))] = .value(value) }
    let checker = Checker(form: form, setting: CheckSetting(today: try #require(Self.today)))
    let finding = try #require(checker.findings(in: answers).first { $0.rule.code == row.rule })
    let message = Wording(.chinese).message(finding, form: form)
    #expect(message.contains(row.says), "\(message)")
    for word in row.never { #expect(!message.contains(word), "\(message)") }
    #expect(Wording(.english).message(finding, form: form).contains(row.english))
  }

  /// A rule that looks at an age says it, and of two sides the one that is so.
  @Test func `every rule that looks at an age has a gap for it, and says both sides apart`() throws {
    for rule in try Form.load(from: .embedded).rules {
      let looks = rule.condition.fields.count > 1 && rule.messageOver != nil
      for text in [rule.message, rule.messageOver].compactMap(\.self) {
        for language in Language.allCases { #expect(text[language].contains("{}") == looks, "\(rule.name)") }
      }
      #expect(rule.message != rule.messageOver && !rule.message.chinese.contains("或超过"), "\(rule.name)")
    }
  }
}
