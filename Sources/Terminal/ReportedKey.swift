/// A key from a terminal that says which key it was and what was held with it, as xterm's modifyOtherKeys
/// (`ESC [ 27 ; held ; code ~`) and kitty's keyboard protocol (`ESC [ code ; held u`) do.
///
/// Such a mode is turned off at the start, but not every terminal that has one understands that. It means what the same
/// key means without the mode.
struct ReportedKey: Hashable {
  /// The scalar that the key types alone, or kitty's number of a key that types none.
  let code: Int
  /// What it types with Shift, where that is told.
  let shifted: Int
  /// What stands in its place on the American keyboard, where that is told.
  let base: Int
  /// Shift 1, Alt 2, Ctrl 4, Super 8, Hyper 16, Meta 32, Caps Lock 64.
  let held: Int
  let isRelease: Bool
  /// What was typed, where that is told.
  let text: [Unicode.Scalar]

  /// Nil where the sequence is not such a key; the release of any key is one.
  init?(final: UInt8, _ parameters: [[Int]]) {
    func part(_ parameter: Int, _ index: Int) -> Int {
      parameters.indices.contains(parameter) && parameters[parameter].indices.contains(index)
        ? parameters[parameter][index] : 0
    }
    held = max(1, part(1, 0)) - 1
    isRelease = part(1, 1) == 3
    if final == UInt8(ascii: "u") {
      code = part(0, 0)
      shifted = part(0, 1)
      base = part(0, 2)
      text = (parameters.count > 2 ? parameters[2] : []).compactMap(Self.scalar)
    } else if final == UInt8(ascii: "~"), part(0, 0) == 27, parameters.count == 3 {
      code = part(2, 0)
      (shifted, base, text) = (0, 0, [])
    } else {
      guard isRelease else { return nil }
      (code, shifted, base, text) = (0, 0, 0, [])
    }
  }

  var keys: [Key] {
    if isRelease { return [] }
    if held & (2 | 4 | 8 | 16 | 32) == 0, !text.isEmpty { return text.map { .text($0) } }
    return key.map { [$0] } ?? []
  }

  private var isShifted: Bool { held & 1 != 0 }
  private var hasAlt: Bool { held & (2 | 32) != 0 }
  private var hasControl: Bool { held & 4 != 0 }

  private var key: Key? {
    switch code {
    case 9: isShifted ? .backTab : .tab
    case 13, 57_414: .enter
    case 27: .escape
    case 8, 127: hasAlt || hasControl ? .deleteWordBack : .backspace
    case 57_344...63_743: named
    default: character
    }
  }

  /// The keys to which kitty gives numbers of its own: F13 and on, and the keypad.
  private var named: Key? {
    let isWordwise = hasAlt || hasControl
    return switch code {
    case 57_376...57_398: .function(code - 57_363)
    case 57_399...57_408: Self.scalar(code - 57_399 + 0x30).map { .text($0) }
    case 57_409: .text(".")
    case 57_410: .text("/")
    case 57_411: .text("*")
    case 57_412: .text("-")
    case 57_413: .text("+")
    case 57_415: .text("=")
    case 57_416: .text(",")
    case 57_417: isWordwise ? .wordLeft : .left
    case 57_418: isWordwise ? .wordRight : .right
    case 57_419: .up
    case 57_420: .down
    case 57_421: .pageUp
    case 57_422: .pageDown
    case 57_423: .home
    case 57_424: .end
    case 57_425: .insert
    case 57_426: isWordwise ? .deleteWordForward : .delete
    // Shift itself, volume keys and the like.
    default: nil
    }
  }

  private var character: Key? {
    guard held & (8 | 16) == 0, !(hasAlt && hasControl) else { return nil }
    if hasControl { return control }
    if hasAlt {
      return switch Self.scalar(code) {
      case "b": .wordLeft
      case "f": .wordRight
      case "d": .deleteWordForward
      default: nil
      }
    }
    guard let scalar = Self.scalar(isShifted && shifted > 0 ? shifted : code) else { return nil }
    let isCapital = isShifted != (held & 64 != 0)
    let capital = scalar.properties.uppercaseMapping.unicodeScalars
    return .text(isCapital && capital.count == 1 ? capital.first ?? scalar : scalar)
  }

  /// Ctrl with a key is the byte that terminals have always sent for it.
  private var control: Key? {
    let code = self.code >= 0x80 && base > 0 ? base : self.code
    guard (0x40...0x7E).contains(code) || code == 0x20 else { return nil }
    let byte = UInt8(code) & 0x1F
    return byte == KeyDecoder.escape ? .escape : KeyDecoder.plainKey(byte)
  }

  private static func scalar(_ value: Int) -> Unicode.Scalar? {
    guard let value = UInt32(exactly: value), value >= 0x20, !(0x7F..<0xA0).contains(value) else { return nil }
    return Unicode.Scalar(value)
  }
}
