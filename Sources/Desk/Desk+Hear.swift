import Terminal

extension Desk {
  /// What an event comes to in a window of this size; nil where nothing comes of it.
  ///
  /// Where the page does not fit, nobody types into what they cannot see: only leaving works, and that at once, since
  /// the questions that a page asks first could not be read either. What was typed before is saved as it is when the
  /// program is ended from outside.
  public func heard(_ event: Event, size: Size) -> Event? {
    guard !Frame.fits(size) else { return Self.bounded(event) }
    switch event {
    case .key(.control("l")), .resize, .tick, .wake, .terminate, .lost: return event
    case .key(.function(10)), .key(.control("x")): return isKiosk ? nil : .terminate
    case .key, .paste: return nil
    }
  }

  /// The events that say the same in a window of any size. Where a line of a long text ends depends on the window, and a
  /// journal is replayed without one: so it holds the keys along the text.
  public func steps(of event: Event, size: Size, _ context: DeskContext) -> [Event] {
    guard case .key(let key) = event, Frame.fits(size) else { return [event] }
    let keys = page.keysByLine(key, in: size, known(context))
    return keys.isEmpty ? [event] : keys.map { .key($0) }
  }

  /// A paste that is too long for any line keeps just enough to be recognised as such: a journal would otherwise hold
  /// all of it.
  private static func bounded(_ event: Event) -> Event {
    guard case .paste(let text) = event, text.utf8.count > TextEditor.longestPaste else { return event }
    var kept = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      kept.append(scalar)
      count += UTF8.width(scalar)
      if count > TextEditor.longestPaste { break }
    }
    return .paste(String(kept))
  }
}
