import FormModel

/// The words of the home screen, of the settings, of coming back, and of a desk that is waiting for its family.
public enum HomePhrase: Phrase {
  case welcome
  case choose
  case fill
  case fillAside
  case goOn
  case goOnAside
  case teacher
  case teacherAside
  case settings
  case settingsAside
  case helpOne
  case helpTwo
  case helpThree
  case privacy
  case setupTitle
  case setupIntro
  case setupName
  case setupNameHint
  case setupPlace
  case setupPlaceHint
  case setupClasses
  case setupClassesHint
  case setupPrinter
  case setupPrinterHint
  case classesGone
  case classesChildren
  case classesRename
  case classesRemove
  case comeBackTitle
  case comeBackCode
  case comeBackCodeHint
  case comeBackSecret
  case comeBackSecretHint
  case comeBackFailed
  case comeBackWait
  case comeBackClosed
  case comeBackTeacher
  case comeBackUnreadable
  case uncounted
  case lockedTitle
  case lockedBody
  case interruptedTitle
  case interruptedBody
  case lockedBodyUnsaved
  case lockedAsk
  case lockedAskName
  case lockedFailed
  case lockedWait
  case lockedClosed
  case lockedLeave
  case lockedAskNothing
  case lockedAskTeacher
  case settingsIntro
  case settingsFailed
  case unread
  case settingsHelp
  case classesHelp
  case comeBackHelp
  case lockedHelp
  case farewellHelp

