import Terminal

extension Desk {
  /// What an event comes to in a window of this size; nil where nothing comes of it.
  ///
  /// Where the page does not fit, nobody types into what they cannot see: only leaving works, and that at once, since
  /// the questions that a page asks first could not be read either. What was typed before is saved as it is when the
  /// program is ended from outside.
  public func heard(_ event: Event, size: Size) -> Event? {
    guard !Frame.fits(size) else { return event }
    switch event {
    case .key(.control("l")), .resize, .tick, .wake, .terminate, .lost: return event
    case .key(.function(10)), .key(.control("x")): return isKiosk ? nil : .terminate
    case .key, .paste: return nil
    }
  }
}
