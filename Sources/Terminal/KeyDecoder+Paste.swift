extension KeyDecoder {
  /// The longest paste that is kept, in bytes; no item of a form takes more.
  public static let pasteLimit = 65_536
  /// How long the end of a bracketed paste is waited for: a terminal that never sends it must not trap anybody.
  static let pasteDelay = 5_000
  /// How long after a paste without brackets what follows still belongs to it: it comes in pieces, and is one paste.
  static let plainPasteTail = 100
  /// Fewer bytes of text in one read are keys that a slow line delivered together: nobody types as much in the second
  /// that such a line takes.
  static let shortestPlainPaste = 12
  /// How many lines in one read are a paste where keys alone cannot be told from one.
  static let fewestLines = 3
  /// More bytes of text in one read nobody types, in however many lines.
  static let longestTyped = 1_024

  private static let pasteBegin = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Takes the bytes of a bracketed paste, and gives it when its end is among them.
  ///
  /// The end is the last end mark of the read. A hostile text may hold such a mark, so that the rest of it would be
  /// obeyed as keys; but the true one comes behind it, and nobody types between two pastes of one read.
  mutating func takePaste(_ rest: inout ArraySlice<UInt8>) -> [Event] {
    guard var bytes = pasted else { return [] }
    let searched = max(0, bytes.count - Self.pasteEnd.count + 1)
    bytes += rest
    guard let end = Self.lastIndex(of: Self.pasteEnd, in: bytes[searched...]) else {
      rest = []
      let kept = Self.pasteEnd.count - 1
      // What is over the limit is not kept, but its end is still looked for.
      pasted = bytes.count > Self.pasteLimit + kept ? bytes.prefix(Self.pasteLimit) + bytes.suffix(kept) : bytes
      return []
    }
    rest = bytes[(end + Self.pasteEnd.count)...]
    pasted = nil
    let text = Self.text(of: Array(bytes[..<end].prefix(Self.pasteLimit)))
    return text.isEmpty ? [] : [.paste(text)]
  }

  /// Takes the bytes of a read where they are a paste that no brackets mark, or its next piece; false where they are
  /// keys.
  ///
  /// Keys can arrive together as well, when a slow line or a busy machine has held them back, and Enter must remain
  /// Enter: a name, Enter, a PIN and Enter are no paste, nor is the line that an input method or a card reader sends
  /// with its Enter. So a paste needs some text in one read: at least three lines, or two where a line break between
  /// them is one that no keyboard sends (LF). From a terminal that cannot mark its pastes two lines are enough, or two
  /// cells of a table. More text than anybody types in one read is always a paste. That a terminal is known to mark its
  /// pastes says little: many call themselves xterm and do not.
  mutating func takePlainPaste(_ bytes: [UInt8]) -> Bool {
    guard pasted == nil, pending.first != Self.escape, Self.lastIndex(of: Self.pasteBegin, in: bytes[...]) == nil,
      plainPasted != nil || isPlainPaste(bytes)
    else { return false }
    plainPasted = Array(((plainPasted ?? []) + pending + bytes).prefix(Self.pasteLimit))
    pending = []
    return true
  }

  private func isPlainPaste(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > Self.shortestPlainPaste else { return false }
    var text = 0
    // Runs of text, and whether a break came behind the last one.
    var runs = 0
    var isInRun = false
    var fewest = bracketsPaste ? Self.fewestLines : 2
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case Self.escape:
        // A key's sequence is no text.
        index += 1
        if index < bytes.count, bytes[index] == Self.bracket || bytes[index] == Self.letterO {
          let start = index
          repeat { index += 1 } while index < bytes.count && !(0x40...0x7E).contains(bytes[index])
          // X10's report of the mouse goes on for three bytes.
          if index == start + 1, index < bytes.count, bytes[index] == UInt8(ascii: "M") { index += 3 }
        }
      case 0x08, 0x7F: break
      case 0x0A:
        if runs > 0 { fewest = 2 }
        isInRun = false
      case 0x0D: isInRun = false
      case 0..<0x20: isInRun = isInRun && bracketsPaste
      default:
        text += 1
        if !isInRun { runs += 1 }
        isInRun = true
      }
      index += 1
    }
    return runs >= fewest && text >= Self.shortestPlainPaste || text > Self.longestTyped
  }

  /// The text of a paste, as it came but for the marks of pastes; what is not UTF-8 shows as U+FFFD.
  static func text(of bytes: [UInt8]) -> String {
    guard bytes.contains(escape) else { return String(decoding: bytes, as: UTF8.self) }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for byte in bytes {
      kept.append(byte)
      let last = kept.suffix(pasteEnd.count)
      // Looked at after each byte, so that taking out one mark cannot make another.
      if byte == pasteEnd.last, last == pasteBegin[...] || last == pasteEnd[...] { kept.removeLast(pasteEnd.count) }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func lastIndex(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= mark.count else { return nil }
    var index = bytes.endIndex - mark.count
    while index >= bytes.startIndex {
      if bytes[index] == mark[0], bytes[index..<(index + mark.count)] == mark[...] { return index }
      index -= 1
    }
    return nil
  }
}