  public var text: Localized {
    switch self {
    case .welcome: Localized("欢迎。您要做什么？", "Welcome. What would you like to do?")
    case .choose: Localized("按数字选；也可以用 ↑↓ 和 Enter。", "Press the number, or use ↑↓ and Enter.")
    case .fill: Localized("登记一个孩子", "Register a child")
    case .fillAside: Localized("家长填写，约十分钟，带户口簿", "ten minutes, household book")
    case .goOn: Localized("继续填写", "Go on with a form")
    case .goOnAside: Localized("凭取件码，找回上次填的", "with the code you took home")
    case .teacher: Localized("老师、审核", "Teachers and staff")
    case .teacherAside: Localized("补录、确认、审核", "complete, confirm, review")
    case .settings: Localized("幼儿园设置", "The kindergarten")
    case .settingsAside: Localized("园名、所在区县、班级", "its name, county and classes")
    case .helpOne: Localized("一项一项来：看一眼纸，填好按 Enter。", "One item at a time: look at the paper, type, press Enter.")
    case .helpTwo:
      Localized("手边没有的，按 F2/^O 以后补。填的随时都存着。", "What is not at hand: F2/^O, later. Everything is saved as you go.")
    case .helpThree: Localized("填错了不要紧，↑ 回去改。", "A mistake is no harm: ↑ goes back.")
    case .privacy:
      Localized("资料用于统计和资助，不影响小学划片。", "The data serves statistics and funding; it does not decide the primary school.")
    case .setupTitle: Localized("第一次用：说说这所幼儿园", "First time: about this kindergarten")
    case .setupIntro: Localized("只问一次，都可以不填，按 Enter 跳过。", "Asked once; each may be skipped with Enter.")
    case .setupName: Localized("幼儿园名称", "Name of the kindergarten")
    case .setupNameHint: Localized("会显示在每一页的上边。", "It stands at the top of every page.")
    case .setupPlace: Localized("幼儿园在哪个县（区）", "County or district")
    case .setupPlaceHint:
      Localized("打拼音、首字母或汉字。以后选地名，附近的排在前面。", "Type pinyin, initials or characters. Nearby places come first later on.")
    case .setupClasses: Localized("有哪些班", "Classes")
    case .setupClassesHint: Localized("用空格隔开，比如：小一班 小二班 中一班", "Separated by spaces, such as: 小一班 小二班 中一班")
    case .setupPrinter: Localized("打印小条的命令（可不写）", "Command that prints slips (may be left empty)")
    case .setupPrinterHint:
      Localized("比如 lp。写了，家长填完可以自己印取件码的小条。", "Such as lp. Families can then print their slip at the end.")
    case .classesGone: Localized("改动的班里还有孩子：{}。", "Children are still in classes that are gone: {}.")
    case .classesChildren: Localized("{} {} 个", "{} ({})")
    case .classesRename:
      Localized(
        "只是改名，孩子和老师跟着改，班级编码不变：{}", "Only another name; children and teachers move along, code kept: {}")
    case .classesRemove: Localized("去掉这个班，孩子照旧记在原来的班名下", "Take the class away; the children keep its name")
    case .comeBackTitle: Localized("继续填写", "Go on with a form")
    case .comeBackCode: Localized("取件码（四位）", "Code (four characters)")
    case .comeBackCodeHint: Localized("写在您上次记下的纸上，比如 K7M4。", "You wrote it down last time, such as K7M4.")
    case .comeBackSecret: Localized("孩子的出生日期", "The child's birth date")
    case .comeBackSecretHint:
      Localized(
        "照上次填的或户口簿上的写；没填过就写电话后四位。",
        "As given last time or on the paper; else the telephone's last four.")
    case .comeBackFailed:
      Localized(
        "没有找到。请再看看取件码和出生日期，或请老师帮忙。", "Not found. Please look at the code and the birth date again, or ask a teacher.")
    case .comeBackWait: Localized("请等 {}再试。", "Please wait {} before trying again.")
    case .comeBackClosed:
      Localized(
        "这个取件码今天写错太多次了。请找老师打开，或明天再来。",
        "Too many wrong answers for this code today. A teacher can open the form, or come back tomorrow.")
    case .comeBackTeacher: Localized("忘了取件码？请老师帮忙找。", "Lost the code? A teacher can find the form.")
    case .comeBackUnreadable: Localized("这张表现在打不开，请找老师：{}", "This form cannot be opened now, please ask a teacher: {}")
    case .uncounted:
      Localized("请告诉老师：磁盘记不下试了几次，先记在这台电脑上。", "Please tell a teacher: only this desk counts tries now.")
    case .lockedTitle: Localized("先歇一会儿", "The desk is resting")
    case .lockedBody:
      Localized("有一会儿没动了。填的都存好了，屏幕先收起来。", "Nobody typed for a while. All is saved, and the screen is covered.")
    case .lockedBodyUnsaved:
      Localized(
        "有一会儿没动了，屏幕先收起来。刚填的还没有存上，请叫老师来看看。",
        "Nobody typed for a while, so the screen is covered. The last of it is not saved yet; please call a teacher.")
    case .interruptedTitle: Localized("刚才断了一下", "The desk was interrupted")
    case .interruptedBody:
      Localized("有一张表没填完就断了。打过的字都在，可以接着填。", "A form was cut off before its end. Everything typed is still there.")
    case .lockedAsk:
      Localized(
        "接着填：请写孩子的出生日期（没填过就写电话后四位）。",
        "To go on: the child's birth date, or if none was given the telephone's last four digits.")
    case .lockedAskName: Localized("接着填：请写孩子的姓名，照刚才填的写。", "To go on: the child's name, as you gave it.")
    case .lockedFailed: Localized("不一样，请再写一次，或请老师帮忙。", "Not the same; please try again, or ask a teacher.")
    case .lockedWait: Localized("请等 {}再试。", "Please wait {} before trying again.")
    case .lockedClosed:
      Localized(
        "今天写错太多次了，填的都存着。请找老师打开，或明天再来。",
        "Too many wrong answers today; all is saved. A teacher can open the form, or come back tomorrow.")
    case .lockedAskNothing: Localized("按 Enter 接着填。", "Press Enter to go on.")
    case .lockedAskTeacher:
      Localized(
        "表里还没有孩子的姓名和出生日期，认不出是谁家的：请老师打开，填的都存着。",
        "No name and no birth date is given yet, so nobody can be recognised: a teacher opens the form; all is saved.")
    case .settingsIntro:
      Localized("按 Enter 一项一项看；不用改的，直接按 Enter。", "Enter goes from one to the next; what is right stays as it is.")
    case .settingsFailed: Localized("设置还没有存上，这次先照用。{}", "The settings are in use but not saved yet. {}")
    case .unread:
      Localized("有的内容现在读不出来，先用原来知道的：{}", "Something cannot be read now; what was known before is used: {}")
    case .classesHelp:
      Localized(
        "这些班里还有孩子。改名：孩子跟着到新的班。拿掉：孩子还记着原来的班，以后再改。Esc 回去接着改班级。",
        "Children are in these classes. Renamed, they go along to the new class; taken away, they keep the old name until "
          + "it is changed. Esc goes back to the classes.")
    case .settingsHelp:
      Localized(
        "写好按 Enter 到下一样，Shift-Tab 回上一样，F10 存好离开。班级用空格隔开，以后可以在首页的“幼儿园设置”里改。",
        "Enter goes on, Shift-Tab goes back, F10 saves and leaves. All of it can be changed later from the first page.")
    case .comeBackHelp:
      Localized(
        "取件码是上次离开时屏幕上的四个字。写好按 Enter，再写孩子的出生日期。不记得就按 F10 离开，请老师帮忙找。",
        "The code are the four characters shown when you left. Enter it, then the child's birth date. Lost it? F10 leaves; ask a teacher."
      )
    case .lockedHelp:
      Localized(
        "写上屏幕问的内容，按 Enter 就能接着填。写错了会让您等一会儿再试。不是您的表，按 F10 离开，填的都存着。",
        "Write what is asked and press Enter to go on. After a wrong answer you wait a little. Not your form? F10 leaves; all is saved."
      )
    case .farewellHelp:
      Localized(
        "请把取件码抄下来带走：要改要补，都凭它。抄好了按 Enter，下一位就可以用了。",
        "Copy the code and take it with you: it opens the form again. Then press Enter for the next family.")
    case .lockedLeave: Localized("别的家庭要用？请按 F10。", "Another family next? Press F10.")
    }
  }
}
