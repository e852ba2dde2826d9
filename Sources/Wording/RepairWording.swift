import FormModel
import Standards

extension Wording {
  /// What was mended in a text as it was typed, in one line; nil where there is nothing to tell.
  public func message(_ repairs: [TextRepair]) -> String? {
    guard !repairs.isEmpty else { return nil }
    return repairs.map(text).joined(separator: semicolon)
  }

  private func text(_ repair: TextRepair) -> String {
    switch repair {
    case .lookAlike(let scalar, let hanzi):
      say("部首“\(scalar)”换成了汉字“\(hanzi)”", "the radical “\(scalar)” became the character “\(hanzi)”")
    case .privateUse(let standard):
      say(
        "老字库里自造的字换成了标准字“\(standard)”", "a character of an old font became the standard “\(standard)”")
    case .invisible: say("看不见的符号去掉了", "signs that nobody sees were taken out")
    case .variantKept(let scalar):
      say("“\(scalar)”带着异体字的记号，照样留着", "“\(scalar)” keeps the sign that tells its form")
    case .dot(let scalar): say("“\(scalar)”换成了姓名里的“·”", "“\(scalar)” became the dot of names, “·”")
    case .lineBreak: say("换行改成了空格", "a line break became a space")
    }
  }
}
