/// What people write into a box of which they do not know the answer.
public enum TextPlaceholder {
  private static let words: Set<String> = [
    "不知道", "不知", "不清楚", "不详", "不詳", "未知", "无", "無", "暂无", "暫無", "没有", "沒有", "同上", "同前", "待补", "待補", "待定", "测试", "測試",
  ]

  /// Whether the whole text says that there is no answer yet, whatever spaces and marks stand in it.
  public static func isOne(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    var letters = ""
    for scalar in text.unicodeScalars where NameCharacters.isLetter(scalar) {
      // No word has a fourth.
      guard letters.unicodeScalars.count < 3 else { return false }
      letters.unicodeScalars.append(scalar)
    }
    return words.contains(letters)
  }
}
