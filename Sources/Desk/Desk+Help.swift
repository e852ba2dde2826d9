import Terminal
import Wording

extension Desk {
  /// The help of a page that has no help page of its own.
  var explanation: HomePhrase? {
    switch page {
    case .settings: .settingsHelp
    case .comeBack: .comeBackHelp
    case .locked: .lockedHelp
    case .farewell: .farewellHelp
    case .home, .readBack, .guided, .door, .work, .unsaved: nil
    }
  }

  /// Shows or withdraws the help; true where the key has done its work by that.
  mutating func explains(_ key: Key) -> Bool {
    let isHelp = key == .function(1) || key == .control("g")
    defer { isExplaining = isHelp && !isExplaining && explanation != nil }
    return explanation != nil && (isHelp || (isExplaining && key == .escape))
  }
}
