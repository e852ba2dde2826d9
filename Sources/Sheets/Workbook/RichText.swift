/// The text of a string item (`<si>` or `<is>`): the texts of its runs in a row, without the phonetic ones.
struct RichText {
  /// The text so far, in UTF-8; its escapes are not decoded yet.
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// Where the `<t>` stands, and where its bytes begin.
  private var open: (depth: Int, start: Int, keepsSpace: Bool)?
  private var phonetic: Int?

  /// Whether the item itself ends next.
  var isClosed: Bool { depth == 0 }

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    guard open == nil, phonetic == nil else { return }
    if name.is("t") {
      open = (depth, bytes.count, attributes["xml:space"]?.isExactly("preserve") ?? false)
    } else if name.is("rPh") {
      phonetic = depth
    }
  }

  mutating func end() {
    if phonetic == depth { phonetic = nil }
    if let text = open, text.depth == depth {
      open = nil
      if !text.keepsSpace { trim(from: text.start) }
    }
    depth -= 1
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let open, open.depth == depth else { return }
    bytes.append(contentsOf: piece)
  }

  /// Removes white space from both ends: a spreadsheet shows it only where the file asks to keep it.
  private mutating func trim(from start: Int) {
    while bytes.count > start, let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
    let spaces = bytes[start...].prefix(while: Self.isSpace).count
    if spaces > 0 { bytes.removeSubrange(start..<start + spaces) }
  }

  /// White space by XML.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
