extension Unicode.Scalar {
  /// A control character of C0 or C1, or DEL.
  public var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }

  /// White space by Unicode's property White_Space; listed, because asking the property takes as long as all else
  /// that is done with a character.
  public var isWhiteSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// A mark that turns the direction of the text around it (Unicode, UAX 9).
  public var isBidirectionalMark: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Takes no room and leaves no trace: zero-width space, word joiner, byte order mark, soft hyphen and their like.
  ///
  /// The joiners U+200C and U+200D are not among them: scripts and emoji need them.
  public var isInvisible: Bool {
    switch value {
    case 0x00AD, 0x034F, 0x115F, 0x1160, 0x180E, 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0x3164, 0xFEFF, 0xFFA0: true
    default: false
    }
  }

  /// A character that only its own computer knows (the three private-use areas).
  public var isPrivateUse: Bool {
    (0xE000...0xF8FF).contains(value) || (0xF0000...0xFFFFD).contains(value) || (0x100000...0x10FFFD).contains(value)
  }

  /// Never a character, by Unicode's own word.
  public var isNoncharacter: Bool { value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) }

  /// A terminal or an editor would do something for it instead of showing it.
  public var isObeyedByTerminals: Bool {
    isControl || isBidirectionalMark || value == 0x2028 || value == 0x2029
  }

  /// Ends a line in a cell or in what was copied.
  public var breaksLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A Chinese character of any plane, 〇 and 々 included.
  public var isHanzi: Bool {
    switch value {
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}

extension String {
  /// The text as it can be shown anywhere: U+FFFD stands for what would be obeyed, what nobody would see, and what is
  /// no character.
  public var harmless: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.isObeyedByTerminals || $0.isInvisible || $0.isNoncharacter ? "\u{FFFD}" : $0 }))
  }
}
