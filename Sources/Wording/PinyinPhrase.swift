import FormModel

/// What is said where Chinese is typed with letters.
public enum PinyinPhrase: Phrase {
  case title
  case mark
  case key
  case keyPick
  case keyMove
  case keyErase
  case keyDrop
  case keyOff
  case offer
  case notHere
  case kept
  case strokes
  case radical
  case codePoint
  case noSuch
  case on
  case rare
  case helpTyping
  case helpRare
  case helpFont

  public var text: Localized {
    switch self {
    case .title: Localized("打拼音", "Typing pinyin")
    case .mark: Localized("拼", "pinyin")
    case .key: Localized("打拼音", "type pinyin")
    case .keyPick: Localized("按数字选", "take by number")
    case .keyMove: Localized("左右移动", "move")
    case .keyErase: Localized("退一个字母", "a letter back")
    case .keyDrop: Localized("字母不要了", "drop letters")
    case .keyOff: Localized("不打拼音了", "stop pinyin")
    case .offer: Localized("没有输入法？按 F4/^] 打拼音。", "No input method? Press F4/^] and type pinyin.")
    case .notHere: Localized("这里不用打汉字。", "No Chinese is typed here.")
    case .kept: Localized("这个字屏幕上也许显示不出来，但已经记下了。", "The screen may not show this character; it is stored all the same.")
    case .strokes: Localized("再打部首以外有几画，如 7。", "Now the strokes beside the radical, such as 7.")
    case .radical: Localized("{}部{}画", "{} + {} strokes")
    case .codePoint: Localized("打编码的四到六位，如 u2B5AF。", "Four to six digits of the code, as u2B5AF.")
    case .noSuch: Localized("没有找到这样的字。", "There is no such character.")
    case .on:
      Localized("打拼音，按空格或数字选字。不用了再按 F4/^]。", "Type pinyin; Space or a digit takes. F4/^] turns it off.")
    case .rare:
      Localized("生僻字：打部首有几画，如 u5；或打编码，如 u2B5AF。", "Rare: the radical's strokes, as u5; or its code, as u2B5AF.")
    case .helpTyping:
      Localized(
        "打拼音，再按空格或数字选字。ü 打 v；分不清音节时用 ' 隔开，如 xi'an。名字里的 · 打句点。大写字母就是字母。",
        "Type pinyin, then Space or a digit takes. v is ü; ' parts syllables (xi'an); a full stop is the · of names. Capital letters stay letters."
      )
    case .helpRare:
      Localized(
        "生僻字：往下翻；或者按字典查：u 和部首的画数（u5），按字母选部首，再打剩下的画数（7），按字母选字；也可以打编码（u2B5AF）。",
        "Rare characters: turn the pages; or as in a dictionary: u and the radical's strokes (u5), take a radical by its letter, then the strokes beside it (7); or the code (u2B5AF)."
      )
    case .helpFont:
      Localized(
        "显示不出来的字也会记下。打不出来就按 F2/^O 请老师帮忙。",
        "What the screen cannot show is stored too. If it cannot be typed, F2/^O leaves it to a teacher.")
    }
  }
}
