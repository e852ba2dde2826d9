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
