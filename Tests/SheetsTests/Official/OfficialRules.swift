import Foundation

/// What the national template's own macro (数据校验) accepts of a row of 28 texts, written from the description of the form
/// and from what the macro was seen to refuse; nothing of the project's checker is used.
///
/// It looks at each column by itself and at the few conditions between them. It tests no check character, no agreement of
/// a number with birth date and sex, and no duplicates.
struct OfficialRules {
  /// The day on which the macro runs, as `YYYY-MM-DD`.
  let today: String

  private static let yesNo = ["是", "否"]
  private static let childDocuments = [
    "居民身份证", "香港特区护照/身份证明", "澳门特区护照/身份证明", "台湾居民来往大陆通行证", "境外永久居住证", "护照", "其他",
  ]
  private static let adultDocuments = childDocuments + ["军官证", "士兵证", "文职干部证", "部队离退休证", "户口簿"]
  private static let blood = [
    "未知血型", "A血型", "B血型", "AB血型", "O血型", "RH阳性血型", "RH阴性血型", "HLA血型", "未定血型", "其他血型",
  ]
  private static let overseas = [
    "非港澳台侨", "香港同胞", "香港同胞亲属", "澳门同胞", "澳门同胞亲属", "台湾同胞", "台湾同胞亲属", "华侨", "侨眷", "归侨", "归侨子女", "归国留学人员", "非华裔中国人",
    "外籍华裔人", "外国人", "其他",
  ]
  private static let disabilities = ["视力残疾", "听力残疾", "言语残疾", "肢体残疾", "智力残疾", "精神残疾", "多重残疾", "其他残疾"]
  private static let countries = column("text", of: "country")
  private static let peoples = column("text", of: "ethnic")
  private static let regions = column("code", of: "region")

  /// What the macro would write on its sheet 错误信息, a line each; nothing for a row that it takes.
  func errors(_ row: [String]) -> [String] {
    guard row.count == 28 else { return ["28 columns"] }
    var errors: [String] = []
    func cell(_ number: Int) -> String { row[number - 1] }
    func refuse(_ number: Int, _ why: String) { errors.append("\(number) \(why)") }
    func required(_ number: Int) { if cell(number).isEmpty { refuse(number, "blank") } }
    func one(_ number: Int, of words: [String]) {
      if !cell(number).isEmpty, !words.contains(cell(number)) { refuse(number, "not in the list") }
    }
    func one(_ number: Int, of words: Set<String>) {
      if !cell(number).isEmpty, !words.contains(cell(number)) { refuse(number, "not in the list") }
    }
    func within(_ number: Int, bytes limit: Int) {
      if Self.bytes(cell(number)) > limit { refuse(number, "too long") }
    }
    func filledExactly(_ number: Int, when condition: Bool) {
      if condition { required(number) } else if !cell(number).isEmpty { refuse(number, "must be empty") }
    }
    func document(_ number: Int, type: Int) {
      if cell(type) == "其他" { return }
      required(number)
      if cell(number).unicodeScalars.count > 20 { refuse(number, "too long") }
    }
    for number in [1, 3, 4, 5, 8, 10, 12, 16, 17, 18, 22, 23, 25, 26, 27] { required(number) }
    within(1, bytes: 80)
    if Self.hanzi(cell(1)) > 26 { refuse(1, "too many hanzi") }
    if !cell(2).allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) || cell(2).count > 40 { refuse(2, "code") }
    one(3, of: ["男", "女"])
    one(5, of: Self.childDocuments)
    document(6, type: 5)
    one(7, of: Self.blood)
    one(8, of: Self.countries)
    let isChinese = cell(8) == "中国"
    if cell(5) == "居民身份证", !cell(8).isEmpty, !isChinese { refuse(8, "居民身份证时国籍只能为中国") }
    if !cell(8).isEmpty {
      for number in [9, 11, 13, 15, 19, 20, 21] { filledExactly(number, when: isChinese) }
      filledExactly(14, when: isChinese && cell(13) == "非农业户口")
    }
    one(9, of: Self.peoples)
    one(10, of: Self.overseas)
    one(11, of: Self.regions)
    within(12, bytes: 180)
    one(13, of: ["农业户口", "非农业户口"])
    one(14, of: ["城市", "县城", "乡镇"])
    one(15, of: Self.regions)
    within(16, bytes: 180)
    for number in [4, 17] where !cell(number).isEmpty {
      if !Self.isDay(cell(number)) {
        refuse(number, "no date")
      } else if cell(number) > today {
        refuse(number, "future")
      }
    }
    if Self.isDay(cell(4)), Self.isDay(cell(17)), cell(17) < cell(4) { refuse(17, "before the birth") }
    one(18, of: ["走读", "住校"])
    one(19, of: Self.yesNo)
    one(20, of: ["非留守儿童", "单亲留守儿童", "双亲留守儿童"])
    one(21, of: Self.yesNo)
    one(22, of: ["健康或良好", "一般或较弱", "有慢性病", "残疾"])
    one(23, of: Self.yesNo)
    filledExactly(24, when: cell(23) == "是")
    one(24, of: Self.disabilities)
    one(25, of: Self.yesNo)
    within(26, bytes: 80)
    one(27, of: Self.adultDocuments)
    document(28, type: 27)
    if !cell(28).isEmpty, cell(28) == cell(6) { refuse(28, "the child's") }
    return errors
  }

  static func bytes(_ text: String) -> Int { text.unicodeScalars.map { $0.value < 128 ? 1 : 3 }.reduce(0, +) }

  private static func hanzi(_ text: String) -> Int {
    text.unicodeScalars.filter { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 || $0 == "〇" }.count
  }

  /// A day of the calendar as the sheet shows it.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard text.count == 10, parts.count == 3, (1...12).contains(parts[1]) else { return false }
    let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[parts[1] - 1]).contains(parts[2])
  }

  /// A column of a table, read here from the file itself.
  private static func column(_ name: String, of list: String) -> Set<String> {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = folder.appendingPathComponent("Forms/lists/\(list).tsv")
    let lines = ((try? String(contentsOf: path, encoding: .utf8)) ?? "").components(separatedBy: "\n")
    let rows = lines.filter { !$0.hasPrefix("#") && !$0.isEmpty }.map { $0.components(separatedBy: "\t") }
    guard let place = rows.first?.firstIndex(of: name) else { return [] }
    return Set(rows.dropFirst().map { $0[place] })
  }
}
