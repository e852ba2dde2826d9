extension KeyDecoder {
  /// The key of a single control byte.
  static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: nil
    }
  }

  /// `ESC O x`: arrows and keypad of a terminal in application mode, F1 to F4.
  static func applicationKey(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(byte) - 0x4F)
    case UInt8(ascii: "c"): .wordRight
    case UInt8(ascii: "d"): .wordLeft
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .text(Unicode.Scalar(byte - 0x40))
    default: nil
    }
  }

  /// `ESC [ parameter x`; with Ctrl or Alt held, arrows and Delete work a word at a time.
  static func controlKey(_ last: UInt8, _ parameter: Int, isWordwise: Bool) -> Key? {
    switch last {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): isWordwise ? .wordRight : .right
    case UInt8(ascii: "D"): isWordwise ? .wordLeft : .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "Z"): .backTab
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(last) - 0x4F)
    case UInt8(ascii: "~"): numbered(parameter, isWordwise: isWordwise)
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
    case 23, 24: .function(parameter - 12)
    default: nil
    }
  }
}

extension KeyDecoder {
  /// One scalar of UTF-8, once all of its bytes are there; what is not UTF-8 is dropped.
  static func scalar(of bytes: [UInt8]) -> (scalar: Unicode.Scalar?, isComplete: Bool) {
    guard let first = bytes.first else { return (nil, false) }
    let length =
      switch first {
      case 0..<0x80: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else { return (nil, true) }
    if bytes.count < length, bytes.dropFirst().allSatisfy({ (0x80...0xBF).contains($0) }) { return (nil, false) }
    guard bytes.count == length, let text = String(validating: bytes, as: UTF8.self) else { return (nil, true) }
    return (text.unicodeScalars.first, true)
  }
}
