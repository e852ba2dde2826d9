extension KeyDecoder {
  /// The answer that the wheel was not turned into arrows.
  static let wheelReport = Array("?1007;2$".utf8)

  /// The key of a single byte of ASCII.
  static func plainKey(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x17: .deleteWordBack
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x00, 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    case 0x20..<0x7F: .text(Unicode.Scalar(byte))
    default: nil
    }
  }

  /// The final bytes of `ESC O` that are still taken for a key when they come late: arrows, Home, End, F1 to F4.
  static func isApplicationFinal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "D"), UInt8(ascii: "F"), UInt8(ascii: "H"),
      UInt8(ascii: "P")...UInt8(ascii: "S"):
      true
    default: false
    }
  }

  /// `ESC O x`: arrows and keypad in application mode, F1 to F4, rxvt's arrows with Ctrl in small letters.
  static func applicationKey(_ byte: UInt8, isWordwise: Bool) -> Key? {
    switch byte {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .text("=")
    case UInt8(ascii: "a"): .up
    case UInt8(ascii: "b"): .down
    case UInt8(ascii: "c"): .wordRight
    case UInt8(ascii: "d"): .wordLeft
    // The keypad of a vt100: * + , - . / and the digits.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .text(Unicode.Scalar(byte - 0x40))
    case UInt8(ascii: "Z"): nil
    default: controlKey(byte, 0, isWordwise: isWordwise)
    }
  }

  /// `ESC [ parameter x`; with Ctrl or Alt held, arrows and Delete work a word at a time.
  static func controlKey(_ last: UInt8, _ parameter: Int, isWordwise: Bool) -> Key? {
    switch last {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
    case UInt8(ascii: "C"): isWordwise ? .wordRight : .right
    case UInt8(ascii: "D"): isWordwise ? .wordLeft : .left
    // With Shift on rxvt.
    case UInt8(ascii: "c"): .right
    case UInt8(ascii: "d"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "Z"): .backTab
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(last) - 0x4F)
    case UInt8(ascii: "~"), UInt8(ascii: "$"): numbered(parameter, isWordwise: isWordwise)
    // With Ctrl, and with Ctrl and Shift, on rxvt.
    case UInt8(ascii: "^"), UInt8(ascii: "@"): numbered(parameter, isWordwise: true)
    default: nil
    }
  }

  private static func numbered(_ parameter: Int, isWordwise: Bool) -> Key? {
    switch parameter {
    case 1, 7: .home
    case 2: .insert
    case 3: isWordwise ? .deleteWordForward : .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(parameter - 10)
    case 17...21: .function(parameter - 11)
    case 23...26: .function(parameter - 12)
    case 28, 29: .function(parameter - 13)
    case 31...34: .function(parameter - 14)
    default: nil
    }
  }
}

extension KeyDecoder {
  enum Decoded: Equatable {
    case incomplete
    case invalid
    case whole(Unicode.Scalar)
  }

  /// One scalar of UTF-8 (RFC 3629: no surrogates, nothing longer than it need be).
  static func scalar(of bytes: [UInt8]) -> Decoded {
    let length =
      switch bytes.first ?? 0 {
      case 0..<0x80: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else { return .invalid }
    if bytes.count < length, bytes.dropFirst().allSatisfy({ (0x80...0xBF).contains($0) }) { return .incomplete }
    guard bytes.count == length, let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else {
      return .invalid
    }
    return .whole(scalar)
  }
}
