import FormModel

/// The words of the guided view.
public enum GuidedPhrase: Phrase {
  case progress
  case why
  case characters
  case characterCount
  case enterAgain
  case suggestion
  case copied
  case fromNumber
  case readDate
  case sexBornArea
  case typeToSearch
  case typeOrPick
  case noMatch
  case retired
  case notSelectable
  case notInTable
  case similar
  case owedUntil
  case owedNoDate
  case pickPlace
  case textFull
  case privateCharacter
  case controlCharacter
  case otherCharacter
  case resumed
  case joined
  case openElsewhere
  case jumpPrompt
  case jumpNone
  case notRelevantHere
  case undone
  case redone
  case nothingToSearch
  case pressNumber
  case otherKey
  case twoDigits
  case numberCount
  case dateExamples
  case upgraded
  case className
  case numberKnown
  case notEmptied
  case notEmptiedHandedIn
  case lastAnswer
  case atHand
  case mended
  case sharedTitle
  case sharedHint
  case sharedPaper
  case sharedWhy
  case sharedSame
  case sharedOther
  case offeredDays
  case today
  case compare
  case numberSays

  public var text: Localized {
    switch self {
    case .progress: Localized("已填 {} / {}", "{} of {} filled")
    case .why: Localized("为什么要填", "Why we ask")
    case .characters: Localized("{} / {} 位", "{} of {}")
    case .characterCount: Localized("{} 个字", "characters: {}")
    case .enterAgain: Localized("也可以先往下填：再按一次 Enter。", "Or go on for now: press Enter again.")
    case .suggestion: Localized("是“{}”吗？是就按 Enter。", "Is it “{}”? Then press Enter.")
    case .copied: Localized("上一个孩子填的是“{}”。一样就按 Enter。", "For the child before: “{}”. The same? Press Enter.")
    case .fromNumber: Localized("身份证号上是“{}”。是就按 Enter。", "The number says “{}”. If right, press Enter.")
    case .readDate: Localized("{} · {}岁{}个月", "{} · {} years {} months")
    case .sexBornArea: Localized("{} · {}出生 · 首次登记地 {}", "{} · born {} · area {}")
    case .typeToSearch:
      Localized("打拼音（如 {}）或汉字就能找", "Type to search: pinyin ({}) or characters")
    case .typeOrPick:
      Localized("打拼音（如 {}）或汉字就能找；按 ↓ 挑", "Type pinyin ({}) or characters; ↓ to pick")
    case .noMatch:
      Localized("没有找到。换一种写法试试：拼音、首字母、汉字或代码。", "Nothing found. Try pinyin, initials, characters or the code.")
    case .retired: Localized("已撤销", "abolished")
    case .notSelectable: Localized("这个区划已经撤销，请选现在的名称。", "This place was abolished; please choose its present name.")
    case .similar: Localized("您要找的是{}吗？", "Is it {}?")
    case .notInTable: Localized("表中没有这个地方…", "not in the list: the place is missing here…")
    case .owedUntil: Localized("以后补：{}，{}前", "Later: {}, by {}")
    case .owedNoDate: Localized("以后补：{}", "Later: {}")
    case .pickPlace: Localized("不方便打字？按 F3/^F 从地名表里选。", "Hard to type? Press F3/^F to pick the place from a list.")
    case .textFull: Localized("这一项写不下更多了。", "There is no room for more here.")
    case .privateCharacter:
      Localized(
        "这个字别的电脑显示不出来，先不收；请换个写法，或按 F2/^O 留给老师。",
        "Other computers cannot show this character; write it another way, or press F2/^O to leave it to a teacher.")
    case .controlCharacter: Localized("这不是能填的字，没有收。", "That is not a character that can be filled in; it was left out.")
    case .otherCharacter: Localized("这个符号看不见也印不出，没有收。", "That sign can be neither seen nor printed; it was left out.")
    case .resumed: Localized("刚才断了，打过的字都找回来了。", "It was cut off; everything typed is back.")
    case .joined: Localized("另一台电脑刚改过这张表，两边的都在。", "Another desk has changed this form; both changes are kept.")
    case .openElsewhere:
      Localized("另一台电脑也开着这张表（{}，{} 起），两边都会存。", "Also open at another desk ({}, since {}); both are kept.")
    case .jumpPrompt: Localized("跳到第几项？1–{}，按 Enter 过去", "Go to which item? 1–{}, then Enter")
    case .jumpNone: Localized("没有第 {} 项，请填 1–{}。", "There is no item {}; please type 1–{}.")
    case .notRelevantHere: Localized("不适用，这一项不用填", "Not needed for this child")
    case .undone: Localized("退回了一步。", "Took back one step.")
    case .redone: Localized("又改回来了。", "Did it again.")
    case .nothingToSearch: Localized("这一项直接填，没有可查找的表。", "This item has no list to search; just fill it in.")
    case .otherKey:
      Localized("这个键这里不用：按前面的数字；↑ 上一项，Tab 往下走。", "Not that key: press a number; ↑ goes back, Tab goes on.")
    case .pressNumber: Localized("按前面的数字选。", "Press the number in front.")
    case .twoDigits:
      Localized("按序号选；只有一位数的，再按 Enter。", "Press the number; after a single digit, press Enter.")
    case .sharedTitle: Localized("和上一个孩子一样的", "The same as for the child before")
    case .sharedHint:
      Localized(
        "下面是上一个孩子填的。都一样就按 Enter；有不一样的，按 2 一项一项看。",
        "This was filled in for the child before. All the same: Enter. Something differs: 2 shows one after the other.")
    case .sharedPaper: Localized("同一本户口簿、同一位监护人，一般都一样。", "With one household book and one guardian it usually is.")
    case .sharedWhy:
      Localized("一家人不用填两遍；每一项检查的时候都能看、能改。", "A family need not write it twice; each can be seen and changed.")
    case .sharedSame: Localized("都一样", "all the same")
    case .sharedOther: Localized("有不一样的，一项一项看", "something differs: one after the other")
    case .offeredDays: Localized("按数字再按 Enter：{}", "A number, then Enter: {}")
    case .today: Localized("{}（今天）", "{} (today)")
    case .numberSays: Localized("号码里是{}；{}填的是{}", "the number says {}; {} says {}")
    case .compare: Localized("对照：{}", "Compare: {}")
    case .mended: Localized("记成“{}”：{}。", "Stored as “{}”: {}.")
    case .numberCount: Localized("{} 位", "characters: {}")
    case .dateExamples:
      Localized("20210308、2021-3-8、2021年3月8日，哪种写法都行", "20210308, 2021-3-8 or 2021年3月8日: any of them will do")
    case .upgraded: Localized("换成 18 位是 {}，对吗？对就按 Enter。", "With 18 digits it is {}. Right? Press Enter.")
    case .notEmptied:
      Localized(
        "这张表已经通过了，“{}”不能清空，原来的还在。要改就直接写新的。",
        "The form was approved, so “{}” cannot be emptied and is as it was. To change it, type the new value.")
    case .notEmptiedHandedIn:
      Localized(
        "表已经交了，“{}”不能空着，原来的还在；要改就写新的。",
        "Handed in, so “{}” stays as it was; type what is right.")
    case .lastAnswer: Localized("上一项：{}   ↑ 改", "Just now: {}   ↑ to change it")
    case .atHand: Localized("手边备好：{}；约 {} 分钟。", "At hand: {}; about {} minutes.")
    case .className: Localized("班级", "Class")
    case .numberKnown:
      Localized(
        "这个号码可能已经登记过，交表后老师会核对。",
        "This may be registered already; a teacher checks after you hand it in.")
    }
  }
}
