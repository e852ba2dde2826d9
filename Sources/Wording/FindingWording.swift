import FormModel
import Standards

extension Wording {
  /// The sentence that says what a finding means and what to do about it.
  public func message(_ finding: Finding, form: Form) -> String {
    switch finding.rule {
    case .required: say("还没有填。", "Still blank.")
    case .owed: say("记着以后补。", "Noted as coming later.")
    case .notRelevant: say("这个孩子不用填这一项，请清空。", "This child does not need this item; please empty it.")
    case .notInList: say("不在可选的范围里，请重新选。", "Not one of the choices; please choose again.")
    case .tooLong(let bytes, let limit):
      if isName(finding.field, form) { nameTooLong } else { tooLong(bytes, limit) }
    case .tooManyHanzi: nameTooLong
    case .tooManyCharacters(let count, let limit):
      say(
        "有 \(count) 位，报表最多放 \(limit) 位。请对照证件看一遍。",
        "It has \(count) characters, the sheet takes \(limit). Please compare the document.")
    case .placeholder:
      say("这里要写真的内容。现在不知道，就按 F2/^O 以后补。", "What is asked belongs here. Not known yet: press F2/^O to put it off.")
    case .refusedCharacter(let problem): refusal(problem)
    case .surroundingSpace: say("开头或结尾有空格，请去掉。", "There is a space at an end; please remove it.")
    case .formulaStart: say("不能用 = + - @ 开头，请去掉这个符号。", "It cannot begin with = + - @; please remove the sign.")
    case .classCodeCharacters: say("班级编码只有字母和数字。", "A class code has only letters and digits.")
    case .unreadableDate(let problem): message(problem)
    case .bornInFuture:
      say("这个日子还没到。请对照户口簿再看看。", "That day has not come yet. Please look at the household book again.")
    case .entryInFuture:
      say("入园日期还没到，到了那天才能上报。", "The date of entry has not come yet; it can be reported from that day on.")
    case .entryFarAhead:
      say("入园日期在一年以后，请再看看年份。", "The date of entry is over a year ahead. Please look at the year.")
    case .entryAhead: say("入园日期还没到，对吗？", "The date of entry has not come yet. Is that right?")
    case .number(let problem, let slip, let count):
      number(problem, slip, count: count, paper: paper(of: finding.field, form))
    case .numberSeparators:
      say("号码里的横线和点不用写，请去掉。", "The hyphens and dots do not belong to the number; please leave them out.")
    case .document(let problem): document(problem)
    case .areaUnknown:
      say(
        "前 6 位的地区代码查不到，对吗？请对照证件看一遍。",
        "The area of the first six digits is in no table. Is it right? Please compare the document.")
    case .areaAbolished(let year):
      say(
        "前 6 位的地区 \(year) 年就撤销了，远在出生以前，对吗？请对照证件看一遍。",
        "The area of the first six digits was abolished in \(year), long before the birth. Right? Please compare it.")
    case .numberAgainstBirthDate:
      say(
        "和身份证号码里的出生日期不一样。请对照户口簿，看哪一个写错了。",
        "It differs from the birth date in the identity number. Please see in the household book which is wrong.")
    case .numberAgainstSex:
      say(
        "和身份证号码里的性别不一样。请对照户口簿，看哪一个写错了。",
        "It differs from the sex in the identity number. Please see in the household book which is wrong.")
    case .lunarDate:
      say(
        "像是农历日期。请照户口簿填公历（阳历）。", "This looks like a lunar date. Please give the solar one of the household book.")
    case .duplicate:
      say(
        "一人多籍？这个号码在另一份已经交了的表里也有，要先弄清楚。",
        "Doubled? The number stands in another record that was handed in; that has to be settled first.")
    case .numberInDraft:
      say("这个号码在一份还没交的表里也有。", "The number also stands in a draft that was not handed in.")
    case .declared(let index, _, let age): declared(form.rules[index], age)
    }
  }

  private func declared(_ rule: DeclaredRule, _ age: Rule.Age?) -> String {
    guard let age else { return rule.message[language] }
    let message = age.isOver ? rule.messageOver ?? rule.message : rule.message
    return fill(message[language], ["\(age.years)"])
  }

  private func isName(_ field: Int, _ form: Form) -> Bool {
    if case .text(.personName) = form.fields[field].kind { true } else { false }
  }

  /// A name is as it is: nobody may shorten it, and only staff can do something about the sheet.
  private var nameTooLong: String {
    say(
      "这个名字比报表的格子长。一个字也不用改：按 F2/^O，请老师处理。",
      "This name is longer than the sheet's box. Change nothing: press F2/^O to leave it to the staff.")
  }

  /// By how many Chinese characters it is too long: nobody counts bytes.
  private func tooLong(_ bytes: Int, _ limit: Int) -> String {
    let over = (bytes - limit + 2) / 3
    return say(
      "比报表的格子长 \(over) 个字（最多 \(limit / 3) 个汉字）。请写短一点。",
      "Too long for the sheet by \(over) Chinese characters (it takes \(limit / 3)). Please shorten it.")
  }

  /// Where the number stands: a child's in the household book, anybody else's on a card of their own.
  private func paper(of field: Int, _ form: Form) -> String {
    form.isChildsNumber(field) ? "户口簿" : "身份证"
  }

