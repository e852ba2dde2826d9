/// The part of a name that a slip may bear: enough for a teacher to hand it to the right family, and no more.
public enum Surname {
  /// The surname in a name as the household register writes it.
  ///
  /// Names of several parts, such as 买买提·艾力 or `Anna Smith`, end with that of the father or the family. Of a hanzi
  /// name it is the first character, or two where two make a surname and a given name is left.
  public static func of(_ name: String) -> String {
    let parts = name.split { separators.contains($0) }
    guard let last = parts.last else { return "" }
    if parts.count > 1 || last.unicodeScalars.allSatisfy(\.isASCII) { return String(last) }
    let isCompound = last.count > 2 && compound.contains(String(last.prefix(2)))
    return String(last.prefix(isCompound ? 2 : 1))
  }

  /// The dots between the parts of a name, which are written in several ways, and spaces.
  private static let separators: Set<Character> = ["·", "•", "‧", "・", "．", ".", "∙", "⋅", " ", "　"]

  /// Surnames of two characters: those of the 百家姓, in either script, and a few that it lacks.
  private static let compound = Set(
    """
    万俟 司马 上官 欧阳 夏侯 诸葛 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 令狐 钟离 宇文 长孙 慕容 鲜于
    闾丘 司徒 司空 亓官 司寇 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 百里 东郭 南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫
    第五 独孤 纳兰 达奚 褚师 司馬 歐陽 諸葛 聞人 東方 赫連 尉遲 濮陽 單于 鍾離 長孫 鮮于 閭丘 公孫 仲孫 軒轅 南宮 獨孤 納蘭
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
