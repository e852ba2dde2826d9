import Standards
import Testing

@testable import FormModel

/// A new form of existing kinds is one file and no Swift.
@Suite struct OwnFormTests {
  @Test func `a form of six items is read, asks and checks`() throws {
    try OwnForm().withFolder { folder in
      let form = try Form.load("club-6", from: folder)
      #expect(form.version == 3)
      #expect(form.title[.english] == "Chess club")
      #expect(form.order.map { form.fields[$0].name } == ["pupil", "born", "document", "number", "plays", "game"])
      #expect(form.list(of: 5)?.choices.map(\.label.chinese) == ["象棋", "围棋（weiqi）"])
      #expect(form.list(of: 5)?.code(ofText: "中国象棋") == "C")
      // A list that the folder lacks is the built-in one.
      #expect(form.list(of: 2)?.choice("Z")?.text == "其他")

      let setting = CheckSetting(today: Sample.today)
      func found(_ answers: Answer...) -> [String] {
        Checker(form: form, setting: setting).findings(in: Answers(answers)).map { $0.summary(form) }
      }
      let number = Answer.value(Sample.childNumber)
      #expect(found("潘小明", "2021-03-08", "1", number, "1", "C") == [])
      #expect(found("潘小明", .blank, .blank, .blank, "0", .blank) == [])
      #expect(
        found(.blank, .blank, .blank, .blank, .blank, .blank) == ["missing required pupil", "missing required plays"])
      #expect(found("潘小明", .blank, .blank, .blank, "1", .owed) == ["missing owed game"])
      #expect(found("潘小明", .blank, .blank, .blank, "0", "C") == ["error not-relevant game"])
      #expect(found("潘明", "2021-03-08", .blank, .blank, "1", "W") == ["warning too-young born,game"])
      #expect(
        found("潘小明", "2021-03-09", "1", number, "1", "X") == [
          "error number-birth-date born,number", "error not-in-list game",
        ])
      #expect(
        found("=小明", .blank, "Z", "1234567890123456789", "0", .blank)
          == ["error refused-character pupil", "error formula-start pupil"])
      #expect(form.relevance(of: 5, in: Answers(count: 6), setting: setting) == .unknown)
      let answers = Answers([.blank, .blank, "1", number, .blank, .blank])
      #expect(form.derivedValue(of: 1, in: answers, setting: setting) == "2021-03-08")
    }
  }

  @Test func `a search in its list needs no input method`() throws {
    let pinyin =
      "code\ttext\tlabel\tenglish\tpinyin\talso\tother_pinyin\nC\t象棋\t\tchess\txiang qi\t\t\nW\t围棋\t\tgo\twei qi\t\t\n"
    var own = OwnForm()
    own.files["lists/club.tsv"] = pinyin
    try own.withFolder { folder in
      let form = try Form.load("club-6", from: folder)
      #expect(form.lists.search("club", "wq", near: nil, limit: 9) == [.choice(1)])
      #expect(form.lists.search("none", "wq", near: nil, limit: 9) == [])
    }
  }
}
