/// Turns a terminal's bytes into events, whatever the reads that they arrive in.
///
/// It knows the sequences of xterm, screen, tmux, vt100, rxvt and the Linux console. A lone Esc is told from the
/// beginning of an arrow key only by the silence after it; should the rest of the key come later still, it is put
/// together all the same. Unknown sequences are swallowed whole; invalid UTF-8 is dropped.
public struct KeyDecoder: Hashable, Sendable {
  /// How long the silence after an Esc must be before it is one, in milliseconds.
  public static let escapeDelay = 800
  /// How long the rest of a begun sequence is waited for.
  static let sequenceDelay = 3_000
  /// How long after an Esc a tail of an arrow key is still taken for one.
  static let lateTail = 5_000
  /// The longest paste that is kept; no item of a form takes more.
  static let pasteLimit = 65_536

  private var pending: [UInt8] = []
  private var pendingSince = 0
  private var pasted: [UInt8]?
  private var escapedAt: Int?
  private var isLateTail = false

  public init() {}

  /// When `timeout` must be called if nothing more arrives, in the clock of `feed`.
  public var deadline: Int? {
    guard pasted == nil, let first = pending.first else { return nil }
    guard first == Self.escape else { return nil }
    return pendingSince + (pending.count == 1 ? Self.escapeDelay : Self.sequenceDelay)
  }

  /// Takes the bytes of one read, at a time in milliseconds, and gives the events that are complete.
  public mutating func feed(_ bytes: [UInt8], at now: Int) -> [Event] {
    if pasted == nil, pending.isEmpty, Self.isPlainPaste(bytes) {
      return [.paste(String(decoding: bytes, as: UTF8.self))]
    }
    var bytes = bytes[...]
    var events: [Event] = []
    if pending == [Self.escape], let next = bytes.first, now - pendingSince > 50, next != UInt8(ascii: "["),
      next != UInt8(ascii: "O")
    {
      // Somebody pressed Esc and went on typing: not Alt with a letter, which comes in one piece.
      pending = []
      events.append(.key(.escape))
    }
    if let escapedAt, let next = bytes.first {
      self.escapedAt = nil
      if now - escapedAt < Self.lateTail, next == UInt8(ascii: "[") || next == UInt8(ascii: "O") {
        pending = [Self.escape]
        isLateTail = true
      }
    }
    while let byte = bytes.popFirst() {
      if pasted != nil {
        if let text = paste(byte) { events.append(.paste(text)) }
        continue
      }
      pending.append(byte)
      pendingSince = now
      events.append(contentsOf: drain())
    }
    return events
  }

  /// Says that the deadline has passed.
  public mutating func timeout(at now: Int) -> [Event] {
    guard let deadline, now >= deadline else { return [] }
    let rest = pending
    pending = []
    if isLateTail {
      isLateTail = false
      return rest.dropFirst().map { .key(.text(Unicode.Scalar($0))) }
    }
    guard rest.count == 1 else { return [] }
    escapedAt = now
    return [.key(.escape)]
  }

  /// A byte of text: an event once its scalar is whole.
  private mutating func text(_ first: UInt8) -> Step {
    let (scalar, isComplete) = Self.scalar(of: pending)
    if let scalar { return .events([.key(.text(scalar))]) }
    guard isComplete else { return .wait }
    // Not UTF-8: the byte that broke it may begin something of its own.
    guard pending.count > 1, let last = pending.last, last < 0x80 || last >= 0xC2 else { return .events([]) }
    pending = [last]
    return parse()
  }

  // MARK: Sequences

  private static let escape: UInt8 = 0x1B
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// What parsing the pending bytes came to.
  private enum Step {
    case wait
    case events([Event])
  }

  private mutating func drain() -> [Event] {
    switch parse() {
    case .wait: return []
    case .events(let events):
      pending = []
      if isLateTail, !events.isEmpty || pasted != nil { isLateTail = false }
      return events
    }
  }

