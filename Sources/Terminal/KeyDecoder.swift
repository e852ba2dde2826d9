/// Turns a terminal's bytes into events, whatever the reads that they arrive in.
///
/// It knows the sequences of xterm, screen, tmux, vt100, rxvt, kitty and the Linux console, and what they become where
/// another program has left a mode of the keyboard or the mouse on. A lone Esc is told from the beginning of an arrow
/// key only by the silence after it. Unknown sequences are swallowed whole; invalid UTF-8 is dropped. It has no clock:
/// times are milliseconds of whatever clock the caller keeps to.
public struct KeyDecoder: Hashable, Sendable {
  /// How long the silence after an Esc must be before it is one.
  public static let escapeDelay = 800
  /// How long the rest of a begun sequence is waited for.
  static let sequenceDelay = 3_000
  /// How long after an Esc the tail of an arrow key is still taken for one, and swallowed.
  static let lateTail = 5_000
  /// Bytes in separate reads this far apart were not one key with Alt.
  static let oneKey = 50
  /// The longest sequence that is looked at; the rest of a longer one is swallowed.
  static let longestSequence = 64

  /// The bytes of a begun sequence or scalar.
  var pending: [UInt8] = []
  /// What was pasted so far, while a bracketed paste is coming in.
  var pasted: [UInt8]?
  /// When the last byte came.
  var lastByteAt = 0
  /// What came so far of a paste without brackets; silence ends it.
  var plainPasted: [UInt8]?
  let bracketsPaste: Bool
  /// Whether the terminal has answered that it did not turn its wheel into arrows when it was asked.
  public internal(set) var wheelWasLeftAlone = false
  /// Whether the terminal has answered that it has kitty's keyboard protocol, in which an Esc is marked as such.
  public internal(set) var canMarkKeys = false
  /// When an Esc was given because nothing followed it.
  private var escapedAt: Int?
  /// Whether the pending sequence began after its Esc had been given.
  var isLateTail = false
  /// Whether the pending Esc is the second of two, for which one Esc was given already.
  var isSecondEscape = false
  /// Whether an Esc came before the pending sequence, as Alt does on some terminals.
  var isMeta = false

  /// - Parameter bracketsPaste: whether the terminal is known to mark its pastes, so that lines that arrive at once
  ///   are keys and not a paste.
  public init(bracketsPaste: Bool = true) { self.bracketsPaste = bracketsPaste }

  /// When `timeout` must be called if nothing more arrives.
  public var deadline: Int? {
    if pasted != nil { return lastByteAt + Self.pasteDelay }
    if plainPasted != nil { return lastByteAt + Self.plainPasteTail }
    guard pending.first == Self.escape else { return nil }
    return lastByteAt + (pending.count == 1 ? Self.escapeDelay : Self.sequenceDelay)
  }

  /// Takes the bytes of one read and gives the events that are complete.
  public mutating func feed(_ bytes: [UInt8], at now: Int) -> [Event] {
    guard let first = bytes.first else { return [] }
    var events: [Event] = []
    if plainPasted != nil, now > lastByteAt + Self.plainPasteTail { events = finish() }
    if takePlainPaste(bytes) {
      lastByteAt = now
      return events
    }
    if plainPasted != nil { events = finish() }
    if pending == [Self.escape], now - lastByteAt > Self.oneKey, first != Self.bracket, first != Self.letterO {
      // Somebody pressed Esc and went on typing: not Alt with a letter, which comes in one piece.
      let second = first == Self.escape
      if !isSecondEscape { events.append(.key(.escape)) }
      isSecondEscape = second && !isSecondEscape
      pending = []
    }
    resumeLateSequence(bytes, at: now)
    lastByteAt = now
    var rest = bytes[...]
    while true {
      if pasted != nil { events += takePaste(&rest) }
      guard let byte = rest.popFirst() else { return events }
      pending.append(byte)
      events += step(next: rest.first)
    }
  }

  /// Says that the deadline has passed.
  public mutating func timeout(at now: Int) -> [Event] {
    guard let deadline, now >= deadline else { return [] }
    if pasted != nil || plainPasted != nil { return finish() }
    defer { forget() }
    // Somebody typed a bracket after an Esc.
    if isLateTail { return pending.dropFirst().map { .key(.text(Unicode.Scalar($0))) } }
    guard pending.count == 1 else { return [] }
    escapedAt = now
    return isSecondEscape ? [] : [.key(.escape)]
  }

  /// Gives what a paste held so far, when nothing more will come.
  public mutating func finish() -> [Event] {
    defer {
      (pasted, plainPasted) = (nil, nil)
      forget()
    }
    let text = Self.text(of: pasted ?? plainPasted ?? [])
    return text.isEmpty ? [] : [.paste(text)]
  }

  mutating func forget() {
    pending = []
    isLateTail = false
    isSecondEscape = false
    isMeta = false
  }

  /// An Esc was given, and now comes what looks like the rest of its arrow key.
  private mutating func resumeLateSequence(_ bytes: [UInt8], at now: Int) {
    guard let time = escapedAt else { return }
    escapedAt = nil
    guard now - time < Self.lateTail, pending.isEmpty, pasted == nil else { return }
    // Nobody types O and the letter of a key within one read; a bracket is rare enough to wait for what follows.
    let isApplicationKey = bytes.count > 1 && bytes[0] == Self.letterO && Self.isApplicationFinal(bytes[1])
    guard bytes[0] == Self.bracket || isApplicationKey else { return }
    pending = [Self.escape]
    isLateTail = true
  }
}
