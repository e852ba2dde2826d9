import Terminal

extension Key {
  /// What xterm sends for the key.
  public var bytes: [UInt8] {
    switch self {
    case .text(let scalar): Array(String(scalar).utf8)
    case .enter: [0x0D]
    case .tab: [0x09]
    case .backTab: Self.sequence("[Z")
    case .escape: [0x1B]
    case .up: Self.sequence("OA")
    case .down: Self.sequence("OB")
    case .right: Self.sequence("OC")
    case .left: Self.sequence("OD")
    case .home: Self.sequence("OH")
    case .end: Self.sequence("OF")
    case .pageUp: Self.sequence("[5~")
    case .pageDown: Self.sequence("[6~")
    case .backspace: [0x7F]
    case .delete: Self.sequence("[3~")
    case .insert: Self.sequence("[2~")
    case .wordLeft: Self.sequence("[1;5D")
    case .wordRight: Self.sequence("[1;5C")
    case .deleteWordBack: [0x17]
    case .deleteWordForward: Self.sequence("d")
    case .function(let number): Self.sequence(Self.functions[number - 1])
    case .control(let letter): [(letter.asciiValue ?? 0) & 0x1F]
    }
  }

  private static func sequence(_ text: String) -> [UInt8] { [0x1B] + text.utf8 }

  private static let functions = [
    "OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~",
  ]
}
