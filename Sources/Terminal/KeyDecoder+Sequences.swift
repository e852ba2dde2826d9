extension KeyDecoder {
  static let escape: UInt8 = 0x1B
  static let bracket = UInt8(ascii: "[")
  static let letterO = UInt8(ascii: "O")

  /// Looks at the pending bytes after one more; `next` is the byte behind it, if that came in the same read.
  mutating func step(next: UInt8?) -> [Event] {
    guard let first = pending.first, let last = pending.last else { return [] }
    if first >= 0x80 { return scalar() }
    guard first == Self.escape else { return take(Self.plainKey(first).map { [.key($0)] } ?? []) }
    guard pending.count > 1 else { return [] }
    switch pending[1] {
    case Self.bracket: return controlSequence(last, next: next)
    case Self.letterO: return applicationSequence(last)
    case Self.escape: return secondEscape(next: next)
    case UInt8(ascii: "b"): return take([.key(.wordLeft)])
    case UInt8(ascii: "f"): return take([.key(.wordRight)])
    case UInt8(ascii: "d"): return take([.key(.deleteWordForward)])
    case 0x7F, 0x08: return take([.key(.deleteWordBack)])
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      if pending.count > 2 || next != nil { return string(last) }
      return escapeThenAgain(next: next)
    default: return escapeThenAgain(next: next)
    }
  }

  /// Gives these events for the pending bytes; of a key whose Esc was given already, nothing.
  private mutating func take(_ events: [Event]) -> [Event] {
    defer { forget() }
    guard isLateTail else { return events }
    // No key after all: somebody typed a bracket after an Esc.
    return events.isEmpty && pasted == nil ? pending.dropFirst().map { .key(.text(Unicode.Scalar($0))) } : []
  }

  /// Drops what is pending except its last byte, which no sequence has, and looks at that.
  private mutating func again(_ last: UInt8, next: UInt8? = nil) -> [Event] {
    forget()
    pending = [last]
    return step(next: next)
  }

  /// Esc and something else at once: nothing that was typed is lost.
  private mutating func escapeThenAgain(next: UInt8?) -> [Event] {
    guard let last = pending.last else { return [] }
    let given: [Event] = isSecondEscape ? [] : [.key(.escape)]
    return given + again(last, next: next)
  }

  private mutating func secondEscape(next: UInt8?) -> [Event] {
    pending = [Self.escape]
    if next == Self.bracket || next == Self.letterO {
      isMeta = true
      return []
    }
    // Two Esc are one at once; the second may still begin something.
    defer { isSecondEscape.toggle() }
    return isSecondEscape ? [] : [.key(.escape)]
  }

  /// `ESC [ parameters final`, ECMA-48.
  private mutating func controlSequence(_ last: UInt8, next: UInt8?) -> [Event] {
    guard pending.count > 2 else { return [] }
    if pending[2] == Self.bracket {
      guard pending.count > 3 else { return [] }
      // The Linux console's F1 to F5.
      let number = Int(last) - 0x40
      return take((1...5).contains(number) ? [.key(.function(number))] : [])
    }
    if pending[2] == UInt8(ascii: "M") { return mouseReport(last, next: next) }
    let parameters = pending[2..<(pending.count - 1)]
    let isPrivate = parameters.contains { (0x3C...0x3F).contains($0) }
    switch last {
    case 0x40...0x7E: break
    // rxvt ends a key with Shift like this.
    case UInt8(ascii: "$") where !isPrivate && !parameters.isEmpty: break
    case 0x20...0x3F:
      if pending.count > Self.longestSequence { pending.removeLast() }
      return []
    default: return again(last, next: next)
    }
    if parameters.elementsEqual(Self.wheelReport) { wheelWasLeftAlone = true }
    if last == UInt8(ascii: "u"), parameters.first == UInt8(ascii: "?") { canMarkKeys = true }
    guard !isPrivate else { return take([]) }
    let parts = Self.parameters(parameters)
    let numbers = parts.map { $0.first ?? 0 }
    if last == UInt8(ascii: "~"), numbers == [200] {
      pasted = []
      return take([])
    }
    if let reported = ReportedKey(final: last, parts) { return take(reported.keys.map { .key($0) }) }
    let isWordwise = isMeta || Self.isWordwise(numbers)
    return take(Self.controlKey(last, numbers.first ?? 0, isWordwise: isWordwise).map { [.key($0)] } ?? [])
  }

  /// X10's report of the mouse: `ESC [ M`, then the button and the place in three bytes, each with 32 added. Not
  /// recognised, these bytes would count as typed, Enter among them.
  private mutating func mouseReport(_ last: UInt8, next: UInt8?) -> [Event] {
    if pending.count > 3, last < 0x20 { return again(last, next: next) }
    return pending.count < 6 ? [] : take([])
  }

  /// `ESC O final`, with a modifier before the final byte on some old terminals.
  private mutating func applicationSequence(_ last: UInt8) -> [Event] {
    guard pending.count > 2 else { return [] }
    switch last {
    case 0x40...0x7E:
      let numbers = Self.numbers(pending[2..<(pending.count - 1)])
      let isWordwise = isMeta || Self.isWordwise([1] + numbers.suffix(1))
      return take(Self.applicationKey(last, isWordwise: isWordwise).map { [.key($0)] } ?? [])
    case UInt8(ascii: "0")...UInt8(ascii: ";") where pending.count < Self.longestSequence: return []
    default: return again(last)
    }
  }

  /// What a terminal answers in a string, up to BEL or `ESC \`; nobody asked, so it is swallowed.
  private mutating func string(_ last: UInt8) -> [Event] {
    let isEnd =
      last == 0x07 || (last == UInt8(ascii: "\\") && pending.count > 3 && pending[pending.count - 2] == Self.escape)
    if isEnd { return take([]) }
    if pending.count > Self.longestSequence { pending.remove(at: 2) }
    return []
  }

  /// A byte of text: an event once its scalar is whole.
  private mutating func scalar() -> [Event] {
    switch Self.scalar(of: pending) {
    case .incomplete: return []
    case .whole(let scalar):
      // The eight-bit controls are no text either.
      return take(scalar.value < 0xA0 ? [] : [.key(.text(scalar))])
    case .invalid:
      // The byte that broke it may begin something of its own.
      guard pending.count > 1, let last = pending.last, last < 0x80 || last >= 0xC2 else { return take([]) }
      return again(last)
    }
  }

  /// The parameters of a sequence, each with its parts (`97:65;5:1`); one that is left out is 0.
  private static func parameters(_ bytes: ArraySlice<UInt8>) -> [[Int]] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { parameter in
      parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { digits in
        digits.reduce(0) { (0x30...0x39).contains($1) && $0 < 1_000_000 ? $0 * 10 + Int($1) - 0x30 : $0 }
      }
    }
  }

  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] { parameters(bytes).map { $0.first ?? 0 } }

  /// xterm's modifier is the second parameter: 1 + Shift 1 + Alt 2 + Ctrl 4 + Meta 8.
  private static func isWordwise(_ numbers: [Int]) -> Bool {
    numbers.count > 1 && (numbers[1] - 1) & 14 != 0 && numbers[1] > 0
  }
}