  private mutating func parse() -> Step {
    guard let first = pending.first else { return .wait }
    if first == Self.escape { return escapeSequence() }
    if first < 0x20 || first == 0x7F { return .events(Self.control(first).map { [.key($0)] } ?? []) }
    return text(first)
  }

  private mutating func escapeSequence() -> Step {
    guard pending.count > 1 else { return .wait }
    let second = pending[1]
    switch second {
    case UInt8(ascii: "["): return controlSequence()
    case UInt8(ascii: "O"):
      guard pending.count > 2 else { return .wait }
      return sequence(Self.applicationKey(pending[2]))
    case Self.escape:
      // Two in a row: the first is an Esc, the second may begin something.
      pending = [Self.escape]
      escapedAt = nil
      return .wait
    case UInt8(ascii: "b"): return .events([.key(.wordLeft)])
    case UInt8(ascii: "f"): return .events([.key(.wordRight)])
    case UInt8(ascii: "d"): return .events([.key(.deleteWordForward)])
    case 0x7F, 0x08: return .events([.key(.deleteWordBack)])
    case 0..<0x20: return .events([.key(.escape)] + (Self.control(second).map { [.key($0)] } ?? []))
    default:
      // Esc and a letter at once: nothing that was typed is lost.
      pending.removeFirst()
      guard case .events(let events) = text(second) else {
        return .wait
      }
      return .events([.key(.escape)] + events)
    }
  }

  private mutating func controlSequence() -> Step {
    guard pending.count > 2 else { return .wait }
    if pending[2] == UInt8(ascii: "[") {
      guard pending.count > 3 else { return .wait }
      let number = Int(pending[3]) - 0x40
      return sequence((1...5).contains(number) ? .function(number) : nil)
    }
    guard let last = pending.last, (0x40...0x7E).contains(last) else {
      // A byte that no sequence has, or far too many of them: not a key.
      guard let last = pending.last, (0x20...0x3F).contains(last), pending.count < 64 else { return .events([]) }
      return .wait
    }
    let parameters = String(decoding: pending[2..<(pending.count - 1)], as: UTF8.self).split(
      separator: ";", omittingEmptySubsequences: false
    ).map { Int($0) ?? 0 }
    if last == UInt8(ascii: "~"), parameters.first == 200 {
      pasted = []
      return .events([])
    }
    let modifier = parameters.count > 1 ? parameters[1] - 1 : 0
    return sequence(Self.controlKey(last, parameters.first ?? 0, isWordwise: modifier & 6 != 0))
  }

  private mutating func sequence(_ key: Key?) -> Step {
    if let key { return .events([.key(key)]) }
    guard isLateTail else { return .events([]) }
    // No key after all: somebody typed a bracket after an Esc.
    isLateTail = false
    return .events(pending.dropFirst().map { .key(.text(Unicode.Scalar($0))) })
  }

  private mutating func paste(_ byte: UInt8) -> String? {
    pasted?.append(byte)
    guard let bytes = pasted, bytes.suffix(Self.pasteEnd.count) == Self.pasteEnd[...] else {
      if let count = pasted?.count, count > Self.pasteLimit + Self.pasteEnd.count {
        // What is over the limit is not kept, but its end is still looked for.
        pasted = (pasted?.prefix(Self.pasteLimit)).map { Array($0) + (pasted?.suffix(Self.pasteEnd.count) ?? []) }
      }
      return nil
    }
    pasted = nil
    return String(decoding: bytes.dropLast(Self.pasteEnd.count).prefix(Self.pasteLimit), as: UTF8.self)
  }

  /// Lines of text in one read are a paste from a terminal that does not bracket them: nobody types so fast.
  private static func isPlainPaste(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 16, !bytes.contains(escape) else { return false }
    guard let line = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), line > 0 else { return false }
    return bytes[line...].contains { $0 >= 0x20 && $0 != 0x7F }
  }
}