  private func number(_ problem: CitizenNumberProblem, _ slip: Slip?, count: Int, paper: String) -> String {
    if let slip { return place(of: slip, paper: paper) }
    return switch problem {
    case .empty: say("还没有填。", "Still blank.")
    case .tooShort:
      say(
        "还差 \(18 - count) 位。请对照\(paper)，一段一段数一数。",
        "\(18 - count) of 18 characters are still missing. Please count them part by part with the paper.")
    case .tooLong:
      say(
        "多了 \(count - 18) 位。请对照\(paper)，看看哪一位重复了。",
        "\(count - 18) more than 18 characters. Please look which one stands twice.")
    case .fifteenDigits:
      say("15 位的旧号码已经停用，请填 18 位的公民身份号码。", "Numbers of 15 digits are no longer in use; please give the one of 18.")
    case .characters:
      say(
        "前 17 位应当都是数字，最后一位是数字或 X。请看看有没有别的字。",
        "The first 17 should be digits, the last a digit or X. Please look for another character.")
    case .noSuchDate:
      say(
        "第 7 到 14 位是出生日期，没有这一天。请对照\(paper)，再看看这一段。",
        "Characters 7 to 14 are the birth date, and there is no such day. Please compare this part.")
    case .yearBefore1900:
      say(
        "第 7 到 10 位是出生的年份，不会早于 1900 年。请对照\(paper)，再看看这一段。",
        "Characters 7 to 10 are the year of birth, which is not before 1900. Please compare this part.")
    case .future:
      say(
        "第 7 到 14 位是出生日期，这个日子还没到。请对照\(paper)，再看看这一段。",
        "Characters 7 to 14 are the birth date, and that day has not come yet. Please compare this part.")
    case .check:
      say(
        "号码对不上，有一位抄错了：请对照\(paper)，一段一段再看一遍。",
        "The number does not add up: one character was miscopied. Please compare it part by part.")
    }
  }

  private func place(of slip: Slip, paper: String) -> String {
    switch slip {
    case .swapped(let first):
      say(
        "第 \(first)、\(first + 1) 位可能写反了，请对照\(paper)看看。",
        "Characters \(first) and \(first + 1) may stand the wrong way round; please compare the paper.")
    case .digit(let place):
      say("第 \(place) 位可能抄错了，请对照\(paper)看看。", "Character \(place) may be miscopied; please compare the paper.")
    }
  }

  private func document(_ problem: DocumentNumberProblem) -> String {
    switch problem {
    case .shape:
      say(
        "和这种证件常见的号码不一样，对吗？请对照证件看一遍。",
        "It does not look like the usual number of this document. Is it right? Please compare the document.")
    case .check:
      say(
        "号码对不上，有一位抄错了：请对照证件，一段一段再看一遍。",
        "The number does not add up: one character was miscopied. Please compare it part by part.")
    case .region:
      say(
        "这个号码是另一个地区的居住证，对吗？请看看证件类型。",
        "This number is of another region's residence permit. Is it right? Please look at the kind of document.")
    }
  }

  public func message(_ problem: DateProblem) -> String {
    switch problem {
    case .empty: say("还没有填。", "Still blank.")
    case .incomplete: say("要写到哪一天，比如 20210308。", "Please give the day too, such as 20210308.")
    case .unreadable: say("没看懂这个日期，请写成 20210308 这样。", "I cannot read this date; please write it like 20210308.")
    case .noSuchDay:
      say("没有这一天，请再看看月份和日子。", "The calendar has no such day; please look at the month and the day again.")
    case .yearOutOfRange:
      say("年份不对，请写四位年份，比如 2021。", "The year cannot be right; please write four digits, such as 2021.")
    }
  }

  /// Why a character was not taken.
  public func refusal(_ problem: TextProblem) -> String {
    switch problem {
    case .control(let scalar) where scalar.breaksLine:
      say("里面有换行，请改成空格，写成一行。", "There is a line break; please write it in one line, with a space.")
    case .control:
      say("有一个不能填的符号，请删去。", "There is a sign that cannot be filled in; please delete it.")
    case .invisible: say("有看不见的符号，请删去。", "There is an invisible sign; please delete it.")
    case .privateUse:
      say(
        "有一个字别的电脑显示不出来。请换个写法，或先以后补，请老师帮忙。",
        "There is a character that other computers cannot show. Write it another way, or put it off and ask a teacher.")
    case .damaged: say("有一个字坏了，显示不出来，请重新输入。", "A character is damaged; please type it again.")
    case .lookAlike(let scalar, let hanzi):
      say(
        "“\(scalar)”是部首符号，只是像“\(hanzi)”：请打汉字“\(hanzi)”。",
        "“\(scalar)” is the sign of a radical and only looks like “\(hanzi)”; please type the character.")
    case .notInName(let scalar):
      if Self.lost.contains(scalar) {
        say(
          "姓名里有“\(scalar)”，像是丢了一个字：请照证件把这个字打上。",
          "“\(scalar)” stands where a character was lost on the way; please type the one on the paper.")
      } else if Self.dots.contains(scalar) {
        say(
          "姓名中间的点要用“·”，这里是“\(scalar)”，请改过来。",
          "The dot within a name is “·”, and here stands “\(scalar)”; please change it.")
      } else {
        say("姓名里不会有“\(scalar)”，请照证件改。", "No name has “\(scalar)”; please compare the paper.")
      }
    case .picture(let scalar):
      say("“\(scalar)”是图形，不是字，请删去。", "“\(scalar)” is a picture and no character; please delete it.")
    }
  }

  /// What people take for the dot between the parts of a name.
  private static let dots: Set<Unicode.Scalar> = [
    "-", ".", "。", "˙", "﹒", "ꞏ", "•", "・", "･", "‧", "∙", "⋅", "●", "｡", "‐", "–", "—", "－", "．",
  ]

  /// What stands in the place of a character that a program or a font did not have.
  private static let lost: Set<Unicode.Scalar> = ["?", "？", "\u{FFFD}", "□", "■", "▯", "〓", "*", "＊", "○", "◯"]
}
