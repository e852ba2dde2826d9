import City
import FormModel
import Records
import Standards
import TestSupport
import Testing

/// A batch says of a record what the desk says of it.
@Suite struct RecordChecksTests {
  private let forms: FormLibrary
  private let checks: RecordChecks

  init() throws {
    forms = try Lines.forms.get()
    checks = RecordChecks(forms, simulated: forms, setting: CheckSetting(today: Lines.now.date, kindergarten: "441302"))
  }

  private static let texts = [
    "", " ", "潘", "不知道", "演示路", "演示路1号", "=1+1", "1", "0", "2", "Z", "A", "CHN", "HKG", "50", "10", "790101000000",
    "110000000000",
    "2021-02-30", "2023-09-01", "2027-01-01", "2031-01-01", "2021.3", "79010120210305001X", "790101202103050014",
    "11010519491231002X",
    "440524188001010014", "120103760312721", "7901012021030500", "潘Xiao明", "e\u{301}",
    String(repeating: "长", count: 70), "a\tb", "？",
  ]

  @Test func `the same is found in the same records at the desk and in a batch`() throws {
    let records = try Lines.city.get()
    let count = Lines.isWhole ? 10_000 : 1_200
    var steps = Steps(state: 10)
    var (findings, wrong) = (0, 0)
    for index in 0..<count {
      let original = records[index % records.count]
      guard var members = original.json(form: forms.form).object, var answers = members["answers"]?.object else {
        continue
      }
      members["history"] = .array([])
      for _ in 0..<(index < records.count ? 0 : Int.random(in: 1...4, using: &steps)) {
        let field = forms.form.fields.randomElement(using: &steps)?.name ?? ""
        guard var answer = answers[field]?.object, answer["value"] != nil else { continue }
        answer["value"] = .string(Self.texts.randomElement(using: &steps) ?? "")
        answers[field] = .object(answer)
      }
      members["answers"] = .object(answers)
      let line = JSONValue.object(members).serialized(pretty: false)
      let desk = try Record(line, form: forms.form)
      let setting = CheckSetting(today: Lines.now.date, kindergarten: original.origin?.division)
      let skimmer = RecordSkimmer(forms.form)
      let skimmed = try line.withUnsafeBytes { skimmer.read($0) } ?? RecordAnswers(line, forms: forms)
      let (one, other) = (desk.openFindings(form: forms.form, setting: setting), checks.findings(in: skimmed))
      #expect(one == other, "\(original.id)")
      findings += one.count
      wrong += one.isEmpty ? 0 : 1
    }
    print("the same findings by both ways: \(count) records, \(wrong) with \(findings) findings")
    #expect(wrong > count / 3)
  }
}
