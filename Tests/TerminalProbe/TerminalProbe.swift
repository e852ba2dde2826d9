import Glibc
import Terminal

/// A little program for the tests of `CursesTerminal`: a line to type in, and the last event.
///
/// `Ctrl-X` leaves, `Ctrl-T` crashes, `Ctrl-N` shows what is hard to draw, `Ctrl-G` wakes the loop from a thread.
@main
struct TerminalProbe {
  static func main() {
    do throws(TerminalProblem) {
      var terminal = try CursesTerminal()
      var page = Page()
      var event = Event.resize(terminal.size)
      while page.update(event, terminal.waker) {
        if case .key(.control("l")) = event { terminal.redraw() }
        terminal.present(page.drawn(terminal.size))
        event = terminal.nextEvent(timeout: nil)
      }
      terminal.restore()
      print("left after \(event)")
      exit(event == .key(.control("x")) ? 0 : 3)
    } catch {
      print("problem: \(error)")
      exit(2)
    }
  }
}

struct Page {
  var typed = ""
  var last = "none"
  var isHard = false

  /// False when the program shall end.
  mutating func update(_ event: Event, _ waker: Waker) -> Bool {
    last = "\(event)"
    switch event {
    case .key(.text(let scalar)): typed.unicodeScalars.append(scalar)
    case .key(.backspace): typed = String(typed.dropLast())
    case .key(.control("n")): isHard.toggle()
    case .key(.control("g")):
      var thread = pthread_t()
      let pointer = UnsafeMutablePointer<Waker>.allocate(capacity: 1)
      pointer.initialize(to: waker)
      pthread_create(
        &thread, nil,
        { argument in
          argument?.assumingMemoryBound(to: Waker.self).pointee.wake()
          return nil
        }, pointer)
    case .key(.control("t")): abort()
    case .key(.control("x")), .terminate, .lost: return false
    case .paste(let text): typed += text.filter { !$0.isNewline }
    case .key, .resize, .tick, .wake: break
    }
    return true
  }

  func drawn(_ size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.put("试验 \(size.columns)x\(size.rows)", at: Point(column: 2, row: 0), style: Style(bold: true))
    canvas.fill(row: 1, columns: 1..<size.columns - 1, with: "─", style: Style(.grey))
    canvas.put(last, at: Point(column: 2, row: 5), style: Style(.cyan), width: size.columns - 4)
    if isHard {
      for (row, text) in Self.hard.enumerated() { canvas.put(text, at: Point(column: 2, row: 7 + row)) }
    }
    canvas.put("✗ 红", at: Point(column: 2, row: size.rows - 1), style: Style(.red, reversed: true))
    canvas.put("位\(typed.count)", at: Point(column: size.columns - 8, row: 3), style: Style(.grey), width: 6)
    let columns = canvas.put(typed, at: Point(column: 4, row: 3), style: Style(underlined: true), width: 40)
    canvas.cursor = Point(column: 4 + columns, row: 3)
    return canvas
  }

  /// Rare hanzi of Extensions B, G, H and I, a joined emoji, marks, an unassigned character; each row ends in a bar.
  static let hard = ["𠮷𰻝\u{31350}\u{2EBF0}|", "👨‍👩‍👧👍🏽🇨🇳|", "e\u{301}ñ\u{302}\u{303}|", "\u{378}\u{E000}·…|"]
}
