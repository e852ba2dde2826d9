import CVterm

/// The lines that have left the top of the main screen, as a person finds them by scrolling back.
///
/// A terminal keeps none of its alternate screen; libvterm tells of every line that leaves the top of the main one.
final class Scrollback {
  private(set) var lines: [String] = []
  private let callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)

  init(of screen: OpaquePointer) {
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.sb_pushline = { count, cells, user in
      guard let cells, let user else { return 0 }
      Unmanaged<Scrollback>.fromOpaque(user).takeUnretainedValue().push(
        UnsafeBufferPointer(start: cells, count: Int(count)))
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { callbacks.deallocate() }

  private func push(_ cells: UnsafeBufferPointer<VTermScreenCell>) {
    var text = ""
    for cell in cells {
      withUnsafeBytes(of: cell.chars) { buffer in
        for value in buffer.bindMemory(to: UInt32.self) {
          guard value != 0, value != .max, let scalar = Unicode.Scalar(value) else { break }
          text.unicodeScalars.append(scalar)
        }
      }
    }
    lines.append(text)
  }
}
