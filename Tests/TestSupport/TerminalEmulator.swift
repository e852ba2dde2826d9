import CVterm

/// What a person would see: libvterm's idea of a terminal that was sent these bytes.
public final class TerminalEmulator {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let history: Scrollback
  public private(set) var columns: Int
  public private(set) var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    vterm_screen_enable_altscreen(screen, 1)
    history = Scrollback(of: screen)
    vterm_screen_reset(screen, 1)
  }

  deinit { vterm_free(terminal) }

  public func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
      _ = vterm_input_write(terminal, start, buffer.count)
    }
  }

  public func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// Where the cursor is, as column and row from zero.
  public var cursor: (column: Int, row: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.col), Int(position.row))
  }

  /// The lines that were scrolled out of the main screen.
  public var scrollback: [String] { history.lines }

  /// The rows of the screen, without the blanks at their ends.
  public var lines: [String] { (0..<rows).map(line) }

  /// A cell's text, how many columns it takes, and how it looks; the second half of a wide character is empty.
  public func cell(column: Int, row: Int) -> EmulatedCell {
    var cell = VTermScreenCell()
    _ = vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    var text = ""
    withUnsafeBytes(of: cell.chars) { buffer in
      for value in buffer.bindMemory(to: UInt32.self) {
        guard value != 0, value != .max, let scalar = Unicode.Scalar(value) else { break }
        text.unicodeScalars.append(scalar)
      }
    }
    let isHalf = withUnsafeBytes(of: cell.chars) { $0.load(as: UInt32.self) } == .max
    return EmulatedCell(
      text: isHalf ? "" : text.isEmpty ? " " : text, width: Int(cell.width), isBold: cell.attrs.bold != 0,
      isUnderlined: cell.attrs.underline != 0, isReversed: cell.attrs.reverse != 0,
      hasColour: cell.fg.type & UInt8(VTERM_COLOR_DEFAULT_FG.rawValue) == 0)
  }

  private func line(_ row: Int) -> String {
    var line = (0..<columns).map { cell(column: $0, row: row).text }.joined()
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// One cell of an emulated screen.
public struct EmulatedCell: Hashable, Sendable {
  public let text: String
  public let width: Int
  public let isBold: Bool
  public let isUnderlined: Bool
  public let isReversed: Bool
  public let hasColour: Bool
}
