import FormModel
import Standards
import Terminal

/// A line in which hanzi are typed, as far as it helps to guess them.
struct HanziLine: Hashable, Sendable {
  var item: PinyinItem
  /// What stands before the cursor.
  var before: String
  /// The counties whose places are likelier, six digits each.
  var near: [String] = []

  init(_ item: PinyinItem, _ line: TextEditor) {
    self.item = item
    before = line.beforeCursor
  }

  /// Whether letters stand where hanzi are awaited: a text that is all letters, or small ones at its end. A capital letter
  /// behind hanzi or figures is the name of a building.
  var isInLetters: Bool {
    let letters = before.unicodeScalars.reversed().prefix { $0.isASCII && $0.properties.isAlphabetic }
    if letters.isEmpty { return false }
    return letters.count == before.unicodeScalars.count || letters.allSatisfy(\.properties.isLowercase)
  }

  /// The sign that a key types among hanzi. A name has the dot between its parts, which no keyboard has; behind letters
  /// and digits a sign stays as it is.
  func sign(_ typed: Unicode.Scalar) -> Unicode.Scalar {
    guard before.unicodeScalars.last?.isHanzi == true else { return typed }
    return switch item {
    case .name: typed == "." ? "·" : typed
    case .address: typed == "." ? typed : Self.signs[typed] ?? typed
    case .text: Self.signs[typed] ?? typed
    }
  }

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    ",": "，", ".": "。", "?": "？", "!": "！", ":": "：", ";": "；", "\\": "、", "(": "（", ")": "）",
  ]
}

extension TextKind {
  /// What a line of this kind asks for; a text that may begin with a place is taken for an address.
  func pinyinItem(hasPlaces: Bool) -> PinyinItem {
    switch self {
    case .personName: .name
    case .free: hasPlaces ? .address : .text
    }
  }
}
